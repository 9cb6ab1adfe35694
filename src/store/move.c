/* move.c - how a request comes to be and how it moves.
 *
 * Every move is decided by one UPDATE that names the state it starts from: zero changed
 * rows mean that somebody was faster.  The event is written in the same transaction.
 */
#include "store/notes.h"
#include "store/store.h"

/* --- a new one */

int dc_ledger_request_by_key(struct dc_ledger *l, int64_t *id, const char *key,
                             struct dc_error *err)
{
	return dc_store_int(l, id, 0, err, "SELECT id FROM request WHERE idempotency = ?1", "s",
	                    key);
}

static int refuse_active(struct dc_ledger *l, int64_t *id, int64_t person, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request r;
	int rc = dc_store_int(l, id, 0, err,
	                      "SELECT id FROM request WHERE person = ?1 AND state IN ('held',"
	                      " 'handing', 'handed', 'sending', 'unknown', 'withdrawing')",
	                      "i", person);

	if (rc || !*id)
		return rc;
	if ((rc = dc_ledger_request_get(l, &r, *id, &arena, err)))
		return rc;
	return dc_fail(err, DC_CONFLICT,
	               "request %lld to %.100s is %s already; a person has one request at a time",
	               (long long)*id, *r.name ? r.name : r.key, dc_state_name(r.state));
}

/* What an undo will write beside the note: an event, and pages of indexes that split. */
enum { ROOM_FOR_UNDO = 16 * 1024 };

static int keep_room(struct dc_ledger *l, int64_t id, struct dc_error *err)
{
	return dc_store_run(l, err,
	                    "INSERT OR REPLACE INTO reserve SELECT id, zeroblob(length(note) + ?2)"
	                    " FROM request WHERE id = ?1",
	                    "ii", id, (int64_t)ROOM_FOR_UNDO);
}

static int give_room_back(struct dc_ledger *l, int64_t id, struct dc_error *err)
{
	return dc_store_run(l, err, "DELETE FROM reserve WHERE request = ?1", "i", id);
}

static int insert_held(struct dc_ledger *l, int64_t *id, const struct dc_request_new *r,
                       const struct dc_clock *now, struct dc_error *err)
{
	int64_t src, next;
	int rc;

	if ((rc = dc_store_source(l, &src, "decorum", "", err)) ||
	    (rc = dc_store_int(l, &next, 1, err, "SELECT max(id) + 1 FROM request", "")) ||
	    (rc = dc_store_run(l, err,
	                       "INSERT INTO request (id, person, state, how, state_at, state_src,"
	                       " src, moment, note, skeleton, tmpl, transport, idempotency,"
	                       " created, hold, due_awake, boot, due_wall, tmpl_text, zone, firm)"
	                       " VALUES (?1, ?2, 'held', 'observed', ?3, ?4, ?4, ?3, ?5, ?6, ?7,"
	                       " ?8, ?9, ?3, ?10, ?11, ?12, ?13, ?14, iif(?15, ?16, NULL),"
	                       " (SELECT firm FROM person WHERE id = ?2))",
	                       "iiiibitssiisitii", next, r->person, now->wall, src,
	                       (const void *)r->note, r->note_len, (int64_t)r->skeleton, r->tmpl,
	                       r->transport ? r->transport : "", r->key, r->hold,
	                       now->awake + r->hold, now->boot, now->wall + r->hold,
	                       r->tmpl_text ? r->tmpl_text : "", (int64_t)(r->zone != NULL),
	                       r->zone ? (int64_t)*r->zone : 0)))
		return rc;
	*id = next;
	if ((rc = keep_room(l, next, err)))
		return rc;
	rc = dc_store_event(l, next, r->person, now->wall, "move", "", "held", DC_HOW_OBSERVED, "",
	                    src, 0, err);
	return rc ? rc : dc_store_notes_catch_up(l, err);
}

