/* postings_list.h - a list of postings in memory: some id stands under some key.
 *
 * How lists are put into an index, compared with it and found in it; knows no ledger.  Keys come
 * from the words of names and companies (words.c), from what people have in common (likely.c) and
 * from what notes have (notes.c); ids are those of people or requests, or what dc_store_core_of()
 * takes apart.
 */
#ifndef STORE_POSTINGS_LIST_H
#define STORE_POSTINGS_LIST_H

#include <stddef.h>
#include <stdint.h>

#include <decorum/compiler.h>

enum {
	DC_POSTING_KEY_MAX = 15,
	DC_POSTING_NUMBER = 5
}; /* bytes of a key, of one that is a number */

struct dc_posting {
	int64_t id;                                 /* never negative */
	unsigned char len, key[DC_POSTING_KEY_MAX]; /* NUL behind `len` bytes */
};

/* A growing list of them, which owns `at`; emptied for use again by `count = 0`. */
struct dc_postings {
	struct dc_posting *at;
	size_t count, room;
};
void dc_postings_push(struct dc_postings *p, const struct dc_posting *one);
/* The key is cut at DC_POSTING_KEY_MAX; it holds no NUL unless all keys of a kind are of one
 * length. */
void dc_postings_add(struct dc_postings *p, const void *key, size_t len, int64_t id);
/* A number as a key: its lower 40 bits, in order. */
void dc_postings_add_number(struct dc_postings *p, uint64_t key, int64_t id);
struct dc_posting dc_posting_of_number(uint64_t key, int64_t id);
/* In the order they are kept in, each once. */
void dc_postings_sort(struct dc_postings *p);
void dc_postings_clear(struct dc_postings *p);
DC_DEFINE_CLEAR(struct dc_postings, dc_postings_clear)

/* Which comes first, as memcmp() tells it: by key, then by id; by key alone. */
int dc_posting_order(const struct dc_posting *a, const struct dc_posting *b);
int dc_posting_order_keys(const struct dc_posting *a, const struct dc_posting *b);

#endif
