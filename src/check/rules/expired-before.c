/* expired-before.c - an earlier request ran out without an answer. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const int64_t expiry = dc_settings_limit(c->settings, DC_LIMIT_EXPIRY_DAYS).value * DC_DAY;
	const struct dc_past *p = dc_check_past(c->d, DC_STATE_EXPIRED);
	const struct dc_past *sent = dc_check_past(c->d, DC_STATE_SENT);
	char day[DC_TIME_MAX];

	/* One that is still open but too old has run out as well, though nobody saw it. */
	if (!p && sent && sent->sent.at && sent->sent.at + expiry <= c->now)
		p = sent;
	if (!p)
		return;
	dc_check_flag(sink, "Your request of %s to %s %s without an answer.",
	              dc_check_day_of(day, p->sent.at), dc_check_name(c->d),
	              p->state == DC_STATE_EXPIRED ? "ran out" : "must have run out");
	dc_check_number(sink, "request", p->request);
	dc_check_day(sink, "sent", p->sent.at);
	dc_check_text(sink, "how", dc_how_name(p == sent ? DC_HOW_INFERRED : p->now.how));
	dc_check_source(sink, p->now.source);
}

const struct dc_rule dc_rule_expired_before = {
	.info = {
		.id = "expired-before",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_WARNING,
		.summary = "An earlier request to them ran out unanswered.",
		.why = "A request expires after about six months.  They had it all that time, with "
		       "reminders, and did not take it up.",
		.advice = "Come back only with a new reason, and not with the same text.",
		.source = "several independent reports: about six months",
		.bad = DC_EXAMPLES(
			DC_WHEN("Your request ran out in summer.",
				DC_PAST(DC_STATE_EXPIRED, 300, DC_HOW_INFERRED, 110)),
			DC_WHEN("It is ten months old and nobody answered: it must have run out.",
				DC_PAST(DC_STATE_SENT, 300, DC_HOW_OBSERVED, 300))),
		.good = DC_EXAMPLES(
			DC_WHEN("Your request of a month ago still waits.",
				DC_PAST(DC_STATE_SENT, 30, DC_HOW_OBSERVED, 30)),
			DC_WHEN("They accepted it after five months.",
				DC_PAST(DC_STATE_ACCEPTED, 300, DC_HOW_OBSERVED, 150))),
	},
	.run = run,
};
