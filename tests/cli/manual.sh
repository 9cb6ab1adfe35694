#!/bin/sh
# The manual tells of everything that the tables hold.
. "${0%/*}/../lib.sh"

run manual
is 'there is one' $status 0
cp "$dir/out" "$dir/manual"
plain=$(sed 's/\\-/-/g; s/\\fB//g; s/\\fI//g; s/\\fR//g' "$dir/manual")
run rules --json
rules=$(grep -o '"id":"[a-z-]*"' "$dir/out" | cut -d'"' -f4)
[ -n "$rules" ] || rules=$(grep -o '"rule":"[a-z-]*"' "$dir/out" | cut -d'"' -f4)
missing=
for r in $rules; do case $plain in *".B $r
"*) ;; *) missing="$missing $r" ;; esac; done
is 'every rule' "$missing" ''
is 'and there are some' "$([ "$(echo "$rules" | wc -w)" -ge 20 ] && echo yes)" yes
run help --json
missing=
for c in $(grep -o '"name":"[a-z-]*","operands"' "$dir/out" | cut -d'"' -f4); do
	case $plain in *".SS \"$c\""*) ;; *) missing="$missing $c" ;; esac
done
is 'every command' "$missing" ''
has 'the exit codes' "$plain" '.B 75'
has 'the settings' "$plain" '.B outbox.hold'
for s in held undone handing handed sending unknown sent failed withdrawing withdrawn accepted declined \
	ignored expired closed; do has "the state $s" "$plain" ".B $s
It "; done
has 'and what must hold before it moves' "$plain" 'to sending: the sender; it has the lock, the hold is over'
is 'no line is a request by accident' "$(grep '^[.'\'']' "$dir/manual" | grep -cvE '^[.](TH|SH|SS|PP|TP|B|RS|RE|nf|fi|br)( |$)')" 0
finish
