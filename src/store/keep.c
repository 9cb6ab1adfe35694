/* keep.c - looking whether the ledger is whole, and copying it. */
#include "store/likely.h"
#include "store/notes.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Each answers one sentence for the first thing that is wrong, or no row. */
static const char *const truths[] = {
	"SELECT 'the file is damaged: ' || integrity_check FROM pragma_integrity_check(1)"
	" WHERE integrity_check <> 'ok'",
	"SELECT 'a row of ' || \"table\" || ' refers to nothing' FROM pragma_foreign_key_check "
	"LIMIT 1",
	/* The events of a request lead, one after the other, to the state it is in. */
	"SELECT 'event ' || id || ' of request ' || request || ' starts from ' || \"from\""
	" || ', but it was ' || was FROM (SELECT id, request, \"from\","
	"  lag(\"to\") OVER (PARTITION BY request ORDER BY id) AS was FROM event"
	"  WHERE kind = 'move') WHERE was IS NOT NULL AND was <> \"from\" LIMIT 1",
	"SELECT 'event ' || id || ' is no legal move: ' || \"from\" || ' to ' || \"to\" FROM event "
	"e"
	" WHERE kind = 'move' AND NOT EXISTS (SELECT 1 FROM edge WHERE edge.\"from\" = e.\"from\""
	"  AND edge.\"to\" = e.\"to\") LIMIT 1",
	"SELECT 'request ' || r.id || ' is ' || r.state || ', but its history ends with ' || "
	"e.\"to\""
	" FROM event e JOIN request r ON r.id = e.request WHERE e.id IN (SELECT max(id) FROM event"
	"  WHERE kind = 'move' GROUP BY request) AND e.\"to\" <> r.state LIMIT 1",
	"SELECT 'request ' || id || ' is ' || state || ' without any history' FROM request r"
	" WHERE (row IS NULL OR state NOT IN ('sent', 'accepted', 'expired',"
	" 'closed')) AND NOT EXISTS"
	" (SELECT 1 FROM event e WHERE e.request = r.id AND e.kind = 'move') LIMIT 1",
	"SELECT 'person ' || k.person || ' has a key but is joined to somebody else'"
	" FROM person_key k JOIN person p ON p.id = k.person WHERE p.joined IS NOT NULL LIMIT 1",
	"SELECT 'person ' || k.person || ' has another first key' FROM person_key k"
	" JOIN person p ON p.id = k.person WHERE k.seq = 1 AND k.key <> p.key LIMIT 1",
	"SELECT 'request ' || r.id || ' belongs to somebody who is joined to somebody else'"
	" FROM request r JOIN person p ON p.id = r.person WHERE p.joined IS NOT NULL LIMIT 1",
};

/* The tables and triggers are those of this version, word for word. */
static int same_schema(struct dc_ledger *l, struct dc_error *err)
{
	static const char sql[] =
		"SELECT group_concat(type || ' ' || name || ' ' || coalesce(sql, ''), char(10))"
		" FROM (SELECT * FROM sqlite_schema ORDER BY type, name)";
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_ledger_free) struct dc_ledger *model = NULL;
	const char *want, *have;
	sqlite3_stmt *a, *b;
	int rc = dc_ledger_open(&model, ":memory:", err);

	if (rc || (rc = dc_store_query(model, &a, err, sql, "")) ||
	    (rc = dc_store_query(l, &b, err, sql, "")) || (rc = dc_store_step(model, a, err)) < 0 ||
	    (rc = dc_store_step(l, b, err)) < 0)
		return rc;
	want = dc_store_text(a, 0, &arena);
	have = dc_store_text(b, 0, &arena);
	dc_store_done(a);
	dc_store_done(b);
	if (!strcmp(want, have))
		return 0;
	return dc_fail(
		err, DC_SYSTEM,
		"the ledger %.200s is not as decorum makes it: its tables or their guards were "
		"changed; go back to a backup",
		l->path);
}

