/* dispatch.c - what is kept about sending through an API. */
#include <string.h>

#include "store/store.h"

int dc_ledger_dispatch_get(struct dc_ledger *l, struct dc_dispatch *out, int64_t id,
                           struct dc_arena *arena, struct dc_error *err)
{
	static const char sql[] =
		"SELECT attempts, doubts, tried, not_before, settled_elapsed, settled_wall, boot,"
		" absent, invitation, raw, undo FROM dispatch WHERE request = ?1";
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, sql, "i", id);

	*out = (struct dc_dispatch){ .invitation = "", .raw = "" };
	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	const char *boot = (const char *)sqlite3_column_text(st, 6);

	*out = (struct dc_dispatch){
		.attempts = sqlite3_column_int64(st, 0),
		.doubts = sqlite3_column_int64(st, 1),
		.tried = sqlite3_column_int64(st, 2),
		.not_before = sqlite3_column_int64(st, 3),
		.settled_elapsed = sqlite3_column_int64(st, 4),
		.settled_wall = sqlite3_column_int64(st, 5),
		.absent = sqlite3_column_int64(st, 7),
		.invitation = dc_store_text(st, 8, arena),
		.raw = dc_store_text(st, 9, arena),
		.undo = sqlite3_column_int64(st, 10),
	};
	if (boot)
		memcpy(out->boot, boot, strnlen(boot, sizeof(out->boot) - 1));
	dc_store_done(st);
	return 0;
}

int dc_ledger_dispatch_put(struct dc_ledger *l, int64_t id, const struct dc_dispatch *d,
                           struct dc_error *err)
{
	static const char sql[] =
		"INSERT INTO dispatch (request, attempts, doubts, tried, not_before,"
		" settled_elapsed, settled_wall, boot, absent, invitation, raw)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
		" ON CONFLICT (request) DO UPDATE SET attempts = ?2, doubts = ?3, tried = ?4,"
		" not_before = ?5, settled_elapsed = ?6, settled_wall = ?7, boot = ?8,"
		" absent = ?9, invitation = ?10, raw = ?11";

	return dc_store_run(l, err, sql, "iiiiiiisiss", id, d->attempts, d->doubts, d->tried,
	                    d->not_before, d->settled_elapsed, d->settled_wall, d->boot, d->absent,
	                    d->invitation, d->raw);
}

static int undo_late(struct dc_ledger *l, int64_t id, int64_t now, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request r;
	int64_t src;
	int rc = dc_ledger_request_get(l, &r, id, &arena, err);

	if (rc)
		return rc;
	if (r.state != DC_STATE_SENDING && r.state != DC_STATE_UNKNOWN)
		return dc_fail(err, DC_CONFLICT, "request %lld is %s", (long long)id,
		               dc_state_name(r.state));
	if ((rc = dc_store_run(l, err,
	                       "INSERT INTO dispatch (request, undo) VALUES (?1, ?2)"
	                       " ON CONFLICT (request) DO UPDATE SET undo = ?2",
	                       "ii", id, now)) ||
	    (rc = dc_store_source(l, &src, "you", "", err)))
		return rc;
	return dc_store_event(l, id, r.person, now, "undo-late", "", "", DC_HOW_TOLD,
	                      "too late to hold it back: it will be withdrawn", src, 0, err);
}

int dc_ledger_undo_late(struct dc_ledger *l, int64_t id, int64_t now, struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = undo_late(l, id, now, err);
	return dc_store_end(l, rc, err);
}

/* --- what holds for all requests */

static int put_meta(struct dc_ledger *l, const char *name, int64_t value, struct dc_error *err)
{
	return dc_store_run(l, err, "INSERT OR REPLACE INTO meta VALUES (?1, ?2)", "si", name,
	                    value);
}

static int get_meta(struct dc_ledger *l, const char *name, int64_t *value, struct dc_error *err)
{
	return dc_store_int(l, value, 0, err, "SELECT value FROM meta WHERE name = ?1", "s", name);
}

static int streak(struct dc_ledger *l, const char *kind, int64_t *length, struct dc_error *err)
{
	int64_t same = 0;
	int rc = dc_store_int(l, &same, 0, err,
	                      "SELECT count(*) FROM meta WHERE name = 'streak' AND value = ?1", "s",
	                      kind);

	*length = 0;
	if (!rc && same)
		rc = get_meta(l, "streak-length", length, err);
	*length = *kind ? *length + 1 : 0;
	if (!rc)
		rc = dc_store_run(l, err, "INSERT OR REPLACE INTO meta VALUES ('streak', ?1)", "s",
		                  kind);
	return rc ? rc : put_meta(l, "streak-length", *length, err);
}

int dc_ledger_streak(struct dc_ledger *l, const char *kind, int64_t *length, struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = streak(l, kind, length, err);
	return dc_store_end(l, rc, err);
}

int dc_ledger_wait(struct dc_ledger *l, int64_t until, struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = put_meta(l, "wait", until, err);
	return dc_store_end(l, rc, err);
}

int dc_ledger_waits(struct dc_ledger *l, int64_t *until, struct dc_error *err)
{
	return get_meta(l, "wait", until, err);
}
