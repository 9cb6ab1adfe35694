/* count.c - what is counted: computed from the requests each time, never kept. */
#include "store/store.h"

/* On its way out, or out: it uses up budget whatever became of it afterwards. */
#define USES_BUDGET " state NOT IN ('undone', 'failed')"

int dc_ledger_count_since(struct dc_ledger *l, size_t *out, int64_t since, bool notes,
                          struct dc_error *err)
{
	int64_t n;
	int rc = dc_store_int(l, &n, 0, err,
	                      "SELECT count(*) FROM request WHERE moment >= max(?1, 1)"
	                      " AND (?2 = 0 OR note <> x'') AND" USES_BUDGET,
	                      "ii", since, (int64_t)notes);

	if (!rc)
		*out = (size_t)n;
	return rc;
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
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT count(*), min(nullif(sent, 0)) FROM request"
	                        " WHERE state IN ('sent', 'withdrawing') AND sent >= ?1",
	                        "i", not_before);

	if (rc || (rc = dc_store_step(l, st, err)) < 0)
		return rc;
	*out = (size_t)sqlite3_column_int64(st, 0);
	*oldest = sqlite3_column_int64(st, 1);
	dc_store_done(st);
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
