#!/bin/sh
# The official API from log-in to withdrawal, against the fake on loopback.
. "${0%/*}/../lib.sh"
fake_api "$dir/log"
site=http://127.0.0.1:$port
order() { printf '%s\n' "$@" >"$dir/control"; }
# seen PART: how many lines of the fake's durable log have it
seen() { touch "$dir/log"; grep -c "$1" "$dir/log"; }
configure() {
	mkdir -p "$XDG_CONFIG_HOME/decorum"
	{
		printf '[outbox]\ntransport = linkedin\nhold = 0\n'
		printf '[handoff]\nopener = %s\n' "$dir/browser"
		printf '[api]\nbase = %s\nlogin = %s\nloopback = yes\nsettle = 0\ntimeout = 2\n' "$site" "$site"
		printf 'client-id = my-app\nscope = w_invite\n'
		[ $# -eq 0 ] || printf '%s\n' "$@"
	} >"$XDG_CONFIG_HOME/decorum/config.ini"
}
printf '#!/bin/sh\nexec "%s" --browse "$1"\n' "$fake" >"$dir/browser"
chmod +x "$dir/browser"
note='Hi Ada, your talk on query planners at FOSDEM helped me a lot.  Thank you!'

# --- logging in
configure 'pkce = yes'
run send in/cy-roe --name 'Cy Roe' --note 'Hi Cy, your essay on tidal mills is the best that I have read.'
is 'a profile address is not enough for the API: exit 2' $status 2
has 'says what is' "$errout" 'member id'
run send urn:li:person:ada --name 'Ada Vey' --note "$note"
is 'held without a log-in' $status 0
run release
is 'not sent without a log-in: exit 2' $status 2
has 'says how to log in' "$errout" 'decorum login'
is 'nothing left' "$(seen '')" 0
run login
is 'logged in' $status 0
has 'says where the token is' "$out" "$XDG_STATE_HOME/decorum/token"
token=$XDG_STATE_HOME/decorum/token
is 'only the user can read it' "$(stat -c %a "$token") $(stat -c %a "${token%/*}")" '600 700'
hasnt 'the token is not shown' "$out$errout" good-token
run history
hasnt 'nor in the history' "$out$errout" good-token
check 'nor in the ledger' sh -c '! grep -q good-token "$XDG_DATA_HOME/decorum/ledger.db"'

# --- sending
run release
is 'sent' $status 0
has 'said so' "$out" 'Sent: request 1 to Ada Vey'
is 'once, byte for byte' "$(seen '"event":"accepted"') $(seen "$note")" '1 1'
run release
has 'nothing more is due' "$out" 'Nothing is due'
run undo 1
is 'too late to undo: exit 4' $status 4
run withdraw 1 --reason accidental --yes
is 'withdrawn' $status 0
is 'at the other side, too' "$(seen WITHDRAWN)" 1
run history
has 'how it is known' "$out" "LinkedIn's answer"

# --- what can go wrong; each in a ledger of its own
fresh() { rm -f "$dir/log"; order; DECORUM_DB=$dir/$1.db; export DECORUM_DB; }
send() { run send "urn:li:person:$1" --name "$2" --note "$3"; }
bo() { send bo 'Bo Lund' 'Hello Bo, the workshop on dry stone walls in Visby was a delight.'; }

fresh limit; bo
order 'create 429 before'
run release
is 'a limit: exit 75' $status 75
has 'until midnight' "$errout" 'midnight UTC'
hasnt 'something was due' "$out" 'Nothing is due'
run release
is 'still waits' "$status $(seen '"event":"accepted"')" '75 0'
run queue --json
is 'and is held' "$(json requests.0.state)" held
run queue
has 'the queue says how long' "$out" '00:00 UTC after the last answer'
run queue now 1
has 'now ends no limit, and says so' "$out" 'limit lasts until'
run queue pause
run queue
has 'a pause stops it, held as it is' "$out" "waits for 'decorum queue resume'; undo is free"
run queue now 1
has 'now ends no pause either' "$out" 'but the outbox is paused'

fresh login; bo
order 'create 401 before'
run release
is 'an expired log-in: exit 75' $status 75
has 'says how to log in again' "$errout" 'decorum login'
run queue
has 'and pauses' "$out" 'Paused'
run queue --json
is 'the request stays held' "$(json requests.0.state)" held
run login
has 'a log-in mends it' "$out" 'The outbox runs again.'
run release
is 'then it goes on' "$status $(seen '"event":"accepted"')" '0 1'
run queue pause --reason 'a holiday'
run login
hasnt 'but ends no pause of yours' "$out" 'runs again'
run queue resume

fresh access; bo
order 'create 403 before'
run release
is 'no partner: exit 2' $status 2
has 'explains partner access' "$errout" 'approved partners'
has 'and the way by hand' "$errout" 'browser'
run draft list
has 'the note is a draft again' "$out" 'Bo Lund'

configure 'settle = 120'
at() { when=$1; shift; run --at "2025-01-02 $when" "$@"; }
bo_at() { at "$1" send urn:li:person:bo --name 'Bo Lund' --note 'Hello Bo, the workshop on dry stone walls in Visby was a delight.'; }
fresh unknown; bo_at 10:00:00
order 'create close after'
at 10:00:01 release
is 'nobody knows: exit 6' $status 6
has 'says so' "$errout" 'nobody knows yet whether request 1 to Bo Lund went out'
at 10:00:02 queue
has 'the queue tells why' "$out" 'the connection broke after the request was sent'
has 'and when it is looked up' "$out" 'will be looked up at 10:02 UTC'
at 10:00:03 undo 1
is 'an undo is too late: exit 4' $status 4
has 'but is kept' "$errout" 'it will be withdrawn'
at 10:00:03 queue
has 'the queue says that, too' "$out" 'will be looked up at 10:02 UTC, then it is withdrawn'
at 10:02:02 release
is 'found and withdrawn' "$status $(seen '"event":"accepted"') $(seen WITHDRAWN)" '0 1 1'
at 10:02:03 history
has 'by evidence' "$out" 'list of sent invitations'

fresh number; bo_at 10:00:00
order 'create close after'
at 10:00:01 release
at 10:00:02 undo 1
at 10:00:03 mark 1 sent
at 10:00:04 release
is 'told as sent, its number is not known: exit 2' $status 2
has 'where to withdraw it' "$errout" 'invitation-manager/sent'
at 10:00:05 queue
has 'the queue does not promise it' "$out" 'by hand, on your sent list: decorum mark 1 withdrawn'

fresh absent; bo_at 10:00:00
order 'create reset before'
at 10:00:01 release
is 'unknown again' $status 6
at 10:02:02 release
has 'one listing is not enough' "$out" 'still unknown'
at 10:04:03 release
has 'two are' "$out" 'did not go out'
at 10:04:04 release
is 'and only then is it sent again' "$status $(seen '"event":"accepted"')" '0 1'
configure

fresh stuck; bo
send eve 'Eve Holm' 'Hello Eve, your essay on tidal mills is the best that I have read.'
order 'create 400 before'
run release --json
is 'one that fails does not stop the next' "$(json sent.0.state) $(json sent.1.state)" 'failed sent'

fresh accepted; bo
run release
printf '{"event":"state","id":1,"state":"ACCEPTED"}\n' >>"$dir/log"
run release --states
has 'an acceptance comes back' "$out" '1 accepted'
run history
has 'as seen, not told' "$out" 'list of sent invitations'

fresh hostile; bo
order 'create 422 before'
run release
esc=$(printf '\033')
hasnt 'an escape in an answer stays harmless' "$out$errout" "$esc"
run history
hasnt 'in the history, too' "$out" "$esc"

fresh changed; bo
run dnc add urn:li:person:bo --reason 'asked me not to'
run release
is 'do-not-contact during the hold stops it: exit 1' $status 1
is 'nothing left' "$(seen '"event":"accepted"')" 0

# --- watching: it wakes by a change of the ledger, and then when the hold ends
fresh watched
printf '#!/bin/sh\ndate +%%s%%3N >>"%s/asked"\necho good-token\n' "$dir" >"$dir/token"
chmod +x "$dir/token"
configure "token-command = $dir/token"
sed -i 's/^hold = 0/hold = 1/' "$XDG_CONFIG_HOME/decorum/config.ini"
run release # makes the ledger
"$DECORUM" release --watch >"$dir/watch" 2>&1 </dev/null & watching=$!
bo
due=$("$BUILD/tests/aid/state" "$DECORUM_DB" 1 due)
tries=0
until [ "$(seen '"event":"accepted"')" = 1 ] || [ $tries -ge 200 ]; do tries=$((tries + 1)); sleep 0.05; done
at=$(sed -n 's/.*"accepted".*"at":\([0-9]*\).*/\1/p' "$dir/log")
echo "# released $((${at:-0} - due)) ms after the end of the hold"
check 'never before the hold ends' [ "${at:-0}" -ge "$due" ]
check 'and soon after' [ "${at:-0}" -lt $((due + 2000)) ]
check 'the token was asked for before' [ "$(tail -n 1 "$dir/asked")" -le "$due" ]
kill $watching; status=0; wait $watching 2>/dev/null || status=$?
configure
is 'asked to end, it ends well' $status 0
is 'the state is there' "$("$BUILD/tests/aid/state" "$DECORUM_DB" 1)" sent

# A hold that ends while another is being sent is not left for the look of the minute.
fresh queued
sed -i 's/^hold = 0/hold = 1/' "$XDG_CONFIG_HOME/decorum/config.ini"
order 'create late after'
bo
run send urn:li:person:cy --name 'Cy Vey' --note 'Hi Cy, thank you for the slides.'
"$DECORUM" release --watch >"$dir/watch" 2>&1 </dev/null & watching=$!
tries=0
until [ "$(seen '"event":"accepted"')" = 2 ] || [ $tries -ge 400 ]; do tries=$((tries + 1)); sleep 0.05; done
kill $watching; wait $watching 2>/dev/null
configure
is 'both went out, one after the other' "$(seen '"event":"accepted"')" 2

# --- the log-in is nobody else's
fresh token; bo
chmod 644 "$token"
run release
is 'a log-in that others can read is refused' $status 5
has 'says so' "$errout" 'others can read'
chmod 600 "$token"; mv "$token" "$dir/moved"; ln -s "$dir/moved" "$token"
run release
is 'a symbolic link is refused' $status 5
rm "$token"; mv "$dir/moved" "$token"
run logout
is 'logged out' "$status $(ls "$token" 2>&1 | grep -c "No such")" '0 1'
configure "token-command = printf '%s\n' good-token"
run release
is 'a command may give the token' "$status $(seen '"event":"accepted"')" '0 1'
configure 'token-command = false'
fresh command; bo
run release
is 'a command that fails: exit 5' $status 5
run login
is 'no log-in beside a command' $status 2
configure
order 'authorize ok before' 'token 400 before'
run login
is 'a refused log-in: exit 2' $status 2
run logout
has 'nobody was logged in' "$out" 'Nobody was logged in'
# A browser that never comes back: the wait of five minutes is over at once (strace).
if strace -o /dev/null true 2>/dev/null && ! grep -q 'fsanitize=address' "$BUILD/flags"; then
	printf '#!/bin/sh\nexit 0\n' >"$dir/browser"
	status=0
	strace -qq -o "$dir/trace" -e trace=bind,poll -e inject=poll:retval=0:when=1 \
		"$DECORUM" login >"$dir/out" 2>"$dir/err" </dev/null || status=$?
	is 'nobody comes back: exit 75' $status 75
	has 'says so' "$(cat "$dir/err")" 'within five minutes'
	is 'it has waited five minutes' "$(grep -cE '^poll\(.* (300000|29[0-9]{4})\)' "$dir/trace")" 1
	has 'on a port of this machine alone, whichever was free' "$(cat "$dir/trace")" \
		'sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")'
fi
finish
