/* limits.h - the table of dated limits. */
#ifndef CONFIG_LIMITS_H
#define CONFIG_LIMITS_H

#include <decorum/settings.h>

struct dc_limit_row {
	const char *key; /* as in the file and on the command line */
	struct dc_limit fact;
	int64_t min, max; /* what an override may be */
};

extern const struct dc_limit_row dc_limit_rows[DC_LIMIT_COUNT];

#endif
