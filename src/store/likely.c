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
		.headline = (const char *)sqlite3_column_text(st, 4),
		.listed = sqlite3_column_int64(st, 5),
	};
}

/* The list is an export: connections that are told one by one are in none. */
#define LISTED "iif(p.connected_row IS NULL, 0, coalesce(p.connected_src, 0))"
#define SEEN "p.id, p.name, coalesce(p.company, ''), p.key, coalesce(p.headline, ''), " LISTED
enum { SEEN_COUNT = 6 };

/* The hashes of one slice of people up to `end`; *last is the last of them, and stays when there
 * is none. */
static int collect(struct dc_ledger *l, struct dc_postings *p, int64_t *last, int64_t end,
                   struct dc_error *err)
{
	uint64_t hashes[DC_PERSON_HASHES_MAX];
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT " SEEN " FROM person p WHERE p.id > ?1 AND p.id <= ?2"
	                        " AND p.name <> '' ORDER BY p.id LIMIT ?3",
	                        "iii", *last, end, (int64_t)SLICE);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		const struct dc_person_seen who = seen_in(st);
		const size_t n = dc_person_hashes(hashes, &who);

		*last = sqlite3_column_int64(st, 0);
		l->work.done += DC_STORE_US_LIKELY;
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

static int add_from(struct dc_ledger *l, int64_t last, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings p = { 0 };
	int64_t before = -1;
	int rc = 0;

	while (!rc && before != last) {
		before = last;
		p.count = 0;
		rc = collect(l, &p, &last, INT64_MAX, err);
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
	int64_t upto, last = person - 1;
	int rc = meta(l, &upto, "likely upto", err);

	if (rc || person > upto)
		return rc;
	rc = collect(l, &p, &last, person, err);
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
		rc = collect(l, &p, &last, upto, err);
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

/* More than that share a hash: it tells nobody apart.  Of those who share no more than the whole
 * name only some are looked at: they tell how common it is. */
enum { POSTINGS_MAX = 64, NAMESAKES_SHOWN = 16 };

/* Shows the person to the hunt, unless it is who is looked for. */
static int show(struct dc_ledger *l, struct dc_person_hunt *h, int64_t row, int64_t self,
                struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT " SEEN ", coalesce(p.joined, p.id) FROM person p"
	                        " WHERE p.id = ?1",
	                        "i", row);

	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	struct dc_person_seen p = seen_in(st);
	int64_t id = sqlite3_column_int64(st, SEEN_COUNT);

	if (id != self)
		dc_person_hunt_show(h, id, &p);
	dc_store_done(st);
	return 0;
}

static int look_up(struct dc_ledger *l, struct dc_person_hunt *h, uint64_t hash, int64_t self,
                   size_t most, struct dc_error *err)
{
	DC_AUTO(dc_ids_clear) struct dc_ids rows = { 0 };
	int rc = dc_store_postings_find(l, DC_POSTING_LIKELY, hash, POSTINGS_MAX, &rows, err);

	for (size_t i = 0; i < rows.count && i < most && !rc; i++)
		if (dc_person_hunt_wants(h, rows.id[i]))
			rc = show(l, h, rows.id[i], self, err);
	if (rows.count > most)
		dc_person_hunt_cut(h, most, rows.count);
	return rc;
}

static int hunt(struct dc_ledger *l, struct dc_person_hunt *h, const struct dc_person_seen *who,
                int64_t self, struct dc_error *err)
{
	uint64_t hashes[DC_PERSON_HASHES_MAX];
	size_t n = dc_person_hashes(hashes, who);
	int64_t version;
	int rc = meta(l, &version, "likely", err);

	if (rc || version != DC_PERSON_HASHES_VERSION)
		return rc;
	/* The whole name, which is first, last: what the others find counts in full. */
	for (size_t i = 1; i < n && !rc; i++)
		rc = look_up(l, h, hashes[i], self, POSTINGS_MAX, err);
	return rc || !n ? rc : look_up(l, h, hashes[0], self, NAMESAKES_SHOWN, err);
}

/* Who has the key of whom we look for, and the list of connections that they are in. */
static int know(struct dc_ledger *l, struct dc_person_seen *who, int64_t *self,
                struct dc_error *err)
{
	int rc = 0;

	*self = 0;
	if (*who->key)
		rc = dc_store_person_of(l, self, who->key, err);
	if (rc || !*self)
		return rc;
	return dc_store_int(l, &who->listed, 0, err,
	                    "SELECT " LISTED " FROM person p WHERE p.id = ?1", "i", *self);
}

int dc_ledger_person_likely(struct dc_ledger *l, struct dc_likely **out, size_t *count,
                            const struct dc_person *p, size_t limit, struct dc_arena *arena,
                            struct dc_error *err)
{
	struct dc_person_seen who = {
		.name = p->name,
		.company = p->company,
		.headline = p->headline,
		.key = p->key ? p->key : "",
	};
	int64_t self;
	int rc;

	*count = 0;
	if (!who.name || !*who.name)
		return 0;
	if ((rc = know(l, &who, &self, err)))
		return rc;
	DC_AUTO(dc_person_hunt_free) struct dc_person_hunt *h = dc_person_hunt_new(&who);
	const struct dc_person_found *found;

	if ((rc = hunt(l, h, &who, self, err)))
		return rc;
	size_t n = dc_person_hunt_end(h, &found);

	*out = dc_arena_alloc(arena, n, sizeof(**out));
	for (size_t i = 0; i < n && i < limit && !rc; i++) {
		struct dc_likely *k = *out + *count;

		rc = dc_ledger_person_by_id(l, &k->person, found[i].id, arena, err);
		k->score = found[i].score;
		k->reason = dc_arena_strdup(arena, found[i].reason);
		*count += !rc;
	}
	return rc;
}
