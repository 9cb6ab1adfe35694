/* settle.c - what follows from an import once all of its rows are in.
 *
 * Nothing here looks at the order of files or rows, so any order ends the same.
 */
#include <string.h>

#include "store/import.h"

/* Ids are read before anything is changed: a statement does not change what it walks. */
struct ids {
	int64_t (*at)[2];
	size_t count;
};

static int collect(struct dc_ledger *l, struct ids *ids, const char *sql, int64_t a,
                   struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, sql, "i", a);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		if (!(ids->count & (ids->count - 1)))
			ids->at = dc_grow(ids->at, ids->count ? ids->count * 2 : 1,
			                  sizeof(*ids->at));
		ids->at[ids->count][0] = sqlite3_column_int64(st, 0);
		ids->at[ids->count++][1] = sqlite3_column_int64(st, 1);
		rc = 0;
	}
	return rc;
}

/* Somebody known by name only is the one person of that name who has a key. */
static int join_nameless(struct dc_ledger_import *i, struct dc_error *err)
{
	static const char sql[] =
		"SELECT max(k.id), n.id FROM person n JOIN person k ON k.folded = n.folded"
		" AND k.folded <> '' AND k.key <> '' AND k.joined IS NULL"
		" WHERE n.key = '' AND n.joined IS NULL AND ?1 GROUP BY n.id HAVING count(*) = 1";
	struct ids ids = { 0 };
	int rc = i->nameless ? collect(i->ledger, &ids, sql, 1, err) : 0;

	for (size_t n = 0; n < ids.count && !rc; n++) {
		rc = dc_store_person_join(i->ledger, ids.at[n][0], ids.at[n][1], err);
		if (rc == DC_CONFLICT) /* both have one that is not settled: next time */
			rc = 0;
		dc_store_import_again(i, ids.at[n][0]);
	}
	dc_free(ids.at);
	return rc;
}

/* Moves a request; what came with this import needs no event, its row tells it. */
static int move_to(struct dc_ledger_import *i, int64_t id, int64_t person, const char *to,
                   enum dc_how how, const char *detail, const char *sql, struct dc_error *err)
{
	struct dc_ledger *l = i->ledger;
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request r;
	int64_t src, row;
	bool made;
	int rc = dc_store_import_made(i, &made, id, err);

	if (rc || made)
		return rc ? rc : dc_store_run(l, err, sql, "i", id);
	if ((rc = dc_ledger_request_get(l, &r, id, &arena, err)) ||
	    (rc = dc_store_run(l, err, sql, "i", id)) ||
	    (rc = dc_store_int(l, &src, i->src, err, "SELECT state_src FROM request WHERE id = ?1",
	                       "i", id)) ||
	    (rc = dc_store_int(l, &row, 0, err, "SELECT state_row FROM request WHERE id = ?1", "i",
	                       id)))
		return rc;
	return dc_store_event(l, id, person, i->now, "move", dc_state_name(r.state), to, how,
	                      detail, src, row, err);
}

/* Of several requests to one person the newest counts; the others have ended somehow,
 * else LinkedIn would not have let the next one out. */
static int end_older(struct dc_ledger_import *i, int64_t person, struct dc_error *err)
{
	/* The plus keeps SQLite from walking everything that is sent. */
	static const char older[] =
		"SELECT id, person FROM request r WHERE person = ?1 AND sent > 0 AND (+state = "
		"'sent'"
		" OR (+state = 'accepted' AND how = 'observed'))"
		" AND EXISTS (SELECT 1 FROM request n WHERE n.person = ?1 AND n.sent > r.sent)";
	static const char end[] =
		"UPDATE request SET state = 'closed', how = 'inferred',"
		" (state_at, state_src, state_row) = (SELECT n.sent, n.src, n.row FROM request n"
		"  WHERE n.person = request.person AND n.sent > request.sent ORDER BY n.sent LIMIT "
		"1)"
		" WHERE id = ?1";
	struct ids ids = { 0 };
	int rc = collect(i->ledger, &ids, older, person, err);

	for (size_t n = 0; n < ids.count && !rc; n++)
		rc = move_to(i, ids.at[n][0], person, "closed", DC_HOW_INFERRED,
		             "a later request to the same person shows that it had ended", end,
		             err);
	dc_free(ids.at);
	return rc;
}

/* Whoever is connected has accepted the newest request; of a file that was read in part only,
 * the newest is not known.  Row by row: what one statement changes SQLite keeps in memory. */
static int accept(struct dc_ledger_import *i, struct dc_error *err)
{
	static const char open[] =
		"SELECT r.id, r.person FROM request r JOIN person p ON p.id = r.person"
		" WHERE r.state IN ('sent', 'withdrawing', 'closed', 'expired', 'ignored',"
		" 'declined')"
		" AND r.src NOT IN (SELECT src FROM unfinished) AND p.connected IS NOT NULL"
		" AND ?1 AND NOT EXISTS"
		" (SELECT 1 FROM request n WHERE n.person = r.person AND n.sent > r.sent)";
	static const char one[] =
		"UPDATE request SET state = 'accepted', how = 'observed', (state_at, state_src,"
		" state_row) = (SELECT connected, connected_src, connected_row FROM person p"
		"  WHERE p.id = request.person) WHERE id = ?1";
	struct ids ids = { 0 };
	int rc = collect(i->ledger, &ids, open, 1, err);

	for (size_t n = 0; n < ids.count && !rc; n++)
		rc = move_to(i, ids.at[n][0], ids.at[n][1], "accepted", DC_HOW_OBSERVED,
		             "they are among your connections", one, err);
	dc_free(ids.at);
	return rc;
}

/* What an older export lists and the newest whole one does not is pending no more; whoever is
 * not among the connections of an export as new as that has not accepted. */
static int infer_closed(struct dc_ledger_import *i, struct dc_error *err)
{
	static const char gone[] =
		"SELECT r.id, r.person FROM request r JOIN person p ON p.id = r.person"
		" WHERE r.state = 'sent' AND r.listed < ?1 AND p.connected IS NULL"
		" AND r.src NOT IN (SELECT src FROM unfinished)";
	static const char close[] =
		"UPDATE request SET state = 'closed', how = 'inferred', state_row = NULL,"
		" state_at = (SELECT value FROM meta WHERE name = 'invitations_as_of'),"
		" state_src = (SELECT value FROM meta WHERE name = 'invitations_src')"
		" WHERE id = ?1";
	struct ids ids = { 0 };
	int64_t whole;
	int rc = dc_store_int(i->ledger, &whole, 0, err,
	                      "SELECT min(value) FROM meta WHERE name IN"
	                      " ('connections_as_of', 'invitations_as_of') HAVING count(*) = 2",
	                      "");

	if (!rc && whole)
		rc = collect(i->ledger, &ids, gone, whole, err);
	for (size_t n = 0; n < ids.count && !rc; n++)
		rc = move_to(i, ids.at[n][0], ids.at[n][1], "closed", DC_HOW_INFERRED,
		             "a newer export lists it no more, and they are not among your "
		             "connections: declined, ignored or expired",
		             close, err);
	dc_free(ids.at);
	return rc;
}

int dc_store_settle(struct dc_ledger_import *i, struct dc_error *err)
{
	int rc = join_nameless(i, err);

	for (size_t n = 0; n < i->again_count && !rc; n++)
		rc = end_older(i, i->again[n], err);
	if (!rc)
		rc = accept(i, err);
	return rc ? rc : infer_closed(i, err);
}
