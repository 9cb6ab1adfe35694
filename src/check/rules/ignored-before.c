/* ignored-before.c - they have not answered an earlier request. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_past *p = dc_check_past(c->d, DC_STATE_IGNORED);
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_IGNORED_DAYS);
	char day[DC_TIME_MAX], until_day[DC_TIME_MAX], who[DC_PHRASE_MAX];

	if (!p)
		return;
	const int64_t since = p->sent.at ? p->sent.at : p->now.at;
	const int64_t until = since ? since + limit.value * DC_DAY : 0;

	dc_check_flag(sink, "%s did not answer your request of %s (%s).", dc_check_name(c->d),
	              dc_check_day_of(day, p->sent.at), dc_check_who(who, &p->now));
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
			{ .dossier = DC_DOSSIER(DC_PAST(DC_STATE_IGNORED, 60, DC_HOW_TOLD, 20)) },
			{ .dossier = DC_DOSSIER(DC_PAST(DC_STATE_IGNORED, 200, DC_HOW_INFERRED, 20)) }),
		.good = DC_EXAMPLES(
			{ .dossier = DC_DOSSIER(DC_PAST(DC_STATE_ACCEPTED, 60, DC_HOW_TOLD, 20)) }),
	},
	.run = run,
};
