/* link.c - an address to click. */
#include "check/match.h"

#include <string.h>

/* A bare "name.tld" counts only with one of these: the others end names of software. */
static const char plain[] =
	" com net org de fr es it pt br eu uk info biz shop site online store blog club ie se dk "
	"fi cz ch nl "
	"au nz "
	"ca mx cl pe za ng ke gh jp kr ru tr gr hu ro bg hr sk si lt lv ee lu uy "
	"example ";
/* With a path behind it, or more before it, these count too. */
static const char more[] =
	" io ai dev co app me ly gg gl be to sh rs tv cc us at pl in tech link page "
	"xyz so is im ";

static bool host_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '.';
}

static bool listed(const char *list, const char *s, size_t len)
{
	for (const char *p = list; (p = strchr(p, ' ')) && p[1]; p++)
		if (!strncmp(p + 1, s, len) && p[len + 1] == ' ')
			return true;
	return false;
}

static bool starts(const char *s, size_t len, const char *with)
{
	size_t n = strlen(with);

	if (len < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if ((s[i] >= 'A' && s[i] <= 'Z' ? s[i] + ('a' - 'A') : s[i]) != with[i])
			return false;
	return true;
}

static size_t token_end(const char *s, size_t len, size_t at)
{
	while (at < len && (unsigned char)s[at] > ' ' && !strchr("\"<>", s[at]))
		at++;
	while (at > 0 && strchr(".,;:!?)]'", s[at - 1]))
		at--;
	return at;
}

/* The end of an address that starts at `at`, 0 when none does. */
static size_t address(const char *s, size_t len, size_t at)
{
	const char *p = s + at;
	size_t left = len - at, host = 0, dot = 0, dots = 0;

	if (starts(p, left, "http://") || starts(p, left, "https://") || starts(p, left, "www."))
		return token_end(s, len, at);
	while (host < left && host_byte(p[host])) {
		if (p[host] == '.' && host + 1 < left && host_byte(p[host + 1]) &&
		    p[host + 1] != '.') {
			dot = host;
			dots++;
		}
		host++;
	}
	if (!dot || (at && s[at - 1] == '@') || (host < left && p[host] == '@'))
		return 0;
	size_t tld = host - dot - 1;

	while (tld && p[dot + tld] == '.')
		tld--;
	bool path = host + 1 < left && p[host] == '/' && (unsigned char)p[host + 1] > ' ';
	/* "Booking.com" is a company, and so is what is spelt with a capital. */
	bool name = p[0] >= 'A' && p[0] <= 'Z';

	/* "shop.fences.io" has a path of its own in front. */
	path = path || dots > 1;
	if (path ? listed(plain, p + dot + 1, tld) || listed(more, p + dot + 1, tld)
	         : !name && listed(plain, p + dot + 1, tld))
		return token_end(s, len, at);
	return 0;
}

/* True when the address is the recipient's own company: "booking.com". */
static bool theirs(const struct dc_case *c, size_t from, size_t to)
{
	for (size_t i = 0; i < c->company->word_count; i++) {
		const struct dc_word *w = &c->company->words[i];

		if (w->fold_len == to - from && !memcmp(w->fold, c->doc->text + from, w->fold_len))
			return true;
	}
	return false;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const char *s = c->doc->text;
	const size_t len = c->doc->len < DC_DOC_MAX ? c->doc->len : DC_DOC_MAX;

	for (size_t i = 0; i < len; i++) {
		if ((i &&
		     (host_byte(s[i - 1]) || s[i - 1] == '/' || (unsigned char)s[i - 1] >= 0x80)) ||
		    !host_byte(s[i]) || s[i] == '.')
			continue;
		size_t end = address(s, len, i);

		if (!end || end <= i || theirs(c, i, end))
			continue;
		dc_check_flag_at(sink, (struct dc_span){ i, end }, "\"%.*s\" is a link.",
		                 (int)(end - i), s + i);
		return;
	}
}

const struct dc_rule dc_rule_link = {
	.info = {
		.id = "link",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "There is a link in it.",
		.why = "Nobody clicks a stranger's link, LinkedIn takes it for spam, and it is not even "
		       "clickable in a request.",
		.advice = "Name the thing instead of linking it.",
		.source = "career advisers: no ask beyond connecting: no job, meeting, link or pitch",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, the wall we talked of is on shop.fences.io now." },
		                   { .note = "Hi Ada, see https://example.com/me for what I do." },
		                   { .note = "Hi Ada, have a look at bit.ly/2abcde some time." },
		                   { .note = "Hi Ada, my shop is www.example.shop, do have a look." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, your node.js talk and the one on ASP.NET were a fine pair." },
			{ .note = "Hi Ada, is the missing link in your 3.5 release notes on purpose?" },
			{ .note = "Hi Ada, we both worked at Booking.com in 2019, I on the maps." }),
	},
	.run = run,
};
