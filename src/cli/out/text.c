/* text.c - results for people; every foreign byte is neutralised here. */
#include <inttypes.h>
#include <string.h>

#include "out/style.h"
#include "out/view.h"
#include "out/wrap.h"

enum { LABEL_WIDTH = 14 };

static void pad(struct dc_buf *out, size_t have, size_t want)
{
	dc_out_spaces(out, have < want ? want - have : 0);
}

static void say(struct dc_out *o, const char *line, bool head)
{
	dc_buf_puts(&o->buf, head ? dc_style(o->color, DC_STYLE_HEAD) : "");
	dc_text_show(&o->buf, line, strlen(line), DC_SHOW_LINE);
	dc_buf_puts(&o->buf, head ? dc_style(o->color, DC_STYLE_PLAIN) : "");
	dc_buf_putc(&o->buf, '\n');
}

/* A value as people read it; appends nothing for nothing. */
static void value_text(struct dc_buf *out, const struct dc_cell *v)
{
	char day[DC_TIME_MAX];
	struct dc_date d;

	switch (v->kind) {
	case DC_CELL_NONE:
		break;
	case DC_CELL_TEXT:
		dc_text_show(out, v->text, strlen(v->text), DC_SHOW_LINE);
		break;
	case DC_CELL_INT:
		dc_buf_printf(out, "%" PRId64, v->number);
		break;
	case DC_CELL_BOOL:
		dc_buf_puts(out, v->number ? "yes" : "no");
		break;
	case DC_CELL_MOMENT:
		d = dc_date_of(v->number);
		dc_buf_printf(out, "%s %02d:%02d", dc_time_day(day, v->number), d.hour, d.minute);
		break;
	case DC_CELL_DAY:
		dc_buf_puts(out, dc_time_day(day, v->number));
		break;
	}
}

static void labelled(struct dc_out *o, const char *label, const char *text)
{
	dc_buf_printf(&o->buf, "%s%s%s", dc_style(o->color, DC_STYLE_QUIET), label,
	              dc_style(o->color, DC_STYLE_PLAIN));
	pad(&o->buf, dc_text_width(label, strlen(label)), LABEL_WIDTH);
	dc_buf_putc(&o->buf, ' ');
	dc_out_wrap(&o->buf, text, LABEL_WIDTH + 1, LABEL_WIDTH + 1, o->width);
	dc_buf_putc(&o->buf, '\n');
}

static void put(struct dc_out *o, const char *key, const char *label, const struct dc_cell *value)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

	(void)key;
	if (!label)
		return;
	value_text(&text, value);
	if (text.len)
		labelled(o, label, text.data);
}

/* Lines that are indented stay as they are. */
static void prose(struct dc_out *o, const char *text)
{
	for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		DC_AUTO(dc_str) char *copy = dc_strndup(line, strcspn(line, "\n"));
		DC_AUTO(dc_buf_clear) struct dc_buf safe = { 0 };

		dc_text_show(&safe, copy, strlen(copy), DC_SHOW_LINE);
		if (*copy == ' ')
			dc_buf_puts(&o->buf, dc_buf_str(&safe));
		else
			dc_out_wrap(&o->buf, dc_buf_str(&safe), 0, 0, o->width);
		dc_buf_putc(&o->buf, '\n');
	}
}

/* The margin keeps a line of the text from looking like one of ours. */
static void body(struct dc_out *o, const char *key, const char *text, size_t len)
{
	(void)key;
	for (size_t from = 0; from < len;) {
		const char *end = memchr(text + from, '\n', len - from);
		size_t to = end ? (size_t)(end - text) : len;

		dc_buf_printf(&o->buf, "%s  | %s", dc_style(o->color, DC_STYLE_QUIET),
		              dc_style(o->color, DC_STYLE_PLAIN));
		dc_text_show(&o->buf, text + from, to - from - (to > from && text[to - 1] == '\r'),
		             DC_SHOW_LINE);
		dc_buf_putc(&o->buf, '\n');
		from = to + 1;
	}
}

