#!/bin/sh
# template: list, show, render, lint, new; the Mustache specification; own ones over bundled ones.
. "${0%/*}/../lib.sh"
own=$XDG_CONFIG_HOME/decorum/templates

run template list
is 'the list' $status 0
has 'has the bundled ones' "$out" 'met-at-event'
run template list --language de --json
is 'of one language' "$(json templates.0.language)" de
run template show met-at-event --json
is 'a template says what it asks' "$(json values.1.question)" 'Where did you meet?'

# --- render: strict unless asked otherwise
run template render met-at-event --set first_name=Ada --set event='FOSDEM in February' --set topic=undo
is 'a note' $status 0
has 'with the values' "$out" 'Hi Ada, good to meet you at FOSDEM in February. What you said about undo '
run template render met-at-event --set first_name=Ada --set event=FOSDEM
is 'a missing value: exit 2' $status 2
has 'is named with template, line, column and slot' "$errout" 'met-at-event:18:71: topic needs a value'
run template render met-at-event --set first_name=Ada --lenient
is 'unless it is lenient' $status 0
run template render met-at-event --set nosuch=1
is 'an unknown value: exit 2' $status 2
run template render no-such
is 'no such template: exit 3' $status 3
printf '{"first_name":"Ada","event":"<FOSDEM>","topic":5}' >"$dir/data.json"
run template render met-at-event --data "$dir/data.json"
has 'values from JSON, nothing escaped' "$out" 'at <FOSDEM>. What you said about 5 '
run template render met-at-event --data "$dir/data.json" --escape html
has 'escaped when asked' "$out" 'at &lt;FOSDEM&gt;. '
printf '{"event":["a"]}' >"$dir/data.json"
run template render met-at-event --data "$dir/data.json"
has 'a list is no text' "$errout" "one text for 'event'"
printf 'a{{b' >"$dir/bad.mustache"
run template render "$dir/bad.mustache"
is 'malformed: exit 2' $status 2
has 'with line and column' "$errout" 'bad.mustache:1:2: this tag is not closed'
printf '{{>../secret}}' >"$dir/out.mustache"
printf 'secret' >"$dir/secret.mustache"
mkdir "$dir/partials"
run template render "$dir/out.mustache" --partials "$dir/partials"
is 'no partial from outside its folder' "$status" 2
printf '{{>p}}' >"$dir/partials/p.mustache"
run template render "$dir/partials/p.mustache" --partials "$dir/partials"
has 'no recursion without end' "$errout" 'without end'
printf '\033[31m{{a}}' >"$dir/red.mustache"
run template render "$dir/red.mustache" --set a="$(printf '\033[0m')"
is 'no escape reaches the terminal' "$out" '\x1b[31m\x1b[0m'

# --- the specification, through the program
mkdir "$dir/spec"
check 'the specification is at hand' "$BUILD/tests/aid/spec" "$dir/spec" "$here"/data/mustache-spec/*.json
good=0 all=0
for one in "$dir"/spec/*; do
	all=$((all + 1))
	run template render "$one/template.mustache" --data "$one/data.json" --partials "$one/partials" \
		--lenient --escape html --json
	json text >"$dir/got"
	echo >>"$one/expected" # json ends its answer with a newline
	if cmp -s "$dir/got" "$one/expected"; then good=$((good + 1)); else echo "# $one: $(cat "$dir/got") $errout"; fi
done
is 'cases of the specification that hold' "$good of $all" '136 of 136'

# --- own templates, lint
run template lint
is 'nothing to mend in the bundled ones' $status 0
run template new my-own
is 'a new one' $status 0
check 'is there' test -f "$own/my-own.mustache"
is 'for nobody else to read' "$(stat -c %a "$own/my-own.mustache")" 600
run template new my-own
is 'never over one that is there: exit 4' $status 4
run template lint "$own/my-own.mustache"
is 'and in order' $status 0
sed -n '/^title: .*Met at an event/,/^```/p' "$here/../README.md" | sed '$d' >"$dir/readme.mustache"
run template lint "$dir/readme.mustache"
is 'so is the one in the README' "$status $out" '0 1 template, nothing to mend'
run template list
has 'and listed' "$out" 'my-own'
sed 's/example: moving.*/example: tea/; s/{{event}} and/{{event}}, I love your impressive profile, and/' \
	"$own/my-own.mustache" >"$dir/poor.mustache"
run template lint "$dir/poor.mustache" --words 7 --json
is 'findings: exit 1' $status 1
is 'too little is asked' "$(json findings.0.rule)" few-words
is 'with its place' "$(json findings.0.line)" 17
run template lint "$dir/poor.mustache" "$dir/bad.mustache"
is 'a broken one: exit 2' $status 2
has 'is named, and the others looked at all the same' "$errout" 'bad.mustache:1:1:'
cp "$own/my-own.mustache" "$own/met-at-event.mustache"
run template show met-at-event --json
has 'an own one hides the bundled one' "$(json origin)" "$own/met-at-event.mustache"
cp "$dir/bad.mustache" "$own/bad.mustache"
run template list
is 'a broken own one: exit 2' $status 2
has 'is named with its place' "$errout" "$own/bad.mustache:1:1: "
finish
