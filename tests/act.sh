# act.sh - the one command of each story, for stories.sh and whoever acts beside it.
note='Hi Ada, your talk on query planners at FOSDEM helped me a lot.'
# wrapped PREFIX...: a decorum whose helper, which talks to the other side, is disturbed.
wrapped() {
	mkdir -p "$dir/bin/libexec"
	[ -e "$dir/bin/decorum" ] || cp "$DECORUM" "$dir/bin/decorum"
	{ printf '#!/bin/sh\nexec'; printf " '%s'" "$@" "${DECORUM%/*}/libexec/decorum-http"; } >"$dir/bin/libexec/decorum-http"
	chmod +x "$dir/bin/libexec/decorum-http"
}
# act STORY PREFIX...: does it; PREFIX is what disturbs it.
act() {
	act=$1; shift
	case $act in
	send) "$@" "$DECORUM" send urn:li:person:ada --name 'Ada Vey' --note "$note" ;;
	undo) "$@" "$DECORUM" undo 1 ;;
	release) "$@" "$DECORUM" release ;;
	helper) wrapped "$@"; "$dir/bin/decorum" release ;;
	withdraw) "$@" "$DECORUM" withdraw 1 --reason other --yes ;;
	import) "$@" "$DECORUM" import "$dir/export" ;;
	migrate) "$@" "$DECORUM" queue resume ;;
	now) "$@" "$DECORUM" queue now 1 ;;
	pause) "$@" "$DECORUM" queue pause ;;
	esac >"${words:-$dir/said}" 2>&1 </dev/null
}
