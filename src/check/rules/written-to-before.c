/* written-to-before.c - they have had letters from you. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_known *k = &c->d->written;
	char day[DC_TIME_MAX];

	/* Connected people are written to; that is told by another rule. */
	if (!k->source || c->d->connected.source)
		return;
	if (c->d->written_count > 1)
		dc_check_flag(sink, "You have written to %s %zu times, last on %s.",
		              dc_check_name(c->d), c->d->written_count,
		              dc_check_day_of(day, k->at));
	else
		dc_check_flag(sink, "You have written to %s before, on %s.", dc_check_name(c->d),
		              dc_check_day_of(day, k->at));
	dc_check_number(sink, "messages", (int64_t)c->d->written_count);
	dc_check_day(sink, "last", k->at);
	dc_check_source(sink, k->source);
}

const struct dc_rule dc_rule_written_to_before = {
	.info = {
		.id = "written-to-before",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_WARNING,
		.summary = "You have written to them before.",
		.why = "They may remember.  A request that reads like a first contact makes the earlier "
		       "letters look like mass mail.",
		.advice = "Refer to what you wrote, or leave it if they did not answer.",
		.source = "your own export: messages.csv",
		.bad = DC_EXAMPLES(
			DC_WHEN("You wrote to them twice, last in August.",
				.written = { DC_EXAMPLE_AGO(90), DC_HOW_OBSERVED,
					     "row 40 of messages.csv" },
				.written_count = 2),
			DC_WHEN("You wrote to them once, last week.",
				.written = { DC_EXAMPLE_AGO(7), DC_HOW_OBSERVED,
					     "row 2 of messages.csv" },
				.written_count = 1)),
		.good = DC_EXAMPLES(
			DC_WHEN("You never wrote to them.", .written_count = 0),
			DC_WHEN("You did, as contacts do.",
				.written = { DC_EXAMPLE_AGO(90), DC_HOW_OBSERVED,
					     "row 40 of messages.csv" },
				.written_count = 2,
				.connected = { DC_EXAMPLE_AGO(400), DC_HOW_OBSERVED,
					       "row 12 of Connections.csv" })),
	},
	.run = run,
};
