/* key.c - one key for every spelling of a profile address, and the address of a key.
 *
 * The host is parsed, never searched for: "linkedin.com" somewhere in an address proves nothing.
 */
#include <decorum/person.h>

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <decorum/mem.h>
#include <decorum/text.h>
#include "person/id.h"
#include "text/normal.h"

enum { LONGEST_ADDRESS = 2048, SHORTEST_SLUG = 3, LONGEST_SLUG = 100, SHOWN = 80 };

/* A piece of text that somebody else owns. */
struct piece {
	const char *s;
	size_t len;
};

/* The address being read and where a complaint goes. */
struct reading {
	struct piece all;
	struct dc_error *err;
};

static int refuse(const struct reading *r, const char *why, ...) DC_PRINTF(2, 3);
static int refuse(const struct reading *r, const char *why, ...)
{
	DC_AUTO(dc_buf_clear) struct dc_buf shown = { 0 }, reason = { 0 };
	size_t len = r->all.len;
	va_list ap;

	if (len > SHOWN)
		for (len = SHOWN; len && ((unsigned char)r->all.s[len] & 0xc0) == 0x80; len--)
			;
	dc_text_show(&shown, r->all.s, len, DC_SHOW_LINE);
	if (len < r->all.len)
		dc_buf_puts(&shown, "…");
	va_start(ap, why);
	dc_buf_vprintf(&reason, why, ap);
	va_end(ap);
	return dc_fail(r->err, DC_INVALID,
	               "'%s' is no profile address: %s; a good one looks like "
	               "https://www.linkedin.com/in/ada-vey",
	               dc_buf_str(&shown), dc_buf_str(&reason));
}

static bool is(struct piece p, const char *word)
{
	return p.len == strlen(word) && !strncasecmp(p.s, word, p.len);
}

static bool starts(struct piece p, const char *word)
{
	size_t n = strlen(word);

	return p.len >= n && !strncasecmp(p.s, word, n);
}

static struct piece after(struct piece p, size_t n) { return (struct piece){ p.s + n, p.len - n }; }

/* Splits at the first of `stops`; *rest begins with the stop, or is empty. */
static struct piece upto(struct piece p, const char *stops, struct piece *rest)
{
	size_t n = 0;

	while (n < p.len && !strchr(stops, p.s[n]))
		n++;
	*rest = after(p, n);
	return (struct piece){ p.s, n };
}

