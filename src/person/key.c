/* key.c - one key for every spelling of a profile address: is it an address, a urn or a key? */
#include <decorum/person.h>

#include <string.h>

#include <decorum/text.h>
#include "person/key_read.h"
#include "text/normal.h"

enum { LONGEST_ADDRESS = 2048 };

static int from_url(char **out, struct dc_key_piece p, const struct dc_key_reading *r)
{
	struct dc_key_piece path, rest, query = { "", 0 };
	struct dc_key_piece scheme = dc_key_upto(p, ":/?#@.", &rest);

	if (scheme.len && dc_key_starts(rest, ":") &&
	    (dc_key_starts(rest, "://") || !dc_key_digits(dc_key_after(rest, 1)))) {
		if (!dc_key_is(scheme, "http") && !dc_key_is(scheme, "https"))
			return dc_key_refuse(r, "'%.*s:' is no web address",
			                     scheme.len < 20 ? (int)scheme.len : 20, scheme.s);
		if (!dc_key_starts(rest, "://"))
			return dc_key_refuse(r, "two slashes belong after '%.*s:'", (int)scheme.len,
			                     scheme.s);
		p = dc_key_after(rest, 3);
	} else if (dc_key_starts(p, "//")) {
		p = dc_key_after(p, 2);
	}
	struct dc_key_piece host = dc_key_upto(p, "/?#", &path);
	int rc = dc_key_check_host(host, r);

	if (rc)
		return rc;
	path = dc_key_upto(path, "?#", &rest);
	if (dc_key_starts(rest, "?"))
		query = dc_key_upto(dc_key_after(rest, 1), "#", &rest);
	return dc_key_from_path(out, path, query, r);
}

/* --- urn:li:… and keys themselves */

static const struct {
	const char *prefix;
	int (*read)(char **out, struct dc_key_piece rest, const struct dc_key_reading *r);
} names[] = {
	{ "urn:li:member:", dc_key_from_number },
	{ "urn:li:person:", dc_key_from_api },
	{ "urn:li:email:", dc_key_from_email },
	{ "urn:li:fsd_profile:", dc_key_from_id },
	{ "urn:li:fs_profile:", dc_key_from_id },
	{ "urn:li:fs_miniProfile:", dc_key_from_id },
	{ "urn:li:fs_salesProfile:", dc_key_from_id },
	{ "mailto:", dc_key_from_email },
	{ "member/", dc_key_from_number },
	{ "api/", dc_key_from_api },
	{ "email/", dc_key_from_email },
};

static int from_urn(char **out, struct dc_key_piece p, const struct dc_key_reading *r)
{
	for (size_t i = 0; i < DC_COUNT(names); i++)
		if (dc_key_starts(p, names[i].prefix))
			return names[i].read(out, dc_key_after(p, strlen(names[i].prefix)), r);
	return dc_key_refuse(r, "this kind of urn does not stand for a person");
}

/* What no address has, wherever it stands. */
static int check_characters(struct dc_key_piece p, const struct dc_key_reading *r)
{
	size_t bad;
	uint32_t c;

	if (!p.len)
		return dc_key_refuse(r, "it is empty");
	if (p.len > LONGEST_ADDRESS)
		return dc_key_refuse(r, "it is %zu bytes long", p.len);
	if (!dc_text_valid(p.s, p.len, &bad))
		return dc_key_refuse(r, "byte %zu is not UTF-8", bad + 1);
	if (dc_text_hidden(p.s, p.len, &c))
		return c == ' ' ? dc_key_refuse(r, "it has a blank in it")
		                : dc_key_refuse(r, "it contains the invisible character U+%04X",
		                                (unsigned)c);
	if (memchr(p.s, '\\', p.len))
		return dc_key_refuse(r,
		                     "it has a backslash, which browsers read in different ways");
	return 0;
}

static struct dc_key_piece trim(const char *s)
{
	static const char blanks[] = " \t\r\n";
	struct dc_key_piece p = { s, strlen(s) };

	while (p.len && strchr(blanks, p.s[p.len - 1]))
		p.len--;
	while (p.len && strchr(blanks, p.s[0]))
		p = dc_key_after(p, 1);
	return p;
}

int dc_person_key(char **out, const char *address, struct dc_error *err)
{
	struct dc_key_piece p = trim(address);
	struct dc_key_reading r = { p, err };
	struct dc_key_piece query = { "", 0 };
	int rc = check_characters(p, &r);

	if (rc)
		return rc;
	if (dc_key_starts(p, "urn%3a")) {
		DC_AUTO(dc_buf_clear) struct dc_buf plain = { 0 };

		rc = dc_key_decode(&plain, p, &r);
		return rc ? rc : from_urn(out, (struct dc_key_piece){ plain.data, plain.len }, &r);
	}
	if (dc_key_starts(p, "urn:"))
		return from_urn(out, p, &r);
	for (size_t i = 0; i < DC_COUNT(names); i++)
		if (dc_key_starts(p, names[i].prefix))
			return from_urn(out, p, &r);
	if (dc_key_starts(p, "in/") || dc_key_starts(p, "/in/")) {
		struct dc_key_piece rest, path = dc_key_upto(p, "?#", &rest);

		return dc_key_from_path(out, path, query, &r);
	}
	return from_url(out, p, &r);
}

bool dc_person_is_address(const char *text)
{
	struct dc_key_piece p = trim(text);

	return memchr(p.s, '/', p.len) || dc_key_starts(p, "urn:") || dc_key_starts(p, "urn%3a") ||
	       dc_key_starts(p, "mailto:") || dc_key_mentions(p, "linkedin.");
}
