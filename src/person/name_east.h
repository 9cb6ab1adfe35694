/* name_east.h - names in Chinese, Japanese and Korean script: the family name first. */
#ifndef DC_PERSON_NAME_EAST_H
#define DC_PERSON_NAME_EAST_H

#include "person/name_split.h"

struct dc_name_guess {
	const char *first, *last; /* in the arena; "" when not found */
	bool doubtful;
};

bool dc_name_is_east(const struct dc_name_word *w);
/* `w` are n > 0 words in those scripts. */
struct dc_name_guess dc_name_east(struct dc_arena *arena, const struct dc_name_word *w, size_t n);

#endif
