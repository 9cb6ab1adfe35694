/* name_split.h - a display name as words, without what decorates it. */
#ifndef DC_PERSON_NAME_SPLIT_H
#define DC_PERSON_NAME_SPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include <decorum/mem.h>

#include "text/letters.h"

enum { DC_NAME_WORDS_MAX = 16 };

struct dc_name_word {
	const char *text; /* as written */
	const char *key;  /* folded, without dots */
	size_t len;       /* of text, in bytes */
	size_t letters;
	enum dc_script script; /* of its first letter */
	bool mixed;            /* has letters of another script, too */
	bool upper, lower;     /* all letters that have cases are of this one */
	bool dotted;           /* has a full stop */
	bool initial;          /* "J.", "J", "J.R.R." */
	bool glued;            /* written to the next word: "J." of "J.Smith" */
	unsigned comma;        /* how many commas stand before it */
};

struct dc_name_words {
	struct dc_arena arena; /* owns all texts */
	struct dc_name_word word[DC_NAME_WORDS_MAX];
	size_t count;
	const char *nick; /* "" when there is none */
	bool doubtful;    /* something was left out that may matter */
	bool company;     /* a word says that this is no person */
};

/* Zero-initialise `out`; whatever the bytes of `text`, the words are clean UTF-8
 * without symbols, controls and invisible characters. */
void dc_name_split(struct dc_name_words *out, const char *text);
void dc_name_words_clear(struct dc_name_words *w);
DC_DEFINE_CLEAR(struct dc_name_words, dc_name_words_clear)

#endif
