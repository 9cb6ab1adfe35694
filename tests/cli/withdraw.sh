#!/bin/sh
# withdraw: the consequence and the date first, then the reason, a confirmation, the sent list, the answer.
. "${0%/*}/../lib.sh"
desk
sent=https://www.linkedin.com/mynetwork/invitation-manager/sent/
at() { when=$1; shift; run --at "$when" "$@"; }
sit() { when=$1 typed=$2; shift 2; at_terminal "$typed" --at "$when" "$@"; }
give() { # KEY NAME DAY: a request that went out on that day
	at "$3 10:00" send "in/$1" --name "$2" --note "Hi ${2%% *}, we met at the $1 clinic in Ghent."
	sit "$3 10:01" 'yes
yes
' release
}
give ada-vey 'Ada Vey' 2026-09-01
give bea-coe 'Bea Coe' 2026-10-20
rm -f "$dir/opened"

at '2026-11-02' withdraw
is 'which one? exit 2' $status 2
at '2026-11-02' withdraw in/nobody
is 'nobody: exit 3' $status 3
at '2026-11-02' withdraw in/ada-vey -n
is 'a rehearsal' $status 0
has 'how long ago' "$out" '1 Sep 2026, 2 months ago'
has 'until when LinkedIn refuses a new one' "$out" '23 Nov 2026'
is 'nothing is opened' "$(cat "$dir/opened" 2>/dev/null)" ''
at '2026-11-02' withdraw in/ada-vey --reason changed-mind
is 'without a terminal and --yes nothing happens: exit 2' $status 2
sit '2026-11-02' 'changed
no
' withdraw in/ada-vey
has 'asked, and left' "$out" 'It stays as sent'
sit '2026-11-02' 'changed-mind
yes
yes
' withdraw in/ada-vey
is 'withdrawn' $status 0
has 'noted because the user said so' "$out" 'because you said so'
is 'the sent list was opened' "$(for _ in 1 2 3 4 5 6 7 8 9; do [ -s "$dir/opened" ] && break; sleep 0.1; done; cat "$dir/opened")" "$sent"
at '2026-11-03' check in/ada-vey
has 'the check knows' "$out" 'withdrawn-recently'
at '2026-11-02' withdraw in/ada-vey
is 'twice is not possible' "$([ $status -eq 3 ] || [ $status -eq 4 ] && echo refused)" refused

at '2026-11-02' withdraw --older-than 3w --json
is 'nothing else is that old' "$(json 'requests.#')" 0
at '2026-12-02' withdraw --older-than 3w --json
is 'what is stale is listed' "$(json requests.0.recipient)" in/bea-coe
at '2026-12-02' withdraw --older-than x
is 'no such age: exit 2' $status 2
sit '2026-12-02' 'yes
other
yes
later
' withdraw --older-than 3w
has 'later' "$out" 'decorum mark 2 withdrawn'
at '2026-12-03' mark 2 withdrawn
is 'and told later' $status 0
at '2026-12-03' withdraw 2
is 'it is over: exit 4' $status 4
finish
