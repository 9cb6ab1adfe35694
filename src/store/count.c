/* count.c - what is counted: it follows from the requests, and verify holds it against them. */
#include "store/store.h"

/* On its way out, or out: it uses up budget whatever became of it afterwards. */
#define USES_BUDGET " state NOT IN ('undone', 'failed')"

int dc_store_paces_build(struct dc_ledger *l, struct dc_error *err)
{
	return dc_store_exec(
		l,
		"DELETE FROM pace;"
		"INSERT INTO pace SELECT hour, sum(a), sum(b), sum(c) FROM"
		" (SELECT moment / 3600000 AS hour, state NOT IN ('undone', 'failed') AS a,"
		"  state NOT IN ('undone', 'failed') AND note <> x'' AS b,"
		"  sent > 0 AND state IN ('sent', 'withdrawing') AS c FROM request) GROUP BY hour",
		err);
}

/* Whole hours are asked of the table of paces, the hour that the window begins in of the
 * requests themselves. */
int dc_ledger_count_since(struct dc_ledger *l, size_t *out, int64_t since, bool notes,
                          struct dc_error *err)
{
	int64_t hours, rest;
	int rc;

	if (since < 1)
		since = 1; /* 0 is a moment that nobody knows */
	if ((rc = dc_store_int(l, &hours, 0, err,
	                       "SELECT sum(iif(?2, notes, requests)) FROM pace WHERE hour > ?1",
	                       "ii", since / DC_HOUR, (int64_t)notes)) ||
	    (rc = dc_store_int(l, &rest, 0, err,
	                       "SELECT count(*) FROM request WHERE moment >= ?1 AND moment < ?2"
	                       " AND (?3 = 0 OR note <> x'') AND" USES_BUDGET,
	                       "iii", since, (since / DC_HOUR + 1) * DC_HOUR, (int64_t)notes)))
		return rc;
	*out = (size_t)(hours + rest);
	return 0;
}

int dc_ledger_nth_newest(struct dc_ledger *l, int64_t *out, size_t n, bool notes,
                         struct dc_error *err)
{
	if (!n || n > INT64_MAX) {
		*out = 0;
		return 0;
	}
	return dc_store_int(l, out, 0, err,
	                    "SELECT moment FROM request WHERE moment > 0"
	                    " AND (?1 = 0 OR note <> x'') AND" USES_BUDGET
	                    " ORDER BY moment DESC LIMIT 1 OFFSET ?2",
	                    "ii", (int64_t)notes, (int64_t)n - 1);
}

int dc_ledger_pending(struct dc_ledger *l, size_t *out, int64_t *oldest, int64_t not_before,
                      struct dc_error *err)
{
	const int64_t since = not_before < 1 ? 1 : not_before;
	int64_t hours, rest, dateless = 0;
	int rc;

	if (not_before < 1 &&
	    (rc = dc_store_int(l, &dateless, 0, err,
	                       "SELECT count(*) FROM request WHERE state IN ('sent',"
	                       " 'withdrawing') AND sent = 0",
	                       "")))
		return rc;
	if ((rc = dc_store_int(l, &hours, 0, err, "SELECT sum(pending) FROM pace WHERE hour > ?1",
	                       "i", since / DC_HOUR)) ||
	    (rc = dc_store_int(l, &rest, 0, err,
	                       "SELECT count(*) FROM request WHERE moment >= ?1 AND moment < ?2"
	                       " AND +sent > 0 AND +state IN ('sent', 'withdrawing')",
	                       "ii", since, (since / DC_HOUR + 1) * DC_HOUR)) ||
	    (rc = dc_store_int(l, oldest, 0, err,
	                       "SELECT min(sent) FROM ("
	                       " SELECT min(sent) AS sent FROM request"
	                       "  WHERE state = 'sent' AND sent >= ?1 UNION ALL"
	                       " SELECT min(sent) FROM request"
	                       "  WHERE state = 'withdrawing' AND sent >= ?1)",
	                       "i", since)))
		return rc;
	*out = (size_t)(hours + rest + dateless);
	return 0;
}

static int read_known(struct dc_ledger *l, sqlite3_stmt *st, struct dc_known *out, size_t *count,
                      struct dc_arena *arena, struct dc_error *err)
{
	int rc = dc_store_step(l, st, err);

	*out = (struct dc_known){ 0 };
	if (count)
		*count = 0;
	if (rc <= 0)
		return rc;
	if (sqlite3_column_type(st, 0) != SQLITE_NULL) {
		*out = (struct dc_known){ .at = sqlite3_column_int64(st, 0),
			                  .how = DC_HOW_OBSERVED,
			                  .source = dc_store_text(st, 1, arena) };
		if (count)
			*count = (size_t)sqlite3_column_int64(st, 2);
	}
	dc_store_done(st);
	return 0;
}

int dc_ledger_incoming(struct dc_ledger *l, struct dc_known *out, int64_t person,
                       struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(
		l, &st, err,
		"SELECT incoming, " DC_STORE_EVIDENCE("incoming_src",
	                                              "incoming_row") " FROM person WHERE id = ?1",
		"i", person);

	return rc ? rc : read_known(l, st, out, NULL, arena, err);
}

int dc_ledger_written(struct dc_ledger *l, struct dc_known *last, size_t *count, int64_t person,
                      struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(
		l, &st, err,
		"SELECT at, " DC_STORE_EVIDENCE(
			"src", "row") ","
				      " (SELECT count(*) FROM letter WHERE person = ?1)"
				      " FROM letter WHERE person = ?1 ORDER BY at DESC LIMIT 1",
		"i", person);

	return rc ? rc : read_known(l, st, last, count, arena, err);
}
