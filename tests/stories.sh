# stories.sh - what the program does at a fake Invitations API, to be disturbed; and the judges.
#
# Sourced by the sweeps under tests/crash, after lib.sh.  `begin STORY` brings the files and the other
# side to where the story starts; each trial then starts with `back`, lets `act STORY PREFIX...` happen
# disturbed in some way, and ends with `judge`, which calls `wrong WHY` for each promise broken.
. "$here/act.sh"
fake_api "$dir/now/log"
mkdir -p "$XDG_CONFIG_HOME/decorum" "$dir/now" "$dir/before" "$dir/export"
{
	printf '[outbox]\ntransport = linkedin\nhold = 0\nlate = send-within 10080\n'
	printf '[api]\nbase = http://127.0.0.1:%s\nloopback = yes\nsettle = 0\ntimeout = 5\n' "$port"
	printf 'person = urn:li:person:me\ntoken-command = /bin/cat %s\n' "$dir/token"
} >"$XDG_CONFIG_HOME/decorum/config.ini"
echo good-token >"$dir/token"
DECORUM_DB=$dir/now/ledger.db; export DECORUM_DB
ASAN_OPTIONS=detect_leaks=0; export ASAN_OPTIONS # it cannot look for leaks while it is traced

# An export: three people who are connected, and an invitation to a fourth.
{
	printf 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n'
	for who in Bea Cal Dot; do
		printf '%s,Vey,https://www.linkedin.com/in/%s-vey,,Northwind,Analyst,02 Oct 2026\n' "$who" "$who"
	done
} >"$dir/export/Connections.csv"
{
	printf 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n'
	printf 'Me Myself,Eve Vey,"10/3/26, 9:12 AM",Hello Eve,OUTGOING,'
	printf 'https://www.linkedin.com/in/me,https://www.linkedin.com/in/eve-vey\n'
} >"$dir/export/Invitations.csv"

d() { "$DECORUM" "$@" >/dev/null 2>&1 </dev/null; }
accepted() { grep -c '"event":"accepted"' "$dir/now/log"; }
withdrawn() { grep -c WITHDRAWN "$dir/now/log"; }
state() { "$BUILD/tests/aid/state" "$DECORUM_DB" "${1-1}"; }
wrong() { violations=$((violations + 1)); echo "# $name, $point: $1"; }

stories='send undo release helper withdraw import migrate'
# begin STORY: what must have happened before it.
begin() {
	name=$1 violations=0 point='before anything'
	rm -rf "$dir/now"; mkdir -m 700 "$dir/now"; : >"$dir/now/log"; : >"$dir/control"
	case $1 in
	send) act migrate ;; # an empty ledger
	undo | release | helper | import) act send ;;
	withdraw) act send && act release ;;
	migrate) "$BUILD/tests/aid/old" "$DECORUM_DB" 3 ;;
	esac || wrong "$(cat "$dir/said")"
	rm -rf "$dir/before"; cp -rp "$dir/now" "$dir/before"
}
# Each trial starts from the same files, the ledger and what the other side has noted.
back() {
	took= late=
	[ -n "${clean-}" ] || { rm -rf "$dir/now"; cp -rp "$dir/before" "$dir/now"; }
	clean=
}

# judge STORY STATUS FILE: the verdict on one that was alone.  When it promised nothing and not a byte
# has changed, what would come of it now is what would have come of it before.
judge() {
	[ $2 -eq 0 ] || ! diff -rq "$dir/before" "$dir/now" >/dev/null || { clean=yes; return 0; }
	kept "$@"
	case $1.$2 in release.0 | helper.0) [ "$(state)" = sent ] || wrong 'acknowledged, but not sent' ;; esac
	settled
}
# kept STORY STATUS FILE: what its end, and its words in FILE, promise is so.
kept() {
	case $1.$2 in
	send.0) [ "$(state)" != none ] || wrong 'acknowledged and lost' ;;
	undo.0) took=back; [ "$(state)" = undone ] || wrong 'acknowledged, but not undone' ;;
	undo.4) ! grep -q 'will be withdrawn' "$3" || late=late ;;
	withdraw.0) [ "$(state)" = withdrawn ] || wrong 'acknowledged, but not withdrawn' ;;
	import.0) imported || wrong 'acknowledged, but not imported' ;;
	migrate.0) [ "$(state)" != none ] || wrong 'the request of the old ledger is lost' ;;
	esac
}
imported() {
	[ "$(state 2)" = sent ] && for who in bea cal dot eve; do d person show in/$who-vey || return 1; done
}
# When nothing disturbs any more, everything comes to an end, and what is out at the other side
# is what the ledger says.
settled() {
	for _ in 1 2 3 4 5; do
		d release
		end=$(state)
		case $end in sent | undone | withdrawn | none) break ;; esac
		d queue now 1
	done
	case $end in
	sent) [ "$(accepted) $(withdrawn)" = '1 0' ] || wrong "sent, but $(accepted) accepted, $(withdrawn) withdrawn" ;;
	withdrawn) [ "$(accepted) $(withdrawn)" = '1 1' ] || wrong "withdrawn, but $(accepted) accepted, $(withdrawn) withdrawn" ;;
	undone | none) [ "$(accepted)" = 0 ] || wrong "$end, but accepted" ;;
	*) wrong "it ends as $end" ;;
	esac
	case $name,$took$late,$end in
	send,* | undo,* | withdraw,* | *,,sent | *,back,undone | *,late,withdrawn | *,late,undone) ;;
	*) wrong "${late:+"a $late undo was acknowledged, and "}it ends as $end" ;;
	esac
	[ "$name" != import ] || { act import && imported; } || wrong "a second import does not mend it: $(cat "$dir/said")"
	d verify || wrong 'the ledger is not whole'
}
