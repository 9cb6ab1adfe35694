/* draft.c - `decorum draft`: nothing typed is ever lost. */
#include <string.h>

#include "cmd.h"
#include "composer/composer.h"
#include "recipient.h"

static const struct dc_column columns[] = {
	{ "id", "draft" }, { "recipient", NULL }, { "who", "to" },
	{ "at", "since" }, { "template", NULL },  { "note", "begins" },
};

static int run_list(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_draft *list;
	size_t count;
	int rc = dc_ledger_draft_list(cli->ledger, &list, &count, &cli->arena, err);

	if (rc)
		return rc;
	if (!count)
		dc_out_say(cli->out, "No drafts.");
	dc_out_table(cli->out, "drafts", columns, DC_COUNT(columns));
	for (size_t i = 0; i < count; i++) {
		const struct dc_draft *d = &list[i];
		size_t cut = 0;

		while (!cli->json && cut < d->note_len && cut < 40)
			cut = dc_text_next(d->note, d->note_len, cut);
		DC_AUTO(dc_str) char *begins = dc_strndup(d->note, cli->json ? d->note_len : cut);

		dc_out_row(cli->out,
		           (struct dc_cell[]){
				   dc_int_cell(d->id), dc_text_cell(*d->key ? d->key : NULL),
				   dc_text_cell(*d->who ? d->who : d->key), dc_moment_cell(d->at),
				   dc_text_cell(*d->tmpl ? d->tmpl : NULL), dc_text_cell(begins) });
	}
	dc_out_table_end(cli->out);
	return 0;
}

static int get(struct dc_draft *out, struct dc_cli *cli, struct dc_error *err)
{
	int64_t id;
	int rc = dc_request_operand(&id, cli, err);

	if (rc)
		return dc_fail(err, DC_INVALID,
		               "'%.60s' is no draft; 'decorum draft list' shows their numbers",
		               dc_cli_operand(cli, 0));
	return dc_ledger_draft_get(cli->ledger, out, id, &cli->arena, err);
}

static int run_show(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_draft d;
	int rc = get(&d, cli, err);

	if (rc)
		return rc;
	dc_out_put(cli->out, "id", "Draft", dc_int_cell(d.id));
	dc_out_put(cli->out, "recipient", NULL, dc_text_cell(*d.key ? d.key : NULL));
	dc_out_put(cli->out, "who", "To", dc_text_cell(*d.who ? d.who : d.key));
	dc_out_put(cli->out, "template", "Template", dc_text_cell(*d.tmpl ? d.tmpl : NULL));
	dc_out_put(cli->out, "at", "Since", dc_moment_cell(d.at));
	dc_out_body(cli->out, "note", d.note, d.note_len);
	return 0;
}

static int run_drop(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_draft d;
	int rc = get(&d, cli, err);

	if (rc || (!cli->dry_run && (rc = dc_ledger_draft_drop(cli->ledger, d.id, err))))
		return rc;
	dc_out_put(cli->out, "id", NULL, dc_int_cell(d.id));
	dc_out_say(cli->out, "Draft %lld %s dropped.", (long long)d.id,
	           cli->dry_run ? "would be" : "is");
	return 0;
}

static int run_resume(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_session_options o = { .hold = -1 };
	struct dc_draft newest = { 0 }, *all = NULL;
	size_t count = 0;
	int rc;

	if (dc_cli_operand(cli, 0)) {
		rc = get(&newest, cli, err);
	} else {
		rc = dc_ledger_draft_list(cli->ledger, &all, &count, &cli->arena, err);
		if (!rc && !count)
			return dc_fail(err, DC_NOTFOUND,
			               "there is no draft to resume; 'decorum compose' begins one");
		if (!rc)
			newest = all[0];
	}
	o.draft = newest.id;
	return rc ? rc : dc_compose_run(cli, &o, err);
}

static const struct dc_cmd actions[] = {
	{ .name = "list",
	  .summary = "all drafts, newest first",
	  .needs = DC_NEEDS_READING,
	  .run = run_list },
	{ .name = "show",
	  .operands = "ID",
	  .min = 1,
	  .max = 1,
	  .summary = "a draft with its whole text",
	  .offer = DC_OFFER_DRAFT,
	  .needs = DC_NEEDS_READING,
	  .run = run_show },
	{ .name = "resume",
	  .operands = "[ID]",
	  .max = 1,
	  .summary = "go on where a draft was left; without ID the newest",
	  .offer = DC_OFFER_DRAFT,
	  .needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING | DC_NEEDS_TEMPLATES,
	  .run = run_resume },
	{ .name = "drop",
	  .operands = "ID",
	  .min = 1,
	  .max = 1,
	  .summary = "throw a draft away",
	  .offer = DC_OFFER_DRAFT,
	  .needs = DC_NEEDS_WRITING,
	  .run = run_drop },
	{ 0 },
};

const struct dc_cmd dc_cmd_draft = {
	.name = "draft",
	.summary = "what was begun and not sent: list, show, resume, drop",
	.actions = actions,
	.needs = DC_NEEDS_READING,
	.run = run_list,
};
