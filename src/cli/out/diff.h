/* diff.h - how a note differs from an earlier one, as people read it. */
#ifndef DC_CLI_OUT_DIFF_H
#define DC_CLI_OUT_DIFF_H

#include <decorum/buf.h>
#include <decorum/diff.h>
#include <stdbool.h>

/* How to read it, in its own signs. */
#define DC_OUT_DIFF_KEY "The two compared, as [-there-] {+here+} <personal>:"

/* Lines between `margin` and `width` (0: no edge) with a newline at their end.  Of what is the
 * same only the words beside a difference are shown. */
void dc_out_diff(struct dc_buf *out, const struct dc_diff_part *parts, size_t count, size_t margin,
                 size_t width, bool color);

#endif
