#!/bin/sh
# Which findings count: by rule and group, by severity, by suppression with a reason, by baseline.
. "${0%/*}/../lib.sh"
note="Hi Anna, I'd like to add you to my professional network on LinkedIn."
config=$XDG_CONFIG_HOME/decorum/config.ini
mkdir -p "${config%/*}"
judge() { run check in/ada-vey --name 'Ada Vey' --note "$note" "$@"; }

judge --format gcc
has 'two findings' "$out" '[wrong-name]'
has 'two findings' "$out" '[default-text]'
judge --format gcc --rule default-text
hasnt '--rule: only that one' "$out" '[wrong-name]'
is 'and only it decides' $status 0
judge --format gcc --no-rule wrong-name
hasnt '--no-rule: without it' "$out" '[wrong-name]'
judge --format gcc --no-rule note
is 'a group can be left out' "$out" ''
judge --format gcc --rule recipient --rule volume
is 'groups can be chosen' "$out" ''
judge --rule no-such
is 'no such rule: exit 3' $status 3
judge --format gcc --min-severity error
hasnt '--min-severity hides what is below' "$out" '[default-text]'
judge --format gcc --min-severity error --fail-on warning
is 'what is hidden does not fail' $status 1
judge --rule default-text --min-severity error --fail-on warning
is 'indeed' $status 0

# Suppressions: a reason, perhaps an end; told when they are over or not needed.
judge --suppress wrong-name='she goes by Anna'
is 'passed over' $status 0
has 'and the report says why' "$out" 'Passed over: she goes by Anna'
judge --suppress wrong-name='she goes by Anna' --json
is 'JSON says it too' "$(json findings.0.override)" 'she goes by Anna'
is 'the verdict does not count it' "$(json verdict)" caution
judge --suppress wrong-name='she goes by Anna' --format gcc
hasnt 'a format without a word for it leaves it out' "$out" '[wrong-name]'
judge --suppress wrong-name='she goes by Anna' --format sarif
has 'SARIF has a word' "$out" '"suppressions":[{"kind":"external","justification":"she goes by Anna"}]'
judge --suppress wrong-name='she goes by Anna (until 2026-12-01)' --at 2026-11-30
is 'before its end' $status 0
judge --suppress wrong-name='she goes by Anna (until 2026-12-01)' --at 2026-12-02
is 'after its end it stops again' $status 1
has 'and that is told' "$errout" 'is over since 1 Dec 2026'
judge --suppress too-long='just so'
has 'one that is not needed is told' "$errout" 'the suppression of too-long (--suppress) was not needed'
judge --suppress wrong-name
is 'no reason: exit 2' $status 2
judge --suppress wrong-name=
is 'an empty reason: exit 2' $status 2
judge --suppress 'wrong-name=x (until tomorrow)'
is 'no date: exit 2' $status 2
printf '[suppress]\nwrong-name = she goes by Anna\n' >"$config"
judge
is 'from the configuration' $status 0
run send in/ada-vey --name 'Ada Vey' --note "$note"
is 'it holds for send as well' $status 0
run history in/ada-vey
has 'and is kept in the ledger, with where it stands' "$out" "$config:2"
# What silences is kept with the request, and told when it is not needed, or over.
printf '[suppress]\nwrong-name = she goes by Anna\npitch = we sell\nguilt = x (until 2026-11-01)\n' >"$config"
run --at 2026-11-09 send in/bo-lund --name 'Bo Lund' --note 'Hi Anna, your talk on vacuum in Ghent saved my week.' \
	--override no-reason='she knows' --override day-budget='a full day'
is 'passed over twice: held' $status 0
has 'an override that found nothing' "$errout" 'the override of day-budget was not needed'
has 'a suppression that is over' "$errout" "the suppression of guilt ($config:4) is over since 1 Nov 2026"
run history in/bo-lund
has 'the history keeps the reason' "$out" 'suppression: wrong-name: she goes by Anna'
has 'and what was not needed' "$out" 'override-unused: day-budget: a full day'
run doctor --at 2026-11-09
has 'doctor: needed' "$out" "wrong-name ($config:2) was needed for 2 requests"
has 'doctor: not needed' "$out" "pitch ($config:3) was never needed"
has 'doctor: over' "$out" "guilt ($config:4) is over since 1 Nov 2026: take it out"
run undo
printf '[suppress]\nwrong-nam = x\n' >"$config"
judge
is 'a rule that is not there: exit 2' $status 2
has 'is named with its line' "$errout" "$config:2: no rule 'wrong-nam'; did you mean 'wrong-name'?"
printf '[suppress]\nlikely-same = twins\n' >"$config"
judge
has 'a rule that had another name: the new one is told' "$errout" \
	"$config:2: no rule 'likely-same'; it is called 'likely-same-person' now"
printf '[rules]\nshoutin = off\n' >"$config"
judge
has 'also in [rules]' "$errout" "$config:2: no rule"
rm "$config"
run undo

# Baseline: what an earlier run has told.
for format in json jsonl; do
	judge --format $format; cp "$dir/out" "$dir/before"
	judge --baseline "$dir/before"
	is "$format baseline: all of it is known" $status 0
	has "$format baseline: and counted" "$errout" 'findings are in the baseline already'
	run check in/ada-vey --name 'Ada Vey' --note 'Hi Maria, nice talk on planners.' --baseline "$dir/before"
	is "$format baseline: another name is another finding" $status 1
done
echo '{"no' >"$dir/before"
judge --baseline "$dir/before"
is 'a broken baseline: exit 2' $status 2
has 'is named with its line' "$errout" "$dir/before:1:"
is 'and nothing is printed' "$out" ''

run completion words -- check --rule ''
has 'rules complete' "$out" 'wrong-name	'
finish
