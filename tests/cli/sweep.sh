#!/bin/sh
# kill -9, and errors, at system calls of send, undo, release and withdraw through the API: what
# was acknowledged is true, nothing goes out twice, and everything comes to an end.
# SWEEP_STEP=1 (make crash) takes every call, else every STEP-th; SWEEP_FAULTS as in strace.
. "${0%/*}/../lib.sh"
step=${SWEEP_STEP:-37}
faults=${SWEEP_FAULTS:-signal=KILL error=EIO}
command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null || {
	echo '1..0 # skipped: nothing may be traced here'; exit 0; }
sanitized=$(grep -o 'fsanitize=address' "$BUILD/flags" | head -n 1)
fake=$BUILD/tests/fake/invitations
mkfifo "$dir/port"
"$fake" "$dir/log" "$dir/control" >"$dir/port" & serving=$!
trap 'kill $serving 2>/dev/null; rm -rf "$dir"' EXIT
read -r _ port <"$dir/port"
mkdir -p "$XDG_CONFIG_HOME/decorum"
{
	printf '[outbox]\ntransport = linkedin\nhold = 0\nlate = send-within 10080\n'
	printf '[api]\nbase = http://127.0.0.1:%s\nloopback = yes\nsettle = 0\ntimeout = 2\n' "$port"
	printf 'person = urn:li:person:me\ntoken-command = /bin/echo good-token\n'
} >"$XDG_CONFIG_HOME/decorum/config.ini"
mkdir "$dir/now" "$dir/before"
DECORUM_DB=$dir/now/ledger.db; export DECORUM_DB
d() { "$DECORUM" "$@" >/dev/null 2>&1 </dev/null; }
send() { d send urn:li:person:ada --name 'Ada Vey' --note 'Hi Ada, your talk on query planners at FOSDEM helped me a lot.'; }
accepted() { grep -c '"event":"accepted"' "$dir/log"; }
withdrawn() { grep -c WITHDRAWN "$dir/log"; }
state() { "$BUILD/tests/aid/state" "$DECORUM_DB" 1; }
# Each point starts from the same files.
keep() { rm -rf "$dir/before"; cp -r "$dir/now" "$dir/before"; cp "$dir/log" "$dir/log.before"; }
back() { rm -rf "$dir/now"; cp -r "$dir/before" "$dir/now"; cp "$dir/log.before" "$dir/log"; : >"$dir/control"; }
calm() { for _ in 1 2 3 4 5; do d release; d queue now 1; done; d release; }
wrong() { violations=$((violations + 1)); echo "# $name with $fault at $call $nth: $1"; }

# can_fail CALL: whether it is one that the program makes and the kernel may refuse.  The others never
# fail (getpid), or are made by the run time of a sanitizer too, which tries again for ever.
can_fail() {
	case $1 in
	open* | read* | write* | pread* | pwrite* | close | lseek | fsync | fdatasync | ftruncate | fallocate) ;;
	*stat* | access | faccessat* | fcntl | flock | unlink* | rename* | mkdir* | fchmod* | fchown*) ;;
	socket* | connect | bind | listen | accept* | send* | recv* | poll | ppoll | select | pselect6) ;;
	pipe* | dup* | fork | vfork | clone* | wait4 | getrandom | ioctl) ;;
	mmap | munmap | mremap) [ -z "$sanitized" ] ;;
	*) return 1 ;;
	esac
}

# sweep NAME ARG...: a fault at one call of `decorum ARG...` after the other, judged by judge_NAME.
sweep() {
	name=$1; shift
	points=0 kills=0 violations=0 at=0
	keep
	strace -qq -o "$dir/trace" "$DECORUM" "$@" >/dev/null 2>&1 </dev/null
	sed -n 's/^\([a-z0-9_]*\)(.*/\1/p' "$dir/trace" | grep -v '^exit\|^execve' |
		awk '{ print $1, ++n[$1] }' >"$dir/points"
	for fault in $faults; do
		while read -r call nth; do
			at=$((at + 1))
			[ $((at % step)) -eq 0 ] || continue
			case $fault in error*) can_fail "$call" || continue ;; esac
			back
			status=0
			timeout 60 strace -qq -o /dev/null -e "inject=$call:$fault:when=$nth" "$DECORUM" "$@" >/dev/null 2>&1 </dev/null || status=$?
			[ $status -ne 124 ] || wrong 'it does not come to an end'
			points=$((points + 1))
			[ $status -lt 128 ] || kills=$((kills + 1))
			"judge_$name"
			d verify || wrong 'the ledger is not whole'
		done <"$dir/points"
	done
	echo "# $name: $points points, $kills kills, $violations violations"
	is "$name: the truth at every point" "$violations" 0
	is "$name: there were points" "$([ $points -gt 2 ] && [ $kills -gt 0 ] && echo some)" some
	back
}
# What is out at the other side is what the ledger says.
agree() {
	case $1 in
	sent) [ "$(accepted) $(withdrawn)" = '1 0' ] || wrong "sent, but $(accepted) accepted, $(withdrawn) withdrawn" ;;
	withdrawn) [ "$(accepted) $(withdrawn)" = '1 1' ] || wrong "withdrawn, but $(accepted) accepted" ;;
	undone | none) [ "$(accepted)" = 0 ] || wrong "$1, but accepted" ;;
	*) wrong "it ends as $1" ;;
	esac
}
judge_send() {
	[ $status -ne 0 ] || [ "$(state)" = held ] || wrong 'acknowledged and lost'
	calm; agree "$(state)"
}
judge_undo() {
	[ $status -ne 0 ] || [ "$(state)" = undone ] || wrong 'acknowledged, but not undone'
	calm; agree "$(state)"
}
judge_release() {
	[ $status -ne 0 ] || [ "$(state)" = sent ] || wrong 'acknowledged, but not sent'
	calm
	[ "$(state)" = sent ] || wrong "never sent: $(state)"
	agree "$(state)"
}
judge_withdraw() {
	[ $status -ne 0 ] || [ "$(state)" = withdrawn ] || wrong 'acknowledged, but not withdrawn'
	calm; agree "$(state)"
}

: >"$dir/log"
d person key in/x
sweep send send urn:li:person:ada --name 'Ada Vey' --note 'Hi Ada, your talk on query planners at FOSDEM helped me a lot.'
send
sweep undo undo 1
sweep release release
d release
is 'sent for the next sweep' "$(state) $(accepted)" 'sent 1'
sweep withdraw withdraw 1 --reason other --yes
finish
