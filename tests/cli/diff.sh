#!/bin/sh
# A note beside the earlier one that it is like: what changed, in any width, in colour, as JSON.
. "${0%/*}/../lib.sh"

esc=$(printf '\033')
before='Hi Tom, I read your piece on tidal mills in the Harbour Review of last spring, and liked it. Shall we swap notes on old pumps?'
now='Hi Ada, I read your piece on tidal mills in the Harbour Review of last spring, and liked it. Could we swap notes on old sluices?'
run send in/tom-reed --name 'Tom Reed' --note "$before" --hold 0
is 'a first note' $status 0

compare() { run check in/ada-vey --name 'Ada Vey' --note "$now" --rule similar-note "$@"; }
compare
has 'the signs explain themselves' "$out" 'The two compared, as [-there-] {+here+} <personal>:'
flat=$(printf '%s\n' "$out" | tr -s '\n ' ' ')
has 'a name is personal, what is the same is cut, what changed stands beside it' "$flat" \
	'Hi <Ada>, I read your … spring, and liked it. [-Shall-] {+Could+} we swap notes on old [-pumps-] {+sluices+}?'
has 'how often, in words' "$flat" 'got on'

for width in 40 60 100; do
	export COLUMNS=$width
	compare
	check "$width columns: no line is longer" test "$(printf '%s\n' "$out" | wc -L)" -le "$width"
done
unset COLUMNS
now='茶の話をとても楽しく読みました。海辺の水車について、来月お会いしてもう少しだけお話を伺えれば嬉しいです。港の会より'
run undo
run send in/ken-ito --name 'Ken Ito' --hold 0 \
	--note '茶の話をとても楽しく読みました。山辺の水車について、来月お会いしてもう少しだけお話を伺えれば嬉しいです。港の会より'
COLUMNS=40 compare
has 'a script without spaces is compared by its words' "$(printf '%s' "$out" | tr -d '\n ')" '[-山-]{+海+}'
check '... and its lines end at the edge too' test "$(printf '%s\n' "$out" | wc -L)" -le 40

compare --json
is 'JSON: the kinds' "$(json findings.0.diff.1.kind)" changed
is 'JSON: what stood there' "$(json findings.0.diff.1.was)" 山
is 'JSON: what stands there' "$(json findings.0.diff.1.is)" 海
is 'JSON: who got it' "$(json findings.0.evidence.name)" 'Ken Ito'
compare --format jsonl
has 'JSON lines have it as well' "$out" '"diff":[{"kind":"same"'

# What the notes hold is neutralised, in colour as well.
now="Hi Ada, ${esc}[2J I read your piece on tidal mills in the Harbour Review of last spring, and liked it."
run undo
run send in/tom-reed --name 'Tom Reed' --hold 0 \
	--note 'Hi Tom, I read your piece on tidal mills in the Harbour Review of last spring, and loved it.'
compare
hasnt 'no raw escape' "$out" "$esc"
TERM=xterm; export TERM
at_terminal '' check in/ada-vey --name 'Ada Vey' --note "$now" --rule similar-note
has 'colour: what is gone is red' "$out" "${esc}[31m[-loved-]"
has '... what is new is green' "$out" "${esc}[32m{+liked+}"
hasnt '... and no escape of the note gets through' "$out" "${esc}[2J"

# Only what is personal differs: there is nothing to compare.
run check in/bea-lind --name 'Bea Lind' --note "Hi Bea, ${now#Hi Ada, }" --rule same-note
hasnt 'the same note is not compared with itself' "$out" '{+'

# Rows of one file.
printf 'url,name,note\nin/a-b,Ada Bee,"Hi Ada, I read your piece on tidal mills in the Harbour Review. Could we swap notes on old pumps some day?"\nin/c-d,Cleo Dee,"Hi Cleo, I read your piece on tidal mills in the Harbour Review. Could we swap a few notes on old pumps next week?"\n' >"$dir/rows.csv"
run check --csv "$dir/rows.csv" --rule identical-in-batch
has 'a row is compared with the earlier row' "$out" '[-some day-] {+next week+}'
finish
