/* postings_pack.h - how a row of the table `posting` is packed.
 *
 * A row is known by the first entry in it, as bytes that compare as entries do: kind, key, NUL,
 * id (8 bytes, the highest first).  In the body each key is told by how much it shares with the
 * one before:
 *
 *   shared << 4 | more    one byte, then the bytes that it does not share
 *   id << 1 | again       7 bits a byte, the lowest first; `again`: another id of this key
 *                         follows, as the difference to this one
 *
 * Whoever made a body may have been anybody: nothing behind its end is read.
 */
#ifndef STORE_POSTINGS_PACK_H
#define STORE_POSTINGS_PACK_H

#include "store/postings_list.h"
#include "store/store.h"

enum { DC_POSTINGS_FIRST_MAX = 1 + DC_POSTING_KEY_MAX + 1 + 8 };

struct dc_postings_first {
	unsigned char bytes[DC_POSTINGS_FIRST_MAX];
	size_t len;
};
/* `kind` is an enum dc_posting_kind. */
struct dc_postings_first dc_postings_first_of(unsigned char kind, const struct dc_posting *p);

/* Appends entries (sorted) from `p` on until `out` has `enough` bytes; answers how many those
 * were. */
size_t dc_postings_pack(struct dc_buf *out, const struct dc_posting *p, size_t count,
                        size_t enough);

/* A body on its way out; its bytes are borrowed. */
struct dc_postings_body {
	const unsigned char *at, *end;
	struct dc_posting now;
	bool again, damaged;
};
/* Of the row at hand, until its statement goes on. */
struct dc_postings_body dc_store_postings_body(sqlite3_stmt *st, int column);
/* The next entry is in b->now; false at the end, or where it makes no sense: `damaged`. */
bool dc_postings_next(struct dc_postings_body *b);
/* Moves behind all keys that are before that one, which has their length. */
void dc_postings_skip_to(struct dc_postings_body *b, const struct dc_posting *key);
/* Appends all that are left; false when it is damaged. */
bool dc_postings_unpack(struct dc_postings *out, struct dc_postings_body *b) DC_CHECKED;
/* DC_SYSTEM, with what to do about it. */
int dc_store_postings_damaged(struct dc_ledger *l, struct dc_error *err);

#endif
