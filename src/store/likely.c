/* likely.c - who may be the same person under another address: the index, and asking it. */
#include "store/likely.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/person.h>

#include "store/postings.h"

enum { SLICE = 200000 }; /* people; bounds the memory */

static struct dc_person_seen seen_in(sqlite3_stmt *st)
{
	return (struct dc_person_seen){
		.name = (const char *)sqlite3_column_text(st, 1),
		.company = (const char *)sqlite3_column_text(st, 2),
		.key = (const char *)sqlite3_column_text(st, 3),
	};
}

#define SEEN "p.id, p.name, coalesce(p.company, ''), p.key"

/* The hashes of one slice of people; *last is the last of them. */
static int collect(struct dc_ledger *l, struct dc_postings *p, const char *sql, int64_t *last,
                   struct dc_error *err)
{
	uint64_t hashes[DC_PERSON_HASHES_MAX];
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, sql, "ii", *last, (int64_t)SLICE);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		const struct dc_person_seen who = seen_in(st);
		const size_t n = dc_person_hashes(hashes, &who);

		*last = sqlite3_column_int64(st, 0);
		for (size_t i = 0; i < n; i++)
			dc_postings_add_number(p, hashes[i], *last);
		rc = 0;
	}
	return rc;
}

static int meta(struct dc_ledger *l, int64_t *out, const char *name, struct dc_error *err)
{
	return dc_store_int(l, out, 0, err, "SELECT value FROM meta WHERE name = ?1", "s", name);
}

static int set_meta(struct dc_ledger *l, const char *name, int64_t value, struct dc_error *err)
{
	return dc_store_run(l, err, "INSERT OR REPLACE INTO meta VALUES (?1, ?2)", "si", name,
	                    value);
}

static const char after[] =
	"SELECT " SEEN " FROM person p WHERE p.id > ?1 AND p.name <> '' ORDER BY p.id LIMIT ?2";

static int add_from(struct dc_ledger *l, int64_t last, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings p = { 0 };
	int64_t before = -1;
	int rc = 0;

	while (!rc && before != last) {
		before = last;
		p.count = 0;
		rc = collect(l, &p, after, &last, err);
		if (!rc)
			rc = dc_store_postings_put(l, DC_POSTING_LIKELY, &p, err);
		if (!rc && before != last)
			rc = set_meta(l, "likely upto", last, err);
	}
	return rc;
}

int dc_store_likely_build(struct dc_ledger *l, struct dc_error *err)
{
	int rc = dc_store_postings_empty(l, DC_POSTING_LIKELY, err);

	if (!rc)
		rc = set_meta(l, "likely upto", 0, err);
	if (!rc)
		rc = add_from(l, 0, err);
	return rc ? rc : set_meta(l, "likely", DC_PERSON_HASHES_VERSION, err);
}

int dc_store_likely_catch_up(struct dc_ledger *l, struct dc_error *err)
{
	int64_t version, upto;
	int rc = meta(l, &version, "likely", err);

	if (!rc && version != DC_PERSON_HASHES_VERSION)
		return dc_store_likely_build(l, err);
	if (rc || (rc = meta(l, &upto, "likely upto", err)))
		return rc;
	return add_from(l, upto, err);
}

/* The old name stays findable: it was theirs. */
int dc_store_likely_renew(struct dc_ledger *l, int64_t person, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings p = { 0 };
	int64_t upto, last = person;
	int rc = meta(l, &upto, "likely upto", err);

	if (rc || person > upto)
		return rc;
	rc = collect(l, &p, "SELECT " SEEN " FROM person p WHERE p.id = ?1 LIMIT ?2", &last, err);
	return rc ? rc : dc_store_postings_put(l, DC_POSTING_LIKELY, &p, err);
}

struct forgetting {
	struct dc_ids people;
	struct dc_postings theirs;
};

static int is_theirs(void *data, const struct dc_posting *p, struct dc_error *err)
{
	struct forgetting *f = data;

	(void)err;
	for (size_t i = 0; i < f->people.count; i++)
		if (f->people.id[i] == p->id)
			dc_postings_add(&f->theirs, p->key, p->len, p->id);
	return 0;
}

/* Names they once had are in it, and nothing else tells which: all of it is looked through. */
int dc_store_likely_forget(struct dc_ledger *l, int64_t person, struct dc_error *err)
{
	struct forgetting f = { 0 };
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, "SELECT id FROM person WHERE id = ?1 OR joined = ?1",
	                        "i", person);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		dc_ids_add(&f.people, sqlite3_column_int64(st, 0));
		rc = 0;
	}
	if (!rc)
		rc = dc_store_postings_walk(l, DC_POSTING_LIKELY, is_theirs, &f, err);
	if (!rc)
		rc = dc_store_postings_drop(l, DC_POSTING_LIKELY, &f.theirs, err);
	dc_ids_clear(&f.people);
	dc_postings_clear(&f.theirs);
	return rc;
}

