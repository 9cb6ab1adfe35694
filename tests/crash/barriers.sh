#!/bin/sh
# barriers.sh - what is told is on the disk before it is told; the journal before the ledger.
#
# A kill cannot show this: the kernel keeps what was written.  So the order of the system calls
# is judged: nothing is acknowledged while a write is not yet synchronised, and no page of the
# ledger is written while the journal that would take it back is not.
set -u
work=$BUILD/tests/crash/work
ASAN_OPTIONS=detect_leaks=0; export ASAN_OPTIONS
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/base"
"$work" prepare "$dir/base" || exit 1
"$BUILD/tests/aid/old" "$dir/base/old.db" 3 || exit 1
n=0 bad=0
for op in $("$work" list); do
	rm -rf "$dir/now"; mkdir "$dir/now"
	sed "s|$dir/base|$dir/now|" "$dir/base/opener" >"$dir/now/opener"; chmod 700 "$dir/now/opener"
	case $op in
	create) ;;
	migrate) cp -p "$dir/base/old.db" "$dir/now/ledger.db" ;;
	*) cp -p "$dir/base/ledger.db" "$dir/base/ledger.db-journal" "$dir/now/" ;;
	esac
	strace -qq -y -s 400 -e trace=write,pwrite64,fsync,fdatasync,ftruncate,unlink,clone,clone3,fork,vfork \
		-o "$dir/log" "$work" "$op" "$dir/now" >"$dir/acks" 2>"$dir/err"
	said=$(awk '
		function path(s) { return match(s, /<[^>]*>/) ? substr(s, RSTART + 1, RLENGTH - 2) : "" }
		/^(pwrite64|ftruncate)\(/ {
			p = path($0); dirty[p] = 1; writes++
			if (p !~ /-journal$/ && dirty[p "-journal"]) { print "the ledger before its journal: " $0; exit }
		}
		/^(fsync|fdatasync)\(/ { delete dirty[path($0)] }
		/^unlink\(/ { split($0, q, "\""); delete dirty[q[2]] } # given up: nobody needs it
		# Whatever opens a browser, or tells the user.
		/^(clone|clone3|fork|vfork)\(/ || /^write\(1<.*"ack / {
			acked += /"ack /
			for (p in dirty) { print "told before it was on the disk: " p; exit }
		}
		END { if (!writes) print "nothing was written"; if (!acked) print "nothing was told" }
	' "$dir/log")
	n=$((n + 1))
	if [ -z "$said" ]; then echo "ok $n - $op"; else echo "not ok $n - $op"; echo "# $said"; bad=1; fi
done
echo "1..$n"
exit $bad
