/* fold.c - text folded for comparison. */
#include <decorum/text.h>

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "text/utf8.h"

/* Marks that only decorate a letter.  Others carry meaning (Devanagari vowels). */
static bool is_decoration(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36f) || (c >= 0x64b && c <= 0x65f) || c == 0x670 || c == 0x640;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 ||
	       (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
	       c == 0x205f || c == 0x3000 || c == 0xfeff;
}

struct sink {
	struct dc_buf *out;
	size_t start;
	bool gap; /* white space was seen and not yet written */
};

static void put_gap(struct sink *k)
{
	if (k->gap && k->out->len > k->start)
		dc_buf_putc(k->out, ' ');
	k->gap = false;
}

static void put(struct sink *k, uint32_t c, const char *s, size_t n)
{
	if (is_blank(c)) {
		k->gap = true;
		return;
	}
	if (is_decoration(c))
		return;
	put_gap(k);
	dc_buf_add(k->out, s, n);
}

static void put_all(struct sink *k, const char *s, size_t len)
{
	for (size_t i = 0; i < len;) {
		uint32_t c;
		size_t step = dc_text_decode(&c, s + i, len - i);

		put(k, c, s + i, step);
		i += step;
	}
}

/* A run beyond ASCII. */
static void fold_run(struct sink *k, const char *s, size_t len)
{
	DC_AUTO(dc_buf_clear) struct dc_buf bare = { 0 };
	size_t n = 0, m = 0;
	/* NFKD first, so that the marks stand apart and can be left out … */
	uint8_t *folded = u8_casefold((const uint8_t *)s, len, NULL, UNINORM_NFKD, NULL, &n);

	if (!folded) { /* not UTF-8: compare the bytes */
		put_gap(k);
		dc_buf_add(k->out, s, len);
		return;
	}
	for (size_t i = 0; i < n;) {
		uint32_t c;
		size_t step = dc_text_decode(&c, (char *)folded + i, n - i);

		if (!is_decoration(c))
			dc_buf_add(&bare, (char *)folded + i, step);
		i += step;
	}
	free(folded);
	/* … then composed again, so that Hangul and kana are their usual letters. */
	uint8_t *whole = u8_normalize(UNINORM_NFKC, (const uint8_t *)dc_buf_str(&bare), bare.len,
	                              NULL, &m);

	if (whole)
		put_all(k, (char *)whole, m);
	free(whole);
}

/* ASCII goes past the library: no mark that composes with an ASCII letter is kept, so
 * neither side of the border looks at the other. */
void dc_text_fold(struct dc_buf *out, const char *s, size_t len)
{
	struct sink k = { .out = out, .start = out->len };

	for (size_t i = 0; i < len;) {
		for (; i < len && (unsigned char)s[i] < 0x80; i++) {
			char c = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] + ('a' - 'A')) : s[i];

			put(&k, (unsigned char)c, &c, 1);
		}
		size_t from = i;

		while (i < len && (unsigned char)s[i] >= 0x80)
			i++;
		if (i > from)
			fold_run(&k, s + from, i - from);
	}
}

bool dc_text_word_prefix(const char *hay, const char *needle)
{
	size_t n = strlen(needle);

	for (const char *p = hay; p; p = strchr(p, ' '), p = p ? p + 1 : NULL)
		if (!strncmp(p, needle, n))
			return true;
	return n == 0;
}
