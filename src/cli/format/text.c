/* text.c - for people. */
#include "format/format.h"

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	if (f->many && !c->count)
		return;
	if (c->line)
		dc_buf_printf(f->out, "%sline %zu: ", f->found ? "\n" : "", c->line);
	dc_report_text(f->out, c, f->color, f->width);
}

const struct dc_format dc_format_text = {
	.id = "text",
	.summary = "for people",
	.keeps_passed_over = true,
	.one = one,
};
