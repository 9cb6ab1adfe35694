/* twins.c - people on file who are likely the recipient under another address. */
#include "review/gather.h"

#include <decorum/mem.h>

enum { TWINS_MAX = 3 };

/* The newest request to them, or nothing. */
static int newest(struct dc_gather *g, struct dc_twin *t, int64_t person, struct dc_error *err)
{
	struct dc_arena *arena = &g->report->arena;
	struct dc_request *r = NULL;
	size_t count = 0;
	int rc = dc_ledger_request_list(g->ledger, &r, &count,
	                                &(struct dc_request_filter){ .person = person, .limit = 1 },
	                                arena, err);

	if (rc || !count)
		return rc;
	struct dc_past *past = dc_arena_alloc(arena, 1, sizeof(*past));

	*past = (struct dc_past){
		.request = r->id,
		.state = r->state,
		.sent = { r->sent, DC_HOW_OBSERVED, r->source },
		.now = { r->state_at, r->how, r->state_source },
		.note = r->note,
	};
	t->newest = past;
	return 0;
}

int dc_review_twins(struct dc_gather *g, struct dc_error *err)
{
	struct dc_arena *arena = &g->report->arena;
	struct dc_dossier *d = &g->report->dossier;
	struct dc_person who = {
		.name = d->name, .company = d->company, .headline = d->headline, .key = d->key
	};
	struct dc_likely *all = NULL;
	size_t count = 0;
	int rc = dc_ledger_person_likely(g->ledger, &all, &count, &who, TWINS_MAX, arena, err);
	struct dc_twin *twins = dc_arena_alloc(arena, TWINS_MAX, sizeof(*twins));

	for (size_t i = 0; i < count && !rc; i++) {
		struct dc_twin t = {
			.key = all[i].person.key,
			.name = all[i].person.name,
			.company = all[i].person.company,
			.score = all[i].score,
			.reason = all[i].reason,
			.connected = all[i].person.connected,
		};

		rc = newest(g, &t, all[i].person.id, err);
		/* Somebody nothing ever happened with changes nothing. */
		if (!rc && (t.newest || t.connected.source))
			twins[d->twin_count++] = t;
	}
	d->twins = twins;
	return rc;
}
