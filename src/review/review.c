/* review.c - gather, check, sum up. */
#include <decorum/review.h>

#include <decorum/mem.h>
#include <decorum/text.h>

#include "review/gather.h"

static const char *const verdicts[] = {
	[DC_VERDICT_OK] = "ok",
	[DC_VERDICT_CAUTION] = "caution",
	[DC_VERDICT_STOP] = "stop",
};

const char *dc_verdict_name(enum dc_verdict v) { return verdicts[v]; }

static int find_itself(struct dc_gather *g, struct dc_error *err)
{
	if (!g->request->request)
		return 0;
	return dc_ledger_request_get(g->ledger, &g->itself, g->request->request, &g->report->arena,
	                             err);
}

static int gather(struct dc_gather *g, struct dc_error *err)
{
	int rc;

	if ((rc = find_itself(g, err)) || (rc = dc_review_who(g, err)) ||
	    (rc = dc_review_past(g, err)) || (rc = dc_review_twins(g, err)) ||
	    (rc = dc_review_dnc(g, err)) || (rc = dc_review_volume(g, err)) ||
	    (rc = dc_review_facts(g, err)))
		return rc;
	return dc_review_notes(g, err);
}

/* What the user has silenced with a reason does not stop; once it is over it counts again. */
static void pass_over(struct dc_findings *f, const struct dc_settings *settings, int64_t now)
{
	struct dc_suppression s;

	for (size_t i = 0; dc_settings_suppression(settings, i, &s); i++)
		if (!s.until || s.until > now)
			(void)dc_findings_override(f, s.rule, s.reason); /* found nothing: fine */
}

int dc_review(struct dc_report **out, struct dc_ledger *l, const struct dc_draft_request *r,
              const struct dc_settings *settings, int64_t now, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *report = dc_alloc(1, sizeof(*report));
	struct dc_pace own = { 0 };
	struct dc_gather g = {
		.ledger = l,
		.request = r,
		.settings = settings,
		.now = now,
		.report = report,
		.pace = r->batch ? dc_review_batch_pace(r->batch) : &own,
	};
	const bool paid = dc_settings_account(settings) == DC_ACCOUNT_PREMIUM;
	int rc = dc_ledger_look(l, err);

	if (rc)
		return rc;
	rc = gather(&g, err);
	dc_ledger_look_end(l);
	if (rc)
		return rc;
	dc_review_batch(&g);
	struct dc_subject subject = {
		.note = r->note,
		.note_len = r->note ? r->note_len : 0,
		.dossier = &report->dossier,
		.settings = settings,
		.now = now,
	};

	dc_review_spelling(&g, &subject);
	dc_check(&report->findings, &subject);
	pass_over(report->findings, settings, now);
	report->units = r->note ? dc_text_units(r->note, r->note_len) : 0;
	report->unit_limit = (size_t)dc_settings_limit(settings, paid ? DC_LIMIT_NOTE_UNITS_PREMIUM
	                                                              : DC_LIMIT_NOTE_UNITS_FREE)
	                             .value;
	*out = DC_STEAL(report);
	return 0;
}

void dc_report_free(struct dc_report *r)
{
	if (!r)
		return;
	dc_findings_free(r->findings);
	dc_arena_clear(&r->arena);
	dc_free(r);
}

enum dc_verdict dc_report_verdict(const struct dc_report *r)
{
	enum dc_severity worst = DC_SEVERITY_INFO;

	if (!dc_findings_worst(r->findings, &worst) || worst == DC_SEVERITY_INFO)
		return DC_VERDICT_OK;
	return worst == DC_SEVERITY_ERROR ? DC_VERDICT_STOP : DC_VERDICT_CAUTION;
}