static void row(struct dc_out *o, const struct dc_cell *cells)
{
	o->shown = dc_grow(o->shown, o->shown_count + o->column_count, sizeof(*o->shown));
	for (size_t i = 0; i < o->column_count; i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

		if (o->columns[i].title)
			value_text(&text, &cells[i]);
		o->shown[o->shown_count++] = dc_arena_strndup(&o->cells, dc_buf_str(&text),
		                                              text.len);
	}
}

/* At a terminal the last column wraps below itself; where there is no room for that, it stands on
 * lines of its own. */
static void put_last(struct dc_out *o, const char *text, size_t column)
{
	enum { ROOM = 24, MARGIN = 4 };

	if (o->wrap && column <= o->width && column + ROOM > o->width &&
	    column + dc_text_width(text, strlen(text)) > o->width) {
		dc_buf_putc(&o->buf, '\n');
		dc_out_spaces(&o->buf, MARGIN);
		column = MARGIN;
	}
	dc_out_wrap(&o->buf, text, column, column,
	            o->wrap && column + ROOM <= o->width ? o->width : 0);
}

static void table_line(struct dc_out *o, const char *const *texts, const size_t *widths)
{
	size_t last = 0, column = 0;

	for (size_t i = 0; i < o->column_count; i++)
		if (o->columns[i].title && *texts[i])
			last = i;
	for (size_t i = 0; i <= last; i++) {
		if (!o->columns[i].title)
			continue;
		if (i == last)
			put_last(o, texts[i], column);
		else
			dc_buf_puts(&o->buf, texts[i]);
		if (i < last)
			pad(&o->buf, dc_text_width(texts[i], strlen(texts[i])), widths[i] + 2);
		column += widths[i] + 2;
	}
	dc_buf_putc(&o->buf, '\n');
}

/* True when a row does not even reach its last column before the terminal ends. */
static bool too_wide(const struct dc_out *o, const size_t *widths)
{
	size_t column = 0, last = 0;

	for (size_t i = 0; i < o->column_count; i++)
		if (o->columns[i].title) {
			column += last;
			last = widths[i] + 2;
		}
	return o->wrap && column > o->width;
}

/* A row, a cell on each line. */
static void record(struct dc_out *o, const char *const *texts, bool first)
{
	if (!first)
		dc_buf_putc(&o->buf, '\n');
	for (size_t i = 0; i < o->column_count; i++)
		if (o->columns[i].title && *texts[i])
			labelled(o, o->columns[i].title, texts[i]);
}

static void put_rows(struct dc_out *o, const char *const *titles, const size_t *widths,
                     bool records)
{
	if (o->shown_count && !records) {
		dc_buf_puts(&o->buf, dc_style(o->color, DC_STYLE_HEAD));
		table_line(o, titles, widths);
		dc_buf_puts(&o->buf, dc_style(o->color, DC_STYLE_PLAIN));
	}
	for (size_t k = 0; k < o->shown_count; k += o->column_count) {
		const char *const *texts = (const char *const *)o->shown + k;

		if (records)
			record(o, texts, k == 0);
		else
			table_line(o, texts, widths);
	}
}

static void table_end(struct dc_out *o)
{
	size_t n = o->column_count;
	const char **titles = dc_arena_alloc(&o->cells, n, sizeof(*titles));
	size_t *widths = dc_arena_alloc(&o->cells, n, sizeof(*widths));

	for (size_t i = 0; i < n; i++) {
		titles[i] = o->columns[i].title ? o->columns[i].title : "";
		widths[i] = strlen(titles[i]);
		for (size_t k = i; k < o->shown_count; k += n) {
			size_t w = dc_text_width(o->shown[k], strlen(o->shown[k]));

			widths[i] = w > widths[i] ? w : widths[i];
		}
	}
	put_rows(o, titles, widths, too_wide(o, widths));
	dc_free(o->shown);
	o->shown = NULL;
	o->shown_count = 0;
	dc_arena_clear(&o->cells);
}

static void report(struct dc_out *o, const char *key, const struct dc_checked *c)
{
	(void)key;
	dc_report_text(&o->buf, c, o->color, o->width);
}

const struct dc_view dc_view_text = {
	.say = say,
	.put = put,
	.prose = prose,
	.body = body,
	.row = row,
	.table_end = table_end,
	.report = report,
};
