/* greeting.h - the words that open a letter. */
#ifndef DC_TEXT_GREETING_H
#define DC_TEXT_GREETING_H

#include <stdbool.h>
#include <stddef.h>

/* What a word is for in a greeting; a bit each. */
enum {
	DC_GREETING_OPENS = 1,       /* "hi", "liebe" */
	DC_GREETING_ADDRESSES = 2,   /* that, and somebody has to follow: "dear" */
	DC_GREETING_FILLS = 4,       /* it names nobody: "there", "all", "dr" */
	DC_GREETING_TITLE = 8,       /* that, and a name follows: "dr", "herr" */
	DC_GREETING_SHORT = 16,      /* a full stop behind it ends nothing */
	DC_GREETING_CIVIL = 32,      /* where such a title stands the family name follows */
	DC_GREETING_NEEDS_NAME = 64, /* without one there is a hole behind it */
	DC_GREETING_HIM = 128,       /* said to a man: "herr" */
	DC_GREETING_HER = 256        /* said to a woman: "mrs", "dott.ssa" */
};

/* What the folded word is for, in one of the languages that decorum knows; 0: nothing. */
unsigned dc_greeting_word(const char *folded, size_t len);

/* The i-th of all such words, NULL behind the last. */
const char *dc_greeting_word_at(size_t i);

/* True when the folded word opens a greeting. */
bool dc_greeting_opens(const char *folded, size_t len);
/* True for what may stand in a greeting and names nobody: "there", "all", "dr", "Herr". */
bool dc_greeting_fills(const char *folded, size_t len);

#endif
