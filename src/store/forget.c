/* forget.c - erasing a person, and still knowing not to invite them again.
 *
 * What stays: that a request went out and when, so that budgets are right, and a salted
 * hash of each key.  It guards against a look at the file, not against somebody who has
 * the file and tries every address there is.
 */
#include "store/likely.h"
#include "store/notes.h"
#include "store/store.h"

#include <string.h>

#include "base/sha256.h"

static int digest(struct dc_ledger *l, unsigned char out[DC_SHA256_SIZE], const char *key,
                  struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf salted = { 0 };
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, "SELECT value FROM meta WHERE name = 'salt'", "");

	if (rc || (rc = dc_store_step(l, st, err)) < 0)
		return rc;
	if (!rc)
		return dc_fail(err, DC_SYSTEM,
		               "the ledger %.200s has lost its salt; go back to a backup", l->path);
	dc_buf_add(&salted, sqlite3_column_blob(st, 0), (size_t)sqlite3_column_bytes(st, 0));
	dc_store_done(st);
	dc_buf_puts(&salted, key);
	dc_sha256(out, salted.data, salted.len);
	return 0;
}

int dc_ledger_forgotten(struct dc_ledger *l, bool *out, const char *key, struct dc_error *err)
{
	unsigned char hash[DC_SHA256_SIZE];
	int64_t n;
	/* Most ledgers have forgotten nobody. */
	int rc = dc_store_int(l, &n, 0, err, "SELECT 1 FROM forgotten LIMIT 1", "");

	if (!rc && n && !(rc = digest(l, hash, key, err)))
		rc = dc_store_int(l, &n, 0, err, "SELECT 1 FROM forgotten WHERE hash = ?1", "b",
		                  (const void *)hash, sizeof(hash));
	if (rc)
		return rc;
	*out = n > 0;
	return 0;
}

static int remember_hash(struct dc_ledger *l, const char *key, int64_t now, struct dc_error *err)
{
	unsigned char hash[DC_SHA256_SIZE];
	int rc = digest(l, hash, key, err);

	return rc ? rc
	          : dc_store_run(l, err, "INSERT OR IGNORE INTO forgotten VALUES (?1, ?2)", "bi",
	                         (const void *)hash, sizeof(hash), now);
}

/* What is still held is undone; what may be at LinkedIn already needs an answer first. */
static int end_active(struct dc_ledger *l, int64_t person, int64_t now, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const unsigned active = 1u << DC_STATE_HELD | 1u << DC_STATE_HANDING |
	                        1u << DC_STATE_HANDED | 1u << DC_STATE_SENDING |
	                        1u << DC_STATE_UNKNOWN | 1u << DC_STATE_WITHDRAWING;
	struct dc_request *r;
	size_t n;
	int rc = dc_ledger_request_list(
		l, &r, &n, &(struct dc_request_filter){ .states = active, .person = person },
		&arena, err);

	if (rc || !n)
		return rc;
	if (r->state != DC_STATE_HELD)
		return dc_fail(
			err, DC_CONFLICT,
			"request %lld to them is %s; say first what became of it: 'decorum mark'",
			(long long)r->id, dc_state_name(r->state));
	return dc_ledger_request_move(l,
	                              &(struct dc_move){ .id = r->id,
	                                                 .from = DC_STATE_HELD,
	                                                 .to = DC_STATE_UNDONE,
	                                                 .token = -1,
	                                                 .how = DC_HOW_OBSERVED,
	                                                 .source = "you" },
	                              &(struct dc_clock){ .wall = now }, err);
}

static int hash_keys(struct dc_ledger *l, int64_t person, int64_t now, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const char **keys;
	size_t n;
	int rc = dc_ledger_person_keys(l, &keys, &n, person, &arena, err);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = remember_hash(l, keys[i], now, err);
		if (!rc)
			rc = dc_store_run(l, err, "DELETE FROM draft WHERE key = ?1", "s", keys[i]);
		if (!rc)
			rc = dc_store_run(
				l, err,
				"UPDATE dnc SET what = '(forgotten)', reason = '(forgotten)',"
				" removed = coalesce(removed, ?2)"
				" WHERE kind = 'person' AND what = ?1",
				"si", keys[i], now);
	}
	return rc;
}

static int erase(struct dc_ledger *l, int64_t person, int64_t now, struct dc_error *err)
{
	static const char *const wipes[] = {
		"DELETE FROM draft WHERE request IN (SELECT id FROM request WHERE person = ?1)",
		"DELETE FROM dispatch WHERE request IN (SELECT id FROM request WHERE person = ?1)",
		"UPDATE request SET note = x'', skeleton = 0, tmpl = NULL, tmpl_text = NULL,"
		" zone = NULL, reason = NULL, idempotency = NULL WHERE person = ?1",
		"DELETE FROM letter WHERE person = ?1",
		"UPDATE event SET detail = '' WHERE detail <> '' AND (person IN"
		" (SELECT id FROM person WHERE id = ?1 OR joined = ?1)"
		" OR request IN (SELECT id FROM request WHERE person = ?1))",
		"DELETE FROM person_key WHERE key IN " DC_STORE_KEYS_OF("?1"),
		"DELETE FROM meta WHERE name = 'self' AND value = ?1",
		"UPDATE person SET key = '', name = '', folded = '', first = NULL, last = NULL,"
		" headline = NULL, company = NULL, firm = 0, email = NULL, connected = NULL, "
		"incoming = NULL,"
		" row = NULL, connected_row = NULL, incoming_row = NULL WHERE id = ?1 OR joined = "
		"?1",
	};
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_person p;
	int64_t src;
	int rc;

	if ((rc = dc_ledger_person_by_id(l, &p, person, &arena, err)) ||
	    (rc = end_active(l, p.id, now, err)) || (rc = hash_keys(l, p.id, now, err)) ||
	    (rc = dc_store_words(l, p.id, p.name, p.company, "", "", err)) ||
	    (rc = dc_store_notes_forget(l, p.id, err)) ||
	    (rc = dc_store_likely_forget(l, p.id, err)))
		return rc;
	for (size_t i = 0; i < DC_COUNT(wipes) && !rc; i++)
		rc = dc_store_run(l, err, wipes[i], "i", p.id);
	if (!rc)
		rc = dc_store_source(l, &src, "you", "", err);
	return rc ? rc
	          : dc_store_event(l, 0, p.id, now, "forget", "", "", DC_HOW_TOLD, "", src, 0, err);
}

int dc_ledger_person_forget(struct dc_ledger *l, int64_t person, int64_t now, struct dc_error *err)
{
	int rc = dc_store_exec(l, "PRAGMA secure_delete = ON", err);

	if (rc)
		return rc;
	rc = dc_store_begin(l, err);
	if (!rc)
		rc = erase(l, person, now, err);
	rc = dc_store_end(l, rc, err);
	dc_store_try(l, "PRAGMA secure_delete = OFF");
	/* The journal still holds the pages as they were: it goes, too. */
	if (!rc && !l->memory)
		rc = dc_store_exec(l, "PRAGMA journal_mode = DELETE; PRAGMA journal_mode = PERSIST",
		                   err);
	return rc;
}
