/* frame.c - draws the rows of a text, and knows where the cursor is.
 *
 * A row never fills the last column, where terminals differ.
 */
#include "frame.h"

#include <string.h>

#include <decorum/text.h>

#include "wrap.h"

static size_t row_of(const struct dc_rows *r, size_t cursor)
{
	size_t row = 0;

	while (row + 1 < r->count && r->at[row + 1].from <= cursor)
		row++;
	return row;
}

/* A long prompt, as an incremental search has, gets a row of its own. */
static bool prompt_alone(const struct dc_view *v, size_t width)
{
	return width > 8 && width * 2 > v->columns;
}

struct layout {
	struct dc_rows rows;
	size_t indent; /* columns before every row of the text */
	bool alone;
	size_t row, column; /* of the cursor, in the text */
};

static void layout_clear(struct layout *l) { dc_rows_clear(&l->rows); }
DC_DEFINE_CLEAR(struct layout, layout_clear)

static size_t text_width(const struct dc_view *v, size_t indent)
{
	size_t columns = v->columns < 12 ? 12 : v->columns;

	return columns - 1 - indent;
}

static void lay_out(struct layout *l, const struct dc_view *v)
{
	size_t prompt = dc_text_width(v->prompt, strlen(v->prompt));

	l->alone = prompt_alone(v, prompt);
	l->indent = l->alone ? 0 : prompt;
	dc_wrap(&l->rows, v->text, v->len, text_width(v, l->indent));
	l->row = row_of(&l->rows, v->cursor);
	const struct dc_span *s = &l->rows.at[l->row];
	size_t upto = v->cursor < s->to ? v->cursor : s->to;

	l->column = l->indent + dc_text_width(v->text + s->from, upto - s->from);
	if (l->column >= v->columns && v->columns)
		l->column = v->columns - 1;
}

void dc_frame_clear(struct dc_frame *f) { dc_buf_clear(&f->last); }

void dc_frame_forget(struct dc_frame *f)
{
	f->cursor_row = 0;
	dc_buf_reset(&f->last);
}

static void pad(struct dc_buf *out, size_t n)
{
	while (n--)
		dc_buf_putc(out, ' ');
}

static void next_row(struct dc_buf *out, size_t *drawn)
{
	if ((*drawn)++)
		dc_buf_puts(out, "\r\n");
}

static void draw_under(struct dc_buf *out, const struct dc_view *v, size_t *drawn)
{
	static const char *const styles[] = { [DC_TONE_QUIET] = "\033[2m",
		                              [DC_TONE_GOOD] = "\033[32m",
		                              [DC_TONE_WARNING] = "\033[33m",
		                              [DC_TONE_ERROR] = "\033[31m" };

	for (size_t i = 0; v->under && i < v->under->count; i++) {
		const struct dc_buf *text = &v->under->line[i].text;
		DC_AUTO(dc_rows_clear) struct dc_rows rows = { 0 };

		dc_wrap(&rows, dc_buf_str(text), text->len, text_width(v, 2));
		for (size_t k = 0; k < rows.count && k < 3; k++) {
			next_row(out, drawn);
			pad(out, 2);
			if (v->color)
				dc_buf_puts(out, styles[v->under->line[i].tone]);
			dc_text_show(out, dc_buf_str(text) + rows.at[k].from,
			             rows.at[k].to - rows.at[k].from, DC_SHOW_LINE);
			if (v->color)
				dc_buf_puts(out, "\033[0m");
			dc_buf_puts(out, "\033[K");
		}
	}
}

/* How many rows the lines under the input take, as draw_under() draws them. */
static size_t under_rows(const struct dc_view *v)
{
	size_t drawn = 0;
	DC_AUTO(dc_buf_clear) struct dc_buf nowhere = { 0 };

	draw_under(&nowhere, v, &drawn);
	return drawn;
}

