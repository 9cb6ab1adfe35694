/* notes.c - has somebody else already got this note?
 *
 * The same but for personal parts: one look at the skeletons of the whole history.
 * Nearly the same: compared with every note of thirty days, which is exact, and cheap as long
 * as they are the notes of one person; the notes of a team, and the whole history, are asked
 * of the ledger's index.
 */
#include "review/gather.h"

#include <string.h>

#include <decorum/mem.h>

#include "text/similar.h"

enum {
	KEPT = 5,    /* of the nearest notes */
	EXACT = 200, /* requests of thirty days that are compared one by one */
	UNLIKE = 30, /* percent: what the index says must be seen in the note itself */
};

#define WINDOW (30 * DC_DAY)

/* People with a note like it: who, and when they last got one. */
struct people {
	int64_t *id;
	size_t count, cap;
};

struct hunt {
	struct dc_similar_ref *ref;
	struct dc_arena *arena;
	struct dc_dossier *d;
	int percent; /* from here on it counts */
	int64_t now;
	struct dc_similar kept[KEPT];
	size_t kept_count;
	struct people people;
};

/* True when the person is new. */
static bool note_person(struct people *p, int64_t id)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->id[i] == id)
			return false;
	if (p->count == p->cap) {
		p->cap = p->cap ? p->cap * 2 : 64;
		p->id = dc_grow(p->id, p->cap, sizeof(*p->id));
	}
	p->id[p->count++] = id;
	return true;
}

/* Nearest first; of equally near ones the newest. */
static bool nearer(const struct dc_similar *a, const struct dc_similar *b)
{
	return a->percent != b->percent ? a->percent > b->percent : a->at > b->at;
}

static void keep(struct hunt *h, const struct dc_request *r, int percent)
{
	for (size_t k = 0; k < h->kept_count; k++)
		if (h->kept[k].request == r->id)
			return;
	struct dc_similar s = { .request = r->id,
		                .at = r->sent ? r->sent : r->created,
		                .percent = percent };
	size_t i = h->kept_count;

	while (i > 0 && nearer(&s, &h->kept[i - 1]))
		i--;
	if (i == KEPT)
		return;
	s.name = dc_arena_strdup(h->arena, r->name ? r->name : "");
	s.note = dc_arena_strndup(h->arena, r->note, r->note_len);
	if (h->kept_count < KEPT)
		h->kept_count++;
	memmove(&h->kept[i + 1], &h->kept[i], (h->kept_count - 1 - i) * sizeof(s));
	h->kept[i] = s;
}

static int compare(void *data, const struct dc_request *r)
{
	struct hunt *h = data;

	if (!r->note_len)
		return 0;
	int percent = dc_similar_percent(h->ref, r->note, r->note_len,
	                                 &(struct dc_personal){ .first = r->name });

	if (percent < h->percent)
		return 0;
	/* The walk is newest first, so a person counts in the window of their newest note. */
	if (note_person(&h->people, r->person)) {
		const int64_t at = r->sent ? r->sent : r->created;

		h->d->similar_day += at > h->now - DC_DAY;
		h->d->similar_week += at > h->now - 7 * DC_DAY;
		h->d->similar_month++;
	}
	keep(h, r, percent);
	return 0;
}

/* The newest of the same notes is shown, also when it is older than the window. */
static void add_same(struct hunt *h, const struct dc_request *newest)
{
	for (size_t i = 0; i < h->kept_count; i++)
		if (h->kept[i].percent == 100)
			return;
	keep(h, newest, 100);
}

/* The whole history.  The example is compared here, so that an index that is wrong convinces
 * nobody. */
static int ask_index(struct dc_gather *g, struct hunt *h, struct dc_near *near,
                     struct dc_error *err)
{
	struct dc_dossier *d = h->d;
	size_t len;
	const char *masked = dc_similar_ref_masked(h->ref, &len);
	int rc = dc_ledger_near_notes(g->ledger, near, masked, len, g->person.id, g->now, h->arena,
	                              err);

	if (rc || !near->notes)
		return rc;
	int percent = dc_similar_percent(h->ref, near->nearest.note, near->nearest.note_len,
	                                 &(struct dc_personal){ .first = near->nearest.name });

	if (percent < UNLIKE) {
		*near = (struct dc_near){ 0 };
		return 0;
	}
	d->similar_ever = near->notes;
	keep(h, &near->nearest, percent);
	return 0;
}

static int hunt(struct dc_gather *g, struct hunt *h, struct dc_error *err)
{
	struct dc_dossier *d = h->d;
	struct dc_near near;
	int rc = ask_index(g, h, &near, err);

	if (rc)
		return rc;
	if (near.known && d->month > EXACT) {
		d->similar_people = d->similar_month = near.month;
		d->similar_week = near.week;
		d->similar_day = near.day;
		return 0;
	}
	rc = dc_ledger_notes_since(g->ledger, g->now - WINDOW, g->person.id, compare, h, err);
	d->similar_people = h->people.count;
	return rc;
}

int dc_review_notes(struct dc_gather *g, struct dc_error *err)
{
	const struct dc_draft_request *r = g->request;
	struct dc_dossier *d = &g->report->dossier;
	struct dc_arena *arena = &g->report->arena;

	if (!r->note || !r->note_len)
		return 0;
	const struct dc_personal p = { d->first, d->last, d->company };
	const struct dc_personal full = { *d->name ? d->name : d->first, d->last, d->company };
	DC_AUTO(dc_similar_ref_free)
	struct dc_similar_ref *ref = dc_similar_ref_new(r->note, r->note_len, &full);
	struct hunt h = {
		.ref = ref,
		.arena = arena,
		.d = d,
		.percent = (int)dc_settings_limit(g->settings, DC_LIMIT_SIMILAR_PERCENT).value,
		.now = g->now,
	};
	struct dc_request newest = { 0 };
	uint64_t skeleton = dc_similar_skeleton(r->note, r->note_len, p.first, p.last, p.company);
	int rc = dc_ledger_same_note(g->ledger, &d->same_people, &newest, skeleton, g->person.id,
	                             arena, err);

	if (!rc && *d->tmpl)
		rc = dc_ledger_template_people(g->ledger, &d->tmpl_people, d->tmpl, g->person.id,
		                               g->now - WINDOW, err);
	if (!rc)
		rc = hunt(g, &h, err);
	dc_free(h.people.id);
	if (rc)
		return rc;
	if (d->same_people)
		add_same(&h, &newest);
	struct dc_similar *kept = dc_arena_alloc(arena, h.kept_count ? h.kept_count : 1,
	                                         sizeof(*kept));

	memcpy(kept, h.kept, h.kept_count * sizeof(*kept));
	d->similar = kept;
	d->similar_count = h.kept_count;
	return 0;
}
