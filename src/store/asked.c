/* asked.c - who was asked lately: at which company, from which template, and how it went.
 *
 * Each is counted over an index or from a count for the day, so that it costs the same in a
 * ledger of a hundred and of a million requests.
 */
#include "store/store.h"

#include <decorum/mem.h>

#include "text/similar.h"

#define COUNTS " state NOT IN ('undone', 'failed')"

#define AT_COMPANY                                                                           \
	" request r WHERE r.firm = ?1 AND r.firm <> 0 AND r.moment >= ?2 AND r.person <> ?3" \
	" AND r.state NOT IN ('undone', 'failed')"

/* Newest first, each person once. */
static int name_newest(struct dc_ledger *l, struct dc_asked *all, size_t *count, int64_t firm,
                       int64_t person, int64_t since, size_t most, struct dc_arena *arena,
                       struct dc_error *err)
{
	int64_t *seen = dc_arena_alloc(arena, most, sizeof(*seen));
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT r.person, r.moment, (SELECT name FROM person"
	                        " WHERE id = r.person) FROM" AT_COMPANY
	                        " ORDER BY r.moment DESC, r.id DESC",
	                        "iii", firm, since, person);

	while (!rc && *count < most && (rc = dc_store_step(l, st, err)) > 0) {
		const int64_t who = sqlite3_column_int64(st, 0);
		size_t i = 0;

		rc = 0;
		while (i < *count && seen[i] != who)
			i++;
		if (i < *count)
			continue;
		seen[*count] = who;
		all[(*count)++] = (struct dc_asked){ dc_store_text(st, 2, arena),
			                             sqlite3_column_int64(st, 1) };
	}
	dc_store_done(st);
	return rc;
}

int dc_ledger_colleagues(struct dc_ledger *l, size_t *people, struct dc_asked **newest,
                         size_t *count, const char *company, int64_t person, int64_t since,
                         size_t most, struct dc_arena *arena, struct dc_error *err)
{
	const int64_t firm = dc_similar_firm(company);
	int64_t n = 0;
	int rc = 0;

	*people = *count = 0;
	*newest = dc_arena_alloc(arena, most, sizeof(**newest));
	since = since < 1 ? 1 : since;
	if (firm)
		rc = dc_store_int(l, &n, 0, err, "SELECT count(DISTINCT r.person) FROM" AT_COMPANY,
		                  "iii", firm, since, person);
	if (rc || !n)
		return rc;
	*people = (size_t)n;
	return name_newest(l, *newest, count, firm, person, since, most, arena, err);
}

int dc_ledger_template_people(struct dc_ledger *l, size_t *people, const char *tmpl, int64_t person,
                              int64_t since, struct dc_error *err)
{
	int64_t n = 0;
	int rc = dc_store_int(l, &n, 0, err,
	                      "SELECT count(DISTINCT person) FROM request WHERE tmpl = ?1"
	                      " AND moment >= ?2 AND person <> ?3 AND note <> x'' AND" COUNTS,
	                      "sii", tmpl, since < 1 ? 1 : since, person);

	*people = (size_t)n;
	return rc;
}

int dc_ledger_fates(struct dc_ledger *l, struct dc_fates *out, int64_t from, int64_t to,
                    struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT total(gone), total(accepted), total(untold) FROM pace"
	                        " WHERE span = 86400000 AND at >= ?1 AND at < ?2",
	                        "ii", from / DC_DAY, to / DC_DAY);

	*out = (struct dc_fates){ 0 };
	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	out->count = (size_t)sqlite3_column_int64(st, 0);
	out->accepted = (size_t)sqlite3_column_int64(st, 1);
	out->untold = (size_t)sqlite3_column_int64(st, 2);
	dc_store_done(st);
	return 0;
}

/* --- what follows from the requests */

/* One person after the other: the rows of a SELECT must not change while it runs. */
static int build_next(struct dc_ledger *l, int64_t *id, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT id, coalesce(company, '') FROM person WHERE id > ?1"
	                        " AND (company <> '' OR firm <> 0) ORDER BY id LIMIT 1",
	                        "i", *id);

	*id = 0;
	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	*id = sqlite3_column_int64(st, 0);
	l->work.done += DC_STORE_US_FIRM;
	const int64_t firm = dc_similar_firm((const char *)sqlite3_column_text(st, 1));

	dc_store_done(st);
	return dc_store_run(l, err, "UPDATE person SET firm = ?2 WHERE id = ?1 AND firm <> ?2",
	                    "ii", *id, firm);
}

int dc_store_firms_build(struct dc_ledger *l, struct dc_error *err)
{
	int64_t id = 0;
	int rc;

	do
		rc = build_next(l, &id, err);
	while (!rc && id);
	return rc ? rc
	          : dc_store_run(l, err,
	                         "UPDATE request SET firm = p.firm FROM person p"
	                         " WHERE p.id = request.person AND request.firm <> p.firm",
	                         "");
}

int dc_store_firms_verify(struct dc_ledger *l, struct dc_error *err)
{
	sqlite3_stmt *st = NULL;
	int rc = dc_store_query(l, &st, err, "SELECT id, coalesce(company, ''), firm FROM person",
	                        "");

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		const char *company = (const char *)sqlite3_column_text(st, 1);

		rc = 0;
		if (sqlite3_column_int64(st, 2) != dc_similar_firm(company))
			rc = dc_fail(err, DC_SYSTEM,
			             "the ledger %.200s: person %lld is kept under another company "
			             "than theirs; 'decorum verify --rebuild' mends that",
			             l->path, (long long)sqlite3_column_int64(st, 0));
	}
	if (rc)
		dc_store_done(st);
	return rc;
}
