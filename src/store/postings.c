/* postings.c - packing, unpacking, and finding the row to look into.
 *
 * A row is known by the first entry in it, as bytes that compare as entries do: kind, key, NUL,
 * id.  In the body each key is told by how much it shares with the one before:
 *
 *   shared << 4 | more    one byte, then the bytes that it does not share
 *   id << 1 | again       7 bits a byte, the lowest first; `again`: another id of this key
 *                         follows, as the difference to this one
 */
#include "store/postings.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>

/* Four bodies fit a page of 4 KB with what SQLite needs beside them; a longer one takes longer to
 * look through. */
enum { BODY_MAX = 980, FIRST_MAX = 1 + DC_POSTING_KEY_MAX + 1 + 8 };

/* --- lists */

void dc_postings_clear(struct dc_postings *p)
{
	dc_free(p->at);
	*p = (struct dc_postings){ 0 };
}

static void append(struct dc_postings *p, const struct dc_posting *one)
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
	append(p, &one);
}

static void number_key(unsigned char out[DC_POSTING_NUMBER], uint64_t key)
{
	for (int i = DC_POSTING_NUMBER; i--; key >>= 8)
		out[i] = (unsigned char)key;
}

void dc_postings_add_number(struct dc_postings *p, uint64_t key, int64_t id)
{
	unsigned char bytes[DC_POSTING_NUMBER];

	number_key(bytes, key);
	dc_postings_add(p, bytes, sizeof(bytes), id);
}

static uint64_t eight(const unsigned char *p)
{
	return (uint64_t)p[0] << 56 | (uint64_t)p[1] << 48 | (uint64_t)p[2] << 40 |
	       (uint64_t)p[3] << 32 | (uint64_t)p[4] << 24 | (uint64_t)p[5] << 16 |
	       (uint64_t)p[6] << 8 | (uint64_t)p[7];
}

/* Behind its end a key is filled with NUL, so that eight bytes at once compare as they should. */
static int compare_keys(const struct dc_posting *a, const struct dc_posting *b)
{
	const uint64_t x = eight(a->key), y = eight(b->key);

	if (x != y)
		return x < y ? -1 : 1;
	int c = memcmp(a->key + 8, b->key + 8, sizeof(a->key) - 8);

	return c ? c : (int)a->len - (int)b->len;
}

static int compare(const void *a, const void *b)
{
	const struct dc_posting *x = a, *y = b;
	int c = compare_keys(x, y);

	return c ? c : (x->id > y->id) - (x->id < y->id);
}

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
		if (!kept || compare(&p->at[kept - 1], &p->at[i]) != 0)
			p->at[kept++] = p->at[i];
	p->count = kept;
}

/* --- rows */

struct first {
	unsigned char bytes[FIRST_MAX];
	size_t len;
};

static struct first first_of(enum dc_posting_kind kind, const struct dc_posting *p)
{
	struct first f = { .bytes = { (unsigned char)kind } };

	memcpy(f.bytes + 1, p->key, p->len);
	f.len = 1 + (size_t)p->len + 1;
	for (int shift = 56; shift >= 0; shift -= 8)
		f.bytes[f.len++] = (unsigned char)((uint64_t)p->id >> shift);
	return f;
}

static void put_number(struct dc_buf *out, uint64_t n)
{
	char bytes[10];
	size_t len = 0;

	for (; n > 0x7f; n >>= 7)
		bytes[len++] = (char)(n | 0x80);
	bytes[len++] = (char)n;
	dc_buf_add(out, bytes, len);
}

static size_t shared(const struct dc_posting *a, const struct dc_posting *b)
{
	size_t n = 0;

	while (n < a->len && n < b->len && a->key[n] == b->key[n])
		n++;
	return n;
}

/* Packs from `p` on until the body has `enough` bytes; answers how many entries that were. */
static size_t pack(struct dc_buf *out, const struct dc_posting *p, size_t count, size_t enough)
{
	const struct dc_posting *before = &(struct dc_posting){ 0 };
	size_t i = 0;

	while (i < count && out->len < enough) {
		const struct dc_posting *key = &p[i];
		const size_t same = i ? shared(before, key) : 0;
		const char head = (char)(same << 4 | (key->len - same));
		int64_t id = 0;
		bool again;

		dc_buf_add(out, &head, 1);
		dc_buf_add(out, key->key + same, key->len - same);
		do {
			again = i + 1 < count && out->len < enough && !compare_keys(&p[i + 1], key);
			put_number(out, (uint64_t)(p[i].id - id) << 1 | again);
			id = p[i++].id;
		} while (again);
		before = key;
	}
	return i;
}

static bool get_number(const unsigned char **at, const unsigned char *end, uint64_t *n)
{
	*n = 0;
	for (int shift = 0; *at < end && shift < 64; shift += 7) {
		const unsigned char byte = *(*at)++;

		*n |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return true;
	}
	return false;
}

