# scale.sh - import, check, append and batch at BENCH_ROWS requests, beside peers in the same run.
#
#   make bench BENCH_ROWS='10000 100000 1000000 10000000' BENCH_SEED=31
#
# Prints a table and writes build/bench/results.json.  The seed is one that nothing was tuned on.
set -eu
here=$(cd "${0%/*}" && pwd)
rows=${BENCH_ROWS:-10000 100000 1000000} seed=${BENCH_SEED:-31} runs=${BENCH_RUNS:-200}
dir=$BUILD/bench out=$BUILD/bench/results.tsv
spawn=$BUILD/tests/bench/spawn
mkdir -p "$dir/db" && chmod 700 "$dir/db"
: >"$out"
export XDG_CONFIG_HOME="$dir/none" XDG_STATE_HOME="$dir/state"
note='Hi Anna, I host a weekly podcast on leadership and I am always looking for thoughtful guests. Could I send over a two line summary?'

have() { command -v "$1" >/dev/null; }
# record NAME ROWS UNIT MIN P10 MEDIAN P90 MAX KB CPU
record() { printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$@" >>"$out"; }
single() { record "$1" "$2" "$3" "$4" "$4" "$4" "$4" "$4" 0 "$4"; }
# measure NAME ROWS RUNS COMMAND…
measure() {
	name=$1 n=$2 count=$3
	shift 3
	took=$("$spawn" "$count" "$@")
	record "$name" "$n" us $took
	tail -1 "$out" | awk -F'\t' '{ printf "  %-34s %9s  %10.2f ms (p10 %.2f, p90 %.2f), %.2f of processor  %6.1f MB\n", $1, $2, $6 / 1e3, $5 / 1e3, $7 / 1e3, $10 / 1e3, $9 / 1024 }'
}

generate() {
	[ -f "$1/done" ] || { python3 "$here/gen_export.py" --rows "$2" --seed "$seed" --candidates 2000 --out "$1" && : >"$1/done"; }
}

start() {
	printf 'int main(void) { return 0; }\n' | ${CC:-cc} -O2 -static -x c -o "$dir/noop" -
	measure 'static no-op' 0 "$runs" "$dir/noop"
	measure 'decorum --version' 0 "$runs" "$DECORUM" --version
	measure 'check, empty ledger' 0 "$runs" "$DECORUM" --db "$dir/db/none.db" check https://www.linkedin.com/in/anna-kelly-1 --name 'Anna Kelly' --note "$note"
}

# The sqlite3 shell reads the same files: as they are, with an index on the address, and with
# an index of trigrams over the notes.
peers_import() {
	for kind in plain indexed trigram; do
		case $kind in
		plain) make_index= ;;
		indexed) make_index='CREATE INDEX i ON inv (inviteeProfileUrl);' ;;
		trigram) make_index="CREATE INDEX i ON inv (inviteeProfileUrl); CREATE VIRTUAL TABLE f USING fts5 (m, tokenize = 'trigram'); INSERT INTO f SELECT Message FROM inv;" ;;
		esac
		printf 'rm -f "%s"; sqlite3 "%s" >/dev/null 2>&1 <<X\n.mode csv\n.import "%s" inv\n.import "%s" con\n%s\nX\n' \
			"$dir/db/$kind.db" "$dir/db/$kind.db" "$1/Invitations.csv" "$1/Connections.csv" "$make_index" >"$dir/peer.sh"
		measure "sqlite3 .import, $kind" "$2" "$3" sh "$dir/peer.sh"
	done
}

# Columns: address, name, note, company; of those candidates whose fields hold no line break.
# And the first thousand candidates as a table of their own.
candidates() {
	python3 - "$1/Candidates.csv" "$dir/batch.csv" >"$dir/candidates.tsv" <<'X'
import csv, sys
with open(sys.argv[2], 'w', encoding='utf-8', newline='') as f:
    csv.writer(f).writerows(r for i, r in enumerate(csv.reader(open(sys.argv[1], encoding='utf-8', newline=''))) if i <= 1000)
for r in csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')):
    c = [r['Profile URL'], r['Name'], r['Note'], r['Company']]
    if not any('\t' in x or '\n' in x or '\r' in x or not x for x in c):
        print('\t'.join(c))
X
}

