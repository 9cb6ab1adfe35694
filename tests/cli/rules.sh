#!/bin/sh
# Rules that need the user's settings, the clock, a list or a template.
. "${0%/*}/../lib.sh"

# rule NAME: the message of that rule in the last report, "" when it found nothing.
rule() { sed -n "s/^[^:]*:[0-9]*:[0-9]*: \(.*\) \[$1\]\$/\1/p" "$dir/out"; }
at() { now=$1; shift; run --at "2026-11-09 $now" "$@" --format gcc; }

at 20:30 check in/ada-vey --name 'Ada Vey'
is 'no zone, nothing about the hour' "$(rule outside-hours)" ''
at 20:30 check in/ada-vey --name 'Ada Vey' --zone +02:00
has 'the hour where they are' "$(rule outside-hours)" 'note: It is 22:30 where they are (UTC+02:00).'
is 'does not stop' $status 0
at 20:30 check in/ada-vey --zone Berlin
is 'a zone that is none: exit 2' $status 2
has 'says how to write it' "$errout" "cannot read 'Berlin' as an offset from UTC; write +02:00"
is 'nobody is unchecked who is named by address' "$(rule unchecked-profile)" ''

mkdir -p "$XDG_CONFIG_HOME/decorum"
cat >"$XDG_CONFIG_HOME/decorum/config.ini" <<'INI'
[account]
since = 2026-11-01
zone = -05:00
[goals]
titles = recruiter, data engineer
[limits]
warm-up-week = 2
INI
at 02:00 check in/ada-vey --name 'Ada Vey' --headline 'Head Cook'
has 'the hour where you are' "$(rule outside-hours)" 'note: It is 21:00 where you are (UTC-05:00).'
has 'not whom you look for' "$(rule off-goal)" 'note: Ada Vey, Head Cook, is none of whom you said you want to know.'
at 02:00 check in/ada-vey --headline 'Lead Recruiter' --zone UTC
has 'their zone goes before yours' "$(rule outside-hours)" 'note: It is 02:00 where they are (UTC+00:00).'
is 'whom you look for' "$(rule off-goal)" ''
at 12:00 check in/ada-vey
is 'an account that may send' "$(rule warm-up)" ''
for who in bea cem dan; do
	run --at '2026-11-09 12:00' send in/$who --name "$who" --company Northwind --note '' \
		--override no-note='we spoke'
done
at 13:00 check in/ada-vey --name 'Ada Vey' --company 'Northwind GmbH'
has 'a new account that sends too much' "$(rule warm-up)" \
	'warning: Your account is 8 days old, and 3 requests went out in the last 7 days; 2 a week is the limit until 29 Nov 2026.'
has 'three of one company' "$(rule several-at-company)" \
	'note: You asked 3 other people at Northwind GmbH within 30 days, the newest dan on 9 Nov 2026.'
run --at '2026-11-09 13:00' check in/ada-vey --company northwind --json --rule several-at-company
is 'with its evidence' "$(json findings.0.evidence.people)" 3

set -- --template met-at-event --name 'Ada Vey' --set event=Ghent --set topic=SQLite
at 12:00 check in/ada-vey "$@"
has 'a template with two words' "$(rule little-of-your-own)" \
	'note: 21 of 23 words come from the template "met-at-event", 2 are from you.'
run --at '2026-11-09 12:00' send in/ada-vey "$@" --dry-run
has 'send says so, too' "$out" little-of-your-own
run --at '2026-11-09 12:00' compose in/ada-vey "$@" --no-input --dry-run
has 'and so does compose' "$out" little-of-your-own

printf 'name,address\nAda Vey,in/ada-vey\nBea,in/bea\n' >"$dir/people.csv"
at 12:00 check --csv "$dir/people.csv" --rule unchecked-profile
has 'a row that nobody has looked at' "$(rule unchecked-profile | head -n 1)" \
	'note: Ada Vey comes from a list, and nothing shows that you have seen the profile.'
at 12:00 check --csv "$dir/people.csv" --zone +02:00
is '--zone is for one recipient' $status 2
finish
