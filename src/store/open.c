/* open.c - opening, making, bringing up to date and closing the ledger.
 *
 * Journal and synchronous mode are the pair that lost nothing in trials with power cuts;
 * WAL is not used: the SQLite of Debian 12 can damage a file with two connections in it.
 */
#include "store/likely.h"
#include "store/notes.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

enum { BUSY_MS = 5000 };

static int configure(struct dc_ledger *l, struct dc_error *err)
{
	sqlite3_extended_result_codes(l->db, 1);
	sqlite3_busy_timeout(l->db, l->patience);
	/* A file that was tampered with may not run code of its own through views or triggers. */
	if (sqlite3_db_config(l->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) ||
	    sqlite3_db_config(l->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) ||
	    sqlite3_db_config(l->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL) ||
	    sqlite3_db_config(l->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL))
		return dc_store_fail(l, err, "set it up");
	sqlite3_limit(l->db, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
	return dc_store_exec(l, "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY", err);
}

int dc_store_be_durable(struct dc_ledger *l, struct dc_error *err)
{
	int rc = l->durable ? 0
	                    : dc_store_exec(l,
	                                    "PRAGMA synchronous = EXTRA;"
	                                    "PRAGMA journal_mode = PERSIST",
	                                    err);

	l->durable = l->durable || !rc;
	return rc;
}

/* Its name says whose file it is: only an empty one or our own is touched. */
static int recognise(struct dc_ledger *l, int64_t *version, struct dc_error *err)
{
	int64_t application, tables = 0;
	int rc;

	if ((rc = dc_store_int(l, &application, 0, err, "PRAGMA application_id", "")) ||
	    (rc = dc_store_int(l, version, 0, err, "PRAGMA user_version", "")))
		return rc;
	if (!application && !*version &&
	    (rc = dc_store_int(l, &tables, 0, err, "SELECT count(*) FROM sqlite_schema", "")))
		return rc;
	if (application != DC_STORE_APPLICATION && (application || tables || *version))
		return dc_fail(err, DC_SYSTEM,
		               "%.300s is a database, but not a ledger of decorum; name another "
		               "file with --db",
		               l->path);
	if (*version > dc_store_version())
		return dc_fail(err, DC_SYSTEM,
		               "the ledger %.300s was made by a newer decorum (version %lld, this "
		               "one knows %d); update decorum",
		               l->path, (long long)*version, dc_store_version());
	return 0;
}

/* What is built beside the ledger and no SQL can tell, where a migration has thrown it away. */
static int catch_up(struct dc_ledger *l, struct dc_error *err)
{
	int rc = dc_store_firms_build(l, err);

	if (!rc)
		rc = dc_store_words_catch_up(l, err);
	if (!rc)
		rc = dc_store_likely_catch_up(l, err);
	return rc ? rc : dc_store_notes_catch_up(l, err);
}

static int migrate(struct dc_ledger *l, struct dc_error *err)
{
	int64_t have, first;
	int rc;

	/* Looked at again under the lock: another decorum may have done it meanwhile. */
	if ((rc = dc_store_be_durable(l, err)) || (rc = dc_store_exec(l, "BEGIN IMMEDIATE", err)))
		return rc;
	rc = recognise(l, &have, err);
	first = have;
	while (!rc && have < dc_store_version()) {
		DC_AUTO(dc_str)
		char *step = dc_printf("%s PRAGMA user_version = %lld; PRAGMA application_id = %d;",
		                       dc_store_migration((int)have), (long long)have + 1,
		                       DC_STORE_APPLICATION);

		rc = dc_store_exec(l, step, err);
		have++;
	}
	if (!rc && first)
		rc = catch_up(l, err);
	if (!rc)
		rc = dc_store_exec(l, "COMMIT", err);
	if (rc && !sqlite3_get_autocommit(l->db))
		dc_store_try(l, "ROLLBACK"); /* rc tells more */
	return rc;
}

static int connect_to(struct dc_ledger *l, struct dc_error *err)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
	int64_t version;
	int rc;

	/* "./": a name such as ":x:" or "file:x" is never anything but a file. */
	DC_AUTO(dc_str)
	char *name = dc_printf("%s%s", l->memory || *l->path == '/' ? "" : "./", l->path);

	if (sqlite3_open_v2(name, &l->db, flags, NULL))
		return dc_store_fail(l, err, "open it");
	/* One lock for all that is asked. */
	if ((rc = configure(l, err)) || (rc = dc_ledger_look(l, err)))
		return rc;
	rc = recognise(l, &version, err);
	dc_ledger_look_end(l);
	return rc || version == dc_store_version() ? rc : migrate(l, err);
}

static void disconnect(struct dc_ledger *l)
{
	for (size_t i = 0; i < l->cached; i++)
		sqlite3_finalize(l->cache[i].st);
	l->cached = 0;
	sqlite3_close(l->db);
	l->db = NULL;
	l->durable = false;
}

int dc_store_reopen(struct dc_ledger *l, struct dc_error *err)
{
	disconnect(l);
	return connect_to(l, err);
}

static struct dc_ledger *closed(const char *path)
{
	struct dc_ledger *l = dc_alloc(1, sizeof(*l));

	l->path = dc_strdup(path);
	l->patience = BUSY_MS;
	l->memory = !strcmp(path, ":memory:");
	return l;
}

static int open_at(struct dc_ledger **out, const char *path, struct dc_error *err)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = closed(path);
	int rc;

	/* Nobody asks how much memory SQLite has: not counting it saves a lock each time.  Refused,
	 * without harm, once SQLite is in use. */
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if ((rc = connect_to(l, err)))
		return rc;
	*out = DC_STEAL(l);
	return 0;
}

int dc_ledger_open(struct dc_ledger **out, const char *path, struct dc_error *err)
{
	int rc = strcmp(path, ":memory:") ? dc_store_file_ready(path, true, err) : 0;

	return rc ? rc : open_at(out, path, err);
}

int dc_ledger_open_reading(struct dc_ledger **out, const char *path, struct dc_error *err)
{
	int rc = strcmp(path, ":memory:") ? dc_store_file_ready(path, false, err) : 0;

	if (rc == DC_NOTFOUND) {
		*out = closed(path);
		return 0;
	}
	/* One question comes back to few pages, however large the file. */
	if (!rc && !(rc = open_at(out, path, err)))
		dc_store_try(*out, "PRAGMA cache_size = -700");
	return rc;
}

void dc_ledger_free(struct dc_ledger *l)
{
	if (!l)
		return;
	assert(!l->depth); /* a change is always ended by whoever began it */
	disconnect(l);
	dc_free(l->cache);
	dc_free(l->path);
	dc_free(l);
}

void dc_ledger_patience(struct dc_ledger *l, int ms)
{
	l->patience = ms;
	if (l->db)
		sqlite3_busy_timeout(l->db, ms);
}

void dc_ledger_expect_many(struct dc_ledger *l)
{
	if (l->db)
		dc_store_try(l, "PRAGMA cache_size = -16384");
}

int64_t dc_ledger_version(struct dc_ledger *l)
{
	int64_t version = 0;

	return dc_store_int(l, &version, 0, NULL, "PRAGMA data_version", "") ? -1 : version;
}