/* A body on its way out; whoever made it may have been anybody. */
struct body {
	const unsigned char *at, *end;
	struct dc_posting now;
	bool again, damaged;
};

static bool next_key(struct body *b)
{
	const unsigned char *bytes = b->at + 1;
	const size_t same = *b->at >> 4, more = *b->at & 15, len = same + more;

	b->at = bytes;
	if (same > b->now.len || len > DC_POSTING_KEY_MAX || more > (size_t)(b->end - bytes))
		return false;
	/* A few bytes each time: loops are faster than calls. */
	for (size_t i = 0; i < more; i++)
		b->now.key[same + i] = bytes[i];
	for (size_t i = len; i < b->now.len; i++)
		b->now.key[i] = 0;
	b->now.len = (unsigned char)len;
	b->now.id = 0;
	b->at = bytes + more;
	return true;
}

/* The next entry is in b->now; false at the end, or where it makes no sense. */
static bool next(struct body *b)
{
	uint64_t n;

	if (b->damaged || (b->at == b->end && !b->again))
		return false;
	if ((!b->again && !next_key(b)) || !get_number(&b->at, b->end, &n) ||
	    n >> 1 > (uint64_t)(INT64_MAX - b->now.id)) {
		b->damaged = true;
		return false;
	}
	b->now.id += (int64_t)(n >> 1);
	b->again = n & 1;
	return true;
}

/* Of ids that nobody asked for only the end is looked for. */
static bool skip_ids(struct body *b)
{
	const unsigned char *at = b->at, *const end = b->end;

	for (bool again = true; again;) {
		if (at == end)
			return false;
		again = *at & 1;
		while (*at++ >= 0x80)
			if (at == end)
				return false;
	}
	b->at = at;
	return true;
}

/* Is the key at hand before that one?  Keys are of one length; `matched` bytes of it are what the
 * key before begins with, and then what this one does. */
static bool is_before(const struct body *b, const struct dc_posting *key, size_t *matched)
{
	const size_t same = *b->at >> 4, more = *b->at & 15;
	const unsigned char *bytes = b->at + 1;

	if (same != *matched || more > (size_t)(b->end - bytes))
		return same > *matched;
	for (size_t i = 0; i < more && *matched < key->len; i++, ++*matched)
		if (bytes[i] != key->key[*matched])
			return bytes[i] < key->key[*matched];
	return *matched < key->len;
}

/* Moves behind all keys that are before that one. */
static void skip_to(struct body *b, const struct dc_posting *key)
{
	size_t matched = 0;

	while (!b->damaged && b->at < b->end && is_before(b, key, &matched))
		b->damaged = !next_key(b) || !skip_ids(b);
}

static struct body body_in(sqlite3_stmt *st, int column)
{
	const unsigned char *bytes = sqlite3_column_blob(st, column);

	return (struct body){ .at = bytes,
		              .end = bytes + sqlite3_column_bytes(st, column),
		              .damaged = !bytes };
}

static int damaged(struct dc_ledger *l, struct dc_error *err)
{
	return dc_fail(
		err, DC_SYSTEM,
		"an index in the ledger %.200s is damaged; 'decorum verify --rebuild' builds "
		"it again",
		l->path);
}

/* --- changing */

struct row {
	int64_t id;        /* 0: there is none */
	struct first next; /* where the next one of the kind begins; len 0: there is none */
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
	const struct first f = first_of(kind, p);
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
		struct body b = body_in(st, 1);

		r->id = sqlite3_column_int64(st, 0);
		while (next(&b))
			append(&r->in, &b.now);
		dc_store_done(st);
		if (b.damaged)
			return damaged(l, err);
	}
	rc = dc_store_query(l, &st, err, after, "bb", (const void *)f.bytes, f.len,
	                    (const void *)&end, (size_t)1);
	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	const size_t len = (size_t)sqlite3_column_bytes(st, 2);

	r->next.len = len < FIRST_MAX ? len : FIRST_MAX;
	memcpy(r->next.bytes, sqlite3_column_blob(st, 2), r->next.len);
	dc_store_done(st);
	return 0;
}

static int write_row(struct dc_ledger *l, int64_t id, const struct first *f,
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
	(void)pack(&body, r->in.at, r->in.count, SIZE_MAX);
	/* A part may end with one entry more than it should. */
	const size_t parts = body.len / (BODY_MAX - 32) + 1, enough = body.len / parts + 1;

	for (size_t i = 0; i < r->in.count && !rc; id = 0) {
		const struct first f = first_of(kind, &r->in.at[i]);

		dc_buf_reset(&body);
		i += pack(&body, r->in.at + i, r->in.count - i, enough);
		rc = write_row(l, id, &f, &body, err);
	}
	return rc;
}

