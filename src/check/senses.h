/* senses.h - what a note says, as concepts.
 *
 * A list of phrases knows only what somebody has written before.  So the words of a note are
 * looked up once, in the lexicon, and give concepts: MEETING for "coffee" and "Telefonat", ASK
 * for "could we" and "hätten Sie".
 */
#ifndef DC_CHECK_SENSES_H
#define DC_CHECK_SENSES_H

#include "check/words/generic.h"
#include "check/words/lexicon.h"

/* A concept, and where. */
struct dc_sense {
	uint16_t from, end; /* words */
	uint16_t next;      /* the next one of that concept; 0: none */
	uint8_t concept;
};

struct dc_senses {
	const struct dc_doc *doc;
	uint16_t first[DC_CONCEPTS]; /* in the order of the text; 0: none */
	struct dc_sense *senses;     /* the one at 0 is none */
	size_t count, cap;
	struct dc_marks quoted; /* the words of somebody else, or a title: they have no sense */
	unsigned said;          /* see said.h; filled in by whoever has the case */
};

void dc_senses_init(struct dc_senses *s, const struct dc_doc *doc, const struct dc_doc *company);
void dc_senses_clear(struct dc_senses *s);
DC_DEFINE_CLEAR(struct dc_senses, dc_senses_clear)

/* The first place of a concept; then the next one, NULL behind the last. */
const struct dc_sense *dc_senses_of(const struct dc_senses *s, enum dc_concept concept);
const struct dc_sense *dc_senses_next(const struct dc_senses *s, const struct dc_sense *sense);
size_t dc_senses_count(const struct dc_senses *s, enum dc_concept concept);
/* False when the note does not say it; `at` is the first place where it does. */
bool dc_senses_at(const struct dc_senses *s, enum dc_concept concept, struct dc_span *at);
/* Marks the words of a concept. */
void dc_senses_mark(const struct dc_senses *s, enum dc_concept concept, struct dc_marks *m);

#endif
