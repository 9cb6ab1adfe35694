/* day-budget.c - too many requests in a day. */
#include "check/budget.h"

static const struct dc_budget budget = {
	.limit = DC_LIMIT_DAY,
	.used = offsetof(struct dc_dossier, day),
	.free = offsetof(struct dc_dossier, day_free),
	.what = "request",
	.where = "in the last 24 hours",
};

const struct dc_rule dc_rule_day_budget = {
	.info = {
		.id = "day-budget",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Too many requests in 24 hours.",
		.why = "Nobody gets to know two dozen people a day.  Many requests in a day are what "
		       "LinkedIn takes for a machine, and what makes each of them worth less.",
		.advice = "Keep it as a draft and send it tomorrow.",
		.source = "our advice: a quarter of the weekly limit that several reports agree on",
		.bad = DC_EXAMPLES(
			DC_WHEN("25 requests went out in 24 hours.", .day = 25,
				.day_free = DC_EXAMPLE_NOW + 3 * DC_HOUR),
			DC_WHEN("40 did.", .day = 40)),
		.good = DC_EXAMPLES(
			DC_WHEN("24 did.", .day = 24),
			DC_WHEN("90 went out in 7 days, 20 of them today.", .day = 20, .week = 90)),
	},
	.run = dc_check_run_budget,
	.data = &budget,
};
