/* dnc.c - the do-not-contact list. */
#include "store/store.h"

#include <string.h>

static int note_down(struct dc_ledger *l, int64_t at, const char *kind, const char *detail,
                     struct dc_error *err)
{
	int64_t src;
	int rc = dc_store_source(l, &src, "you", "", err);

	return rc ? rc
	          : dc_store_event(l, 0, 0, at, kind, "", "", DC_HOW_TOLD, detail, src, 0, err);
}

static int add(struct dc_ledger *l, int64_t *id, const struct dc_dnc *d, struct dc_error *err)
{
	int rc = dc_store_int(l, id, 1, err, "SELECT max(id) + 1 FROM dnc", "");

	if (rc || (rc = dc_store_run(l, err,
	                             "INSERT INTO dnc (id, kind, what, reason, until, at)"
	                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	                             "isssii", *id, dc_dnc_kind_name(d->kind), d->what, d->reason,
	                             d->until, d->at)))
		return rc;
	DC_AUTO(dc_str) char *detail = dc_printf("entry %lld", (long long)*id);

	return note_down(l, d->at, "dnc", detail, err);
}

int dc_ledger_dnc_add(struct dc_ledger *l, int64_t *id, const struct dc_dnc *d,
                      struct dc_error *err)
{
	if (!d->reason || !*d->reason)
		return dc_fail(err, DC_INVALID,
		               "a do-not-contact entry needs a reason, so that you know it later");
	if (!d->what || !*d->what)
		return dc_fail(err, DC_INVALID, "a do-not-contact entry needs a %s",
		               dc_dnc_kind_name(d->kind));
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = add(l, id, d, err);
	return dc_store_end(l, rc, err);
}

int dc_ledger_dnc_remove(struct dc_ledger *l, int64_t id, int64_t now, struct dc_error *err)
{
	DC_AUTO(dc_str) char *detail = dc_printf("entry %lld", (long long)id);
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = dc_store_run(l, err,
		                  "UPDATE dnc SET removed = ?2 WHERE id = ?1 AND removed IS NULL",
		                  "ii", id, now);
	if (!rc && !sqlite3_changes(l->db))
		rc = dc_fail(err, DC_NOTFOUND,
		             "there is no do-not-contact entry %lld; 'decorum dnc list' shows all",
		             (long long)id);
	if (!rc)
		rc = note_down(l, now, "dnc-removed", detail, err);
	return dc_store_end(l, rc, err);
}

int dc_ledger_dnc_list(struct dc_ledger *l, struct dc_dnc **out, size_t *count, int64_t now,
                       struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int64_t n;
	int rc = dc_store_int(l, &n, 0, err, "SELECT count(*) FROM dnc", "");

	*count = 0;
	if (rc || !n ||
	    (rc = dc_store_query(l, &st, err,
	                         "SELECT id, kind, what, reason, until, at FROM dnc"
	                         " WHERE removed IS NULL"
	                         " AND (?1 = 0 OR until = 0 OR until > ?1) ORDER BY id",
	                         "i", now)))
		return rc;
	*out = dc_arena_alloc(arena, (size_t)n, sizeof(**out));
	while (*count < (size_t)n && (rc = dc_store_step(l, st, err)) > 0) {
		struct dc_dnc *d = &(*out)[(*count)++];

		*d = (struct dc_dnc){
			.id = sqlite3_column_int64(st, 0),
			.what = dc_store_text(st, 2, arena),
			.reason = dc_store_text(st, 3, arena),
			.until = sqlite3_column_int64(st, 4),
			.at = sqlite3_column_int64(st, 5),
		};
		(void)dc_dnc_kind_of(&d->kind, (const char *)sqlite3_column_text(st, 1));
	}
	dc_store_done(st);
	return rc < 0 ? rc : 0;
}
