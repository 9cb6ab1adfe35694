/* notes_build.c - the index of notes from nothing: in memory, then written in order. */
#include "store/notes.h"

#include <stdlib.h>

#include <decorum/mem.h>

/* --- many numbers by key
 *
 * Those of one key lie side by side: they are read far more often than added. */

struct list {
	int64_t key;
	uint32_t count; /* 0: nobody's */
	uint32_t at;    /* in the pool, where there is room for the next power of two */
};

struct lists {
	struct list *slot;
	size_t used, slots; /* a power of two */
	uint32_t *pool;
	size_t pooled, room;
};

static void lists_clear(struct lists *l)
{
	dc_free(l->slot);
	dc_free(l->pool);
	*l = (struct lists){ 0 };
}

static struct list *slot_of(const struct lists *l, int64_t key)
{
	size_t i = (size_t)((uint64_t)key * UINT64_C(0x9e3779b97f4a7c15) >> 32);

	for (i &= l->slots - 1; l->slot[i].count && l->slot[i].key != key;)
		i = (i + 1) & (l->slots - 1);
	return &l->slot[i];
}

static void more_slots(struct lists *l)
{
	struct lists was = *l;

	l->slots = was.slots ? was.slots * 2 : 1024;
	l->slot = dc_alloc(l->slots, sizeof(*l->slot));
	for (size_t i = 0; i < was.slots; i++)
		if (was.slot[i].count)
			*slot_of(l, was.slot[i].key) = was.slot[i];
	dc_free(was.slot);
}

/* A list that is full goes to the end of the pool. */
static void move_to_room(struct lists *l, struct list *list)
{
	const size_t need = list->count ? 2 * (size_t)list->count : 1;

	if (l->pooled + need > l->room) {
		l->room = l->room ? l->room * 2 : 1024;
		l->pool = dc_grow(l->pool, l->room, sizeof(*l->pool));
	}
	for (size_t i = 0; i < list->count; i++)
		l->pool[l->pooled + i] = l->pool[list->at + i];
	list->at = (uint32_t)l->pooled;
	l->pooled += need;
}

static void lists_add(struct lists *l, int64_t key, uint32_t value)
{
	if (l->used * 2 >= l->slots)
		more_slots(l);
	struct list *list = slot_of(l, key);

	l->used += !list->count;
	list->key = key;
	if (!(list->count & (list->count - 1)))
		move_to_room(l, list);
	l->pool[list->at + list->count++] = value;
}

/* What that key has, the oldest first; the answer is how many. */
static size_t lists_get(const struct lists *l, int64_t key, const uint32_t **values)
{
	const struct list *list = l->slots ? slot_of(l, key) : NULL;

	*values = list && list->count ? l->pool + list->at : NULL;
	return *values ? list->count : 0;
}

/* --- the index as it grows */

struct leader {
	int64_t request;
	uint32_t cluster; /* the leader that founded it */
	uint32_t near, members;
	float alike;
	uint32_t *core; /* its runs when it is one */
	size_t runs;
	unsigned char bin[DC_SKETCH_BINS];
};

struct member {
	int64_t request, at;
	uint32_t leader;
};

struct build {
	struct leader *leader;
	size_t leaders, leader_cap;
	uint32_t *notes; /* of the cluster that the leader founded */
	struct member *member;
	size_t members, member_cap;
	struct lists equal, band, core; /* leaders by masked text, band, sampled run */
};

static void build_clear(struct build *b)
{
	for (size_t i = 0; i < b->leaders; i++)
		dc_free(b->leader[i].core);
	dc_free(b->leader);
	dc_free(b->notes);
	dc_free(b->member);
	lists_clear(&b->equal);
	lists_clear(&b->band);
	lists_clear(&b->core);
}
DC_DEFINE_CLEAR(struct build, build_clear)

static int cores(void *data, uint32_t run, struct dc_ids *out)
{
	const struct build *b = data;

	const uint32_t *core;

	for (size_t n = lists_get(&b->core, run, &core); n--;) {
		dc_ids_add(out, core[n]);
		dc_ids_add(out, (int64_t)b->leader[core[n]].runs);
	}
	return 0;
}

static int runs(void *data, int64_t core, const uint32_t **run, size_t *count)
{
	const struct build *b = data;

	*run = b->leader[core].core;
	*count = b->leader[core].runs;
	return 0;
}

