/* sarif.c - SARIF 2.1.0 with fixes, for code scanning services and editors. */
#include "format/format.h"

#include <string.h>

static const char *level(enum dc_severity severity)
{
	static const char *const levels[] = { [DC_SEVERITY_INFO] = "note",
		                              [DC_SEVERITY_WARNING] = "warning",
		                              [DC_SEVERITY_ERROR] = "error" };

	return levels[severity];
}

static void put_message(struct dc_json_writer *w, const char *key, const char *text)
{
	dc_json_begin(w, key, '{');
	dc_json_put_string(w, "text", text);
	dc_json_end(w, '}');
}

static void put_rule(struct dc_json_writer *w, const struct dc_rule_info *r)
{
	dc_json_begin(w, NULL, '{');
	dc_json_put_string(w, "id", r->id);
	put_message(w, "shortDescription", r->summary);
	put_message(w, "fullDescription", r->why);
	put_message(w, "help", r->advice);
	dc_json_begin(w, "defaultConfiguration", '{');
	dc_json_put_string(w, "level", level(r->severity));
	dc_json_end(w, '}');
	dc_json_begin(w, "properties", '{');
	dc_json_begin(w, "tags", '[');
	dc_json_put_string(w, NULL, dc_group_name(r->group));
	dc_json_end(w, ']');
	dc_json_end(w, '}');
	dc_json_end(w, '}');
}

static void begin(struct dc_format_run *f)
{
	struct dc_json_writer *w = &f->json;

	dc_json_begin(w, NULL, '{');
	dc_json_put_string(w, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	dc_json_put_string(w, "version", "2.1.0");
	dc_json_begin(w, "runs", '[');
	dc_json_begin(w, NULL, '{');
	dc_json_begin(w, "tool", '{');
	dc_json_begin(w, "driver", '{');
	dc_json_put_string(w, "name", "decorum");
	dc_json_put_string(w, "version", DC_VERSION);
	dc_json_begin(w, "rules", '[');
	for (size_t i = 0; dc_rule_at(i); i++)
		put_rule(w, dc_rule_at(i));
	dc_json_end(w, ']');
	dc_json_end(w, '}');
	dc_json_end(w, '}');
	dc_json_put_string(w, "columnKind", "utf16CodeUnits");
	dc_json_begin(w, "results", '[');
}

/* A file name as a URI reference; a note from the command line has a name of its own. */
static void put_artifact(struct dc_json_writer *w, const struct dc_checked *c)
{
	static const char plain[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
	DC_AUTO(dc_buf_clear) struct dc_buf uri = { 0 };
	const char *file = dc_format_file(c);

	dc_buf_puts(&uri, file[0] == '/' ? "file://" : "");
	for (const char *p = file; *p; p++)
		if (strchr(plain, *p))
			dc_buf_putc(&uri, *p);
		else
			dc_buf_printf(&uri, "%%%02X", (unsigned)(unsigned char)*p);
	dc_json_begin(w, "artifactLocation", '{');
	dc_json_put_string(w, "uri", dc_buf_str(&uri));
	dc_json_end(w, '}');
}

static void put_region(struct dc_json_writer *w, const char *key, const struct dc_checked *c,
                       struct dc_span span)
{
	struct dc_place from = dc_note_place(c, span.from), to = dc_note_place(c, span.to);

	dc_json_begin(w, key, '{');
	dc_json_put_int(w, "startLine", (int64_t)from.line);
	dc_json_put_int(w, "startColumn", (int64_t)from.units);
	dc_json_put_int(w, "endLine", (int64_t)to.line);
	dc_json_put_int(w, "endColumn", (int64_t)to.units);
	dc_json_end(w, '}');
}

static void put_location(struct dc_json_writer *w, const struct dc_checked *c,
                         const struct dc_finding *f)
{
	dc_json_begin(w, "locations", '[');
	dc_json_begin(w, NULL, '{');
	dc_json_begin(w, "physicalLocation", '{');
	put_artifact(w, c);
	put_region(w, "region", c, f->has_span ? f->span : (struct dc_span){ 0, 0 });
	dc_json_end(w, '}');
	dc_json_end(w, '}');
	dc_json_end(w, ']');
}

static void put_fixes(struct dc_json_writer *w, const struct dc_checked *c,
                      const struct dc_finding *f)
{
	if (!f->fix_count)
		return;
	dc_json_begin(w, "fixes", '[');
	dc_json_begin(w, NULL, '{');
	put_message(w, "description", f->rule->advice);
	dc_json_begin(w, "artifactChanges", '[');
	dc_json_begin(w, NULL, '{');
	put_artifact(w, c);
	dc_json_begin(w, "replacements", '[');
	for (size_t i = 0; i < f->fix_count; i++) {
		dc_json_begin(w, NULL, '{');
		put_region(w, "deletedRegion", c, f->fixes[i].span);
		put_message(w, "insertedContent", f->fixes[i].text);
		dc_json_end(w, '}');
	}
	dc_json_end(w, ']');
	dc_json_end(w, '}');
	dc_json_end(w, ']');
	dc_json_end(w, '}');
	dc_json_end(w, ']');
}

static void one(struct dc_format_run *f, const struct dc_checked *c)
{
	struct dc_json_writer *w = &f->json;

	for (size_t i = 0; i < c->count; i++) {
		const struct dc_finding *finding = c->findings[i];

		dc_json_begin(w, NULL, '{');
		dc_json_put_string(w, "ruleId", finding->rule->id);
		dc_json_put_string(w, "level", level(finding->severity));
		put_message(w, "message", finding->message);
		put_location(w, c, finding);
		put_fixes(w, c, finding);
		if (finding->override) {
			dc_json_begin(w, "suppressions", '[');
			dc_json_begin(w, NULL, '{');
			dc_json_put_string(w, "kind", "external");
			dc_json_put_string(w, "justification", finding->override);
			dc_json_end(w, '}');
			dc_json_end(w, ']');
		}
		dc_json_end(w, '}');
	}
}

static void end(struct dc_format_run *f)
{
	dc_json_end(&f->json, ']');
	dc_json_end(&f->json, '}');
	dc_json_end(&f->json, ']');
	dc_json_end(&f->json, '}');
	dc_buf_putc(f->out, '\n');
}

const struct dc_format dc_format_sarif = {
	.id = "sarif",
	.summary = "SARIF 2.1.0, with fixes",
	.keeps_passed_over = true,
	.begin = begin,
	.one = one,
	.end = end,
};
