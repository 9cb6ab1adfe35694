/* draft.c - drafts, and the answers that are offered again. */
#include "store/store.h"

#include <string.h>

static int draft_put(struct dc_ledger *l, int64_t *id, const struct dc_draft *d,
                     struct dc_error *err)
{
	static const char sql[] =
		"INSERT INTO draft (id, key, who, tmpl, note, answers, at)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE"
		" SET key = ?2, who = ?3, tmpl = ?4, note = ?5, answers = ?6, at = ?7";
	int64_t use = d->id;
	int rc = 0;

	if (!use)
		rc = dc_store_int(l, &use, 1, err, "SELECT max(id) + 1 FROM draft", "");
	if (!rc)
		rc = dc_store_run(l, err, sql, "itttbti", use, d->key, d->who, d->tmpl,
		                  (const void *)d->note, d->note_len, d->answers, d->at);
	if (!rc)
		*id = use;
	return rc;
}

int dc_ledger_draft_put(struct dc_ledger *l, int64_t *id, const struct dc_draft *d,
                        struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = draft_put(l, id, d, err);
	return dc_store_end(l, rc, err);
}

#define DRAFT_COLUMNS "SELECT id, key, who, tmpl, note, answers, at FROM draft "

static void read_draft(sqlite3_stmt *st, struct dc_draft *out, struct dc_arena *arena)
{
	*out = (struct dc_draft){
		.id = sqlite3_column_int64(st, 0),
		.key = dc_store_text(st, 1, arena),
		.who = dc_store_text(st, 2, arena),
		.tmpl = dc_store_text(st, 3, arena),
		.answers = dc_store_text(st, 5, arena),
		.at = sqlite3_column_int64(st, 6),
	};
	out->note = dc_store_bytes(st, 4, &out->note_len, arena);
}

static int no_draft(int64_t id, struct dc_error *err)
{
	return dc_fail(err, DC_NOTFOUND, "there is no draft %lld; 'decorum draft list' shows all",
	               (long long)id);
}

int dc_ledger_draft_get(struct dc_ledger *l, struct dc_draft *out, int64_t id,
                        struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, DRAFT_COLUMNS "WHERE id = ?1", "i", id);

	if (rc || (rc = dc_store_step(l, st, err)) < 0)
		return rc;
	if (!rc)
		return no_draft(id, err);
	read_draft(st, out, arena);
	dc_store_done(st);
	return 0;
}

int dc_ledger_draft_drop(struct dc_ledger *l, int64_t id, struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = dc_store_run(l, err, "DELETE FROM draft WHERE id = ?1", "i", id);
	if (!rc && !sqlite3_changes(l->db))
		rc = no_draft(id, err);
	return dc_store_end(l, rc, err);
}

int dc_ledger_draft_list(struct dc_ledger *l, struct dc_draft **out, size_t *count,
                         struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int64_t n;
	int rc = dc_store_int(l, &n, 0, err, "SELECT count(*) FROM draft", "");

	*count = 0;
	if (rc || (rc = dc_store_query(l, &st, err, DRAFT_COLUMNS "ORDER BY at DESC, id DESC", "")))
		return rc;
	*out = dc_arena_alloc(arena, (size_t)n, sizeof(**out));
	while (*count < (size_t)n && (rc = dc_store_step(l, st, err)) > 0)
		read_draft(st, &(*out)[(*count)++], arena);
	dc_store_done(st);
	return rc < 0 ? rc : 0;
}

int dc_ledger_answer_put(struct dc_ledger *l, const char *slot, const char *value, int64_t now,
                         struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = dc_store_run(l, err, "INSERT OR REPLACE INTO answer VALUES (?1, ?2, ?3)",
		                  "ssi", slot, value, now);
	return dc_store_end(l, rc, err);
}

int dc_ledger_answer_list(struct dc_ledger *l, const char ***out, size_t *count, const char *slot,
                          size_t limit, struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT value FROM answer WHERE slot = ?1 ORDER BY at DESC, value"
	                        " LIMIT ?2",
	                        "si", slot, (int64_t)limit);

	*count = 0;
	if (rc)
		return rc;
	*out = dc_arena_alloc(arena, limit, sizeof(**out));
	while (*count < limit && (rc = dc_store_step(l, st, err)) > 0)
		(*out)[(*count)++] = dc_store_text(st, 0, arena);
	dc_store_done(st);
	return rc < 0 ? rc : 0;
}
