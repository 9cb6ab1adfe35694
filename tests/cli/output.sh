#!/bin/sh
# Output tells the truth: a full disk, a reader that leaves, hostile names, errors as JSON.
. "${0%/*}/../lib.sh"

esc=$(printf '\033') bell=$(printf '\007') bidi=$(printf '\342\200\256') c1=$(printf '\302\233')
hostile="Eve${esc}[2J${esc}]0;owned${bell}${bidi}${c1}31m"

for command in --version help rules 'explain too-long' 'config show' 'check --note Hi' 'history' \
	'queue' 'quota' 'person key in/ada-vey' 'completion bash' 'dnc add in/xyz --reason y'; do
	status=0
	# shellcheck disable=SC2086  # words are meant
	"$DECORUM" $command >/dev/full 2>"$dir/err" || status=$?
	is "$command: a full disk is exit 5" $status 5
	has "$command: and says so" "$(cat "$dir/err")" 'could not be written to standard output'
done

( "$DECORUM" help; echo "code $?" >"$dir/code" ) 2>"$dir/err" | head -c 1 >/dev/null
is 'a reader that leaves is not an error worth a word' "$(cat "$dir/err")" ''

# A name that speaks to the terminal is neutralised wherever it is shown.
run person alias in/eve in/eve-two
run dnc add --company "$hostile" --reason "$hostile"
is 'a hostile company is taken' $status 0
for command in 'dnc list' 'dnc list --json' 'history' 'history --json'; do
	# shellcheck disable=SC2086
	run $command
	for raw in "$esc" "$bell" "$bidi" "$c1"; do hasnt "$command: no raw control" "$out$errout" "$raw"; done
done
run dnc list
has 'people see a mark' "$out" 'Eve\x1b[2J'
run dnc list --json
has 'programs get an escape' "$out" 'Eve\u001b[2J'
run check in/eve --name "$hostile" --headline "$hostile" --note "Hi ${hostile}, shall we?"
hasnt 'a report shows no raw escape' "$out" "$esc"
for format in json jsonl gcc github checkstyle junit tap sarif text; do
	run check in/eve --name "$hostile" --note "Hi Anna $hostile" --format $format
	for raw in "$esc" "$bell" "$bidi" "$c1"; do hasnt "$format: no raw control" "$out" "$raw"; done
done
run undo "$hostile"
hasnt 'an error shows no raw escape' "$errout" "$esc"
run person show "$(printf 'in/a\nb')"
is 'an error is one line' "$(printf '%s\n' "$errout" | wc -l)" 1
run check in/eve --name "$(printf 'Ada\nVey: all is well')" --note x
hasnt 'a name cannot make a line of its own' "$out" "$(printf '\nVey: all')"

# Errors as JSON stand on standard error; results alone on standard output.
run undo 999 --json
is 'no such request exits 3' $status 3
is 'nothing on standard output' "$out" ''
is 'the error is JSON' "$("$BUILD/tests/aid/json" error.code <"$dir/err")" NOTFOUND

# Colour only where somebody sees it.
TERM=xterm; export TERM
at_terminal '' explain too-long
has 'a terminal gets colour' "$out" "${esc}[1m"
at_terminal '' --no-color explain too-long
hasnt '--no-color' "$out" "$esc"
NO_COLOR=1 at_terminal '' explain too-long
hasnt 'NO_COLOR' "$out" "$esc"
run explain too-long
hasnt 'a pipe gets none' "$out" "$esc"
finish
