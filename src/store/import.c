/* import.c - rows of an export into the ledger, each with its evidence.
 *
 * Rows only add what they say themselves.  What follows from several of them (accepted,
 * because the person is among the connections) is settled at the end.
 */
#include "store/import.h"

#include <string.h>

#include <decorum/mem.h>
#include <decorum/person.h>
#include <decorum/text.h>

#include "store/likely.h"
#include "store/notes.h"

enum { CACHE_KB = 128 * 1024 };
/* An export tells the minute without a zone, and we know when a request was handed over. */
#define SAME_REQUEST (36 * DC_HOUR)

/* Of two files of one export the one that knows people better wins, in any order. */
enum rank { RANK_MESSAGES, RANK_INVITATIONS, RANK_CONNECTIONS, RANK_PROFILE };

static int begin(struct dc_ledger_import *i, struct dc_error *err)
{
	struct dc_ledger *l = i->ledger;
	int64_t n;
	int rc;

	if ((rc = dc_store_int(l, &i->first_new, 1, err, "SELECT max(id) + 1 FROM request", "")) ||
	    (rc = dc_store_int(l, &n, 0, err, "SELECT count(*) FROM forgotten", "")))
		return rc;
	i->forgetful = n > 0;
	if ((rc = dc_store_int(l, &l->later, 1, err, "SELECT max(id) + 1 FROM person", "")))
		return rc;
	rc = dc_store_int(l, &n, 0, err,
	                  "SELECT id FROM person WHERE key = '' AND joined IS NULL LIMIT 1", "");
	i->nameless = n > 0;
	return rc;
}

static void import_free(struct dc_ledger_import *i)
{
	i->ledger->later = 0;
	if (i->ledger->db)
		dc_store_try(i->ledger, "PRAGMA cache_size = -2000");
	dc_free(i->again);
	dc_free(i->label);
	dc_free(i);
}

int dc_ledger_import_begin(struct dc_ledger *l, struct dc_ledger_import **out, const char *label,
                           int64_t exported, int64_t now, struct dc_error *err)
{
	struct dc_ledger_import *i = dc_alloc(1, sizeof(*i));
	DC_AUTO(dc_str) char *cache = dc_printf("PRAGMA cache_size = -%d", (int)CACHE_KB);
	int rc;

	*i = (struct dc_ledger_import){
		.ledger = l, .label = dc_strdup(label), .exported = exported, .now = now
	};
	if (!(rc = dc_store_exec(l, cache, err))) {
		rc = dc_store_begin(l, err);
		if (!rc)
			rc = begin(i, err);
		if (rc)
			rc = dc_store_end(l, rc, NULL);
	}
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
	return dc_store_source(i->ledger, &i->src, i->label, name, err);
}

static enum dc_row count(struct dc_ledger_import *i, enum dc_row did)
{
	i->changes += did != DC_ROW_KNOWN;
	return did;
}

/* --- people */

static struct dc_person whole(const struct dc_person *p)
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

