/* postings.h - which ids stand under which key: the indexes that are built beside the ledger.
 *
 * Kept packed, some hundreds to a row, in the order of key and id: a page holds ten times what
 * it would hold as rows of their own.  A row is written anew when something in it changes, and
 * parted when it has grown too long.  postings_list.h has the lists that go in and come out,
 * postings_pack.h the bytes of a row.
 */
#ifndef STORE_POSTINGS_H
#define STORE_POSTINGS_H

#include "store/postings_list.h"
#include "store/store.h"
#include "text/cluster.h"

/* Which index; the value is kept in ledgers. */
enum dc_posting_kind {
	DC_POSTING_WORD = 1,   /* words of names and companies: people */
	DC_POSTING_LIKELY = 2, /* what names and companies have in common: people */
	DC_POSTING_BAND = 3,   /* what nearly equal notes have in common: leaders */
	DC_POSTING_CORE = 4,   /* runs of texts that come again and again: dc_store_core */
};

/* --- postings_change.c */

/* Puts them in, or takes them out, inside a change that is open; sorts the list.  What is there
 * already, or is not there, is no failure. */
int dc_store_postings_put(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_postings *p,
                          struct dc_error *err) DC_CHECKED;
int dc_store_postings_drop(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_postings *p,
                           struct dc_error *err) DC_CHECKED;
/* Takes out all of a kind; works on damaged ones. */
int dc_store_postings_empty(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_error *err)
	DC_CHECKED;

/* --- postings_ask.c */

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