static int leaders(void *data, int64_t band, size_t limit, struct dc_ids *out)
{
	const struct build *b = data;

	const uint32_t *leader;

	for (size_t n = lists_get(&b->band, band, &leader); n-- && out->count < limit;)
		dc_ids_add(out, leader[n]);
	return 0;
}

static int bins(void *data, int64_t leader, const unsigned char **bin)
{
	*bin = ((const struct build *)data)->leader[leader].bin;
	return 0;
}

static const struct dc_history in_memory = { .cores = cores,
	                                     .runs = runs,
	                                     .leaders = leaders,
	                                     .bins = bins };

static uint32_t new_leader(struct build *b, const struct dc_store_note *n,
                           const struct dc_sketch *s, const struct dc_place *p)
{
	const uint32_t id = (uint32_t)b->leaders;

	if (b->leaders == b->leader_cap) {
		b->leader_cap = b->leader_cap ? b->leader_cap * 2 : 256;
		b->leader = dc_grow(b->leader, b->leader_cap, sizeof(*b->leader));
		b->notes = dc_grow(b->notes, b->leader_cap, sizeof(*b->notes));
	}
	struct leader *new = &b->leader[b->leaders++];

	*new = (struct leader){ .request = n->request,
		                .cluster = dc_place_is_core(p) ? b->leader[p->core].cluster : id,
		                .alike = (float)p->core_alike };
	b->notes[id] = 0;
	for (size_t i = 0; i < DC_SKETCH_BINS; i++)
		new->bin[i] = s->bin[i];
	for (size_t i = 0; i < DC_SKETCH_BANDS; i++) {
		int64_t key;

		if (dc_sketch_band(s->bin, i, &key))
			lists_add(&b->band, key, id);
	}
	return id;
}

/* The text of the newest of the notes near a leader is what comes again and again. */
static void make_core(struct build *b, uint32_t id, const struct dc_sketch *s,
                      const struct dc_place *p)
{
	struct leader *l = &b->leader[id];
	const bool branch = p->core_alike >= DC_CLUSTER_BRANCH;
	const uint32_t cluster = branch ? b->leader[p->core].cluster : id;

	if (!s->count)
		return;
	b->notes[l->cluster] -= l->members;
	b->notes[cluster] += l->members;
	l->cluster = cluster;
	l->runs = s->count;
	l->core = dc_alloc(s->count, sizeof(*l->core));
	for (size_t i = 0; i < s->count; i++) {
		l->core[i] = s->run[i];
		if (dc_sketch_sampled(s->run[i]))
			lists_add(&b->core, s->run[i], id);
	}
}

static void join(struct build *b, uint32_t id, const struct dc_store_note *n)
{
	struct leader *l = &b->leader[id];

	if (b->members == b->member_cap) {
		b->member_cap = b->member_cap ? b->member_cap * 2 : 1024;
		b->member = dc_grow(b->member, b->member_cap, sizeof(*b->member));
	}
	b->member[b->members++] = (struct member){ n->request, n->at, id };
	l->members++;
	b->notes[l->cluster]++;
}

static bool recurs(const struct build *b, uint32_t id)
{
	const struct leader *l = &b->leader[id];

	return !l->core && dc_cluster_recurs(l->near, (double)l->alike, b->notes[l->cluster]);
}

static int64_t hash(const struct dc_buf *masked)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < masked->len; i++)
		h = (h ^ (unsigned char)masked->data[i]) * UINT64_C(0x100000001b3);
	return (int64_t)(h ^ h >> 29);
}

static void add(struct build *b, const struct dc_store_note *n, struct dc_sketch *s)
{
	const int64_t key = hash(&n->masked);
	const uint32_t *placed;
	const bool known = lists_get(&b->equal, key, &placed) > 0;
	uint32_t id = known ? *placed : 0;
	struct dc_place p = { 0 };

	/* A text that was placed before need not be looked at, until it makes a core. */
	if (known) {
		b->leader[id].near++;
		if (!recurs(b, id)) {
			join(b, id, n);
			return;
		}
	}
	dc_sketch_make(s, n->masked.data ? n->masked.data : "", n->masked.len);
	(void)dc_cluster_place(&p, s, &in_memory, b); /* memory does not fail */
	if (!known) {
		if (dc_place_is_twin(&p))
			b->leader[id = (uint32_t)p.leader].near++;
		else if (p.core_alike >= DC_CLUSTER_TWIN)
			id = (uint32_t)p.core;
		else
			id = new_leader(b, n, s, &p);
		lists_add(&b->equal, key, id);
	}
	join(b, id, n);
	if (recurs(b, id))
		make_core(b, id, s, &p);
}

