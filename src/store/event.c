/* event.c - writing the append-only history. */
#include "store/store.h"

int dc_store_event(struct dc_ledger *l, int64_t request, int64_t person, int64_t at,
                   const char *kind, const char *from, const char *to, enum dc_how how,
                   const char *detail, int64_t src, int64_t row, struct dc_error *err)
{
	return dc_store_run(l, err,
	                    "INSERT INTO event (request, person, at, kind, \"from\", \"to\", how,"
	                    " detail, src, row) VALUES (nullif(?1, 0), nullif(?2, 0), ?3, ?4, ?5,"
	                    " ?6, ?7, ?8, ?9, nullif(?10, 0))",
	                    "iiisssssii", request, person, at, kind, from, to, dc_store_how(how),
	                    detail ? detail : "", src, row);
}

int dc_ledger_event_add(struct dc_ledger *l, const struct dc_event *e, struct dc_error *err)
{
	int64_t src;
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = dc_store_source(l, &src, e->source ? e->source : "decorum", "", err);
	if (!rc)
		rc = dc_store_event(l, e->request, e->person, e->at, e->kind,
		                    e->from ? e->from : "", e->to ? e->to : "", e->how, e->detail,
		                    src, 0, err);
	return dc_store_end(l, rc, err);
}

int dc_ledger_suppressed(struct dc_ledger *l, size_t *requests, const char *rule,
                         struct dc_error *err)
{
	int64_t n = 0;
	int rc = dc_store_int(l, &n, 0, err,
	                      "SELECT count(DISTINCT request) FROM event WHERE kind = 'suppression'"
	                      " AND substr(detail, 1, length(?1) + 2) = ?1 || ': '",
	                      "s", rule);

	*requests = (size_t)n;
	return rc;
}

int dc_ledger_met_put(struct dc_ledger *l, int64_t person, const char *where, int64_t now,
                      struct dc_error *err)
{
	return dc_ledger_event_add(l,
	                           &(struct dc_event){ .person = person,
	                                               .at = now,
	                                               .kind = "met",
	                                               .how = DC_HOW_TOLD,
	                                               .detail = where,
	                                               .source = "you" },
	                           err);
}

int dc_ledger_met(struct dc_ledger *l, const char **where, int64_t *at, int64_t person,
                  struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT detail, at FROM event WHERE kind = 'met' AND person IN"
	                        " (SELECT id FROM person WHERE id = ?1 OR joined = ?1)"
	                        " ORDER BY at DESC, id DESC LIMIT 1",
	                        "i", person);

	if (rc || (rc = dc_store_step(l, st, err)) < 0)
		return rc;
	*where = "";
	*at = 0;
	if (rc > 0) {
		*where = dc_store_text(st, 0, arena);
		*at = sqlite3_column_int64(st, 1);
		dc_store_done(st);
	}
	return 0;
}

int dc_ledger_pause(struct dc_ledger *l, const char *why, int64_t now, struct dc_error *err)
{
	int64_t src;
	int rc = dc_store_begin(l, err);

	if (!rc && why)
		rc = dc_store_run(l, err, "INSERT OR REPLACE INTO meta VALUES ('paused', ?1)", "s",
		                  why);
	else if (!rc)
		rc = dc_store_run(l, err, "DELETE FROM meta WHERE name IN ('paused', 'wait')", "");
	if (!rc)
		rc = dc_store_source(l, &src, "decorum", "", err);
	if (!rc)
		rc = dc_store_event(l, 0, 0, now, why ? "pause" : "resume", "", "", DC_HOW_TOLD,
		                    why, src, 0, err);
	return dc_store_end(l, rc, err);
}

int dc_ledger_paused(struct dc_ledger *l, const char **why, struct dc_arena *arena,
                     struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, "SELECT value FROM meta WHERE name = 'paused'", "");

	if (rc || (rc = dc_store_step(l, st, err)) < 0)
		return rc;
	*why = "";
	if (rc > 0) {
		*why = dc_store_text(st, 0, arena);
		dc_store_done(st);
	}
	return 0;
}
