/* burst.c - many requests within minutes. */
#include "check/match.h"

#include <inttypes.h>

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_BURST);
	struct dc_limit minutes = dc_settings_limit(c->settings, DC_LIMIT_BURST_MINUTES);
	char when[DC_PHRASE_MAX];

	if (c->d->burst < (size_t)limit.value)
		return;
	dc_check_flag(sink, "This would be request %zu within %" PRId64 " minutes.",
	              c->d->burst + 1, minutes.value);
	if (c->d->burst_free > c->now)
		dc_check_advise(sink, "Take a break; the next one fits %s.",
		                dc_check_moment(when, c->d->burst_free, c->now));
	dc_check_number(sink, "used", (int64_t)c->d->burst);
	dc_check_number(sink, "limit", limit.value);
	dc_check_number(sink, "minutes", minutes.value);
	dc_check_source(sink, limit.source);
}

const struct dc_rule dc_rule_burst = {
	.info = {
		.id = "burst",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Many requests within minutes.",
		.why = "Reading a profile and writing to its owner takes minutes.  A row of requests "
		       "within a quarter of an hour says that no profile was read.",
		.advice = "Take a break, and read the next profile before you write.",
		.source = "our advice: more than somebody who reads profiles would send",
		.bad = DC_EXAMPLES(
			DC_WHEN("Eight requests went out within a quarter of an hour.", .burst = 8,
				.burst_free = DC_EXAMPLE_NOW + DC_MINUTE),
			DC_WHEN("Twelve did.", .burst = 12)),
		.good = DC_EXAMPLES(
			DC_WHEN("Seven did.", .burst = 7),
			DC_WHEN("None did, though twenty went out today.", .day = 20)),
	},
	.run = run,
};
