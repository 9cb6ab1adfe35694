/* import.c - rows of an export into the ledger, each with its evidence.
 *
 * Rows only add what they say themselves.  What follows from several of them (accepted,
 * because the person is among the connections) is settled at the end.  slice.c has how an import
 * is cut into slices, and taken up again.
 */
#include "store/import.h"

#include <string.h>

#include <decorum/mem.h>
#include <decorum/person.h>

#include "store/likely.h"
#include "store/notes.h"

/* Whatever an import writes has the forms and refers to the rows that these would look for at each
 * row; verify looks for them afterwards. */
static const char fast[] = "PRAGMA cache_size = -131072; PRAGMA foreign_keys = OFF;"
			   "PRAGMA ignore_check_constraints = ON";
static const char as_usual[] = "PRAGMA cache_size = -2000; PRAGMA foreign_keys = ON;"
			       "PRAGMA ignore_check_constraints = OFF";

static void import_free(struct dc_ledger_import *i)
{
	if (i->ledger->db)
		dc_store_try(i->ledger, as_usual);
	dc_free(i->again);
	dc_free(i->files);
	dc_free(i->label);
	dc_free(i->indexes);
	dc_free(i->triggers);
	dc_free(i);
}

int dc_ledger_import_begin(struct dc_ledger *l, struct dc_ledger_import **out, const char *label,
                           int64_t exported, int64_t now, struct dc_error *err)
{
	struct dc_ledger_import *i = dc_alloc(1, sizeof(*i));
	int rc;

	*i = (struct dc_ledger_import){
		.ledger = l, .label = dc_strdup(label), .exported = exported, .now = now
	};
	if (!(rc = dc_store_exec(l, fast, err)))
		rc = dc_store_slice_begin(i, err);
	if (rc)
		import_free(i);
	else
		*out = i;
	return rc;
}

int dc_ledger_import_export(struct dc_ledger_import *i, const char *label, int64_t exported,
                            struct dc_error *err)
{
	(void)err;
	dc_free(i->label);
	i->label = dc_strdup(label);
	i->exported = exported;
	i->src = 0;
	return 0;
}

int dc_ledger_import_file(struct dc_ledger_import *i, const char *name, struct dc_error *err)
{
	int rc = dc_store_source(i->ledger, &i->src, i->label, name, err);

	if (!rc)
		dc_store_slice_file(i);
	return rc;
}

enum dc_row dc_store_row_did(struct dc_ledger_import *i, enum dc_row did)
{
	i->changes += did != DC_ROW_KNOWN;
	return did;
}

void dc_store_import_again(struct dc_ledger_import *i, int64_t person)
{
	i->again = dc_grow(i->again, i->again_count + 1, sizeof(*i->again));
	i->again[i->again_count++] = person;
}

/* --- people */

struct dc_person dc_store_row_person(const struct dc_person *p)
{
	struct dc_person w = *p;
	const char **all[] = {
		&w.key, &w.name, &w.first, &w.last, &w.headline, &w.company, &w.email
	};

	for (size_t n = 0; n < DC_COUNT(all); n++)
		if (!*all[n])
			*all[n] = "";
	return w;
}

int dc_store_import_person(struct dc_ledger_import *i, int64_t *id, bool *changed, bool *fresh,
                           const struct dc_person *p, int64_t row, enum dc_store_rank rank,
                           struct dc_error *err)
{
	struct dc_store_told t = {
		.p = p,
		.src = i->src,
		.row = row,
		.as_of = i->exported + (int64_t)rank,
		.connected = rank == DC_STORE_RANK_CONNECTIONS,
	};
	bool gone = false;
	int rc;

	*id = 0;
	*changed = *fresh = false;
	if (!*p->key && !*p->name)
		return 0;
	if (i->forgetful && *p->key && (rc = dc_ledger_forgotten(i->ledger, &gone, p->key, err)))
		return rc;
	if (gone)
		return 0;
	i->nameless |= !*p->key;
	rc = dc_store_person_put(i->ledger, id, fresh, changed, &t, err);
	*changed |= *fresh;
	return rc;
}

static int connect_person(struct dc_ledger_import *i, enum dc_row *did, int64_t id,
                          const struct dc_known *c, int64_t row, struct dc_error *err)
{
	struct dc_ledger *l = i->ledger;
	sqlite3_stmt *st;
	int rc = dc_store_query(
		l, &st, err, "SELECT connected, connected_how FROM person WHERE id = ?1", "i", id);

	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	bool known = sqlite3_column_type(st, 0) != SQLITE_NULL;
	int64_t at = sqlite3_column_int64(st, 0);
	enum dc_how how = dc_store_how_of((const char *)sqlite3_column_text(st, 1));

	dc_store_done(st);
	/* The earliest day any export gives: later ones come from taking up again, or from
	 * another zone; the same answer whatever comes first. */
	if (known && how == DC_HOW_OBSERVED && (!c->at || (at && at <= c->at)))
		return 0;
	*did = known ? DC_ROW_CHANGED : DC_ROW_NEW;
	return dc_store_run(l, err,
	                    "UPDATE person SET connected = ?2, connected_how = 'observed',"
	                    " connected_src = ?3, connected_row = ?4 WHERE id = ?1",
	                    "iiii", id, c->at, i->src, row);
}

