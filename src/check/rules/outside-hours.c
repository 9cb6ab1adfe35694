/* outside-hours.c - a request in the night. */
#include "check/match.h"

#include <stdlib.h>

/* From this hour on, and before that one. */
enum { MORNING = 7, NIGHT = 21, HOURS = 24 };

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_dossier *d = c->d;
	const struct dc_date local = dc_date_of(c->now + d->zone * DC_MINUTE);
	const int wait = (MORNING - local.hour + HOURS) % HOURS;

	if (!d->zoned || (local.hour >= MORNING && local.hour < NIGHT))
		return;
	dc_check_flag(sink, "It is %02d:%02d %s (UTC%c%02d:%02d).", local.hour, local.minute,
	              d->zone_theirs ? "where they are" : "where you are", d->zone < 0 ? '-' : '+',
	              abs(d->zone) / 60, abs(d->zone) % 60);
	dc_check_advise(sink, "Keep it as a draft and send it after %02d:00%s.", MORNING,
	                wait > 1 ? "" : ", in less than an hour");
	dc_check_number(sink, "hour", local.hour);
	dc_check_number(sink, "zone-minutes", d->zone);
	dc_check_text(sink, "zone-of", d->zone_theirs ? "recipient" : "you");
}

const struct dc_rule dc_rule_outside_hours = {
	.info = {
		.id = "outside-hours",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_INFO,
		.summary = "A request in the night.",
		.why = "A request rings a telephone.  What comes at three in the morning looks like a "
		       "machine, and is buried under the morning's mail.",
		.advice = "Keep it as a draft and send it in the day.",
		.source = "our advice; the zone is --zone, else your setting account.zone",
		.bad = DC_EXAMPLES(
			DC_WHEN("It is noon in UTC, and they live nine hours east of it.", .zoned = true,
				.zone = 9 * 60, .zone_theirs = true),
			DC_WHEN("Where they live is not known; you live six hours west.", .zoned = true,
				.zone = -6 * 60)),
		.good = DC_EXAMPLES(
			DC_WHEN("One minute less to the east: 20:59.", .zoned = true, .zone = 8 * 60 + 59,
				.zone_theirs = true),
			DC_WHEN("You live five hours west.", .zoned = true, .zone = -5 * 60),
			DC_WHEN("No zone is known.", .zone = 9 * 60)),
	},
	.run = run,
};
