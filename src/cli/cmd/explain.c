/* explain.c - `decorum explain RULE`: why it is there, with examples, offline. */
#include <string.h>

#include "cmd.h"
#include "rules.h"

/* What the rule says about an example whose note alone does not tell it. */
static void put_finding(struct dc_cli *cli, const struct dc_rule_info *r,
                        const struct dc_rule_example *e)
{
	DC_AUTO(dc_findings_free) struct dc_findings *all = NULL;
	const struct dc_finding *f;

	dc_check_example(&all, e);
	for (size_t i = 0; (f = dc_findings_at(all, i)); i++)
		if (f->rule == r) {
			const char *says = dc_arena_printf(
				&cli->arena, "%s: %s", dc_severity_name(f->severity), f->message);

			dc_out_put(cli->out, NULL, "Says", dc_text_cell(says));
			dc_out_put(cli->out, "severity", NULL,
			           dc_text_cell(dc_severity_name(f->severity)));
			dc_out_put(cli->out, "message", NULL, dc_text_cell(f->message));
			return;
		}
}

static void put_example(struct dc_cli *cli, const struct dc_rule_info *r,
                        const struct dc_rule_example *e)
{
	const struct dc_dossier *d = e->dossier;

	dc_out_open(cli->out, NULL, '{');
	if (e->when)
		dc_out_put(cli->out, "when", "When", dc_text_cell(e->when));
	else if (d && d->name)
		dc_out_put(cli->out, "to", "To",
		           dc_text_cell(dc_arena_printf(&cli->arena, "%s%s%s", d->name,
		                                        d->company ? ", " : "",
		                                        d->company ? d->company : "")));
	if (e->note) {
		dc_out_put(cli->out, "note", NULL, dc_text_cell(e->note));
		dc_out_body(cli->out, NULL, *e->note ? e->note : "(no note)",
		            strlen(*e->note ? e->note : "(no note)"));
	}
	if (e->when)
		put_finding(cli, r, e);
	dc_out_close(cli->out, '}');
}

static void put_examples(struct dc_cli *cli, const char *key, const char *title,
                         const struct dc_rule_info *r, const struct dc_rule_example *e)
{
	dc_out_open(cli->out, key, '[');
	if (e && (e->note || e->dossier)) {
		dc_out_say(cli->out, "%s", "");
		dc_out_say(cli->out, "%s%s:", title,
		           r->group == DC_GROUP_NOTE ? " (to Ada Vey of Northwind)" : "");
	}
	for (; e && (e->note || e->dossier); e++)
		put_example(cli, r, e);
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
	put_examples(cli, "bad", "Flagged", r, r->bad);
	put_examples(cli, "good", "Fine", r, r->good);
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
