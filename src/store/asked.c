/* asked.c - who was asked lately, and how it went.
 *
 * Both look at a bounded number of requests by their moment, so that they cost the same in a
 * ledger of a hundred and of a million.
 */
#include "store/store.h"

int dc_ledger_asked_since(struct dc_ledger *l, int64_t since, size_t most, dc_asked_fn *fn,
                          void *data, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT r.person, p.name, p.company, r.moment FROM"
	                        " (SELECT person, moment FROM request WHERE moment >= ?1"
	                        "  AND state NOT IN ('undone', 'failed')"
	                        "  ORDER BY moment DESC LIMIT ?2) r"
	                        " CROSS JOIN person p ON p.id = r.person WHERE p.company <> ''"
	                        " ORDER BY r.moment DESC",
	                        "ii", since < 1 ? 1 : since, (int64_t)most);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		fn(data, sqlite3_column_int64(st, 0), (const char *)sqlite3_column_text(st, 1),
		   (const char *)sqlite3_column_text(st, 2), sqlite3_column_int64(st, 3));
		rc = 0;
	}
	return rc;
}

/* Pending requests are known to be so when an export listed them two weeks later. */
int dc_ledger_fates(struct dc_ledger *l, struct dc_fates *out, int64_t from, int64_t to,
                    size_t most, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT count(*), total(state = 'accepted'),"
	                        " total(state IN ('sent', 'withdrawing')"
	                        "  AND coalesce(listed, 0) < moment + ?4) FROM"
	                        " (SELECT state, listed, moment FROM request"
	                        "  WHERE moment >= ?1 AND moment < ?2 AND +sent > 0"
	                        "  AND +state IN ('sent', 'withdrawing', 'withdrawn', 'accepted',"
	                        "  'declined', 'ignored', 'expired', 'closed')"
	                        "  ORDER BY moment DESC LIMIT ?3)",
	                        "iiii", from < 1 ? 1 : from, to, (int64_t)most, 14 * DC_DAY);

	*out = (struct dc_fates){ 0 };
	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	out->count = (size_t)sqlite3_column_int64(st, 0);
	out->accepted = (size_t)sqlite3_column_int64(st, 1);
	out->untold = (size_t)sqlite3_column_int64(st, 2);
	dc_store_done(st);
	return 0;
}
