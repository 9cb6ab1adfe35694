/* jsonl.c - one object a line, one line a finding: for streams. */
#include "format/format.h"

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	for (size_t i = 0; i < c->count; i++) {
		struct dc_json_writer w = { .out = f->out };

		dc_json_begin(&w, NULL, '{');
		dc_json_put_int(&w, "v", 1);
		if (c->file)
			dc_json_put_string(&w, "file", c->file);
		if (c->line)
			dc_json_put_int(&w, "line", (int64_t)c->line);
		dc_json_put_string(&w, "key",
		                   *c->report->dossier.key ? c->report->dossier.key : NULL);
		dc_finding_json(&w, c->findings[i]);
		dc_json_end(&w, '}');
		dc_buf_putc(f->out, '\n');
	}
}

const struct dc_format dc_format_jsonl = {
	.id = "jsonl",
	.summary = "one object a line for each finding",
	.keeps_passed_over = true,
	.one = one,
};
