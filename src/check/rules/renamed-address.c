/* renamed-address.c - the name at this address was another one before-> */
#include "check/match.h"

#include <string.h>

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *before = c->on_file;

	if (!*c->d->file_name || !*c->d->name || !strcmp(c->d->file_name, c->d->name))
		return;
	/* One common word is enough: people marry, drop a title, or add a second name. */
	for (size_t i = 0; i < before->word_count; i++)
		for (size_t n = 0; n < c->name->word_count; n++)
			if (!strcmp(before->words[i].fold, c->name->words[n].fold))
				return;
	if (!before->word_count || !c->name->word_count ||
	    ((unsigned char)before->words[0].fold[0] < 0xcd) !=
	            ((unsigned char)c->name->words[0].fold[0] < 0xcd))
		return; /* another script cannot be compared */
	dc_check_flag(sink, "This address belonged to %s when you last saw it, not to %s.",
	              c->d->file_name, c->d->name);
	dc_check_text(sink, "on-file", c->d->file_name);
	dc_check_text(sink, "now", c->d->name);
}

const struct dc_rule dc_rule_renamed_address = {
	.info = {
		.id = "renamed-address",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_WARNING,
		.summary = "The name on file for this address is another one.",
		.why = "A changed profile address is free for others after 180 days.  The history on file may "
		       "be somebody else's.",
		.advice = "Open the profile and see who it is; `decorum person alias` joins two addresses.",
		.source = "LinkedIn Help on custom profile addresses",
		.bad = DC_EXAMPLES(
			{ .when = "On file it is Ada Vey, on the profile Tom Reed.",
			  .dossier = &(const struct dc_dossier){ .key = "in/ada-vey",
								 .name = "Tom Reed",
								 .first = "Tom",
								 .last = "Reed",
								 .file_name = "Ada Vey" } },
			{ .when = "On file it is Ada Vey, on the profile Bo Li.",
			  .dossier = &(const struct dc_dossier){ .key = "in/ada-vey",
								 .name = "Bo Li",
								 .file_name = "Ada Vey" } }),
		.good = DC_EXAMPLES(
			{ .when = "On file it is Ada Vey, on the profile Ada Lovelace.",
			  .dossier = &(const struct dc_dossier){ .key = "in/ada-vey",
								 .name = "Ada Lovelace",
								 .first = "Ada",
								 .last = "Lovelace",
								 .file_name = "Ada Vey" } },
			{ .when = "Nobody is on file yet.",
			  .dossier = &(const struct dc_dossier){ .key = "in/ada-vey",
								 .name = "Tom Reed",
								 .file_name = "" } }),
	},
	.run = run,
};
