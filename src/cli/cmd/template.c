/* template.c - `decorum template`: the texts to start from. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "template.h"

/* --- list, show */

static const struct dc_column columns[] = {
	{ "id", "template" },       { "title", "for" },   { "purpose", "purpose" },
	{ "language", "language" }, { "origin", "from" }, { "example_units", NULL },
};

static int run_list(struct dc_cli *cli, struct dc_error *err)
{
	const char *language = dc_cli_arg(cli, "language");
	const struct dc_template *t;

	dc_out_table(cli->out, "templates", columns, DC_COUNT(columns));
	for (size_t i = 0; (t = dc_templates_at(cli->templates, i)); i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf example = { 0 };

		if (language && strcmp(language, dc_template_language(t)))
			continue;
		int rc = dc_template_example(t, &example, err);

		if (rc)
			return rc;
		dc_out_row(cli->out,
		           (struct dc_cell[]){ dc_text_cell(dc_template_id(t)),
		                               dc_text_cell(dc_template_title(t)),
		                               dc_text_cell(dc_template_purpose(t)),
		                               dc_text_cell(dc_template_language(t)),
		                               dc_text_cell(dc_template_origin(t)),
		                               dc_int_cell((int64_t)dc_text_units(
						       dc_buf_str(&example), example.len)) });
	}
	dc_out_table_end(cli->out);
	return 0;
}

static const struct dc_column slot_columns[] = {
	{ "name", "value" },      { "question", "asks" },      { "required", "required" },
	{ "example", "example" }, { "fallback", "otherwise" }, { "from", "filled from" },
};

static int run_show(struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf example = { 0 };
	const struct dc_template *t;
	const struct dc_slot *s;
	int rc;

	if ((rc = dc_template_by_id(&t, cli, dc_cli_operand(cli, 0), err)) ||
	    (rc = dc_template_example(t, &example, err)))
		return rc;
	dc_out_head(cli->out, "%s: %s", dc_template_id(t), dc_template_title(t));
	dc_out_put(cli->out, "id", NULL, dc_text_cell(dc_template_id(t)));
	dc_out_put(cli->out, "title", NULL, dc_text_cell(dc_template_title(t)));
	dc_out_put(cli->out, "purpose", "Purpose", dc_text_cell(dc_template_purpose(t)));
	dc_out_put(cli->out, "language", "Language", dc_text_cell(dc_template_language(t)));
	dc_out_put(cli->out, "origin", "From", dc_text_cell(dc_template_origin(t)));
	dc_out_say(cli->out, "%s", "");
	dc_out_body(cli->out, "text", dc_template_text(t), strlen(dc_template_text(t)));
	dc_out_say(cli->out, "%s", "");
	dc_out_table(cli->out, "values", slot_columns, DC_COUNT(slot_columns));
	for (size_t i = 0; (s = dc_template_slot_at(t, i)); i++)
		dc_out_row(cli->out,
		           (struct dc_cell[]){ dc_text_cell(s->name), dc_text_cell(s->question),
		                               dc_bool_cell(s->required), dc_text_cell(s->example),
		                               dc_text_cell(s->fallback), dc_text_cell(s->from) });
	dc_out_table_end(cli->out);
	dc_out_say(cli->out, "%s", "");
	dc_out_say(cli->out, "With the examples (%zu characters as LinkedIn counts):",
	           dc_text_units(dc_buf_str(&example), example.len));
	dc_out_body(cli->out, "rendered", dc_buf_str(&example), example.len);
	return 0;
}

/* --- new */

static int run_new(struct dc_cli *cli, struct dc_error *err)
{
	const char *id = dc_cli_operand(cli, 0);

	if (!*id || strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(id))
		return dc_fail(
			err, DC_INVALID,
			"'%.60s' cannot be the id of a template; use small letters, digits and '-'",
			id);
	DC_AUTO(dc_str) char *path = dc_printf("%s/%s.mustache", cli->paths.templates, id);

	if (access(path, F_OK) == 0)
		return dc_fail(err, DC_CONFLICT,
		               "%s is there already; edit it, or choose another id", path);
	const char *skeleton = dc_template_skeleton();
	int rc = cli->dry_run ? 0 : dc_paths_write(path, skeleton, strlen(skeleton), err);

	if (rc)
		return rc;
	dc_out_put(cli->out, "path", NULL, dc_text_cell(path));
	dc_out_say(cli->out, "%s %s; edit it, then: decorum template lint %s",
	           cli->dry_run ? "Would write" : "Wrote", path, path);
	return 0;
}

