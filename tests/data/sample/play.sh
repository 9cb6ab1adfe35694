#!/bin/sh
# play.sh DECORUM - play the sample from import to withdrawal, and print what is done.
#
# The people are invented, the home is a temporary one, and the browser and the clipboard are
# stand-ins that print what they get.  The clock stands at 2 November 2026, the day after the
# sample was exported, so that the story is the same every day.
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/../../.."
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_STATE_HOME="$home/state"
export LC_ALL=C.UTF-8 TERM=dumb
unset DECORUM_DB
day=2026-11-02 second=0
mkdir -p "$XDG_CONFIG_HOME/decorum"
cat >"$home/browser" <<'SH'
#!/bin/sh
echo "$1" >>"$HOME/opened"
SH
cat >"$home/clipboard" <<'SH'
#!/bin/sh
cat >"$HOME/copied"
SH
chmod +x "$home/browser" "$home/clipboard"
cat >"$XDG_CONFIG_HOME/decorum/config.ini" <<INI
[account]
type = premium
[handoff]
opener = $home/browser
clipboard = $home/clipboard
INI

say() { printf '\n# %s\n' "$*"; }
# Quoted only where the shell needs it.
quoted() {
	for arg; do
		case $arg in
		*[!A-Za-z0-9/._=:-]* | '') printf " '%s'" "$(printf %s "$arg" | sed "s/'/'\\\\''/g")" ;;
		*) printf ' %s' "$arg" ;;
		esac
	done
}
show() { printf '\n$ decorum%s\n' "$(quoted "$@")"; }
# Each command five seconds after the one before.
tick() {
	second=$((second + 5))
	now=$(printf '%s 10:%02d:%02d' $day $((second / 60)) $((second % 60)))
}
# decorum ARG...: shows the command and runs it; exit 1 only says that the check found something.
decorum() {
	show "$@"
	tick
	status=0
	"$program" --at "$now" "$@" 2>&1 || status=$?
	[ $status -le 1 ] || exit $status
}
# answering "ANSWER..." ARG...: the same at a pseudo-terminal, where somebody types the answers.
answering() {
	answers=$1; shift
	show "$@"
	tick
	printf 'exec%s\n' "$(quoted "$program" --at "$now" "$@")" >"$home/typed"
	: >"$home/screen"
	# shellcheck disable=SC2086  # each word is an answer
	sh tests/aid/typing.sh "$home/screen" $answers |
		script -qefc "sh $home/typed" "$home/screen" | tr -d '\r'
}
stand_ins() {
	for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s "$home/opened" ] && break; sleep 0.1; done
	[ ! -s "$home/copied" ] || printf '(clipboard) %s\n' "$(cat "$home/copied")"
	[ ! -s "$home/opened" ] || printf '(browser)   %s\n' "$(cat "$home/opened")"
	rm -f "$home/opened" "$home/copied"
}

say 'Your data export, read into the ledger.  Reading it again would change nothing.'
decorum import tests/data/sample
say 'What no export tells, you tell: Ada declined in May.'
decorum mark in/ada-vey declined --on 2026-05-09
say 'How much fits in?'
decorum quota
say 'You try Ada again, with the text that others got before her, and with another name in it.'
decorum check https://uk.linkedin.com/in/Ada-Vey/ --note \
	'Hi Anna, I really enjoyed your talk about spreadsheets. I work on similar things and would like to stay in touch.'
say 'Somebody else, and your own words.  It is held: for 30 seconds undo is free.'
decorum send in/lena-brandt --name 'Lena Brandt' --note \
	'Hi Lena, your answer about late events at StreamConf saved me a week. How did you test it?'
decorum queue
say 'A second thought.  Nothing was sent, and the words are kept.'
decorum undo
decorum draft list
say 'From a template, and handed over at once: you press Connect, decorum only asks.'
decorum template list --language en
decorum send in/lena-brandt --name 'Lena Brandt' --hold 0 --template met-at-event \
	--set event='StreamConf 2026' --set topic='late events'
if command -v script >/dev/null; then
	answering 'yes yes' release
	stand_ins
	say 'Ten days later it is taken back: first what follows from it, then the reason, then your word that it is done.'
	day=2026-11-12
	answering 'changed-mind yes yes' withdraw in/lena-brandt
	stand_ins
else
	say 'The hand-over needs a terminal; install script (bsdutils) to see it here.'
fi
say 'All of it is on record.'
decorum history in/lena-brandt
