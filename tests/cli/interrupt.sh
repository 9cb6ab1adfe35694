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
has 'import: says that nothing was kept' "$errout" 'interrupted; nothing of it was kept'
is 'import: nothing on standard output' "$out" ''
run history
has 'import: nothing was kept' "$out" 'Nothing has happened yet'
run verify
is 'import: the ledger is whole' $status 0

interrupted check --csv "$dir/Connections.csv" --format json
is 'check: try again' $status 75
has 'check: says how far it came' "$errout" 'interrupted after '
is 'check: what was printed is whole' "$([ -s "$dir/out" ] && json v)" "$([ -s "$dir/out" ] && echo 1)"
finish
