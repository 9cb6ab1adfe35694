/* sql.c - statements, transactions, and what SQLite's refusals mean to a person. */
#include "store/store.h"

#include <assert.h>
#include <string.h>

/* What to tell for a primary result code, beside what SQLite says itself. */
static const struct {
	int rc, code;
	const char *advice;
} refusals[] = {
	{ SQLITE_BUSY, DC_TEMP, "another decorum is writing to it; try again in a moment" },
	{ SQLITE_LOCKED, DC_TEMP, "another decorum is writing to it; try again in a moment" },
	{ SQLITE_CORRUPT, DC_SYSTEM,
	  "the ledger is damaged; run 'decorum verify' and go back to a backup" },
	{ SQLITE_NOTADB, DC_SYSTEM, "that file is not a ledger; name another one with --db" },
	{ SQLITE_FULL, DC_SYSTEM, "the disk is full; nothing was changed" },
	{ SQLITE_READONLY, DC_SYSTEM,
	  "it is read-only; mend the permissions or name another with --db" },
	{ SQLITE_CANTOPEN, DC_SYSTEM, "look at its folder and its permissions" },
	{ SQLITE_IOERR, DC_SYSTEM, "the disk did not do as told; nothing was promised" },
};

int dc_store_fail(struct dc_ledger *l, struct dc_error *err, const char *what)
{
	int rc = l->db ? sqlite3_errcode(l->db) & 0xff : SQLITE_CANTOPEN;
	const char *says = l->db ? sqlite3_errmsg(l->db) : "it could not be opened";

	for (size_t i = 0; i < DC_COUNT(refusals); i++)
		if (refusals[i].rc == rc)
			return dc_fail(err, refusals[i].code,
			               "the ledger %.200s: cannot %.80s: %s; %s", l->path, what,
			               says, refusals[i].advice);
	return dc_fail(err, DC_SYSTEM, "the ledger %.200s: cannot %.80s: %s", l->path, what, says);
}

int dc_store_exec(struct dc_ledger *l, const char *sql, struct dc_error *err)
{
	return sqlite3_exec(l->db, sql, NULL, NULL, NULL) ? dc_store_fail(l, err, "change it") : 0;
}

void dc_store_try(struct dc_ledger *l, const char *sql)
{
	(void)sqlite3_exec(l->db, sql, NULL, NULL, NULL);
}

/* A few dozen statements at most: a scan by address costs less than hashing. */
static int prepared(struct dc_ledger *l, sqlite3_stmt **out, struct dc_error *err, const char *sql)
{
	for (size_t i = 0; i < l->cached; i++)
		if (l->cache[i].sql == sql) {
			*out = l->cache[i].st;
			return 0;
		}
	if (sqlite3_prepare_v3(l->db, sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL))
		return dc_store_fail(l, err, "ask it");
	l->cache = dc_grow(l->cache, l->cached + 1, sizeof(*l->cache));
	l->cache[l->cached++] = (struct dc_store_cached){ .sql = sql, .st = *out };
	return 0;
}

void dc_store_bind(sqlite3_stmt *st, const char *fmt, va_list ap)
{
	for (int i = 1; *fmt; fmt++, i++) {
		if (*fmt == 'i') {
			sqlite3_bind_int64(st, i, va_arg(ap, int64_t));
		} else if (*fmt == 'b') {
			const void *bytes = va_arg(ap, const void *);
			size_t len = va_arg(ap, size_t);

			sqlite3_bind_blob64(st, i, len ? bytes : "", len, SQLITE_STATIC);
		} else {
			const char *s = va_arg(ap, const char *);

			if (*fmt == 't' && s && !*s)
				s = NULL;
			sqlite3_bind_text(st, i, s, -1, SQLITE_STATIC);
		}
	}
}

static int ready(struct dc_ledger *l, sqlite3_stmt **out, struct dc_error *err, const char *sql,
                 const char *fmt, va_list ap)
{
	int rc = 0;

	*out = NULL;
	if (!l->db || (rc = prepared(l, out, err, sql)))
		return rc;
	assert(!sqlite3_stmt_busy(*out)); /* a statement is never used inside itself */
	sqlite3_reset(*out);
	dc_store_bind(*out, fmt, ap);
	return 0;
}

int dc_store_query(struct dc_ledger *l, sqlite3_stmt **out, struct dc_error *err, const char *sql,
                   const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	int rc = ready(l, out, err, sql, fmt, ap);

	va_end(ap);
	return rc;
}

int dc_store_step(struct dc_ledger *l, sqlite3_stmt *st, struct dc_error *err)
{
	int rc = st ? sqlite3_step(st) : SQLITE_DONE;

	if (rc == SQLITE_ROW)
		return 1;
	rc = rc == SQLITE_DONE ? 0 : dc_store_fail(l, err, "read or change it");
	dc_store_done(st);
	return rc;
}

void dc_store_done(sqlite3_stmt *st)
{
	if (!st)
		return;
	sqlite3_reset(st);
	sqlite3_clear_bindings(st);
}

