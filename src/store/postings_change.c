/* postings_change.c - putting into an index and taking out: only rows that change are written. */
#include "store/postings.h"

#include <string.h>

#include <decorum/mem.h>

#include "store/postings_pack.h"

/* Four bodies fit a page of 4 KB with what SQLite needs beside them; a longer one takes longer to
 * look through. */
enum { BODY_MAX = 980 };

struct row {
	int64_t id; /* 0: there is none */
	/* Where the next one of the kind begins; len 0: there is none. */
	struct dc_postings_first next;
	struct dc_postings in;
};

/* The row that an entry belongs into. */
static int open_row(struct dc_ledger *l, struct row *r, enum dc_posting_kind kind,
                    const struct dc_posting *p, struct dc_error *err)
{
	static const char at[] = "SELECT rowid, body FROM posting WHERE first <= ?1 AND first >= ?2"
				 " ORDER BY first DESC LIMIT 1";
	static const char after[] = "SELECT rowid, body, first FROM posting WHERE first > ?1"
				    " AND first < ?2 ORDER BY first LIMIT 1";
	const struct dc_postings_first f = dc_postings_first_of(kind, p);
	const unsigned char begin = (unsigned char)kind, end = begin + 1;
	sqlite3_stmt *st;
	int rc;

	r->id = 0;
	r->in.count = 0;
	r->next.len = 0;
	rc = dc_store_query(l, &st, err, at, "bb", (const void *)f.bytes, f.len,
	                    (const void *)&begin, (size_t)1);
	if (rc || (rc = dc_store_step(l, st, err)) < 0)
		return rc;
	if (rc) {
		struct dc_postings_body b = dc_store_postings_body(st, 1);

		r->id = sqlite3_column_int64(st, 0);
		const bool whole = dc_postings_unpack(&r->in, &b);

		dc_store_done(st);
		if (!whole)
			return dc_store_postings_damaged(l, err);
	}
	rc = dc_store_query(l, &st, err, after, "bb", (const void *)f.bytes, f.len,
	                    (const void *)&end, (size_t)1);
	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	const size_t len = (size_t)sqlite3_column_bytes(st, 2);

	r->next.len = len < DC_POSTINGS_FIRST_MAX ? len : DC_POSTINGS_FIRST_MAX;
	memcpy(r->next.bytes, sqlite3_column_blob(st, 2), r->next.len);
	dc_store_done(st);
	return 0;
}

static int write_row(struct dc_ledger *l, int64_t id, const struct dc_postings_first *f,
                     const struct dc_buf *body, struct dc_error *err)
{
	if (id)
		return dc_store_run(
			l, err, "UPDATE posting SET first = ?2, body = ?3 WHERE rowid = ?1", "ibb",
			id, (const void *)f->bytes, f->len, (const void *)body->data, body->len);
	return dc_store_run(l, err, "INSERT INTO posting VALUES (?1, ?2)", "bb",
	                    (const void *)f->bytes, f->len, (const void *)body->data, body->len);
}

/* Writes a row back, in parts of one size when it has grown too long for one. */
static int close_row(struct dc_ledger *l, const struct row *r, enum dc_posting_kind kind,
                     struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf body = { 0 };
	int64_t id = r->id;
	int rc = 0;

	if (!r->in.count)
		return id ? dc_store_run(l, err, "DELETE FROM posting WHERE rowid = ?1", "i", id)
		          : 0;
	(void)dc_postings_pack(&body, r->in.at, r->in.count, SIZE_MAX);
	/* A part may end with one entry more than it should. */
	const size_t parts = body.len / (BODY_MAX - 32) + 1, enough = body.len / parts + 1;

	for (size_t i = 0; i < r->in.count && !rc; id = 0) {
		const struct dc_postings_first f = dc_postings_first_of(kind, &r->in.at[i]);

		dc_buf_reset(&body);
		i += dc_postings_pack(&body, r->in.at + i, r->in.count - i, enough);
		rc = write_row(l, id, &f, &body, err);
	}
	return rc;
}

/* How many of the list belong into a row that ends where the next one begins. */
static size_t before(const struct dc_postings_first *next, enum dc_posting_kind kind,
                     const struct dc_posting *p, size_t count)
{
	size_t n = 1;

	if (!next->len)
		return count;
	for (; n < count; n++) {
		const struct dc_postings_first f = dc_postings_first_of(kind, &p[n]);
		const int c = memcmp(f.bytes, next->bytes, f.len < next->len ? f.len : next->len);

		if (c > 0 || (!c && f.len >= next->len))
			break;
	}
	return n;
}

/* What a row holds and what is put in or taken out, both in order, as one. */
static void merge(struct dc_postings *out, const struct dc_postings *in, const struct dc_posting *p,
                  size_t count, bool put)
{
	size_t i = 0, n = 0;

	out->count = 0;
	while (i < in->count || n < count) {
		const int c = i == in->count ? 1
		              : n == count   ? -1
		                             : dc_posting_order(&in->at[i], &p[n]);

		if (c < 0 || (!c && put))
			dc_postings_push(out, &in->at[i]);
		else if (c > 0 && put)
			dc_postings_push(out, &p[n]);
		i += c <= 0;
		n += c >= 0;
	}
}

static int change(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_postings *p, bool put,
                  struct dc_error *err)
{
	struct dc_postings merged = { 0 };
	struct row r = { 0 };
	int rc = 0;

	dc_postings_sort(p);
	for (size_t i = 0, n; i < p->count && !rc; i += n) {
		n = 1;
		if ((rc = open_row(l, &r, kind, &p->at[i], err)))
			break;
		n = before(&r.next, kind, p->at + i, p->count - i);
		merge(&merged, &r.in, p->at + i, n, put);
		struct dc_postings was = r.in;

		r.in = merged;
		merged = was;
		if (r.in.count != merged.count)
			rc = close_row(l, &r, kind, err);
	}
	dc_postings_clear(&merged);
	dc_postings_clear(&r.in);
	return rc;
}

int dc_store_postings_put(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_postings *p,
                          struct dc_error *err)
{
	return change(l, kind, p, true, err);
}

int dc_store_postings_drop(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_postings *p,
                           struct dc_error *err)
{
	return change(l, kind, p, false, err);
}

int dc_store_postings_empty(struct dc_ledger *l, enum dc_posting_kind kind, struct dc_error *err)
{
	const unsigned char begin = (unsigned char)kind, end = begin + 1;

	return dc_store_run(l, err, "DELETE FROM posting WHERE first >= ?1 AND first < ?2", "bb",
	                    (const void *)&begin, (size_t)1, (const void *)&end, (size_t)1);
}
