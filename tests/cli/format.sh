#!/bin/sh
# Every format of check obeys its schema or is understood by a reader that others wrote, with hostile
# text in it: for one note with fixes and a suppression, for a clean one, and for the rows of a file.
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
	case=1; run check in/ada-vey --name 'Ada <&"Vey>' --note "$one" --suppress repeated-word='a <&">habit' --format "$format"
	"$@" "$format: a note with findings, fixes and a suppression"
	case=2; run check in/bea-coe --name 'Bea Coe' --note 'Hi Bea, your answer about vacuum on the mailing list saved my week.' --format "$format"
	"$@" "$format: a clean note"
	case=3; run check --csv "$dir/people.csv" --format "$format"
	"$@" "$format: the rows of a file"
}

# Formats that have a schema; see tests/data/schema/README.md for whose it is.
json_obeys() { obeys "$2" "$1"; }
xml_obeys() { check "$2" xmllint --noout --schema "$schemas/$1" "$dir/out"; }
judged json json_obeys report.json
judged sarif json_obeys sarif-2.1.0-rtm.5.json
judged junit xml_obeys junit.xsd
judged checkstyle xml_obeys checkstyle.xsd

# jsonl: each line is a finding of the report, and where it belongs.
jsonl() {
	sed -E 's/^\{"v":1,("file":"([^"\\]|\\.)*",)?("line":[1-9][0-9]*,)?"key":("([^"\\]|\\.)*"|null),/{/' "$dir/out" >"$dir/findings"
	while IFS= read -r line; do
		printf '%s' "$line" | "$BUILD/tests/aid/schema" "$schemas/report.json" finding || echo "$line"
	done <"$dir/findings" >"$dir/log" 2>&1
	is "$1" "$(cat "$dir/log")" ''
}
judged jsonl jsonl

# Formats that have a reader.  What GitHub's runner is told is what Vim jumps to and what
# diff-quality counts; Vim and diff-quality come with `make ci`.
runner() {
	awk -f "$here/aid/github.awk" "$dir/out" >"$dir/read.$case"
	is "$1" "$(grep -cvP '^[^\t]+\t[1-9]\d*\t[1-9]\d*\t(error|warning|notice)\t[^\t]+ \[[a-z0-9-]+\]$' "$dir/read.$case")" 0
}
quickfix() {
	REPORT=$dir/out READ=$dir/read vim -N -u NONE -i NONE -es -S "$here/aid/gcc.vim" >/dev/null 2>&1
	is "$1" "$(cat "$dir/read")" "$(cat "$dir/read.$case")"
}
quality() {
	"$python" "$here/aid/checkstyle.py" <"$dir/out" >"$dir/read" 2>&1
	is "$1" "$(cat "$dir/read")" \
		"$(awk -F'\t' '{ sub(/ \[[a-z0-9-]*\]$/, "", $5); print $2, ($4 == "notice" ? "info" : $4) ": " $5 }' "$dir/read.$case")"
}
judged github runner
if command -v vim >/dev/null; then judged gcc quickfix
else echo '# vim is not installed: it does not read gcc'; fi
for python in /usr/bin/python3 python3 ''; do
	[ -z "$python" ] || ! "$python" -c 'import diff_cover' 2>/dev/null || break
done
if [ "$python" ]; then judged checkstyle quality
else echo '# diff-cover is not installed: it does not read checkstyle'; fi
tap() { is "$1" "$(perl "$here/aid/tap.pl" <"$dir/out")" "$(sed -n "${case}p" "$dir/want")"; }
printf '%s tests, failed: %s\n' 1 1 1 '' 3 '1 3' >"$dir/want"
judged tap tap

# The schemas themselves can say no.
echo '{"v":2}' >"$dir/out"
is 'a wrong version is seen' "$("$BUILD/tests/aid/schema" "$schemas/report.json" <"$dir/out" | head -n 1)" '/v: not the value it must have:'
echo '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[{"message":{"text":"x"},"level":"bad"}]}]}' >"$dir/out"
has 'a wrong level is seen' "$("$BUILD/tests/aid/schema" "$schemas/sarif-2.1.0-rtm.5.json" <"$dir/out")" '/runs/0/results/0/level'

# Walks the table: no format is left out above.
run completion words -- check --format ''
for format in $(printf '%s\n' "$out" | cut -f1); do
	case $format in text) ;; *) has "$format is judged here" "$(cat "$0")" "judged $format" ;; esac
done
finish
