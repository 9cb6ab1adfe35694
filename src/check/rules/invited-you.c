/* invited-you.c - they have asked first. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_known *k = &c->d->invited_you;
	char day[DC_TIME_MAX];

	if (!k->source || c->d->connected.source)
		return;
	dc_check_flag(sink, "%s invited you on %s.", dc_check_name(c->d),
	              dc_check_day_of(day, k->at));
	dc_check_day(sink, "invited", k->at);
	dc_check_source(sink, k->source);
}

const struct dc_rule dc_rule_invited_you = {
	.info = {
		.id = "invited-you",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_ERROR,
		.summary = "They have invited you: accept instead.",
		.why = "Their request waits in your list.  Accepting it connects you at once; a request "
		       "of your own says that you did not see theirs.",
		.advice = "Accept their request, and thank them with a message.",
		.source = "your own export: incoming rows of Invitations.csv",
		.bad = DC_EXAMPLES(
			DC_WHEN("Their request of last week waits for you.",
				.invited_you = { DC_EXAMPLE_AGO(9), DC_HOW_OBSERVED,
						 "row 3 of Invitations.csv" }),
			DC_WHEN("Theirs waits, of a day that the export does not tell.",
				.invited_you = { 0, DC_HOW_OBSERVED, "row 3 of Invitations.csv" })),
		.good = DC_EXAMPLES(
			DC_WHEN("They invited you, and you accepted.",
				.invited_you = { DC_EXAMPLE_AGO(9), DC_HOW_OBSERVED,
						 "row 3 of Invitations.csv" },
				.connected = { DC_EXAMPLE_AGO(8), DC_HOW_OBSERVED,
					       "row 5 of Connections.csv" }),
			DC_WHEN("They never did.", .day = 1)),
	},
	.run = run,
};
