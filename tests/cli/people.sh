#!/bin/sh
# People: one key for every spelling, histories joined, forgetting, do-not-contact.
. "${0%/*}/../lib.sh"

run person key https://uk.linkedin.com/in/Ada-Vey/?trk=x
has 'a spelling has a key' "$out" 'in/ada-vey  https://www.linkedin.com/in/ada-vey'
run_in "$(printf 'linkedin.com/in/ada-vey\r\n\nhttps://evil.com/in/x\nin/b-cd\n')" person key --json -
is 'a bad one among many exits 2' $status 2
is 'the others have their keys' "$(json keys.1.key)" in/b-cd
has 'the bad one is named' "$errout" evil.com
run_in '' person key
is 'none at all is fine' $status 0

run person met in/ada-vey 'FOSDEM in February'
is 'where you met is noted' $status 0
run person show in/ada-vey
has 'and shown' "$out" 'FOSDEM in February'
run history in/ada-vey
has 'with its source' "$out" 'FOSDEM in February  told       you'
run send in/ada-vey --name 'Ada Vey' --template met-at-event --set topic=sorting --hold 3600
is 'a template that asks takes it' $status 0
run undo
run draft show 1
has 'into the note' "$out" 'good to meet you at FOSDEM in February.'
run person met in/ada-vey ''
is 'nothing is no place: exit 2' $status 2

run person alias in/ada-vey https://www.linkedin.com/in/ada-vey-2/
is 'two addresses are one person' $status 0
run person show @ada-vey-2 --json
is 'the handle finds her' "$(json keys.0.key)" in/ada-vey
run person show @nobody
is 'an unknown handle exits 3' $status 3
run person show in/nobody
is 'an unknown address too' $status 3
run person show ''
is 'an empty one exits 2' $status 2
run person show 17
is 'no such request exits 3' $status 3

run dnc add in/joe-doe
is 'no entry without a reason: exit 2' $status 2
has 'says which option' "$errout" '--reason is missing'
run dnc add in/joe-doe --reason 'asked me not to'
run dnc add --company Northwind --reason 'hiring freeze' --until 2030-01-01
run dnc add in/xyz --company Y --reason z
is 'one thing at a time: exit 2' $status 2
run check https://linkedin.com/in/Joe-Doe/
is 'a person on the list: exit 1' $status 1
has 'with the reason' "$out" 'asked me'
run check --company Northwind in/somebody-new
has 'a company on the list' "$out" 'do-not-contact'
run check --company Northwind in/somebody-new --at 2031-01-01
hasnt 'until it is over' "$out" 'do-not-contact'
run dnc list --json
is 'two entries' "$(json 'entries.#')" 2
run dnc remove "$(json entries.0.id)"
run dnc list
hasnt 'one is taken off' "$out" in/joe-doe
run dnc remove 99
is 'no such entry exits 3' $status 3
run dnc remove x
is 'no number exits 2' $status 2
printf '# a remark\nhttps://www.linkedin.com/in/max-moe\r\n\ncompany: Initech\n' >"$dir/list"
run dnc import "$dir/list" --reason 'from the old tool' --json
is 'a list is taken' $status 0
is 'its answer is JSON' "$(json)" ''
run dnc list
has 'with people' "$out" in/max-moe
has 'and companies' "$out" Initech
printf 'in/good-one\nhttps://evil.com/in/x\n' >"$dir/list"
run dnc import "$dir/list" --reason x
is 'a bad line exits 2' $status 2
has 'and is named' "$errout" "$dir/list:2:"
run dnc list
hasnt 'and nothing of the list was entered' "$out" in/good-one

run person forget in/ada-vey
is 'nobody is erased without being asked' $status 2
run person forget in/ada-vey --yes
is 'erased' $status 0
run person show in/ada-vey
is 'nothing is known any more' $status 3
run check in/ada-vey-2
is 'and still she is not invited again: exit 1' $status 1
finish
