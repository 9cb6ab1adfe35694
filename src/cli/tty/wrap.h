/* wrap.h - text into rows of a width, at blanks where there are any, never inside a letter. */
#ifndef DC_CLI_TTY_WRAP_H
#define DC_CLI_TTY_WRAP_H

#include <decorum/mem.h>
#include <decorum/text.h>

/* Bytes of the text that stand in one row; a newline belongs to no row. */
struct dc_rows {
	struct dc_span *at;
	size_t count;
};

void dc_rows_clear(struct dc_rows *r);
DC_DEFINE_CLEAR(struct dc_rows, dc_rows_clear)

/* Widths are those of dc_text_show(); at least one row comes out, for an empty text too. */
void dc_wrap(struct dc_rows *r, const char *text, size_t len, size_t width);

/* Appends foreign text, neutralised, in rows that begin with `indent` blanks and fit into
 * `columns`; each ends with a newline. */
void dc_wrap_show(struct dc_buf *out, const char *text, size_t len, size_t indent, size_t columns);

#endif
