#!/bin/sh
# The file: an empty home, other places, one that cannot be written, one that is no ledger, two at once.
. "${0%/*}/../lib.sh"
ledger=$XDG_DATA_HOME/decorum/ledger.db

for command in history queue 'draft list' 'dnc list' quota; do
	# shellcheck disable=SC2086
	run $command
	is "$command: an empty home is an empty ledger" $status 0
done
is 'and reading makes no file' "$(find "$dir" -name '*.db')" ''
run verify
is 'nothing to verify exits 3' $status 3
run dnc add in/ada-vey --reason x -n
is 'a rehearsal exits 0' $status 0
is 'and makes no file' "$(find "$dir" -name '*.db')" ''
run dnc add in/ada-vey --reason x
is 'the first change makes it' "$(find "$dir" -name '*.db')" "$ledger"
is 'for nobody else to read' "$(stat -c %a "$ledger") $(stat -c %a "${ledger%/*}")" '600 700'
run verify
is 'it is whole' $status 0

run --db "$dir/other.db" dnc list
has '--db names another one' "$out" 'Nobody is on the list'
DECORUM_DB=$dir/third.db run dnc list
has '$DECORUM_DB too' "$out" 'Nobody is on the list'
( unset HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
  "$DECORUM" history >"$dir/out" 2>"$dir/err"; echo $? >"$dir/code" )
is 'without a home: exit 2' "$(cat "$dir/code")" 2
has 'and a reason' "$(cat "$dir/err")" 'neither $HOME nor'
( unset HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME; "$DECORUM" help >"$dir/out"; echo $? >"$dir/code" )
is 'help needs no home' "$(cat "$dir/code")" 0

echo 'this is no database, but it is long enough to look at' >"$dir/wrong.db"; chmod 600 "$dir/wrong.db"
run --db "$dir/wrong.db" history
is 'a file that is no ledger: exit 5' $status 5
has 'and it is named' "$errout" wrong.db
run --db "$dir/no/such/folder/x.db" history
is 'a ledger that is not there yet reads as empty' $status 0
chmod 644 "$ledger"
run history
is 'a ledger that others can read is refused: exit 5' $status 5
chmod 600 "$ledger"

run backup "$dir/copy.db"
is 'a backup' $status 0
is 'is for nobody else to read' "$(stat -c %a "$dir/copy.db")" 600
run --db "$dir/copy.db" dnc list
has 'and holds the same' "$out" in/ada-vey
run backup "$dir/copy.db"
is 'an older backup is not written over: exit 4' $status 4

if [ "$(id -u)" -eq 0 ]; then # root may write anything: a folder that is no folder stands in
	run --db /proc/nothing.db dnc add in/x --reason y
else
	chmod 500 "${ledger%/*}"; chmod 400 "$ledger"
	run dnc add in/x --reason y
	chmod 700 "${ledger%/*}"; chmod 600 "$ledger"
fi
is 'a ledger that cannot be written: exit 5' $status 5
is 'one sentence about it' "$(printf '%s\n' "$errout" | wc -l)" 1

# Twenty processes at once: each change is there, or was refused with 75 and said so.
i=0
while [ $i -lt 20 ]; do
	( "$DECORUM" dnc add in/racer-$i --reason race >/dev/null 2>&1; echo "$i $?" >>"$dir/codes" ) &
	i=$((i + 1))
done
wait
run dnc list
lost=0
while read -r i code; do
	case $code:$out in
	0:*"in/racer-$i "*) ;;
	75:*) ;;
	*) lost=$((lost + 1)) ;;
	esac
done <"$dir/codes"
is 'what was acknowledged is there' $lost 0
is 'nearly all got in' "$([ "$(grep -c ' 0$' "$dir/codes")" -ge 15 ] && echo yes)" yes
run verify
is 'and the ledger is whole' $status 0
finish
