#!/bin/sh
# sweep.sh [STEP] - ends, fails or stops every system call of every operation, and judges what is left.
#
# Some runs for each system call after "begin": kill -9 at it; the call fails once, and from then on,
# with the errors that it may well have; it stands still there while a second process does the same
# thing, and then goes on.  STEP 1 takes all of them, as `make crash` does; 50, a slice for `make
# test`, every fiftieth; $OPS names the operations, else all.  Ends with counts of points, kills, failures, stops and violations.
set -u
work=$BUILD/tests/crash/work
step=${1:-${STEP:-50}}
ASAN_OPTIONS=detect_leaks=0; export ASAN_OPTIONS # it cannot look for leaks under strace
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/base"
"$work" prepare "$dir/base" || { echo "not ok 1 - a ledger to begin with"; echo 1..1; exit 1; }
"$BUILD/tests/aid/old" "$dir/base/old.db" 3 || exit 1
turn=0 points=0 kills=0 errors=0 stops=0 bad=0 n=0

# The ledger of the base, at the place that its opener names: a new one for each trial, where no opener
# of the one before, come late, leaves its line.
now=$dir/now trial=0
fresh() {
	rm -rf "$now"; trial=$((trial + 1)) now=$dir/now$trial; mkdir "$now"
	sed "s|$dir/base|$now|" "$dir/base/opener" >"$now/opener"; chmod 700 "$now/opener"
	case $1 in
	create) ;;
	migrate) cp -p "$dir/base/old.db" "$now/ledger.db" ;;
	*) cp -p "$dir/base/ledger.db" "$dir/base/ledger.db-journal" "$now/" ;;
	esac
}

# one OP WHAT INJECTION: a single run and its verdict.
one() {
	fresh "$1"
	strace -qq -o /dev/null -e trace="${3%%:*}" -e inject="$3" \
		"$work" "$1" "$now" >"$now/acks" 2>"$dir/err"
	status=$?
	[ $status -lt 128 ] || status=killed
	# What strace leaves when its child was killed is the signal, too.
	said=$("$work" judge "$1" "$now" $status 2>&1) || {
		bad=$((bad + 1)); echo "# $1, $3, ended with $status: $said"
	}
}

# stop OP N: two at once, the first of which stands still at its Nth call.
stop() {
	fresh "$1"
	printf '"%s" %s "%s" >"%s/second" 2>/dev/null; echo $? >"%s/status"\n' "$work" "$1" "$now" "$now" "$now" >"$dir/script"
	"$BUILD/tests/crash/freeze" "$2" "$dir/script" "$work" "$1" "$now" >"$now/acks" 2>"$dir/err"
	status=$?
	cat "$now/second" >>"$now/acks"
	# What one of them was refused the other may have done.
	said=$(grep -q ack "$now/acks" || cat "$dir/err"; "$work" judge "$1" "$now" $status 2>&1) || {
		bad=$((bad + 1)); echo "# $1, stopped at call $2, ended with $status: $said"
	}
	case $1 in create | import | forget | backup | migrate) return ;; esac # may well be done twice
	[ "$(grep -c ack "$now/acks")" -le 1 ] && [ "$(cat "$now/opened" 2>/dev/null | wc -l)" -le 1 ] || {
		bad=$((bad + 1)); echo "# $1, stopped at call $2: both of them did it"
	}
}

for op in ${OPS:-$("$work" list)}; do
	before=$bad
	fresh "$op"
	strace -qq -o "$dir/log" "$work" "$op" "$now" >"$now/acks" 2>"$dir/err" || {
		n=$((n + 1)); echo "not ok $n - $op without any fault"; sed 's/^/# /' "$dir/err"; bad=$((bad + 1)); continue
	}
	# name and number of each call after "begin": strace counts them by name.
	awk -F'(' '{ c[$1]++ } seen && $1 ~ /^[a-z0-9_]+$/ { print $1, c[$1], NR - 1 } /"begin/ { seen = 1 }' \
		"$dir/log" >"$dir/calls"
	while read -r name number line; do
		turn=$((turn + 1))
		[ $((turn % step)) -eq 0 ] || continue
		points=$((points + 1))
		case $name in exit_group) continue ;; esac
		one "$op" kill "$name:signal=KILL:when=$number"; kills=$((kills + 1))
		stop "$op" "$line"; stops=$((stops + 1))
		case $name in
		write | pwrite64 | ftruncate | fallocate) list='ENOSPC EIO' ;;
		fsync | fdatasync | read | pread64 | unlink | rename | link | lseek) list=EIO ;;
		openat | open | socketpair | pipe | pipe2) list='EMFILE EIO' ;;
		fork | vfork | clone | clone3) list=EAGAIN ;;
		*) list= ;;
		esac
		for error in $list; do
			one "$op" "$error" "$name:error=$error:when=$number"
			one "$op" "$error" "$name:error=$error:when=$number+"
			errors=$((errors + 2))
		done
	done <"$dir/calls"
	n=$((n + 1))
	[ "$before" -eq "$bad" ] && echo "ok $n - $op" || echo "not ok $n - $op"
done
echo "# $points system calls: $kills kills, $errors failures, $stops stops, $bad violations"
echo "1..$n"
[ "$bad" -eq 0 ]
