/* declined.c - they have said no. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_past *p = dc_check_past(c->d, DC_STATE_DECLINED);
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_DECLINED_DAYS);
	char day[DC_TIME_MAX], until_day[DC_TIME_MAX], who[DC_PHRASE_MAX];

	if (!p)
		return;
	const int64_t since = p->sent.at ? p->sent.at : p->now.at;
	const int64_t until = since ? since + limit.value * DC_DAY : 0;

	if (!until || until > c->now)
		dc_check_flag(
			sink,
			"%s declined your request of %s (%s).  A new request is held back%s%s.",
			dc_check_name(c->d), dc_check_day_of(day, p->sent.at),
			dc_check_who(who, &p->now), until ? " until " : "",
			until ? dc_time_day(until_day, until) : "");
	else
		dc_check_flag(sink, "%s declined your request of %s (%s).", dc_check_name(c->d),
		              dc_check_day_of(day, p->sent.at), dc_check_who(who, &p->now));
	if (p->now.how == DC_HOW_INFERRED || (until && until <= c->now))
		dc_check_soften(sink, DC_SEVERITY_WARNING);
	dc_check_number(sink, "request", p->request);
	dc_check_day(sink, "sent", p->sent.at);
	dc_check_day(sink, "declined", p->now.at);
	dc_check_text(sink, "how", dc_how_name(p->now.how));
	dc_check_day(sink, "until", until);
	dc_check_source(sink, p->now.source);
}

const struct dc_rule dc_rule_declined = {
	.info = {
		.id = "declined",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_ERROR,
		.summary = "They have declined a request of yours.",
		.why = "Asking again after a no is what people report, and \"I don't know this person\" "
		       "blocks you for good.  Several such reports restrict an account.  After half a "
		       "year, or when the decline is only inferred, it is a warning.",
		.advice = "Leave it, unless you have met since; then say so in the first words.",
		.source = "LinkedIn Help on reported invitations; the half year is our advice",
		.bad = DC_EXAMPLES(
			DC_WHEN("They declined, you said, eight weeks ago.",
				DC_PAST(DC_STATE_DECLINED, 60, DC_HOW_TOLD, 54)),
			DC_WHEN("They declined more than a year ago, which is a warning only.",
				DC_PAST(DC_STATE_DECLINED, 400, DC_HOW_TOLD, 390))),
		.good = DC_EXAMPLES(
			DC_WHEN("You took the request back yourself.",
				DC_PAST(DC_STATE_WITHDRAWN, 60, DC_HOW_TOLD, 54)),
			DC_WHEN("They accepted it.", DC_PAST(DC_STATE_ACCEPTED, 60, DC_HOW_TOLD, 54))),
	},
	.run = run,
};
