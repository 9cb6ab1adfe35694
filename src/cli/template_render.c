/* template_render.c - `template render`: a template, or bare Mustache, with values from options or
 * JSON.
 *
 * A template goes the way of a note: fallbacks, checks, strict.  Bare Mustache takes any JSON.
 */
#include "template.h"

#include <string.h>

#include <decorum/json.h>

#include "note.h"

enum { DATA_BYTES_MAX = 16 << 20, TEMPLATE_BYTES_MAX = 1 << 20, PARTIAL_NAME_MAX = 200 };

bool dc_template_is_file(const char *word) { return strpbrk(word, "/.") || !strcmp(word, "-"); }

int dc_template_read(char **text, size_t *len, struct dc_cli *cli, const char *file,
                     struct dc_error *err)
{
	return dc_paths_read(text, len, file, TEMPLATE_BYTES_MAX, &cli->arena, err);
}

const char *dc_template_file_id(struct dc_cli *cli, const char *file)
{
	const char *slash = strrchr(file, '/'), *base = slash ? slash + 1 : file;

	return dc_arena_strndup(&cli->arena, base, strcspn(base, "."));
}

int dc_template_by_id(const struct dc_template **out, struct dc_cli *cli, const char *id,
                      struct dc_error *err)
{
	int rc = cli->templates ? 0 : dc_cli_prepare(cli, DC_NEEDS_TEMPLATES, err);

	if (rc)
		return rc;
	*out = dc_templates_find(cli->templates, id);
	return *out ? 0
	            : dc_fail(err, DC_NOTFOUND,
	                      "no template '%.60s'; 'decorum template list' shows them", id);
}

/* --- partials */

struct partials {
	struct dc_cli *cli;
	const char *dir;
};

/* A name with a slash or a dot in front could leave the folder: there is no such partial. */
static const char *read_partial(void *data, const char *name, size_t *len)
{
	const struct partials *p = data;
	char *text;

	if (!p->dir || *name == '.' || strchr(name, '/') || strlen(name) > PARTIAL_NAME_MAX)
		return NULL;
	const char *path = dc_arena_printf(&p->cli->arena, "%s/%s.mustache", p->dir, name);

	return dc_template_read(&text, len, p->cli, path, NULL) ? NULL : text;
}

/* --- data */

static int read_data(struct dc_json_doc **out, struct dc_cli *cli, const char *file,
                     struct dc_error *err)
{
	struct dc_error why = { 0 };
	char *text;
	size_t len;
	int rc = dc_paths_read(&text, &len, file, DATA_BYTES_MAX, &cli->arena, err);

	if (!rc && (rc = dc_json_parse(out, text, len, &why)))
		return dc_fail(err, rc, "%s: %s", file, why.msg);
	return rc;
}

/* A slot takes one text: what JSON has for it, NULL when that is no text. */
static const char *scalar(struct dc_cli *cli, const struct dc_json *v)
{
	switch (dc_json_type(v)) {
	case DC_JSON_STRING:
		return dc_json_string(v);
	case DC_JSON_NUMBER:
		return dc_arena_printf(&cli->arena, "%.15g", dc_json_number(v));
	case DC_JSON_BOOL:
		return dc_json_bool(v) ? "true" : "";
	case DC_JSON_NULL:
		return "";
	default:
		return NULL;
	}
}

static int values_of_json(struct dc_value **out, size_t *count, struct dc_cli *cli,
                          const struct dc_template *t, const struct dc_json *data,
                          struct dc_error *err)
{
	const struct dc_slot *slot;
	size_t n = 0;

	while (dc_template_slot_at(t, n))
		n++;
	*out = dc_arena_alloc(&cli->arena, n + 1, sizeof(**out));
	*count = n;
	for (size_t i = 0; (slot = dc_template_slot_at(t, i)); i++) {
		const char *text = scalar(cli, dc_json_get(data, slot->name));

		if (!text)
			return dc_fail(err, DC_INVALID,
			               "%s takes one text for '%s', not a list or an object",
			               dc_template_id(t), slot->name);
		(*out)[i] = (struct dc_value){ slot->name, text };
	}
	return 0;
}

static const char *value_of(const struct dc_value *values, size_t count, const char *name)
{
	for (size_t i = count; i--;)
		if (!strcmp(values[i].name, name) && values[i].text && *values[i].text)
			return values[i].text;
	return NULL;
}

