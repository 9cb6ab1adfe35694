#!/bin/sh
# What follows from the requests, through the program: built with an import and by verify
# --rebuild; kill -9 at any write leaves a whole ledger.
. "${0%/*}/../lib.sh"
step=${SWEEP_STEP:-3}
DECORUM_DB=$dir/l/ledger.db; export DECORUM_DB
d() { "$DECORUM" "$@" >/dev/null 2>&1 </dev/null; }

run import "$here/data/sample"
is 'the sample is read' "$status" 0
run verify
is 'and whole' "$status" 0
run verify --rebuild
is 'what follows is built again' "$status" 0
has 'and said so' "$out" 'was built again'
run verify --rebuild -n
is 'not with --dry-run' "$(printf %s "$out" | grep -c 'built again')" 0

# kill_at_writes COMMAND…: at every STEP-th call that changes the file.
kill_at_writes() {
	strace -qq -e trace=pwrite64,fdatasync,fsync -o "$dir/trace" "$DECORUM" "$@" >/dev/null 2>&1 </dev/null
	points=0 broken=0
	for call in pwrite64 fdatasync fsync; do
		last=$(grep -c "^$call" "$dir/trace")
		at=1
		while [ "$at" -le "$last" ]; do
			rm -rf "$dir/l"
			[ -z "$before" ] || cp -r "$before" "$dir/l"
			strace -qq -o /dev/null -e "inject=$call:signal=KILL:when=$at" "$DECORUM" "$@" >/dev/null 2>&1 </dev/null
			points=$((points + 1))
			[ ! -e "$DECORUM_DB" ] || d verify || broken=$((broken + 1))
			"$DECORUM" "$@" >/dev/null 2>&1 </dev/null
			d verify || broken=$((broken + 1))
			at=$((at + step))
		done
	done
	echo "# $1 $2: $points kills"
}

if strace -o /dev/null true 2>/dev/null; then
	cp -r "$dir/l" "$dir/imported"
	before=
	kill_at_writes import "$here/data/sample"
	is 'import, killed: whole, and again whole when done again' "$broken" 0
	before=$dir/imported
	kill_at_writes verify --rebuild
	is 'rebuild, killed: whole, and again whole when done again' "$broken" 0
	is 'there were kills' "$([ $points -gt 3 ] && echo some)" some
fi
finish
