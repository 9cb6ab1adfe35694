/* junit.c - each note a test suite, each finding a failed case: for build servers. */
#include "format/format.h"

static void begin(struct dc_format_run *f)
{
	dc_buf_puts(f->out,
	            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"decorum\">\n");
}

static void put_case(struct dc_format_run *f, const struct dc_checked *c,
                     const struct dc_finding *finding)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	struct dc_place at = dc_format_place(c, finding);

	dc_format_message(&text, finding);
	dc_buf_printf(
		f->out,
		"<testcase name=\"%s\" classname=\"decorum.%s\"><failure type=\"%s\" message=\"",
		finding->rule->id, dc_group_name(finding->rule->group),
		dc_severity_name(finding->severity));
	dc_format_xml(f->out, dc_buf_str(&text));
	dc_buf_puts(f->out, "\">");
	dc_format_xml(f->out, dc_format_file(c));
	dc_buf_printf(f->out, ":%zu:%zu</failure></testcase>\n", at.line, at.column);
}

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	const char *whom = dc_checked_whom(c);

	dc_buf_puts(f->out, "<testsuite name=\"");
	dc_format_xml(f->out, *whom ? whom : dc_format_file(c));
	dc_buf_printf(f->out,
	              "\" tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"0\" time=\"0\">\n",
	              c->count ? c->count : 1, c->count);
	if (!c->count)
		dc_buf_puts(f->out, "<testcase name=\"all rules\" classname=\"decorum\"/>\n");
	for (size_t i = 0; i < c->count; i++)
		put_case(f, c, c->findings[i]);
	dc_buf_puts(f->out, "</testsuite>\n");
}

static void end(struct dc_format_run *f) { dc_buf_puts(f->out, "</testsuites>\n"); }

const struct dc_format dc_format_junit = {
	.id = "junit",
	.summary = "XML as JUnit writes it",
	.begin = begin,
	.one = one,
	.end = end,
};
