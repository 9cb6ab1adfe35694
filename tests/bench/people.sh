# people.sh - "likely the same person" against the truth of exports that nothing was tuned on.
set -eu
here=$(cd "${0%/*}" && pwd) data=$BUILD/bench/data
command -v python3 >/dev/null || { echo 'people: skipped, it needs python3'; exit 0; }
mkdir -p "$data"
for seed in ${BENCH_SEEDS:-51 52 53}; do
	[ -f "$data/s$seed/truth_clusters.tsv" ] || python3 "$here/gen_export.py" \
		--rows "${BENCH_PEOPLE:-100000}" --seed "$seed" --candidates 4000 --out "$data/s$seed"
	"$BUILD/tests/bench/people" "$data/s$seed"
done >"$BUILD/bench/people.txt"
awk '
	/ of / { all[$0 ~ /^within/ ? "w" : $0 ~ /^across/ ? "a" : $0 ~ /^false/ ? "f" : "x"] += $(NF - 1)
	         hit[$0 ~ /^within/ ? "w" : $0 ~ /^across/ ? "a" : $0 ~ /^false/ ? "f" : "x"] += $(NF - 3) }
	/look-up/ { us += $(NF - 3); n++ }
	END { printf "people    recall %.3f within a script (goal: 0.97), %.3f across scripts (goal: 0.60), %.3f of new people flagged; %.0f us a look-up\n",
	      hit["w"] / all["w"], hit["a"] / all["a"], hit["f"] / all["f"], us / n }
' "$BUILD/bench/people.txt"
