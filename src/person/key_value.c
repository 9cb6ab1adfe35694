/* key_value.c - what stands for a person: a vanity name, an id, a number, an e-mail address. */
#include "person/key_read.h"

#include <string.h>

#include <decorum/mem.h>
#include <decorum/text.h>
#include "person/id.h"
#include "text/normal.h"

enum { SHORTEST_SLUG = 3, LONGEST_SLUG = 100 };

static char *number_key(uint32_t member) { return dc_printf("member/%lu", (unsigned long)member); }

/* A member number in decimal digits; ids hold 32 bits of it. */
static bool read_number(uint32_t *out, struct dc_key_piece p)
{
	uint64_t n = 0;

	if (!dc_key_digits(p) || p.len > 20)
		return false;
	for (size_t i = 0; i < p.len && n <= UINT32_MAX; i++)
		n = n * 10 + (uint64_t)(p.s[i] - '0');
	*out = (uint32_t)n;
	return n > 0 && n <= UINT32_MAX;
}

static size_t characters(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

int dc_key_from_slug(char **out, struct dc_key_piece p, const struct dc_key_reading *r)
{
	static const char never[] = "/\\?#%<>\"`^{}|[]@:";
	DC_AUTO(dc_buf_clear) struct dc_buf plain = { 0 }, key = { 0 };
	uint32_t member;
	int rc = dc_key_decode(&plain, p, r);

	if (rc)
		return rc;
	if (dc_person_id(&member, dc_buf_str(&plain), plain.len)) {
		*out = number_key(member);
		return 0;
	}
	/* What is judged is the spelling that is kept: NFC turns U+1FEF into a backquote. */
	dc_buf_puts(&key, "in/");
	dc_text_lower(&key, dc_buf_str(&plain), plain.len);
	const char *slug = key.data + 3;
	size_t ok = strcspn(slug, never);

	if (slug[ok])
		return dc_key_refuse(r, "a profile name cannot contain '%c'", slug[ok]);
	if (!strcmp(slug, "..") || !strcmp(slug, "."))
		return dc_key_refuse(r, "'%s' is a step in a path, no name", slug);
	if (!strcmp(slug, "me"))
		return dc_key_refuse(r, "/in/me is whoever is logged in");
	size_t n = characters(slug, key.len - 3);

	if (n < SHORTEST_SLUG || n > LONGEST_SLUG)
		return dc_key_refuse(r, "a profile name has %d to %d characters, this one has %zu",
		                     SHORTEST_SLUG, LONGEST_SLUG, n);
	*out = dc_buf_take(&key);
	return 0;
}

/* "ACwAA…,NAME_SEARCH,tok", "ACoAA…" or "(ACwAA…,…)": only the id counts. */
int dc_key_from_id(char **out, struct dc_key_piece p, const struct dc_key_reading *r)
{
	DC_AUTO(dc_buf_clear) struct dc_buf plain = { 0 };
	struct dc_key_piece rest;
	uint32_t member;
	int rc = dc_key_decode(&plain, p, r);

	if (rc)
		return rc;
	p = (struct dc_key_piece){ dc_buf_str(&plain), plain.len };
	if (p.len && p.s[0] == '(')
		p = dc_key_after(p, 1);
	p = dc_key_upto(p, ",)", &rest);
	if (!dc_person_id(&member, p.s, p.len))
		return dc_key_refuse(r, "its id does not decode to a member number (ids are "
		                        "case-sensitive: copy it unchanged)");
	*out = number_key(member);
	return 0;
}

int dc_key_from_number(char **out, struct dc_key_piece p, const struct dc_key_reading *r)
{
	uint32_t member;

	if (!read_number(&member, p))
		return dc_key_refuse(r, "a member number is a whole number from 1 to %lu",
		                     (unsigned long)UINT32_MAX);
	*out = number_key(member);
	return 0;
}

/* The id that the official API gives one app; another app sees another one. */
int dc_key_from_api(char **out, struct dc_key_piece p, const struct dc_key_reading *r)
{
	for (size_t i = 0; i < p.len; i++)
		if (!((p.s[i] | 0x20) >= 'a' && (p.s[i] | 0x20) <= 'z') &&
		    !(p.s[i] >= '0' && p.s[i] <= '9') && p.s[i] != '-' && p.s[i] != '_')
			return dc_key_refuse(r, "an API id has letters, digits, '-' and '_' only");
	if (!p.len || p.len > LONGEST_SLUG)
		return dc_key_refuse(r, "an API id has 1 to %d characters", LONGEST_SLUG);
	*out = dc_printf("api/%.*s", (int)p.len, p.s);
	return 0;
}

int dc_key_from_email(char **out, struct dc_key_piece p, const struct dc_key_reading *r)
{
	static const char never[] = " \t\"(),/:;<>[\\]?#%'";
	DC_AUTO(dc_buf_clear) struct dc_buf key = { 0 };
	struct dc_key_piece domain, rest;
	struct dc_key_piece user = dc_key_upto(p, "@", &domain);

	if (domain.len)
		domain = dc_key_after(domain, 1);
	(void)dc_key_upto(domain, "@", &rest);
	if (!user.len || rest.len || !memchr(domain.s, '.', domain.len) || domain.s[0] == '.' ||
	    domain.s[domain.len - 1] == '.')
		return dc_key_refuse(r, "an e-mail address looks like ada@example.org");
	for (size_t i = 0; i < p.len; i++)
		if (strchr(never, p.s[i]))
			return dc_key_refuse(r, "an e-mail address cannot contain '%c'", p.s[i]);
	dc_buf_puts(&key, "email/");
	dc_text_lower(&key, p.s, p.len);
	*out = dc_buf_take(&key);
	return 0;
}
