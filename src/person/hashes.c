/* hashes.c - what somebody can be looked up by who may be somebody else on file: the whole name in
 * any order; the whole name with the beginning of the company, so that a slip in the company does
 * no harm; and every word with the company and the initial of another word, so that a slip in one
 * word does none.
 */
#include <decorum/person.h>

#include <stdlib.h>
#include <string.h>

#include "person/bare.h"

static int by_text(const void *a, const void *b) { return strcmp(a, b); }

static uint64_t mix(uint64_t h, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(0x100000001b3);
	h = (h ^ 0xff) * UINT64_C(0x100000001b3); /* words do not run together */
	return h;
}

static uint64_t finish(uint64_t h)
{
	h = (h ^ (h >> 32)) * UINT64_C(0xd6e8feb86659fd93);
	return h ^ (h >> 32);
}

static const uint64_t seeds[] = { UINT64_C(0xcbf29ce484222325), UINT64_C(0x84222325cbf29ce4),
	                          UINT64_C(0x9ce484222325cbf2) };

struct hashes {
	uint64_t *out;
	size_t count;
};

static void put(struct hashes *h, uint64_t value)
{
	for (size_t i = 0; i < h->count; i++)
		if (h->out[i] == value)
			return;
	if (h->count < DC_PERSON_HASHES_MAX)
		h->out[h->count++] = value;
}

/* The whole name as one text, whatever the order of its words. */
static size_t whole(char out[DC_BARE_WORDS * DC_BARE_WORD], const struct dc_bare_name *n)
{
	char sorted[DC_BARE_WORDS][DC_BARE_WORD];
	size_t len = 0;

	memcpy(sorted, n->root, sizeof(sorted));
	qsort(sorted, n->count, DC_BARE_WORD, by_text);
	for (size_t i = 0; i < n->count; i++) {
		if (i && !strcmp(sorted[i], sorted[i - 1]))
			continue;
		size_t k = strlen(sorted[i]);

		if (k == 1 && n->count > 2)
			continue; /* most likely a middle initial */
		memcpy(out + len, sorted[i], k);
		len += k;
		out[len++] = ' ';
	}
	return len;
}

static void hash_name(struct hashes *h, const struct dc_bare_name *n, const char *company)
{
	char all[DC_BARE_WORDS * DC_BARE_WORD];

	if (!n->count)
		return;
	size_t len = whole(all, n);

	put(h, finish(mix(seeds[0], all, len)));
	if (!*company)
		return;
	put(h, finish(mix(mix(seeds[1], all, len), company, strnlen(company, 2))));
	for (size_t i = 0; i < n->count; i++) {
		uint64_t one = mix(mix(seeds[2], n->root[i], strlen(n->root[i])), company,
		                   strlen(company));

		for (size_t k = 0; k < n->count && strlen(n->root[i]) > 1; k++)
			if (k != i)
				put(h, finish(mix(one, n->root[k], 1)));
	}
}

size_t dc_person_hashes(uint64_t out[DC_PERSON_HASHES_MAX], const struct dc_person_seen *p)
{
	struct hashes h = { .out = out };
	struct dc_bare_company company;
	struct dc_bare_name n;

	dc_person_bare_company(&company, p->company);
	dc_person_bare_name(&n, p->name);
	hash_name(&h, &n, company.name);
	dc_person_bare_slug(&n, p->key);
	hash_name(&h, &n, company.name);
	return h.count;
}
