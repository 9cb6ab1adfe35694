/* checkstyle.c - the XML that Checkstyle made common. */
#include "format/format.h"

static void begin(struct dc_format_run *f)
{
	dc_buf_puts(f->out,
	            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
}

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	if (f->many && !c->count)
		return;
	dc_buf_puts(f->out, "<file name=\"");
	dc_format_xml(f->out, dc_format_file(c));
	dc_buf_puts(f->out, "\">\n");
	for (size_t i = 0; i < c->count; i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
		struct dc_place at = dc_format_place(c, c->findings[i]);

		dc_format_message(&text, c->findings[i]);
		dc_buf_printf(f->out,
		              "<error line=\"%zu\" column=\"%zu\" severity=\"%s\" message=\"",
		              at.line, at.column, dc_severity_name(c->findings[i]->severity));
		dc_format_xml(f->out, dc_buf_str(&text));
		dc_buf_printf(f->out, "\" source=\"decorum.%s\"/>\n", c->findings[i]->rule->id);
	}
	dc_buf_puts(f->out, "</file>\n");
}

static void end(struct dc_format_run *f) { dc_buf_puts(f->out, "</checkstyle>\n"); }

const struct dc_format dc_format_checkstyle = {
	.id = "checkstyle",
	.summary = "XML as Checkstyle writes it",
	.begin = begin,
	.one = one,
	.end = end,
};
