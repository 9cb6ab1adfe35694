/* name_words.h - the words in and around names that mean something. */
#ifndef DC_PERSON_NAME_WORDS_H
#define DC_PERSON_NAME_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum dc_name_list {
	DC_NAME_TITLE,        /* "dr", "frau": before a name */
	DC_NAME_TITLE_DOTTED, /* "ing": only with its dot, since it is a name too */
	DC_NAME_TITLE_MORE,   /* "med", "nat": only behind another title */
	DC_NAME_HONOUR,       /* "sir": followed by the given name when one word follows */
	DC_NAME_DEGREE,       /* "phd", "cfa": behind a name, in any spelling */
	DC_NAME_DEGREE_CAPS,  /* "ma": only in capitals, or behind a comma */
	DC_NAME_PARTICLE,     /* "van", "de": begins a family name */
	DC_NAME_DOUBLE,       /* "marie", "luis": often the second half of a given name */
	DC_NAME_SERVANT,      /* "abdul", "abu": no name without the word behind it */
	DC_NAME_BORN,         /* "née": what follows is another name */
	DC_NAME_PITCH,        /* "hiring", "ceo": somebody sells; the name ends before it */
	DC_NAME_COMPANY,      /* "gmbh", "agency": not a person at all */
	DC_NAME_HU_FAMILY,
	DC_NAME_HU_GIVEN,
	DC_NAME_VI_FAMILY,
	DC_NAME_EAST_FAMILY, /* Chinese and Korean family names in Latin letters */
	DC_NAME_ES_FAMILY,   /* Spanish and Portuguese family names, for double ones */
	DC_NAME_LIST_COUNT
};

/* `word` is folded (dc_text_fold) and has no dots. */
bool dc_name_is(enum dc_name_list list, const char *word);

/* East Asian family names as written there; `text` is the beginning of a name. */
bool dc_name_zh_compound(const char *text, size_t len); /* two characters, such as 欧阳 */
bool dc_name_zh_single(uint32_t c);
bool dc_name_ja_family(const char *text, size_t len);
bool dc_name_ko_compound(const char *text, size_t len);
bool dc_name_ko_single(uint32_t c);

#endif
