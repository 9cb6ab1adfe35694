/* rules.h - names of rules as users type them. */
#ifndef DC_CLI_RULES_H
#define DC_CLI_RULES_H

#include <decorum/check.h>

/* DC_NOTFOUND with the nearest rule; `origin` says where the name stands, or is NULL. */
int dc_no_such_rule(const char *id, const char *origin, struct dc_error *err);
/* Every rule that the settings name is there; DC_INVALID names file and line. */
int dc_rules_in_settings(const struct dc_settings *s, struct dc_error *err) DC_CHECKED;

#endif
