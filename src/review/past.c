/* past.c - what happened between the two. */
#include "review/gather.h"

#include <decorum/mem.h>

static int requests(struct dc_gather *g, struct dc_error *err)
{
	struct dc_arena *arena = &g->report->arena;
	struct dc_dossier *d = &g->report->dossier;
	struct dc_request *all = NULL;
	size_t count = 0;
	int rc = dc_ledger_request_list(g->ledger, &all, &count,
	                                &(struct dc_request_filter){ .person = g->person.id },
	                                arena, err);

	if (rc)
		return rc;
	struct dc_past *past = dc_arena_alloc(arena, count ? count : 1, sizeof(*past));

	for (size_t i = 0; i < count; i++) {
		const struct dc_request *r = &all[i];

		if (r->id == g->request->request)
			continue;
		past[d->past_count++] = (struct dc_past){
			.request = r->id,
			.state = r->state,
			.sent = { r->sent, DC_HOW_OBSERVED, r->source },
			.now = { r->state_at, r->how, r->state_source },
			.note = r->note,
		};
	}
	d->past = past;
	return 0;
}

int dc_review_past(struct dc_gather *g, struct dc_error *err)
{
	struct dc_arena *arena = &g->report->arena;
	struct dc_dossier *d = &g->report->dossier;
	int rc;

	d->met = "";
	if (!g->person.id)
		return 0;
	if ((rc = dc_ledger_met(g->ledger, &d->met, &d->met_at, g->person.id, arena, err)))
		return rc;
	if ((rc = requests(g, err)) ||
	    (rc = dc_ledger_incoming(g->ledger, &d->invited_you, g->person.id, arena, err)))
		return rc;
	return dc_ledger_written(g->ledger, &d->written, &d->written_count, g->person.id, arena,
	                         err);
}
