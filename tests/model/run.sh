#!/bin/sh
# run.sh - search every state of the model; then put each deliberate fault in and expect it found.
set -u
model=$PWD/tests/model/request.pml
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
n=0 bad=0
# search FLAG...: 0 when nothing is wrong in any state.
search() {
	spin "$@" -a "$model" >log 2>&1 && cc -O2 -DSAFETY -w -o pan pan.c >>log 2>&1 || { cat log; exit 1; }
	./pan -m1000000 >log 2>&1
	grep -q 'errors: 0' log && ! grep -q 'Search not completed' log
}
verdict() { n=$((n + 1)); if [ "$1" = "$2" ]; then echo "ok $n - $3"; else echo "not ok $n - $3"; bad=1; fi; }
search; verdict $? 0 'no state breaks a promise'
echo "# $(grep 'states, stored' log)"
# A statement that is never reached proves nothing.
dead=$(sed -n '/^unreached/,$p' log | grep 'request.pml' | grep -vc -e '-end-')
verdict "$dead" 0 'every move is made in some run'
for fault in $(sed -n 's/^#ifdef \(FAULT_[A-Z_]*\).*/\1/p' "$model"); do
	search "-D$fault"; verdict $? 1 "found: $fault"
done
echo "1..$n"
exit $bad