/* The rows of the text that fit on the screen, around the cursor. */
static struct dc_span window(const struct layout *l, const struct dc_view *v)
{
	size_t taken = under_rows(v) + l->alone + 1;
	size_t room = v->lines > taken ? v->lines - taken : 1;
	size_t from = l->row >= room ? l->row - room + 1 : 0;
	size_t to = from + room < l->rows.count ? from + room : l->rows.count;

	return (struct dc_span){ from, to };
}

static void draw_text(struct dc_buf *out, const struct dc_view *v, const struct layout *l,
                      struct dc_span seen, size_t *drawn)
{
	if (l->alone) {
		next_row(out, drawn);
		dc_text_show(out, v->prompt, strlen(v->prompt), DC_SHOW_LINE);
		dc_buf_puts(out, "\033[K");
	}
	for (size_t i = seen.from; i < seen.to; i++) {
		next_row(out, drawn);
		if (!l->alone && i == seen.from)
			dc_text_show(out, v->prompt, strlen(v->prompt), DC_SHOW_LINE);
		else
			pad(out, l->indent);
		dc_text_show(out, v->text + l->rows.at[i].from,
		             l->rows.at[i].to - l->rows.at[i].from, DC_SHOW_LINE);
		dc_buf_puts(out, "\033[K");
	}
}

static void move_up(struct dc_buf *out, size_t rows)
{
	if (rows)
		dc_buf_printf(out, "\033[%zuA", rows);
}

void dc_frame_draw(struct dc_frame *f, struct dc_buf *out, const struct dc_view *v)
{
	DC_AUTO(layout_clear) struct layout l = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf block = { 0 };
	size_t drawn = 0;

	lay_out(&l, v);
	struct dc_span seen = window(&l, v);
	size_t cursor_row = l.row - seen.from + l.alone;

	draw_text(&block, v, &l, seen, &drawn);
	draw_under(&block, v, &drawn);
	dc_buf_puts(&block, "\033[J\r");
	move_up(&block, drawn - 1 - cursor_row);
	if (l.column)
		dc_buf_printf(&block, "\033[%zuC", l.column);
	if (block.len == f->last.len &&
	    !memcmp(dc_buf_str(&block), dc_buf_str(&f->last), block.len))
		return;
	dc_buf_putc(out, '\r');
	move_up(out, f->cursor_row);
	dc_buf_add(out, dc_buf_str(&block), block.len);
	f->cursor_row = cursor_row;
	dc_buf_reset(&f->last);
	dc_buf_add(&f->last, dc_buf_str(&block), block.len);
}

void dc_frame_erase(struct dc_frame *f, struct dc_buf *out)
{
	dc_buf_putc(out, '\r');
	move_up(out, f->cursor_row);
	dc_buf_puts(out, "\033[J");
	dc_frame_forget(f);
}

void dc_frame_leave(struct dc_frame *f, struct dc_buf *out, const struct dc_view *v)
{
	DC_AUTO(layout_clear) struct layout l = { 0 };
	size_t drawn = 0;

	lay_out(&l, v);
	dc_frame_erase(f, out);
	draw_text(out, v, &l, (struct dc_span){ 0, l.rows.count }, &drawn);
	dc_buf_puts(out, "\r\n");
}

size_t dc_frame_vertical(const struct dc_view *v, int by)
{
	DC_AUTO(layout_clear) struct layout l = { 0 };

	lay_out(&l, v);
	if (by < 0 ? l.row == 0 : l.row + 1 == l.rows.count)
		return v->len + 1;
	const struct dc_span *s = &l.rows.at[l.row + (size_t)by];
	size_t at = s->from;

	while (at < s->to && l.indent + dc_text_width(v->text + s->from, at - s->from) < l.column)
		at = dc_text_next(v->text, s->to, at);
	/* A row that was wrapped ends before its last blank, else the cursor would be on the next.
	 */
	return at == s->to && l.row + (size_t)by + 1 < l.rows.count &&
	                       l.rows.at[l.row + (size_t)by + 1].from == at && at > s->from
	               ? dc_text_prev(v->text, s->to, at)
	               : at;
}