int dc_store_run(struct dc_ledger *l, struct dc_error *err, const char *sql, const char *fmt, ...)
{
	sqlite3_stmt *st;
	va_list ap;

	va_start(ap, fmt);
	int rc = ready(l, &st, err, sql, fmt, ap);

	va_end(ap);
	if (!rc)
		rc = dc_store_step(l, st, err);
	if (rc > 0) {
		dc_store_done(st);
		rc = 0;
	}
	return rc;
}

int dc_store_int(struct dc_ledger *l, int64_t *out, int64_t none, struct dc_error *err,
                 const char *sql, const char *fmt, ...)
{
	sqlite3_stmt *st;
	va_list ap;

	va_start(ap, fmt);
	int rc = ready(l, &st, err, sql, fmt, ap);

	va_end(ap);
	if (!rc)
		rc = dc_store_step(l, st, err);
	if (rc < 0)
		return rc;
	*out = none;
	if (rc > 0) {
		if (sqlite3_column_type(st, 0) != SQLITE_NULL)
			*out = sqlite3_column_int64(st, 0);
		dc_store_done(st);
	}
	return 0;
}

const char *dc_store_bytes(sqlite3_stmt *st, int column, size_t *len, struct dc_arena *arena)
{
	const char *s = sqlite3_column_blob(st, column); /* the bytes of text, too */

	*len = (size_t)sqlite3_column_bytes(st, column);
	return s && *len ? dc_arena_strndup(arena, s, *len) : "";
}

const char *dc_store_text(sqlite3_stmt *st, int column, struct dc_arena *arena)
{
	size_t len;

	return dc_store_bytes(st, column, &len, arena);
}

/* --- transactions */

enum { REMEMBERED = 64 };

int dc_store_begin(struct dc_ledger *l, struct dc_error *err)
{
	int rc;

	assert(l->depth || !l->looks); /* a look is ended before something is changed */
	if (l->depth++)
		return 0;
	if ((rc = dc_store_be_durable(l, err)) ||
	    (rc = dc_store_run(l, err, "BEGIN IMMEDIATE", "")))
		return rc;
	sqlite3_randomness(sizeof(l->nonce), &l->nonce);
	if ((rc = dc_store_run(l, err, "INSERT INTO change (nonce) VALUES (?1)", "i", l->nonce)))
		return rc;
	return dc_store_run(l, err, "DELETE FROM change WHERE id <= last_insert_rowid() - ?1", "i",
	                    (int64_t)REMEMBERED);
}

/* COMMIT said no.  When SQLite has it still open, taking it back settles it; else only the
 * file can tell, after everything that this connection believes has been thrown away. */
static int settle(struct dc_ledger *l, struct dc_error *err)
{
	int rc = dc_store_fail(l, err, "make the change durable");
	int64_t nonce = l->nonce, found = 0;

	if (!sqlite3_get_autocommit(l->db) && !sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL) &&
	    rc == DC_TEMP)
		return rc;
	if (l->memory)
		return rc;
	if (dc_store_reopen(l, NULL) ||
	    dc_store_int(l, &found, 0, NULL, "SELECT count(*) FROM change WHERE nonce = ?1", "i",
	                 nonce))
		return dc_fail(
			err, DC_UNKNOWN,
			"the ledger %.200s cannot be read any more, so nobody knows whether "
			"the last change was kept; look at the disk, then at 'decorum queue'",
			l->path);
	return found ? 0 : rc;
}

int dc_store_end(struct dc_ledger *l, int rc, struct dc_error *err)
{
	assert(l->depth > 0);
	if (--l->depth)
		return rc;
	if (rc) {
		if (!sqlite3_get_autocommit(l->db))
			dc_store_try(l, "ROLLBACK"); /* rc tells more */
		return rc;
	}
	return sqlite3_exec(l->db, "COMMIT", NULL, NULL, NULL) ? settle(l, err) : 0;
}

int dc_ledger_look(struct dc_ledger *l, struct dc_error *err)
{
	int rc = l->depth || l->looks ? 0 : dc_store_run(l, err, "BEGIN", "");

	l->looks += !rc;
	return rc;
}

void dc_ledger_look_end(struct dc_ledger *l)
{
	assert(l->looks > 0);
	if (!--l->looks && !l->depth)
		dc_store_try(l, "COMMIT"); /* nothing was changed: it cannot matter */
}

/* --- evidence */

int dc_store_source(struct dc_ledger *l, int64_t *id, const char *label, const char *file,
                    struct dc_error *err)
{
	static const char find[] = "SELECT id FROM source WHERE label = ?1 AND file = ?2";
	int rc = dc_store_int(l, id, 0, err, find, "ss", label, file);

	if (rc || *id)
		return rc;
	if ((rc = dc_store_run(l, err, "INSERT INTO source (label, file) VALUES (?1, ?2)", "ss",
	                       label, file)))
		return rc;
	*id = sqlite3_last_insert_rowid(l->db);
	return 0;
}

const char *dc_store_how(enum dc_how how) { return dc_how_name(how); }

enum dc_how dc_store_how_of(const char *name)
{
	for (int h = DC_HOW_OBSERVED; h < DC_HOW_INFERRED; h++)
		if (name && !strcmp(name, dc_how_name((enum dc_how)h)))
			return (enum dc_how)h;
	return DC_HOW_INFERRED;
}
