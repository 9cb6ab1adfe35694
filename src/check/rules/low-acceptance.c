/* low-acceptance.c - few of the requests are accepted. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_ACCEPTANCE_PERCENT);
	const struct dc_limit least = dc_settings_limit(c->settings, DC_LIMIT_ACCEPTANCE_LEAST);
	const size_t all = c->d->fates, accepted = c->d->fates_accepted;

	if (all < (size_t)least.value || accepted * 100 >= all * (size_t)limit.value)
		return;
	dc_check_flag(sink,
	              "%zu of the %zu requests that you sent 14 to 180 days ago %s "
	              "accepted: %zu %%.",
	              accepted, all, accepted == 1 ? "was" : "were", accepted * 100 / all);
	dc_check_number(sink, "accepted", (int64_t)accepted);
	dc_check_number(sink, "requests", (int64_t)all);
	dc_check_number(sink, "limit-percent", limit.value);
	if (*limit.as_of)
		dc_check_text(sink, "as-of", limit.as_of);
	dc_check_source(sink, limit.source);
}

const struct dc_rule dc_rule_low_acceptance = {
	.info = {
		.id = "low-acceptance",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Few of your requests are accepted.",
		.why = "When most people leave a request unanswered, LinkedIn concludes that the sender "
		       "asks strangers, and restricts the account.  It also says that the notes or the "
		       "choice of people do not work.",
		.advice = "Ask fewer people, those who have a reason to know you; import a new export if "
			  "answers are missing here.",
		.source = "several independent reports: below about 30 percent",
		.bad = DC_EXAMPLES(
			DC_WHEN("5 of 20 requests were accepted.", .fates = 20, .fates_accepted = 5),
			DC_WHEN("None of 60 was.", .fates = 60)),
		.good = DC_EXAMPLES(
			DC_WHEN("6 of 20 were.", .fates = 20, .fates_accepted = 6),
			DC_WHEN("None of 19 was, which is too few to tell.", .fates = 19)),
	},
	.run = run,
};
