/* invite.c - rows of Invitations.csv: which request is this, or is it a new one? */
#include "store/import.h"

#include <string.h>

#include <decorum/text.h>

/* An export tells the minute without a zone, and we know when a request was handed over. */
#define SAME_REQUEST (36 * DC_HOUR)

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
	return dc_store_run(
		i->ledger, err,
		"INSERT INTO request (person, state, how, state_at, state_src,"
		" state_row, src, row, sent, moment, note, skeleton, created, listed, firm)"
		" VALUES (?1, 'sent', 'observed', ?2, ?3, ?4, ?3, ?4, ?2, ?2, ?5, ?6,"
		" ?7, ?8, (SELECT firm FROM person WHERE id = ?1))",
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
	bool made;
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
	if (rc || (rc = dc_store_import_made(i, &made, m->id, err)) || made)
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
	if (m.others)
		dc_store_import_again(i, person);
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
	struct dc_person p = dc_store_row_person(&v->other);
	int64_t id;
	bool changed, fresh;

	*did = DC_ROW_KNOWN;
	if (dc_ledger_import_has(i, row))
		return 0;
	int rc = dc_store_import_person(i, &id, &changed, &fresh, &p, row,
	                                DC_STORE_RANK_INVITATIONS, err);

	*did = changed ? DC_ROW_CHANGED : DC_ROW_KNOWN;
	if (!rc && id)
		rc = v->outgoing ? outgoing(i, did, id, fresh, v, &p, row, err)
		                 : incoming(i, did, id, v->at, row, err);
	*did = dc_store_row_did(i, *did);
	return rc;
}
