#!/bin/sh
# typing.sh SCREEN ANSWER... - types each answer when the next question stands on the screen, a file
# that `script` writes.  A question ends in its choices: "[yes|no] ".
screen=$1; shift
asked=0
for answer; do
	asked=$((asked + 1)) tries=0
	while [ "$(tr '\n' ' ' <"$screen" 2>/dev/null | grep -o '\[[a-z-]*|[a-z|-]*\] ' | wc -l)" -lt $asked ]; do
		tries=$((tries + 1))
		[ $tries -lt 200 ] || exit 1
		sleep 0.05
	done
	printf '%s\n' "$answer"
done
