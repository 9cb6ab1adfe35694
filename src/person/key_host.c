/* key_host.c - the host is parsed, never searched for: "linkedin.com" somewhere in an address
 * proves nothing.
 */
#include "person/key_read.h"

#include <string.h>

/* LinkedIn shows profiles on linkedin.com, on www, on m and on two-letter hosts of countries
 * and languages. */
static bool shows_profiles(struct dc_key_piece host)
{
	static const char home[] = "linkedin.com";
	size_t n = sizeof(home) - 1;

	if (host.len > n + 1 && host.s[host.len - n - 1] == '.' &&
	    dc_key_is(dc_key_after(host, host.len - n), home)) {
		struct dc_key_piece sub = { host.s, host.len - n - 1 };

		if (dc_key_is(sub, "www") || dc_key_is(sub, "m"))
			return true;
		return sub.len == 2 && (sub.s[0] | 0x20) >= 'a' && (sub.s[0] | 0x20) <= 'z' &&
		       (sub.s[1] | 0x20) >= 'a' && (sub.s[1] | 0x20) <= 'z';
	}
	return dc_key_is(host, home);
}

int dc_key_check_host(struct dc_key_piece host, const struct dc_key_reading *r)
{
	for (size_t i = 0; i < host.len; i++)
		if ((unsigned char)host.s[i] >= 0x80 || host.s[i] == '%')
			return dc_key_refuse(
				r, "its host has letters that only look like linkedin.com");
	if (memchr(host.s, '@', host.len))
		return dc_key_refuse(
			r, "what stands before '@' is a user name, so it leads elsewhere");
	if (memchr(host.s, ':', host.len))
		return dc_key_refuse(r, "it names a port, which no profile address does");
	if (host.len && host.s[host.len - 1] == '.')
		host.len--;
	if (shows_profiles(host))
		return 0;
	if (!host.len)
		return dc_key_refuse(r, "it has no host");
	if (dc_key_starts(host, "xn--") || dc_key_mentions(host, ".xn--"))
		return dc_key_refuse(r, "its host has letters that only look like linkedin.com");
	int shown = host.len < DC_KEY_SHOWN ? (int)host.len : DC_KEY_SHOWN;

	if (host.len > 13 && dc_key_is(dc_key_after(host, host.len - 13), ".linkedin.com"))
		return dc_key_refuse(r, "'%.*s' shows no profiles", shown, host.s);
	return dc_key_refuse(r, "its host is '%.*s', not linkedin.com", shown, host.s);
}
