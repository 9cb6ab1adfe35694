/* notes-budget.c - the personal notes that a free account has in a month. */
#include "check/budget.h"

static const struct dc_budget budget = {
	.limit = DC_LIMIT_NOTES_MONTH_FREE,
	.used = offsetof(struct dc_dossier, notes_month),
	.free = offsetof(struct dc_dossier, notes_free),
	.what = "personal note",
	.where = "in the last 30 days",
};

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	if (c->doc && c->doc->len && dc_settings_account(c->settings) == DC_ACCOUNT_FREE)
		dc_check_run_budget(rule, c, sink);
}

#define NOTE "Hi Ada, your talk on query plans at FOSDEM saved me a week. May I follow your work?"

const struct dc_rule dc_rule_notes_budget = {
	.info = {
		.id = "notes-budget",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "More personal notes in thirty days than a free account has.",
		.why = "A free account may add a personal note to a few requests a month only; after "
		       "that LinkedIn offers to send without one, and a note you wrote is lost.",
		.advice = "Keep it as a draft for whom it matters, or send this one without a note.",
		.source = "LinkedIn Help a550555",
		.bad = DC_EXAMPLES(
			{ .note = NOTE,
			  .when = "Five notes went out in 30 days.",
			  .dossier = DC_DOSSIER(.notes_month = 5,
						.notes_free = DC_EXAMPLE_NOW + DC_DAY) },
			{ .note = NOTE, .when = "Eight did.", .dossier = DC_DOSSIER(.notes_month = 8) }),
		.good = DC_EXAMPLES(
			{ .note = NOTE, .when = "Four did.", .dossier = DC_DOSSIER(.notes_month = 4) },
			{ .note = NOTE,
			  .when = "Fifty did, from a Premium account.",
			  .dossier = DC_DOSSIER(.notes_month = 50),
			  .account = DC_ACCOUNT_PREMIUM },
			{ .note = "",
			  .when = "Five did, and this request has none.",
			  .dossier = DC_DOSSIER(.notes_month = 5) }),
	},
	.run = run,
	.data = &budget,
};
