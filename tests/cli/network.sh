#!/bin/sh
# No command makes a network system call, and the program loads no library that could.
. "${0%/*}/../lib.sh"
desk

linked=$(ldd "$DECORUM")
for library in curl zip ssl; do hasnt "lib$library is not loaded" "$linked" "lib$library"; done

if ! strace -o "$dir/probe" true 2>/dev/null; then
	echo '# strace cannot trace here; the network story is left out'
	finish
fi
# traced ARG...: runs it and fails on any call of the network family, in children too.
traced() {
	strace -f -qq -e trace=network -o "$dir/trace" "$DECORUM" "$@" >"$dir/out" 2>"$dir/err" </dev/null || :
	is "no network: $*" "$(grep -v -e '+++ ' -e '--- ' "$dir/trace")" ''
}
note='Hi Ada, your talk on query planners at FOSDEM helped me a lot.'
traced check in/ada-vey --name 'Ada Vey' --note "$note"
traced send in/ada-vey --name 'Ada Vey' --note "$note" --hold 0
traced queue
traced queue now 1
traced release
traced undo
traced redo
traced history
traced quota
traced person show in/ada-vey
traced template list
traced rules
traced explain too-long
traced draft list
traced mark 1 sent
traced withdraw 1 -n
traced config show
traced verify
traced backup "$dir/copy.db"
traced doctor
traced help
[ -d "$here/data/sample" ] && traced import "$here/data/sample"
finish
