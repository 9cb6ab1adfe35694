#!/bin/sh
# memory.sh [STORY...] - memory runs out at every allocation of the program at the API.
#
# Each allocation, whichever library makes it, fails once; every tenth and all after it, too.  The
# program says so and ends with an exit status that it documents, and its promises hold.
# STEP=1 (make crash) takes every allocation, else every STEP-th.
. "${0%/*}/../lib.sh"
grep -q 'fsanitize=address' "$BUILD/flags" && { echo '1..0 # skipped: the sanitizer has an allocator of its own'; exit 0; }
. "${0%/*}/../stories.sh"
step=${STEP:-251}
scarce=$BUILD/tests/crash/preload/scarce.so

# trial WHICH: WHICH is for $SCARCE.
trial() {
	point="allocation $1" status=0
	back
	act "$name" env LD_PRELOAD="$scarce" SCARCE="$1" || status=$?
	mv "$dir/said" "$dir/first"
	case $status in
	0) ;; # it can do without
	1 | 2 | 3 | 4 | 5 | 6 | 75)
		refusals=$((refusals + 1))
		[ -s "$dir/first" ] || wrong "it ends with $status, without a word" ;;
	*) wrong "it ends with $status: $(cat "$dir/first")" ;;
	esac
	while read -r line; do
		case $line in *good-token*) wrong 'the token is told' ;; esac
	done <"$dir/first"
	judge "$name" $status "$dir/first"
}

turn=0
for name in ${*:-$stories}; do
	begin "$name"
	points=0 refusals=0 point=undisturbed
	back
	act "$name" env LD_PRELOAD="$scarce" SCARCE_COUNT="$dir/count" || wrong "it ends with $?: $(cat "$dir/said")"
	count=$(cat "$dir/count")
	for which in $(seq "$count") $(seq -f %.0f+ 1 10 "$count"); do
		turn=$((turn + 1))
		[ $((turn % step)) -eq 0 ] || continue
		points=$((points + 1))
		trial "$which"
	done
	echo "# $name: $points points in $count allocations, $refusals refusals, $violations violations"
	is "$name: the truth without memory" "$violations" 0
	is "$name: memory did run out" "$([ $refusals -gt 0 ] && echo yes)" yes
done
finish