int dc_store_likely_verify(struct dc_ledger *l, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings p = { 0 };
	int64_t version, upto, last = 0, before = -1;
	bool whole = true;
	int rc = meta(l, &version, "likely", err);

	if (rc || version != DC_PERSON_HASHES_VERSION || (rc = meta(l, &upto, "likely upto", err)))
		return rc;
	while (!rc && whole && before != last && last < upto) {
		before = last;
		p.count = 0;
		rc = collect(l, &p, after, &last, err);
		dc_postings_sort(&p);
		if (!rc)
			rc = dc_store_postings_have(l, &whole, DC_POSTING_LIKELY, &p, err);
	}
	if (!rc && !whole)
		rc = dc_fail(err, DC_SYSTEM,
		             "the index of people in the ledger %.200s has lost somebody; build it "
		             "again with 'decorum verify --rebuild'",
		             l->path);
	return rc;
}

/* --- asking */

/* More people than that share a name without a company: it is no sign of anything. */
enum { POSTINGS_MAX = 64, NAMESAKES_MAX = 3, FOUND_MAX = 32 };

struct found {
	int64_t person;
	int score;
	const char *reason;
	bool company; /* both sides have one */
};

struct search {
	struct dc_person_seen who;
	int64_t self; /* the person who has that key, or 0 */
	struct found at[FOUND_MAX];
	size_t count;
};

static void look_at(struct search *s, sqlite3_stmt *st)
{
	struct dc_person_seen p = seen_in(st);
	struct found f = { .person = sqlite3_column_int64(st, 4) };

	if (f.person == s->self || s->count == FOUND_MAX)
		return;
	for (size_t i = 0; i < s->count; i++)
		if (s->at[i].person == f.person)
			return;
	f.company = *p.company && s->who.company && *s->who.company;
	f.score = dc_person_likeness(&f.reason, &s->who, &p);
	if (f.score)
		s->at[s->count++] = f;
}

static int look_up(struct dc_ledger *l, struct search *s, uint64_t hash, struct dc_error *err)
{
	DC_AUTO(dc_ids_clear) struct dc_ids found = { 0 };
	sqlite3_stmt *st;
	int rc = dc_store_postings_find(l, DC_POSTING_LIKELY, hash, POSTINGS_MAX, &found, err);

	for (size_t i = 0; i < found.count && !rc; i++) {
		rc = dc_store_query(l, &st, err,
		                    "SELECT " SEEN ", coalesce(p.joined, p.id) FROM person p"
		                    " WHERE p.id = ?1",
		                    "i", found.id[i]);
		if (rc || (rc = dc_store_step(l, st, err)) <= 0)
			continue;
		look_at(s, st);
		dc_store_done(st);
		rc = 0;
	}
	return rc;
}

static int by_score(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->score != y->score)
		return y->score - x->score;
	return (x->person > y->person) - (x->person < y->person);
}

static void drop_common_name(struct search *s)
{
	size_t namesakes = 0, kept = 0;

	for (size_t i = 0; i < s->count; i++)
		namesakes += !s->at[i].company;
	for (size_t i = 0; i < s->count; i++)
		if (s->at[i].company || namesakes <= NAMESAKES_MAX)
			s->at[kept++] = s->at[i];
	s->count = kept;
}

static int find(struct dc_ledger *l, struct search *s, struct dc_error *err)
{
	uint64_t hashes[DC_PERSON_HASHES_MAX];
	size_t n = dc_person_hashes(hashes, &s->who);
	int64_t version;
	int rc = meta(l, &version, "likely", err);

	if (rc || version != DC_PERSON_HASHES_VERSION)
		return rc;
	if (*s->who.key)
		rc = dc_store_person_of(l, &s->self, s->who.key, err);
	for (size_t i = 0; i < n && !rc; i++)
		rc = look_up(l, s, hashes[i], err);
	drop_common_name(s);
	if (s->count)
		qsort(s->at, s->count, sizeof(s->at[0]), by_score);
	return rc;
}

int dc_ledger_person_likely(struct dc_ledger *l, struct dc_likely **out, size_t *count,
                            const struct dc_person *who, size_t limit, struct dc_arena *arena,
                            struct dc_error *err)
{
	struct search s = { .who = { who->name, who->company, who->key ? who->key : "" } };
	int rc = 0;

	*count = 0;
	if (!who->name || !*who->name || (rc = find(l, &s, err)))
		return rc;
	*out = dc_arena_alloc(arena, s.count, sizeof(**out));
	for (size_t i = 0; i < s.count && i < limit && !rc; i++) {
		struct dc_likely *k = *out + *count;

		rc = dc_ledger_person_by_id(l, &k->person, s.at[i].person, arena, err);
		k->score = s.at[i].score;
		k->reason = s.at[i].reason;
		*count += !rc;
	}
	return rc;
}
