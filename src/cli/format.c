/* format.c - the table of formats, made from the files in format/. */
#include "format/format.h"

#include <string.h>

#define ENTRY(id) extern const struct dc_format dc_format_##id;
#include "gen/formats.inc"
#undef ENTRY

static const struct dc_format *const formats[] = {
#define ENTRY(id) &dc_format_##id,
#include "gen/formats.inc"
#undef ENTRY
};

const struct dc_format *dc_format_at(size_t i) { return i < DC_COUNT(formats) ? formats[i] : NULL; }

const struct dc_format *dc_format_find(const char *id)
{
	for (size_t i = 0; i < DC_COUNT(formats); i++)
		if (!strcmp(formats[i]->id, id))
			return formats[i];
	return NULL;
}

const char *dc_format_file(const struct dc_checked *c)
{
	return c->file && strcmp(c->file, "-") ? c->file : "note";
}

struct dc_place dc_format_place(const struct dc_checked *c, const struct dc_finding *f)
{
	return dc_note_place(c, f->has_span ? f->span.from : 0);
}

void dc_format_message(struct dc_buf *out, const struct dc_finding *f)
{
	dc_text_show(out, f->message, strlen(f->message), DC_SHOW_LINE);
	if (f->advice && *f->advice) {
		dc_buf_putc(out, ' ');
		dc_text_show(out, f->advice, strlen(f->advice), DC_SHOW_LINE);
	}
}

void dc_format_xml(struct dc_buf *out, const char *text)
{
	DC_AUTO(dc_buf_clear) struct dc_buf safe = { 0 };

	dc_text_show(&safe, text, strlen(text), DC_SHOW_LINE);
	for (const char *p = dc_buf_str(&safe); *p; p++)
		switch (*p) {
		case '&':
			dc_buf_puts(out, "&amp;");
			break;
		case '<':
			dc_buf_puts(out, "&lt;");
			break;
		case '>':
			dc_buf_puts(out, "&gt;");
			break;
		case '"':
			dc_buf_puts(out, "&quot;");
			break;
		default:
			dc_buf_putc(out, *p);
		}
}
