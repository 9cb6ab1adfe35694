/* pending-backlog.c - too many requests that nobody has answered. */
#include "check/match.h"

#include <inttypes.h>

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_PENDING);
	const char *are = c->d->pending == 1 ? "is" : "are";
	char day[DC_TIME_MAX];

	if (c->d->pending < (size_t)limit.value)
		return;
	if (c->d->pending_oldest)
		dc_check_flag(sink, "%zu of your requests %s unanswered, the oldest since %s.",
		              c->d->pending, are, dc_time_day(day, c->d->pending_oldest));
	else
		dc_check_flag(sink, "%zu of your requests %s unanswered.", c->d->pending, are);
	dc_check_number(sink, "pending", (int64_t)c->d->pending);
	dc_check_number(sink, "limit", limit.value);
	dc_check_day(sink, "oldest", c->d->pending_oldest);
	dc_check_source(sink, limit.source);
}

const struct dc_rule dc_rule_pending_backlog = {
	.info = {
		.id = "pending-backlog",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Too many requests that nobody has answered.",
		.why = "Many outstanding requests tell LinkedIn that the people you ask do not know "
		       "you; too many can restrict an account for up to a month.",
		.advice = "First withdraw the oldest; `decorum withdraw --older-than 3mo` does so with "
		          "those that went out through decorum.",
		.source = "LinkedIn Help; careful users stay under 500",
		.bad = DC_EXAMPLES(
			DC_WHEN("500 requests wait, the oldest since May.", .pending = 500,
				.pending_oldest = DC_EXAMPLE_AGO(170)),
			DC_WHEN("812 do.", .pending = 812)),
		.good = DC_EXAMPLES(
			DC_WHEN("499 do.", .pending = 499, .pending_oldest = DC_EXAMPLE_AGO(170)),
			DC_WHEN("Every one has been answered.", .pending = 0)),
	},
	.run = run,
};
