#!/bin/sh
# Settings: where each comes from, changing one line and keeping the rest, and a doctor.
. "${0%/*}/../lib.sh"
file=$XDG_CONFIG_HOME/decorum/config.ini

run config get outbox.hold
is 'the default' "$out" 30
run config set outbox.hold 60
is 'set' $status 0
is 'the file is for nobody else to read' "$(stat -c %a "$file")" 600
run config get outbox.hold
is 'it is in force' "$out" 60
run config show --origin
has 'with its origin' "$out" "$file:2"
printf '; my own remark\n[handoff]\nopener = /bin/true\n\n[outbox]\n; why\nhold = 5\n' >"$file"
run config set outbox.hold 7
is 'the rest of the file stays' "$(cat "$file")" '; my own remark
[handoff]
opener = /bin/true

[outbox]
; why
hold = 7'
run config set handoff.clipboard /bin/cat
is 'a new key goes to its section' "$(sed -n 2,4p "$file" | tr '\n' ' ')" '[handoff] opener = /bin/true clipboard = /bin/cat '
run config set rules.too-long warning
is 'a new section goes to the end' "$(tail -n 2 "$file" | tr '\n' ' ')" '[rules] too-long = warning '
run check --note "$(printf '%0201d' 0)"
is 'a rule obeys its setting' $status 0
before=$(cat "$file")
run config set outbox.hold 9999
is 'out of range exits 2' $status 2
run config set outbox.hld 9
has 'the nearest setting' "$errout" 'did you mean outbox.hold'
run config set outbox.hold 9 -n
is 'a rehearsal' $status 0
is 'nothing of it was kept' "$(cat "$file")" "$before"
run config get no.such
is 'no such setting exits 3' $status 3
printf '[outbox]\nhold = x\n' >"$file"
run check --note a
is 'a broken file exits 2' $status 2
has 'and names the line' "$errout" "$file:2"
run help
is 'help works all the same' $status 0
run doctor
is 'the doctor sees it: exit 5' $status 5
has 'and says what' "$out" "$file:2"
rm "$file"
run doctor
is 'nothing is wrong' $status 0
run doctor --json
is 'doctor --json' "$(json checks.0.check) $(json checks.0.state)" 'settings ok'
EDITOR="sed -i s/30/31/" at_terminal '' config edit
is 'an editor that leaves it right' $status 0
cat >"$dir/editor" <<'ED'
#!/bin/sh
printf '[outbox]\nhold = %s\n' "$VALUE" >"$1"
ED
chmod +x "$dir/editor"
EDITOR=$dir/editor; export EDITOR
VALUE=12 at_terminal '' config edit
run config get outbox.hold
is 'what was edited is kept' "$out" 12
VALUE=many at_terminal '' config edit
is 'an editor that breaks it: exit 2' $status 2
run config get outbox.hold
is 'and the old file stays' "$out" 12
finish
