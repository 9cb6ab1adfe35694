/* explain.c - `decorum explain RULE`: why it is there, with examples, offline. */
#include <string.h>

#include "cmd.h"
#include "rules.h"

static void put_examples(struct dc_cli *cli, const char *key, const char *title,
                         const struct dc_rule_example *e)
{
	bool any = false;

	dc_out_open(cli->out, key, '[');
	for (; e && (e->note || e->dossier); e++) {
		if (!e->note)
			continue;
		if (!any) {
			dc_out_say(cli->out, "%s", "");
			dc_out_say(cli->out, "%s", title);
		}
		any = true;
		dc_out_open(cli->out, NULL, '{');
		dc_out_body(cli->out, "note", *e->note ? e->note : "(no note)",
		            strlen(*e->note ? e->note : "(no note)"));
		dc_out_close(cli->out, '}');
	}
	dc_out_close(cli->out, ']');
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *id = dc_cli_operand(cli, 0);
	const struct dc_rule_info *r = dc_any_rule_find(cli->settings, id, &cli->arena);

	if (!r)
		return dc_no_such_rule(id, NULL, err);
	dc_out_head(cli->out, "%s (%s, about the %s)", r->id, dc_severity_name(r->severity),
	            dc_group_name(r->group));
	dc_out_put(cli->out, "id", NULL, dc_text_cell(r->id));
	dc_out_put(cli->out, "severity", NULL, dc_text_cell(dc_severity_name(r->severity)));
	dc_out_put(cli->out, "group", NULL, dc_text_cell(dc_group_name(r->group)));
	dc_out_put(cli->out, "summary", "Finds", dc_text_cell(r->summary));
	dc_out_put(cli->out, "why", "Why", dc_text_cell(r->why));
	dc_out_put(cli->out, "advice", "Instead", dc_text_cell(r->advice));
	dc_out_put(cli->out, "source", "Source", dc_text_cell(r->source));
	put_examples(cli, "bad", "Flagged:", r->bad);
	put_examples(cli, "good", "Fine:", r->good);
	return 0;
}

const struct dc_cmd dc_cmd_explain = {
	.name = "explain",
	.operands = "RULE",
	.min = 1,
	.max = 1,
	.summary = "why a rule is there, with a bad and a good example",
	.example = "decorum explain wrong-name",
	.offer = DC_OFFER_RULE,
	.needs = DC_NEEDS_SETTINGS,
	.run = run,
};
