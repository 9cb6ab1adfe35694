/* template_lint.c - `template lint`: what a template could do better, and what the checker says to
 * it. */
#include "template.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/check.h>
#include <decorum/person.h>

enum { WORDS_MAX = 50 };

struct lint_run {
	struct dc_cli *cli;
	struct dc_lint_options options;
	size_t templates, findings, broken;
	int code; /* of the last template that could not be read */
};

/* One finding: a line as compilers write it for people, an object in JSON. */
static void tell(struct lint_run *r, const struct dc_template *t, size_t line, const char *rule,
                 const char *severity, const char *message)
{
	struct dc_out *out = r->cli->out;
	bool bundled = !strcmp(dc_template_origin(t), "bundled");
	const char *where = bundled ? dc_template_id(t) : dc_template_origin(t);

	r->findings++;
	dc_out_say(out, "%s:%zu: %s: %s (%s)", where, line, severity, message, rule);
	dc_out_open(out, NULL, '{');
	dc_out_put(out, "template", NULL, dc_text_cell(where));
	dc_out_put(out, "line", NULL, dc_int_cell((int64_t)line));
	dc_out_put(out, "rule", NULL, dc_text_cell(rule));
	dc_out_put(out, "severity", NULL, dc_text_cell(severity));
	dc_out_put(out, "message", NULL, dc_text_cell(message));
	dc_out_close(out, '}');
}

/* The recipient that the examples speak of. */
static struct dc_dossier example_dossier(const struct dc_template *t, struct dc_name *name)
{
	struct dc_dossier d = { .key = "in/example", .file_name = "" };
	const struct dc_slot *slot;

	for (size_t i = 0; (slot = dc_template_slot_at(t, i)); i++) {
		if (!strcmp(slot->from, "first_name"))
			d.first = slot->example;
		else if (!strcmp(slot->from, "last_name"))
			d.last = slot->example;
		else if (!strcmp(slot->from, "name"))
			d.name = slot->example;
		else if (!strcmp(slot->from, "company"))
			d.company = slot->example;
		else if (!strcmp(slot->from, "headline"))
			d.headline = slot->example;
	}
	if (d.name && !d.first) {
		dc_name_parse(name, d.name);
		d.first = name->first;
		d.last = name->last;
		d.name_doubtful = name->doubtful;
	}
	return d;
}

static void check_example(struct lint_run *r, const struct dc_template *t)
{
	DC_AUTO(dc_buf_clear) struct dc_buf note = { 0 };
	DC_AUTO(dc_findings_free) struct dc_findings *found = NULL;
	DC_AUTO(dc_name_clear) struct dc_name name = { 0 };
	const struct dc_dossier dossier = example_dossier(t, &name);

	if (dc_template_example(t, &note, NULL))
		return; /* the linter has said which example is missing or bad */
	dc_check(&found, &(struct dc_subject){
				 .note = dc_buf_str(&note),
				 .note_len = note.len,
				 .dossier = &dossier,
				 .settings = r->cli->settings,
				 .now = r->cli->now.wall,
			 });
	for (size_t i = 0; i < dc_findings_count(found); i++) {
		const struct dc_finding *f = dc_findings_at(found, i);

		if (f->severity > DC_SEVERITY_INFO)
			tell(r, t, dc_template_line(t), f->rule->id, dc_severity_name(f->severity),
			     f->message);
	}
}

static void lint(struct lint_run *r, const struct dc_template *t)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_lint *found;
	size_t count;

	r->templates++;
	dc_template_lint(&found, &count, t, &r->options, &arena);
	for (size_t i = 0; i < count; i++)
		tell(r, t, found[i].line, found[i].id, "warning", found[i].message);
	check_example(r, t);
}

static int lint_file(struct lint_run *r, const char *file, struct dc_error *err)
{
	DC_AUTO(dc_template_free) struct dc_template *t = NULL;
	char *text;
	size_t len;
	int rc = dc_template_read(&text, &len, r->cli, file, err);

	if (!rc)
		rc = dc_template_parse(&t, dc_template_file_id(r->cli, file), file, text, len, err);
	if (!rc)
		lint(r, t);
	return rc;
}

/* One broken template does not keep the others from being looked at. */
static void lint_named(struct lint_run *r, const char *what)
{
	const struct dc_template *t;
	struct dc_error err = { 0 };
	int rc = dc_template_is_file(what) ? lint_file(r, what, &err)
	                                   : dc_template_by_id(&t, r->cli, what, &err);

	if (!rc && !dc_template_is_file(what))
		lint(r, t);
	if (!rc)
		return;
	r->broken++;
	r->code = rc;
	dc_cli_complain(r->cli, &err);
}

static int lint_all(struct lint_run *r, struct dc_error *err)
{
	const struct dc_template *t;
	int rc = dc_cli_prepare(r->cli, DC_NEEDS_TEMPLATES, err);

	for (size_t i = 0; !rc && (t = dc_templates_at(r->cli->templates, i)); i++)
		lint(r, t);
	return rc;
}

static int read_words(size_t *out, struct dc_cli *cli, struct dc_error *err)
{
	const char *given = dc_cli_arg(cli, "words");

	*out = 0;
	if (!given)
		return 0;
	char *end;
	unsigned long n = strtoul(given, &end, 10);

	if (!*given || strspn(given, "0123456789") != strlen(given) || n < 1 || n > WORDS_MAX)
		return dc_fail(err, DC_INVALID, "--words is a number from 1 to %d, not '%.40s'",
		               WORDS_MAX, given);
	*out = n;
	return 0;
}

int dc_template_run_lint(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_limit limit = dc_settings_limit(cli->settings, DC_LIMIT_NOTE_UNITS_FREE);
	struct lint_run r = { .cli = cli, .options.units = (size_t)limit.value };
	const char *what;
	int rc = read_words(&r.options.words, cli, err);

	if (rc)
		return rc;
	dc_out_open(cli->out, "findings", '[');
	for (size_t i = 0; (what = dc_cli_operand(cli, i)); i++)
		lint_named(&r, what);
	if (!dc_cli_operand(cli, 0))
		rc = lint_all(&r, err);
	dc_out_close(cli->out, ']');
	dc_out_put(cli->out, "templates", NULL, dc_int_cell((int64_t)r.templates));
	if (rc)
		return rc;
	if (r.broken)
		return dc_fail(err, r.code, "%zu of the templates cannot be used", r.broken);
	if (r.findings)
		return dc_fail(err, DC_FINDINGS, "%zu thing%s to mend", r.findings,
		               r.findings == 1 ? "" : "s");
	dc_out_say(cli->out, "%zu template%s, nothing to mend", r.templates,
	           r.templates == 1 ? "" : "s");
	return 0;
}
