/* format.c - the table of formats, made from the files in format/. */
#include "format/format.h"

#include <string.h>

#define ENTRY(id) extern const struct dc_format dc_format_##id;
#include "gen/formats.inc"
#undef ENTRY

static const struct dc_format *const formats[] = {
#define ENTRY(id) &dc_format_##id,
#include "gen/formats.inc"
#undef ENTRY
};

const struct dc_format *dc_format_at(size_t i) { return i < DC_COUNT(formats) ? formats[i] : NULL; }

const struct dc_format *dc_format_find(const char *id)
{
	for (size_t i = 0; i < DC_COUNT(formats); i++)
		if (!strcmp(formats[i]->id, id))
			return formats[i];
	return NULL;
}
