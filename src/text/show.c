/* show.c - foreign text made safe for a terminal, and how wide it is there.
 *
 * What is stored stays unchanged; every output goes through here.
 */
#include <decorum/text.h>

#include <unictype.h>
#include <unigbrk.h>
#include <uniwidth.h>

#include <decorum/mem.h>

#include "text/utf8.h"

/* More combining marks than this on one letter climb over other lines. */
enum { MARKS_MAX = 4 };

static bool is_joiner(uint32_t c) { return c == 0x200c || c == 0x200d; }
static bool is_variation(uint32_t c) { return c >= 0xfe00 && c <= 0xfe0f; }
static bool is_control(uint32_t c) { return c < 0x20 || (c >= 0x7f && c <= 0x9f); }

/* Characters that are not seen, or that change how others are seen. */
static bool is_invisible(uint32_t c)
{
	static const struct {
		uint32_t from, to;
	} ranges[] = {
		{ 0xad, 0xad },     { 0x34f, 0x34f },   { 0x61c, 0x61c },     { 0x115f, 0x1160 },
		{ 0x17b4, 0x17b5 }, { 0x180b, 0x180f }, { 0x200b, 0x200f },   { 0x2028, 0x202e },
		{ 0x2060, 0x206f }, { 0x3164, 0x3164 }, { 0xfe00, 0xfe0f },   { 0xfeff, 0xfeff },
		{ 0xffa0, 0xffa0 }, { 0xfff0, 0xfffb }, { 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff },
	};

	for (size_t i = 0; i < DC_COUNT(ranges); i++)
		if (c >= ranges[i].from && c <= ranges[i].to)
			return true;
	return (c & 0xfffe) == 0xfffe; /* no character at all */
}

/* A joiner or variation selector is at home in an emoji, or after a letter that joins. */
static bool is_at_home(uint32_t c, uint32_t before)
{
	if (before == DC_TEXT_BROKEN)
		return false;
	if (is_variation(c))
		return before >= 0xa9 || before == '#' || before == '*' ||
		       (before >= '0' && before <= '9');
	if (c == 0x200d &&
	    (before >= 0x1f000 || is_variation(before) || (before >= 0x2190 && before < 0x2c00)))
		return true;
	return is_joiner(c) && before >= 0x600 && before < 0x1100;
}

static void show_mark(struct dc_buf *out, uint32_t c, unsigned char raw)
{
	if (c == DC_TEXT_BROKEN || is_control(c))
		dc_buf_printf(out, "\\x%02x", c == DC_TEXT_BROKEN ? raw : (unsigned)c);
	else
		dc_buf_printf(out, "<U+%04X>", (unsigned)c);
}

/* How many letters, digits, blanks and signs of ASCII s begins with: they are shown as they are,
 * one column a byte. */
static size_t plain_run(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && s[n] >= 0x20 && s[n] <= 0x7e)
		n++;
	return n;
}

void dc_text_show(struct dc_buf *out, const char *s, size_t len, enum dc_show how)
{
	uint32_t before = DC_TEXT_BROKEN;
	int marks = 0;

	for (size_t i = 0; i < len;) {
		uint32_t c;
		size_t n = plain_run(s + i, len - i);

		if (n) {
			dc_buf_add(out, s + i, n);
			i += n;
			before = (unsigned char)s[i - 1];
			marks = 0;
			continue;
		}
		n = dc_text_decode(&c, s + i, len - i);
		if (c == '\n') {
			dc_buf_puts(out, how & DC_SHOW_LINES ? "\n" : "\xe2\x86\xb5"); /* U+21B5 */
		} else if (c == '\r' && i + 1 < len && s[i + 1] == '\n') {
			; /* the newline is shown */
		} else if (c == '\t') {
			dc_buf_putc(out, ' ');
		} else if (c == DC_TEXT_BROKEN || is_control(c) ||
		           (is_invisible(c) && !is_at_home(c, before))) {
			show_mark(out, c, (unsigned char)s[i]);
		} else {
			marks = uc_combining_class(c) ? marks + 1 : 0;
			if (marks <= MARKS_MAX)
				dc_buf_add(out, s + i, n);
			else if (marks == MARKS_MAX + 1)
				dc_buf_puts(out, "\xe2\x80\xa6"); /* U+2026: there were more */
		}
		before = c;
		i += n;
	}
}

/* Columns of one grapheme cluster: that of its widest part, since the rest joins it. */
static size_t cluster_width(const char *s, size_t len)
{
	size_t widest = 0;

	for (size_t i = 0; i < len;) {
		uint32_t c;

		i += dc_text_decode(&c, s + i, len - i);
		int w = c == DC_TEXT_BROKEN ? 1 : uc_width(c, "UTF-8");

		if (c == 0xfe0f && widest == 1) /* asks for the emoji form, which is wide */
			w = 2;
		if (w > 0 && (size_t)w > widest)
			widest = (size_t)w;
	}
	return widest;
}

size_t dc_text_width(const char *s, size_t len)
{
	DC_AUTO(dc_buf_clear) struct dc_buf shown = { 0 };
	size_t columns = 0, from = 0;

	if (plain_run(s, len) == len)
		return len;
	dc_text_show(&shown, s, len, DC_SHOW_LINE);
	/* All borders at once: dc_text_next() would look at a stretch of text for each. */
	DC_AUTO(dc_str) char *breaks = dc_alloc(shown.len, 1);

	u8_grapheme_breaks((const uint8_t *)shown.data, shown.len, breaks);
	for (size_t i = 1; i <= shown.len; i++) {
		if (i < shown.len && !breaks[i])
			continue;
		columns += i - from == 1 ? 1 : cluster_width(shown.data + from, i - from);
		from = i;
	}
	return columns;
}
