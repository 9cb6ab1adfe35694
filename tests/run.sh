#!/bin/sh
# run.sh TEST... - run TAP tests, $JOBS (2) at a time and for $LIMIT (600) seconds at most; show only
# what fails, say how it went.
# A test that ends without its plan ("1..N"), or with another exit status than 0, has failed.
logs=$BUILD/logs
rm -rf "$logs"; mkdir -p "$logs"
one='
	t=$1; log=$BUILD/logs/$(printf %s "$t" | tr / _).log
	case $t in *.sh) set -- sh "$t" ;; *) set -- "$t" ;; esac
	CMOCKA_MESSAGE_OUTPUT=TAP timeout "${LIMIT:-600}" "$@" >"$log" 2>&1 </dev/null
	echo "exit $?" >>"$log"
	mv "$log" "${log%.log}.done"
'
printf '%s\n' "$@" | xargs -P "${JOBS:-2}" -n 1 sh -c "$one" one
passed=0 failed=0
for t; do
	log=$logs/$(printf %s "$t" | tr / _).done
	ok=$(grep -ac '^ok ' "$log"); bad=$(grep -ac '^not ok ' "$log")
	passed=$((passed + ok)) failed=$((failed + bad))
	if [ "$bad" -gt 0 ] || ! grep -aq '^1\.\.[0-9]' "$log" || ! grep -aqx 'exit 0' "$log"; then
		[ "$bad" -gt 0 ] || failed=$((failed + 1))
		echo "FAIL $t"; grep -av '^ok ' "$log" | tail -n 60
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
