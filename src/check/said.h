/* said.h - how much a note says that could not be said to anybody. */
#ifndef DC_CHECK_SAID_H
#define DC_CHECK_SAID_H

#include "check/rule.h"

/* Points for words that say something: an event, a text, a tool, a day.  What is left once
 * function words, the vocabulary of networking and of praise, the recipient's own data and
 * the sender's introduction are taken away is what the note says. */
unsigned dc_check_said(const struct dc_case *c);

enum {
	DC_SAID_REASON = 4, /* so many points, and the note has a reason */
	DC_SAID_LITTLE = 7, /* fewer, and it is a bare one */
	DC_SAID_MUCH = 11,  /* so many, and it is a rich one */
};

#endif
