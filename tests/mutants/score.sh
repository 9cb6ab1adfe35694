#!/bin/sh
# score.sh [PATCH...] - is each deliberate bug found by a test?
#
# A patch says in its head what the bug is, which tests must find it (`Found-by: unit/ledger
# crash/sweep.sh`) and with what in their environment (`With: OPS=undo STEP=3`).  It is applied to
# a copy of the tree, in which those tests are built and run, $JOBS (2) at a time; one of them must
# fail.  Without any patch all of them must pass.
set -u
tree=$BUILD/mutants jobs=${JOBS:-2} began=$(date +%s)
[ $# -gt 0 ] || set -- tests/mutants/*.patch

# Only what differs is copied, so that little is built again.
mkdir -p "$tree"
find Makefile README.md include src templates tests -type f | while read -r f; do
	cmp -s "$f" "$tree/$f" || cp --parents "$f" "$tree"; done
(cd "$tree" && find include src templates tests -type f) | while read -r f; do
	[ -e "$f" ] || rm "$tree/$f"; done
cd "$tree" || exit 1

# build TEST...: what these tests are and start.
build() {
	targets=
	for t; do case $t in
		cli/*) targets="$targets build/decorum build/libexec/decorum-http build/libexec/decorum-unpack build/tests/fake/invitations" ;;
		crash/*) for c in tests/crash/*.c; do targets="$targets build/${c%.c}"; done
			targets="$targets build/tests/aid/old" ;;
		*) targets="$targets build/tests/$t" ;;
	esac; done
	# shellcheck disable=SC2086 # a list of words
	make -j"$jobs" BUILD=build CFLAGS=-O1 $targets >make.log 2>&1
}
# run TEST...: 0 when all of them pass.
run() {
	paths=
	for t; do case $t in *.sh) paths="$paths tests/$t" ;; *) paths="$paths build/tests/$t" ;; esac; done
	# shellcheck disable=SC2086
	env BUILD="$tree/build" DECORUM="$tree/build/decorum" LIMIT=600 JOBS="$jobs" $with \
		sh tests/run.sh $paths >test.log
}
named_in() { sed -n 's/^Found-by: //p' "$@"; }

with=
all=$(named_in "$@" | tr ' ' '\n' | sort -u)
# shellcheck disable=SC2086
build $all && run $all || { echo "the tests fail without any mutant"; tail -n 20 make.log test.log; exit 1; }
found=0
for p; do
	name=${p##*/} tests=$(named_in "$p") with=$(sed -n 's/^With: //p' "$p")
	patch -s -p1 <"$p" || { echo "does not apply: $name"; exit 1; }
	# shellcheck disable=SC2086
	if ! build $tests; then
		verdict='DOES NOT BUILD' by=$(grep -m1 error: make.log)
	elif run $tests; then
		verdict=MISSED by=$tests
	else
		# The first test that failed, and in it the first case, if it came that far.
		verdict=found found=$((found + 1)) by=$(awk '
			/^FAIL / && !t { t = $2; sub(/^(build\/)?tests\//, "", t) }
			/^not ok / && t && !c { c = $0; sub(/^not ok [0-9]+ - /, ": ", c) }
			END { print t c }' test.log)
	fi
	patch -s -R -p1 <"$p"
	printf '%-15s %-28s %s\n' "$verdict" "${name%.patch}" "$by"
done
echo "$found of $# mutants found in $((($(date +%s) - began + 59) / 60)) min"
[ "$found" -eq $# ]
