/* company.c - open addressing over one text buffer. */
#include "import/company.h"

#include <string.h>

#include <decorum/mem.h>

/* FNV-1a; the text is compared, so that a collision costs a look and nothing else. */
static uint64_t hash_of(const char *s)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * UINT64_C(0x100000001b3);
	return h;
}

static struct dc_import_company *find(const struct dc_import_companies *c, uint64_t hash,
                                      const char *key)
{
	size_t i = hash & (c->room - 1);

	while (c->slots[i].offset &&
	       (c->slots[i].hash != hash || strcmp(c->text.data + c->slots[i].offset, key) != 0))
		i = (i + 1) & (c->room - 1);
	return &c->slots[i];
}

static void grow(struct dc_import_companies *c)
{
	struct dc_import_companies old = *c;

	c->room = old.room ? old.room * 2 : 1024;
	c->slots = dc_alloc(c->room, sizeof(*c->slots));
	for (size_t i = 0; i < old.room; i++)
		if (old.slots[i].offset)
			*find(c, old.slots[i].hash,
			      c->text.data + old.slots[i].offset) = old.slots[i];
	dc_free(old.slots);
}

void dc_import_companies_put(struct dc_import_companies *c, const char *key, const char *company)
{
	uint64_t hash = hash_of(key);

	if (!*key || !*company)
		return;
	if (c->count * 2 >= c->room)
		grow(c);
	if (!c->text.len)
		dc_buf_putc(&c->text, '\0'); /* offset 0 marks a free slot */
	struct dc_import_company *slot = find(c, hash, key);

	c->count += !slot->offset;
	*slot = (struct dc_import_company){ hash, c->text.len };
	dc_buf_add(&c->text, key, strlen(key) + 1);
	dc_buf_add(&c->text, company, strlen(company) + 1);
}

const char *dc_import_companies_get(const struct dc_import_companies *c, const char *key)
{
	if (!c->room || !*key)
		return "";
	const struct dc_import_company *slot = find(c, hash_of(key), key);

	return slot->offset ? c->text.data + slot->offset + strlen(key) + 1 : "";
}

void dc_import_companies_clear(struct dc_import_companies *c)
{
	dc_free(c->slots);
	dc_buf_clear(&c->text);
	*c = (struct dc_import_companies){ 0 };
}
