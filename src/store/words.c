/* words.c - the index from the words of names and companies to people, for completion.
 *
 * Words are those of the folded text, split at blanks, so that they agree with
 * dc_text_word_prefix().  A long word is kept by its first bytes; what is found is compared.
 * The index follows from the people and knows the last one it has seen.
 */
#include "store/postings.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/text.h>

enum { SCAN_MAX = 3000, SLICE = 100000 }; /* people; bounds the memory */

static void add_words(struct dc_postings *p, const char *folded, int64_t person)
{
	while (*folded) {
		const size_t n = strcspn(folded, " ");

		dc_postings_add(p, folded, n, person);
		folded += n + (folded[n] == ' ');
	}
}

static void add_text(struct dc_postings *p, const char *text, int64_t person)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };

	dc_text_fold(&folded, text, strlen(text));
	add_words(p, dc_buf_str(&folded), person);
}

static int upto(struct dc_ledger *l, int64_t *out, struct dc_error *err)
{
	return dc_store_int(l, out, 0, err, "SELECT value FROM meta WHERE name = 'words upto'", "");
}

int dc_store_words(struct dc_ledger *l, int64_t person, const char *old_name,
                   const char *old_company, const char *name, const char *company,
                   struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings gone = { 0 }, come = { 0 };
	int64_t known;
	int rc = upto(l, &known, err);

	if (rc || person > known || (!strcmp(old_name, name) && !strcmp(old_company, company)))
		return rc;
	add_text(&gone, old_name, person);
	add_text(&gone, old_company, person);
	add_text(&come, name, person);
	add_text(&come, company, person);
	rc = dc_store_postings_drop(l, DC_POSTING_WORD, &gone, err);
	return rc ? rc : dc_store_postings_put(l, DC_POSTING_WORD, &come, err);
}

/* --- keeping up */

/* The words of one slice of people up to `end`; *last is the last of them, and stays when there is
 * none. */
static int gather(struct dc_ledger *l, struct dc_postings *p, int64_t *last, int64_t end,
                  struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(
		l, &st, err,
		"SELECT id, folded, company FROM person"
		" WHERE id > ?1 AND id <= ?3 AND joined IS NULL ORDER BY id LIMIT ?2",
		"iii", *last, (int64_t)SLICE, end);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		const char *firm = (const char *)sqlite3_column_text(st, 2);

		*last = sqlite3_column_int64(st, 0);
		l->work.done += DC_STORE_US_WORDS;
		add_words(p, (const char *)sqlite3_column_text(st, 1), *last);
		if (firm)
			add_text(p, firm, *last);
		rc = 0;
	}
	return rc;
}

int dc_store_words_catch_up(struct dc_ledger *l, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings p = { 0 };
	int64_t before, last;
	int rc = upto(l, &last, err);

	for (before = -1; !rc && before != last;) {
		before = last;
		p.count = 0;
		rc = gather(l, &p, &last, INT64_MAX, err);
		if (!rc)
			rc = dc_store_postings_put(l, DC_POSTING_WORD, &p, err);
		if (!rc && before != last)
			rc = dc_store_run(l, err,
			                  "INSERT OR REPLACE INTO meta VALUES ('words upto', ?1)",
			                  "i", last);
	}
	return rc;
}

int dc_store_words_verify(struct dc_ledger *l, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings p = { 0 };
	int64_t before = -1, last = 0, known;
	bool whole = true;
	int rc = upto(l, &known, err);

	while (!rc && whole && before != last && last < known) {
		before = last;
		p.count = 0;
		rc = gather(l, &p, &last, known, err);
		dc_postings_sort(&p);
		if (!rc)
			rc = dc_store_postings_have(l, &whole, DC_POSTING_WORD, &p, err);
	}
	if (!rc && !whole)
		rc = dc_fail(err, DC_SYSTEM,
		             "the index of names in the ledger %.200s has lost a word; build it "
		             "again with 'decorum verify --rebuild'",
		             l->path);
	return rc;
}

