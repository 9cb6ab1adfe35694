/* diff.c - the signs of git's word diff, which need no colour; with colour they have it too. */
#include "out/diff.h"

#include <string.h>

#include <decorum/text.h>

#include "out/style.h"
#include "out/wrap.h"

/* Words of the same text that are shown beside a difference; less is not worth a "…". */
enum { NEAR = 4, SPARED = 3 };

/* Neutralised text in one line, and for each byte its style. */
struct styled {
	struct dc_buf text, style;
};

static void put(struct styled *s, enum dc_style style, const char *text, size_t len)
{
	DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };
	const size_t before = s->text.len;

	dc_buf_add(&line, text, len);
	for (size_t i = 0; i < line.len; i++)
		if (strchr("\t\r\n", line.data[i]))
			line.data[i] = ' ';
	dc_text_show(&s->text, dc_buf_str(&line), line.len, DC_SHOW_LINE);
	for (size_t i = before; i < s->text.len; i++)
		dc_buf_putc(&s->style, (char)style);
}

static void put_sign(struct styled *s, enum dc_style style, const char *sign)
{
	put(s, style, sign, strlen(sign));
}

static bool blank(char c) { return strchr(" \t\r\n", c) != NULL; }

/* The text between signs; white space at its ends stays outside. */
static void put_marked(struct styled *s, enum dc_style style, const char *open, const char *text,
                       const char *close)
{
	size_t from = 0, to = strlen(text);

	while (from < to && blank(text[from]))
		from++;
	while (to > from && blank(text[to - 1]))
		to--;
	put(s, DC_STYLE_PLAIN, text, from);
	put_sign(s, style, open);
	put(s, style, text + from, to - from);
	put_sign(s, style, close);
	put(s, DC_STYLE_PLAIN, text + to, strlen(text + to));
}

/* Where the word behind `words` words of the text begins. */
static size_t skip_words(const char *text, size_t words)
{
	size_t i = 0;

	while (text[i] && words--) {
		while (text[i] && blank(text[i]))
			i++;
		while (text[i] && !blank(text[i]))
			i++;
	}
	return i;
}

static size_t count_words(const char *text)
{
	size_t n = 0;

	for (size_t i = 0; text[i]; i++)
		n += !blank(text[i]) && (!i || blank(text[i - 1]));
	return n;
}

/* `head`, `tail`: a difference stands before or behind it. */
static void put_same(struct styled *s, const char *text, bool head, bool tail)
{
	const size_t words = count_words(text), shown = NEAR * ((size_t)head + tail);

	if (words <= shown + SPARED) {
		put(s, DC_STYLE_PLAIN, text, strlen(text));
		return;
	}
	put(s, DC_STYLE_PLAIN, text, head ? skip_words(text, NEAR) : 0);
	put_sign(s, DC_STYLE_QUIET, head ? " …" : "…");
	if (tail) {
		const char *rest = text + skip_words(text, words - NEAR);

		put(s, DC_STYLE_PLAIN, rest, strlen(rest));
	}
}

static void put_part(struct styled *s, const struct dc_diff_part *p, bool first, bool last)
{
	if (p->kind == DC_DIFF_SAME) {
		put_same(s, p->is, !first, !last);
	} else if (p->kind == DC_DIFF_PERSONAL && *p->is) {
		put_marked(s, DC_STYLE_MARK, "<", p->is, ">");
	} else {
		if (*p->was)
			put_marked(s, DC_STYLE_GONE, "[-", p->was, "-]");
		if (*p->was && *p->is)
			put_sign(s, DC_STYLE_PLAIN, " ");
		if (*p->is)
			put_marked(s, DC_STYLE_GOOD, "{+", p->is, "+}");
	}
}

/* One word, with an escape sequence wherever the style changes. */
static void put_word(struct dc_buf *out, const struct styled *s, size_t from, size_t to, bool color)
{
	char now = DC_STYLE_PLAIN;

	for (size_t i = from; i < to; i++) {
		if (s->style.data[i] != now) {
			dc_buf_puts(out, dc_style(color, DC_STYLE_PLAIN));
			if (s->style.data[i] != DC_STYLE_PLAIN)
				dc_buf_puts(out, dc_style(color, (enum dc_style)s->style.data[i]));
		}
		now = s->style.data[i];
		dc_buf_putc(out, s->text.data[i]);
	}
	if (now != DC_STYLE_PLAIN)
		dc_buf_puts(out, dc_style(color, DC_STYLE_PLAIN));
}

/* As much of the word as fits into `room` columns, at least one cluster: scripts without spaces
 * have words as long as a note. */
static size_t fitting(const struct dc_buf *text, size_t from, size_t to, size_t room)
{
	size_t end = dc_text_next(text->data, to, from);

	for (size_t next = end; next < to; end = next) {
		next = dc_text_next(text->data, to, end);
		if (dc_text_width(text->data + from, next - from) > room)
			break;
	}
	return end;
}

static void flow(struct dc_buf *out, const struct styled *s, size_t margin, size_t width,
                 bool color)
{
	const char *text = dc_buf_str(&s->text);
	size_t column = margin, from = strspn(text, " ");

	dc_out_spaces(out, margin);
	while (text[from]) {
		size_t to = from + strcspn(text + from, " ");
		size_t wide = dc_text_width(text + from, to - from);

		column = dc_out_before_word(out, wide, margin, column, width);
		if (width > column && wide > width - column) {
			to = fitting(&s->text, from, to, width - column);
			wide = width;
		}
		put_word(out, s, from, to, color);
		column += wide;
		from = to + strspn(text + to, " ");
	}
	dc_buf_putc(out, '\n');
}

void dc_out_diff(struct dc_buf *out, const struct dc_diff_part *parts, size_t count, size_t margin,
                 size_t width, bool color)
{
	struct styled s = { 0 };

	for (size_t i = 0; i < count; i++)
		put_part(&s, &parts[i], i == 0, i + 1 == count);
	flow(out, &s, margin, width, color);
	dc_buf_clear(&s.text);
	dc_buf_clear(&s.style);
}
