/* ignored-before.c - they have not answered an earlier request. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_past *p = dc_check_past(c->d, DC_STATE_IGNORED);
	char day[DC_TIME_MAX], who[DC_PHRASE_MAX];

	if (!p)
		return;
	dc_check_flag(sink, "%s did not answer your request of %s (%s).", dc_check_name(c->d),
	              dc_check_day_of(day, p->sent.at), dc_check_who(who, &p->now));
	dc_check_came_to_nothing(sink, c, p, p->sent.at ? p->sent.at : p->now.at);
}

const struct dc_rule dc_rule_ignored_before = {
	.info = {
		.id = "ignored-before",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_WARNING,
		.summary = "They did not answer an earlier request.",
		.why = "Silence is an answer, too.  LinkedIn lets you ask again; a second try soon "
		       "after, or with the same text, reads as pressure.",
		.advice = "Come back only with a new reason.",
		.source = "career advisers: after silence do not repeat; the quarter is our advice",
		.bad = DC_EXAMPLES(
			DC_WHEN("You said that they ignored your request of two months ago.",
				DC_PAST(DC_STATE_IGNORED, 60, DC_HOW_TOLD, 20)),
			DC_WHEN("So it was half a year ago, and is only worth knowing.",
				DC_PAST(DC_STATE_IGNORED, 200, DC_HOW_INFERRED, 20))),
		.good = DC_EXAMPLES(
			DC_WHEN("They accepted it.", DC_PAST(DC_STATE_ACCEPTED, 60, DC_HOW_TOLD, 20)),
			DC_WHEN("It still waits for an answer.",
				DC_PAST(DC_STATE_SENT, 60, DC_HOW_OBSERVED, 60))),
	},
	.run = run,
};
