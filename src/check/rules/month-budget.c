/* month-budget.c - too many requests in a month. */
#include "check/budget.h"

static const struct dc_budget budget = {
	.limit = DC_LIMIT_MONTH,
	.used = offsetof(struct dc_dossier, month),
	.free = offsetof(struct dc_dossier, month_free),
	.what = "request",
	.where = "in the last 30 days",
};

const struct dc_rule dc_rule_month_budget = {
	.info = {
		.id = "month-budget",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Too many requests in thirty days.",
		.why = "Going to the weekly limit week after week looks like a campaign, to LinkedIn "
		       "and to those who compare their inboxes.",
		.advice = "Keep it as a draft; meanwhile withdraw what nobody answers.",
		.source = "our advice: four times the weekly limit",
		.bad = DC_EXAMPLES(
			DC_WHEN("400 requests went out in 30 days.", .month = 400,
				.month_free = DC_EXAMPLE_NOW + DC_DAY),
			DC_WHEN("520 did.", .month = 520)),
		.good = DC_EXAMPLES(
			DC_WHEN("399 did.", .month = 399),
			DC_WHEN("90 did, all of them this week.", .month = 90, .week = 90)),
	},
	.run = dc_check_run_budget,
	.data = &budget,
};
