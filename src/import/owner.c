/* owner.c - a handful of keys and names; lists are long enough for that. */
#include "import/owner.h"

#include <string.h>

#include <decorum/buf.h>
#include <decorum/mem.h>
#include <decorum/text.h>

static bool has(char *const *all, size_t count, const char *s)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(all[i], s))
			return true;
	return false;
}

static bool add(char ***all, size_t *count, const char *s)
{
	if (!*s || has(*all, *count, s))
		return false;
	*all = dc_grow(*all, *count + 1, sizeof(**all));
	(*all)[(*count)++] = dc_strdup(s);
	return true;
}

bool dc_import_owner_add_key(struct dc_import_owner *o, const char *key)
{
	return add(&o->keys, &o->key_count, key);
}

bool dc_import_owner_add_name(struct dc_import_owner *o, const char *name)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };

	dc_text_fold(&folded, name, strlen(name));
	return add(&o->names, &o->name_count, dc_buf_str(&folded));
}

bool dc_import_owner_has_key(const struct dc_import_owner *o, const char *key)
{
	return has(o->keys, o->key_count, key);
}

bool dc_import_owner_has_name(const struct dc_import_owner *o, const char *name)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };

	dc_text_fold(&folded, name, strlen(name));
	return has(o->names, o->name_count, dc_buf_str(&folded));
}

static void clear(char **all, size_t count)
{
	for (size_t i = 0; i < count; i++)
		dc_free(all[i]);
	dc_free(all);
}

void dc_import_owner_clear(struct dc_import_owner *o)
{
	clear(o->keys, o->key_count);
	clear(o->names, o->name_count);
	*o = (struct dc_import_owner){ 0 };
}