/* Whoever has the same mailbox and given name and was connected on the same day, as another
 * export says, is one person who changed the address.  Of the two the newer name stays. */
static int join_renamed(struct dc_ledger_import *i, int64_t id, int64_t other, int64_t row,
                        struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_person now, was;
	int64_t same, newer;
	int rc = dc_store_int(i->ledger, &same, 0, err,
	                      "SELECT count(*) FROM person a JOIN person b ON b.id = ?2"
	                      " WHERE a.id = ?1 AND a.first = b.first AND a.first <> ''"
	                      " AND a.connected = b.connected AND a.connected > 0"
	                      " AND a.connected_src <> b.connected_src",
	                      "ii", id, other);

	if (rc || !same ||
	    (rc = dc_store_int(i->ledger, &newer, 0, err,
	                       "SELECT id FROM person WHERE id IN (?1, ?2)"
	                       " ORDER BY as_of DESC, id DESC",
	                       "ii", id, other)))
		return rc;
	if (newer == other) {
		other = id;
		id = newer;
	}
	if ((rc = dc_ledger_person_by_id(i->ledger, &now, id, &arena, err)) ||
	    (rc = dc_ledger_person_by_id(i->ledger, &was, other, &arena, err)) ||
	    (rc = dc_store_person_join(i->ledger, id, other, err)))
		return rc == DC_CONFLICT ? 0 : rc; /* both have an open request: not now */
	i->changes++;
	DC_AUTO(dc_str)
	char *detail = dc_printf("%s is %s: same mailbox, given name and day", was.key, now.key);

	return dc_store_event(i->ledger, 0, id, i->now, "alias", "", "", DC_HOW_INFERRED, detail,
	                      i->src, row, err);
}

/* A row that shows address and e-mail of one person makes both of them keys, and joins whoever
 * was known by the e-mail alone.  Somebody with an address of their own is somebody else who
 * shares the mailbox, or the same person under an earlier address. */
static int join_email(struct dc_ledger_import *i, int64_t id, const struct dc_person *p,
                      int64_t row, struct dc_error *err)
{
	if (!*p->email || !*p->key)
		return 0;
	DC_AUTO(dc_str) char *text = dc_printf("email/%s", p->email);
	DC_AUTO(dc_str) char *key = NULL;
	int64_t other;
	int rc;

	if (dc_person_key(&key, text, NULL))
		return 0; /* kept as text all the same */
	if ((rc = dc_store_person_of(i->ledger, &other, key, err)) || other == id)
		return rc;
	if (!other) {
		i->changes++;
		return dc_store_person_key(i->ledger, id, key, err);
	}
	int64_t alone;

	rc = dc_store_int(i->ledger, &alone, 0, err,
	                  "SELECT count(*) = 1 FROM " DC_STORE_KEYS_OF("?1"), "i", other);
	if (rc || !alone)
		return rc ? rc : join_renamed(i, id, other, row, err);
	i->changes++;
	rc = dc_store_person_join(i->ledger, id, other, err);
	return rc == DC_CONFLICT ? 0 : rc; /* both have an open request: not now */
}

int dc_ledger_import_connection(struct dc_ledger_import *i, enum dc_row *did,
                                const struct dc_person *told, int64_t row, struct dc_error *err)
{
	struct dc_person p = dc_store_row_person(told);
	int64_t id;
	bool changed, fresh;

	*did = DC_ROW_KNOWN;
	if (dc_ledger_import_has(i, row))
		return 0;
	int rc = dc_store_import_person(i, &id, &changed, &fresh, &p, row,
	                                DC_STORE_RANK_CONNECTIONS, err);

	*did = fresh ? DC_ROW_NEW : changed ? DC_ROW_CHANGED : DC_ROW_KNOWN;
	if (!rc && id && !fresh)
		rc = connect_person(i, did, id, &p.connected, row, err);
	if (!rc && id)
		rc = join_email(i, id, &p, row, err);
	*did = dc_store_row_did(i, *did);
	return rc;
}

/* --- messages and the user */

