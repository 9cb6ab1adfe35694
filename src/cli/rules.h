/* rules.h - the rules there are, the user's own included, and names that users type. */
#ifndef DC_CLI_RULES_H
#define DC_CLI_RULES_H

#include <decorum/check.h>

/* decorum's rules, then the user's own (settings may be NULL): NULL past the end.  Lives in the
 * arena or for good. */
const struct dc_rule_info *dc_any_rule_at(const struct dc_settings *s, size_t i,
                                          struct dc_arena *arena);
const struct dc_rule_info *dc_any_rule_find(const struct dc_settings *s, const char *id,
                                            struct dc_arena *arena);
bool dc_any_rule(const struct dc_settings *s, const char *id);

/* DC_NOTFOUND with the nearest rule; `origin` says where the name stands, or is NULL. */
int dc_no_such_rule(const char *id, const char *origin, struct dc_error *err);
/* Every rule that the settings name is there, and no rule of the user's own hides one of
 * decorum's; DC_INVALID names file and line. */
int dc_rules_in_settings(const struct dc_settings *s, struct dc_error *err) DC_CHECKED;

#endif
