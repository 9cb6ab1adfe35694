/* postings_list.c - a list that grows, and the order that all of them are in. */
#include "store/postings_list.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>

void dc_postings_clear(struct dc_postings *p)
{
	dc_free(p->at);
	*p = (struct dc_postings){ 0 };
}

void dc_postings_push(struct dc_postings *p, const struct dc_posting *one)
{
	if (p->count == p->room) {
		p->room = p->room ? p->room * 2 : 64;
		p->at = dc_grow(p->at, p->room, sizeof(*p->at));
	}
	p->at[p->count++] = *one;
}

void dc_postings_add(struct dc_postings *p, const void *key, size_t len, int64_t id)
{
	struct dc_posting one = { .id = id };

	one.len = (unsigned char)(len < DC_POSTING_KEY_MAX ? len : DC_POSTING_KEY_MAX);
	memcpy(one.key, key, one.len);
	dc_postings_push(p, &one);
}

struct dc_posting dc_posting_of_number(uint64_t key, int64_t id)
{
	struct dc_posting one = { .id = id, .len = DC_POSTING_NUMBER };

	for (int i = DC_POSTING_NUMBER; i--; key >>= 8)
		one.key[i] = (unsigned char)key;
	return one;
}

void dc_postings_add_number(struct dc_postings *p, uint64_t key, int64_t id)
{
	const struct dc_posting one = dc_posting_of_number(key, id);

	dc_postings_push(p, &one);
}

static uint64_t eight(const unsigned char *p)
{
	return (uint64_t)p[0] << 56 | (uint64_t)p[1] << 48 | (uint64_t)p[2] << 40 |
	       (uint64_t)p[3] << 32 | (uint64_t)p[4] << 24 | (uint64_t)p[5] << 16 |
	       (uint64_t)p[6] << 8 | (uint64_t)p[7];
}

/* Behind its end a key is filled with NUL, so that eight bytes at once compare as they should. */
int dc_posting_order_keys(const struct dc_posting *a, const struct dc_posting *b)
{
	const uint64_t x = eight(a->key), y = eight(b->key);

	if (x != y)
		return x < y ? -1 : 1;
	int c = memcmp(a->key + 8, b->key + 8, sizeof(a->key) - 8);

	return c ? c : (int)a->len - (int)b->len;
}

int dc_posting_order(const struct dc_posting *a, const struct dc_posting *b)
{
	int c = dc_posting_order_keys(a, b);

	return c ? c : (a->id > b->id) - (a->id < b->id);
}

static int compare(const void *a, const void *b) { return dc_posting_order(a, b); }

/* Numbers that were added in the order of their ids, as all indexes are built: byte by byte. */
static bool sort_numbers(struct dc_postings *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->at[i].len != DC_POSTING_NUMBER || (i && p->at[i].id < p->at[i - 1].id))
			return false;
	struct dc_posting *from = p->at, *to = dc_alloc(p->room, sizeof(*to));

	for (int byte = DC_POSTING_NUMBER; byte--;) {
		size_t start[256] = { 0 }, at = 0;

		for (size_t i = 0; i < p->count; i++)
			start[from[i].key[byte]]++;
		for (size_t b = 0; b < DC_COUNT(start); b++) {
			const size_t n = start[b];

			start[b] = at;
			at += n;
		}
		for (size_t i = 0; i < p->count; i++)
			to[start[from[i].key[byte]]++] = from[i];
		struct dc_posting *was = from;

		from = to;
		to = was;
	}
	p->at = from;
	dc_free(to);
	return true;
}

void dc_postings_sort(struct dc_postings *p)
{
	enum { MANY = 1000 };
	size_t kept = 0;

	if (p->count && !(p->count > MANY && sort_numbers(p)))
		qsort(p->at, p->count, sizeof(*p->at), compare);
	for (size_t i = 0; i < p->count; i++)
		if (!kept || dc_posting_order(&p->at[kept - 1], &p->at[i]) != 0)
			p->at[kept++] = p->at[i];
	p->count = kept;
}
