/* editor.h - a text in the user's own editor and back, byte for byte. */
#ifndef DC_CLI_TTY_EDITOR_H
#define DC_CLI_TTY_EDITOR_H

#include <decorum/buf.h>
#include <decorum/error.h>

struct dc_editor {
	const char *command; /* $VISUAL or $EDITOR: a program, perhaps with arguments; "": a usual
	                        one */
	const char *folder;  /* where the file is made, 0600; exists */
	/* Called at most once a second with what was saved while the editor runs; may be NULL. */
	void (*saved)(void *data, const char *text, size_t len);
	void *data;
};

/* Replaces the text by what the editor left.  The program gets the file as its last argument;
 * no shell is involved.  A newline that editors add at the very end is taken off again when
 * the text had none.  A hang-up ends the wait with what was saved so far (see signals.h).
 * DC_SYSTEM: the editor could not be started or failed; the text is as it was.  DC_INVALID:
 * what came back is no text; it stays in the file that `err` names. */
int dc_editor_run(const struct dc_editor *e, struct dc_buf *text, struct dc_error *err) DC_CHECKED;

#endif
