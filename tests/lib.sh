# lib.sh - shell side of the tests: TAP, a private HOME, no surprises.
# Sourced by tests/cli/*.sh, which end with `finish`.
LC_ALL=C.UTF-8 TZ=UTC TERM=dumb; export LC_ALL TZ TERM
unset DECORUM_DB DISPLAY WAYLAND_DISPLAY EDITOR VISUAL NO_COLOR
here=$(cd "${0%/*}/.." && pwd) # the tests folder
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
HOME=$dir/home XDG_DATA_HOME=$dir/data XDG_CONFIG_HOME=$dir/config XDG_STATE_HOME=$dir/state
XDG_RUNTIME_DIR=$dir/run
export HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_RUNTIME_DIR
mkdir -p "$HOME"
n=0 bad=0

# run ARG...: the program without a terminal; sets $status, $out, $errout.
run() {
	status=0
	"$DECORUM" "$@" >"$dir/out" 2>"$dir/err" </dev/null || status=$?
	out=$(cat "$dir/out") errout=$(cat "$dir/err")
}
# run_in TEXT ARG...: the same with TEXT on standard input.
run_in() {
	text=$1; shift; status=0
	printf '%s' "$text" | "$DECORUM" "$@" >"$dir/out" 2>"$dir/err" || status=$?
	out=$(cat "$dir/out") errout=$(cat "$dir/err")
}
# at_terminal ANSWERS ARG...: the program in a pseudo-terminal; $out is all that was
# shown.  $with_env may hold assignments for its environment.
at_terminal() {
	answers=$1; shift; status=0
	{
		printf "%s exec '%s'" "${with_env-}" "$DECORUM"
		for arg; do printf " '%s'" "$(printf %s "$arg" | sed "s/'/'\\\\''/g")"; done
	} >"$dir/typed"
	printf %s "$answers" | script -qefc "sh $dir/typed" /dev/null >"$dir/out" 2>"$dir/err" || status=$?
	out=$(tr -d '\r' <"$dir/out") errout=
}
# json PATH: what stands at findings.0.rule or the like in the last standard output.
json() { "$BUILD/tests/aid/json" "$@" <"$dir/out" 2>&1; }
# desk: a fake browser and clipboard; what they got is in $dir/opened and $dir/copied.
desk() {
	mkdir -p "$dir/bin" "$XDG_CONFIG_HOME/decorum"
	printf '#!/bin/sh\nprintf "%%s\\n" "$@" >>"%s/opened"\n' "$dir" >"$dir/bin/opener"
	printf '#!/bin/sh\ncat >"%s/copied"\n' "$dir" >"$dir/bin/copier"
	chmod +x "$dir/bin/opener" "$dir/bin/copier"
	printf '[handoff]\nopener = %s/bin/opener\nclipboard = %s/bin/copier\n' "$dir" "$dir" \
		>"$XDG_CONFIG_HOME/decorum/config.ini"
}
# fake_api LOG: the Invitations API on loopback, in tests/fake; sets $fake, $port and, for its end,
# $serving.  What it does is ordered in $dir/control.
fake_api() {
	fake=$BUILD/tests/fake/invitations
	mkfifo "$dir/port"
	"$fake" "$1" "$dir/control" >"$dir/port" & serving=$!
	trap 'kill $serving 2>/dev/null; rm -rf "$dir"' EXIT
	read -r _ port <"$dir/port"
}
_ok() { n=$((n + 1)); echo "ok $n - $1"; }
_no() { n=$((n + 1)); bad=1; echo "not ok $n - $1"; shift; printf '# %s\n' "$@"; }
# is WHAT GOT WANT
is() { if [ "$2" = "$3" ]; then _ok "$1"; else _no "$1" "got:  $2" "want: $3"; fi; }
# has WHAT TEXT PART / hasnt WHAT TEXT PART
has() { case $2 in *"$3"*) _ok "$1" ;; *) _no "$1" "in:   $2" "want: $3" ;; esac; }
hasnt() { case $2 in *"$3"*) _no "$1" "in:   $2" "not:  $3" ;; *) _ok "$1" ;; esac; }
# check WHAT COMMAND...: the command succeeds
check() { what=$1; shift; if "$@" >"$dir/log" 2>&1; then _ok "$what"; else _no "$what" "$(cat "$dir/log")"; fi; }
finish() { echo "1..$n"; exit $bad; }
