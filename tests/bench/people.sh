# people.sh - "likely the same person" against the truth of exports that nothing was tuned on, beside
# the token ratios of fuzzball on the same candidates.
#
#   make bench BENCH_SEEDS='61 62 63' BENCH_PEOPLE=100000
set -eu
here=$(cd "${0%/*}" && pwd) dir=$BUILD/bench data=$BUILD/bench/data
command -v python3 >/dev/null || { echo 'people: skipped, it needs python3'; exit 0; }
mkdir -p "$data"
ours() { "$BUILD/tests/bench/people" "$1" | sed 's/^/decorum: /'
	"$BUILD/tests/bench/people" -j "$1" | sed 's/^/decorum, no jobs known: /'; }
peers() { :; }
if command -v npm >/dev/null; then
	[ -d "$dir/node_modules/fuzzball" ] ||
		npm install --prefix "$dir" --silent --no-audit --no-fund fuzzball
	peers() { node --max-old-space-size=6000 "$here/people.cjs" "$dir/node_modules/fuzzball" "$1"; }
fi
for seed in ${BENCH_SEEDS:-61 62 63}; do
	[ -f "$data/s$seed/truth_clusters.tsv" ] || python3 "$here/gen_export.py" \
		--rows "${BENCH_PEOPLE:-100000}" --seed "$seed" --candidates 4000 --out "$data/s$seed"
	ours "$data/s$seed"
	peers "$data/s$seed"
done >"$dir/people.txt"
awk -F': ' '
	/ of / { kind = substr($2, 1, 5); n = split($2, w, " +"); all[$1, kind] += w[n - 1]; hit[$1, kind] += w[n - 3]
	         if (!seen[$1]++) order[++count] = $1 }
	function share(who, kind) { return all[who, kind] ? hit[who, kind] / all[who, kind] : 0 }
	END { for (i = 1; i <= count; i++) printf "people    %-24s recall %.3f within a script (goal: 0.97), %.3f across scripts (goal: 0.60), %.4f of new people flagged\n",
	      order[i], share(order[i], "withi"), share(order[i], "acros"), share(order[i], "false") }
' "$dir/people.txt"
