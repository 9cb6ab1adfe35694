/* rules.c - `decorum rules`: what is checked. */
#include <string.h>

#include <decorum/check.h>

#include "cmd.h"

static const struct dc_column columns[] = {
	{ "id", "rule" },     { "group", "about" },   { "severity", "severity" },
	{ "in_force", NULL }, { "summary", "finds" },
};

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const struct dc_rule_info *r;

	(void)err;
	dc_out_table(cli->out, "rules", columns, DC_COUNT(columns));
	for (size_t i = 0; (r = dc_rule_at(i)); i++) {
		const char *set = dc_settings_rule(cli->settings, r->id);
		const char *severity = set ? set : dc_severity_name(r->severity);

		dc_out_row(cli->out, (struct dc_cell[]){ dc_text_cell(r->id),
		                                         dc_text_cell(dc_group_name(r->group)),
		                                         dc_text_cell(severity),
		                                         dc_bool_cell(strcmp(severity, "off") != 0),
		                                         dc_text_cell(r->summary) });
	}
	dc_out_table_end(cli->out);
	return 0;
}

const struct dc_cmd dc_cmd_rules = {
	.name = "rules",
	.summary = "what is checked",
	.about = "Each rule has a severity: an error stops a request unless it is passed over with "
		 "a reason, "
		 "a warning asks, an info tells.  The configuration may change it: 'decorum config "
		 "set "
		 "rules.shouting off'.",
	.needs = DC_NEEDS_SETTINGS,
	.run = run,
};
