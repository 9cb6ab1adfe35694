/* words.c - the index from the words of names and companies to people, for completion.
 *
 * Words are those of the folded text, split at blanks, so that they agree with
 * dc_text_word_prefix().  A long word is kept by its first bytes: nobody types more.
 */
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/text.h>

enum { WORD_MAX = 40, SCAN_MAX = 3000 };
enum word_kind { WORD_NAME, WORD_COMPANY };

static const char insert_word[] = "INSERT OR IGNORE INTO word VALUES (?1, ?2, ?3)";
static const char delete_word[] = "DELETE FROM word WHERE word = ?1 AND kind = ?2 AND person = ?3";

static int each_word(struct dc_ledger *l, const char *sql, const char *text, enum word_kind kind,
                     int64_t person, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };
	int rc = 0;

	dc_text_fold(&folded, text, strlen(text));
	char *p = folded.data;

	while (p && *p && !rc) {
		size_t n = strcspn(p, " ");
		char *next = p[n] ? p + n + 1 : p + n;

		p[n < WORD_MAX ? n : WORD_MAX] = '\0';
		rc = dc_store_run(l, err, sql, "sii", p, (int64_t)kind, person);
		p = next;
	}
	return rc;
}

static int reindex(struct dc_ledger *l, int64_t person, enum word_kind kind, const char *old,
                   const char *text, struct dc_error *err)
{
	if (!strcmp(old, text))
		return 0;
	int rc = each_word(l, delete_word, old, kind, person, err);

	return rc ? rc : each_word(l, insert_word, text, kind, person, err);
}

int dc_store_words(struct dc_ledger *l, int64_t person, const char *old_name,
                   const char *old_company, const char *name, const char *company,
                   struct dc_error *err)
{
	if (l->later && person >= l->later)
		return 0;
	int rc = reindex(l, person, WORD_NAME, old_name, name, err);

	return rc ? rc : reindex(l, person, WORD_COMPANY, old_company, company, err);
}

/* --- many people at once */

enum { SLICE = 50000 }; /* people; bounds the memory */

struct posting {
	const char *word;
	int64_t kind, person;
};

struct postings {
	struct dc_arena arena;
	struct posting *at;
	size_t count, room;
};

static int by_word(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;
	int words = strcmp(x->word, y->word);

	if (words || x->kind != y->kind)
		return words ? words : x->kind < y->kind ? -1 : 1;
	return (x->person > y->person) - (x->person < y->person);
}

static void add_words(struct postings *p, const char *folded, enum word_kind kind, int64_t person)
{
	while (*folded) {
		size_t n = strcspn(folded, " ");

		if (p->count == p->room) {
			p->room = p->room ? p->room * 2 : 1024;
			p->at = dc_grow(p->at, p->room, sizeof(*p->at));
		}
		p->at[p->count++] = (struct posting){ dc_arena_strndup(&p->arena, folded,
			                                               n < WORD_MAX ? n : WORD_MAX),
			                              kind, person };
		folded += n + (folded[n] == ' ');
	}
}

/* The words of one slice of people; *last is the last of them, 0 when there is none left. */
static int gather(struct dc_ledger *l, struct postings *p, int64_t *last, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf company = { 0 };
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT id, folded, coalesce(company, '') FROM person"
	                        " WHERE id > ?1 AND joined IS NULL ORDER BY id LIMIT ?2",
	                        "ii", *last, (int64_t)SLICE);

	*last = 0;
	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		const char *firm = (const char *)sqlite3_column_text(st, 2);

		*last = sqlite3_column_int64(st, 0);
		add_words(p, (const char *)sqlite3_column_text(st, 1), WORD_NAME, *last);
		dc_buf_reset(&company);
		dc_text_fold(&company, firm, strlen(firm));
		add_words(p, dc_buf_str(&company), WORD_COMPANY, *last);
		rc = 0;
	}
	return rc;
}

int dc_store_words_from(struct dc_ledger *l, int64_t person, struct dc_error *err)
{
	struct postings p = { 0 };
	int64_t last = person - 1;
	int rc;

	do {
		p.count = 0;
		rc = gather(l, &p, &last, err);
		if (p.count)
			qsort(p.at, p.count, sizeof(*p.at), by_word);
		for (size_t i = 0; i < p.count && !rc; i++)
			rc = dc_store_run(l, err, insert_word, "sii", p.at[i].word, p.at[i].kind,
			                  p.at[i].person);
		dc_arena_clear(&p.arena);
	} while (!rc && last);
	dc_free(p.at);
	return rc;
}

/* --- searching */

struct hit {
	int64_t person;
	int rank; /* smaller is better */
	char *name;
};

struct hits {
	struct hit *at;
	size_t count, scanned;
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
	return dc_strndup(best, len < WORD_MAX ? len : WORD_MAX);
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

static int collect(struct dc_ledger *l, struct hits *h, const char *query, struct dc_error *err)
{
	/* The rows come in the order of the index, which ends when enough were seen. */
	static const char sql[] =
		"SELECT w.person, p.folded, coalesce(p.company, '') FROM word w"
		" JOIN person p ON p.id = w.person"
		" WHERE w.word >= ?1 AND w.word < ?2 AND p.joined IS NULL LIMIT ?3";
	DC_AUTO(dc_str) char *word = leading_word(query);
	DC_AUTO(dc_str) char *end = dc_printf("%s\xf4\x8f\xbf\xbf", word);
	DC_AUTO(dc_buf_clear) struct dc_buf company = { 0 };
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, sql, "ssi", word, end, (int64_t)SCAN_MAX);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		const char *name = (const char *)sqlite3_column_text(st, 1);
		const char *firm = (const char *)sqlite3_column_text(st, 2);

		dc_buf_reset(&company);
		dc_text_fold(&company, firm, strlen(firm));
		int rank = rank_of(name, dc_buf_str(&company), query);

		rc = 0;
		if (rank > 1)
			continue;
		if (!(h->count & (h->count - 1)))
			h->at = dc_grow(h->at, h->count ? h->count * 2 : 1, sizeof(*h->at));
		h->at[h->count++] = (struct hit){ .person = sqlite3_column_int64(st, 0),
			                          .rank = rank,
			                          .name = dc_strdup(name) };
	}
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
