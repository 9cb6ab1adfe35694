#!/bin/sh
# sweep.sh [STEP] - ends, or fails, every system call of every operation, and judges what is left.
#
# One run for each system call after "begin": kill -9 at it; then the call fails once, and from
# then on, with the errors that it may well have.  STEP 1 takes all of them, as `make crash` does; 25, a slice for
# `make test`, every twenty-fifth.  Ends with counts of points, kills, failures and violations.
set -u
work=$BUILD/tests/crash/work
step=${1:-${STEP:-25}}
ASAN_OPTIONS=detect_leaks=0; export ASAN_OPTIONS # it cannot look for leaks under strace
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/base"
"$work" prepare "$dir/base" || { echo "not ok 1 - a ledger to begin with"; echo 1..1; exit 1; }
turn=0 points=0 kills=0 errors=0 bad=0 n=0

# The ledger of the base, at the place that its opener names.
fresh() {
	rm -rf "$dir/now"; mkdir "$dir/now"
	sed "s|$dir/base|$dir/now|" "$dir/base/opener" >"$dir/now/opener"; chmod 700 "$dir/now/opener"
	[ "$1" = create ] || cp -p "$dir/base/ledger.db" "$dir/base/ledger.db-journal" "$dir/now/"
}

# one OP WHAT INJECTION: a single run and its verdict.
one() {
	fresh "$1"
	strace -qq -o /dev/null -e trace="${3%%:*}" -e inject="$3" \
		"$work" "$1" "$dir/now" >"$dir/now/acks" 2>"$dir/err"
	status=$?
	[ $status -lt 128 ] || status=killed
	# What strace leaves when its child was killed is the signal, too.
	said=$("$work" judge "$1" "$dir/now" $status 2>&1) || {
		bad=$((bad + 1)); echo "# $1, $3, ended with $status: $said"
	}
}

for op in $("$work" list); do
	before=$bad
	fresh "$op"
	strace -qq -o "$dir/log" "$work" "$op" "$dir/now" >"$dir/now/acks" 2>"$dir/err" || {
		n=$((n + 1)); echo "not ok $n - $op without any fault"; sed 's/^/# /' "$dir/err"; bad=$((bad + 1)); continue
	}
	# name and number of each call after "begin": strace counts them by name.
	awk -F'(' '{ c[$1]++ } seen && $1 ~ /^[a-z0-9_]+$/ { print $1, c[$1] } /"begin/ { seen = 1 }' \
		"$dir/log" >"$dir/calls"
	while read -r name number; do
		turn=$((turn + 1))
		[ $((turn % step)) -eq 0 ] || continue
		points=$((points + 1))
		case $name in exit_group) continue ;; esac
		one "$op" kill "$name:signal=KILL:when=$number"; kills=$((kills + 1))
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
echo "# $points system calls: $kills kills, $errors failures, $bad violations"
echo "1..$n"
[ "$bad" -eq 0 ]
