/* labelled.h - notes with the rules that a careful reader would want to speak up.
 *
 * A file has a note a line, four columns with tabs between: labels (rule ids with commas, or
 * "clean"), the recipient's name, their company, the note, in which \n is a line break.
 */
#ifndef DC_CHECK_LEARNED_LABELLED_H
#define DC_CHECK_LEARNED_LABELLED_H

#include <stdbool.h>
#include <stddef.h>

struct dc_labelled {
	const char *path; /* where it stands */
	size_t line;
	const char *labels, *name, *company, *note;
};

/* True when the note has that label. */
bool dc_labelled_has(const struct dc_labelled *n, const char *label);

typedef void dc_labelled_fn(void *data, const struct dc_labelled *note);

/* Calls back for each note of a file; strings live as long as the call.  0, or -1 when the file
 * can't be read or a line is not as it should be, said on stderr. */
int dc_labelled_read(const char *path, dc_labelled_fn *fn, void *data);

#endif