static int add_events(struct dc_ledger *l, int64_t id, const struct dc_request_new *r, int64_t now,
                      struct dc_error *err)
{
	int64_t src;
	int rc = 0;

	for (size_t i = 0; i < r->event_count && !rc; i++) {
		const struct dc_event *e = &r->events[i];

		rc = dc_store_source(l, &src, e->source ? e->source : "decorum", "", err);
		if (!rc)
			rc = dc_store_event(l, id, r->person, now, e->kind, "", "", e->how,
			                    e->detail, src, 0, err);
	}
	return rc;
}

/* A draft that somebody has edited since is another text, and stays. */
static int drop_draft_of(struct dc_ledger *l, int64_t undone, struct dc_error *err)
{
	return dc_store_run(l, err,
	                    "DELETE FROM draft WHERE request = ?1"
	                    " AND note = (SELECT note FROM request WHERE id = ?1)",
	                    "i", undone);
}

static int hold(struct dc_ledger *l, int64_t *id, const struct dc_request_new *asked,
                const struct dc_clock *now, struct dc_error *err)
{
	struct dc_request_new r = *asked;
	int rc = r.key ? dc_ledger_request_by_key(l, id, r.key, err) : 0;

	if (rc || *id)
		return rc;
	if (r.who && (rc = dc_ledger_person_put(l, &r.person, r.who, "you", now->wall, err)))
		return rc;
	if ((rc = refuse_active(l, id, r.person, err)) || (rc = insert_held(l, id, &r, now, err)) ||
	    (rc = add_events(l, *id, &r, now->wall, err)))
		return rc;
	return r.again ? drop_draft_of(l, r.again, err) : 0;
}

int dc_ledger_request_hold(struct dc_ledger *l, int64_t *id, const struct dc_request_new *r,
                           const struct dc_clock *now, struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	*id = 0;
	if (!rc)
		rc = hold(l, id, r, now, err);
	return dc_store_end(l, rc, err);
}

static int told(struct dc_ledger *l, int64_t *id, int64_t person, int64_t sent, int64_t now,
                struct dc_error *err)
{
	int64_t src;
	int rc;

	if ((rc = dc_store_source(l, &src, "you", "", err)) ||
	    (rc = dc_store_int(l, id, 1, err, "SELECT max(id) + 1 FROM request", "")) ||
	    (rc = dc_store_run(l, err,
	                       "INSERT INTO request (id, person, state, how, state_at, state_src,"
	                       " src, sent, moment, created, firm)"
	                       " VALUES (?1, ?2, 'sent', 'told', ?3, ?4, ?4, ?3, ?3, ?5,"
	                       " (SELECT firm FROM person WHERE id = ?2))",
	                       "iiiii", *id, person, sent, src, now)))
		return rc;
	return dc_store_event(l, *id, person, now, "move", "", "sent", DC_HOW_TOLD, "", src, 0,
	                      err);
}

int dc_ledger_request_told(struct dc_ledger *l, int64_t *id, int64_t person, int64_t sent,
                           int64_t now, struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = told(l, id, person, sent, now, err);
	return dc_store_end(l, rc, err);
}

/* --- a move */

static int keep_draft(struct dc_ledger *l, const struct dc_move *m, int64_t now,
                      struct dc_error *err)
{
	int64_t id;
	int rc = dc_store_int(l, &id, 1, err, "SELECT max(id) + 1 FROM draft", "");

	if (rc ||
	    (rc = dc_store_run(l, err,
	                       "INSERT INTO draft (id, key, who, tmpl, note, at, request)"
	                       " SELECT ?1, p.key, ?3, r.tmpl, r.note, ?4, r.id FROM request r"
	                       " JOIN person p ON p.id = r.person WHERE r.id = ?2",
	                       "iisi", id, m->id, m->draft, now)))
		return rc;
	if (m->draft_id)
		*m->draft_id = id;
	return 0;
}