static const struct dc_option list_options[] = {
	{ "language", 0, "CODE", .help = "only templates in that language: en, de, …" },
	{ 0 },
};

static const struct dc_option render_options[] = {
	{ "set", 0, "NAME=VALUE", .repeats = true, .help = "a value; may be repeated" },
	{ "data", 0, "FILE", .offer = DC_OFFER_FILE, .help = "the values as JSON" },
	{ "partials", 0, "DIR", .offer = DC_OFFER_FILE,
	  .help = "where {{>name}} of bare Mustache finds name.mustache" },
	{ "strict", .help = "a missing value is an error (the default)" },
	{ "lenient", .help = "a missing value is empty" },
	{ "escape", 0, "KIND", .choices = "none|html",
	  .help = "how values are escaped (default: none)" },
	{ 0 },
};

static const struct dc_option lint_options[] = {
	{ "words", 0, "N",
	  .help = "warn when the sender's own answers have fewer words (default: 3)" },
	{ 0 },
};

static const struct dc_cmd actions[] = {
	{ .name = "list",
	  .summary = "all templates, your own first",
	  .options = list_options,
	  .needs = DC_NEEDS_TEMPLATES,
	  .run = run_list },
	{ .name = "show",
	  .operands = "ID",
	  .min = 1,
	  .max = 1,
	  .summary = "a template, what it asks for, and how it reads",
	  .offer = DC_OFFER_TEMPLATE,
	  .needs = DC_NEEDS_TEMPLATES,
	  .run = run_show },
	{ .name = "render",
	  .operands = "ID|FILE",
	  .min = 1,
	  .max = 1,
	  .summary = "the text with values filled in",
	  .about = "A FILE (a word with '/' or '.' in it) is a template, or, without a head, bare "
	           "Mustache, which takes any JSON and may call partials.",
	  .options = render_options,
	  .offer = DC_OFFER_TEMPLATE,
	  .run = dc_template_run_render },
	{ .name = "lint",
	  .operands = "[ID|FILE…]",
	  .max = DC_ANY,
	  .summary = "say what could be better about templates; without a name, about all",
	  .about =
	          "Says which slots lack an example or refuse it, which notes are too long with "
	          "their "
	          "examples, which leave too few words to the sender, and what the checker says to "
	          "each example.",
	  .options = lint_options,
	  .offer = DC_OFFER_FILE,
	  .needs = DC_NEEDS_SETTINGS,
	  .run = dc_template_run_lint },
	{ .name = "new",
	  .operands = "ID",
	  .min = 1,
	  .max = 1,
	  .summary = "begin a template of your own",
	  .about = "The file begins with 'title:', 'purpose:' and 'language:'.  Each 'slot: NAME' "
	           "is "
	           "followed by indented lines that say what it is: ask, help, example, fallback, "
	           "choices (a, b, c), pattern, length (3..40), required (yes or no), and from: "
	           "what "
	           "it is filled from when that is known (first_name, last_name, name, headline, "
	           "company, met, my_first_name, my_company).\n\n"
	           "Below a line '---' stands the note.  {{name}} is the value of a slot; what "
	           "stands "
	           "between {{#name}} and {{/name}} is there only when the slot has a value, "
	           "between "
	           "{{^name}} and {{/name}} only when it has none; {{! this}} is a comment.",
	  .run = run_new,
	  .needs = DC_NEEDS_SETTINGS },
	{ 0 },
};

const struct dc_cmd dc_cmd_template = {
	.name = "template",
	.summary = "the texts to start from: list, show, render, lint, new",
	.example = "decorum template render met-at-event --set first_name=Ada --set event=FOSDEM "
		   "--set topic=undo",
	.actions = actions,
};
