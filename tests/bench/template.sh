# template.sh - one note rendered by decorum and by handlebars, in turn: medians and ratios.
set -eu
here=$(cd "${0%/*}" && pwd) peer=$BUILD/bench/node_modules/handlebars
if ! [ -d "$peer" ]; then
	command -v npm >/dev/null || { echo 'template: skipped, it needs node and npm for its peer'; exit 0; }
	npm install --prefix "$BUILD/bench" --silent --no-audit --no-fund handlebars
fi
log=$BUILD/bench/template.log
: >"$log"
for round in 1 2 3 4 5; do
	"$BUILD/tests/bench/template" | sed 's/^text/ours/' >>"$log"
	node "$here/template.cjs" "$peer" | sed 's/^text/theirs/' >>"$log"
done
[ "$(sed -n 's/^ours //p' "$log" | sort -u)" = "$(sed -n 's/^theirs //p' "$log" | sort -u)" ] ||
	{ echo 'template: the two do not write the same note'; exit 1; }
median() { grep "^$1 " "$log" | cut -d' ' -f2 | sort -n | sed -n 3p; }
awk -v r="$(median render)" -v p="$(median parse)" -v c="$(median compiled)" -v f="$(median fastest)" 'BEGIN {
	printf "template  one render, median of five: %.0f ns; parse and render %.0f ns, %.1f times that (goal: at most 10)\n", r, p, p / r
	printf "          handlebars, compiled: %.0f ns, %.1f times ours (goal: at least 20); its fastest setting: %.0f ns, %.1f times\n", c, c / r, f, f / r
}'
