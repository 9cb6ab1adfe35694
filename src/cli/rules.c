/* rules.c - a name that is no rule: say which one was meant. */
#include "rules.h"

#include <string.h>

static const char *nearest(const char *id)
{
	const char *best = NULL;
	size_t least = 4;

	for (size_t i = 0; dc_rule_at(i); i++) {
		size_t d = dc_text_distance(id, dc_rule_at(i)->id, 3);

		if (d < least) {
			least = d;
			best = dc_rule_at(i)->id;
		}
	}
	return best;
}

int dc_no_such_rule(const char *id, const char *origin, struct dc_error *err)
{
	const char *best = nearest(id);

	return dc_fail(err, origin ? DC_INVALID : DC_NOTFOUND, "%s%sno rule '%.60s'; %s%s%s",
	               origin ? origin : "", origin ? ": " : "", id,
	               best ? "did you mean '" : "'decorum rules' lists them", best ? best : "",
	               best ? "'?" : "");
}

int dc_rules_in_settings(const struct dc_settings *s, struct dc_error *err)
{
	static const char *const sections[] = { "rules.", "suppress." };
	struct dc_setting row;

	for (size_t i = 0; dc_settings_at(s, i, &row); i++)
		for (size_t k = 0; k < DC_COUNT(sections); k++) {
			size_t len = strlen(sections[k]);

			if (!strncmp(row.key, sections[k], len) && !dc_rule_find(row.key + len))
				return dc_no_such_rule(row.key + len, row.origin, err);
		}
	return 0;
}
