# hold.sh - how late a hold ends, and how long `decorum send` and `decorum undo` take.
set -eu
"$BUILD/tests/bench/hold" ${BENCH_HOLDS:-200} ${BENCH_SESSIONS:-12} >"$BUILD/bench-hold.log" || { cat "$BUILD/bench-hold.log"; exit 1; }
grep '^hold' "$BUILD/bench-hold.log"
