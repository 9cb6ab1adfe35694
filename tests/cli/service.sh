#!/bin/sh
# The user service: its ExecStart does its work under the sandbox of its unit.  There is no systemd to
# start it here, so the sandbox is made of what there is: the system calls that the unit does not allow
# fail with EPERM (strace), the file system is read-only but for what the unit names (unshare).
. "${0%/*}/../lib.sh"
unit=$here/../src/cli/decorum-release.service.in
command -v systemd-analyze >/dev/null && strace -o /dev/null true 2>/dev/null || {
	echo '1..0 # skipped: no systemd-analyze, or nothing may be traced'; exit 0; }
! grep -q 'fsanitize=address' "$BUILD/flags" || {
	echo '1..0 # skipped: a sanitizer needs more than the unit allows'; exit 0; }

unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_RUNTIME_DIR
data=$HOME/.local/share/decorum state=$HOME/.local/state/decorum config=$HOME/.config/decorum
mkdir -p "$data" "$state" "$config"
for place in "$data" "$state"; do
	has "the unit may write ${place#"$HOME"}" "$(grep ^ReadWritePaths= "$unit")" "-%h${place#"$HOME"}"
done

# filter LINE: the names of a SystemCallFilter= line, its groups taken apart.
filter() {
	for name in $1; do case $name in
		@*) filter "$(systemd-analyze syscall-filter "$name" | sed -n 's/^ *\([@a-z][a-z0-9_-]*\).*/\1/p' | tail -n +2)" ;;
		*) echo "$name" ;;
	esac; done
}
filter "$(sed -n 's/^SystemCallFilter=\([^~].*\)/\1/p' "$unit")" | sort -u >"$dir/yes"
filter "$(sed -n 's/^SystemCallFilter=~//p' "$unit")" | sort -u >"$dir/no"
# "?": also those that this machine does not have.
allowed=$(comm -23 "$dir/yes" "$dir/no" | sed 's/^/?/' | tr '\n' ',')
check 'the unit allows some calls, and not all' sh -c "echo '$allowed' | grep -q '?openat,' && ! echo '$allowed' | grep -q '?mount,'"

fake_api "$dir/log"
printf '[outbox]\ntransport = linkedin\nhold = 1\n[api]\nbase = http://127.0.0.1:%s\nloopback = yes\n' "$port" >"$config/config.ini"
echo good-token >"$dir/token"
printf 'token-command = cat %s\n' "$dir/token" >>"$config/config.ini"

# What the unit says about files: all read-only, but for ReadWritePaths and a /tmp of its own.
cat >"$dir/sandbox" <<'SH'
for place in "$HOME/.local/share/decorum" "$HOME/.local/state/decorum"; do mount --bind "$place" "$place" || exit 1; done
mount -o remount,bind,ro / 2>/dev/null || exit 1
! touch "$HOME/.config/decorum/x" 2>/dev/null || exit 1
exec "$@"
SH
sandbox=
if unshare -rm --propagation private sh "$dir/sandbox" true 2>/dev/null; then
	sandbox="unshare -rm --propagation private sh $dir/sandbox"
else
	echo '# no namespace here: the file system is as always'
fi
# shellcheck disable=SC2086  # a list of words
$sandbox strace -f -qq -e signal=none -e "inject=!${allowed}execve,exit_group:error=EPERM" -o "$data/trace" \
	"$DECORUM" release --watch >"$dir/watch" 2>&1 </dev/null & watching=$!
tries=0
until grep -qs Watching "$dir/watch" || [ $tries -ge 200 ]; do tries=$((tries + 1)); sleep 0.05; done
run send urn:li:person:bo --name 'Bo Lund' --note 'Hello Bo, the workshop on dry stone walls in Visby was a delight.'
is 'held, outside' $status 0
tries=0
until grep -qs 'Sent: request 1' "$dir/watch" || [ $tries -ge 400 ]; do tries=$((tries + 1)); sleep 0.05; done
has 'sent, under the sandbox of the unit' "$(cat "$dir/watch")" 'Sent: request 1 to Bo Lund'
pid=$(awk 'NR == 1 { print $1 }' "$data/trace")
kill "$pid" 2>/dev/null; status=0; wait $watching || status=$?
is 'asked to end, it ends well' $status 0
# As root, SQLite asks to give its journal to the owner of the ledger; a user's service is not root.
refused=$(sed -n 's/^[0-9]* *\([a-z0-9_]*\)(.*(INJECTED)$/\1/p' "$data/trace" | grep -vx fchown | sort -u)
is 'nothing that it needs is refused' "$refused" ''
finish
