/* key_read.c - the pieces of an address, and how one is refused. */
#include "person/key_read.h"

#include <stdarg.h>
#include <string.h>
#include <strings.h>

#include <decorum/text.h>
#include "text/normal.h"

int dc_key_refuse(const struct dc_key_reading *r, const char *why, ...)
{
	DC_AUTO(dc_buf_clear) struct dc_buf shown = { 0 }, reason = { 0 };
	size_t len = r->all.len;
	va_list ap;

	if (len > DC_KEY_SHOWN)
		for (len = DC_KEY_SHOWN; len && ((unsigned char)r->all.s[len] & 0xc0) == 0x80;
		     len--)
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

bool dc_key_is(struct dc_key_piece p, const char *word)
{
	return p.len == strlen(word) && !strncasecmp(p.s, word, p.len);
}

bool dc_key_starts(struct dc_key_piece p, const char *word)
{
	/* Most are told apart by their first letter. */
	if (!p.len || (p.s[0] | 0x20) != (*word | 0x20))
		return false;
	size_t n = strlen(word);

	return p.len >= n && !strncasecmp(p.s, word, n);
}

struct dc_key_piece dc_key_after(struct dc_key_piece p, size_t n)
{
	return (struct dc_key_piece){ p.s + n, p.len - n };
}

/* The sets are short: shorter than a call. */
static bool among(const char *set, char c)
{
	while (*set && *set != c)
		set++;
	return *set == c;
}

struct dc_key_piece dc_key_upto(struct dc_key_piece p, const char *stops, struct dc_key_piece *rest)
{
	size_t n = 0;

	while (n < p.len && !among(stops, p.s[n]))
		n++;
	*rest = dc_key_after(p, n);
	return (struct dc_key_piece){ p.s, n };
}

struct dc_key_piece dc_key_segment(struct dc_key_piece *path)
{
	while (path->len && path->s[0] == '/')
		*path = dc_key_after(*path, 1);
	return dc_key_upto(*path, "/", path);
}

bool dc_key_mentions(struct dc_key_piece p, const char *word)
{
	for (; p.len >= strlen(word); p = dc_key_after(p, 1))
		if (dc_key_starts(p, word))
			return true;
	return false;
}

int dc_key_hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int dc_key_decode(struct dc_buf *out, struct dc_key_piece p, const struct dc_key_reading *r)
{
	for (size_t i = 0; i < p.len; i++) {
		const char *escape = memchr(p.s + i, '%', p.len - i);
		const size_t end = escape ? (size_t)(escape - p.s) : p.len;

		dc_buf_add(out, p.s + i, end - i);
		if ((i = end) == p.len)
			break;
		int high = i + 2 < p.len ? dc_key_hex(p.s[i + 1]) : -1;
		int low = high >= 0 ? dc_key_hex(p.s[i + 2]) : -1;

		if (low < 0)
			return dc_key_refuse(
				r, "it has a '%%' without two hexadecimal digits after it");
		dc_buf_putc(out, (char)(high << 4 | low));
		i += 2;
	}
	size_t bad;
	uint32_t c;

	if (!dc_text_valid(dc_buf_str(out), out->len, &bad))
		return dc_key_refuse(r, "its percent-encoding is not UTF-8");
	if (dc_text_hidden(dc_buf_str(out), out->len, &c))
		return dc_key_refuse(r, "it hides the character U+%04X behind its percent-encoding",
		                     (unsigned)c);
	return 0;
}

bool dc_key_digits(struct dc_key_piece p)
{
	for (size_t i = 0; i < p.len; i++)
		if (p.s[i] < '0' || p.s[i] > '9')
			return false;
	return p.len > 0;
}
