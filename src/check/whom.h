/* whom.h - of whom a note speaks: the sender, the recipient, or both. */
#ifndef DC_CHECK_WHOM_H
#define DC_CHECK_WHOM_H

#include "check/rule.h"

/* How many words speak of the sender; 0 when they are few, or when one speaks of the recipient or
 * of both. */
size_t dc_whom_sender_only(const struct dc_case *c);
/* "Hiciste", "compartimos", "abbiamo": you or us, in the verb alone; "vamos" is said to anybody. */
bool dc_whom_in_verb(const struct dc_doc *doc, const struct dc_word *w);
/* "Usáis", "fizeste": you, and only you. */
bool dc_whom_yours_in_verb(const struct dc_doc *doc, const struct dc_word *w);

#endif
