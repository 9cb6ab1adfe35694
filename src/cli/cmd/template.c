/* template.c - `decorum template`: the texts to start from. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <decorum/json.h>

#include "cmd.h"
#include "note.h"

static int find(const struct dc_template **out, struct dc_cli *cli, const char *id,
                struct dc_error *err)
{
	*out = dc_templates_find(cli->templates, id);
	return *out ? 0
	            : dc_fail(err, DC_NOTFOUND,
	                      "no template '%.60s'; 'decorum template list' shows them", id);
}

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

	if ((rc = find(&t, cli, dc_cli_operand(cli, 0), err)) ||
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

/* --- render */

static int render_data(struct dc_cli *cli, struct dc_buf *out, const struct dc_template *t,
                       const char *file, const struct dc_render_options *o, struct dc_error *err)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	struct dc_error why = { 0 };
	char *text;
	size_t len;
	int rc = dc_paths_read(&text, &len, file, 16 << 20, &cli->arena, err);

	if (rc)
		return rc;
	if ((rc = dc_json_parse(&doc, text, len, &why)))
		return dc_fail(err, rc, "%s: %s", file, why.msg);
	return dc_mustache_render(dc_template_body(t), out, dc_json_root(doc), o, err);
}

static int render_values(struct dc_cli *cli, struct dc_buf *out, const struct dc_template *t,
                         const struct dc_render_options *o, struct dc_error *err)
{
	struct dc_value *values;
	size_t count;
	int rc = dc_note_values(&values, &count, cli, t, NULL, err);

	if (rc)
		return rc;
	/* The note's own way checks choices, lengths and fallbacks; it never escapes. */
	if (o->escape == DC_ESCAPE_NONE)
		return dc_template_render(t, out, values, count, o->lenient, err);
	return dc_mustache_render_values(dc_template_body(t), out, values, count, o, err);
}

static int run_render(struct dc_cli *cli, struct dc_error *err)
{
	const char *data = dc_cli_arg(cli, "data"), *escape = dc_cli_arg(cli, "escape");
	struct dc_render_options o = {
		.lenient = dc_cli_flag(cli, "lenient"),
		.escape = escape && !strcmp(escape, "html") ? DC_ESCAPE_HTML : DC_ESCAPE_NONE,
	};
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	const struct dc_template *t;
	int rc;

	if (o.lenient && dc_cli_flag(cli, "strict"))
		return dc_fail(err, DC_INVALID, "--strict and --lenient exclude each other");
	if (data && dc_cli_arg(cli, "set"))
		return dc_fail(err, DC_INVALID, "the values come either from --data or from --set");
	if ((rc = find(&t, cli, dc_cli_operand(cli, 0), err)) ||
	    (rc = data ? render_data(cli, &text, t, data, &o, err)
	               : render_values(cli, &text, t, &o, err)))
		return rc;
	if (cli->json) {
		dc_out_put(cli->out, "units", NULL,
		           dc_int_cell((int64_t)dc_text_units(dc_buf_str(&text), text.len)));
		dc_out_body(cli->out, "text", dc_buf_str(&text), text.len);
		return 0;
	}
	/* Meant for a pipe as well: the text without a margin, but still without escapes. */
	struct dc_buf *raw = dc_out_raw(cli->out);

	dc_text_show(raw, dc_buf_str(&text), text.len, DC_SHOW_LINES);
	if (text.len && text.data[text.len - 1] != '\n')
		dc_buf_putc(raw, '\n');
	return 0;
}

/* --- lint, new */

static int lint_text(struct dc_cli *cli, const char *name, const char *text, size_t len,
                     struct dc_error *err)
{
	DC_AUTO(dc_template_free) struct dc_template *t = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf example = { 0 };
	const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
	DC_AUTO(dc_str) char *id = dc_strndup(base, strcspn(base, "."));
	int rc;

	if ((rc = dc_template_parse(&t, id, name, text, len, err)) ||
	    (rc = dc_template_example(t, &example, err)))
		return rc;
	size_t units = dc_text_units(dc_buf_str(&example), example.len);
	struct dc_limit limit = dc_settings_limit(cli->settings, DC_LIMIT_NOTE_UNITS_FREE);

	if ((int64_t)units > limit.value)
		return dc_fail(err, DC_FINDINGS,
		               "%s: with its examples the note has %zu characters, more than the "
		               "%lld of a free "
		               "account",
		               name, units, (long long)limit.value);
	dc_out_say(cli->out, "%s: fine, %zu characters with its examples", name, units);
	return 0;
}

static int run_lint(struct dc_cli *cli, struct dc_error *err)
{
	const char *what;
	int failed = 0;

	for (size_t i = 0; (what = dc_cli_operand(cli, i)); i++) {
		struct dc_error why = { 0 };
		char *text;
		size_t len;
		int rc = dc_paths_read(&text, &len, what, 1 << 20, &cli->arena, &why);

		if (!rc)
			rc = lint_text(cli, what, text, len, &why);
		if (!rc)
			continue;
		if (failed)
			dc_cli_complain(cli, err);
		failed = dc_fail(err, rc, "%s", why.msg);
	}
	dc_out_put(cli->out, "fine", NULL, dc_bool_cell(!failed));
	return failed;
}

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
	{ "data", 0, "FILE", .offer = DC_OFFER_FILE, .help = "the values as a JSON object" },
	{ "strict", .help = "a missing value is an error (the default)" },
	{ "lenient", .help = "a missing value is empty" },
	{ "escape", 0, "KIND", .choices = "none|html",
	  .help = "how values are escaped (default: none)" },
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
	  .operands = "ID",
	  .min = 1,
	  .max = 1,
	  .summary = "the text with values filled in",
	  .options = render_options,
	  .offer = DC_OFFER_TEMPLATE,
	  .needs = DC_NEEDS_TEMPLATES,
	  .run = run_render },
	{ .name = "lint",
	  .operands = "FILE…",
	  .min = 1,
	  .max = DC_ANY,
	  .summary = "say what is wrong with a template",
	  .offer = DC_OFFER_FILE,
	  .needs = DC_NEEDS_SETTINGS,
	  .run = run_lint },
	{ .name = "new",
	  .operands = "ID",
	  .min = 1,
	  .max = 1,
	  .summary = "begin a template of your own",
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
