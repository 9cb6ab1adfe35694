/* wrap.h - words that fit between a margin and the edge. */
#ifndef DC_CLI_OUT_WRAP_H
#define DC_CLI_OUT_WRAP_H

#include <decorum/buf.h>

/* Appends text that has been neutralised and is one line, as words between `margin` and `width`
 * (0: no edge).  `column` is where the cursor stands; answers where it stands then.  No newline
 * at the end. */
size_t dc_out_wrap(struct dc_buf *out, const char *safe, size_t margin, size_t column,
                   size_t width);
/* Appends what parts a word of so many columns from the one before: a blank, or a new line where it
 * would not fit; nothing at the margin.  Answers the column that the word begins in. */
size_t dc_out_before_word(struct dc_buf *out, size_t wide, size_t margin, size_t column,
                          size_t width);
void dc_out_spaces(struct dc_buf *out, size_t n);

#endif
