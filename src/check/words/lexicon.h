/* lexicon.h - words and phrases by what they mean, in six languages.
 *
 * lexicon/<area>.txt is data: under the name of each concept its phrases, languages side by
 * side, in the notation of match.h.  The build sorts them into one table.
 */
#ifndef DC_CHECK_WORDS_LEXICON_H
#define DC_CHECK_WORDS_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "text/doc.h"

enum dc_concept {
	DC_C_NONE,
#define CONCEPT(name) DC_C_##name,
#include "gen/concepts.inc"
#undef CONCEPT
	DC_CONCEPTS
};

/* Calls back for all that the words from word i on mean in one of the languages (a bit each);
 * `end` is the word behind the phrase, `langs` are those in which it means so.  A phrase does
 * not leave its sentence. */
typedef void dc_meaning_fn(void *data, enum dc_concept concept, size_t from, size_t end,
                           unsigned langs);
void dc_lexicon_look_up(const struct dc_doc *doc, size_t i, unsigned langs, dc_meaning_fn *fn,
                        void *data);

#endif
