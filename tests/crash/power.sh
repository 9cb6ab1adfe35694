#!/bin/sh
# power.sh [CUTS] - the power fails at random moments of hold, undo and import.
#
# A small ext4 on a loop device is shut down under the working program, so that all is lost
# that was not synchronised, mounted again, and judged.  Needs root and loop devices; without
# them it says so and passes, because nothing was tried.
set -u
toil=$BUILD/tests/crash/toil
cuts=${1:-${CUTS:-3}}
dir=$(mktemp -d) || exit 1
trap 'umount "$dir/disk" 2>/dev/null; rm -rf "$dir"' EXIT
mkdir "$dir/disk"
: >"$dir/acks"
if ! { dd if=/dev/zero of="$dir/image" bs=1M count=64 && mkfs.ext4 -q -F "$dir/image" &&
	mount -o loop "$dir/image" "$dir/disk"; } >"$dir/log" 2>&1; then
	echo "ok 1 # SKIP no loop device to cut the power of"; echo 1..1; exit 0
fi
mkdir -m 700 "$dir/disk/d"; sync
bad=0 i=0
while [ $i -lt "$cuts" ]; do
	i=$((i + 1))
	"$toil" work "$dir/disk/d" $i >"$dir/acks.now" 2>"$dir/err" &
	pid=$!
	# From 0.05 to 0.85 seconds; the first rounds make the ledger itself.
	sleep "0.$(awk -v s="$$$i" 'BEGIN { srand(s); printf "%02d", 5 + int(rand() * 80) }')"
	"$toil" cut "$dir/disk" || { bad=1; echo "# the power cannot be cut"; break; }
	kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
	cat "$dir/acks.now" >>"$dir/acks"
	umount "$dir/disk" && mount -o loop "$dir/image" "$dir/disk" || { bad=1; break; }
	"$toil" judge "$dir/disk/d" "$dir/acks" >"$dir/said" 2>&1 || { bad=1; sed "s/^/# cut $i: /" "$dir/said"; }
done
[ $bad -eq 0 ] && echo "ok 1 - nothing acknowledged is lost" || echo "not ok 1 - nothing acknowledged is lost"
echo "# $i power cuts, $(tail -n 1 "$dir/said" 2>/dev/null)"
echo 1..1
exit $bad
