#!/bin/sh
# compose without a terminal: all ahead, what is missing, answers from a pipe.
. "${0%/*}/../lib.sh"

run compose --no-input
is 'nothing given: exit' "$status" 2
has 'the recipient is missing' "$out" RECIPIENT
has 'the words are missing' "$out" '--template ID or --note TEXT'

run compose in/ada-vey --no-input --template met-at-event --set event=FOSDEM
is 'a slot is missing: exit' "$status" 2
has 'names the option' "$out" '--set topic='
has 'and the name nobody knows' "$out" '--set first_name='
hasnt 'but nothing that was given' "$out" '--set event='
run draft list
is 'asking nothing leaves no draft' "$out" 'No drafts.'

run compose in/ada-vey --no-input --template met-at-event --set evnt=x
is 'an unknown value: exit' "$status" 2
has 'says which' "$errout" evnt

run compose in/ada-vey --no-input --name 'Ada Vey' --template met-at-event --set event=FOSDEM --set topic=ferns --json
is 'all given: exit' "$status" 0
has 'it is held' "$out" '"state":"held"'
run undo
is 'undone' "$status" 0

run compose in/ada-vey --no-input --name 'Ada Vey' --note 'Hi Anna, your talk on ferns at FOSDEM was good.'
is 'an error stops it: exit' "$status" 1
has 'and is shown' "$out" wrong-name

run compose in/ada-vey --no-input --name 'Ada Vey' --note 'Hi Anna, your talk on ferns at FOSDEM was good.' --override 'wrong-name=it is what she is called here'
is 'a reason given ahead: exit' "$status" 0
run undo
run compose in/ada-vey --no-input --note x --override 'no-such-rule=x'
is 'no such rule: exit' "$status" 3

# Answers from a pipe, one per line; the note ends with an empty line, and an empty note takes
# the text as the template made it.
run_in 'linkedin.com/in/bob-stone
met-at-event
Bob
FOSDEM in February
baking with steam

send
' compose
is 'a pipe: exit' "$status" 0
has 'held' "$out" 'Held: request'
has 'the questions are told' "$errout" 'Where did you meet?'
has 'and the report' "$errout" 'As it will arrive'
hasnt 'not one escape' "$out$errout" "$(printf '\033')"
has 'an empty line takes the text as it is' "$errout" '> Hi Bob, good to meet you at FOSDEM in February.'
run undo
run_in 'linkedin.com/in/bob-stone

we met at FOSDEM

Hi Bob,
you said at FOSDEM how you bake.

send
' compose
is 'own words: exit' "$status" 0
run undo
run draft list --json
has 'of several lines' "$out" 'Hi Bob,\nyou said at FOSDEM how you bake.'

# A pipe that ends too early, or gives a wrong answer, keeps what it gave.
run_in 'linkedin.com/in/cora-lind
met-at-event
Cora
' compose
is 'the answers end: exit' "$status" 2
has 'kept' "$errout" 'It is kept as draft'
run_in 'linkedin.com/in/cora-lind
no-such-template
send
' compose
is 'a wrong answer: exit' "$status" 2
has 'says why' "$errout" 'There is no template "no-such-template"'
run draft list
has 'both are drafts' "$out" Cora
finish
