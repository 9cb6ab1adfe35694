/* json.c - results as one JSON object with "v": 1, for programs. */
#include <string.h>

#include "out/view.h"

/* The object begins with its first member, so that a command that fails before it has
 * anything to tell leaves standard output empty. */
static struct dc_json_writer *writer(struct dc_out *o)
{
	if (!o->begun) {
		o->begun = true;
		dc_json_begin(&o->json, NULL, '{');
		dc_json_put_int(&o->json, "v", 1);
	}
	return &o->json;
}

static void put(struct dc_out *o, const char *key, const char *label, const struct dc_cell *value)
{
	char time[DC_TIME_MAX];

	(void)label;
	if (!key)
		return;
	struct dc_json_writer *w = writer(o);

	switch (value->kind) {
	case DC_CELL_NONE:
		dc_json_put_null(w, key);
		break;
	case DC_CELL_TEXT:
		dc_json_put_string(w, key, value->text);
		break;
	case DC_CELL_INT:
		dc_json_put_int(w, key, value->number);
		break;
	case DC_CELL_BOOL:
		dc_json_put_bool(w, key, value->number != 0);
		break;
	case DC_CELL_MOMENT:
	case DC_CELL_DAY:
		dc_json_put_string(w, key, dc_time_iso(time, value->number));
		break;
	}
}

static void body(struct dc_out *o, const char *key, const char *text, size_t len)
{
	if (key)
		dc_json_put_text(writer(o), key, text, len);
}

static void open(struct dc_out *o, const char *key, char bracket)
{
	dc_json_begin(writer(o), key, bracket);
}

static void close(struct dc_out *o, char bracket) { dc_json_end(writer(o), bracket); }
static void table(struct dc_out *o, const char *key) { dc_json_begin(writer(o), key, '['); }

static void row(struct dc_out *o, const struct dc_cell *cells)
{
	dc_json_begin(writer(o), NULL, '{');
	for (size_t i = 0; i < o->column_count; i++)
		put(o, o->columns[i].key, NULL, &cells[i]);
	dc_json_end(writer(o), '}');
}

static void table_end(struct dc_out *o) { dc_json_end(writer(o), ']'); }

static void report(struct dc_out *o, const char *key, const struct dc_checked *c)
{
	dc_json_begin(writer(o), key, '{');
	dc_report_json(writer(o), c);
	dc_json_end(writer(o), '}');
}

static void finish(struct dc_out *o)
{
	if (!o->begun)
		return;
	while (o->json.depth)
		dc_json_end(&o->json, '}');
	dc_buf_putc(&o->buf, '\n');
	o->begun = false;
}

const struct dc_view dc_view_json = {
	.put = put,
	.body = body,
	.open = open,
	.close = close,
	.table = table,
	.row = row,
	.table_end = table_end,
	.report = report,
	.finish = finish,
};
