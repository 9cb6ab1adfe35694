/* few.c - a handful of numbers of requests. */
#include "few.h"

#include <decorum/mem.h>

bool dc_few_has(const struct dc_few *s, int64_t id)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->at[i] == id)
			return true;
	return false;
}

void dc_few_add(struct dc_few *s, int64_t id)
{
	if (dc_few_has(s, id))
		return;
	s->at = dc_grow(s->at, s->count + 1, sizeof(*s->at));
	s->at[s->count++] = id;
}

void dc_few_remove(struct dc_few *s, int64_t id)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->count; i++)
		if (s->at[i] != id)
			s->at[kept++] = s->at[i];
	s->count = kept;
}

void dc_few_clear(struct dc_few *s)
{
	dc_free(s->at);
	*s = (struct dc_few){ 0 };
}
