/* tap.c - each note one test of the Test Anything Protocol, findings as its YAML block. */
#include "format/format.h"

#include <string.h>

static void begin(struct dc_format_run *f) { dc_buf_puts(f->out, "TAP version 13\n"); }

/* '#' would begin a directive, a backslash escapes. */
static void description(struct dc_buf *out, const char *text)
{
	DC_AUTO(dc_buf_clear) struct dc_buf safe = { 0 };

	dc_text_show(&safe, text, strlen(text), DC_SHOW_LINE);
	for (const char *p = dc_buf_str(&safe); *p; p++) {
		if (*p == '#' || *p == '\\')
			dc_buf_putc(out, '\\');
		dc_buf_putc(out, *p);
	}
}

/* A JSON string is a YAML string. */
static void quoted(struct dc_buf *out, const char *text, size_t len)
{
	struct dc_json_writer w = { .out = out };

	dc_json_put_text(&w, NULL, text, len);
}

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	const char *whom = dc_checked_whom(c);

	dc_buf_printf(f->out, "%s %zu - ", c->failed ? "not ok" : "ok", f->checked + 1);
	if (f->many)
		dc_buf_printf(f->out, "line %zu: ", c->line);
	description(f->out, *whom ? whom : dc_format_file(c));
	dc_buf_putc(f->out, '\n');
	if (!c->count)
		return;
	dc_buf_puts(f->out, "  ---\n  findings:\n");
	for (size_t i = 0; i < c->count; i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
		struct dc_place at = dc_format_place(c, c->findings[i]);

		dc_format_message(&text, c->findings[i]);
		dc_buf_printf(
			f->out,
			"    - rule: %s\n      severity: %s\n      line: %zu\n      column: %zu\n",
			c->findings[i]->rule->id, dc_severity_name(c->findings[i]->severity),
			at.line, at.column);
		dc_buf_puts(f->out, "      message: ");
		quoted(f->out, dc_buf_str(&text), text.len);
		dc_buf_putc(f->out, '\n');
	}
	dc_buf_puts(f->out, "  ...\n");
}

static void end(struct dc_format_run *f) { dc_buf_printf(f->out, "1..%zu\n", f->checked); }

const struct dc_format dc_format_tap = {
	.id = "tap",
	.summary = "Test Anything Protocol, version 13",
	.begin = begin,
	.one = one,
	.end = end,
};