int dc_store_words_build(struct dc_ledger *l, struct dc_error *err)
{
	int rc = dc_store_postings_empty(l, DC_POSTING_WORD, err);

	if (!rc)
		rc = dc_store_run(l, err, "DELETE FROM meta WHERE name = 'words upto'", "");
	return rc ? rc : dc_store_words_catch_up(l, err);
}

/* --- searching */

struct hit {
	int64_t person;
	int rank; /* smaller is better */
	char *name;
};

struct hits {
	struct hit *at;
	size_t count;
};

static int by_rank(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	int names = strcmp(x->name, y->name);

	return names ? names : (x->person > y->person) - (x->person < y->person);
}

/* The longest word of the query leads: it has the fewest people. */
static char *leading_word(const char *query)
{
	const char *best = query;
	size_t len = 0;

	for (const char *p = query; *p;) {
		size_t n = strcspn(p, " ");

		if (n > len) {
			best = p;
			len = n;
		}
		p += n + (p[n] == ' ');
	}
	return dc_strndup(best, len);
}

/* 0: every word starts a word of the name (and the first one starts the name: -1),
 * 1: some only one of the company, 2: no match. */
static int rank_of(const char *name, const char *company, const char *query)
{
	int rank = strncmp(name, query, strlen(query)) ? 0 : -1;

	for (const char *p = query; *p;) {
		size_t n = strcspn(p, " ");
		DC_AUTO(dc_str) char *word = dc_strndup(p, n);

		if (!dc_text_word_prefix(name, word)) {
			if (!dc_text_word_prefix(company, word))
				return 2;
			rank = 1;
		}
		p += n + (p[n] == ' ');
	}
	return rank;
}

static int look_at(struct dc_ledger *l, struct hits *h, const char *query, int64_t person,
                   struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf company = { 0 };
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT folded, coalesce(company, '') FROM person"
	                        " WHERE id = ?1 AND joined IS NULL",
	                        "i", person);

	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	const char *name = (const char *)sqlite3_column_text(st, 0);
	const char *firm = (const char *)sqlite3_column_text(st, 1);

	dc_text_fold(&company, firm, strlen(firm));
	const int rank = rank_of(name, dc_buf_str(&company), query);

	if (rank <= 1) {
		if (!(h->count & (h->count - 1)))
			h->at = dc_grow(h->at, h->count ? h->count * 2 : 1, sizeof(*h->at));
		h->at[h->count++] =
			(struct hit){ .person = person, .rank = rank, .name = dc_strdup(name) };
	}
	dc_store_done(st);
	return 0;
}

static int collect(struct dc_ledger *l, struct hits *h, const char *query, struct dc_error *err)
{
	DC_AUTO(dc_str) char *word = leading_word(query);
	DC_AUTO(dc_ids_clear) struct dc_ids found = { 0 };
	int rc = dc_ledger_look(l, err);

	if (rc)
		return rc;
	rc = dc_store_postings_search(l, DC_POSTING_WORD, word, SCAN_MAX, &found, err);
	for (size_t i = 0; i < found.count && !rc; i++)
		rc = look_at(l, h, query, found.id[i], err);
	dc_ledger_look_end(l);
	return rc;
}

int dc_ledger_person_search(struct dc_ledger *l, struct dc_person **out, size_t *count,
                            const char *query, size_t limit, struct dc_arena *arena,
                            struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };
	struct hits h = { 0 };
	int rc = 0;

	*count = 0;
	*out = dc_arena_alloc(arena, limit, sizeof(**out));
	dc_text_fold(&folded, query, strlen(query));
	if (folded.len)
		rc = collect(l, &h, folded.data, err);
	if (h.count)
		qsort(h.at, h.count, sizeof(*h.at), by_rank);
	for (size_t i = 0; i < h.count && !rc && *count < limit; i++)
		if (!i || h.at[i].person != h.at[i - 1].person)
			rc = dc_ledger_person_by_id(l, *out + (*count)++, h.at[i].person, arena,
			                            err);
	for (size_t i = 0; i < h.count; i++)
		dc_free(h.at[i].name);
	dc_free(h.at);
	return rc;
}