/* The next segment of a path that is not empty; of length 0 at the end. */
static struct piece segment(struct piece *path)
{
	while (path->len && path->s[0] == '/')
		*path = after(*path, 1);
	return upto(*path, "/", path);
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Undoes percent-encoding, once.  A %2F is no separator and no part of a name. */
static int decode(struct dc_buf *out, struct piece p, const struct reading *r)
{
	for (size_t i = 0; i < p.len; i++) {
		if (p.s[i] != '%') {
			dc_buf_putc(out, p.s[i]);
			continue;
		}
		int high = i + 2 < p.len ? hex(p.s[i + 1]) : -1;
		int low = high >= 0 ? hex(p.s[i + 2]) : -1;

		if (low < 0)
			return refuse(r, "it has a '%%' without two hexadecimal digits after it");
		dc_buf_putc(out, (char)(high << 4 | low));
		i += 2;
	}
	size_t bad;
	uint32_t c;

	if (!dc_text_valid(dc_buf_str(out), out->len, &bad))
		return refuse(r, "its percent-encoding is not UTF-8");
	if (dc_text_hidden(dc_buf_str(out), out->len, &c))
		return refuse(r, "it hides the character U+%04X behind its percent-encoding",
		              (unsigned)c);
	return 0;
}

static char *number_key(uint32_t member) { return dc_printf("member/%lu", (unsigned long)member); }

static bool all_digits(struct piece p)
{
	for (size_t i = 0; i < p.len; i++)
		if (p.s[i] < '0' || p.s[i] > '9')
			return false;
	return p.len > 0;
}

/* A member number in decimal digits; ids hold 32 bits of it. */
static bool read_number(uint32_t *out, struct piece p)
{
	uint64_t n = 0;

	if (!all_digits(p) || p.len > 20)
		return false;
	for (size_t i = 0; i < p.len && n <= UINT32_MAX; i++)
		n = n * 10 + (uint64_t)(p.s[i] - '0');
	*out = (uint32_t)n;
	return n > 0 && n <= UINT32_MAX;
}

/* --- what stands for a person */

static size_t characters(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

static int from_slug(char **out, struct piece p, const struct reading *r)
{
	static const char never[] = "/\\?#%<>\"`^{}|[]@:";
	DC_AUTO(dc_buf_clear) struct dc_buf plain = { 0 }, key = { 0 };
	uint32_t member;
	int rc = decode(&plain, p, r);

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
		return refuse(r, "a profile name cannot contain '%c'", slug[ok]);
	if (!strcmp(slug, "..") || !strcmp(slug, "."))
		return refuse(r, "'%s' is a step in a path, no name", slug);
	if (!strcmp(slug, "me"))
		return refuse(r, "/in/me is whoever is logged in");
	size_t n = characters(slug, key.len - 3);

	if (n < SHORTEST_SLUG || n > LONGEST_SLUG)
		return refuse(r, "a profile name has %d to %d characters, this one has %zu",
		              SHORTEST_SLUG, LONGEST_SLUG, n);
	*out = dc_buf_take(&key);
	return 0;
}

/* "ACwAA…,NAME_SEARCH,tok", "ACoAA…" or "(ACwAA…,…)": only the id counts. */
static int from_id(char **out, struct piece p, const struct reading *r)
{
	DC_AUTO(dc_buf_clear) struct dc_buf plain = { 0 };
	struct piece rest;
	uint32_t member;
	int rc = decode(&plain, p, r);

	if (rc)
		return rc;
	p = (struct piece){ dc_buf_str(&plain), plain.len };
	if (p.len && p.s[0] == '(')
		p = after(p, 1);
	p = upto(p, ",)", &rest);
	if (!dc_person_id(&member, p.s, p.len))
		return refuse(r, "its id does not decode to a member number (ids are "
		                 "case-sensitive: copy it unchanged)");
	*out = number_key(member);
	return 0;
}

static int from_number(char **out, struct piece p, const struct reading *r)
{
	uint32_t member;

	if (!read_number(&member, p))
		return refuse(r, "a member number is a whole number from 1 to %lu",
		              (unsigned long)UINT32_MAX);
	*out = number_key(member);
	return 0;
}

/* The id that the official API gives one app; another app sees another one. */
static int from_api(char **out, struct piece p, const struct reading *r)
{
	for (size_t i = 0; i < p.len; i++)
		if (!((p.s[i] | 0x20) >= 'a' && (p.s[i] | 0x20) <= 'z') &&
		    !(p.s[i] >= '0' && p.s[i] <= '9') && p.s[i] != '-' && p.s[i] != '_')
			return refuse(r, "an API id has letters, digits, '-' and '_' only");
	if (!p.len || p.len > LONGEST_SLUG)
		return refuse(r, "an API id has 1 to %d characters", LONGEST_SLUG);
	*out = dc_printf("api/%.*s", (int)p.len, p.s);
	return 0;
}

static int from_email(char **out, struct piece p, const struct reading *r)
{
	static const char never[] = " \t\"(),/:;<>[\\]?#%'";
	DC_AUTO(dc_buf_clear) struct dc_buf key = { 0 };
	struct piece domain, rest;
	struct piece user = upto(p, "@", &domain);

	if (domain.len)
		domain = after(domain, 1);
	(void)upto(domain, "@", &rest);
	if (!user.len || rest.len || !memchr(domain.s, '.', domain.len) || domain.s[0] == '.' ||
	    domain.s[domain.len - 1] == '.')
		return refuse(r, "an e-mail address looks like ada@example.org");
	for (size_t i = 0; i < p.len; i++)
		if (strchr(never, p.s[i]))
			return refuse(r, "an e-mail address cannot contain '%c'", p.s[i]);
	dc_buf_puts(&key, "email/");
	dc_text_lower(&key, p.s, p.len);
	*out = dc_buf_take(&key);
	return 0;
}

/* /pub/first-last/a7/576/b50 is today's /in/first-last-b50576a7. */
static int from_legacy(char **out, struct piece path, const struct reading *r)
{
	DC_AUTO(dc_buf_clear) struct dc_buf slug = { 0 };
	struct piece name = segment(&path), part[3];

	for (size_t i = 0; i < DC_COUNT(part); i++) {
		part[i] = segment(&path);
		bool good = part[i].len >= 1 && part[i].len <= 3;

		for (size_t k = 0; k < part[i].len; k++)
			good = good && hex(part[i].s[k]) >= 0;
		if (!good)
			return refuse(r, "an old /pub/ address ends in three short numbers, as in "
			                 "/pub/ada-vey/a7/576/b50");
	}
	dc_buf_add(&slug, name.s, name.len);
	dc_buf_putc(&slug, '-');
	for (size_t i = DC_COUNT(part); i-- > 0;)
		dc_buf_add(&slug, part[i].s, part[i].len);
	return from_slug(out, (struct piece){ slug.data, slug.len }, r);
}

/* --- addresses that are a path at LinkedIn */

static int at_in(char **out, struct piece path, struct piece query, const struct reading *r)
{
	struct piece slug = segment(&path);

	(void)query;
	if (!slug.len)
		return refuse(r, "nobody's name follows /in/");
	/* A locale, /overlay/…, /details/…, /recent-activity/… show the same person;
	 * a step back shows somebody else. */
	for (struct piece s; (s = segment(&path)).len;)
		if (is(s, "..") || is(s, "%2e%2e") || is(s, ".%2e") || is(s, "%2e."))
			return refuse(r, "it goes back with '..'");
	return from_slug(out, slug, r);
}

static int at_pub(char **out, struct piece path, struct piece query, const struct reading *r)
{
	(void)query;
	return from_legacy(out, path, r);
}

static int at_sales(char **out, struct piece path, struct piece query, const struct reading *r)
{
	struct piece kind = segment(&path);

	(void)query;
	if (!is(kind, "lead") && !is(kind, "people") && !is(kind, "profile"))
		return refuse(r, "this Sales Navigator page is not about one person");
	return from_id(out, segment(&path), r);
}

static int at_talent(char **out, struct piece path, struct piece query, const struct reading *r)
{
	(void)query;
	for (struct piece s; (s = segment(&path)).len;)
		if (is(s, "profile"))
			return from_id(out, segment(&path), r);
	return refuse(r, "this Recruiter page is not about one person");
}

/* /profile/view?id=N, the address that LinkedIn's first API gave. */
static int at_profile(char **out, struct piece path, struct piece query, const struct reading *r)
{
	struct piece rest, id;

	if (!is(segment(&path), "view"))
		return refuse(r, "it has no member id");
	for (; query.len; query = after(rest, rest.len > 0)) {
		struct piece pair = upto(query, "&", &rest);

		if (!starts(pair, "id="))
			continue;
		id = after(pair, 3);
		return all_digits(id) ? from_number(out, id, r) : from_id(out, id, r);
	}
	return refuse(r, "it has no member id");
}

static int at_company(char **out, struct piece path, struct piece query, const struct reading *r)
{
	(void)out, (void)path, (void)query;
	return refuse(r, "it is the page of an organisation, not of a person");
}

static const struct {
	const char *name;
	int (*read)(char **out, struct piece path, struct piece query, const struct reading *r);
} places[] = {
	{ "in", at_in },          { "pub", at_pub },          { "sales", at_sales },
	{ "talent", at_talent },  { "profile", at_profile },  { "company", at_company },
	{ "school", at_company }, { "showcase", at_company },
};

static int from_path(char **out, struct piece path, struct piece query, const struct reading *r)
{
	struct piece first = segment(&path);

	/* How phones and mails spell the same pages. */
	while (is(first, "mwlite") || is(first, "comm"))
		first = segment(&path);
	for (size_t i = 0; i < DC_COUNT(places); i++)
		if (is(first, places[i].name))
			return places[i].read(out, path, query, r);
	if (!first.len)
		return refuse(r, "nobody's name follows the host");
	return refuse(r, "this page of LinkedIn is not a profile");
}

/* --- the host */

/* LinkedIn shows profiles on linkedin.com, on www, on m and on two-letter hosts of countries
 * and languages. */
static bool shows_profiles(struct piece host)
{
	static const char home[] = "linkedin.com";
	size_t n = sizeof(home) - 1;

	if (host.len > n + 1 && host.s[host.len - n - 1] == '.' &&
	    is(after(host, host.len - n), home)) {
		struct piece sub = { host.s, host.len - n - 1 };

		if (is(sub, "www") || is(sub, "m"))
			return true;
		return sub.len == 2 && (sub.s[0] | 0x20) >= 'a' && (sub.s[0] | 0x20) <= 'z' &&
		       (sub.s[1] | 0x20) >= 'a' && (sub.s[1] | 0x20) <= 'z';
	}
	return is(host, home);
}

static bool mentions(struct piece p, const char *word)
{
	for (; p.len >= strlen(word); p = after(p, 1))
		if (starts(p, word))
			return true;
	return false;
}

static int check_host(struct piece host, const struct reading *r)
{
	for (size_t i = 0; i < host.len; i++)
		if ((unsigned char)host.s[i] >= 0x80 || host.s[i] == '%')
			return refuse(r, "its host has letters that only look like linkedin.com");
	if (memchr(host.s, '@', host.len))
		return refuse(r, "what stands before '@' is a user name, so it leads elsewhere");
	if (memchr(host.s, ':', host.len))
		return refuse(r, "it names a port, which no profile address does");
	if (host.len && host.s[host.len - 1] == '.')
		host.len--;
	if (shows_profiles(host))
		return 0;
	if (!host.len)
		return refuse(r, "it has no host");
	if (starts(host, "xn--") || mentions(host, ".xn--"))
		return refuse(r, "its host has letters that only look like linkedin.com");
	int shown = host.len < SHOWN ? (int)host.len : SHOWN;

	if (host.len > 13 && is(after(host, host.len - 13), ".linkedin.com"))
		return refuse(r, "'%.*s' shows no profiles", shown, host.s);
	return refuse(r, "its host is '%.*s', not linkedin.com", shown, host.s);
}

static int from_url(char **out, struct piece p, const struct reading *r)
{
	struct piece path, rest, query = { "", 0 };
	struct piece scheme = upto(p, ":/?#@.", &rest);

	if (scheme.len && starts(rest, ":") &&
	    (starts(rest, "://") || !all_digits(after(rest, 1)))) {
		if (!is(scheme, "http") && !is(scheme, "https"))
			return refuse(r, "'%.*s:' is no web address",
			              scheme.len < 20 ? (int)scheme.len : 20, scheme.s);
		if (!starts(rest, "://"))
			return refuse(r, "two slashes belong after '%.*s:'", (int)scheme.len,
			              scheme.s);
		p = after(rest, 3);
	} else if (starts(p, "//")) {
		p = after(p, 2);
	}
	struct piece host = upto(p, "/?#", &path);
	int rc = check_host(host, r);

	if (rc)
		return rc;
	path = upto(path, "?#", &rest);
	if (starts(rest, "?"))
		query = upto(after(rest, 1), "#", &rest);
	return from_path(out, path, query, r);
}

/* --- urn:li:… and keys themselves */

static const struct {
	const char *prefix;
	int (*read)(char **out, struct piece rest, const struct reading *r);
} names[] = {
	{ "urn:li:member:", from_number },
	{ "urn:li:person:", from_api },
	{ "urn:li:email:", from_email },
	{ "urn:li:fsd_profile:", from_id },
	{ "urn:li:fs_profile:", from_id },
	{ "urn:li:fs_miniProfile:", from_id },
	{ "urn:li:fs_salesProfile:", from_id },
	{ "mailto:", from_email },
	{ "member/", from_number },
	{ "api/", from_api },
	{ "email/", from_email },
};

static int from_urn(char **out, struct piece p, const struct reading *r)
{
	for (size_t i = 0; i < DC_COUNT(names); i++)
		if (starts(p, names[i].prefix))
			return names[i].read(out, after(p, strlen(names[i].prefix)), r);
	return refuse(r, "this kind of urn does not stand for a person");
}

/* What no address has, wherever it stands. */
static int check_characters(struct piece p, const struct reading *r)
{
	size_t bad;
	uint32_t c;

	if (!p.len)
		return refuse(r, "it is empty");
	if (p.len > LONGEST_ADDRESS)
		return refuse(r, "it is %zu bytes long", p.len);
	if (!dc_text_valid(p.s, p.len, &bad))
		return refuse(r, "byte %zu is not UTF-8", bad + 1);
	if (dc_text_hidden(p.s, p.len, &c))
		return c == ' ' ? refuse(r, "it has a blank in it")
		                : refuse(r, "it contains the invisible character U+%04X",
		                         (unsigned)c);
	if (memchr(p.s, '\\', p.len))
		return refuse(r, "it has a backslash, which browsers read in different ways");
	return 0;
}

static struct piece trim(const char *s)
{
	static const char blanks[] = " \t\r\n";
	struct piece p = { s, strlen(s) };

	while (p.len && strchr(blanks, p.s[p.len - 1]))
		p.len--;
	while (p.len && strchr(blanks, p.s[0]))
		p = after(p, 1);
	return p;
}

int dc_person_key(char **out, const char *address, struct dc_error *err)
{
	struct piece p = trim(address);
	struct reading r = { p, err };
	struct piece query = { "", 0 };
	int rc = check_characters(p, &r);

	if (rc)
		return rc;
	if (starts(p, "urn%3a")) {
		DC_AUTO(dc_buf_clear) struct dc_buf plain = { 0 };

		rc = decode(&plain, p, &r);
		return rc ? rc : from_urn(out, (struct piece){ plain.data, plain.len }, &r);
	}
	if (starts(p, "urn:"))
		return from_urn(out, p, &r);
	for (size_t i = 0; i < DC_COUNT(names); i++)
		if (starts(p, names[i].prefix))
			return from_urn(out, p, &r);
	if (starts(p, "in/") || starts(p, "/in/")) {
		struct piece rest, path = upto(p, "?#", &rest);

		return from_path(out, path, query, &r);
	}
	return from_url(out, p, &r);
}

bool dc_person_is_address(const char *text)
{
	struct piece p = trim(text);

	return memchr(p.s, '/', p.len) || starts(p, "urn:") || starts(p, "urn%3a") ||
	       starts(p, "mailto:") || mentions(p, "linkedin.");
}

char *dc_person_url(const char *key)
{
	static const char hexes[] = "0123456789ABCDEF";
	DC_AUTO(dc_buf_clear) struct dc_buf url = { 0 };

	if (!strncmp(key, "member/", 7))
		return dc_printf("https://www.linkedin.com/profile/view?id=%s", key + 7);
	if (strncmp(key, "in/", 3))
		return NULL;
	dc_buf_puts(&url, "https://www.linkedin.com/in/");
	for (const char *s = key + 3; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || strchr("-._~", c)) {
			dc_buf_putc(&url, *s);
		} else {
			dc_buf_putc(&url, '%');
			dc_buf_putc(&url, hexes[c >> 4]);
			dc_buf_putc(&url, hexes[c & 15]);
		}
	}
	return dc_buf_take(&url);
}
