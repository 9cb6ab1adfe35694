/* slice.c - an import in slices: each of them is durable, and the ledger whole after it.
 *
 * With a slice goes how far each file was read, so that an import that is interrupted can be
 * taken up again.  What follows from rows together, as that a request was accepted, waits for
 * the end; so do the indexes that know how far they have come.
 */
#include "store/import.h"

#include <decorum/mem.h>

enum { ROWS = 65536 };

/* --- what slows the first import
 *
 * Into an empty ledger the rows come faster without the indexes that no row asks, and without
 * counting each; at the end the indexes are made in order and all is counted at once.  A
 * rollback brings them back as well. */
static int drop(struct dc_ledger_import *i, char **again, const char *kind,
                const char *const *names, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf sql = { 0 };
	struct dc_ledger *l = i->ledger;
	sqlite3_stmt *st;
	int rc = 0;

	for (; *names && !rc; names++) {
		DC_AUTO(dc_str) char *gone = dc_printf("DROP %s %s", kind, *names);

		if ((rc = dc_store_query(l, &st, err,
		                         "SELECT sql FROM sqlite_schema WHERE name = ?1", "s",
		                         *names)) ||
		    (rc = dc_store_step(l, st, err)) <= 0)
			break;
		dc_buf_printf(&sql, "%s;", dc_store_text(st, 0, &arena));
		dc_store_done(st);
		rc = dc_store_exec(l, gone, err);
	}
	*again = dc_buf_take(&sql);
	return rc;
}

static int drop_what_slows(struct dc_ledger_import *i, struct dc_error *err)
{
	static const char *const indexes[] = { "request_moment", "request_skeleton", "request_firm",
		                               NULL };
	/* What an import moves it moves as it may, and never to where a note counts no more. */
	static const char *const triggers[] = {
		"pace_new",     "pace_was",    "pace_is", "request_start",
		"request_move", "note_unsent", NULL
	};
	int rc = drop(i, &i->indexes, "INDEX", indexes, err);

	return rc ? rc : drop(i, &i->triggers, "TRIGGER", triggers, err);
}

static int make_again(struct dc_ledger *l, char **sql, struct dc_error *err)
{
	int rc = *sql ? dc_store_exec(l, *sql, err) : 0;

	dc_free(*sql);
	*sql = NULL;
	return rc;
}

/* Counted first: without the index of moments all are walked in the order they lie in. */
static int make_all_again(struct dc_ledger_import *i, struct dc_error *err)
{
	int rc = i->triggers ? dc_store_paces_build(i->ledger, err) : 0;

	if (!rc)
		rc = make_again(i->ledger, &i->indexes, err);
	return rc ? rc : make_again(i->ledger, &i->triggers, err);
}

/* --- slices */

static int look_first(struct dc_ledger_import *i, struct dc_error *err)
{
	int64_t first;
	int rc = dc_store_int(i->ledger, &i->first, 1, err, "SELECT max(id) + 1 FROM request", "");

	if (rc || (rc = dc_store_int(i->ledger, &first, i->first, err,
	                             "SELECT min(first) FROM unfinished", "")))
		return rc;
	i->bulk = first == 1;
	i->before = (size_t)i->first - 1;
	return 0;
}

/* Between two slices others may have written. */
static int look(struct dc_ledger_import *i, struct dc_error *err)
{
	int64_t n;
	int rc = i->first ? 0 : look_first(i, err);

	if (rc || (rc = dc_store_int(i->ledger, &n, 0, err, "SELECT count(*) FROM forgotten", "")))
		return rc;
	i->forgetful = n > 0;
	rc = dc_store_int(i->ledger, &n, 0, err,
	                  "SELECT id FROM person WHERE key = '' AND joined IS NULL LIMIT 1", "");
	i->nameless = n > 0;
	return rc;
}

int dc_store_slice_begin(struct dc_ledger_import *i, struct dc_error *err)
{
	struct dc_ledger *l = i->ledger;
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = look(i, err);
	if (!rc && i->bulk)
		rc = drop_what_slows(i, err);
	if (rc)
		return dc_store_end(l, rc, NULL);
	i->open = true;
	i->before += i->changes;
	i->changes = 0;
	return 0;
}

int dc_store_slice_end(struct dc_ledger_import *i, int rc, struct dc_error *err)
{
	if (!i->open)
		return rc;
	if (!rc)
		rc = make_all_again(i, err);
	i->open = false;
	return dc_store_end(i->ledger, rc, err);
}

/* Making the indexes again costs as much as there is in them: an import that drops them makes
 * them when there are three times as many rows. */
static bool is_due(const struct dc_ledger_import *i)
{
	return i->changes >= (i->slice ? i->slice : ROWS) &&
	       (!i->bulk || i->changes >= 2 * i->before);
}

