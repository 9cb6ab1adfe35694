#!/bin/sh
# Ctrl-C in long work: what was done so far is whole, or nothing was done, and that is told.
. "${0%/*}/../lib.sh"

awk 'BEGIN { print "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
	for (i = 0; i < 200000; i++)
		print "Ada,Vey,https://www.linkedin.com/in/person-" i ",,Northwind,Analyst,08 Feb 2026" }' >"$dir/Connections.csv"
# interrupted ARG...: Ctrl-C is ignored until the program catches it itself, so it can be pressed
# again and again until the program ends.
interrupted() {
	trap '' INT
	"$DECORUM" "$@" >"$dir/out" 2>"$dir/err" </dev/null &
	pid=$!
	trap - INT
	while kill -INT $pid 2>/dev/null; do sleep 0.02; done
	status=0
	wait $pid || status=$?
	out=$(head -c 1000 "$dir/out") errout=$(cat "$dir/err")
}

interrupted import "$dir/Connections.csv"
is 'import: try again' $status 75
has 'import: says that it was interrupted' "$errout" 'interrupted; '
is 'import: nothing on standard output' "$out" ''
run verify
is 'import: the ledger is whole' $status 0
run import -n "$dir/Connections.csv"
is 'import: --dry-run after it' $status 0

# Killed as soon as some of it is durable: what is there stays, and the next import goes on.
DECORUM_DB=$dir/k.db; export DECORUM_DB
"$DECORUM" import "$dir/Connections.csv" >/dev/null 2>&1 </dev/null &
pid=$!
until [ "$(wc -c <"$DECORUM_DB" 2>/dev/null || echo 0)" -gt 2000000 ] || ! kill -0 $pid 2>/dev/null; do sleep 0.02; done
kill -INT $pid 2>/dev/null
status=0
wait $pid || status=$?
run verify
is 'import: whole after what was kept' $status 0
run import --json "$dir/Connections.csv"
is 'import: the same file again' $status 0
is 'import: all rows are in' "$(json files.0.read)" 200000
is 'import: what was in before is known' "$(($(json files.0.known) + $(json files.0.new)))" 200000
is 'import: it went on where it was' "$(json files.0.had)" "$(json files.0.known)"
run verify
is 'import: and whole' $status 0
run import --json "$dir/Connections.csv"
is 'import: once more changes nothing' "$(json files.0.known)" 200000
is 'import: and nothing is left to go on with' "$(json files.0.had)" 0
unset DECORUM_DB

interrupted check --csv "$dir/Connections.csv" --format json
is 'check: try again' $status 75
has 'check: says how far it came' "$errout" 'interrupted after '
is 'check: what was printed is whole' "$([ -s "$dir/out" ] && json v)" "$([ -s "$dir/out" ] && echo 1)"
finish
