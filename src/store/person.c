/* person.c - people: found by key or by name, told more about, and who the user is.
 *
 * Somebody known by name only has no key.  They become somebody with a key when exactly
 * one person of that name has one; see settle.c.
 */
#include "store/likely.h"
#include "store/store.h"

#include <string.h>

#include <decorum/text.h>

#include "text/similar.h"

int dc_store_person_of(struct dc_ledger *l, int64_t *id, const char *key, struct dc_error *err)
{
	return dc_store_int(l, id, 0, err, "SELECT person FROM person_key WHERE key = ?1", "s",
	                    key);
}

/* Somebody with that name and no key, or who they turned out to be; 0 when there is none. */
static int by_name_only(struct dc_ledger *l, int64_t *id, const char *folded, struct dc_error *err)
{
	return dc_store_int(l, id, 0, err,
	                    "SELECT coalesce(joined, id) FROM person WHERE folded = ?1"
	                    " AND folded <> '' AND key = '' ORDER BY joined IS NOT NULL LIMIT 1",
	                    "s", folded);
}

int dc_store_person_key(struct dc_ledger *l, int64_t person, const char *key, struct dc_error *err)
{
	return dc_store_run(l, err,
	                    "INSERT INTO person_key SELECT ?1, ?2, 1 + count(*)"
	                    " FROM " DC_STORE_KEYS_OF("?2"),
	                    "si", key, person);
}

static int find(struct dc_ledger *l, int64_t *id, const struct dc_person *p, const char *folded,
                struct dc_error *err)
{
	*id = 0;
	if (*p->key)
		return dc_store_person_of(l, id, p->key, err);
	return by_name_only(l, id, folded, err);
}

static int make(struct dc_ledger *l, int64_t *id, const struct dc_store_told *t, const char *folded,
                struct dc_error *err)
{
	const struct dc_person *p = t->p;
	int rc = dc_store_run(l, err,
	                      "INSERT INTO person (key, name, folded, first, last, headline,"
	                      " company, email, as_of, src, row, connected, connected_how,"
	                      " connected_src, connected_row, firm)"
	                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, nullif(?11, 0),"
	                      " iif(?12, ?13, NULL), iif(?12, 'observed', NULL),"
	                      " iif(?12, ?10, NULL), iif(?12, ?11, NULL), ?14)",
	                      "ssstttttiiiiii", p->key, p->name, folded, p->first, p->last,
	                      p->headline, p->company, p->email, t->as_of, t->src, t->row,
	                      (int64_t)t->connected, p->connected.at, dc_similar_firm(p->company));

	if (rc)
		return rc;
	*id = sqlite3_last_insert_rowid(l->db);
	return *p->key ? dc_store_run(l, err, "INSERT INTO person_key VALUES (?1, ?2, 1)", "si",
	                              p->key, *id)
	               : 0;
}

struct fields {
	const char *name, *first, *last, *headline, *company, *email;
};

/* What is told replaces what is on file unless it is empty or older. */
static bool take(const char **now, const char *told, bool newer)
{
	if (!*told || !strcmp(*now, told) || (**now && !newer))
		return false;
	*now = told;
	return true;
}

