/* facts.c - what the user told about themselves, and what the newest requests show. */
#include "review/gather.h"

#include <decorum/mem.h>

enum { SHOWN = 3 }; /* colleagues who are named */

static int find_colleagues(struct dc_gather *g, struct dc_error *err)
{
	const int64_t days = dc_settings_limit(g->settings, DC_LIMIT_COMPANY_DAYS).value;
	struct dc_dossier *d = &g->report->dossier;
	struct dc_arena *arena = &g->report->arena;
	struct dc_asked *newest;
	int rc = dc_ledger_colleagues(g->ledger, &d->company_people, &newest, &d->colleague_count,
	                              d->company, g->person.id, g->now - days * DC_DAY, SHOWN,
	                              arena, err);

	if (rc)
		return rc;
	struct dc_colleague *shown = dc_arena_alloc(arena, SHOWN, sizeof(*shown));

	for (size_t i = 0; i < d->colleague_count; i++)
		shown[i] = (struct dc_colleague){ newest[i].name, newest[i].at };
	d->colleagues = shown;
	return 0;
}

/* Who never tells decorum what was accepted has no share: then only requests whose fate an
 * export has shown are counted. */
static void count_fates(struct dc_dossier *d, const struct dc_fates *f)
{
	d->fates = f->accepted ? f->count : f->count - f->untold;
	d->fates_accepted = f->accepted;
}

static void tell_about_user(struct dc_gather *g)
{
	struct dc_dossier *d = &g->report->dossier;
	struct dc_arena *arena = &g->report->arena;
	const char *constant = g->request->tmpl_text;

	d->goal_titles = dc_arena_strdup(arena, dc_settings_goal_titles(g->settings));
	d->goal_companies = dc_arena_strdup(arena, dc_settings_goal_companies(g->settings));
	d->tmpl_text = dc_arena_strdup(arena, constant ? constant : "");
	d->account_since = dc_settings_since(g->settings);
	d->zoned = dc_settings_zone(g->settings, &d->zone);
	if (g->request->zone) {
		d->zoned = d->zone_theirs = true;
		d->zone = *g->request->zone;
	}
}

/* Whom decorum has taken the user to, or who did something, was seen. */
static bool looked_at(const struct dc_dossier *d)
{
	for (size_t i = 0; i < d->past_count; i++)
		if (d->past[i].state != DC_STATE_HELD && d->past[i].state != DC_STATE_UNDONE)
			return true;
	return *d->met || d->connected.source || d->invited_you.source || d->written_count;
}

int dc_review_facts(struct dc_gather *g, struct dc_error *err)
{
	struct dc_dossier *d = &g->report->dossier;

	tell_about_user(g);
	d->from_list = g->request->batch != NULL;
	d->looked_at = looked_at(d);
	count_fates(d, &g->pace->fates);
	return find_colleagues(g, err);
}