at_size() {
	n=$1 data=$dir/data-$1-$seed db=$dir/db/$1.db
	rounds=3
	[ "$n" -lt 1000000 ] || rounds=1
	generate "$data" "$n"
	raw=$(($(wc -c <"$data/Invitations.csv") + $(wc -c <"$data/Connections.csv")))
	single 'raw CSV' "$n" bytes "$raw"
	printf 'rm -f "%s" "%s-journal"; exec "%s" --db "%s" import "%s" "%s"\n' "$db" "$db" "$DECORUM" "$db" "$data/Connections.csv" "$data/Invitations.csv" >"$dir/import.sh"
	measure 'import' "$n" "$rounds" sh "$dir/import.sh"
	single 'ledger' "$n" bytes "$(wc -c <"$db")"
	candidates "$data"
	measure 'check, cold process' "$n" "$runs" -f "$dir/candidates.tsv" "$DECORUM" --db "$db" check '{1}' --name '{2}' --company '{4}' --note '{3}' --at 2024-06-28
	if have sqlite3; then
		peers_import "$data" "$n" "$rounds"
		measure 'sqlite3 SELECT by address' "$n" "$runs" -f "$dir/candidates.tsv" sqlite3 "$dir/db/indexed.db" "SELECT * FROM inv WHERE inviteeProfileUrl = '{1}'"
	fi
	if [ "$n" = 100000 ] && have npm; then
		[ -d "$dir/node_modules/fastest-levenshtein" ] || npm install --prefix "$dir" --silent --no-audit --no-fund fastest-levenshtein
		single 'fastest-levenshtein scan' "$n" us "$(node "$here/levenshtein.cjs" "$dir/node_modules/fastest-levenshtein" "$data/Invitations.csv" "$note" | awk '{ print $1 * 1000 }')"
	fi
	measure 'batch check of 1,000' "$n" 3 "$DECORUM" --db "$db" check --csv "$dir/batch.csv" --at 2024-06-28
	cp "$db" "$dir/db/append.db"
	measure 'append, durable' "$n" 40 "$DECORUM" --db "$dir/db/append.db" send 'https://www.linkedin.com/in/new-person-{0}' --name 'Nova Person' --note 'Hi Nova, your talk on tides {0} at the old mill made me think of my own boat, thank you for it.' --override day-budget=bench --override week-budget=bench --override burst=bench --yes
	rm -f "$dir/db/append.db" "$dir/db/append.db-journal"
	"$BUILD/tests/bench/notes" "$db" "$data/Candidates.csv" "$data/truth_candidates.tsv" >"$dir/accuracy"
	for pair in $(cat "$dir/accuracy"); do
		single "notes: ${pair%%=*}" "$n" '' "${pair#*=}"
	done
	sed "s/^/  notes $n: /" "$dir/accuracy"
	[ ! -x "$BUILD/tests/bench/people" ] || "$BUILD/tests/bench/people" "$data" | sed "s/^/  people $n: /" | tee "$dir/people-$n.txt"
	if have npm; then
		[ -d "$dir/node_modules/fuzzball" ] || npm install --prefix "$dir" --silent --no-audit --no-fund fuzzball
		node --max-old-space-size=6000 "$here/people.cjs" "$dir/node_modules/fuzzball" "$data" | sed "s/^/  people $n: /" | tee "$dir/ratios-$n.txt"
		single 'people: flagged by token_sort_ratio' "$n" '' "$(sed -n 's/.*token_sort_ratio: false flags .* \([0-9.]*\)$/\1/p' "$dir/ratios-$n.txt")"
	fi
	for kind in 'within a script' 'across scripts' 'false flags'; do
		part=$(sed -n "s/.* $kind .* \([0-9.]*\)\$/\1/p" "$dir/people-$n.txt")
		[ -z "$part" ] || single "people: $kind" "$n" '' "$part"
	done
}

start
rm -f "$dir/db/empty.db"
measure 'append, empty ledger' 0 40 "$DECORUM" --db "$dir/db/empty.db" send 'https://www.linkedin.com/in/new-person-{0}' --name 'Nova Person' --note 'Hi Nova, your talk on tides {0} at the old mill made me think of my own boat, thank you for it.' --override day-budget=bench --override week-budget=bench --override burst=bench --yes
rm -f "$dir"/db/empty.db*
for n in $rows; do
	at_size "$n"
done
awk -F'\t' 'BEGIN { print "[" } { printf "%s{\"name\":\"%s\",\"rows\":%s,\"unit\":\"%s\",\"min\":%s,\"p10\":%s,\"median\":%s,\"p90\":%s,\"max\":%s,\"peak_kb\":%s,\"cpu\":%s}", (NR > 1 ? ",\n" : ""), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 } END { print "\n]" }' "$out" >"$dir/results.json"
awk -F'\t' -f "$here/goals.awk" "$out"
