/* text.c - for people. */
#include "format/format.h"

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	if (f->many && !c->count)
		return;
	if (f->many)
		dc_buf_printf(f->out, "%sline %zu%s", f->found ? "\n" : "", c->line,
		              *dc_checked_whom(c) ? ": " : "\n\n");
	dc_report_text(f->out, c, f->color, f->width);
}

static void end(struct dc_format_run *f)
{
	if (f->many)
		dc_buf_printf(f->out, "%s%zu row%s checked, %zu finding%s\n", f->found ? "\n" : "",
		              f->checked, f->checked == 1 ? "" : "s", f->found,
		              f->found == 1 ? "" : "s");
}

const struct dc_format dc_format_text = {
	.id = "text",
	.summary = "for people",
	.keeps_passed_over = true,
	.one = one,
	.end = end,
};
