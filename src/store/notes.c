/* notes.c - the index of notes: asking it, and adding one note to it. */
#include "store/notes.h"

#include <assert.h>
#include <string.h>

#include <decorum/mem.h>

#include "text/similar.h"

/* --- reading notes */

void dc_store_note_clear(struct dc_store_note *n) { dc_buf_clear(&n->masked); }

int dc_store_note_walk(struct dc_ledger *l, sqlite3_stmt **st, int64_t after, struct dc_error *err)
{
	return dc_store_query(l, st, err,
	                      "SELECT r.id, r.moment / 1000, r.note, p.name, p.company"
	                      " FROM request r JOIN person p ON p.id = r.person"
	                      " WHERE r.id > ?1 AND r.note <> x''"
	                      " AND r.state NOT IN ('undone', 'failed') ORDER BY r.id",
	                      "i", after);
}

int dc_store_note_next(struct dc_ledger *l, sqlite3_stmt *st, struct dc_store_note *n,
                       struct dc_error *err)
{
	int rc = dc_store_step(l, st, err);

	if (rc <= 0)
		return rc;
	n->request = sqlite3_column_int64(st, 0);
	n->at = sqlite3_column_int64(st, 1);
	dc_buf_reset(&n->masked);
	const char *note = sqlite3_column_blob(st, 2);

	dc_similar_mask(
		&n->masked, note ? note : "", (size_t)sqlite3_column_bytes(st, 2),
		&(struct dc_personal){ .first = (const char *)sqlite3_column_text(st, 3),
	                               .company = (const char *)sqlite3_column_text(st, 4) });
	return 1;
}

/* --- the history as the file has it */

static int ask(struct dc_store_asked *a, struct dc_ids *out, const char *sql, int64_t key,
               int64_t limit)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(a->ledger, &st, a->err, sql, "ii", key, limit);

	while (!rc && (rc = dc_store_step(a->ledger, st, a->err)) > 0) {
		for (int c = 0; c < sqlite3_column_count(st); c++)
			dc_ids_add(out, sqlite3_column_int64(st, c));
		rc = 0;
	}
	return rc;
}

enum { RUNS_BITS = 11 };
static_assert(DC_SKETCH_RUNS <= 1 << RUNS_BITS, "how many runs a core has fits its number");

struct dc_store_core dc_store_core_of(int64_t id)
{
	return (struct dc_store_core){ id >> RUNS_BITS, id & ((1 << RUNS_BITS) - 1) };
}

void dc_store_note_samples(struct dc_postings *out, const uint32_t *run, size_t count, int64_t core)
{
	for (size_t i = 0; i < count; i++)
		if (dc_sketch_sampled(run[i]))
			dc_postings_add_number(out, run[i], core << RUNS_BITS | (int64_t)count);
}

static int cores(void *data, uint32_t run, struct dc_ids *out)
{
	DC_AUTO(dc_ids_clear) struct dc_ids found = { 0 };
	const struct dc_store_asked *a = data;
	int rc = dc_store_postings_find(a->ledger, DC_POSTING_CORE, run, SIZE_MAX, &found, a->err);

	for (size_t i = 0; i < found.count; i++) {
		const struct dc_store_core c = dc_store_core_of(found.id[i]);

		dc_ids_add(out, c.core);
		dc_ids_add(out, c.runs);
	}
	return rc;
}

static int leaders(void *data, int64_t band, size_t limit, struct dc_ids *out)
{
	const struct dc_store_asked *a = data;

	return dc_store_postings_find(a->ledger, DC_POSTING_BAND, (uint64_t)band, limit, out,
	                              a->err);
}

static int hold_bytes(struct dc_store_asked *a, const char *sql, int64_t leader)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(a->ledger, &st, a->err, sql, "i", leader);

	dc_buf_reset(&a->held);
	if (rc || (rc = dc_store_step(a->ledger, st, a->err)) <= 0)
		return rc;
	dc_buf_add(&a->held, sqlite3_column_blob(st, 0), (size_t)sqlite3_column_bytes(st, 0));
	dc_store_done(st);
	return 0;
}

static int runs(void *data, int64_t core, const uint32_t **run, size_t *count)
{
	struct dc_store_asked *a = data;
	int rc = hold_bytes(a, "SELECT core FROM note_leader WHERE request = ?1", core);

	*run = (const uint32_t *)(const void *)a->held.data;
	*count = a->held.len / sizeof(**run);
	return rc;
}

