/* facts.c - what the user told about themselves, and what the newest requests show. */
#include "review/gather.h"

#include <string.h>

#include <decorum/mem.h>

#include "text/similar.h"

enum {
	NEWEST = 400, /* requests that are looked at: what anybody should send in a month */
	SHOWN = 3,    /* colleagues who are named */
};

/* Fates are counted of requests as old as this: younger ones may still be answered. */
enum { FATE_FROM_DAYS = 180, FATE_TO_DAYS = 14 };

void dc_review_recent_clear(struct dc_recent *r)
{
	dc_free(r->at);
	dc_arena_clear(&r->names);
	*r = (struct dc_recent){ 0 };
}
DC_DEFINE_CLEAR(struct dc_recent, dc_review_recent_clear)

/* FNV-1a of the folded company without its legal form; 0 for none. */
static uint64_t company_hash(const char *company)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	dc_similar_company(&folded, company);
	for (size_t i = 0; i < folded.len; i++)
		h = (h ^ (unsigned char)folded.data[i]) * UINT64_C(0x100000001b3);
	return folded.len ? h | 1 : 0;
}

static void on_asked(void *data, int64_t person, const char *name, const char *company, int64_t at)
{
	struct dc_recent *r = data;
	uint64_t hash = company_hash(company);

	if (!hash)
		return;
	if (r->count == r->cap) {
		r->cap = r->cap ? r->cap * 2 : 64;
		r->at = dc_grow(r->at, r->cap, sizeof(*r->at));
	}
	r->at[r->count++] = (struct dc_recent_request){ hash, person, at,
		                                        dc_arena_strdup(&r->names, name) };
}

static int load(struct dc_gather *g, struct dc_recent *r, struct dc_error *err)
{
	const int64_t days = dc_settings_limit(g->settings, DC_LIMIT_COMPANY_DAYS).value;
	int rc = 0;

	/* A file may have a company further down. */
	if (g->request->batch || *g->report->dossier.company)
		rc = dc_ledger_asked_since(g->ledger, g->now - days * DC_DAY, NEWEST, on_asked, r,
		                           err);

	return rc ? rc
	          : dc_ledger_fates(g->ledger, &r->fates, g->now - FATE_FROM_DAYS * DC_DAY,
	                            g->now - FATE_TO_DAYS * DC_DAY, NEWEST, err);
}

/* True when somebody before `i` is the same person: they are counted once. */
static bool counted(const struct dc_recent *r, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (r->at[k].person == r->at[i].person)
			return true;
	return false;
}

static void find_colleagues(struct dc_gather *g, const struct dc_recent *r)
{
	struct dc_dossier *d = &g->report->dossier;
	struct dc_arena *arena = &g->report->arena;
	const uint64_t hash = company_hash(d->company);
	struct dc_colleague *shown = dc_arena_alloc(arena, SHOWN, sizeof(*shown));

	for (size_t i = 0; hash && i < r->count; i++) {
		const struct dc_recent_request *q = &r->at[i];

		if (q->company != hash || q->person == g->person.id || counted(r, i))
			continue;
		d->company_people++;
		if (d->colleague_count < SHOWN)
			shown[d->colleague_count++] =
				(struct dc_colleague){ dc_arena_strdup(arena, q->name), q->at };
	}
	d->colleagues = shown;
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
	DC_AUTO(dc_review_recent_clear) struct dc_recent own = { 0 };
	struct dc_dossier *d = &g->report->dossier;
	struct dc_recent *r = &own;
	bool fresh = false, *known = &fresh;
	int rc = 0;

	tell_about_user(g);
	d->from_list = g->request->batch != NULL;
	d->looked_at = looked_at(d);
	if (g->request->batch)
		r = dc_review_batch_recent(g->request->batch, &known);
	if (!*known && (rc = load(g, r, err)))
		return rc;
	*known = true;
	find_colleagues(g, r);
	count_fates(d, &r->fates);
	return 0;
}
