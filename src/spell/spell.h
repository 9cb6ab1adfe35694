/* spell.h - what the files of spell/ share. */
#ifndef DC_SPELL_SPELL_H
#define DC_SPELL_SPELL_H

#include <decorum/spell.h>

#include "text/doc.h"

/* --- words.c: which words are asked about */

/* True for a word that a dictionary could know; `own` is folded, with a line end before and
 * behind each word. */
bool dc_spell_askable(const struct dc_doc *doc, size_t word, const char *own);
/* The user's words as dc_spell_askable() wants them. */
void dc_spell_own(struct dc_buf *out, const char *words, size_t len);

/* --- dictionary.c */

/* Appends the name of the dictionary for a language; false when there is none. */
bool dc_spell_dictionary(struct dc_buf *out, const struct dc_speller *s, enum dc_lang lang);

/* --- answer.c: what hunspell -a says, as ispell did */

struct dc_spell_answer {
	bool wrong;
	struct dc_span suggestion; /* bytes of what was said; empty: none */
	size_t suggestions;
};

/* One answer for each of `count` words that were asked one a line.  False when that is not
 * what was said: too little, too much, or something else. */
bool dc_spell_answers(struct dc_spell_answer *out, size_t count, const char *said, size_t len);

/* --- ask.c */

/* Runs the program, hands it `lines`, takes what it says until it ends.  False when it cannot
 * be started, is late or says too much; it is over in any case. */
bool dc_spell_ask(struct dc_buf *said, const struct dc_speller *s, const char *dictionary,
                  const char *lines, size_t len);

#endif
