/* cluster.c - the decisions; see the header for the idea. */
#include "text/cluster.h"

#include <decorum/mem.h>

enum {
	COMPARED = 5,   /* cores that are compared run by run */
	LISTED = 8,     /* newest leaders of a band that are looked at */
	RECURS = 3,     /* nearly equal notes that make a core … */
	RECURS_IN = 64, /* … and one more for so many notes of its cluster */
};

void dc_ids_add(struct dc_ids *v, int64_t id)
{
	if (v->count == v->cap) {
		v->cap = v->cap ? v->cap * 2 : 4;
		v->id = dc_grow(v->id, v->cap, sizeof(*v->id));
	}
	v->id[v->count++] = id;
}

void dc_ids_clear(struct dc_ids *v)
{
	dc_free(v->id);
	*v = (struct dc_ids){ 0 };
}

bool dc_place_is_core(const struct dc_place *p)
{
	return p->core_alike >= DC_CLUSTER_TWIN ||
	       (p->core_alike >= DC_CLUSTER_KIN && p->leader_alike < DC_CLUSTER_TWIN);
}

bool dc_place_is_twin(const struct dc_place *p)
{
	return p->core_alike < DC_CLUSTER_TWIN && p->leader_alike >= DC_CLUSTER_TWIN;
}

/* A core that shares samples with the note. */
struct hit {
	int64_t core, size;
	size_t samples;
	double promise; /* the likeness that the samples promise */
};

/* The lower id decides a tie. */
static bool promises_more(const struct hit *a, const struct hit *b)
{
	return a->promise != b->promise ? a->promise > b->promise : a->core < b->core;
}

/* Makes one hit of all that name the same core.  `slot` has room for
 * twice as many and is zero. */
static size_t gather(struct hit *hits, uint32_t *slot, size_t slots, const struct dc_ids *found)
{
	size_t kept = 0;

	for (size_t i = 0; i < found->count; i += 2) {
		const int64_t core = found->id[i];
		size_t at = (size_t)((uint64_t)core * UINT64_C(0x9e3779b97f4a7c15) >> 32);

		for (at &= slots - 1; slot[at] && hits[slot[at] - 1].core != core;)
			at = (at + 1) & (slots - 1);
		if (slot[at]) {
			hits[slot[at] - 1].samples++;
			continue;
		}
		hits[kept] = (struct hit){ .core = core, .size = found->id[i + 1], .samples = 1 };
		slot[at] = (uint32_t)++kept;
	}
	return kept;
}

static int nearest_core(struct dc_place *out, const struct dc_sketch *s, const struct dc_history *h,
                        void *data)
{
	DC_AUTO(dc_ids_clear) struct dc_ids found = { 0 };
	int rc = 0;

	for (size_t i = 0; i < s->count && !rc; i++)
		if (dc_sketch_sampled(s->run[i]))
			rc = h->cores(data, s->run[i], &found);
	if (rc || !found.count)
		return rc;
	size_t slots = 64;

	while (slots < found.count)
		slots *= 2;
	struct hit *hits = dc_alloc(found.count / 2, sizeof(*hits));
	uint32_t *slot = dc_alloc(slots, sizeof(*slot));
	size_t n = gather(hits, slot, slots, &found);

	for (size_t i = 0; i < n; i++)
		hits[i].promise = (double)hits[i].samples /
		                  (double)(hits[i].size + (int64_t)s->count);

	for (size_t c = 0; c < COMPARED && c < n && !rc; c++) {
		const uint32_t *run;
		size_t best = c, count;

		for (size_t i = c + 1; i < n; i++)
			if (promises_more(&hits[i], &hits[best]))
				best = i;
		const struct hit hit = hits[best];

		hits[best] = hits[c];
		if ((rc = h->runs(data, hit.core, &run, &count)))
			break;
		const double alike = dc_sketch_alike(s, run, count, out->core_alike);

		if (alike > out->core_alike) {
			out->core_alike = alike;
			out->core = hit.core;
		}
		if (hit.samples < 2)
			break; /* and no other has more */
	}
	dc_free(slot);
	dc_free(hits);
	return rc;
}

static int nearest_leader(struct dc_place *out, const struct dc_sketch *s,
                          const struct dc_history *h, void *data)
{
	DC_AUTO(dc_ids_clear) struct dc_ids found = { 0 };
	int rc = 0;

	for (size_t b = 0; b < DC_SKETCH_BANDS && !rc; b++) {
		int64_t key;

		if (!dc_sketch_band(s->bin, b, &key))
			continue;
		found.count = 0;
		rc = h->leaders(data, key, LISTED, &found);
		for (size_t i = 0; i < found.count && !rc; i++) {
			const unsigned char *bin;

			if ((rc = h->bins(data, found.id[i], &bin)))
				break;
			const double alike = dc_sketch_guess(s->bin, bin);

			if (alike > out->leader_alike) {
				out->leader_alike = alike;
				out->leader = found.id[i];
			}
		}
	}
	return rc;
}

int dc_cluster_place(struct dc_place *out, const struct dc_sketch *s, const struct dc_history *h,
                     void *data)
{
	*out = (struct dc_place){ .core = -1, .leader = -1 };
	int rc = nearest_core(out, s, h, data);

	if (rc || out->core_alike >= DC_CLUSTER_TWIN)
		return rc;
	return nearest_leader(out, s, h, data);
}

bool dc_cluster_recurs(size_t near, double alike, size_t notes)
{
	if (alike >= DC_CLUSTER_BRANCH)
		return near >= RECURS + notes / RECURS_IN;
	return near >= RECURS;
}
