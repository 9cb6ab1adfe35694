/* features.h - what the classifier sees of a note: its words and their neighbours, as numbers.
 *
 * A feature is a word, the start of one, or two of these that stand side by side.  It is known
 * by its slot only, a hash: two features may share one, which costs little when there are many
 * slots (K. Weinberger and others, "Feature Hashing for Large Scale Multitask Learning", 2009).
 */
#ifndef DC_CHECK_LEARNED_FEATURES_H
#define DC_CHECK_LEARNED_FEATURES_H

#include "text/doc.h"

enum {
	DC_SLOTS = 1 << 15,
	DC_FEATURES_MAX = 1536, /* what a longer note says more is not looked at */
};

struct dc_feature {
	uint16_t slot;
	uint16_t from, end; /* the words of the note that it is made of */
};

struct dc_features {
	size_t count;
	struct dc_feature list[DC_FEATURES_MAX]; /* no slot stands in it twice */
};

/* The features of a note, without its greeting.  The recipient's name and company are the same
 * to it whatever they are; so are all other names, and all numbers. */
void dc_features_of(struct dc_features *f, const struct dc_doc *note, const struct dc_doc *name,
                    const struct dc_doc *company);

#endif
