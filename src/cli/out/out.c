/* out.c - the printer: hands each call to the view that was chosen, and writes. */
#include "out/out.h"

#include <errno.h>

#include "out/view.h"

/* Written out when this much waits. */
enum { ENOUGH = 64 * 1024 };

struct dc_out *dc_out_new(const struct dc_out_options *options)
{
	struct dc_out *o = dc_alloc(1, sizeof(*o));

	o->view = options->json ? &dc_view_json : &dc_view_text;
	o->to = options->to;
	o->color = options->color && !options->json;
	o->wrap = options->wrap;
	o->width = options->width;
	o->json.out = &o->buf;
	return o;
}

void dc_out_free(struct dc_out *o)
{
	if (!o)
		return;
	dc_buf_clear(&o->buf);
	dc_arena_clear(&o->cells);
	dc_free(o->shown);
	dc_free(o);
}

static void write_out(struct dc_out *o)
{
	if (o->buf.len && !o->failed && fwrite(o->buf.data, 1, o->buf.len, o->to) != o->buf.len) {
		o->failed = true;
		o->why = errno;
	}
	dc_buf_reset(&o->buf);
}

static void flush(struct dc_out *o)
{
	write_out(o);
	if (!o->failed && fflush(o->to)) {
		o->failed = true;
		o->why = errno;
	}
}

static void settle(struct dc_out *o)
{
	if (o->buf.len > ENOUGH)
		write_out(o);
}

bool dc_out_finish(struct dc_out *o)
{
	if (o->view->finish)
		o->view->finish(o);
	flush(o);
	errno = o->why;
	return !o->failed;
}

void dc_out_flush(struct dc_out *o)
{
	if (o)
		flush(o);
}

static void DC_PRINTF(3, 0) say(struct dc_out *o, bool head, const char *fmt, va_list ap)
{
	DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };

	if (!o->view->say)
		return;
	dc_buf_vprintf(&line, fmt, ap);
	o->view->say(o, dc_buf_str(&line), head);
	settle(o);
}

void dc_out_say(struct dc_out *o, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(o, false, fmt, ap);
	va_end(ap);
}

void dc_out_head(struct dc_out *o, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(o, true, fmt, ap);
	va_end(ap);
}

void dc_out_prose(struct dc_out *o, const char *text)
{
	if (o->view->prose)
		o->view->prose(o, text);
	settle(o);
}

void dc_out_put(struct dc_out *o, const char *key, const char *label, struct dc_cell value)
{
	o->view->put(o, key, label, &value);
	settle(o);
}

void dc_out_body(struct dc_out *o, const char *key, const char *text, size_t len)
{
	o->view->body(o, key, text, len);
	settle(o);
}

void dc_out_open(struct dc_out *o, const char *key, char open)
{
	if (o->view->open)
		o->view->open(o, key, open);
}

void dc_out_close(struct dc_out *o, char close)
{
	if (o->view->close)
		o->view->close(o, close);
}

void dc_out_table(struct dc_out *o, const char *key, const struct dc_column *columns, size_t count)
{
	o->columns = columns;
	o->column_count = count;
	if (o->view->table)
		o->view->table(o, key);
}

void dc_out_row(struct dc_out *o, const struct dc_cell *cells)
{
	o->view->row(o, cells);
	settle(o);
}

void dc_out_table_end(struct dc_out *o)
{
	o->view->table_end(o);
	o->columns = NULL;
	o->column_count = 0;
}

void dc_out_report(struct dc_out *o, const char *key, const struct dc_report *r, const char *note,
                   size_t len)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_checked checked;

	dc_checked_all(&checked, r, note, len, &arena);
	o->view->report(o, key, &checked);
	settle(o);
}

struct dc_buf *dc_out_raw(struct dc_out *o)
{
	settle(o);
	return &o->buf;
}

bool dc_out_color(const struct dc_out *o) { return o->color; }
size_t dc_out_width(const struct dc_out *o) { return o->width; }
