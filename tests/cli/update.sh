#!/bin/sh
# A ledger of an older decorum is brought up to date at its first opening: that is told when it takes
# long, and Ctrl-C leaves the ledger as it was.
. "${0%/*}/../lib.sh"
DECORUM_DB=$dir/l/ledger.db; export DECORUM_DB
line='Bringing the ledger up to date'
mkdir -m 700 "$dir/l"
old() { rm -f "$DECORUM_DB" "$DECORUM_DB-journal"; cp -p "$1" "$DECORUM_DB"; }
"$BUILD/tests/aid/old" "$dir/small.db" 3 10 || exit 1
"$BUILD/tests/aid/old" "$dir/large.db" 3 50000 || exit 1

old "$dir/small.db"
run queue
is 'a small one: exit 0' $status 0
is 'a small one: nothing is told' "$errout" ''
has 'a small one: what was held is held' "$out" 'Ada Vey'

# Pressed again and again until the program ends; ignored until the program catches it itself.
old "$dir/large.db"
trap '' INT
"$DECORUM" queue >"$dir/out" 2>"$dir/err" </dev/null &
pid=$!
trap - INT
while kill -INT $pid 2>/dev/null; do sleep 0.02; done
status=0
wait $pid || status=$?
is 'Ctrl-C: try again' $status 75
is 'Ctrl-C: nothing on standard output' "$(cat "$dir/out")" ''
has 'Ctrl-C: says what became of the ledger' "$(cat "$dir/err")" 'is as it was'
check 'Ctrl-C: byte for byte' cmp "$dir/large.db" "$DECORUM_DB"

run queue
is 'a large one, begun anew: exit 0' $status 0
is 'a large one: one line' "$(printf '%s\n' "$errout" | wc -l)" 1
has 'a large one: that it takes a while' "$errout" "$line"
has 'a large one: what was held is held' "$out" 'Ada Vey'
run queue
is 'once' "$errout" ''
run verify
is 'and it is whole' $status 0

old "$dir/large.db"
run queue --quiet
is '--quiet: exit 0' $status 0
is '--quiet: nothing is told' "$errout" ''

old "$dir/large.db"
at_terminal '' queue
has 'at a terminal: how far it is' "$out" "%  $line"
hasnt 'at a terminal: no line that stays' "$out" 'takes a while'
has 'at a terminal: wiped, then the result' "$out" '[Krequest  state'
run verify
is 'at a terminal: whole' $status 0
finish
