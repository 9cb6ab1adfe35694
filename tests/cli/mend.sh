#!/bin/sh
# --fix and --diff: what has only one right text is mended, and nothing else.
. "${0%/*}/../lib.sh"
zwsp=$(printf '\342\200\213')
rough=" Hi Ada,  your talk on$zwsp query planners planners at FOSDEM helped me.  "
mended='Hi Ada, your talk on query planners at FOSDEM helped me.'

run check --name 'Ada Vey' --note "$rough" --fix
is 'mended' "$out" "$mended"
is 'exit 0' $status 0
run check --name 'Ada Vey' --note "$mended" --fix
is 'a good note stays as it is' "$out" "$mended"
run check --name 'Ada Vey' --note "$rough" --fix --json
is 'JSON: changed' "$(json changed)" true
is 'JSON: the note' "$(json note)" "$mended"
run check --name 'Ada Vey' --note "$rough" --diff
has 'the difference: before' "$out" '- Hi Ada,  your talk on<U+200B> query planners planners'
has 'the difference: after' "$out" "+$mended"
run check --name 'Ada Vey' --note "$mended" --diff
is 'no difference, no output' "$out" ''
printf '%s\n' "$rough" >"$dir/note"
run check --name 'Ada Vey' --note-file "$dir/note" --diff
has 'a file has its name in the difference' "$out" "+++ $dir/note"
is 'and is not touched' "$(cat "$dir/note")" "$rough"
run check --name 'Ada Vey' --note-file "$dir/note" --fix -n
is 'nor by a rehearsal' "$(cat "$dir/note")" "$rough"
run check --name 'Ada Vey' --note-file "$dir/note" --fix
is 'then it is' "$(cat "$dir/note")" "$mended"
has 'and that is told' "$errout" 'is mended'
run_in "$rough" check --name 'Ada Vey' --note-file - --fix
is 'standard input to standard output' "$out" "$mended"
run check in/ada-vey --fix
is 'no note: exit 2' $status 2
run check --name 'Ada Vey' --note "$rough" --fix --suppress repeated-word='she likes it so'
is 'what is passed over is not mended' "$([ "$out" = "$mended" ]; echo $?)" 1
finish
