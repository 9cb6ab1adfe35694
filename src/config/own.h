/* own.h - rules of the user's own, gathered key by key from sections [rule "id"]. */
#ifndef DC_CONFIG_OWN_H
#define DC_CONFIG_OWN_H

#include <decorum/mem.h>
#include <decorum/settings.h>

struct dc_own_rules {
	struct dc_own_rule **items;
	size_t count;
	struct dc_arena arena; /* owns what the items hold, but for the compiled patterns */
};

/* True when `key` belongs to a rule of the user's own: rule "id".name */
bool dc_own_is_key(const char *key);
int dc_own_set(struct dc_own_rules *all, const char *key, const char *value, const char *origin,
               struct dc_error *err) DC_CHECKED;
/* Every rule says what it looks for and what it tells; DC_INVALID names the one that does not. */
int dc_own_complete(const struct dc_own_rules *all, struct dc_error *err) DC_CHECKED;
void dc_own_clear(struct dc_own_rules *all);

#endif