static int update(struct dc_ledger *l, int64_t id, bool *changed, const struct dc_store_told *t,
                  const char *folded, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const struct dc_person *p = t->p;
	struct fields f;
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT name, coalesce(first, ''), coalesce(last, ''),"
	                        " coalesce(headline, ''), coalesce(company, ''),"
	                        " coalesce(email, ''), as_of FROM person WHERE id = ?1",
	                        "i", id);

	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	f = (struct fields){
		.name = (const char *)sqlite3_column_text(st, 0),
		.first = (const char *)sqlite3_column_text(st, 1),
		.last = (const char *)sqlite3_column_text(st, 2),
		.headline = (const char *)sqlite3_column_text(st, 3),
		.company = (const char *)sqlite3_column_text(st, 4),
		.email = (const char *)sqlite3_column_text(st, 5),
	};
	bool newer = t->as_of >= sqlite3_column_int64(st, 6);
	struct fields was = f;
	/* Parts belong to their name: they change together. */
	bool named = take(&f.name, p->name, newer);
	bool more = named;

	if (named || !strcmp(f.name, p->name)) {
		more |= take(&f.first, p->first, newer);
		more |= take(&f.last, p->last, newer);
	}
	more |= take(&f.headline, p->headline, newer);
	more |= take(&f.company, p->company, newer);
	more |= take(&f.email, p->email, newer);
	*changed = more;
	if (!more) {
		dc_store_done(st);
		return 0;
	}
	/* The row is borrowed from the statement, which must be over before the next one. */
	const char **all[] = { &f.name,    &f.first, &f.last,   &f.headline,
		               &f.company, &f.email, &was.name, &was.company };

	for (size_t i = 0; i < DC_COUNT(all); i++)
		*all[i] = dc_arena_strdup(&arena, *all[i]);
	dc_store_done(st);
	if ((rc = dc_store_run(l, err,
	                       "UPDATE person SET name = ?2, folded = iif(?9, ?10, folded),"
	                       " first = ?3, last = ?4, headline = ?5, company = ?6, email = ?7,"
	                       " as_of = max(as_of, ?8), firm = ?11 WHERE id = ?1",
	                       "istttttiisi", id, f.name, f.first, f.last, f.headline, f.company,
	                       f.email, t->as_of, (int64_t)named, folded,
	                       dc_similar_firm(f.company))))
		return rc;
	if (named || strcmp(was.company, f.company) != 0)
		rc = dc_store_likely_renew(l, id, err);
	return rc ? rc : dc_store_words(l, id, was.name, was.company, f.name, f.company, err);
}

int dc_store_person_put(struct dc_ledger *l, int64_t *id, bool *fresh, bool *changed,
                        const struct dc_store_told *t, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };
	int rc;

	*fresh = *changed = false;
	dc_text_fold(&folded, t->p->name, strlen(t->p->name));
	if ((rc = find(l, id, t->p, dc_buf_str(&folded), err)))
		return rc;
	if (*id)
		return update(l, *id, changed, t, dc_buf_str(&folded), err);
	*fresh = true;
	return make(l, id, t, dc_buf_str(&folded), err);
}

/* Members a caller left out are empty. */
static struct dc_person whole(const struct dc_person *p)
{
	struct dc_person w = *p;
	const char **all[] = {
		&w.key, &w.name, &w.first, &w.last, &w.headline, &w.company, &w.email
	};

	for (size_t i = 0; i < DC_COUNT(all); i++)
		if (!*all[i])
			*all[i] = "";
	return w;
}

static int put(struct dc_ledger *l, int64_t *id, const struct dc_person *told, const char *source,
               int64_t now, struct dc_error *err)
{
	struct dc_person p = whole(told);
	struct dc_store_told t = { .p = &p, .as_of = now };
	bool fresh, changed;
	int rc;

	if (!*p.key && !*p.name)
		return dc_fail(
			err, DC_INVALID,
			"a person without address and name cannot be kept; give one of them");
	if ((rc = dc_store_source(l, &t.src, source, "", err)) ||
	    (rc = dc_store_person_put(l, id, &fresh, &changed, &t, err)))
		return rc;
	if (!p.connected.source)
		return 0;
	return dc_store_run(l, err,
	                    "UPDATE person SET connected = ?2, connected_how = ?3,"
	                    " connected_src = ?4, connected_row = NULL WHERE id = ?1",
	                    "iisi", *id, p.connected.at, dc_store_how(p.connected.how), t.src);
}

int dc_ledger_person_put(struct dc_ledger *l, int64_t *id, const struct dc_person *p,
                         const char *source, int64_t now, struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = put(l, id, p, source ? source : "you", now, err);
	if (!rc)
		rc = dc_store_words_catch_up(l, err);
	if (!rc)
		rc = dc_store_likely_catch_up(l, err);
	return dc_store_end(l, rc, err);
}

/* --- reading */

#define PERSON_COLUMNS                                                          \
	"p.id, p.key, p.name, p.first, p.last, p.headline, p.company, p.email," \
	" p.connected, p.connected_how,"                                        \
	" " DC_STORE_EVIDENCE("p.connected_src", "p.connected_row")

