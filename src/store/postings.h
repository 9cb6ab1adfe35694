/* postings.h - which ids stand under which key: the indexes that are built beside the ledger.
 *
 * Kept packed, some hundreds to a row, in the order of key and id: a page holds ten times what
 * it would hold as rows of their own.  A row is written anew when something in it changes, and
 * parted when it has grown too long.
 */
#ifndef STORE_POSTINGS_H
#define STORE_POSTINGS_H

#include "store/store.h"
#include "text/cluster.h"

/* Which index; the value is kept in ledgers. */
enum dc_posting_kind {
	DC_POSTING_WORD = 1,   /* words of names and companies: people */
	DC_POSTING_LIKELY = 2, /* what names and companies have in common: people */
	DC_POSTING_BAND = 3,   /* what nearly equal notes have in common: leaders */
	DC_POSTING_CORE = 4,   /* runs of texts that come again and again: dc_store_core */
};

enum { DC_POSTING_KEY_MAX = 15, DC_POSTING_NUMBER = 5 };

struct dc_posting {
	int64_t id; /* never negative */
	unsigned char len, key[DC_POSTING_KEY_MAX];
};

/* A growing list of them. */
struct dc_postings {
	struct dc_posting *at;
	size_t count, room;
};
/* The key is cut at DC_POSTING_KEY_MAX; it holds no NUL unless all keys of a kind are of one
 * length. */
void dc_postings_add(struct dc_postings *p, const void *key, size_t len, int64_t id);
/* A number as a key: its lower 40 bits, in order. */
void dc_postings_add_number(struct dc_postings *p, uint64_t key, int64_t id);
/* In the order they are kept in, each once. */
void dc_postings_sort(struct dc_postings *p);
void dc_postings_clear(struct dc_postings *p);
DC_DEFINE_CLEAR(struct dc_postings, dc_postings_clear)

/* Puts them in, or takes them out, inside a change that is open; sorts the list.  What is there
 * already, or is not there, is no failure. */
int dc_store_postings_put(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_postings *p,
                          struct dc_error *err) DC_CHECKED;
int dc_store_postings_drop(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_postings *p,
                           struct dc_error *err) DC_CHECKED;
/* Takes out all of a kind; works on damaged ones. */
int dc_store_postings_empty(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_error *err)
	DC_CHECKED;

/* Appends the ids under a number, the highest first, at most `limit`. */
int dc_store_postings_find(struct dc_ledger *l, enum dc_posting_kind kind, uint64_t key,
                           size_t limit, struct dc_ids *out, struct dc_error *err) DC_CHECKED;
/* Appends the ids under keys that begin like that, in the order of the keys. */
int dc_store_postings_search(struct dc_ledger *l, enum dc_posting_kind kind, const char *begin,
                             size_t limit, struct dc_ids *out, struct dc_error *err) DC_CHECKED;
/* Each one, in order. */
int dc_store_postings_walk(struct dc_ledger *l, enum dc_posting_kind kind,
                           int (*each)(void *data, const struct dc_posting *p,
                                       struct dc_error *err),
                           void *data, struct dc_error *err) DC_CHECKED;
/* True in *out when all of the (sorted) list are there. */
int dc_store_postings_have(struct dc_ledger *l, bool *out, enum dc_posting_kind kind,
                           const struct dc_postings *p, struct dc_error *err) DC_CHECKED;

#endif
