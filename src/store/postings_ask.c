/* postings_ask.c - what stands in an index: under a number, under a beginning, all of it. */
#include "store/postings.h"

#include <string.h>

#include "store/postings_pack.h"

int dc_store_postings_find(struct dc_ledger *l, enum dc_posting_kind kind, uint64_t number,
                           size_t limit, struct dc_ids *out, struct dc_error *err)
{
	const struct dc_posting key = dc_posting_of_number(number, INT64_MAX);
	const unsigned char begin = (unsigned char)kind;
	const struct dc_postings_first f = dc_postings_first_of(kind, &key);
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT body FROM posting WHERE first <= ?1 AND first >= ?2"
	                        " ORDER BY first DESC",
	                        "bb", (const void *)f.bytes, f.len, (const void *)&begin,
	                        (size_t)1);
	bool further = true;

	while (!rc && further && limit && (rc = dc_store_step(l, st, err)) > 0) {
		struct dc_postings_body b = dc_store_postings_body(st, 0);
		struct dc_ids found = { 0 };

		const unsigned char *begins = b.at;

		dc_postings_skip_to(&b, &key);
		further = b.at == begins; /* with the key: so may the row before end */
		while (dc_postings_next(&b) && !dc_posting_order_keys(&b.now, &key))
			dc_ids_add(&found, b.now.id);
		for (; found.count && limit; limit--)
			dc_ids_add(out, found.id[--found.count]);
		dc_ids_clear(&found);
		rc = b.damaged ? dc_store_postings_damaged(l, err) : 0;
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
	const struct dc_postings_first f = dc_postings_first_of(kind, &key);
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
		struct dc_postings_body b = dc_store_postings_body(st, 0);

		rc = 0;
		while (out->count < enough && dc_postings_next(&b)) {
			c = memcmp(b.now.key, key.key, b.now.len < key.len ? b.now.len : key.len);
			if (c > 0)
				break;
			if (!c && b.now.len >= key.len)
				dc_ids_add(out, b.now.id);
		}
		rc = b.damaged ? dc_store_postings_damaged(l, err) : 0;
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
		struct dc_postings_body b = dc_store_postings_body(st, 0);

		rc = 0;
		while (!rc && dc_postings_next(&b))
			rc = each(data, &b.now, err);
		if (!rc && b.damaged)
			rc = dc_store_postings_damaged(l, err);
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
	if (h->found < h->want->count && !dc_posting_order(&h->want->at[h->found], p))
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
