# import.sh - an export into the ledger, and the same files into SQLite without any index, in turn.
# BENCH_ROWS="10000 100000 1000000" chooses the sizes; medians of three, by wall clock.
# Writes $BUILD/bench/import.tsv: rows, who, seconds, cpu seconds, kilobytes, bytes on disk.
set -eu
here=$(cd "${0%/*}" && pwd) data=$BUILD/bench/data
command -v sqlite3 >/dev/null && command -v python3 >/dev/null ||
	{ echo 'import: skipped, it needs python3 and the sqlite3 shell'; exit 0; }
tsv=$BUILD/bench/import.tsv
mkdir -p "$data"
: >"$tsv"
one() { # rows who file command...
	rows=$1 who=$2 db=$3; shift 3
	rm -f "$db" "$db-journal"
	"$BUILD/tests/bench/measure" "$@" >"$data/out" 2>"$data/err" || { cat "$data/err"; exit 1; }
	printf '%s\t%s\t%s\t%s\n' "$rows" "$who" "$(tail -n 1 "$data/out" | tr ' ' '\t')" \
		"$(wc -c <"$db")" >>"$tsv"
}
for rows in ${BENCH_ROWS:-10000 100000}; do
	from=$data/x$rows
	[ -f "$from/truth_clusters.tsv" ] ||
		python3 "$here/gen_export.py" --rows "$rows" --seed 7 --out "$from"
	for round in 1 2 3; do
		one "$rows" ours "$data/l.db" "$DECORUM" --quiet --db "$data/l.db" import \
			"$from/Connections.csv" "$from/Invitations.csv"
		one "$rows" sqlite3 "$data/p.db" sqlite3 "$data/p.db" '.mode csv' \
			".import $from/Invitations.csv inv" ".import --skip 4 $from/Connections.csv con"
	done
	rm -f "$data/l.db" "$data/p.db"
	raw=$(cat "$from/Connections.csv" "$from/Invitations.csv" | wc -c)
	median() { awk -v r="$rows" -v w="$1" '$1 == r && $2 == w { print $3, $4, $5, $6 }' "$tsv" | sort -n | sed -n 2p; }
	echo "$rows $raw $(median ours) $(median sqlite3)"
done | awk '
	{ printf "import    %7d requests: %.2f s, %.0f MB of memory, store %.2f of the CSV; sqlite3 .import without index %.2f s: %.1f times that (goal: at most 1)\n",
	  $1, $3, $5 / 1024, $6 / $2, $7, $3 / $7
	  if (before) printf "          %.1f times as long for %.0f times the requests (goal: at most 11 for 10)\n", $3 / before, $1 / rows
	  before = $3; rows = $1 }'
