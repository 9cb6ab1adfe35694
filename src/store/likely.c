/* likely.c - who may be the same person under another address: the index, and asking it. */
#include "store/likely.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/person.h>

struct entry {
	int64_t hash, person;
};

struct entries {
	struct entry *at;
	size_t count, room;
	int64_t last; /* person */
};

static int by_hash(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->person > y->person) - (x->person < y->person);
}

static struct dc_person_seen seen_in(sqlite3_stmt *st)
{
	return (struct dc_person_seen){
		.name = (const char *)sqlite3_column_text(st, 1),
		.company = (const char *)sqlite3_column_text(st, 2),
		.key = (const char *)sqlite3_column_text(st, 3),
	};
}

#define SEEN "p.id, p.name, coalesce(p.company, ''), p.key"

static void collect(struct entries *e, sqlite3_stmt *st)
{
	uint64_t hashes[DC_PERSON_HASHES_MAX];
	struct dc_person_seen who = seen_in(st);
	size_t n = dc_person_hashes(hashes, &who);

	e->last = sqlite3_column_int64(st, 0);
	if (e->count + n > e->room) {
		e->room = e->room ? e->room * 2 : 1024;
		e->at = dc_grow(e->at, e->room, sizeof(*e->at));
	}
	for (size_t i = 0; i < n; i++)
		e->at[e->count++] = (struct entry){ (int64_t)hashes[i], e->last };
}

static int collect_all(struct dc_ledger *l, struct entries *e, const char *sql, int64_t from,
                       struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, sql, "i", from);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		collect(e, st);
		rc = 0;
	}
	if (e->count)
		qsort(e->at, e->count, sizeof(*e->at), by_hash);
	return rc;
}

/* In the order of the table, so that pages are written once. */
static int insert(struct dc_ledger *l, const struct entries *e, struct dc_error *err)
{
	int rc = 0;

	for (size_t i = 0; i < e->count && !rc; i++)
		rc = dc_store_run(l, err, "INSERT OR IGNORE INTO likely VALUES (?1, ?2)", "ii",
		                  e->at[i].hash, e->at[i].person);
	return rc;
}

static int add(struct dc_ledger *l, const char *sql, int64_t from, int64_t *last,
               struct dc_error *err)
{
	struct entries e = { .last = *last };
	int rc = collect_all(l, &e, sql, from, err);

	if (!rc)
		rc = insert(l, &e, err);
	*last = e.last;
	dc_free(e.at);
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

static const char after[] = "SELECT " SEEN
			    " FROM person p WHERE p.id > ?1 AND p.name <> '' ORDER BY p.id";

int dc_store_likely_build(struct dc_ledger *l, struct dc_error *err)
{
	int64_t last = 0;
	int rc = dc_store_run(l, err, "DELETE FROM likely", "");

	if (!rc)
		rc = add(l, after, 0, &last, err);
	if (!rc)
		rc = set_meta(l, "likely", DC_PERSON_HASHES_VERSION, err);
	return rc ? rc : set_meta(l, "likely upto", last, err);
}

int dc_store_likely_catch_up(struct dc_ledger *l, struct dc_error *err)
{
	int64_t version, upto, last;
	int rc = meta(l, &version, "likely", err);

	if (!rc && version != DC_PERSON_HASHES_VERSION)
		return dc_store_likely_build(l, err);
	if (rc || (rc = meta(l, &upto, "likely upto", err)))
		return rc;
	last = upto;
	rc = add(l, after, upto, &last, err);
	return rc || last == upto ? rc : set_meta(l, "likely upto", last, err);
}

/* The old name stays findable: it was theirs. */
int dc_store_likely_renew(struct dc_ledger *l, int64_t person, struct dc_error *err)
{
	int64_t upto, last = 0;
	int rc = meta(l, &upto, "likely upto", err);

	if (rc || person > upto)
		return rc;
	return add(l, "SELECT " SEEN " FROM person p WHERE p.id = ?1", person, &last, err);
}

int dc_store_likely_forget(struct dc_ledger *l, int64_t person, struct dc_error *err)
{
	return dc_store_run(l, err,
	                    "DELETE FROM likely WHERE person IN"
	                    " (SELECT id FROM person WHERE id = ?1 OR joined = ?1)",
	                    "i", person);
}

int dc_store_likely_verify(struct dc_ledger *l, struct dc_error *err)
{
	struct entries e = { 0 };
	int64_t version, n, found = 0;
	int rc = meta(l, &version, "likely", err);

	if (rc || version != DC_PERSON_HASHES_VERSION)
		return rc;
	rc = collect_all(l, &e, after, 0, err);
	for (size_t i = 0; i < e.count && !rc; i++) {
		rc = dc_store_int(l, &n, 0, err,
		                  "SELECT count(*) FROM likely WHERE hash = ?1 AND person = ?2",
		                  "ii", e.at[i].hash, e.at[i].person);
		found += n;
	}
	if (!rc && (size_t)found < e.count)
		rc = dc_fail(err, DC_SYSTEM,
		             "the index of people in the ledger %.200s has lost somebody; build it "
		             "again with 'decorum verify --rebuild'",
		             l->path);
	dc_free(e.at);
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
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT " SEEN ", coalesce(p.joined, p.id) FROM likely k"
	                        " JOIN person p ON p.id = k.person WHERE k.hash = ?1 LIMIT ?2",
	                        "ii", (int64_t)hash, (int64_t)POSTINGS_MAX);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		look_at(s, st);
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
