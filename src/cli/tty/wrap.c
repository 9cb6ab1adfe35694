/* wrap.c - rows of text. */
#include "wrap.h"

void dc_rows_clear(struct dc_rows *r)
{
	dc_free(r->at);
	*r = (struct dc_rows){ 0 };
}

static void add_row(struct dc_rows *r, size_t from, size_t to)
{
	r->at = dc_grow(r->at, r->count + 1, sizeof(*r->at));
	r->at[r->count++] = (struct dc_span){ from, to };
}

static size_t newline_at(const char *text, size_t len, size_t at)
{
	if (text[at] == '\n')
		return 1;
	return text[at] == '\r' && at + 1 < len && text[at + 1] == '\n' ? 2 : 0;
}

/* A letter of ASCII before another one: a column wide and a byte long, without asking. */
static bool plain(const char *text, size_t len, size_t at)
{
	return text[at] >= ' ' && text[at] <= '~' && (at + 1 == len || (text[at + 1] & 0x80) == 0);
}

void dc_wrap(struct dc_rows *r, const char *text, size_t len, size_t width)
{
	size_t from = 0, blank = 0, at = 0, wide = 0; /* `wide`: from..at */

	while (at < len) {
		bool simple = plain(text, len, at);
		size_t next = simple ? at + 1 : dc_text_next(text, len, at);
		size_t newline = newline_at(text, len, at);

		if (newline) {
			add_row(r, from, at);
			at = from = blank = at + newline;
			wide = 0;
			continue;
		}
		size_t with = simple ? wide + 1 : dc_text_width(text + from, next - from);

		/* One blank may hang over the edge, where nobody sees it. */
		if (at > from && with > width + (text[at] == ' ')) {
			size_t to = blank > from ? blank : at;

			add_row(r, from, to);
			from = to;
			wide = dc_text_width(text + from, at - from);
			continue;
		}
		at = next;
		wide = with;
		if (text[at - 1] == ' ')
			blank = at;
	}
	add_row(r, from, len);
}

void dc_wrap_show(struct dc_buf *out, const char *text, size_t len, size_t indent, size_t columns)
{
	DC_AUTO(dc_rows_clear) struct dc_rows rows = { 0 };

	dc_wrap(&rows, text, len, columns > indent + 8 ? columns - indent : 8);
	for (size_t i = 0; i < rows.count; i++) {
		size_t to = rows.at[i].to;

		while (i + 1 < rows.count && to > rows.at[i].from && text[to - 1] == ' ')
			to--;
		for (size_t k = 0; k < indent; k++)
			dc_buf_putc(out, ' ');
		dc_text_show(out, text + rows.at[i].from, to - rows.at[i].from, DC_SHOW_LINE);
		dc_buf_putc(out, '\n');
	}
}
