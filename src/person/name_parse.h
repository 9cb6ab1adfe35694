/* name_parse.h - a name on its way from words to parts. */
#ifndef DC_PERSON_NAME_PARSE_H
#define DC_PERSON_NAME_PARSE_H

#include <decorum/buf.h>

#include "person/name_split.h"
#include "person/name_words.h"

/* What is known so far; all texts are in the arena of `words`. */
struct dc_name_parse {
	struct dc_name_words words;
	struct dc_name_word *w; /* the words of the name itself: n of them */
	size_t n;
	struct dc_name_word *family; /* a family name that stood before a comma */
	size_t family_n;
	size_t least;  /* words that must remain before "MA" is taken for a degree */
	bool titled;   /* "Dr." or "Frau", which go with a family name, stood in front */
	bool capitals; /* all of it is in capitals: they tell nothing */
	struct dc_buf credentials;
	const char *first, *last;
	bool doubtful;
};

static inline bool dc_name_in(const struct dc_name_word *w, enum dc_name_list list)
{
	return dc_name_is(list, w->key);
}

/* name_fringe.c: what stands before and behind a name. */
void dc_name_skip_titles(struct dc_name_parse *p);
/* Degrees at the end, without a comma. */
void dc_name_take_degrees(struct dc_name_parse *p);
/* Degrees behind the first comma; returns how many words stand before it. */
size_t dc_name_take_comma_degrees(struct dc_name_parse *p);
/* "Silva, Ana" is turned round; of "Ana Silva, MBA, Lisbon" only degrees are kept. */
void dc_name_settle_commas(struct dc_name_parse *p);

/* name_case.c: "ANA DE SILVA" and "ana de silva" become "Ana de Silva"; `family`: there
 * is no given name among the words. */
void dc_name_set_cases(struct dc_name_parse *p, struct dc_name_word *w, size_t n, bool family);
/* Initials run together, as people call themselves: "JP", "DJ". */
bool dc_name_is_short_form(const struct dc_name_word *w);

/* name_order.c: which words are the given name and which the family name. */
void dc_name_order(struct dc_name_parse *p);
/* The name that one of the given names w[from..to) is called by becomes p->first. */
void dc_name_set_given(struct dc_name_parse *p, size_t from, size_t to);
const char *dc_name_join(struct dc_name_parse *p, const struct dc_name_word *w, size_t n,
                         const char *by);

#endif
