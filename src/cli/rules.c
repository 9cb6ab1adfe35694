/* rules.c - decorum's rules and the user's own behind one walk; names that are no rule. */
#include "rules.h"

#include <string.h>

static size_t bundled_count(void)
{
	size_t n = 0;

	while (dc_rule_at(n))
		n++;
	return n;
}

const struct dc_rule_info *dc_any_rule_at(const struct dc_settings *s, size_t i,
                                          struct dc_arena *arena)
{
	size_t n = bundled_count();

	return i < n ? dc_rule_at(i) : s ? dc_rule_own_at(s, i - n, arena) : NULL;
}

const struct dc_rule_info *dc_any_rule_find(const struct dc_settings *s, const char *id,
                                            struct dc_arena *arena)
{
	const struct dc_rule_info *r = dc_rule_find(id);

	for (size_t i = 0; !r && s && dc_settings_own_rule(s, i); i++)
		if (!strcmp(dc_settings_own_rule(s, i)->id, id))
			r = dc_rule_own_at(s, i, arena);
	return r;
}

bool dc_any_rule(const struct dc_settings *s, const char *id)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };

	return dc_any_rule_find(s, id, &arena) != NULL;
}

/* What a rule is called today that was called `id`, or NULL. */
static const char *renamed(const char *id)
{
	for (size_t i = 0; dc_rule_at(i); i++)
		if (dc_rule_at(i)->formerly && !strcmp(dc_rule_at(i)->formerly, id))
			return dc_rule_at(i)->id;
	return NULL;
}

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
	const char *now = renamed(id), *best = now ? now : nearest(id);
	const char *hint = now    ? "it is called '"
	                   : best ? "did you mean '"
	                          : "'decorum rules' lists them";

	return dc_fail(err, origin ? DC_INVALID : DC_NOTFOUND, "%s%sno rule '%.60s'; %s%s%s",
	               origin ? origin : "", origin ? ": " : "", id, hint, best ? best : "",
	               now    ? "' now"
	               : best ? "'?"
	                      : "");
}

int dc_rules_in_settings(const struct dc_settings *s, struct dc_error *err)
{
	static const char *const sections[] = { "rules.", "suppress." };
	const struct dc_own_rule *own;
	struct dc_setting row;

	for (size_t i = 0; (own = dc_settings_own_rule(s, i)); i++)
		if (dc_rule_find(own->id))
			return dc_fail(
				err, DC_INVALID,
				"%s: \"%.60s\" is a rule of decorum's; give yours another name",
				own->origin, own->id);
	for (size_t i = 0; dc_settings_at(s, i, &row); i++)
		for (size_t k = 0; k < DC_COUNT(sections); k++) {
			size_t len = strlen(sections[k]);

			if (!strncmp(row.key, sections[k], len) && !dc_any_rule(s, row.key + len))
				return dc_no_such_rule(row.key + len, row.origin, err);
		}
	return 0;
}
