/* closed-before.c - an earlier request is pending no more, and they are not connected. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_past *p = dc_check_past(c->d, DC_STATE_CLOSED);
	char day[DC_TIME_MAX];

	if (!p)
		return;
	dc_check_flag(sink,
	              "Your request of %s to %s is pending no more and they are not connected "
	              "(inferred): they declined it, ignored it, or it ran out.",
	              dc_check_day_of(day, p->sent.at), dc_check_name(c->d));
	dc_check_came_to_nothing(sink, c, p, p->now.at ? p->now.at : p->sent.at);
}

const struct dc_rule dc_rule_closed_before = {
	.info = {
		.id = "closed-before",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_WARNING,
		.summary = "An earlier request to them ended without a connection.",
		.why = "No export says how a request ended.  One that an older export lists and a "
		       "newer one does not, to somebody who is not among the connections, was "
		       "declined, ignored or ran out.  Nobody saw which.",
		.advice = "Come back only with a new reason.",
		.source = "two exports compared; the quarter is our advice",
		.bad = DC_EXAMPLES(
			DC_WHEN("An older export lists your request, a newer one does not.",
				DC_PAST(DC_STATE_CLOSED, 60, DC_HOW_INFERRED, 20)),
			DC_WHEN("So it was more than half a year ago, and is only worth knowing.",
				DC_PAST(DC_STATE_CLOSED, 300, DC_HOW_INFERRED, 200))),
		.good = DC_EXAMPLES(
			DC_WHEN("They accepted it.", DC_PAST(DC_STATE_ACCEPTED, 60, DC_HOW_OBSERVED, 20)),
			DC_WHEN("Both exports list it: it still waits.",
				DC_PAST(DC_STATE_SENT, 60, DC_HOW_OBSERVED, 60))),
	},
	.run = run,
};
