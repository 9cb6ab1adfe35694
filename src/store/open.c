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

/* --- bringing an old one up to date */

/* `each`: what one is in the progress. */
static int run_migrations(struct dc_ledger *l, int64_t have, int64_t each, struct dc_error *err)
{
	int rc = 0;

	for (; !rc && have < dc_store_version(); have++) {
		DC_AUTO(dc_str)
		char *step = dc_printf("%s PRAGMA user_version = %lld; PRAGMA application_id = %d;",
		                       dc_store_migration((int)have), (long long)have + 1,
		                       DC_STORE_APPLICATION);

		rc = dc_store_exec(l, step, err);
		l->work.done += each;
	}
	return rc;
}

/* What is built beside the ledger and no SQL can tell, where a migration has thrown it away. */
static const struct built {
	int (*catch_up)(struct dc_ledger *l, struct dc_error *err);
	int person, request; /* what one is in the progress */
} built[] = {
	{ dc_store_firms_build, .person = DC_STORE_US_FIRM },
	{ dc_store_words_catch_up, .person = DC_STORE_US_WORDS },
	{ dc_store_likely_catch_up, .person = DC_STORE_US_LIKELY },
	{ dc_store_notes_catch_up, .request = DC_STORE_US_NOTE + DC_STORE_US_MEMBER },
};

static int tell(void *data)
{
	struct dc_ledger *l = data;
	struct dc_store_work *w = &l->work;

	if (w->done > w->total)
		w->done = w->total;
	w->stopped = w->stopped || (w->progress && w->progress(w->data, w->done, w->total));
	return w->stopped;
}

static int do_all(struct dc_ledger *l, int64_t have, int64_t people, int64_t requests,
                  struct dc_error *err)
{
	struct dc_store_work *w = &l->work;
	const int64_t each = (people + requests) / 2;
	int64_t before = (dc_store_version() - have) * each;

	*w = (struct dc_store_work){ .progress = w->progress, .data = w->data, .total = before };
	for (size_t i = 0; i < DC_COUNT(built); i++)
		w->total += people * built[i].person + requests * built[i].request;
	int rc = tell(l) ? DC_TEMP : run_migrations(l, have, each, err);

	for (size_t i = 0; i < DC_COUNT(built) && !rc; i++) {
		rc = built[i].catch_up(l, err);
		/* Not all of them had to be looked at. */
		before += people * built[i].person + requests * built[i].request;
		w->done = before;
	}
	if (rc && !w->stopped)
		return rc;
	return tell(l) ? dc_fail(err, DC_TEMP,
	                         "interrupted; the ledger %.300s is as it was, and the next "
	                         "decorum brings it up to date",
	                         l->path)
	               : 0;
}

static int bring_up_to_date(struct dc_ledger *l, int64_t have, struct dc_error *err)
{
	enum { OPERATIONS = 20000 }; /* of SQLite's machine: some milliseconds */
	int64_t people, requests;

	/* The last number is near enough, and at hand.  The first version had no requests. */
	if (dc_store_int(l, &people, 0, NULL, "SELECT max(id) FROM person", ""))
		people = 0;
	if (dc_store_int(l, &requests, 0, NULL, "SELECT max(id) FROM request", ""))
		requests = 0;
	/* Told from inside of SQLite: a single statement may take seconds. */
	if (l->work.progress)
		sqlite3_progress_handler(l->db, OPERATIONS, tell, l);
	int rc = do_all(l, have, people, requests, err);

	sqlite3_progress_handler(l->db, 0, NULL, NULL); /* a COMMIT is not to be doubted */
	return rc;
}

static int migrate(struct dc_ledger *l, struct dc_error *err)
{
	int64_t have;
	int rc;

	/* Looked at again under the lock: another decorum may have done it meanwhile. */
	if ((rc = dc_store_be_durable(l, err)) || (rc = dc_store_exec(l, "BEGIN IMMEDIATE", err)))
		return rc;
	rc = recognise(l, &have, err);
	if (!rc && have < dc_store_version())
		rc = have ? bring_up_to_date(l, have, err) : run_migrations(l, 0, 0, err);
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

static int open_at(struct dc_ledger **out, const char *path, const struct dc_ledger_options *o,
                   struct dc_error *err)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = closed(path);
	int rc;

	l->work.progress = o->progress;
	l->work.data = o->progress_data;

	/* Nobody asks how much memory SQLite has: not counting it saves a lock each time.  Refused,
	 * without harm, once SQLite is in use. */
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if ((rc = connect_to(l, err)))
		return rc;
	l->work = (struct dc_store_work){ 0 };
	*out = DC_STEAL(l);
	return 0;
}

int dc_ledger_open_with(struct dc_ledger **out, const char *path, const struct dc_ledger_options *o,
                        struct dc_error *err)
{
	int rc = strcmp(path, ":memory:") ? dc_store_file_ready(path, !o->reading, err) : 0;

	if (rc == DC_NOTFOUND && o->reading) {
		*out = closed(path);
		return 0;
	}
	if (rc || (rc = open_at(out, path, o, err)))
		return rc;
	/* One question comes back to few pages, however large the file. */
	if (o->reading)
		dc_store_try(*out, "PRAGMA cache_size = -700");
	return 0;
}

int dc_ledger_open(struct dc_ledger **out, const char *path, struct dc_error *err)
{
	return dc_ledger_open_with(out, path, &(struct dc_ledger_options){ 0 }, err);
}

int dc_ledger_open_reading(struct dc_ledger **out, const char *path, struct dc_error *err)
{
	return dc_ledger_open_with(out, path, &(struct dc_ledger_options){ .reading = true }, err);
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
