#!/bin/sh
# Spelling: asked of the user's own hunspell, here one that is played, and never waited for.
. "${0%/*}/../lib.sh"
config=$XDG_CONFIG_HOME/decorum
real=$PATH
mkdir -p "$dir/bin" "$dir/dict" "$config"
PATH=$dir/bin:/usr/bin:/bin DICPATH=$dir/dict; export PATH DICPATH
touch "$dir/dict/en_GB.aff" "$dir/dict/de_DE.aff"

# play: a hunspell out of standard input.
play() { { echo '#!/bin/sh'; echo "printf '%s ' \"\$@\" >>'$dir/args'"; cat; } >"$dir/bin/hunspell"; chmod +x "$dir/bin/hunspell"; }
honest() {
	play <<'SH'
echo '@(#) International Ispell Version 3.2.06 (but really Hunspell 1.7.1)'
while read -r word; do
	case $word in
	^tlak) echo '& tlak 2 1: talk, tall' ;;
	^cafe) echo '& cafe 1 1: café' ;;
	^xqzt) echo '# xqzt 1' ;;
	^nortwhind | ^plannner | ^Thnaks) echo "& ${word#^} 1 1: other" ;;
	*) echo '*' ;;
	esac
	echo
done
SH
}
note='Hi Ada, naïve tlak of the cafe on plannner and xqzt that you gave at FOSDEM.'
spell() { run check --name 'Ada Vey' --note "$note" --rule spelling "$@"; }

honest
run check --name 'Ada Vey' --note "$note" --format gcc
hasnt 'nobody asked for it: nothing' "$out" '[spelling]'
is 'and hunspell is not even started' "$(cat "$dir/args" 2>/dev/null)" ''
run doctor
has 'doctor knows it' "$out" "$dir/bin/hunspell with "
has 'and how to turn it on' "$out" 'spelling.check is yes'
spell --format gcc
has 'with --rule it is asked; the column counts letters' "$out" 'note:1:15: note: The dictionary does not have "tlak"; it has "talk".'
has 'without a suggestion' "$out" 'does not have "xqzt". '
has 'with the protocol of ispell and a dictionary that is there' "$(cat "$dir/args")" '-a -i utf-8 -d en_'
spell --json
is 'the span counts bytes' "$(json findings.0.span.start) $(json findings.0.span.end)" '15 19'
is 'with the word' "$(json findings.0.evidence.word) $(json findings.0.evidence.suggestion)" 'tlak talk'
is 'only a hint' "$(json findings.0.severity) $status" 'info 0'
spell --fix
has 'only one that differs in a diacritic alone is mended' "$out" 'naïve tlak of the café on plannner'
run check --name 'Ada Vey' --headline 'Plannner at xqzt' --note "$note" --rule spelling --format gcc
hasnt 'their own words are excepted' "$out" plannner
hasnt 'all of them' "$out" xqzt
printf 'xqzt\nTLAK\n' >"$config/words"
spell --format gcc
hasnt 'and the words of the user' "$out" tlak
has 'but no more' "$out" plannner
rm "$config/words"
run config set spelling.check yes
run check --name 'Ada Vey' --note "$note" --format gcc
has 'turned on in the settings' "$out" '[spelling]'
run config set spelling.dictionaries 'de_DE en_GB'
: >"$dir/args"
run check --name 'Ada Vey' --note "$note" --format gcc
has 'with the dictionary of the settings' "$(cat "$dir/args")" '-d en_GB'
run send in/ada-vey --name 'Ada Vey' --note "$note" --dry-run
has 'send says it, too' "$out" plannner
run compose in/ada-vey --name 'Ada Vey' --note "$note" --dry-run --no-input
is 'the composer takes it' $status 0
printf 'name,note\nAda Vey,"%s"\n' "$note" >"$dir/people.csv"
: >"$dir/args"
run check --csv "$dir/people.csv" --format gcc
is 'a file of notes is not spelled' "$(cat "$dir/args")" ''
run check --csv "$dir/people.csv" --rule spelling --format gcc
has 'unless the rule is named' "$out" 'people.csv:2'
: >"$dir/args"
run config set rules.spelling off
run check --name 'Ada Vey' --note "$note"
is 'off is off' "$(cat "$dir/args")" ''
rm "$config/config.ini"
LANG=de_DE.UTF-8 "$DECORUM" check --name 'Ada Vey' --rule spelling --note 'Hallo Ada, vielen Dank für den Vortrag, der mir sehr gefallen hat.' >/dev/null 2>&1
has 'a German note has a German dictionary' "$(cat "$dir/args")" '-d de_DE'
: >"$dir/args"
run check --name 'Ada Vey' --rule spelling --note 'Bonjour Ada, je vous remercie pour votre article sur les bases de données.'
is 'French has none here: not asked' "$(cat "$dir/args")" ''

# Whatever hunspell does: no finding, no error, and soon.
quiet() {
	from=$(date +%s)
	spell --format gcc
	is "$1: nothing is found, nothing is said" "$status/$out/$errout" '0//'
	is "$1: soon" "$([ $(($(date +%s) - from)) -le 4 ]; echo $?)" 0
}
echo 'exec yes "*"' | play; quiet 'endless output'
echo "exec tr '\\\\0' '\\\\n' </dev/zero" | play; quiet 'endless lines'
echo 'exec sleep 30' | play; quiet 'hanging'
echo 'sleep 30 & echo "@(#)"' | play; quiet 'a child that hangs'
echo 'head -c 3000 /dev/urandom' | play; quiet 'garbage'
echo 'exit 1' | play; quiet 'an early end'
echo 'kill -9 $$' | play; quiet 'a crash'
echo 'exec <&-; echo "@(#) x"; echo; echo' | play; quiet 'an answer that is too short'
printf 'not a program' >"$dir/bin/hunspell"; quiet 'no program'
play <<'SH'
echo '@(#) x'
while read -r word; do printf '& %s 1 1: \033]0;owned\007\n\n' "${word#^}"; done
SH
spell --format gcc
hasnt 'a hostile suggestion is dropped' "$out" owned
has 'the word is not' "$out" tlak
rm -f "$dir/bin/hunspell"

PATH=$real; unset DICPATH
if command -v hunspell >/dev/null && [ -r /usr/share/hunspell/en_US.aff ]; then
	run check --name 'Ada Vey' --rule spelling --format gcc \
		--note 'Hi Ada, I enjoyed your tlak at FOSDEM about the planner, don’t stop. Jörg'
	is 'the real one' "$out" "note:1:24: note: The dictionary does not have \"tlak\"; it has \"talk\". Mend it, or put the word into the file 'words' beside your settings. [spelling]"
else
	_ok 'the real one # SKIP hunspell with en_US is not installed'
fi
finish
