/* postings_pack.c - entries into the bytes of a row, and out of them again. */
#include "store/postings_pack.h"

#include <string.h>

struct dc_postings_first dc_postings_first_of(unsigned char kind, const struct dc_posting *p)
{
	struct dc_postings_first f = { .bytes = { kind } };

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

size_t dc_postings_pack(struct dc_buf *out, const struct dc_posting *p, size_t count, size_t enough)
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
			again = i + 1 < count && out->len < enough &&
			        !dc_posting_order_keys(&p[i + 1], key);
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

static bool next_key(struct dc_postings_body *b)
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

bool dc_postings_next(struct dc_postings_body *b)
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

bool dc_postings_unpack(struct dc_postings *out, struct dc_postings_body *b)
{
	while (dc_postings_next(b))
		dc_postings_push(out, &b->now);
	return !b->damaged;
}

/* Of ids that nobody asked for only the end is looked for. */
static bool skip_ids(struct dc_postings_body *b)
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
static bool is_before(const struct dc_postings_body *b, const struct dc_posting *key,
                      size_t *matched)
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

void dc_postings_skip_to(struct dc_postings_body *b, const struct dc_posting *key)
{
	size_t matched = 0;

	while (!b->damaged && b->at < b->end && is_before(b, key, &matched))
		b->damaged = !next_key(b) || !skip_ids(b);
}

struct dc_postings_body dc_store_postings_body(sqlite3_stmt *st, int column)
{
	const unsigned char *bytes = sqlite3_column_blob(st, column);

	return (struct dc_postings_body){ .at = bytes,
		                          .end = bytes + sqlite3_column_bytes(st, column),
		                          .damaged = !bytes };
}

int dc_store_postings_damaged(struct dc_ledger *l, struct dc_error *err)
{
	return dc_fail(
		err, DC_SYSTEM,
		"an index in the ledger %.200s is damaged; 'decorum verify --rebuild' builds "
		"it again",
		l->path);
}
