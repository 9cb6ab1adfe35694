/* notes_verify.c - does the index of notes tell what the requests say? */
#include "store/notes.h"

#include <decorum/mem.h>

#include "text/similar.h"

#define COUNTS "r.note <> x'' AND r.state NOT IN ('undone', 'failed')"

/* Each answers one sentence for the first thing that is wrong, or no row. */
static const char *const truths[] = {
	"SELECT 'the note of request ' || r.id || ' is missing' FROM request r"
	" WHERE r.id <= (SELECT value FROM meta WHERE name = 'notes upto') AND " COUNTS
	" AND NOT EXISTS (SELECT 1 FROM note WHERE request = r.id) LIMIT 1",
	"SELECT 'request ' || n.request || ' is kept with a note that does not count'"
	" FROM note n LEFT JOIN request r ON r.id = n.request"
	" WHERE r.id IS NULL OR NOT (" COUNTS ") LIMIT 1",
	"SELECT 'the note of request ' || r.id || ' is kept under another moment'"
	" FROM note n JOIN request r ON r.id = n.request WHERE n.at <> r.moment / 1000 LIMIT 1",
	"SELECT 'cluster ' || cluster || ' is not counted right' FROM"
	" (SELECT cluster, sum(n) AS n FROM (SELECT cluster, count(*) AS n FROM note GROUP BY "
	"cluster"
	"  UNION ALL SELECT cluster, -notes FROM note_group) GROUP BY cluster) WHERE n <> 0 LIMIT "
	"1",
	"SELECT iif(span = 3600000, 'hour ', 'day ') || at || ' is not counted right' FROM"
	" (SELECT span, at, requests, notes, pending, gone, accepted, untold FROM paced"
	"  UNION ALL SELECT span, at, -requests, -notes, -pending, -gone, -accepted, -untold"
	"  FROM pace) GROUP BY span, at HAVING (sum(requests), sum(notes), sum(pending),"
	" sum(gone), sum(accepted), sum(untold)) <> (0, 0, 0, 0, 0, 0) LIMIT 1",
	"SELECT 'request ' || r.id || ' is kept under another company than its person'"
	" FROM request r JOIN person p ON p.id = r.person WHERE r.firm <> p.firm LIMIT 1",
	"SELECT 'leader ' || l.request || ' is no request' FROM note_leader l"
	" LEFT JOIN request r ON r.id = l.request WHERE r.id IS NULL LIMIT 1",
};

/* A name learnt later is masked later: the note of a leader may have changed that much. */
#define LIKE_ITSELF 0.4

static int damaged(struct dc_ledger *l, const char *what, struct dc_error *err)
{
	return dc_fail(err, DC_SYSTEM,
	               "the ledger %.200s: what is kept beside the requests does not "
	               "follow from them: %.200s; 'decorum verify --rebuild' builds it again",
	               l->path, what);
}

static int hold_true(struct dc_ledger *l, const char *sql, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, sql, "");

	if (rc || (rc = dc_store_step(l, st, err)) <= 0)
		return rc;
	rc = damaged(l, (const char *)sqlite3_column_text(st, 0), err);
	dc_store_done(st);
	return rc;
}

/* One way to find texts: by what is it, what should be found, and does all that is found exist? */
struct finding {
	struct dc_ledger *ledger;
	struct dc_ids texts; /* in order */
	struct dc_postings by;
};

static void finding_clear(struct finding *f)
{
	dc_ids_clear(&f->texts);
	dc_postings_clear(&f->by);
}
DC_DEFINE_CLEAR(struct finding, finding_clear)

static bool has_text(const struct finding *f, int64_t id)
{
	size_t low = 0, high = f->texts.count;

	while (low < high) {
		const size_t at = low + (high - low) / 2;

		if (f->texts.id[at] < id)
			low = at + 1;
		else
			high = at;
	}
	return low < f->texts.count && f->texts.id[low] == id;
}

static int is_a_leader(void *data, const struct dc_posting *p, struct dc_error *err)
{
	const struct finding *f = data;

	return has_text(f, p->id) ? 0
	                          : damaged(f->ledger, "a band names a leader that is none", err);
}

