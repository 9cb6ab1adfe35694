/* join.c - two people who are one: everything moves to the one that stays.
 *
 * The history is append-only, so its rows keep the id of the person they were written
 * for; `joined` leads from there to the one that stays.
 */
#include "store/store.h"

static int refuse_two_active(struct dc_ledger *l, int64_t into, int64_t other, struct dc_error *err)
{
	int64_t n;
	int rc = dc_store_int(l, &n, 0, err,
	                      "SELECT count(*) FROM request WHERE person IN (?1, ?2) AND state IN"
	                      " ('held', 'handing', 'handed', 'sending', 'unknown', 'withdrawing')",
	                      "ii", into, other);

	if (rc || n < 2)
		return rc;
	return dc_fail(err, DC_CONFLICT,
	               "both have a request that is not settled, and a person has one at a time; "
	               "undo or answer one of them first: 'decorum queue'");
}

/* What the one that stays lacks is taken from the other. */
static int fill(struct dc_ledger *l, int64_t into, int64_t other, struct dc_error *err)
{
	return dc_store_run(
		l, err,
		"UPDATE person SET key = iif(person.key = '', o.key, person.key),"
		" folded = iif(person.name = '', o.folded, person.folded),"
		" name = iif(person.name = '', o.name, person.name),"
		" first = coalesce(person.first, o.first), last = coalesce(person.last, o.last),"
		" headline = coalesce(person.headline, o.headline),"
		" firm = iif(person.company IS NULL, o.firm, person.firm),"
		" company = coalesce(person.company, o.company),"
		" email = coalesce(person.email, o.email),"
		" connected_how = iif(person.connected IS NULL, o.connected_how, "
		"person.connected_how),"
		" connected_src = iif(person.connected IS NULL, o.connected_src, "
		"person.connected_src),"
		" connected_row = iif(person.connected IS NULL, o.connected_row, "
		"person.connected_row),"
		" connected = coalesce(person.connected, o.connected),"
		" incoming_src = iif(person.incoming IS NULL, o.incoming_src, person.incoming_src),"
		" incoming_row = iif(person.incoming IS NULL, o.incoming_row, person.incoming_row),"
		" incoming = coalesce(person.incoming, o.incoming)"
		" FROM person o WHERE person.id = ?1 AND o.id = ?2",
		"ii", into, other);
}

static int words_move(struct dc_ledger *l, int64_t into, int64_t other, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_person a, b;
	int rc;

	if ((rc = dc_ledger_person_by_id(l, &b, other, &arena, err)) ||
	    (rc = dc_ledger_person_by_id(l, &a, into, &arena, err)) ||
	    (rc = dc_store_words(l, other, b.name, b.company, "", "", err)))
		return rc;
	return dc_store_words(l, into, "", "", a.name, a.company, err);
}

int dc_store_person_join(struct dc_ledger *l, int64_t into, int64_t other, struct dc_error *err)
{
	static const char *const moves[] = {
		"UPDATE person_key SET person = ?1, seq = seq +"
		" (SELECT count(*) FROM person_key WHERE key IN " DC_STORE_KEYS_OF(
			"?1") " AND person = ?1) WHERE key IN " DC_STORE_KEYS_OF("?2"),
		"UPDATE request SET person = ?1 WHERE person = ?2",
		"INSERT OR IGNORE INTO letter SELECT ?1, at, src, row FROM letter WHERE person=?2",
		"DELETE FROM letter WHERE person = ?2 AND ?1",
		"UPDATE meta SET value = ?1 WHERE name = 'self' AND value = ?2",
		"UPDATE person SET joined = ?1 WHERE id = ?2 OR joined = ?2",
	};
	int rc;

	if (into == other)
		return 0;
	if ((rc = refuse_two_active(l, into, other, err)) || (rc = fill(l, into, other, err)) ||
	    (rc = words_move(l, into, other, err)))
		return rc;
	for (size_t i = 0; i < DC_COUNT(moves) && !rc; i++)
		rc = dc_store_run(l, err, moves[i], "ii", into, other);
	return rc;
}

static int find_or_make(struct dc_ledger *l, int64_t *id, const char *key, int64_t now,
                        struct dc_error *err)
{
	return dc_ledger_person_put(l, id, &(struct dc_person){ .key = key }, "you", now, err);
}

static int alias(struct dc_ledger *l, const char *key, const char *other, int64_t now,
                 struct dc_error *err)
{
	int64_t a, b, src;
	int rc;

	if ((rc = find_or_make(l, &a, key, now, err)) ||
	    (rc = find_or_make(l, &b, other, now, err)) || a == b ||
	    (rc = dc_store_person_join(l, a, b, err)) ||
	    (rc = dc_store_source(l, &src, "you", "", err)))
		return rc;
	DC_AUTO(dc_str) char *detail = dc_printf("%s is %s", other, key);

	return dc_store_event(l, 0, a, now, "alias", "", "", DC_HOW_TOLD, detail, src, 0, err);
}

int dc_ledger_person_alias(struct dc_ledger *l, const char *key, const char *other, int64_t now,
                           struct dc_error *err)
{
	int rc = dc_store_begin(l, err);

	if (!rc)
		rc = alias(l, key, other, now, err);
	return dc_store_end(l, rc, err);
}