/* Nothing was changed: because there is no such request, or because it is elsewhere. */
static int refuse_move(struct dc_ledger *l, const struct dc_move *m, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request r;
	int rc = dc_ledger_request_get(l, &r, m->id, &arena, err);

	if (rc)
		return rc;
	if (r.state == m->from)
		return dc_fail(err, DC_CONFLICT,
		               "request %lld was taken over by another decorum meanwhile; "
		               "'decorum queue' shows what it is now",
		               (long long)m->id);
	return dc_fail(err, DC_CONFLICT, "request %lld is %s, not %s any more", (long long)m->id,
	               dc_state_name(r.state), dc_state_name(m->from));
}

static int set_state(struct dc_ledger *l, const struct dc_move *m, int64_t at, int64_t src,
                     struct dc_error *err)
{
	static const char sql[] =
		"UPDATE request SET state = ?3, how = ?4, state_at = iif(state = ?3, state_at, ?5),"
		" state_src = ?6, state_row = NULL, token = token + ?7,"
		" reason = coalesce(?8, reason),"
		" sent = iif(?9, ?9, sent), moment = iif(?9, ?9, moment),"
		" due_awake = iif(?10, ?11, due_awake), boot = iif(?10, ?12, boot),"
		" due_wall = iif(?10, ?13, due_wall), hold = iif(?15, ?15, hold)"
		" WHERE id = ?1 AND state = ?2 AND (?14 < 0 OR token = ?14)";
	int64_t leaves = m->to == DC_STATE_HANDING || m->to == DC_STATE_SENDING;
	int64_t holds = m->to == DC_STATE_HELD;

	return dc_store_run(l, err, sql, "isssiiisiiisiii", m->id, dc_state_name(m->from),
	                    dc_state_name(m->to), dc_store_how(m->how), at, src, leaves, m->reason,
	                    m->sent, holds, m->due_awake, m->boot, m->due_wall, m->token, m->hold);
}

static int move(struct dc_ledger *l, const struct dc_move *m, int64_t now, struct dc_error *err)
{
	int64_t at = m->at ? m->at : now, src, person;
	bool moves = m->from != m->to;
	int rc;

	/* First of all, so that the rest can use the room. */
	if ((moves && m->from == DC_STATE_HELD && (rc = give_room_back(l, m->id, err))) ||
	    (rc = dc_store_source(l, &src, m->source ? m->source : "decorum", "", err)) ||
	    (rc = set_state(l, m, at, src, err)))
		return rc;
	if (sqlite3_changes(l->db) != 1)
		return refuse_move(l, m, err);
	if (moves && m->to == DC_STATE_HELD && (rc = keep_room(l, m->id, err)))
		return rc;
	if ((rc = dc_store_int(l, &person, 0, err, "SELECT person FROM request WHERE id = ?1", "i",
	                       m->id)) ||
	    (rc = dc_store_event(l, m->id, person, at, moves ? "move" : "hold",
	                         moves ? dc_state_name(m->from) : "",
	                         moves ? dc_state_name(m->to) : "", m->how, m->detail, src, 0,
	                         err)))
		return rc;
	if (m->dispatch && (rc = dc_ledger_dispatch_put(l, m->id, m->dispatch, err)))
		return rc;
	return m->draft ? keep_draft(l, m, now, err) : 0;
}

int dc_ledger_request_move(struct dc_ledger *l, const struct dc_move *m, const struct dc_clock *now,
                           struct dc_error *err)
{
	bool again = m->from == DC_STATE_HELD && m->to == DC_STATE_HELD;
	int rc;

	if (!again && !dc_edge_legal(m->from, m->to))
		return dc_fail(err, DC_INVALID, "request %lld is %s, and cannot become %s",
		               (long long)m->id, dc_state_name(m->from), dc_state_name(m->to));
	rc = dc_store_begin(l, err);
	if (!rc)
		rc = move(l, m, now->wall, err);
	return dc_store_end(l, rc, err);
}
