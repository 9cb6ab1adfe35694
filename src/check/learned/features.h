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
	DC_SLOTS = 1 << 16,
	DC_FEATURES_MAX = 768, /* what a longer note says more is not looked at */
	DC_FEATURES_TABLE = 1024,
	DC_FORMS = 3, /* of a word: all of it, and two starts */
};

struct dc_feature {
	uint16_t slot;
	uint16_t from, end; /* the words of the note that it is made of */
};

struct dc_features {
	size_t count;
	struct dc_feature list[DC_FEATURES_MAX]; /* no slot stands in it twice */
	uint16_t table[DC_FEATURES_TABLE]; /* where a slot stands in the list, from 1; 0: nothing */
};

/* The features of a note, without its greeting.  The recipient's name and company are the same
 * to it whatever they are; so are all other names, and all numbers. */
void dc_features_of(struct dc_features *f, const struct dc_doc *note, const struct dc_doc *name,
                    const struct dc_doc *company);

/* --- for who makes features of their own */

void dc_features_clear(struct dc_features *f);
/* Adds one by its hash, if it is not there. */
void dc_features_add(struct dc_features *f, uint32_t hash, size_t from, size_t end);
/* Hashes of word i in its forms. */
void dc_features_word(uint32_t form[DC_FORMS], const struct dc_doc *note, size_t i,
                      const struct dc_doc *name, const struct dc_doc *company);
/* The hash of two things in that order. */
uint32_t dc_features_pair(uint32_t a, uint32_t b);
uint32_t dc_features_hash(const char *s);

#endif
