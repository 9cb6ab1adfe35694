#!/bin/sh
# faults.sh [STORY...] - kill -9, and errors, at every system call of the program at the API, and of
# its helper.
#
# Each call is killed at; then it fails once, and from then on, with each error.  What was
# acknowledged is true, nothing goes out twice, and everything comes to an end.
# STEP=1 (make crash) takes every point, else every STEP-th; FAULTS as strace has them.
. "${0%/*}/../lib.sh"
command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null || {
	echo '1..0 # skipped: nothing may be traced here'; exit 0; }
. "${0%/*}/../stories.sh"
step=${STEP:-131}
faults=${FAULTS:-signal=KILL error=EIO error=EIO+ error=ENOSPC error=ENOSPC+ error=EMFILE error=EMFILE+ error=EINTR error=EINTR+}
sanitized=$(grep -o 'fsanitize=address' "$BUILD/flags" | head -n 1)

# can_fail CALL: whether it is one that the program makes and the kernel may refuse.  The others never
# fail (getpid), or are made by the run time of a sanitizer too, which tries again for ever.  A close
# that fails has closed all the same, which strace cannot play.
can_fail() {
	case $1 in
	open* | getdents* | read* | write* | pread* | pwrite* | lseek | fsync | fdatasync | ftruncate | fallocate) ;;
	*stat* | access | faccessat* | fcntl | flock | unlink* | rename* | mkdir* | fchmod* | fchown*) ;;
	socket* | connect | bind | listen | accept* | send* | recv* | poll | ppoll | select | pselect6) ;;
	pipe* | dup* | fork | vfork | clone* | wait4 | getrandom | ioctl) ;;
	mmap | munmap | mremap) [ -z "$sanitized" ] ;;
	*) return 1 ;;
	esac
}

# trial CALL NTH FAULT
trial() {
	when=$2 patience=120
	case $3 in
	*EINTR+) when=$2+ patience=0.3 ;; # repeated for ever, as it should be: cut short, as by kill -9
	*+) when=$2+ ;;
	esac
	point="$3 at $1 $2"
	back
	act "$name" timeout -s KILL $patience strace -qq -o /dev/null -e "inject=$1:${3%+}:when=$when" || status=$?
	case $3.$status in
	signal*) kills=$((kills + 1)) ;;
	*.137) [ $patience = 0.3 ] || wrong 'it does not come to an end' ;;
	esac
	mv "$dir/said" "$dir/first"
	judge "$name" $status "$dir/first"
}

turn=0
for name in ${*:-$stories}; do
	points=0 kills=0
	begin "$name"
	back
	point=undisturbed status=0
	act "$name" strace -qq -o "$dir/trace" || wrong "it ends with $?: $(cat "$dir/said")"
	mv "$dir/said" "$dir/first"
	judge "$name" 0 "$dir/first"
	# The calls by name and number.  Whoever is killed before the first look at the ledger has changed
	# nothing, wherever that is: one such kill stands for all.  The helper never looks.
	[ "$name" = helper ] && first=execve || first=$DECORUM_DB
	awk -F'(' -v first="$first" '
		index($0, first) { seen = 1 }
		$1 ~ /^[a-z][a-z0-9_]*$/ && $1 !~ /^exit|^execve/ { print $1, ++n[$1], seen ? "" : ++early }
	' "$dir/trace" >"$dir/points"
	for fault in $faults; do
		while read -r call nth early; do
			case $fault in
			error*) can_fail "$call" || continue ;;
			*) [ "${early:-1}" -eq 1 ] || continue ;;
			esac
			turn=$((turn + 1))
			[ $((turn % step)) -eq 0 ] || continue
			points=$((points + 1)) status=0
			trial "$call" "$nth" "$fault"
		done <"$dir/points"
	done
	echo "# $name: $points points, $kills kills, $violations violations"
	is "$name: the truth at every point" "$violations" 0
	is "$name: there were points" "$([ $points -gt 0 ] && echo some)" some
done
finish
