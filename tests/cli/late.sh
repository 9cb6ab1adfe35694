#!/bin/sh
# After sleep, another start of the computer or a pause nobody expects a request to go: it is asked
# about, unless the settings say otherwise.  And a refused log-in, which a new one mends.
. "${0%/*}/../lib.sh"
fake_api "$dir/log"
echo good-token >"$dir/token"
configure() {
	mkdir -p "$XDG_CONFIG_HOME/decorum"
	{
		printf '[outbox]\ntransport = linkedin\nhold = 0\n%s\n' "${1-}"
		printf '[api]\nbase = http://127.0.0.1:%s\nloopback = yes\ntimeout = 2\n' "$port"
		printf 'token-command = cat %s\n' "$dir/token"
	} >"$XDG_CONFIG_HOME/decorum/config.ini"
}
accepted() { touch "$dir/log"; grep -c '"event":"accepted"' "$dir/log"; }
at() { when=$1; shift; run --at "2026-11-02 $when" "$@"; }
fresh() {
	configure "${2-}"; rm -f "$dir/log"; : >"$dir/control"
	DECORUM_DB=$dir/$1.db; export DECORUM_DB
	at 10:00:00 send urn:li:person:bo --name 'Bo Lund' --note 'Hello Bo, the workshop on dry stone walls in Visby was a delight.'
}

fresh time
at 10:01:00 release
is 'a minute is not late' "$status $(accepted)" '0 1'

fresh ask
at 10:30:00 release
has 'late: it is asked about' "$out" 'Request 1 to Bo Lund waits for you, because it should have gone out 30 minutes ago'
is 'and not sent' "$(accepted)" 0
at 10:30:00 queue
has 'the queue says so' "$out" 'it should have gone out 30 minutes ago: decorum release asks you'
at_terminal 'no
' --at '2026-11-02 10:30' release
has 'at a terminal the user says' "$out" 'Send it now, though it should have gone out 30 minutes ago?'
is 'no' "$(accepted)" 0
at_terminal 'yes
' --at '2026-11-02 10:30' release
is 'or yes' "$(accepted)" 1

fresh undo
at 10:30:00 undo
is 'undo is free all that time' "$status $(accepted)" '0 0'

fresh now
at 10:30:00 queue now 1
at 10:30:01 release
is 'so is "now", which ends the doubt' "$status $(accepted)" '0 1'

fresh hold 'late = hold'
at 10:30:00 release
has 'or it is held once more' "$out" 'is held once more, because it should have gone out 30 minutes ago'
is 'first' "$(accepted)" 0
at 10:30:10 release
is 'then it goes' "$(accepted)" 1

fresh within 'late = send-within 45'
at 10:30:00 release
is 'or it is sent within some minutes' "$(accepted)" 1
fresh beyond 'late = send-within 20'
at 10:30:00 release
is 'and not beyond' "$(accepted)" 0

# --at counts by a boot of its own, so without it the computer was started again.
fresh restarted
run release
has 'started again: asked about, however soon' "$out" 'because the computer was started again since it was held'
is 'and not sent unasked' "$(accepted)" 0
run queue
has 'the queue knows' "$out" 'the computer was started again since it was held: decorum release asks you'

# --- who watches is told once, and goes on when it may
"$DECORUM" release --watch >"$dir/watch" 2>&1 </dev/null & watching=$!
until_() { tries=0; until "$@" || [ $tries -ge 200 ]; do tries=$((tries + 1)); sleep 0.05; done; "$@"; }
told() { grep -qs "$1" "$dir/watch"; }
is 'the watch says who waits' "$(until_ told 'waits for you'; echo $?)" 0
for _ in 1 2 3; do run queue pause; run queue resume; sleep 0.2; done
run queue now 1
is 'and sends what may go now' "$(until_ told 'Sent: request 1'; echo $?) $(accepted)" '0 1'
is 'told once' "$(grep -c 'waits for you' "$dir/watch")" 1
kill $watching; wait $watching 2>/dev/null

# --- a refused log-in: held, paused, and the next token is used without starting again
fresh login; run queue now 1
echo old-token >"$dir/token"
"$DECORUM" release --watch >"$dir/watch" 2>&1 </dev/null & watching=$!
is 'a refused log-in is told' "$(until_ told 'decorum login'; echo $?)" 0
run queue
has 'it pauses' "$out" "Paused (LinkedIn does not take the log-in any more; 'decorum login' lets it go on)"
has 'and the request stays held' "$out" 'held'
echo good-token >"$dir/token"
run queue resume
is 'a new token is taken' "$(until_ told 'Sent: request 1'; echo $?) $(accepted)" '0 1'
kill $watching; wait $watching 2>/dev/null
finish
