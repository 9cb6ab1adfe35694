#!/bin/sh
# send, undo, redo, queue: the life of a request before it leaves.
. "${0%/*}/../lib.sh"
at() { when=$1; shift; run --at "2026-11-02 10:00:$when" "$@"; }
note='Hi Ada, your talk on query planners at FOSDEM helped me a lot.  Thank you!'

at 00 send in/ada-vey --name 'Ada Vey'
is 'no note, no request: exit 2' $status 2
has 'says what is missing' "$errout" 'the note is missing'
at 00 send 'Ada Vey' --note "$note"
is 'a name nobody has exits 3' $status 3
at 00 send in/ada-vey --name 'Ada Vey' --note "$note" -n
is 'a rehearsal' $status 0
at 00 queue
has 'holds nothing' "$out" 'Nothing waits'
at 00 send in/ada-vey --name 'Ada Vey' --note "$note"
is 'held' $status 0
has 'the id' "$out" 'Held: request 1 to '
has 'the deadline' "$out" 'until 10:00:30 UTC (30 s)'
has 'the exact undo command' "$out" 'decorum undo 1'
is 'all of it on standard output' "$errout" ''
at 05 queue --json
is 'the queue knows it' "$(json requests.0.state) $(json requests.0.recipient)" 'held in/ada-vey'
at 05 send in/ada-vey --name 'Ada Vey' --note "Hi Ada, another text about planners and their costs."
is 'one request for one person' "$([ $status -eq 1 ] || [ $status -eq 4 ] && echo refused)" refused

at 10 undo 1
is 'undone' $status 0
has 'never sent' "$out" 'was never sent'
draft=$(printf '%s\n' "$out" | sed -n 's/.*draft \([0-9]*\);.*/\1/p')
at 10 draft show "$draft" --json
is 'the note is a draft, byte for byte' "$(json note)" "$note"
at 11 undo 1
is 'a second undo is too late: exit 4' $status 4
at 11 undo
is 'nothing is held: exit 3' $status 3
at 11 undo 77
is 'no such request: exit 3' $status 3
at 12 redo 1 --json
is 'redo holds it again' "$(json state)" held
second=$(json id)
at 13 undo -n
has 'a rehearsed undo' "$out" 'would be taken back'
at 13 queue --json
is 'changes nothing' "$(json requests.0.id)" "$second"
at 14 undo --json
is 'undo takes the newest' "$(json id) $(json state)" "$second undone"

# The same key makes one request.
at 20 send in/bea-coe --name 'Bea Coe' --note 'Hi Bea, your post on index scans cleared up a lot for me.' --key k1 --json
first=$(json id)
at 21 send in/bea-coe --name 'Bea Coe' --note 'Hi Bea, your post on index scans cleared up a lot for me.' --key k1 --json
is 'sending again with the same key' "$status $(json id)" "0 $first"

# Refused because of errors, unless each is passed over with a reason.
at 30 send in/cem-dil --name 'Cem Dil' --note 'Hi Anna, your talk on query planners was a joy to hear.'
is 'an error refuses: exit 1' $status 1
has 'the report is shown' "$out" wrong-name
at 30 send in/cem-dil --name 'Cem Dil' --note 'Hi Anna, your talk was a joy.' --override wrong-name=
is 'no override without a reason: exit 2' $status 2
at 30 send in/cem-dil --name 'Cem Dil' --note 'Hi Anna, your talk was a joy.' --override no-such=x
is 'no such rule: exit 3' $status 3
at 30 send in/cem-dil --name 'Cem Dil' --note 'Hi Anna, your talk on query planners was a joy to hear.' \
	--override 'wrong-name=Anna is how she is called'
is 'passed over' $status 0
at 31 history in/cem-dil
has 'the reason is kept' "$out" 'Anna is how she is called'

