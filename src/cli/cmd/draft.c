/* draft.c - `decorum draft`: nothing typed is ever lost. */
#include <string.h>

#include <decorum/json.h>

#include "cmd.h"
#include "composer/composer.h"
#include "recipient.h"

static const struct dc_column columns[] = {
	{ "id", "draft" }, { "recipient", NULL }, { "who", "to" },
	{ "at", "since" }, { "template", NULL },  { "note", "begins" },
};

/* The i-th answer to a slot; what the composer keeps for itself begins with a dot. */
static bool answer_at(const struct dc_json_doc *doc, size_t i, const char **slot,
                      const char **value)
{
	const struct dc_json *m = doc ? dc_json_child(dc_json_root(doc)) : NULL;

	for (; m; m = dc_json_next(m)) {
		*slot = dc_json_key(m);
		*value = dc_json_string(m);
		if (*slot && **slot != '.' && *value && **value && !i--)
			return true;
	}
	return false;
}

static struct dc_json_doc *answers_of(const struct dc_draft *d)
{
	struct dc_json_doc *doc = NULL;

	/* Answers that cannot be read are not shown; the note is. */
	if (*d->answers && dc_json_parse(&doc, d->answers, strlen(d->answers), NULL))
		return NULL;
	return doc;
}

/* The note, or while there is none the answers so far. */
static void words_of(struct dc_buf *out, const struct dc_draft *d)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = answers_of(d);
	const char *slot, *value;

	dc_buf_add(out, d->note, d->note_len);
	for (size_t i = 0; !d->note_len && answer_at(doc, i, &slot, &value); i++)
		dc_buf_printf(out, "%s%s", out->len ? " · " : "", value);
}

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
		DC_AUTO(dc_buf_clear) struct dc_buf words = { 0 };
		size_t cut = 0;

		words_of(&words, d);
		while (!cli->json && cut < words.len && cut < 40)
			cut = dc_text_next(words.data, words.len, cut);
		DC_AUTO(dc_str)
		char *begins = cli->json ? dc_strndup(d->note, d->note_len)
		                         : dc_strndup(dc_buf_str(&words), cut);

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

static void show_answers(struct dc_cli *cli, const struct dc_draft *d)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = answers_of(d);
	const char *slot, *value;

	dc_out_open(cli->out, "answers", '{');
	for (size_t i = 0; answer_at(doc, i, &slot, &value); i++)
		dc_out_put(cli->out, slot, slot, dc_text_cell(value));
	dc_out_close(cli->out, '}');
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
	show_answers(cli, &d);
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
