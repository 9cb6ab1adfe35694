/* closed-before.c - an earlier request is pending no more, and they are not connected. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_past *p = dc_check_past(c->d, DC_STATE_CLOSED);
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_IGNORED_DAYS);
	char day[DC_TIME_MAX], until_day[DC_TIME_MAX];

	if (!p)
		return;
	const int64_t since = p->now.at ? p->now.at : p->sent.at;
	const int64_t until = since ? since + limit.value * DC_DAY : 0;

	dc_check_flag(sink,
	              "Your request of %s to %s is pending no more and they are not connected "
	              "(inferred): they declined it, ignored it, or it ran out.",
	              dc_check_day_of(day, p->sent.at), dc_check_name(c->d));
	if (until > c->now)
		dc_check_advise(sink, "Wait until %s, and do not come back with the same text.",
		                dc_time_day(until_day, until));
	else if (until)
		dc_check_soften(sink, DC_SEVERITY_INFO);
	dc_check_number(sink, "request", p->request);
	dc_check_day(sink, "sent", p->sent.at);
	dc_check_text(sink, "how", dc_how_name(p->now.how));
	dc_check_day(sink, "until", until);
	dc_check_source(sink, p->now.source);
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
			{ .dossier = DC_DOSSIER(DC_PAST(DC_STATE_CLOSED, 60, DC_HOW_INFERRED, 20)) },
			{ .dossier = DC_DOSSIER(DC_PAST(DC_STATE_CLOSED, 300, DC_HOW_INFERRED, 200)) }),
		.good = DC_EXAMPLES(
			{ .dossier = DC_DOSSIER(DC_PAST(DC_STATE_ACCEPTED, 60, DC_HOW_OBSERVED, 20)) }),
	},
	.run = run,
};
