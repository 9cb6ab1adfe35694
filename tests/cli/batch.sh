#!/bin/sh
# check --csv: each row against the ledger and the rows before it, findings with their lines.
. "${0%/*}/../lib.sh"
run dnc add in/joe-doe --reason 'asked me not to'

cat >"$dir/people.csv" <<'CSV'
A list from our sales tool

Full Name,LinkedIn URL,Title,Organisation,Message
Ada Vey,https://www.linkedin.com/in/ada-vey,Analyst,Northwind,"Hi Ada, your talk on query planners at FOSDEM helped me a lot."
Bea Coe,uk.linkedin.com/in/Bea-Coe/?trk=x,Engineer,Initech,"Hi Anna,
your post on index scans cleared up {{topic}} for me."
Joe Doe,in/joe-doe,,,
Bea Coe,https://linkedin.com/in/bea-coe,,,"Hi Bea, we met at the vacuum clinic in Ghent last week."
Cem Dil,https://evil.com/in/cem,,,x
Dan Eno,in/dan-eno,,,"Hi Dan, your talk on query planners at FOSDEM helped me a lot."
,,,,
CSV
run check --csv "$dir/people.csv" --format gcc
f=$dir/people.csv
is 'a row that cannot be read: exit 2' $status 2
has 'and is named with its line' "$errout" "$f:9: "
has 'its address is refused' "$errout" evil.com
has 'an empty row too' "$errout" "$f:11: this row has neither a person nor a note"
has 'a wrong name, on the line where it is' "$out" "$f:5:4: error:"
has 'a place that is empty, on the second line of its cell' "$out" "$f:6:"
has 'a person on the do-not-contact list' "$out" "$f:7:1: error:"
has 'the same person twice, in another spelling' "$out" "$f:8:1: error: Bea Coe stands on line 5 already."
has 'the same note as a row before' "$out" "$f:10:1: warning: This note stands on line 4 already, but for personal parts; 1 earlier row has it."
hasnt 'a good row says nothing but that nobody has looked at the person' \
	"$(grep -v unchecked-profile "$dir/out")" "$f:4:"

sed '9d;11d' "$dir/people.csv" >"$dir/clean.csv"
run check --csv "$dir/clean.csv" --json
is 'errors: exit 1' $status 1
is 'JSON has all rows' "$(json 'rows.#')" 5
is 'with their lines' "$(json rows.1.line) $(json rows.1.verdict)" '5 stop'
run check --csv "$dir/clean.csv" --format jsonl
is 'jsonl: each line is JSON' "$(json --lines)" ''
run check --csv "$dir/clean.csv" --format tap
is 'tap: the plan counts the rows' "$(tail -n 1 "$dir/out")" '1..5'
run check --csv "$dir/clean.csv" --format sarif --no-rule unchecked-profile
is 'sarif: a region has its line' "$(json runs.0.results.0.locations.0.physicalLocation.region.startLine)" 5
for format in checkstyle junit; do
	run check --csv "$dir/clean.csv" --format $format
	check "$format: is XML" xmllint --noout "$dir/out"
done
run check --csv "$dir/clean.csv"
has 'people see the line' "$out" 'line 5: Bea Coe'
has 'and the sum' "$out" '5 rows checked, '
printf 'note\n"Hi {{name}}, your talk on planners helped me."\n' >"$dir/notes.csv"
run check --csv "$dir/notes.csv"
is 'a row without a person has its line, too' "$(head -n 1 "$dir/out")" 'line 2'
run check --csv "$dir/clean.csv" --format json; cp "$dir/out" "$dir/before"
run check --csv "$dir/clean.csv" --baseline "$dir/before"
is 'with a baseline nothing is left' $status 0
run_in "$(cat "$dir/clean.csv")" check --csv - --format gcc
has 'from standard input' "$out" '5:4: error:'
run check --csv "$dir/clean.csv" in/ada-vey
is 'no recipient beside it: exit 2' $status 2
printf 'a,b\n1,2\n' >"$dir/odd.csv"
run check --csv "$dir/odd.csv"
is 'no header that is known: exit 2' $status 2
is 'and nothing is printed' "$out" ''
printf 'name,note\nAda,"Hi\n' >"$dir/open.csv"
run check --csv "$dir/open.csv"
is 'a quote that never ends: exit 2' $status 2
has 'is named with line and column' "$errout" "$dir/open.csv:2:5:"
run check --csv /no/such.csv
is 'no such file' "$([ $status -eq 2 ] || [ $status -eq 3 ]; echo $?)" 0

# Many rows: nearly the same notes are found among them, and memory stays small.
awk 'BEGIN { print "name,profile,note"
	for (i = 1; i <= 5000; i++)
		printf "Ada Vey,in/person-%d,\"Hi Ada, the %dth answer of yours about %s on the mailing list of %s helped me with %s.\"\n", i, i, \
			substr("planners vacuum indexes joins windows", 1 + i * 7 % 30, 9), substr("postgres sqlite duckdb mariadb", 1 + i * 11 % 20, 12), substr("reports backups upgrades queries", 1 + i * 13 % 25, 10) }' >"$dir/many.csv"
limit=400000
! grep -q fsanitize "$BUILD/flags" || limit=unlimited # a sanitizer maps far more than it uses
( ulimit -v $limit; "$DECORUM" check --csv "$dir/many.csv" --format jsonl >"$dir/out" 2>"$dir/err" ) 2>/dev/null
has 'near copies among many rows' "$(json --lines rule | sort | uniq -c | tr '\n' ' ')" identical-in-batch
finish
