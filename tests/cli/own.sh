#!/bin/sh
# Rules of one's own: written in the configuration, tried on their examples, and then like any other.
. "${0%/*}/../lib.sh"
config=$XDG_CONFIG_HOME/decorum/config.ini
mkdir -p "${config%/*}"
cat >"$config" <<'INI'
[rule "synergy"]
phrase    = synerg*
phrase    = win win
message   = This word says nothing.
advice    = Say what you would do together.
severity  = error
bad       = Hi Ada, let us find synergies.
bad       = A win-win for both of us.
good      = Hi Ada, let us find bugs.

[rule "many-questions"]
pattern   = \?
threshold = 3
message   = Three questions are an interrogation.
bad       = Why? How? When?
good      = How are you?
INI

run rules test
is 'they obey their examples' $status 0
has 'each is shown' "$out" 'synergy         yes   flags its bad example'
run rules test --json
is 'as JSON, too' "$(json trials.0.fine)" true
run check --name 'Ada Vey' --note 'Hi Ada, our SYNERGY is a win-win, I read in your article on planners.' --json
is 'one of them flags: exit 1' $status 1
is 'as an error' "$(json findings.0.rule) $(json findings.0.severity)" 'synergy error'
is 'at its place' "$(json findings.0.span.start) $(json findings.0.span.end)" '12 19'
is 'with its words' "$(json findings.0.message)" 'This word says nothing.'
is 'and how often' "$(json findings.0.evidence.times)" 2
run check --name 'Ada Vey' --note 'Hi Ada, why? how? I read your article on planners.' --rule many-questions --format gcc
is 'below its threshold' "$out" ''
run check --name 'Ada Vey' --note 'Hi Ada, why? how? when? I read your article on planners.' --rule many-questions --format gcc
is 'from its threshold on' "$out" 'note:1:12: warning: Three questions are an interrogation. [many-questions]'
run rules
has 'rules lists them' "$out" 'synergy'
run explain synergy
has 'explain knows them' "$out" 'Hi Ada, let us find synergies.'
run completion words -- explain ''
has 'they complete' "$out" 'synergy	'
run send in/ada-vey --name 'Ada Vey' --note 'Hi Ada, the synergy of planners in your article surprised me.'
is 'they refuse a request' $status 1
run send in/ada-vey --name 'Ada Vey' --note 'Hi Ada, the synergy of planners in your article surprised me.' --override synergy='her word'
is 'and can be passed over' $status 0
printf '\n[rules]\nsynergy = off\n' >>"$config"
run check --name 'Ada Vey' --note 'Hi Ada, the synergy of planners in your article surprised me.' --format gcc
hasnt 'they can be turned off' "$out" synergy
run check --name 'Ada Vey' --note 'Synergy!' --suppress many-questions=why
is 'and suppressed' "$([ $status -le 1 ]; echo $?)" 0

mine() { printf "$1" >"$dir/own.ini"; run rules test "$dir/own.ini"; }
mine '[rule "x"]\nphrase = foo\nmessage = m\nbad = bar\ngood = baz\n'
is 'one that misses its example: exit 1' $status 1
has 'is told' "$out" 'misses its bad example'
mine '[rule "x"]\nphrase = foo\nmessage = m\n'
has 'one without examples' "$out" "wants at least one 'bad' and one 'good' example"
mine '[rule "x"]\nphrase = foo\n'
has 'one that says nothing' "$errout" 'says nothing'
mine '[rule "x"]\nmessage = foo\n'
has 'one that looks for nothing' "$errout" 'looks for nothing'
mine '[rule "x"]\nmessage = m\npattern = (\n'
has 'a broken pattern has file and line' "$errout" "$dir/own.ini:3: the pattern cannot be used"
mine '[rule "x"]\nmesage = m\n'
has 'a typo in a key' "$errout" "a rule has no 'mesage'"
mine '[rule "X y"]\nmessage = m\n'
is 'a name with capitals and blanks: exit 2' $status 2
mine '[rule "wrong-name"]\nphrase = a\nmessage = m\n'
has 'the name of one of ours' "$errout" "is a rule of decorum's"
mine '; nothing\n'
has 'no rule at all' "$errout" 'there is no rule of your own'
finish