static int remember(struct dc_ledger_import *i, struct dc_error *err)
{
	int rc = 0;

	for (size_t n = 0; n < i->file_count && !rc; n++) {
		const struct dc_store_file *f = &i->files[n];

		if (f->rows)
			rc = dc_store_run(
				i->ledger, err,
				"INSERT OR REPLACE INTO unfinished VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
				"iiiiii", f->src, f->rows, f->size, f->modified, f->exported,
				i->first);
	}
	return rc;
}

static int keep(struct dc_ledger_import *i, struct dc_error *err)
{
	int rc = dc_store_slice_end(i, remember(i, err), err);

	i->kept = i->kept || !rc;
	return rc;
}

/* Those of this import, and those of exports that a newer one, known by both of its tables,
 * has made old. */
int dc_store_slice_forget(struct dc_ledger_import *i, struct dc_error *err)
{
	int rc = dc_store_run(i->ledger, err,
	                      "DELETE FROM unfinished WHERE exported <"
	                      " (SELECT min(value) FROM meta WHERE name IN"
	                      " ('connections_as_of', 'invitations_as_of') HAVING count(*) = 2)",
	                      "");

	for (size_t n = 0; n < i->file_count && !rc; n++)
		rc = dc_store_run(i->ledger, err, "DELETE FROM unfinished WHERE src = ?1", "i",
		                  i->files[n].src);
	return rc;
}

int dc_ledger_import_reach(struct dc_ledger_import *i, int64_t rows, struct dc_error *err)
{
	i->files[i->file_count - 1].rows = rows;
	if (!is_due(i))
		return 0;
	int rc = keep(i, err);

	return rc ? rc : dc_store_slice_begin(i, err);
}

int dc_ledger_import_stop(struct dc_ledger_import *i, bool *kept, struct dc_error *err)
{
	int rc = i->changes ? keep(i, err) : 0;

	*kept = i->kept;
	dc_ledger_import_rollback(i);
	return rc;
}

void dc_ledger_import_slice(struct dc_ledger_import *i, size_t rows) { i->slice = rows; }

/* --- taking up again */

void dc_store_slice_file(struct dc_ledger_import *i)
{
	struct dc_store_file f = { .src = i->src, .exported = i->exported };
	size_t n = 0;

	while (n < i->file_count && i->files[n].src != i->src)
		n++;
	if (n == i->file_count)
		i->files = dc_grow(i->files, ++i->file_count, sizeof(*i->files));
	else
		f = i->files[n];
	/* The file at hand is the last one. */
	i->files[n] = i->files[i->file_count - 1];
	i->files[i->file_count - 1] = f;
}

/* People who got a second request in a slice that is over. */
static int asked_again(struct dc_ledger_import *i, int64_t first, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(i->ledger, &st, err,
	                        "SELECT DISTINCT person FROM request r WHERE id >= ?1 AND id < ?2"
	                        " AND EXISTS (SELECT 1 FROM request o WHERE o.person = r.person"
	                        " AND o.id <> r.id)",
	                        "ii", first, i->first);

	while (!rc && (rc = dc_store_step(i->ledger, st, err)) > 0) {
		dc_store_import_again(i, sqlite3_column_int64(st, 0));
		rc = 0;
	}
	return rc;
}

int dc_ledger_import_go_on(struct dc_ledger_import *i, int64_t *rows, int64_t size,
                           int64_t modified, struct dc_error *err)
{
	struct dc_store_file *f = &i->files[i->file_count - 1];
	int64_t first;
	int rc = dc_store_int(i->ledger, &f->had, 0, err,
	                      "SELECT rows FROM unfinished WHERE src = ?1 AND size = ?2"
	                      " AND modified = ?3",
	                      "iii", i->src, size, modified);

	f->size = size;
	f->modified = modified;
	*rows = f->rows = f->had;
	if (rc || !f->had)
		return rc;
	i->kept = true;
	rc = dc_store_int(i->ledger, &first, i->first, err,
	                  "SELECT first FROM unfinished WHERE src = ?1", "i", i->src);
	if (!rc && first < i->first && !(rc = asked_again(i, first, err)))
		i->first = first;
	return rc;
}

bool dc_ledger_import_has(const struct dc_ledger_import *i, int64_t row)
{
	return i->file_count && row <= i->files[i->file_count - 1].had;
}

int dc_store_import_made(struct dc_ledger_import *i, bool *out, int64_t id, struct dc_error *err)
{
	int64_t told = 1;
	/* One that others made between two slices has events. */
	int rc = id < i->first
	                 ? 0
	                 : dc_store_int(i->ledger, &told, 0, err,
	                                "SELECT 1 FROM event WHERE request = ?1 LIMIT 1", "i", id);

	*out = !told;
	return rc;
}
