#!/bin/sh
# `make run` without a terminal plays the sample; the story goes as it is told.
. "${0%/*}/../lib.sh"

status=0
sh "$here/data/sample/play.sh" "$DECORUM" >"$dir/out" 2>"$dir/err" </dev/null || status=$?
out=$(cat "$dir/out") errout=$(cat "$dir/err")
is 'it plays to the end' $status 0
is 'without a complaint' "$errout" ''
has 'the export is read' "$out" 'Invitations.csv  26    26   0'
has 'the recipient declined' "$out" 'error    declined           Ada Vey declined your request of 3 May 2026'
has 'the name is wrong' "$out" 'error    wrong-name         "Anna" is not Ada Vey.'
has 'the note went to others' "$out" 'similar-note'
has 'a request is held' "$out" 'Held: request '
has 'and undone' "$out" 'was never sent'
has 'the note is a draft' "$out" 'Hi Lena, your answer about late events'
has 'a second one goes to the clipboard' "$out" '(clipboard) Hi Lena, good to meet you at StreamConf 2026'
has 'and to the browser' "$out" '(browser)   https://www.linkedin.com/in/lena-brandt'
has 'is sent because the user says so' "$out" 'Noted as sent, because you said so.'
has 'and withdrawn' "$out" 'Noted as withdrawn, because you said so.'
finish
