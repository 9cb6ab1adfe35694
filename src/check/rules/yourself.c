/* yourself.c - the address is the sender's own. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	if (!c->d->yourself)
		return;
	dc_check_flag(sink, "%s is you.", *c->d->name ? c->d->name : "This address");
	dc_check_text(sink, "key", c->d->key);
}

const struct dc_rule dc_rule_yourself = {
	.info = {
		.id = "yourself",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_ERROR,
		.summary = "The recipient is you.",
		.why = "The address is your own, as your export or the settings tell it.  It was "
		       "probably copied from the wrong tab.",
		.advice = "Copy the address of the profile you meant.",
		.source = "your own export: Invitations.csv names you as inviter or invitee",
		.bad = DC_EXAMPLES(
			DC_WHEN("Your export names this address as yours.", .yourself = true),
			DC_WHEN("You said so: account.me is this address.", .yourself = true,
				.me_first = "Ada")),
		.good = DC_EXAMPLES(
			DC_WHEN("The address is somebody else's.", .yourself = false),
			DC_WHEN("They have your first name.", .me_first = "Ada")),
	},
	.run = run,
};