/* *id is 0 when there is nobody: no name, or somebody who wants to stay forgotten. */
static int person(struct dc_ledger_import *i, int64_t *id, bool *changed, bool *fresh,
                  const struct dc_person *p, int64_t row, enum rank rank, struct dc_error *err)
{
	struct dc_store_told t = {
		.p = p,
		.src = i->src,
		.row = row,
		.as_of = i->exported + (int64_t)rank,
		.connected = rank == RANK_CONNECTIONS,
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

/* A row that shows address and e-mail of one person makes both of them keys, and joins what was
 * known under each. */
static int join_email(struct dc_ledger_import *i, int64_t id, const struct dc_person *p,
                      struct dc_error *err)
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
	i->changes++;
	if (!other)
		return dc_store_person_key(i->ledger, id, key, err);
	rc = dc_store_person_join(i->ledger, id, other, err);
	return rc == DC_CONFLICT ? 0 : rc; /* both have an open request: not now */
}

int dc_ledger_import_connection(struct dc_ledger_import *i, enum dc_row *did,
                                const struct dc_person *told, int64_t row, struct dc_error *err)
{
	struct dc_person p = whole(told);
	int64_t id;
	bool changed, fresh;
	int rc = person(i, &id, &changed, &fresh, &p, row, RANK_CONNECTIONS, err);

	*did = fresh ? DC_ROW_NEW : changed ? DC_ROW_CHANGED : DC_ROW_KNOWN;
	if (!rc && id && !fresh)
		rc = connect_person(i, did, id, &p.connected, row, err);
	if (!rc && id)
		rc = join_email(i, id, &p, err);
	*did = count(i, *did);
	return rc;
}

/* --- invitations */

/* What is on file about one outgoing row. */
struct match {
	int64_t id;
	bool ours; /* recorded by decorum, and not yet shown by an export */
	enum dc_state state;
	enum dc_how how;
	int64_t listed; /* by the newest export that has it; 0: by none */
	int64_t others; /* requests to the same person */
};

static int64_t gap(int64_t a, int64_t b) { return a < b ? b - a : a - b; }

/* The request that the row is about: the same minute, or near enough to our own. */
static int find_request(struct dc_ledger_import *i, struct match *m, int64_t person, int64_t at,
                        struct dc_error *err)
{
	struct dc_ledger *l = i->ledger;
	sqlite3_stmt *st;
	int64_t nearest = SAME_REQUEST + 1;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT id, state, how, sent, seen, row, state_at, listed"
	                        " FROM request"
	                        " WHERE person = ?1",
	                        "i", person);

	*m = (struct match){ 0 };
	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		bool ours = sqlite3_column_type(st, 5) == SQLITE_NULL;
		bool seen = sqlite3_column_type(st, 4) != SQLITE_NULL;
		int64_t sent = sqlite3_column_int64(st, 3);
		enum dc_state state = DC_STATE_UNKNOWN;
		int64_t away;

		rc = 0;
		(void)dc_state_of(&state, (const char *)sqlite3_column_text(st, 1));
		m->others++;
		if (state == DC_STATE_HELD || state == DC_STATE_UNDONE ||
		    state == DC_STATE_FAILED || state == DC_STATE_SENDING)
			continue;
		if (ours && !seen)
			away = at ? gap(sent ? sent : sqlite3_column_int64(st, 6), at) : nearest;
		else
			away = (seen ? sqlite3_column_int64(st, 4) : sent) == at ? -1 : nearest;
		if (away >= nearest)
			continue;
		nearest = away;
		m->id = sqlite3_column_int64(st, 0);
		m->ours = ours && !seen;
		m->state = state;
		m->how = dc_store_how_of((const char *)sqlite3_column_text(st, 2));
		m->listed = sqlite3_column_int64(st, 7);
	}
	return rc;
}

/* An export shows what the user told us, or did not get round to telling. */
static int confirm(struct dc_ledger_import *i, const struct match *m, int64_t person, int64_t at,
                   int64_t row, struct dc_error *err)
{
	struct dc_ledger *l = i->ledger;
	bool open = m->state == DC_STATE_HANDING || m->state == DC_STATE_HANDED ||
	            m->state == DC_STATE_UNKNOWN;
	bool sent = open || (m->state == DC_STATE_SENT && m->how != DC_HOW_OBSERVED);
	int rc = dc_store_run(l, err,
	                      "UPDATE request SET seen = ?2, src = ?3, row = ?4, listed = ?5,"
	                      " sent = iif(sent, sent, ?2), moment = iif(sent, sent, ?2)"
	                      " WHERE id = ?1",
	                      "iiiii", m->id, at, i->src, row, i->exported);

	if (!rc && sent)
		rc = dc_store_run(l, err,
		                  "UPDATE request SET state = 'sent', how = 'observed',"
		                  " state_at = iif(?5, ?2, state_at), state_src = ?3,"
		                  " state_row = ?4 WHERE id = ?1",
		                  "iiiii", m->id, at, i->src, row, (int64_t)open);
	if (rc)
		return rc;
	return dc_store_event(l, m->id, person, at, open ? "move" : "seen",
	                      open ? dc_state_name(m->state) : "", open ? "sent" : "",
	                      DC_HOW_OBSERVED, "an export shows it", i->src, row, err);
}

