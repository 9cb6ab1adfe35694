#!/bin/sh
# packages.sh - install what of the Debian packages in $PKGS is missing, after naming it.
missing=
for p in $PKGS; do
	case $(dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null) in
	installed) ;;
	*) missing="$missing $p" ;;
	esac
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
	echo "decorum needs these libraries, named as Debian 12 names them:$missing" >&2
	echo "This system has no apt-get: install their like with its own package manager." >&2
	exit 1
fi
echo "Missing Debian packages:$missing"
as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086  # a list of words is meant
$as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
echo "Could not install them. Do it by hand: apt-get install$missing" >&2
exit 1
