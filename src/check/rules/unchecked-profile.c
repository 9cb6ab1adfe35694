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
		.bad = DC_EXAMPLES({ .dossier = DC_DOSSIER(.from_list = true) }),
		.good = DC_EXAMPLES({ .dossier = DC_DOSSIER(.from_list = true, .looked_at = true) },
		                    { .dossier = DC_DOSSIER(.looked_at = false) }),
	},
	.run = run,
};