static int add_request(struct dc_ledger_import *i, int64_t person,
                       const struct dc_row_invitation *v, int64_t row, struct dc_error *err)
{
	return dc_store_run(i->ledger, err,
	                    "INSERT INTO request (person, state, how, state_at, state_src,"
	                    " state_row, src, row, sent, moment, note, skeleton, created, listed)"
	                    " VALUES (?1, 'sent', 'observed', ?2, ?3, ?4, ?3, ?4, ?2, ?2, ?5, ?6,"
	                    " ?7, ?8)",
	                    "iiiibiii", person, v->at, i->src, row, (const void *)v->note,
	                    v->note ? v->note_len : 0, (int64_t)v->skeleton, i->now, i->exported);
}

/* Older exports give names only.  The same name in the same minute is the same row: with
 * a key now, it moves to the person who has it; without one, it was there already. */
static int find_twin(struct dc_ledger_import *i, struct match *m, const struct dc_person *p,
                     int64_t person, int64_t at, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };
	int rc;

	if (!i->nameless || !*p->name || !at)
		return 0;
	dc_text_fold(&folded, p->name, strlen(p->name));
	if ((rc = dc_store_int(i->ledger, &m->id, 0, err,
	                       "SELECT r.id FROM person p JOIN request r ON r.person = p.id"
	                       " WHERE p.folded = ?1 AND p.folded <> '' AND p.id <> ?2"
	                       " AND (p.key = '' OR ?4 = '') AND (r.sent = ?3 OR r.seen = ?3)",
	                       "siis", dc_buf_str(&folded), person, at, p->key)) ||
	    !m->id || !*p->key)
		return rc;
	return dc_store_run(i->ledger, err, "UPDATE request SET person = ?2 WHERE id = ?1", "ii",
	                    m->id, person);
}

/* A newer export lists what an older one had listed: remembered for the next comparison.  What
 * was inferred to be closed and is listed again was not. */
static int list_again(struct dc_ledger_import *i, enum dc_row *did, const struct match *m,
                      int64_t person, int64_t row, struct dc_error *err)
{
	struct dc_ledger *l = i->ledger;
	int rc;

	if (i->exported <= m->listed)
		return 0;
	i->changes++;
	rc = dc_store_run(l, err, "UPDATE request SET listed = ?2 WHERE id = ?1", "ii", m->id,
	                  i->exported);
	if (rc || m->state != DC_STATE_CLOSED)
		return rc;
	*did = DC_ROW_CHANGED;
	rc = dc_store_run(l, err,
	                  "UPDATE request SET state = 'sent', how = 'observed', state_at = sent,"
	                  " state_src = ?2, state_row = ?3 WHERE id = ?1",
	                  "iii", m->id, i->src, row);
	if (rc || m->id >= i->first_new)
		return rc;
	return dc_store_event(l, m->id, person, i->now, "move", "closed", "sent", DC_HOW_OBSERVED,
	                      "a newer export lists it again", i->src, row, err);
}

static int outgoing(struct dc_ledger_import *i, enum dc_row *did, int64_t person, bool fresh,
                    const struct dc_row_invitation *v, const struct dc_person *p, int64_t row,
                    struct dc_error *err)
{
	struct match m = { 0 };
	/* Whoever came with this row has no request yet. */
	int rc = fresh ? 0 : find_request(i, &m, person, v->at, err);

