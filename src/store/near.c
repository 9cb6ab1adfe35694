/* near.c - has somebody already got a note like this, in the whole history? */
#include "store/notes.h"

#include <decorum/mem.h>

#include "text/similar.h"

/* Notes of the cluster since a moment, and how many of them are the person's own. */
static int count_windows(struct dc_ledger *l, struct dc_near *out, int64_t cluster, int64_t now,
                         struct dc_error *err)
{
	const int64_t s = now / 1000, day = DC_DAY / 1000;
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT count(*), total(at > ?3), total(at > ?4) FROM note"
	                        " WHERE cluster = ?1 AND at > ?2",
	                        "iiii", cluster, s - 30 * day, s - 7 * day, s - day);

	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	out->month = (size_t)sqlite3_column_int64(st, 0);
	out->week = (size_t)sqlite3_column_int64(st, 1);
	out->day = (size_t)sqlite3_column_int64(st, 2);
	dc_store_done(st);
	return 0;
}

static int take_own_out(struct dc_ledger *l, struct dc_near *out, int64_t cluster, int64_t person,
                        int64_t now, struct dc_error *err)
{
	const int64_t s = now / 1000, day = DC_DAY / 1000;
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT n.at FROM request r JOIN note n ON n.request = r.id"
	                        " WHERE r.person = ?1 AND n.cluster = ?2",
	                        "ii", person, cluster);

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		const int64_t at = sqlite3_column_int64(st, 0);

		out->notes -= out->notes > 0;
		out->month -= out->month > 0 && at > s - 30 * day;
		out->week -= out->week > 0 && at > s - 7 * day;
		out->day -= out->day > 0 && at > s - day;
		rc = 0;
	}
	return rc;
}

/* The text that the cluster was found by when somebody else has it, else the newest note. */
static int find_example(struct dc_ledger *l, struct dc_near *out, int64_t cluster, int64_t leader,
                        int64_t person, struct dc_arena *arena, struct dc_error *err)
{
	int64_t id;
	int rc = dc_store_int(l, &id, 0, err,
	                      "SELECT r.id FROM request r JOIN note n ON n.request = r.id"
	                      " WHERE r.id = ?1 AND r.person <> ?2",
	                      "ii", leader, person);

	if (!rc && !id)
		rc = dc_store_int(l, &id, 0, err,
		                  "SELECT n.request FROM note n JOIN request r ON r.id = n.request"
		                  " WHERE n.cluster = ?1 AND r.person <> ?2"
		                  " ORDER BY n.at DESC LIMIT 1",
		                  "ii", cluster, person);
	if (rc || !id) {
		out->notes = 0; /* nothing to show for it: nothing is told */
		return rc;
	}
	return dc_ledger_request_get(l, &out->nearest, id, arena, err);
}

static int tell(struct dc_ledger *l, struct dc_near *out, int64_t leader, int64_t person,
                int64_t now, struct dc_arena *arena, struct dc_error *err)
{
	int64_t cluster, notes;
	int rc;

	if ((rc = dc_store_int(l, &cluster, 0, err,
	                       "SELECT cluster FROM note_leader WHERE request = ?1", "i",
	                       leader)) ||
	    (rc = dc_store_int(l, &notes, 0, err, "SELECT notes FROM note_group WHERE cluster = ?1",
	                       "i", cluster)))
		return rc;
	out->notes = notes > 0 ? (size_t)notes : 0;
	if (!out->notes || (rc = count_windows(l, out, cluster, now, err)) ||
	    (rc = take_own_out(l, out, cluster, person, now, err)) || !out->notes)
		return rc;
	return find_example(l, out, cluster, leader, person, arena, err);
}

static int find(struct dc_ledger *l, struct dc_near *out, const char *masked, size_t len,
                int64_t person, int64_t now, struct dc_arena *arena, struct dc_error *err)
{
	DC_AUTO(dc_store_asked_clear) struct dc_store_asked a = { .ledger = l, .err = err };
	struct dc_place p;
	int rc = dc_store_notes_usable(l, &out->known, err);

	if (rc || !out->known)
		return rc;
	struct dc_sketch *s = dc_alloc(1, sizeof(*s));

	dc_sketch_make(s, masked, len);
	rc = dc_cluster_place(&p, s, &dc_store_history, &a);
	dc_free(s);
	if (rc)
		return rc;
	if (dc_place_is_core(&p))
		return tell(l, out, p.core, person, now, arena, err);
	return dc_place_is_twin(&p) ? tell(l, out, p.leader, person, now, arena, err) : 0;
}

int dc_ledger_near_notes(struct dc_ledger *l, struct dc_near *out, const char *masked, size_t len,
                         int64_t person, int64_t now, struct dc_arena *arena, struct dc_error *err)
{
	*out = (struct dc_near){ 0 };
	int rc = dc_ledger_look(l, err);

	if (rc)
		return rc;
	rc = find(l, out, masked, len, person, now, arena, err);
	dc_ledger_look_end(l);
	return rc;
}
