/* already-connected.c - nothing to ask for: they are connected. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_known *k = &c->d->connected;
	char day[DC_TIME_MAX];

	if (!k->source)
		return;
	if (k->at)
		dc_check_flag(sink, "You and %s are connected since %s.", dc_check_name(c->d),
		              dc_time_day(day, k->at));
	else
		dc_check_flag(sink, "You and %s are connected.", dc_check_name(c->d));
	dc_check_day(sink, "connected", k->at);
	dc_check_source(sink, k->source);
}

const struct dc_rule dc_rule_already_connected = {
	.info = {
		.id = "already-connected",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_ERROR,
		.summary = "You are connected already.",
		.why = "The person is among your connections, perhaps under an older address.  A "
		       "request to a contact tells them that you have forgotten them.",
		.advice = "Write them a message instead.",
		.source = "your own export: Connections.csv",
		.bad = DC_EXAMPLES(
			DC_WHEN("Your export lists them among your connections.",
				.connected = { DC_EXAMPLE_AGO(274), DC_HOW_OBSERVED,
					       "row 12 of Connections.csv" }),
			DC_WHEN("It lists them, with a date that nobody can read.",
				.connected = { 0, DC_HOW_OBSERVED, "row 12 of Connections.csv" })),
		.good = DC_EXAMPLES(
			DC_WHEN("They are not among your connections.", .day = 1),
			DC_WHEN("Their request waits for your answer.",
				.invited_you = { DC_EXAMPLE_AGO(9), DC_HOW_OBSERVED,
						 "row 3 of Invitations.csv" })),
	},
	.run = run,
};
