/* json.c - one object; with many rows, one object with a list of them. */
#include "format/format.h"

static void begin(struct dc_format_run *f)
{
	dc_json_begin(&f->json, NULL, '{');
	dc_json_put_int(&f->json, "v", 1);
	if (f->many)
		dc_json_begin(&f->json, "rows", '[');
}

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	if (f->many) {
		dc_json_begin(&f->json, NULL, '{');
		dc_json_put_int(&f->json, "line", (int64_t)c->line);
	}
	dc_report_json(&f->json, c);
	if (f->many)
		dc_json_end(&f->json, '}');
}

static void end(struct dc_format_run *f)
{
	if (f->many)
		dc_json_end(&f->json, ']');
	dc_json_end(&f->json, '}');
	dc_buf_putc(f->out, '\n');
}

const struct dc_format dc_format_json = {
	.id = "json",
	.summary = "one object, \"v\": 1",
	.keeps_passed_over = true,
	.begin = begin,
	.one = one,
	.end = end,
};
