/* asked.c - who was asked lately: at which company, from which template, and how it went.
 *
 * Each is counted over an index or from a count for the day, so that it costs the same in a
 * ledger of a hundred and of a million requests.
 */
#include "store/store.h"

#include <decorum/mem.h>

#include "text/similar.h"

#define COUNTS " state NOT IN ('undone', 'failed')"

int dc_ledger_colleagues(struct dc_ledger *l, size_t *people, struct dc_asked **newest,
                         size_t *count, const char *company, int64_t person, int64_t since,
                         size_t most, struct dc_arena *arena, struct dc_error *err)
{
	const int64_t firm = dc_similar_firm(company);
	struct dc_asked *all = dc_arena_alloc(arena, most, sizeof(*all));
	sqlite3_stmt *st;
	int rc;

	*people = *count = 0;
	*newest = all;
	if (!firm)
		return 0;
	rc = dc_store_query(l, &st, err,
	                    "SELECT p.name, at, people FROM (SELECT person, max(moment) AS at,"
	                    "  max(id) AS newest, count(*) OVER () AS people FROM request"
	                    "  WHERE firm = ?1 AND firm <> 0 AND moment >= ?2 AND person <> ?3"
	                    "  AND" COUNTS
	                    " GROUP BY person ORDER BY at DESC, newest DESC LIMIT ?4)"
	                    " CROSS JOIN person p ON p.id = person ORDER BY at DESC, newest DESC",
	                    "iiii", firm, since < 1 ? 1 : since, person, (int64_t)most);
	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		all[(*count)++] = (struct dc_asked){ dc_store_text(st, 0, arena),
			                             sqlite3_column_int64(st, 1) };
		*people = (size_t)sqlite3_column_int64(st, 2);
		rc = 0;
	}
	return rc;
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