/* How many of the list belong into a row that ends where the next one begins. */
static size_t before(const struct first *next, enum dc_posting_kind kind,
                     const struct dc_posting *p, size_t count)
{
	size_t n = 1;

	if (!next->len)
		return count;
	for (; n < count; n++) {
		const struct first f = first_of(kind, &p[n]);
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
		const int c = i == in->count ? 1 : n == count ? -1 : compare(&in->at[i], &p[n]);

		if (c < 0 || (!c && put))
			append(out, &in->at[i]);
		else if (c > 0 && put)
			append(out, &p[n]);
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

/* --- asking */

int dc_store_postings_find(struct dc_ledger *l, enum dc_posting_kind kind, uint64_t number,
                           size_t limit, struct dc_ids *out, struct dc_error *err)
{
	struct dc_posting key = { .id = INT64_MAX, .len = DC_POSTING_NUMBER };
	const unsigned char begin = (unsigned char)kind;
	sqlite3_stmt *st;

	number_key(key.key, number);
	const struct first f = first_of(kind, &key);
	int rc = dc_store_query(l, &st, err,
	                        "SELECT body FROM posting WHERE first <= ?1 AND first >= ?2"
	                        " ORDER BY first DESC",
	                        "bb", (const void *)f.bytes, f.len, (const void *)&begin,
	                        (size_t)1);
	bool further = true;

	while (!rc && further && limit && (rc = dc_store_step(l, st, err)) > 0) {
		struct body b = body_in(st, 0);
		struct dc_ids found = { 0 };

		const unsigned char *begins = b.at;

		skip_to(&b, &key);
		further = b.at == begins; /* with the key: so may the row before end */
		while (next(&b) && !compare_keys(&b.now, &key))
			dc_ids_add(&found, b.now.id);
		for (; found.count && limit; limit--)
			dc_ids_add(out, found.id[--found.count]);
		dc_ids_clear(&found);
		rc = b.damaged ? damaged(l, err) : 0;
	}
	dc_store_done(st);
	return rc;
}

int dc_store_postings_search(struct dc_ledger *l, enum dc_posting_kind kind, const char *begin,
                             size_t limit, struct dc_ids *out, struct dc_error *err)
{
	struct dc_posting key = { 0 };
	sqlite3_stmt *st;

	key.len = (unsigned char)strnlen(begin, DC_POSTING_KEY_MAX);
	memcpy(key.key, begin, key.len);
	const struct first f = first_of(kind, &key);
	const unsigned char from = (unsigned char)kind, end = from + 1;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT body FROM posting WHERE first < ?3 AND first >= coalesce("
	                        "(SELECT first FROM posting WHERE first <= ?1 AND first >= ?2"
	                        " ORDER BY first DESC LIMIT 1), ?2) ORDER BY first",
	                        "bbb", (const void *)f.bytes, f.len, (const void *)&from, (size_t)1,
	                        (const void *)&end, (size_t)1);
	const size_t enough = out->count + limit;
	int c = 0;

	while (!rc && c <= 0 && out->count < enough && (rc = dc_store_step(l, st, err)) > 0) {
		struct body b = body_in(st, 0);

		rc = 0;
		while (out->count < enough && next(&b)) {
			c = memcmp(b.now.key, key.key, b.now.len < key.len ? b.now.len : key.len);
			if (c > 0)
				break;
			if (!c && b.now.len >= key.len)
				dc_ids_add(out, b.now.id);
		}
		rc = b.damaged ? damaged(l, err) : 0;
	}
	dc_store_done(st);
	return rc;
}

int dc_store_postings_walk(struct dc_ledger *l, enum dc_posting_kind kind,
                           int (*each)(void *data, const struct dc_posting *p,
                                       struct dc_error *err),
                           void *data, struct dc_error *err)
{
	const unsigned char begin = (unsigned char)kind, end = begin + 1;
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT body, first FROM posting WHERE first >= ?1 AND first < ?2"
	                        " ORDER BY first",
	                        "bb", (const void *)&begin, (size_t)1, (const void *)&end,
	                        (size_t)1);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		struct body b = body_in(st, 0);

		rc = 0;
		while (!rc && next(&b))
			rc = each(data, &b.now, err);
		if (!rc && b.damaged)
			rc = damaged(l, err);
	}
	dc_store_done(st);
	return rc;
}

struct having {
	const struct dc_postings *want;
	size_t found;
};

/* Both are in order. */
static int have(void *data, const struct dc_posting *p, struct dc_error *err)
{
	struct having *h = data;

	(void)err;
	if (h->found < h->want->count && !compare(&h->want->at[h->found], p))
		h->found++;
	return 0;
}

int dc_store_postings_have(struct dc_ledger *l, bool *out, enum dc_posting_kind kind,
                           const struct dc_postings *p, struct dc_error *err)
{
	struct having h = { .want = p };
	int rc = dc_store_postings_walk(l, kind, have, &h, err);

	*out = h.found == p->count;
	return rc;
}