static void read_person(sqlite3_stmt *st, struct dc_person *out, struct dc_arena *arena)
{
	*out = (struct dc_person){
		.id = sqlite3_column_int64(st, 0),
		.key = dc_store_text(st, 1, arena),
		.name = dc_store_text(st, 2, arena),
		.first = dc_store_text(st, 3, arena),
		.last = dc_store_text(st, 4, arena),
		.headline = dc_store_text(st, 5, arena),
		.company = dc_store_text(st, 6, arena),
		.email = dc_store_text(st, 7, arena),
	};
	if (sqlite3_column_type(st, 8) == SQLITE_NULL)
		return;
	out->connected = (struct dc_known){
		.at = sqlite3_column_int64(st, 8),
		.how = dc_store_how_of((const char *)sqlite3_column_text(st, 9)),
		.source = dc_store_text(st, 10, arena),
	};
}

static int one(struct dc_ledger *l, sqlite3_stmt *st, struct dc_person *out, struct dc_arena *arena,
               struct dc_error *err)
{
	int rc = dc_store_step(l, st, err);

	if (rc <= 0)
		return rc;
	read_person(st, out, arena);
	dc_store_done(st);
	return 1;
}

int dc_ledger_person_by_id(struct dc_ledger *l, struct dc_person *out, int64_t id,
                           struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	/* Whoever was joined to somebody is that somebody. */
	int rc = dc_store_query(l, &st, err,
	                        "SELECT " PERSON_COLUMNS " FROM person p WHERE p.id ="
	                        " (SELECT coalesce(joined, id) FROM person WHERE id = ?1)",
	                        "i", id);

	if (rc || (rc = one(l, st, out, arena, err)) < 0)
		return rc;
	return rc ? 0
	          : dc_fail(err, DC_NOTFOUND, "there is no person %lld in the ledger",
	                    (long long)id);
}

int dc_ledger_person_by_key(struct dc_ledger *l, struct dc_person *out, const char *key,
                            struct dc_arena *arena, struct dc_error *err)
{
	int64_t id;
	int rc = dc_store_person_of(l, &id, key, err);

	if (rc)
		return rc;
	return id ? dc_ledger_person_by_id(l, out, id, arena, err)
	          : dc_fail(err, DC_NOTFOUND, "the ledger knows nobody with the address %.200s",
	                    key);
}

int dc_ledger_person_keys(struct dc_ledger *l, const char ***out, size_t *count, int64_t person,
                          struct dc_arena *arena, struct dc_error *err)
{
	int64_t n;
	sqlite3_stmt *st;
	int rc = dc_store_int(l, &n, 0, err, "SELECT count(*) FROM " DC_STORE_KEYS_OF("?1"), "i",
	                      person);

	*count = 0;
	if (rc || (rc = dc_store_query(l, &st, err,
	                               "SELECT k.key FROM person_key k WHERE k.key IN"
	                               " " DC_STORE_KEYS_OF("?1") " ORDER BY k.seq",
	                               "i", person)))
		return rc;
	*out = dc_arena_alloc(arena, (size_t)n, sizeof(**out));
	while (*count < (size_t)n && (rc = dc_store_step(l, st, err)) > 0)
		(*out)[(*count)++] = dc_store_text(st, 0, arena);
	dc_store_done(st);
	return rc < 0 ? rc : 0;
}

/* --- the user */

int dc_ledger_self_put(struct dc_ledger *l, int64_t person, const char *source, int64_t now,
                       struct dc_error *err)
{
	int64_t before = 0, src;
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = dc_store_int(l, &before, 0, err, "SELECT value FROM meta WHERE name = 'self'",
		                  "");
	if (!rc && before != person) {
		rc = dc_store_run(l, err, "INSERT OR REPLACE INTO meta VALUES ('self', ?1)", "i",
		                  person);
		if (!rc)
			rc = dc_store_source(l, &src, source ? source : "you", "", err);
		if (!rc)
			rc = dc_store_event(l, 0, person, now, "self", "", "", DC_HOW_TOLD, "", src,
			                    0, err);
	}
	return dc_store_end(l, rc, err);
}

int dc_ledger_self(struct dc_ledger *l, struct dc_person *out, struct dc_arena *arena,
                   struct dc_error *err)
{
	int64_t id;
	int rc = dc_store_int(l, &id, 0, err, "SELECT value FROM meta WHERE name = ?1", "s",
	                      "self");

	if (rc)
		return rc;
	if (!id)
		return dc_fail(err, DC_NOTFOUND,
		               "decorum does not know yet who you are; set 'me' in the settings");
	return dc_ledger_person_by_id(l, out, id, arena, err);
}
