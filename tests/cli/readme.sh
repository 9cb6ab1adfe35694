#!/bin/sh
# The README does not lie: each ```console block is run.
#
# Lines that begin with "$ " are commands, those that follow are what they print; a line "..." stands
# for any lines.  What stands behind a question, "[yes|no] yes", is typed as the answer.  The
# clock begins at 2 November 2026 10:00 and goes on by five seconds with each command.
. "${0%/*}/../lib.sh"
cd "$here/.." || exit 1
desk
cat >"$dir/bin/decorum" <<'SH'
#!/bin/sh
exec "$DECORUM" --at "$NOW" "$@"
SH
chmod +x "$dir/bin/decorum"
PATH=$dir/bin:$PATH; export PATH DECORUM

# Is the one file what the other says?  "..." matches any number of lines.
cat >"$dir/match.awk" <<'AWK'
function match_from(i, j,    k) {
	if (i > wanted) return j > got
	if (want[i] == "...") {
		for (k = j; k <= got + 1; k++) if (match_from(i + 1, k)) return 1
		return 0
	}
	return j <= got && want[i] == have[j] && match_from(i + 1, j + 1)
}
NR == FNR { want[++wanted] = $0; next }
{ have[++got] = $0 }
END { exit !match_from(1, 1) }
AWK

seconds=0
try() { # runs $dir/command and compares with $dir/want
	seconds=$((seconds + 5))
	NOW=$(printf '2026-11-02 10:%02d:%02d' $((seconds / 60)) $((seconds % 60))); export NOW
	answers=$(sed -n 's/^.*\[[a-z-]*|[a-z|-]*\] \([a-z-]*\)$/\1/p' "$dir/want")
	if [ -n "$answers" ]; then
		: >"$dir/screen"
		# shellcheck disable=SC2086  # each word is an answer
		sh "$here/aid/typing.sh" "$dir/screen" $answers |
			script -qefc "sh $dir/command" "$dir/screen" | tr -d '\r' >"$dir/got"
	else
		sh "$dir/command" >"$dir/got" 2>&1 </dev/null
	fi
	what=$(head -n 1 "$dir/command")
	if awk -f "$dir/match.awk" "$dir/want" "$dir/got"; then _ok "$what"
	else _no "$what" "$(diff -u "$dir/want" "$dir/got")"; fi
}

sed -n '/^```console$/,/^```$/p' README.md >"$dir/blocks"
[ -s "$dir/blocks" ] || echo '# the README has no console block'
: >"$dir/command"
: >"$dir/want"
while IFS= read -r line; do
	case $line in
	'```console') ;;
	'$ '* | '```')
		[ ! -s "$dir/command" ] || try
		: >"$dir/want"
		printf '%s' "${line#'```'}" | sed 's/^\$ //' >"$dir/command"
		;;
	*) printf '%s\n' "$line" >>"$dir/want" ;;
	esac
done <"$dir/blocks"
is 'every block was read to its end' "$(grep -c '^```console$' "$dir/blocks")" "$(grep -c '^```$' "$dir/blocks")"
finish
