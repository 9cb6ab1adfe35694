/* week-budget.c - too many requests in a week. */
#include "check/budget.h"

static const struct dc_budget budget = {
	.limit = DC_LIMIT_WEEK,
	.used = offsetof(struct dc_dossier, week),
	.free = offsetof(struct dc_dossier, week_free),
	.what = "request",
	.where = "in the last 7 days",
};

const struct dc_rule dc_rule_week_budget = {
	.info = {
		.id = "week-budget",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_ERROR,
		.summary = "Too many requests in seven days.",
		.why = "LinkedIn stops taking requests after about a hundred in a week (up to two "
		       "hundred for some accounts).  The restriction lasts about a week, and "
		       "withdrawing requests does not lift it.",
		.advice = "Keep it as a draft until a slot is free.",
		.source = "several independent reports; LinkedIn publishes no number",
		.bad = DC_EXAMPLES(
			DC_WHEN("100 requests went out in 7 days.", .week = 100,
				.week_free = DC_EXAMPLE_NOW + DC_DAY),
			DC_WHEN("140 did.", .week = 140)),
		.good = DC_EXAMPLES(
			DC_WHEN("99 did.", .week = 99),
			DC_WHEN("300 went out in 30 days, 60 of them in 7.", .week = 60, .month = 300)),
	},
	.run = dc_check_run_budget,
	.data = &budget,
};
