/* wrap.c - columns are those of the terminal: wide letters take two, marks take none. */
#include "out/wrap.h"

#include <string.h>

#include <decorum/text.h>

void dc_out_spaces(struct dc_buf *out, size_t n)
{
	while (n--)
		dc_buf_putc(out, ' ');
}

size_t dc_out_before_word(struct dc_buf *out, size_t wide, size_t margin, size_t column,
                          size_t width)
{
	if (column <= margin)
		return column;
	if (width && column + 1 + wide > width) {
		dc_buf_putc(out, '\n');
		dc_out_spaces(out, margin);
		return margin;
	}
	dc_buf_putc(out, ' ');
	return column + 1;
}

size_t dc_out_wrap(struct dc_buf *out, const char *safe, size_t margin, size_t column, size_t width)
{
	for (const char *word = safe; *word;) {
		size_t len = strcspn(word, " "), wide = dc_text_width(word, len);

		column = dc_out_before_word(out, wide, margin, column, width) + wide;
		dc_buf_add(out, word, len);
		word += len + strspn(word + len, " ");
	}
	return column;
}