/* Escaping is no matter of notes, so that fallbacks are put in here. */
static int render_escaped(struct dc_cli *cli, struct dc_buf *out, const struct dc_template *t,
                          const struct dc_value *values, size_t count,
                          const struct dc_render_options *o, struct dc_error *err)
{
	const struct dc_slot *slot;
	size_t n = 0;

	while (dc_template_slot_at(t, n))
		n++;
	struct dc_value *all = dc_arena_alloc(&cli->arena, n + 1, sizeof(*all));

	for (size_t i = 0; (slot = dc_template_slot_at(t, i)); i++) {
		const char *text = value_of(values, count, slot->name);

		all[i] = (struct dc_value){ slot->name, text ? text : slot->fallback };
	}
	return dc_mustache_render_values(dc_template_body(t), out, all, n, o, err);
}

static int render_template(struct dc_cli *cli, struct dc_buf *out, const struct dc_template *t,
                           const struct dc_json *data, const struct dc_render_options *o,
                           struct dc_error *err)
{
	struct dc_value *values;
	size_t count;
	int rc = data ? values_of_json(&values, &count, cli, t, data, err)
	              : dc_note_values(&values, &count, cli, t, NULL, err);

	if (rc)
		return rc;
	if (o->escape == DC_ESCAPE_NONE)
		return dc_template_render(t, out, values, count, o->lenient, err);
	return render_escaped(cli, out, t, values, count, o, err);
}

static int render_bare(struct dc_cli *cli, struct dc_buf *out, const struct dc_mustache *m,
                       const struct dc_json *data, const struct dc_render_options *o,
                       struct dc_error *err)
{
	const char *given;
	size_t most = 0;

	if (data)
		return dc_mustache_render(m, out, data, o, err);
	while (dc_args_nth(&cli->args, "set", most))
		most++;
	struct dc_value *values = dc_arena_alloc(&cli->arena, most + 1, sizeof(*values));

	for (size_t i = 0; (given = dc_args_nth(&cli->args, "set", i)); i++) {
		int rc = dc_split_pair(cli, &values[i].name, &values[i].text, "set", given, err);

		if (rc)
			return rc;
	}
	return dc_mustache_render_values(m, out, values, most, o, err);
}

static int render_file(struct dc_cli *cli, struct dc_buf *out, const char *file,
                       const struct dc_json *data, const struct dc_render_options *o,
                       struct dc_error *err)
{
	DC_AUTO(dc_template_free) struct dc_template *t = NULL;
	DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;
	char *text;
	size_t len;
	int rc = dc_template_read(&text, &len, cli, file, err);

	if (rc)
		return rc;
	if (!dc_template_detect(text, len))
		return (rc = dc_mustache_compile(&m, file, text, len, err))
		               ? rc
		               : render_bare(cli, out, m, data, o, err);
	rc = dc_template_parse(&t, dc_template_file_id(cli, file), file, text, len, err);
	return rc ? rc : render_template(cli, out, t, data, o, err);
}

static int render_named(struct dc_cli *cli, struct dc_buf *out, const char *what,
                        const struct dc_render_options *o, struct dc_error *err)
{
	const char *file = dc_cli_arg(cli, "data");
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	const struct dc_template *t;
	int rc = file ? read_data(&doc, cli, file, err) : 0;

	if (rc)
		return rc;
	const struct dc_json *data = doc ? dc_json_root(doc) : NULL;

	if (dc_template_is_file(what))
		return render_file(cli, out, what, data, o, err);
	rc = dc_template_by_id(&t, cli, what, err);
	return rc ? rc : render_template(cli, out, t, data, o, err);
}

int dc_template_run_render(struct dc_cli *cli, struct dc_error *err)
{
	const char *escape = dc_cli_arg(cli, "escape");
	struct partials partials = { cli, dc_cli_arg(cli, "partials") };
	const struct dc_render_options o = {
		.lenient = dc_cli_flag(cli, "lenient"),
		.escape = escape && !strcmp(escape, "html") ? DC_ESCAPE_HTML : DC_ESCAPE_NONE,
		.partial = read_partial,
		.partial_data = &partials,
	};
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	int rc;

	if (o.lenient && dc_cli_flag(cli, "strict"))
		return dc_fail(err, DC_INVALID, "--strict and --lenient exclude each other");
	if (dc_cli_arg(cli, "data") && dc_cli_arg(cli, "set"))
		return dc_fail(err, DC_INVALID, "the values come either from --data or from --set");
	if ((rc = render_named(cli, &text, dc_cli_operand(cli, 0), &o, err)))
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