static int bins(void *data, int64_t leader, const unsigned char **bin)
{
	static const unsigned char none[DC_SKETCH_BINS];
	struct dc_store_asked *a = data;
	int rc = hold_bytes(a, "SELECT bins FROM note_leader WHERE request = ?1", leader);

	*bin = a->held.len == DC_SKETCH_BINS ? (const unsigned char *)a->held.data : none;
	return rc;
}

const struct dc_history dc_store_history = { .cores = cores,
	                                     .runs = runs,
	                                     .leaders = leaders,
	                                     .bins = bins };

void dc_store_asked_clear(struct dc_store_asked *a) { dc_buf_clear(&a->held); }

/* --- adding one */

static int add_member(struct dc_ledger *l, const struct dc_store_note *n, int64_t cluster,
                      struct dc_error *err)
{
	int rc = dc_store_run(l, err, "INSERT INTO note VALUES (?1, ?2, ?3)", "iii", n->request,
	                      cluster, n->at);

	return rc ? rc
	          : dc_store_run(l, err,
	                         "INSERT INTO note_group VALUES (?1, 1)"
	                         " ON CONFLICT DO UPDATE SET notes = notes + 1",
	                         "i", cluster);
}

void dc_store_note_bands(struct dc_postings *out, const unsigned char bin[DC_SKETCH_BINS],
                         int64_t leader)
{
	for (size_t b = 0; b < DC_SKETCH_BANDS; b++) {
		int64_t key;

		if (dc_sketch_band(bin, b, &key))
			dc_postings_add_number(out, (uint64_t)key, leader);
	}
}

static int add_leader(struct dc_ledger *l, const struct dc_store_note *n, const struct dc_sketch *s,
                      int64_t cluster, double alike, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings bands = { 0 };
	int rc = dc_store_run(l, err, "INSERT INTO note_leader VALUES (?1, ?2, 0, ?3, ?4, NULL)",
	                      "iiib", n->request, cluster, (int64_t)(alike * 1000),
	                      (const void *)s->bin, sizeof(s->bin));

	dc_store_note_bands(&bands, s->bin, n->request);
	return rc ? rc : dc_store_postings_put(l, DC_POSTING_BAND, &bands, err);
}

/* The leader stands for a text that comes again and again: this one. */
static int make_core(struct dc_ledger *l, int64_t leader, const struct dc_sketch *s,
                     int64_t cluster, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings samples = { 0 };
	int rc = dc_store_run(
		l, err, "UPDATE note_leader SET core = ?2, cluster = ?3 WHERE request = ?1", "ibi",
		leader, (const void *)s->run, s->count * sizeof(s->run[0]), cluster);

	dc_store_note_samples(&samples, s->run, s->count, leader);
	return rc ? rc : dc_store_postings_put(l, DC_POSTING_CORE, &samples, err);
}

static int cluster_of(struct dc_ledger *l, int64_t *out, int64_t leader, struct dc_error *err)
{
	return dc_store_int(l, out, leader, err,
	                    "SELECT cluster FROM note_leader WHERE request = ?1", "i", leader);
}

/* One more note that is nearly equal to a leader. */
static int join_leader(struct dc_ledger *l, const struct dc_store_note *n,
                       const struct dc_sketch *s, const struct dc_place *p, struct dc_error *err)
{
	int64_t cluster, near, alike, notes, core;
	int rc;

	if ((rc = cluster_of(l, &cluster, p->leader, err)) ||
	    (rc = dc_store_run(l, err, "UPDATE note_leader SET near = near + 1 WHERE request = ?1",
	                       "i", p->leader)) ||
	    (rc = dc_store_int(l, &near, 0, err,
	                       "SELECT near FROM note_leader WHERE request = ?1 AND core IS NULL",
	                       "i", p->leader)) ||
	    (rc = dc_store_int(l, &alike, 0, err,
	                       "SELECT alike FROM note_leader WHERE request = ?1", "i",
	                       p->leader)) ||
	    (rc = dc_store_int(l, &notes, 0, err, "SELECT notes FROM note_group WHERE cluster = ?1",
	                       "i", cluster)))
		return rc;
	if (near && dc_cluster_recurs((size_t)near, (double)alike / 1000, (size_t)notes)) {
		core = p->leader;
		if (p->core_alike >= DC_CLUSTER_BRANCH && (rc = cluster_of(l, &core, p->core, err)))
			return rc;
		cluster = core;
		if ((rc = make_core(l, p->leader, s, cluster, err)))
			return rc;
	}
	return add_member(l, n, cluster, err);
}

