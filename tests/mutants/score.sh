#!/bin/sh
# score.sh [PATCH...] - is each deliberate bug found by a test?
#
# A patch says in its first line which tests must find it: `Found-by: unit/ledger crash/sweep.sh`.
# It is applied to a copy of the tree, in which those tests are built and run; one of them must
# fail.  Before, they must all pass without any patch.
set -u
here=$PWD
tree=$BUILD/mutants
[ $# -gt 0 ] || set -- tests/mutants/*.patch
mkdir -p "$tree"
# Only what differs is copied, so that little is built again.
for part in Makefile include src tests templates; do
	rm -rf "${tree:?}/$part.new"
	cp -Rp "$part" "$tree/$part.new"
	if [ -d "$part" ]; then
		(cd "$tree/$part.new" && find . -type f) | while read -r f; do
			cmp -s "$tree/$part.new/$f" "$tree/$part/$f" || {
				mkdir -p "$tree/$part/${f%/*}"; cp "$tree/$part.new/$f" "$tree/$part/$f"; }
		done
		(cd "$tree/$part" && find . -type f) | while read -r f; do
			[ -e "$tree/$part.new/$f" ] || rm "$tree/$part/$f"; done
	else
		cmp -s "$tree/$part.new" "$tree/$part" || cp "$tree/$part.new" "$tree/$part"
	fi
	rm -rf "${tree:?}/$part.new"
done
cd "$tree" || exit 1

# run TEST...: 0 when all of them pass, 1 when one fails, 2 when they cannot be built.
run() {
	targets=
	for t; do case $t in
		crash/*) targets="$targets build/tests/crash/work build/tests/crash/toil" ;;
		unit/sender) targets="$targets build/tests/$t build/libexec/decorum-http build/tests/fake/invitations" ;;
		*) targets="$targets build/tests/$t" ;;
	esac; done
	# shellcheck disable=SC2086 # a list of words
	make -j2 BUILD=build CFLAGS=-O1 $targets >make.log 2>&1 || return 2
	for t; do case $t in
		crash/*) BUILD=$tree/build STEP=${STEP:-9} sh "tests/$t" >test.log 2>&1 || return 1 ;;
		*) timeout 120 "build/tests/$t" >test.log 2>&1 || return 1 ;;
	esac; done
}

all=$(cd "$here" && sed -n 's/^Found-by: //p' "$@" | tr ' ' '\n' | sort -u)
# shellcheck disable=SC2086
run $all || { echo "the tests fail without any mutant"; tail -n 20 make.log test.log; exit 1; }
found=0 count=0
for p; do
	name=${p##*/} count=$((count + 1))
	patch -s -p1 <"$here/$p" || { echo "does not apply  $name"; exit 1; }
	# shellcheck disable=SC2046
	run $(sed -n 's/^Found-by: //p' "$here/$p"); rc=$?
	patch -s -R -p1 <"$here/$p"
	case $rc in
	0) echo "MISSED          $name" ;;
	1) echo "found           $name"; found=$((found + 1)) ;;
	2) echo "does not build  $name"; tail -n 5 make.log ;;
	esac
done
echo "$found of $count mutants found"
[ "$found" -eq "$count" ]
