#!/bin/sh
# The report: its layout, the caret, its exit status, and every format by a real parser.
. "${0%/*}/../lib.sh"
note="Hi Anna, I'd like to add you to my professional network on LinkedIn."

run check in/ada-vey --name 'Ada Vey' --headline Analyst --company Northwind --note "$note"
is 'an error exits 1' $status 1
is 'nothing on standard error' "$errout" ''
has 'who it is' "$out" 'Ada Vey · Analyst, Northwind · not connected'
has 'the finding in its columns' "$out" 'error    wrong-name         "Anna" is not Ada Vey.'
has 'the caret stands under the name' "$out" "
                            Hi Anna, I'd like to add you to my professional …
                               ^^^^
"
has 'the sums' "$out" '68 of 200 characters · 0 of about 100 requests this week · stop'
run check in/ada-vey --name 'Ada Vey' --note "$note" --account premium
has 'premium may write more' "$out" '68 of 300 characters'
run check in/ada-vey --name 'Ada Vey' --note 'Hi Ada, your talk on query planners at FOSDEM helped me a lot.'
is 'a good note exits 0' $status 0
run check --note "$note" --fail-on warning
is '--fail-on warning' $status 1
run check --note "$note" --fail-on never --name 'Ada Vey'
is '--fail-on never' $status 0
run check
is 'nothing to check exits 2' $status 2
run check --note a --note-file b
is 'one note only' $status 2
run check --note-file /no/such/file
is 'no such file' $([ $status -eq 2 ] || [ $status -eq 3 ]; echo $?) 0
run_in "$note
" check --name 'Ada Vey' --note-file -
has 'a note from standard input, without its newline' "$out" '68 of 200'
printf 'Hi \377' >"$dir/bad"; run check --note-file "$dir/bad"
has 'not UTF-8' "$errout" 'byte 4 of the note is not UTF-8'
is 'exits 2' $status 2

# The caret in text that is wide, combining, or right to left; columns are those of the terminal.
caret() { # WHAT NOTE COLUMN
	run check --name 'Ada Vey' --note "$2"
	is "$1" "$(printf '%s\n' "$out" | sed -n '/wrong-name/,/\^/{s/^                            \( *\)^.*/\1/p;}' | awk '{ print length($0); exit }')" "$3"
}
caret 'plain' 'Hi Anna, how are you?' 3
caret 'with a title' 'Dear Dr. Anna, how are you?' 9
run check --name 'Ada Vey' --note '日本 Hi {{name}}, bye'
is 'wide characters take two columns' "$(printf '%s\n' "$out" | grep -n '\^' | head -n 1 | sed 's/^[0-9]*://; s/\^.*//' | awk '{ print length($0) - 28 }')" 8
run check --name 'Ada Vey' --note "$(printf 'e\314\201e\314\201 {{name}}, bye')"
is 'combining marks take none' "$(printf '%s\n' "$out" | grep '\^' | head -n 1 | sed 's/\^.*//' | awk '{ print length($0) - 28 }')" 3
run check --name 'Ada Vey' --note "$(printf '\327\251\327\234\327\225\327\235 {{name}}')"
is 'right-to-left letters take one each' "$(printf '%s\n' "$out" | grep '\^' | head -n 1 | sed 's/\^.*//' | awk '{ print length($0) - 28 }')" 5
COLUMNS=40 run check --name 'Ada Vey' --note "$note"
is 'narrow: no line is wider' "$(printf '%s\n' "$out" | awk 'length($0) > 60 && !/characters/' | wc -l)" 0

# --format json is the object of the manual.
run check in/ada-vey --name 'Ada Vey' --note "$note" --format json
is 'v' "$(json v)" 1
is 'verdict' "$(json verdict)" stop
is 'recipient' "$(json recipient.key) $(json recipient.name)" 'in/ada-vey Ada Vey'
is 'note' "$(json note.units) $(json note.limit)" '68 200'
is 'the first finding' "$(json findings.0.rule) $(json findings.0.severity)" 'wrong-name error'
is 'its span in bytes' "$(json findings.0.span.start) $(json findings.0.span.end)" '3 7'
is 'quota' "$(json quota.week.limit)" 100
run check in/ada-vey --name 'Ada Vey' --note "$note" --json
is '--json is the same' "$(json verdict)" stop

# The other formats.
set -- check in/ada-vey --name 'Ada <&"Vey>' --note "Hi Anna <&\"x>, {{name}} # 100%: a,b"
run "$@" --format jsonl
is 'jsonl: each line is JSON' "$(json --lines)" ''
is 'jsonl: a finding each' "$(json --lines rule | head -n 1)" wrong-name
run "$@" --format sarif
is 'sarif: version' "$(json version)" 2.1.0
is 'sarif: the rule is in the list' "$(json runs.0.results.0.ruleId)" wrong-name
is 'sarif: region' "$(json runs.0.results.0.locations.0.physicalLocation.region.startLine)" 1
is 'sarif: level' "$(json runs.0.results.0.level)" error
run "$@" --format gcc
is 'gcc: every line has its parts' "$(printf '%s\n' "$out" | grep -cvE '^note:[0-9]+:[0-9]+: (error|warning|note): .* \[[a-z-]+\]$')" 0
run "$@" --format github
is 'github: every line has its parts' "$(printf '%s\n' "$out" | grep -cvE '^::(error|warning|notice) file=note,line=[0-9]+,col=[0-9]+,title=[a-z-]+::')" 0
for format in checkstyle junit; do
	run "$@" --format $format
	check "$format: is XML" xmllint --noout "$dir/out"
done
is 'junit: counts what it holds' "$(xmllint --xpath 'string(//testsuite/@failures)' "$dir/out")" "$(xmllint --xpath 'count(//failure)' "$dir/out")"
run "$@" --format tap
is 'tap: the plan' "$(tail -n 1 "$dir/out")" '1..1'
is 'tap: not ok' "$(grep -c '^not ok 1 - ' "$dir/out")" 1
run check in/b-cd --name 'Bea Coe' --note 'Hi Bea, your talk on planners at FOSDEM helped me a lot.' --format tap
is 'tap: ok' "$(grep -c '^ok 1 - ' "$dir/out")" 1
run "$@" --format xml
is 'no such format exits 2' $status 2
has 'and lists them' "$errout" 'sarif'

run rules --json
is 'rules --json' "$(json rules.0.id)" "$("$DECORUM" rules | sed -n 2p | cut -d' ' -f1)"
run explain wrong-nam
is 'no such rule exits 3' $status 3
has 'suggests one' "$errout" "did you mean 'wrong-name'"
run explain declined
has 'what is known, and what is said then' "$out" 'When           They declined, you said, eight weeks ago.
Says           error: Ada Vey declined your request of 10 Sep 2026'
has 'when nothing is said' "$out" 'Fine:
When           You took the request back yourself.'
run explain wrong-name --json
is 'explain --json has examples' "$([ "$(json 'bad.#')" -gt 0 ] && [ "$(json 'good.#')" -gt 0 ] && echo yes)" yes

# A limit of the user's own is no guess.
run config set limits.week 20
run check in/ada-vey
has 'of one that the user has set' "$out" '0 of 20 requests this week · ok'
finish
