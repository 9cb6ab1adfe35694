/* volume.c - the sender's pace: requests per window, and when the next one fits. */
#include "review/gather.h"

#include <assert.h>
#include <string.h>

#include <decorum/mem.h>

/* One window: the limit, its length, where its numbers go in a dossier. */
static const struct window {
	const char *name;
	enum dc_limit_id limit;
	int64_t length; /* 0: as long as the setting of the burst window */
	bool notes;
	bool shown; /* a budget that `quota` shows */
	size_t used, free;
} windows[] = {
	{ "day", DC_LIMIT_DAY, DC_DAY, false, true, offsetof(struct dc_dossier, day),
	  offsetof(struct dc_dossier, day_free) },
	{ "week", DC_LIMIT_WEEK, 7 * DC_DAY, false, true, offsetof(struct dc_dossier, week),
	  offsetof(struct dc_dossier, week_free) },
	{ "month", DC_LIMIT_MONTH, 30 * DC_DAY, false, true, offsetof(struct dc_dossier, month),
	  offsetof(struct dc_dossier, month_free) },
	{ "notes", DC_LIMIT_NOTES_MONTH_FREE, 30 * DC_DAY, true, true,
	  offsetof(struct dc_dossier, notes_month), offsetof(struct dc_dossier, notes_free) },
	{ "burst", DC_LIMIT_BURST, 0, false, false, offsetof(struct dc_dossier, burst),
	  offsetof(struct dc_dossier, burst_free) },
};

/* Fates are counted of requests as old as this: younger ones may still be answered. */
enum { FATE_FROM_DAYS = 180, FATE_TO_DAYS = 14 };

static_assert(DC_COUNT(windows) <= DC_COUNT(((struct dc_pace *)0)->window), "a slot for each");

static int64_t length_of(const struct window *w, const struct dc_settings *s)
{
	return w->length ? w->length
	                 : dc_settings_limit(s, DC_LIMIT_BURST_MINUTES).value * DC_MINUTE;
}

/* The moment from which the request itself counts, 0 when it does not. */
static int64_t own_moment(const struct dc_request *r, const struct window *w)
{
	if (!r->id || (w->notes && !r->note_len) || r->state == DC_STATE_UNDONE ||
	    r->state == DC_STATE_FAILED)
		return 0;
	return r->sent ? r->sent : r->created;
}

static int measure(const struct dc_gather *g, const struct window *w, struct dc_window_used *out,
                   struct dc_error *err)
{
	const int64_t length = length_of(w, g->settings), since = g->now - length + 1;
	const int64_t limit = dc_settings_limit(g->settings, w->limit).value;
	const int64_t own = own_moment(&g->itself, w);
	int rc = dc_ledger_count_since(g->ledger, &out->used, since, w->notes, err);

	out->next = 0;
	if (rc)
		return rc;
	if (own >= since && out->used)
		out->used--;
	if (out->used < (size_t)limit || limit <= 0)
		return 0;
	/* A slot is free once the limit-th newest of the others has left the window. */
	int64_t blocking = 0;

	rc = dc_ledger_nth_newest(g->ledger, &blocking, (size_t)limit, w->notes, err);
	if (!rc && own && blocking && own >= blocking)
		rc = dc_ledger_nth_newest(g->ledger, &blocking, (size_t)limit + 1, w->notes, err);
	if (!rc && blocking)
		out->next = blocking + length;
	return rc;
}

static bool applies(const struct window *w, const struct dc_settings *s)
{
	return !w->notes || dc_settings_account(s) == DC_ACCOUNT_FREE;
}

static int read_pace(const struct dc_gather *g, struct dc_pace *p, struct dc_error *err)
{
	const int64_t expiry = dc_settings_limit(g->settings, DC_LIMIT_EXPIRY_DAYS).value * DC_DAY;
	int rc;

	for (size_t i = 0; i < DC_COUNT(windows); i++)
		if (applies(&windows[i], g->settings) &&
		    (rc = measure(g, &windows[i], &p->window[i], err)))
			return rc;
	if ((rc = dc_ledger_pending(g->ledger, &p->pending, &p->pending_oldest, g->now - expiry,
	                            err)))
		return rc;
	rc = dc_ledger_fates(g->ledger, &p->fates, g->now - FATE_FROM_DAYS * DC_DAY,
	                     g->now - FATE_TO_DAYS * DC_DAY, err);
	p->known = !rc;
	return rc;
}

int dc_review_volume(struct dc_gather *g, struct dc_error *err)
{
	const struct dc_pace *p = g->pace;
	struct dc_dossier *d = &g->report->dossier;
	struct dc_quota *quota = dc_arena_alloc(&g->report->arena, DC_COUNT(windows) + 1,
	                                        sizeof(*quota));
	size_t n = 0;
	int rc;

	if (!p->known && (rc = read_pace(g, g->pace, err)))
		return rc;
	for (size_t i = 0; i < DC_COUNT(windows); i++) {
		const struct window *w = &windows[i];

		if (!applies(w, g->settings))
			continue;
		memcpy((char *)d + w->used, &p->window[i].used, sizeof(p->window[i].used));
		memcpy((char *)d + w->free, &p->window[i].next, sizeof(p->window[i].next));
		if (w->shown)
			quota[n++] = (struct dc_quota){ dc_settings_limit(g->settings, w->limit),
				                        w->name, p->window[i].used,
				                        p->window[i].next };
	}
	d->pending = p->pending;
	d->pending_oldest = p->pending_oldest;
	quota[n++] = (struct dc_quota){ dc_settings_limit(g->settings, DC_LIMIT_PENDING), "pending",
		                        d->pending, 0 };
	g->report->quota = quota;
	g->report->quota_count = n;
	return 0;
}

int dc_quota_read(struct dc_quota **out, size_t *count, struct dc_ledger *l,
                  const struct dc_settings *settings, int64_t now, struct dc_arena *arena,
                  struct dc_error *err)
{
	struct dc_report report = { .arena = *arena };
	struct dc_pace pace = { 0 };
	struct dc_gather g = {
		.ledger = l, .settings = settings, .now = now, .report = &report, .pace = &pace
	};
	int rc = dc_review_volume(&g, err);

	/* The arena was only lent to the report. */
	*arena = report.arena;
	if (rc)
		return rc;
	struct dc_quota *quota = dc_arena_alloc(arena, report.quota_count, sizeof(*quota));

	memcpy(quota, report.quota, report.quota_count * sizeof(*quota));
	*out = quota;
	*count = report.quota_count;
	return 0;
}
