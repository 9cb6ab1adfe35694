/* owner.h - whose export this is: no file says it outright. */
#ifndef DC_IMPORT_OWNER_H
#define DC_IMPORT_OWNER_H

#include <decorum/compiler.h>
#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise.  All keys and (folded) names under which the owner was seen. */
struct dc_import_owner {
	char **keys, **names;
	size_t key_count, name_count;
};

/* True when it is new; "" is no key and no name. */
bool dc_import_owner_add_key(struct dc_import_owner *o, const char *key);
bool dc_import_owner_add_name(struct dc_import_owner *o, const char *name);
bool dc_import_owner_has_key(const struct dc_import_owner *o, const char *key);
bool dc_import_owner_has_name(const struct dc_import_owner *o, const char *name);
void dc_import_owner_clear(struct dc_import_owner *o);
DC_DEFINE_CLEAR(struct dc_import_owner, dc_import_owner_clear)

#endif