/* --- writing it down */

enum { PART = 1 << 20 }; /* bands that are sorted at once; bounds the memory */

static int write_bands(struct dc_ledger *l, const struct build *b, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings bands = { 0 };
	int rc = 0;

	for (size_t i = 0; i < b->leaders && !rc; i++) {
		dc_store_note_bands(&bands, b->leader[i].bin, b->leader[i].request);
		if (bands.count < PART && i + 1 < b->leaders)
			continue;
		rc = dc_store_postings_put(l, DC_POSTING_BAND, &bands, err);
		bands.count = 0;
	}
	return rc;
}

static int write_cores(struct dc_ledger *l, const struct build *b, struct dc_error *err)
{
	DC_AUTO(dc_postings_clear) struct dc_postings samples = { 0 };

	for (size_t i = 0; i < b->leaders; i++)
		dc_store_note_samples(&samples, b->leader[i].core, b->leader[i].runs,
		                      b->leader[i].request);
	return dc_store_postings_put(l, DC_POSTING_CORE, &samples, err);
}

static int write_leaders(struct dc_ledger *l, const struct build *b, struct dc_error *err)
{
	int rc = 0;

	for (size_t i = 0; i < b->leaders && !rc; i++) {
		const struct leader *w = &b->leader[i];

		rc = dc_store_run(
			l, err,
			"INSERT INTO note_leader VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, x''))",
			"iiiibb", w->request, b->leader[w->cluster].request, (int64_t)w->near,
			(int64_t)(w->alike * 1000), (const void *)w->bin, sizeof(w->bin),
			(const void *)w->core, w->runs * sizeof(*w->core));
		if (!rc && b->notes[i])
			rc = dc_store_run(l, err, "INSERT INTO note_group VALUES (?1, ?2)", "ii",
			                  w->request, (int64_t)b->notes[i]);
	}
	return rc;
}

static int write_members(struct dc_ledger *l, const struct build *b, struct dc_error *err)
{
	int rc = 0;

	for (size_t i = 0; i < b->members && !rc; i++) {
		const struct member *m = &b->member[i];
		const uint32_t cluster = b->leader[m->leader].cluster;

		l->work.done += DC_STORE_US_MEMBER;
		rc = dc_store_run(l, err, "INSERT INTO note VALUES (?1, ?2, ?3)", "iii", m->request,
		                  b->leader[cluster].request, m->at);
	}
	return rc;
}

static int empty(struct dc_ledger *l, struct dc_error *err)
{
	int rc = dc_store_exec(
		l, "DELETE FROM note; DELETE FROM note_group; DELETE FROM note_leader", err);

	if (!rc)
		rc = dc_store_postings_empty(l, DC_POSTING_BAND, err);
	return rc ? rc : dc_store_postings_empty(l, DC_POSTING_CORE, err);
}

static int read_all(struct dc_ledger *l, struct build *b, struct dc_error *err)
{
	DC_AUTO(dc_store_note_clear) struct dc_store_note n = { 0 };
	struct dc_sketch *s = dc_alloc(1, sizeof(*s));
	sqlite3_stmt *st;
	int rc = dc_store_note_walk(l, &st, 0, err);

	while (!rc && (rc = dc_store_note_next(l, st, &n, err)) > 0) {
		add(b, &n, s);
		l->work.done += DC_STORE_US_NOTE;
		rc = 0;
	}
	dc_free(s);
	return rc;
}

int dc_store_notes_build(struct dc_ledger *l, struct dc_error *err)
{
	DC_AUTO(build_clear) struct build b = { 0 };
	int rc;

	if ((rc = empty(l, err)) || (rc = read_all(l, &b, err)) ||
	    (rc = write_members(l, &b, err)) || (rc = write_leaders(l, &b, err)) ||
	    (rc = write_bands(l, &b, err)) || (rc = write_cores(l, &b, err)))
		return rc;
	return dc_store_run(l, err,
	                    "INSERT OR REPLACE INTO meta SELECT 'notes', ?1 UNION ALL"
	                    " SELECT 'notes upto', coalesce(max(id), 0) FROM request",
	                    "i", (int64_t)DC_CLUSTER_VERSION);
}
