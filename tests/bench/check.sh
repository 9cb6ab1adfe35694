# check.sh - one note in memory against all rules; then the English notes that the rules
# are learnt from, in turn with alex and write-good: medians and ratios.
set -eu
here=$(cd "${0%/*}" && pwd) peers=$BUILD/bench/node_modules
"$BUILD/tests/bench/check"
if ! [ -d "$peers/alex" ] || ! [ -d "$peers/write-good" ]; then
	command -v npm >/dev/null || { echo 'check: alex and write-good are skipped, they need node and npm'; exit 0; }
	npm install --prefix "$BUILD/bench" --silent --no-audit --no-fund alex@11 write-good@1
fi
set -- "$here"/../../src/check/learned/notes/*-en.tsv
log=$BUILD/bench/check.log
: >"$log"
for round in 1 2 3 4 5; do
	"$BUILD/tests/bench/check" "$@" >>"$log"
	node "$here/linters.mjs" "$peers" "$@" >>"$log"
done
median() { grep "^$1 " "$log" | cut -d' ' -f2 | sort -n | sed -n 3p; }
awk -v d="$(median decorum)" -v a="$(median alex)" -v w="$(median write-good)" -v n="$(median notes)" 'BEGIN {
	printf "check     one of %d English notes, mean, median of five: %.1f us; alex %.0f us, %.0f times that; write-good %.0f us, %.1f times\n", n, d, a, a / d, w, w / d
}'