int dc_ledger_import_message(struct dc_ledger_import *i, enum dc_row *did,
                             const struct dc_person *to, int64_t at, int64_t row,
                             struct dc_error *err)
{
	struct dc_person p = dc_store_row_person(to);
	int64_t id;
	bool changed, fresh;

	*did = DC_ROW_KNOWN;
	if (dc_ledger_import_has(i, row))
		return 0;
	int rc = dc_store_import_person(i, &id, &changed, &fresh, &p, row, DC_STORE_RANK_MESSAGES,
	                                err);

	if (!rc && id)
		rc = dc_store_run(i->ledger, err,
		                  "INSERT OR IGNORE INTO letter VALUES (?1, ?2, ?3, ?4)", "iiii",
		                  id, at, i->src, row);
	if (!rc && id && sqlite3_changes(i->ledger->db))
		*did = DC_ROW_NEW;
	else if (changed)
		*did = DC_ROW_CHANGED;
	*did = dc_store_row_did(i, *did);
	return rc;
}

/* Profile.csv knows the user's name, Invitations.csv the address: one person, whichever
 * comes first. */
static int self(struct dc_ledger_import *i, enum dc_row *did, struct dc_person *p, int64_t row,
                struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_person now = { 0 };
	int64_t id;
	bool changed, fresh;
	int rc = dc_ledger_self(i->ledger, &now, &arena, NULL);

	if (rc && rc != DC_NOTFOUND)
		return dc_store_fail(i->ledger, err, "read who you are");
	if (now.id && !*p->key)
		p->key = now.key;
	if ((rc = dc_store_import_person(i, &id, &changed, &fresh, p, row, DC_STORE_RANK_PROFILE,
	                                 err)) ||
	    !id)
		return rc;
	*did = !now.id ? DC_ROW_NEW : changed ? DC_ROW_CHANGED : DC_ROW_KNOWN;
	if (now.id && now.id != id && !*now.key) {
		*did = DC_ROW_CHANGED;
		return dc_store_person_join(i->ledger, id, now.id, err);
	}
	if (now.id)
		return 0; /* the settings, or an earlier export, said so already */
	return dc_store_run(i->ledger, err, "INSERT OR REPLACE INTO meta VALUES ('self', ?1)", "i",
	                    id);
}

int dc_ledger_import_self(struct dc_ledger_import *i, enum dc_row *did, const struct dc_person *me,
                          int64_t row, struct dc_error *err)
{
	struct dc_person p = dc_store_row_person(me);

	*did = DC_ROW_KNOWN;
	if (dc_ledger_import_has(i, row))
		return 0;
	int rc = self(i, did, &p, row, err);

	*did = dc_store_row_did(i, *did);
	return rc;
}

/* --- the end */

int dc_ledger_import_whole(struct dc_ledger_import *i, enum dc_whole which, struct dc_error *err)
{
	static const char *const dates[] = { "connections_as_of", "invitations_as_of" };
	struct dc_ledger *l = i->ledger;
	int64_t before;
	int rc = dc_store_int(l, &before, 0, err, "SELECT value FROM meta WHERE name = ?1", "s",
	                      dates[which]);

	if (rc || i->exported <= before)
		return rc;
	i->changes++;
	rc = dc_store_run(l, err, "INSERT OR REPLACE INTO meta VALUES (?1, ?2)", "si", dates[which],
	                  i->exported);
	if (rc || which != DC_WHOLE_INVITATIONS)
		return rc;
	return dc_store_run(l, err, "INSERT OR REPLACE INTO meta VALUES ('invitations_src', ?1)",
	                    "i", i->src);
}

int dc_ledger_import_commit(struct dc_ledger_import *i, struct dc_error *err)
{
	struct dc_ledger *l = i->ledger;
	int rc;

	if (!i->changes && !i->kept) { /* nothing new: not even the file changes */
		dc_ledger_import_rollback(i);
		return 0;
	}
	if (!(rc = dc_store_slice_forget(i, err)))
		rc = dc_store_settle(i, err);
	if (!rc)
		rc = dc_store_words_catch_up(l, err);
	if (!rc)
		rc = dc_store_notes_catch_up(l, err);
	if (!rc)
		rc = dc_store_likely_catch_up(l, err);
	if (!rc)
		rc = dc_store_event(l, 0, 0, i->now, "import", "", "", DC_HOW_OBSERVED, i->label,
		                    i->src, 0, err);
	rc = dc_store_slice_end(i, rc, err);
	import_free(i);
	return rc;
}

void dc_ledger_import_rollback(struct dc_ledger_import *i)
{
	if (!i)
		return;
	int rc = dc_store_slice_end(i, DC_CONFLICT, NULL);

	(void)rc; /* taken back: that is the wish */
	import_free(i);
}
