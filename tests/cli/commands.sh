#!/bin/sh
# The command line itself: help, suggestions for typos, completion; walks the table of commands.
. "${0%/*}/../lib.sh"

run
is 'without a terminal and a command: exit 2' $status 2
has '… and the help on standard output' "$out" 'decorum - send LinkedIn connection requests well'
is '… and nothing on standard error' "$errout" ''

run --version
is '--version exits 0' $status 0
has '--version names itself' "$out" 'decorum '
run --version --json
is '--version --json is an object of version 1' "$(json v)" 1
run --help
is '--help exits 0' $status 0

run sned in/ada-vey
is 'a typo exits 2' $status 2
is 'and the nearest command is suggested' "$errout" "decorum: no command 'sned'; did you mean 'send'?"
is 'nothing on standard output' "$out" ''
run check --nite x
is 'the nearest option' "$errout" 'decorum: no option --nite; did you mean --note?'
run dnc ad x
is 'the nearest action' "$errout" "decorum: 'dnc' cannot 'ad'; did you mean 'dnc add'?"
run dnc
has 'an action is wanted' "$errout" 'it can: add, remove, list, import'
is 'and its lack exits 2' $status 2
run check --account gold
has 'a choice names the choices' "$errout" 'free|premium'
run check --note
has 'a missing value' "$errout" '--note wants a value'
run check --note a --note b
has 'a value given twice' "$errout" 'given twice'
run check --json=yes --note a
has 'a flag takes no value' "$errout" '--json takes no value'
run check a b
has 'too many operands' "$errout" "has no use for 'b'"
run undo
run check -Z
has 'an unknown letter' "$errout" 'no option -Z'
run mark 1
has 'a missing operand' "$errout" 'something is missing: decorum mark'
run help sned
is 'help for nothing exits 3' $status 3
run check --note -- --json
is 'an option can be a value' "$(json note.units)" 2
run --json check --nite x
is 'the error of a wrong option is JSON too' "$("$BUILD/tests/aid/json" error.exit <"$dir/err")" 2

# Every command: a summary, help of its own, and completion that knows its options.
run help --json
is 'help --json is JSON' "$(json)" ''
count=$(json 'commands.#') i=0
is 'there are many commands' "$([ "$count" -ge 24 ] && echo yes)" yes
run completion words -- ''
words=$out
while [ $i -lt "$count" ]; do
	run help --json
	name=$(json commands.$i.name) summary=$(json commands.$i.summary)
	is "$name: has a summary" "$([ ${#summary} -gt 10 ] && echo yes)" yes
	has "$name: completes" "$words" "$name	$summary"
	run help "$name"
	is "$name: help exits 0" $status 0
	has "$name: help begins with the name" "$out" "decorum $name"
	is "$name: no line of its help says (null)" "$(printf %s "$out" | grep -c '(null)')" 0
	first=$out
	if [ "$name" != help ]; then
		run "$name" --help
		is "$name: --help is the same" "$out" "$first"
	fi
	run completion words -- "$name" --
	has "$name: its options complete" "$out" '--json'
	run help --json "$name"
	is "$name: help --json names it" "$(json name)" "$name"
	i=$((i + 1))
done

run completion words -- dnc ''
has 'actions complete' "$out" 'add	'
run completion words -- check --account ''
is 'choices complete' "$(printf %s "$out" | cut -f1 | tr '\n' ' ')" 'free premium '
run completion words -- check --account=
has 'also behind an equal sign' "$out" '--account=free'
run completion words -- explain wro
has 'rules complete' "$out" 'wrong-name	'
run completion words -- check --format ''
has 'formats complete' "$out" 'sarif	'
run completion words -- import ''
is 'files are left to the shell' "$out" ':files'
run completion words -- config get ''
has 'settings complete' "$out" 'outbox.hold	'
run completion words -- check --note-file ''
is 'a file option too' "$out" ':files'
run completion bash
check 'the bash script is bash' bash -n "$dir/out"
cat >"$dir/try" <<'TRY'
decorum() { "$DECORUM" "$@"; }
eval "$(decorum completion bash)"
try() { COMP_WORDS=(decorum "$@") COMP_CWORD=$#; _decorum; echo "$*: ${COMPREPLY[*]}"; }
try queue pa
try check --account fr
try check --account = fr
try check --account =
try check --acc
try
TRY
bash "$dir/try" >"$dir/out" 2>"$dir/err"
is 'without a complaint' "$(cat "$dir/err")" ''
is 'and completes' "$(sed '$d' "$dir/out")" 'queue pa: pause
check --account fr: free
check --account = fr: free
check --account =: free premium
check --acc: --account'
run completion fish
is 'there is a fish script' $status 0
run completion zsh
is 'there is a zsh script' $status 0
finish
