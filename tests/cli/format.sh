#!/bin/sh
# Every format of check obeys its schema or its reader, with hostile text in it: for one note with
# fixes and a suppression, for a clean one, and for the rows of a file.
. "${0%/*}/../lib.sh"
schemas=$here/data/schema
zwsp=$(printf '\342\200\213')
cat >"$dir/people.csv" <<CSV
name,address,note
"Ada <&""Vey> # ]]>",in/ada-vey,"Hi Anna <&>, {{name}} 100%: a,b
second line,  the the end$zwsp"
Bea Coe,in/bea-coe,"Hi Bea, your answer about vacuum on the mailing list saved my week."
Bea Coe,in/bea-coe,
CSV
one="Hi Anna <&\"x>, {{name}}  the the # 100%: a,b$zwsp]]>"
obeys() { # WHAT SCHEMA: the last standard output
	if "$BUILD/tests/aid/schema" "$schemas/$2" <"$dir/out" >"$dir/log" 2>&1; then _ok "$1"
	else _no "$1" "$(head -n 5 "$dir/log")"; fi
}
judged() { # FORMAT CHECK...: the three cases
	format=$1; shift
	run check in/ada-vey --name 'Ada <&"Vey>' --note "$one" --suppress repeated-word='a <&">habit' --format "$format"
	"$@" "$format: a note with findings, fixes and a suppression"
	run check in/bea-coe --name 'Bea Coe' --note 'Hi Bea, your answer about vacuum on the mailing list saved my week.' --format "$format"
	"$@" "$format: a clean note"
	run check --csv "$dir/people.csv" --format "$format"
	"$@" "$format: the rows of a file"
}
json_obeys() { obeys "$2" "$1"; }
xml_obeys() { check "$2" xmllint --noout --schema "$schemas/$1" "$dir/out"; }
lines_match() { is "$2" "$(grep -cvE "$1" "$dir/out")" 0; }

judged json json_obeys report.json
judged sarif json_obeys sarif.json
judged checkstyle xml_obeys checkstyle.xsd
judged junit xml_obeys junit.xsd
judged gcc lines_match '^[^:]+:[1-9][0-9]*:[1-9][0-9]*: (error|warning|note): .+ \[[a-z0-9-]+\]$'
judged github lines_match '^::(error|warning|notice) file=[^:,]*,line=[0-9]+,col=[0-9]+,title=[a-z0-9-]+::[^%]*(%(25|0A|0D)[^%]*)*$'

# jsonl: each line is a finding as in the report.
jsonl() { is "$1" "$(json --lines rule | grep -cvE '^[a-z0-9-]+$')" 0; }
judged jsonl jsonl

# TAP: numbered without a gap, a plan that counts them, and blocks that are closed.
tap() {
	is "$1" "$(awk '/^(not )?ok [0-9]+ - / { n++; if ($0 !~ "^(not )?ok " n " - ") bad = 1 }
		/^  ---$/ { open++ } /^  \.\.\.$/ { open-- } /^1\.\./ { plan = substr($0, 4) }
		END { print bad + 0, open + 0, plan == n }' "$dir/out")" '0 0 1'
}
judged tap tap
if command -v prove >/dev/null; then
	run check --csv "$dir/people.csv" --format tap --fail-on never
	cp "$dir/out" "$dir/tap"
	check 'tap: prove reads it' prove --exec cat "$dir/tap"
fi

# The schemas themselves can say no.
echo '{"v":2}' >"$dir/out"
is 'a wrong version is seen' "$("$BUILD/tests/aid/schema" "$schemas/report.json" <"$dir/out" | head -n 1)" '/v: not the value it must have:'
echo '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[{"message":{"text":"x"},"level":"bad"}]}]}' >"$dir/out"
has 'a wrong level is seen' "$("$BUILD/tests/aid/schema" "$schemas/sarif.json" <"$dir/out")" '/runs/0/results/0/level'

# Walks the table: no format is left out above.
run completion words -- check --format ''
for format in $(printf '%s\n' "$out" | cut -f1); do
	case $format in text) ;; *) has "$format is judged here" "$(cat "$0")" "judged $format" ;; esac
done
finish
