/* scan.c - the only reader of delimiters. */
#include "template/scan.h"

#include <string.h>

int dc_template_scan_fail(const struct dc_template_scan *p, size_t at, const char *why,
                          const char *what)
{
	return dc_template_fail(p->m, at, why, what, p->err);
}

static bool blank(char c) { return c == ' ' || c == '\t'; }
static bool space(char c) { return blank(c) || c == '\n' || c == '\r'; }

/* Delimiters are one or two bytes, nearly always: no call for those. */
static inline bool begins(const char *s, const char *what, size_t len)
{
	return s[0] == what[0] &&
	       (len == 1 || (s[1] == what[1] && (len == 2 || !memcmp(s, what, len))));
}

/* Where `what` starts at or after `at`; p->m->len when nowhere. */
static size_t find(const struct dc_template_scan *p, size_t at, const char *what, size_t len)
{
	while (at + len <= p->m->len) {
		const char *hit = memchr(p->m->text + at, what[0], p->m->len - at - len + 1);

		if (!hit)
			break;
		if (begins(hit, what, len))
			return (size_t)(hit - p->m->text);
		at = (size_t)(hit - p->m->text) + 1;
	}
	return p->m->len;
}

void dc_template_scan_begin(struct dc_template_scan *p, const struct dc_mustache *m,
                            struct dc_error *err)
{
	*p = (struct dc_template_scan){
		.m = m,
		.open = "{{",
		.open_len = 2,
		.close = "}}",
		.close_len = 2,
		.usual = true,
		.err = err,
	};
}

size_t dc_template_scan_next(const struct dc_template_scan *p, size_t at)
{
	return find(p, at, p->open, p->open_len);
}

static bool is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

int dc_template_scan_name(const struct dc_template_scan *p, const struct dc_template_tag *t)
{
	const char *s = p->m->text + t->at;

	if (t->word)
		return 0;
	if (t->len == 0)
		return dc_template_scan_fail(p, t->from, "this tag is empty; write a name in it",
		                             "");
	for (size_t i = 0; i + p->open_len <= t->len; i++)
		if (begins(s + i, p->open, p->open_len))
			return dc_template_scan_fail(
				p, t->from, "this tag is not closed before the next one opens", "");
	for (size_t i = 0; i < t->len; i++) {
		if (space(s[i]) || s[i] == '{' || s[i] == '}')
			return dc_template_scan_fail(
				p, t->from, "a name is one word, without blanks and braces", "");
		if ((unsigned char)s[i] < 0x20 || s[i] == 0x7f)
			return dc_template_scan_fail(p, t->from,
			                             "a control character stands in this tag", "");
	}
	return 0;
}

int dc_template_scan_delimiters(struct dc_template_scan *p, const struct dc_template_tag *t)
{
	const char *s = p->m->text + t->at;
	size_t first = 0, gap;

	while (first < t->len && !space(s[first]))
		first++;
	for (gap = first; gap < t->len && space(s[gap]); gap++)
		;
	for (size_t i = 0; i < t->len; i++)
		if (s[i] == '=' || (i >= gap && space(s[i])) ||
		    ((unsigned char)s[i] < 0x20 && !space(s[i])))
			gap = t->len;
	if (first == 0 || gap >= t->len)
		return dc_template_scan_fail(
			p, t->from, "new delimiters are two words without '=', as in {{=<% %>=}}",
			"");
	p->open = s;
	p->open_len = first;
	p->close = s + gap;
	p->close_len = t->len - gap;
	p->usual = !is_word_char(*p->open) && !is_word_char(*p->close);
	return 0;
}

/* --- tags and lines */

static bool is_sigil(char c)
{
	return c == '#' || c == '^' || c == '/' || c == '>' || c == '&' || c == '{' || c == '!' ||
	       c == '=';
}

int dc_template_scan_tag(const struct dc_template_scan *p, size_t from, struct dc_template_tag *t)
{
	size_t i = from + p->open_len;
	size_t close_from;

	while (i < p->m->len && space(p->m->text[i]))
		i++;
	*t = (struct dc_template_tag){ .from = from };
	if (i < p->m->len && is_sigil(p->m->text[i]))
		t->sigil = p->m->text[i++];
	t->at = i;
	/* Most tags are just a word. */
	if (p->usual) {
		size_t end = i;

		while (end < p->m->len && is_word_char(p->m->text[end]))
			end++;
		t->word = end > i && end + p->close_len <= p->m->len && t->sigil != '{' &&
		          t->sigil != '=' && t->sigil != '!' &&
		          begins(p->m->text + end, p->close, p->close_len);
		t->len = end - i;
		t->to = end + p->close_len;
		if (t->word)
			return 0;
	}
	/* {{{x}}} and {{=< >=}} end with a sign of their own before the delimiter. */
	char own = t->sigil == '{' ? '}' : t->sigil == '=' ? '=' : '\0';

	for (close_from = i;; close_from++) {
		close_from = find(p, close_from, p->close, p->close_len);
		if (close_from == p->m->len)
			return dc_template_scan_fail(p, from, "this tag is not closed", "");
		if (!own || (close_from > i && p->m->text[close_from - 1] == own))
			break;
		if (own == '=')
			return dc_template_scan_fail(
				p, from,
				"a tag that sets delimiters ends with '=', as in "
				"{{=<% %>=}}",
				"");
		/* in "}}}" the delimiter is the last two, not the first */
		if (close_from + p->close_len < p->m->len && own == p->m->text[close_from] &&
		    !memcmp(p->m->text + close_from + 1, p->close, p->close_len)) {
			close_from++;
			break;
		}
	}
	t->to = close_from + p->close_len;
	size_t end = close_from - (own != '\0');

	while (end > i && space(p->m->text[end - 1]))
		end--;
	while (t->at < end && space(p->m->text[t->at]))
		t->at++;
	t->len = end - t->at;
	return 0;
}

bool dc_template_scan_line(const struct dc_template_scan *p, size_t at,
                           const struct dc_template_tag *t, size_t *from, size_t *to)
{
	size_t a = t->from, b = t->to;

	if (!t->sigil || t->sigil == '&' || t->sigil == '{')
		return false;
	while (a > at && blank(p->m->text[a - 1]))
		a--;
	while (b < p->m->len && blank(p->m->text[b]))
		b++;
	if ((a > 0 && p->m->text[a - 1] != '\n') ||
	    (b < p->m->len && p->m->text[b] != '\n' &&
	     (p->m->text[b] != '\r' || b + 1 == p->m->len || p->m->text[b + 1] != '\n')))
		return false;
	*from = a;
	*to = b == p->m->len ? b : b + 1 + (p->m->text[b] == '\r');
	return true;
}
