/* gcc.c - file:line:column: severity: message [rule], which editors jump to. */
#include "format/format.h"

#include <string.h>

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	static const char *const severities[] = { [DC_SEVERITY_INFO] = "note",
		                                  [DC_SEVERITY_WARNING] = "warning",
		                                  [DC_SEVERITY_ERROR] = "error" };
	const char *file = dc_format_file(c);

	for (size_t i = 0; i < c->count; i++) {
		struct dc_place at = dc_format_place(c, c->findings[i]);

		dc_text_show(f->out, file, strlen(file), DC_SHOW_LINE);
		dc_buf_printf(f->out, ":%zu:%zu: %s: ", at.line, at.column,
		              severities[c->findings[i]->severity]);
		dc_format_message(f->out, c->findings[i]);
		dc_buf_printf(f->out, " [%s]\n", c->findings[i]->rule->id);
	}
}

const struct dc_format dc_format_gcc = {
	.id = "gcc",
	.summary = "file:line:column: severity: message [rule]",
	.one = one,
};
