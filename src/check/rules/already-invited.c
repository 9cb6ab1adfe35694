/* already-invited.c - a request to them is out and unanswered. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_past *p = dc_check_past(c->d, DC_STATE_SENT);
	const int64_t expiry = dc_settings_limit(c->settings, DC_LIMIT_EXPIRY_DAYS).value * DC_DAY;
	char day[DC_TIME_MAX];

	/* One that is older has expired: rules/expired-before.c. */
	if (!p || (p->sent.at && p->sent.at + expiry <= c->now))
		return;
	dc_check_flag(sink, "You invited %s on %s, and there is no answer yet.",
	              dc_check_name(c->d), dc_check_day_of(day, p->sent.at));
	if (p->request)
		dc_check_number(sink, "request", p->request);
	dc_check_day(sink, "sent", p->sent.at);
	dc_check_source(sink, p->sent.source ? p->sent.source : p->now.source);
}

const struct dc_rule dc_rule_already_invited = {
	.info = {
		.id = "already-invited",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_ERROR,
		.summary = "A request to them is out and unanswered.",
		.why = "LinkedIn takes one request at a time for each person.  Yours waits in their "
		       "list; LinkedIn reminds them by itself.",
		.advice = "Wait.  If it was a mistake, withdraw it; a new one is then possible after "
		          "up to three weeks.",
		.source = "your own export (Invitations.csv) or what decorum sent",
		.bad = DC_EXAMPLES(
			DC_WHEN("Your request of a month ago has no answer yet.",
				DC_PAST(DC_STATE_SENT, 30, DC_HOW_OBSERVED, 30)),
			DC_WHEN("You said that you sent one yesterday.",
				DC_PAST(DC_STATE_SENT, 1, DC_HOW_TOLD, 1))),
		.good = DC_EXAMPLES(
			DC_WHEN("They accepted it.", DC_PAST(DC_STATE_ACCEPTED, 30, DC_HOW_TOLD, 20)),
			DC_WHEN("It is ten months old, so it must have run out.",
				DC_PAST(DC_STATE_SENT, 300, DC_HOW_OBSERVED, 300))),
	},
	.run = run,
};
