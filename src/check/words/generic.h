/* generic.h - the vocabulary of networking: words that say nothing about anybody. */
#ifndef DC_CHECK_WORDS_GENERIC_H
#define DC_CHECK_WORDS_GENERIC_H

#include <stddef.h>

#include "text/doc.h"

/* One bit per word of a note; more words than that are not looked at. */
enum { DC_MARKS_MAX = 1024 };
struct dc_marks {
	unsigned char bit[DC_MARKS_MAX / 8];
};

void dc_marks_set(struct dc_marks *m, size_t i);
bool dc_marks_has(const struct dc_marks *m, size_t i);

/* Marks the words of the note that are in a list with a blank on both sides of each.  A word
 * of the list that ends in "*" stands for all that start so. */
void dc_marks_list(struct dc_marks *m, const struct dc_doc *doc, const char *list);

/* Marks the words that a language uses for networking in general: "connect", "expand",
 * "professional". */
void dc_generic_mark(struct dc_marks *m, const struct dc_doc *doc, enum dc_lang l);

#endif
