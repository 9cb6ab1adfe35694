#!/bin/sh
# release: the note goes to a (fake) clipboard, the profile opens in a (fake) browser, and only
# the answer is believed.
. "${0%/*}/../lib.sh"
desk
at() { when=$1; shift; run --at "2026-11-02 10:$when" "$@"; }
sit() { when=$1 typed=$2; shift 2; at_terminal "$typed" --at "2026-11-02 10:$when" "$@"; }
# What the fakes wrote; the opener runs on its own, so it may take a moment.
opened() {
	for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s "$dir/opened" ] && break; sleep 0.1; done
	cat "$dir/opened" 2>/dev/null
}
note="Hi Ada, your talk on query planners at FOSDEM helped me; 'quoted' \$HOME \`id\` äöü."

at 00:00 send in/ada-vey --name 'Ada Vey' --note "$note"
sit 00:10 '' release
has 'nothing is due before the hold is over' "$out" 'Nothing is due'
at 01:00 release
has 'without a terminal it is listed' "$out" 'waits for you at a terminal'
is 'and not handed over' "$(cat "$dir/opened" 2>/dev/null)" ''
sit 01:00 'no
' release
is 'asked first, and left' "$(cat "$dir/opened" 2>/dev/null)" ''
sit 01:10 'yes
yes
' release
is 'handed over' $status 0
is 'the profile was opened, one argument' "$(opened)" https://www.linkedin.com/in/ada-vey
is 'the clipboard has the note, byte for byte' "$(cat "$dir/copied")" "$note"
has 'asks whether it was sent' "$out" 'Did you send the request to Ada Vey?'
has 'and believes the answer' "$out" 'because you said so'
at 02:00 person show in/ada-vey --json
is 'sent' "$(json requests.0.state) $(json requests.0.known)" 'sent told'
at 02:00 undo 1
is 'an undo now is too late: exit 4' $status 4

# "No": held again.  "later": it waits for the answer and is not opened again.
at 03:00 send in/bea-coe --name 'Bea Coe' --note 'Hi Bea, your post on index scans cleared up a lot.'
sit 04:00 'yes
no
' release
has 'not sent: held again' "$out" 'held again'
at 04:01 queue --json
is 'held' "$(json requests.0.state)" held
rm -f "$dir/opened"
sit 06:00 'yes
later
' release
has 'later' "$out" 'waits for your answer'
is 'opened once' "$(opened | wc -l)" 1
sit 06:10 'yes
' release
is 'asked again, not opened again' "$(wc -l <"$dir/opened")" 1
at 06:20 person show in/bea-coe --json
is 'and answered' "$(json requests.0.state)" sent

# A do-not-contact entry made meanwhile stops a held one.
rm -f "$dir/opened"
at 10:00 send in/cem-dil --name 'Cem Dil' --note 'Hi Cem, we sat side by side at the planner clinic.'
at 10:05 dnc add in/cem-dil --reason 'asked me not to'
sit 11:00 'yes
' release
has 'the check runs again' "$out" 'do-not-contact'
is 'and stops it: exit 1' $status 1
is 'nothing was opened' "$(cat "$dir/opened" 2>/dev/null)" ''
at 11:10 queue --json
is 'it is still held' "$(json requests.0.state)" held
at 11:20 undo
is 'and can be undone' $status 0

# mark: what the user knows.
at 20:00 mark in/ada-vey accepted --on 2026-11-05
is 'not the future: exit 2' $status 2
at 20:00 mark in/ada-vey accepted
is 'accepted' $status 0
at 20:00 mark in/ada-vey maybe
is 'no such word: exit 2' $status 2
at 20:00 mark in/bea-coe declined --on 2026-11-02 --json
is 'declined' "$(json state)" declined
at 21:00 check in/bea-coe
has 'the check knows it' "$out" declined
is 'and stops' $status 1
at 22:00 mark 'Nobody At All' accepted
is 'nobody: exit 3' $status 3
at 22:00 mark in/long-ago declined --on 2026-03-01
is 'a request that decorum never saw is recorded as told' $status 0
at 22:10 check in/long-ago
has 'and the check knows it' "$out" '1 Mar 2026'
at 22:20 mark in/never-sent not-sent
is 'not sent to somebody new means nothing' "$([ $status -ne 0 ] && echo refused)" refused
at 23:00 history in/bea-coe
has 'the history says who said so' "$out" told

# No browser and no clipboard: everything is shown, nothing is lost.
rm "$XDG_CONFIG_HOME/decorum/config.ini"
with_env=PATH=/nowhere
at 30:00 send in/dan-eno --name 'Dan Eno' --note 'Hi Dan, we met at the index clinic in Ghent.'
sit 31:00 'yes
later
' release
has 'the note is shown' "$out" '  | Hi Dan, we met at the index clinic in Ghent.'
has 'the address is shown' "$out" 'https://www.linkedin.com/in/dan-eno'
at 31:10 send in/eli-fay --name 'Eli Fay' --note 'Hi Eli, your answer on vacuum saved my week.'
TERM=xterm sit 32:00 'later
yes
later
' release
has 'a terminal is offered it as base64' "$out" "]52;c;$(printf %s 'Hi Eli, your answer on vacuum saved my week.' | base64 -w0)"
with_env=
printf '[handoff]\nopener = /no/such\n' >"$XDG_CONFIG_HOME/decorum/config.ini"
at 40:00 send in/fay-gil --name 'Fay Gil' --note 'Hi Fay, thanks for the slides on index scans.'
sit 41:00 'later
later
yes
' release
has 'a program that is configured and missing is named' "$out" '/no/such'
finish
