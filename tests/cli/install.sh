#!/bin/sh
# `make install` puts a program, its helpers and a library that others can build on; `make
# uninstall` takes all of it away again.
. "${0%/*}/../lib.sh"

cd "$here/.." || exit 1
quiet="-s --no-print-directory BUILD=$BUILD DESTDIR=$dir/root PREFIX=/opt/decorum"
root=$dir/root/opt/decorum
# The flags of this very build, so that nothing is built again.
# shellcheck disable=SC2086  # a list of words is meant
check 'installs' make $quiet install-only
check 'the program runs from there' "$root/bin/decorum" --version
is 'the helper is beside it' "$(ls "$root/libexec/decorum")" "$(cd "$BUILD/libexec" && ls)"
for file in bash-completion/completions/decorum zsh/site-functions/_decorum fish/vendor_completions.d/decorum.fish; do
	check "a shell finds its completion: $file" grep -q 'decorum completion words' "$root/share/$file"
done
unit=$root/lib/systemd/user/decorum-release.service
check 'the unit starts what was installed' grep -q '^ExecStart=/opt/decorum/bin/decorum release --watch$' "$unit"
if command -v systemd-analyze >/dev/null; then
	# The last line: "→ Overall exposure level for NAME: 1.5 OK".
	exposure=$(systemd-analyze security --offline=true "$unit" 2>/dev/null | sed -n 's/.*exposure level.*: \([0-9.]*\) .*/\1/p')
	mkdir -p "$XDG_RUNTIME_DIR"
	sed "s|/opt/decorum/bin|$root/bin|" "$unit" >"$dir/decorum-release.service"
	is 'systemd takes every line of it' "$(MANPATH=$root/share/man systemd-analyze verify --user \
		"$dir/decorum-release.service" 2>&1 | grep -v "Command 'man")" ''
	check 'and is exposed little: 2.0 at most' awk -v e="$exposure" 'BEGIN { exit !(e != "" && e <= 2.0) }'
fi

cat >"$dir/embed.c" <<'C'
#include <decorum/mem.h>
#include <decorum/person.h>
#include <stdio.h>
int main(void)
{
	char *key = NULL;
	struct dc_error err;

	if (dc_person_key(&key, "https://uk.linkedin.com/in/Ada-Vey/", &err))
		return 1;
	puts(key);
	dc_free(key);
	return 0;
}
C
export PKG_CONFIG_PATH="$root/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$dir/root"
flags=$(pkg-config --cflags --libs decorum)
san=$(sed -n 's/.*\(-fsanitize=[a-z,]*\).*/\1/p' "$BUILD/flags" | head -n 1)
# shellcheck disable=SC2086
check 'another program builds on the library' "$(cut -d' ' -f1 "$BUILD/flags")" -std=c17 $san -o "$dir/embed" "$dir/embed.c" $flags
is 'and uses it' "$("$dir/embed")" in/ada-vey

# shellcheck disable=SC2086
check 'uninstalls' make $quiet uninstall
is 'nothing is left but folders' "$(find "$dir/root" ! -type d)" ''
finish
