#!/bin/sh
# apply.sh - every deliberate bug is still one of this code: it applies, says what it is, and names
# tests that exist.  Whether they find it costs minutes: `make mutants`.
set -u
n=0 bad=0
verdict() { n=$((n + 1)); if [ -z "$1" ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; echo "# $1"; bad=1; fi; }
for p in tests/mutants/*.patch; do
	wrong=$(patch --dry-run --force --silent -p1 <"$p" 2>&1 | head -n 3)
	sed -n 1p "$p" | grep -q '\.$' || wrong="$wrong no sentence says what it is"
	named=$(sed -n '2s/^Found-by: //p' "$p")
	for t in ${named:-none}; do
		case $t in *.sh) t=tests/$t ;; *) t=tests/$t.c ;; esac
		[ -f "$t" ] || wrong="$wrong no test $t"
	done
	verdict "$wrong" "${p##*/}"
done
# These must not be missing.
for kind in blind-retry mark-before-send send-before-mark undo-read-too-early no-fence reused-connection \
	no-lock early-release acknowledge-before-commit wal-normal; do
	verdict "$([ -f tests/mutants/$kind.patch ] || echo 'there is no such patch')" "there is $kind"
done
echo "1..$n"
exit $bad