static int is_a_core(void *data, const struct dc_posting *p, struct dc_error *err)
{
	const struct finding *f = data;

	return has_text(f, dc_store_core_of(p->id).core)
	               ? 0
	               : damaged(f->ledger, "a run names a core that is none", err);
}

static void add_leader(struct dc_postings *by, sqlite3_stmt *st)
{
	if (sqlite3_column_bytes(st, 1) == DC_SKETCH_BINS)
		dc_store_note_bands(by, sqlite3_column_blob(st, 1), sqlite3_column_int64(st, 0));
}

static void add_core(struct dc_postings *by, sqlite3_stmt *st)
{
	const uint32_t *run = sqlite3_column_blob(st, 1);

	dc_store_note_samples(by, run, (size_t)sqlite3_column_bytes(st, 1) / sizeof(*run),
	                      sqlite3_column_int64(st, 0));
}

static const struct way {
	enum dc_posting_kind kind;
	const char *sql;
	void (*add)(struct dc_postings *by, sqlite3_stmt *st);
	int (*each)(void *data, const struct dc_posting *p, struct dc_error *err);
	const char *lost;
} ways[] = {
	{ DC_POSTING_BAND, "SELECT request, bins FROM note_leader ORDER BY request", add_leader,
	  is_a_leader, "a leader is not found by its own text" },
	{ DC_POSTING_CORE,
	  "SELECT request, core FROM note_leader WHERE core IS NOT NULL ORDER BY request", add_core,
	  is_a_core, "a core is not found by its own text" },
};

static int leads_to_texts(struct dc_ledger *l, const struct way *w, struct dc_error *err)
{
	DC_AUTO(finding_clear) struct finding f = { .ledger = l };
	bool whole = true;
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, w->sql, "");

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		dc_ids_add(&f.texts, sqlite3_column_int64(st, 0));
		w->add(&f.by, st);
		rc = 0;
	}
	dc_postings_sort(&f.by);
	if (!rc)
		rc = dc_store_postings_have(l, &whole, w->kind, &f.by, err);
	if (!rc && !whole)
		rc = damaged(l, w->lost, err);
	return rc ? rc : dc_store_postings_walk(l, w->kind, w->each, &f, err);
}

/* The numbers kept of each leader are those of its note. */
static int leaders_are_notes(struct dc_ledger *l, struct dc_error *err)
{
	DC_AUTO(dc_store_note_clear) struct dc_store_note n = { 0 };
	struct dc_sketch *s = dc_alloc(1, sizeof(*s));
	sqlite3_stmt *st, *lead;
	int rc = dc_store_note_walk(l, &st, 0, err);

	while (!rc && (rc = dc_store_note_next(l, st, &n, err)) > 0) {
		rc = dc_store_query(l, &lead, err,
		                    "SELECT bins FROM note_leader WHERE request = ?1", "i",
		                    n.request);
		if (rc || (rc = dc_store_step(l, lead, err)) <= 0)
			continue;
		const unsigned char *bin = sqlite3_column_blob(lead, 0);
		const bool whole = sqlite3_column_bytes(lead, 0) == DC_SKETCH_BINS;

		dc_sketch_make(s, dc_buf_str(&n.masked), n.masked.len);
		rc = !whole || (s->count && dc_sketch_guess(bin, s->bin) < LIKE_ITSELF)
		             ? damaged(l, "a leader is not like its note", err)
		             : 0;
		dc_store_done(lead);
	}
	dc_store_done(st);
	dc_free(s);
	return rc;
}

int dc_store_notes_verify(struct dc_ledger *l, struct dc_error *err)
{
	bool usable;
	int rc = dc_store_notes_usable(l, &usable, err);

	if (rc || !usable)
		return rc; /* nothing is asked of it, so nothing can be wrong */
	for (size_t i = 0; i < DC_COUNT(truths) && !rc; i++)
		rc = hold_true(l, truths[i], err);
	if (!rc)
		rc = leaders_are_notes(l, err);
	for (size_t i = 0; i < DC_COUNT(ways) && !rc; i++)
		rc = leads_to_texts(l, &ways[i], err);
	return rc;
}
