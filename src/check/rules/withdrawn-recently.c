/* withdrawn-recently.c - LinkedIn takes no new request so soon after a withdrawal. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_past *p = dc_check_past(c->d, DC_STATE_WITHDRAWN);
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_WITHDRAWN_DAYS);
	char day[DC_TIME_MAX], until_day[DC_TIME_MAX];

	if (!p || !p->now.at || p->now.at + limit.value * DC_DAY <= c->now)
		return;
	const int64_t until = p->now.at + limit.value * DC_DAY;

	dc_check_flag(
		sink,
		"You withdrew your request to %s on %s; LinkedIn may refuse a new one until %s.",
		dc_check_name(c->d), dc_time_day(day, p->now.at), dc_time_day(until_day, until));
	dc_check_number(sink, "request", p->request);
	dc_check_day(sink, "withdrawn", p->now.at);
	dc_check_day(sink, "until", until);
	dc_check_source(sink, p->now.source);
}

const struct dc_rule dc_rule_withdrawn_recently = {
	.info = {
		.id = "withdrawn-recently",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_ERROR,
		.summary = "You withdrew a request to them in the last three weeks.",
		.why = "After a withdrawal LinkedIn takes no new invitation to the same person for up "
		       "to three weeks.  They may have seen the first one.",
		.advice = "Keep it as a draft until then.",
		.source = "LinkedIn Help a551012",
		.bad = DC_EXAMPLES(
			DC_WHEN("You took one back 20 days ago.",
				DC_PAST(DC_STATE_WITHDRAWN, 60, DC_HOW_TOLD, 20)),
			DC_WHEN("You took one back today.",
				DC_PAST(DC_STATE_WITHDRAWN, 2, DC_HOW_TOLD, 0))),
		.good = DC_EXAMPLES(
			DC_WHEN("You took one back 21 days ago.",
				DC_PAST(DC_STATE_WITHDRAWN, 60, DC_HOW_TOLD, 21)),
			DC_WHEN("You took one back before it had left.",
				DC_PAST(DC_STATE_UNDONE, 2, DC_HOW_TOLD, 0))),
	},
	.run = run,
};
