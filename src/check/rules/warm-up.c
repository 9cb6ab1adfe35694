/* warm-up.c - a new account starts slowly. */
#include "check/match.h"

#include <inttypes.h>

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_limit days = dc_settings_limit(c->settings, DC_LIMIT_WARM_UP_DAYS);
	const struct dc_limit week = dc_settings_limit(c->settings, DC_LIMIT_WARM_UP_WEEK);
	const int64_t since = c->d->account_since, age = (c->now - since) / DC_DAY;
	char day[DC_TIME_MAX];

	if (!since || since > c->now || age >= days.value || c->d->week < (size_t)week.value)
		return;
	dc_check_flag(sink,
	              "Your account is %" PRId64
	              " day%s old, and %zu request%s went out in the last"
	              " 7 days; %" PRId64 " a week is the limit until %s.",
	              age, age == 1 ? "" : "s", c->d->week, c->d->week == 1 ? "" : "s", week.value,
	              dc_time_day(day, since + days.value * DC_DAY));
	dc_check_number(sink, "used", (int64_t)c->d->week);
	dc_check_number(sink, "limit", week.value);
	dc_check_number(sink, "account-days", age);
	dc_check_day(sink, "until", since + days.value * DC_DAY);
	if (*week.as_of)
		dc_check_text(sink, "as-of", week.as_of);
	dc_check_source(sink, week.source);
}

const struct dc_rule dc_rule_warm_up = {
	.info = {
		.id = "warm-up",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Too many requests from a new account.",
		.why = "An account that is days old and asks dozens of people is what fake accounts look "
		       "like, and new ones are restricted sooner.",
		.advice = "Start with people you know; keep this one as a draft.",
		.source = "several independent reports; the date is your setting account.since",
		.bad = DC_EXAMPLES(
			DC_WHEN("20 requests in 7 days, from an account that is 27 days old.", .week = 20,
				.account_since = DC_EXAMPLE_AGO(27)),
			DC_WHEN("31, from one that began yesterday.", .week = 31,
				.account_since = DC_EXAMPLE_AGO(1))),
		.good = DC_EXAMPLES(
			DC_WHEN("19, from one that began yesterday.", .week = 19,
				.account_since = DC_EXAMPLE_AGO(1)),
			DC_WHEN("40, from one that is 28 days old.", .week = 40,
				.account_since = DC_EXAMPLE_AGO(28)),
			DC_WHEN("40; since when you have the account is not told.", .week = 40)),
	},
	.run = run,
};
