/* match.h - matchers and wordings that several rules share. */
#ifndef DC_CHECK_MATCH_H
#define DC_CHECK_MATCH_H

#include "check/rule.h"

/* --- phrases
 *
 * A phrase is folded words with blanks between them; it matches within one sentence.
 *   word        that word               a|b|c     one of them
 *   impress*    a word that starts so   word?     may be missing
 *   _           any word                ...       up to four words
 * The first word is not `_` or `...`. */

/* The word behind the phrase when it starts at word i, else 0. */
size_t dc_check_phrase_at(const struct dc_doc *doc, size_t i, const char *phrase);
/* The bytes of words [from, end). */
struct dc_span dc_check_words_span(const struct dc_doc *doc, size_t from, size_t end);

/* --- the past */

/* The newest earlier request in that state, NULL when there is none. */
const struct dc_past *dc_check_past(const struct dc_dossier *d, enum dc_state state);

/* Advice and evidence for a request that came to nothing, behind the finding on it: to wait as
 * long as the user's limit says, counted from `since` (0: not known), after which it is only
 * worth knowing. */
void dc_check_came_to_nothing(struct dc_sink *sink, const struct dc_case *c,
                              const struct dc_past *p, int64_t since);

enum { DC_PHRASE_MAX = 80 };
/* Who says so: "you said so on 9 May 2026", "inferred on …", "seen on …". */
const char *dc_check_who(char out[DC_PHRASE_MAX], const struct dc_known *k);
/* "3 May 2026" or "an unknown day". */
const char *dc_check_day_of(char out[DC_TIME_MAX], int64_t moment);
/* "on 9 Nov 2026 at 14:05 UTC (in 3 hours)". */
const char *dc_check_moment(char out[DC_PHRASE_MAX], int64_t moment, int64_t now);
/* What to call the recipient: name, else "This person". */
const char *dc_check_name(const struct dc_dossier *d);
/* The same, but by first name when it is known for sure. */
const char *dc_check_first(const struct dc_dossier *d);

#endif
