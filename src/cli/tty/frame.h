/* frame.h - the block of the screen in which a line is typed: input, and what stands under it.
 *
 * Drawn by ourselves instead of by readline, because readline can show nothing under
 * its line, prints bidi and C1 controls raw, and measures emoji with wcwidth().
 * Everything is placed by relative moves from the block's first row, so what
 * stands above is never touched.
 */
#ifndef DC_CLI_TTY_FRAME_H
#define DC_CLI_TTY_FRAME_H

#include "prompter.h"

struct dc_view {
	const char *prompt;
	const char *text;
	size_t len, cursor;
	const struct dc_under *under; /* or NULL */
	size_t columns, lines;        /* of the terminal */
	bool color;
};

/* Zero-initialise. */
struct dc_frame {
	size_t cursor_row;  /* row of the cursor within the block */
	struct dc_buf last; /* what was drawn last */
};

void dc_frame_clear(struct dc_frame *f);
/* Appends what brings the screen from the last view to this one: nothing when it is the same. */
void dc_frame_draw(struct dc_frame *f, struct dc_buf *out, const struct dc_view *v);
/* Takes the block off the screen; the cursor stands where it began. */
void dc_frame_erase(struct dc_frame *f, struct dc_buf *out);
/* Leaves the input on the screen, without what is under it; the cursor is on a new row. */
void dc_frame_leave(struct dc_frame *f, struct dc_buf *out, const struct dc_view *v);
/* The next draw assumes nothing about the screen. */
void dc_frame_forget(struct dc_frame *f);

/* Where the cursor would be one screen row up or down (by = -1, 1); `len` + 1 when there is
 * no such row. */
size_t dc_frame_vertical(const struct dc_view *v, int by);

#endif