static int add_one(struct dc_ledger *l, const struct dc_store_note *n, struct dc_sketch *s,
                   struct dc_error *err)
{
	DC_AUTO(dc_store_asked_clear) struct dc_store_asked a = { .ledger = l, .err = err };
	struct dc_place p;
	int64_t cluster = n->request;
	int rc;

	dc_sketch_make(s, n->masked.data ? n->masked.data : "", n->masked.len);
	if ((rc = dc_cluster_place(&p, s, &dc_store_history, &a)))
		return rc;
	if (dc_place_is_twin(&p))
		return join_leader(l, n, s, &p, err);
	if (dc_place_is_core(&p) && (rc = cluster_of(l, &cluster, p.core, err)))
		return rc;
	if (p.core_alike < DC_CLUSTER_TWIN &&
	    (rc = add_leader(l, n, s, cluster, p.core_alike, err)))
		return rc;
	return add_member(l, n, cluster, err);
}

/* --- keeping up */

enum { FEW = 512, PART = 4 }; /* more than these, and than this part of all, are built anew */

static int meta(struct dc_ledger *l, int64_t *out, const char *name, struct dc_error *err)
{
	return dc_store_int(l, out, 0, err, "SELECT value FROM meta WHERE name = ?1", "s", name);
}

int dc_store_notes_usable(struct dc_ledger *l, bool *out, struct dc_error *err)
{
	int64_t version;
	int rc = meta(l, &version, "notes", err);

	*out = version == DC_CLUSTER_VERSION;
	return rc;
}

static int add_all(struct dc_ledger *l, int64_t after, struct dc_error *err)
{
	DC_AUTO(dc_store_note_clear) struct dc_store_note n = { 0 };
	struct dc_sketch *s = dc_alloc(1, sizeof(*s));
	sqlite3_stmt *st;
	int rc = dc_store_note_walk(l, &st, after, err);

	while (!rc && (rc = dc_store_note_next(l, st, &n, err)) > 0)
		rc = add_one(l, &n, s, err);
	dc_free(s);
	return rc;
}

int dc_store_notes_catch_up(struct dc_ledger *l, struct dc_error *err)
{
	int64_t upto, newest;
	bool usable;
	int rc;

	if ((rc = dc_store_notes_usable(l, &usable, err)) ||
	    (rc = meta(l, &upto, "notes upto", err)) ||
	    (rc = dc_store_int(l, &newest, 0, err, "SELECT max(id) FROM request", "")))
		return rc;
	if (newest == upto && usable)
		return 0;
	if (!usable || (newest - upto > FEW && newest - upto > newest / PART))
		return dc_store_notes_build(l, err);
	if ((rc = add_all(l, upto, err)))
		return rc;
	return dc_store_run(l, err, "INSERT OR REPLACE INTO meta VALUES ('notes upto', ?1)", "i",
	                    newest);
}

/* The bands are found by what they are made of: nothing leads from a leader to them. */
static int drop_leader(struct dc_ledger *l, int64_t leader, struct dc_error *err)
{
	DC_AUTO(dc_store_asked_clear) struct dc_store_asked a = { .ledger = l, .err = err };
	DC_AUTO(dc_postings_clear) struct dc_postings bands = { 0 };
	const unsigned char *bin;
	int rc = bins(&a, leader, &bin);

	if (!rc) {
		dc_store_note_bands(&bands, bin, leader);
		rc = dc_store_postings_drop(l, DC_POSTING_BAND, &bands, err);
	}
	return rc ? rc
	          : dc_store_run(l, err, "DELETE FROM note_leader WHERE request = ?1", "i", leader);
}

int dc_store_notes_forget(struct dc_ledger *l, int64_t person, struct dc_error *err)
{
	DC_AUTO(dc_ids_clear) struct dc_ids own = { 0 };
	DC_AUTO(dc_store_asked_clear) struct dc_store_asked a = { .ledger = l, .err = err };
	int rc = ask(&a, &own,
	             "SELECT request FROM note_leader WHERE core IS NULL AND request IN"
	             " (SELECT id FROM request WHERE person = ?1) LIMIT ?2",
	             person, -1);

	for (size_t i = 0; i < own.count && !rc; i++)
		rc = drop_leader(l, own.id[i], err);
	return rc;
}
