/* github.c - workflow commands, which GitHub shows beside the line. */
#include "format/format.h"

#include <string.h>

/* The commands' own escapes; in a property ':' and ',' have a meaning too. */
static void escaped(struct dc_buf *out, const char *text, bool property)
{
	for (; *text; text++)
		if (*text == '%' || *text == '\r' || *text == '\n' ||
		    (property && (*text == ':' || *text == ',')))
			dc_buf_printf(out, "%%%02X", (unsigned)(unsigned char)*text);
		else
			dc_buf_putc(out, *text);
}

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	static const char *const commands[] = { [DC_SEVERITY_INFO] = "notice",
		                                [DC_SEVERITY_WARNING] = "warning",
		                                [DC_SEVERITY_ERROR] = "error" };

	for (size_t i = 0; i < c->count; i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 }, file = { 0 };
		struct dc_place at = dc_format_place(c, c->findings[i]);

		dc_text_show(&file, dc_format_file(c), strlen(dc_format_file(c)), DC_SHOW_LINE);
		dc_format_message(&text, c->findings[i]);
		dc_buf_printf(f->out, "::%s file=", commands[c->findings[i]->severity]);
		escaped(f->out, dc_buf_str(&file), true);
		dc_buf_printf(f->out, ",line=%zu,col=%zu,title=%s::", at.line, at.column,
		              c->findings[i]->rule->id);
		escaped(f->out, dc_buf_str(&text), false);
		dc_buf_putc(f->out, '\n');
	}
}

const struct dc_format dc_format_github = {
	.id = "github",
	.summary = "workflow commands of GitHub Actions",
	.one = one,
};