	if (!rc && !m.id)
		rc = find_twin(i, &m, p, person, v->at, err);
	if (rc)
		return rc;
	if (m.id && !m.ours)
		return list_again(i, did, &m, person, row, err);
	*did = m.id ? DC_ROW_CHANGED : DC_ROW_NEW;
	if (m.id)
		return confirm(i, &m, person, v->at, row, err);
	if (m.others) {
		i->again = dc_grow(i->again, i->again_count + 1, sizeof(*i->again));
		i->again[i->again_count++] = person;
	}
	return add_request(i, person, v, row, err);
}

static int incoming(struct dc_ledger_import *i, enum dc_row *did, int64_t person, int64_t at,
                    int64_t row, struct dc_error *err)
{
	int64_t had;
	int rc = dc_store_int(i->ledger, &had, -1, err, "SELECT incoming FROM person WHERE id = ?1",
	                      "i", person);

	if (rc || had >= at)
		return rc;
	*did = DC_ROW_NEW;
	return dc_store_run(i->ledger, err,
	                    "UPDATE person SET incoming = ?2, incoming_src = ?3, incoming_row = ?4"
	                    " WHERE id = ?1",
	                    "iiii", person, at, i->src, row);
}

int dc_ledger_import_invitation(struct dc_ledger_import *i, enum dc_row *did,
                                const struct dc_row_invitation *v, int64_t row,
                                struct dc_error *err)
{
	struct dc_person p = whole(&v->other);
	int64_t id;
	bool changed, fresh;
	int rc = person(i, &id, &changed, &fresh, &p, row, RANK_INVITATIONS, err);

	*did = changed ? DC_ROW_CHANGED : DC_ROW_KNOWN;
	if (!rc && id)
		rc = v->outgoing ? outgoing(i, did, id, fresh, v, &p, row, err)
		                 : incoming(i, did, id, v->at, row, err);
	*did = count(i, *did);
	return rc;
}

/* --- messages and the user */

int dc_ledger_import_message(struct dc_ledger_import *i, enum dc_row *did,
                             const struct dc_person *to, int64_t at, int64_t row,
                             struct dc_error *err)
{
	struct dc_person p = whole(to);
	int64_t id;
	bool changed, fresh;
	int rc = person(i, &id, &changed, &fresh, &p, row, RANK_MESSAGES, err);

	*did = DC_ROW_KNOWN;
	if (!rc && id)
		rc = dc_store_run(i->ledger, err,
		                  "INSERT OR IGNORE INTO letter VALUES (?1, ?2, ?3, ?4)", "iiii",
		                  id, at, i->src, row);
	if (!rc && id && sqlite3_changes(i->ledger->db))
		*did = DC_ROW_NEW;
	else if (changed)
		*did = DC_ROW_CHANGED;
	*did = count(i, *did);
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
	if ((rc = person(i, &id, &changed, &fresh, p, row, RANK_PROFILE, err)) || !id)
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
	struct dc_person p = whole(me);

	*did = DC_ROW_KNOWN;
	int rc = self(i, did, &p, row, err);

	*did = count(i, *did);
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
	int rc = 0;

	if (!i->changes) { /* nothing new: not even the file changes */
		dc_ledger_import_rollback(i);
		return 0;
	}
	int64_t later = l->later;

	l->later = 0; /* joining people moves their words */
	rc = dc_store_words_from(l, later, err);
	if (!rc)
		rc = dc_store_settle(i, err);
	if (!rc)
		rc = dc_store_notes_catch_up(l, err);
	if (!rc)
		rc = dc_store_likely_catch_up(l, err);
	if (!rc)
		rc = dc_store_event(l, 0, 0, i->now, "import", "", "", DC_HOW_OBSERVED, i->label,
		                    i->src, 0, err);
	rc = dc_store_end(l, rc, err);
	import_free(i);
	return rc;
}

void dc_ledger_import_rollback(struct dc_ledger_import *i)
{
	if (!i)
		return;
	int rc = dc_store_end(i->ledger, DC_CONFLICT, NULL);

	(void)rc; /* taken back: that is the wish */
	import_free(i);
}
