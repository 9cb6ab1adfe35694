/* unchecked-profile.c - a row of a list whom nobody has looked at. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	if (!c->d->from_list || c->d->looked_at || !*c->d->key)
		return;
	dc_check_flag(sink,
	              "%s comes from a list, and nothing shows that you have seen the profile.",
	              dc_check_name(c->d));
	dc_check_text(sink, "address", c->d->key);
}

const struct dc_rule dc_rule_unchecked_profile = {
	.info = {
		.id = "unchecked-profile",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_INFO,
		.summary = "A person from a list whose profile you have not seen.",
		.why = "Lists are old, and names on them are wrong: people have moved, have another "
		       "job, or ask on their profile not to be invited.  A note to a row shows that "
		       "nobody has looked.",
		.advice = "Open the profile first; what you find there is also what to write about.",
		.source = "our advice",
		.bad = DC_EXAMPLES(
			DC_WHEN("They stand in a file, and nothing else is known.", .from_list = true),
			DC_WHEN("A request to them was taken back before it left.",
				.from_list = true, DC_PAST(DC_STATE_UNDONE, 9, DC_HOW_OBSERVED, 9))),
		.good = DC_EXAMPLES(
			DC_WHEN("They stand in a file, and you have met them.", .from_list = true,
				.looked_at = true),
			DC_WHEN("They do not come from a file.", .looked_at = false)),
	},
	.run = run,
};
