#!/bin/sh
# freeze.sh [STORY...] - stopped at every system call of the program at the API, while another goes on.
#
# As with SIGSTOP and SIGCONT: the first stands still at a call, also at one that its helper makes to
# the other side; a second decorum does something of its own; then the first goes on.  What either
# of them promised is so, nothing goes out twice, and everything comes to an end.
# STEP=1 (make crash) takes every call, else every STEP-th.
. "${0%/*}/../lib.sh"
freeze=$BUILD/tests/crash/freeze
"$freeze" 1 /dev/null true 2>/dev/null && strace -o /dev/null true 2>/dev/null || { echo '1..0 # skipped: nothing may be traced here'; exit 0; }
. "${0%/*}/../stories.sh"
step=${STEP:-151}
export dir here BUILD DECORUM

# Who comes in between.
beside() {
	case $1 in
	send) echo send release pause ;;
	undo) echo undo release now ;;
	release) echo release undo now pause ;;
	withdraw) echo withdraw release ;;
	import) echo import release undo ;;
	migrate) echo migrate release undo ;;
	esac
}

# trial OTHER N: false when there is no Nth call.
trial() {
	point="$1 at call $2" status=0
	back
	rm -f "$dir/second"
	# Whoever waits for a lock of the first waits in vain, and is ended before long.
	printf '. "$here/act.sh"; words="$dir/other"; act %s timeout -s KILL 0.25; echo $? >"$dir/second"\n' "$1" >"$dir/script"
	act "$name" timeout -s KILL 120 "$freeze" "$2" "$dir/script" || status=$?
	[ -s "$dir/second" ] || return 1
	[ $status -ne 137 ] || wrong 'it does not come to an end'
	mv "$dir/said" "$dir/first"
	kept "$name" $status "$dir/first"
	kept "$1" "$(cat "$dir/second")" "$dir/other"
	[ "$1" != pause ] || d queue resume
	settled
}

turn=0
for name in ${*:-send undo release withdraw import migrate}; do
	begin "$name"
	points=0
	# Before the first look at the ledger one place is as good as another.
	back
	act "$name" strace -qq -o "$dir/trace"
	early=$(awk -v ledger="$DECORUM_DB" 'index($0, ledger) { print NR - 1; exit }' "$dir/trace")
	for other in $(beside "$name"); do
		at=$((early + turn % step))
		while trial "$other" $at; do
			at=$((at + step)) points=$((points + 1)) turn=$((turn + 1))
		done
	done
	echo "# $name: $points stops, $violations violations"
	is "$name: the truth at every stop" "$violations" 0
done
finish