# The hold, pause, now.
at 40 send in/dan-eno --name 'Dan Eno' --note 'Hi Dan, we met at the index clinic in Ghent.' --hold 5000
is 'a hold longer than an hour exits 2' $status 2
at 40 send in/dan-eno --name 'Dan Eno' --note 'Hi Dan, we met at the index clinic in Ghent.' --hold 2m --json
id=$(json id)
is 'a hold of its own' "$(json hold_seconds)" 120
at 41 queue pause --reason holidays
at 42 queue
has 'a pause is seen' "$out" 'Paused (holidays)'
at 43 queue now "$id" --json
at 44 queue resume
at 45 queue --json
is 'it runs again' "$(json paused)" false
at 50 queue now "$id"
has 'now: it is due' "$out" 'decorum release'
at 51 release --json
has 'without a terminal nothing is handed over' "$out" '"state":"held"'
at 52 queue now 999
is 'now of nothing: exit 3' $status 3

# A note from a file, and none at all.
printf 'Hi Eli,\nyour answer on vacuum saved my week.\n' >"$dir/note"
at 53 send in/eli-fay --name 'Eli Fay' --note-file "$dir/note" --json
is 'from a file' $status 0
at 53 undo --json
at 53 draft show "$(json draft)" --json
is 'two lines, no newline at the end' "$(json note)" 'Hi Eli,
your answer on vacuum saved my week.'
at 54 send in/fay-gil --name 'Fay Gil' --note '' --json
is 'without a note' "$(json state)" held

# A template: what is known about the recipient fills in.
at 55 template list --json
tmpl=$(json templates.0.id)
at 55 template show "$tmpl" --json
is 'a template shows what it asks for' "$(json v)" 1
at 55 template render no-such
is 'no such template: exit 3' $status 3
at 56 send in/gia-hax --name 'Gia Hax' --template "$tmpl"
is 'a value that is missing exits 2' $status 2
at 56 send in/gia-hax --name 'Gia Hax' --template "$tmpl" --set nosuch=x
has 'a value it does not have' "$errout" nosuch

# For all at once, and holding on.
DECORUM_DB=$dir/all.db; export DECORUM_DB
at 10 send in/a-one --name 'Ann One' --note 'Hi Ann, your talk on tidal mills in Delft was a gem.'
at 10 undo 1
at 11 send in/b-two --name 'Bob Two' --note 'Hi Bob, thank you for the workshop on dry stone walls.' --hold 20
at 11 send in/c-six --name 'Cy Six' --note 'Hi Cy, your post about soil sensors helped our farm team.' --hold 20
at 20 queue hold --json
is 'the newest is held on, in full again' "$(json id) $(json due)" '3 2026-11-02T10:00:40Z'
at 20 queue hold 2 --for 2m
has 'or as long as is asked' "$out" 'Held: request 2 to Bob Two, until 10:02:20 UTC (120 s).'
at 59 queue
has 'longer than at first' "$out" 'leaves in 80 s'
at 20 queue hold 2 --for 2h
is 'not longer than an hour: exit 2' $status 2
at 21 queue hold 1
is 'what is undone cannot be held on: exit 4' $status 4
at 21 queue hold --all --for 40 --json
is 'all are held on' "$(json requests.0.due) $(json requests.1.due)" '2026-11-02T10:01:01Z 2026-11-02T10:01:01Z'
at 22 undo 2 --all
is 'an id or --all: exit 2' $status 2
at 22 undo --all --json
is 'all are undone' "$(json requests.0.state) $(json requests.1.state) $(json requests.0.id)" 'undone undone 2'
at 23 queue
has 'nothing is held' "$out" 'Nothing waits'
at 23 undo --all
is 'none is no failure' "$status $out" '0 Nothing is held.'
at 24 redo --all
is 'what that undo took back is held again' "$(printf '%s\n' "$out" | grep -c '^Held again')" 2
at 25 queue --json
is 'and nothing else' "$(json requests.0.recipient) $(json requests.1.recipient) $(grep -o recipient "$dir/out" | wc -l)" 'in/b-two in/c-six 2'
with_env='COLUMNS=30' at_terminal '' --at '2026-11-02 10:00:25' queue
has 'in a narrow window what next has lines of its own' "$out" '
    leaves in 28 s; undo is
    free'
at 26 dnc add in/b-two --reason 'asked me not to'
at 27 undo --all
at 28 redo --all
is 'one that may not be held again fails: exit 1' $status 1
has 'and is told' "$errout" 'do-not-contact'
at 29 queue --json
is 'the others are held again' "$(json requests.0.recipient)" in/c-six
at 30 queue now --all
has 'all at once' "$out" 'is due'
finish