static int hold_true(struct dc_ledger *l, const char *sql, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, sql, "");

	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	rc = dc_fail(err, DC_SYSTEM, "the ledger %.200s is not whole: %.250s; go back to a backup",
	             l->path, (const char *)sqlite3_column_text(st, 0));
	dc_store_done(st);
	return rc;
}

int dc_ledger_verify(struct dc_ledger *l, struct dc_error *err)
{
	int rc = l->db ? same_schema(l, err) : 0;

	for (size_t i = 0; i < DC_COUNT(truths) && !rc; i++)
		rc = hold_true(l, truths[i], err);
	if (!rc)
		rc = dc_store_firms_verify(l, err);
	if (!rc)
		rc = dc_store_words_verify(l, err);
	if (!rc)
		rc = dc_store_likely_verify(l, err);
	return rc ? rc : dc_store_notes_verify(l, err);
}

int dc_ledger_rebuild(struct dc_ledger *l, struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = dc_store_paces_build(l, err);
	if (!rc)
		rc = dc_store_words_build(l, err);
	if (!rc)
		rc = dc_store_firms_build(l, err);
	if (!rc)
		rc = dc_store_notes_build(l, err);
	if (!rc)
		rc = dc_store_likely_build(l, err);
	return dc_store_end(l, rc, err);
}

/* --- backup */

static int copy_all(struct dc_ledger *l, sqlite3 *to, const char *path, struct dc_error *err)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", l->db, "main");
	int rc = b ? sqlite3_backup_step(b, -1) : SQLITE_ERROR;
	int end = b ? sqlite3_backup_finish(b) : sqlite3_errcode(to);

	if (rc == SQLITE_DONE && end == SQLITE_OK)
		return 0;
	bool busy = (rc & 0xff) == SQLITE_BUSY || (rc & 0xff) == SQLITE_LOCKED;

	return dc_fail(err, busy ? DC_TEMP : DC_SYSTEM, "cannot copy the ledger to %.300s: %s",
	               path,
	               busy ? "another decorum is writing to it; try again in a moment"
	                    : sqlite3_errmsg(to));
}

/* A name is on the disk when its folder is. */
static int settle_name(const char *path, struct dc_error *err)
{
	const char *slash = strrchr(path, '/');
	DC_AUTO(dc_str)
	char *folder = slash ? dc_strndup(path, (size_t)(slash - path) + 1) : dc_strdup(".");
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int rc = fd < 0 || fsync(fd)
	                 ? dc_fail(err, DC_SYSTEM, "cannot make sure of the backup %.300s: %s",
	                           path, strerror(errno))
	                 : 0;

	if (fd >= 0)
		close(fd);
	return rc;
}

int dc_ledger_backup(struct dc_ledger *l, const char *path, struct dc_error *err)
{
	DC_AUTO(dc_str) char *part = dc_printf("%s.part", path);
	DC_AUTO(dc_str) char *name = dc_printf("%s%s", *part == '/' ? "" : "./", part);
	sqlite3 *to = NULL;
	int rc;

	if (!l->db)
		return dc_fail(err, DC_NOTFOUND, "there is no ledger at %.300s", l->path);
	if (!access(path, F_OK))
		return dc_fail(
			err, DC_CONFLICT,
			"%.300s exists already; a backup overwrites nothing, name another file",
			path);
	if ((rc = dc_store_file_ready(part, true, err)))
		return rc;
	if (sqlite3_open_v2(name, &to, SQLITE_OPEN_READWRITE, NULL))
		rc = dc_fail(err, DC_SYSTEM, "cannot write the backup %.300s: %s", path,
		             sqlite3_errmsg(to));
	else
		rc = copy_all(l, to, path, err);
	sqlite3_close(to);
	/* Whole under its name, or not at all; link() does not overwrite what came meanwhile. */
	if (!rc && link(part, path))
		rc = dc_fail(err, DC_SYSTEM, "cannot name the backup %.300s: %s", path,
		             strerror(errno));
	if (!rc)
		rc = settle_name(path, err);
	unlink(part);
	return rc;
}
