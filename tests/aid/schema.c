/* schema.c - `schema FILE [NAME]`: does the JSON on standard input obey the JSON Schema in
 * FILE, or what that defines under NAME?
 *
 * Knows the keywords that the schemas of tests/data/schema use, with $ref to
 * #/definitions/NAME.  Any other is a complaint, so that no constraint goes unread.
 */
#include <regex.h>
#include <stdio.h>
#include <string.h>

#include <decorum/json.h>
#include <decorum/mem.h>

struct check {
	const struct dc_json *root; /* of the schema */
	struct dc_buf path;         /* where in the document */
	size_t complaints;
	bool trial; /* of one of several schemas: nothing is printed */
};

static void complain(struct check *c, const char *why, const char *what)
{
	if (!c->trial)
		printf("%s: %s%s%s\n", c->path.len ? c->path.data : "/", why, what ? " " : "",
		       what ? what : "");
	c->complaints++;
}

static const char *type_name(const struct dc_json *v)
{
	double n = dc_json_number(v);

	switch (dc_json_type(v)) {
	case DC_JSON_NULL:
		return "null";
	case DC_JSON_BOOL:
		return "boolean";
	case DC_JSON_NUMBER:
		return n == (double)(int64_t)n ? "integer" : "number";
	case DC_JSON_STRING:
		return "string";
	case DC_JSON_ARRAY:
		return "array";
	default:
		return "object";
	}
}

static bool is_type(const struct dc_json *v, const char *type)
{
	return type && (!strcmp(type_name(v), type) ||
	                (!strcmp(type, "number") && !strcmp(type_name(v), "integer")));
}

/* Members of objects in the same order, as one program writes them. */
static bool same(const struct dc_json *a, const struct dc_json *b)
{
	const struct dc_json *x = dc_json_child(a), *y = dc_json_child(b);

	if (dc_json_type(a) != dc_json_type(b) ||
	    (dc_json_type(a) == DC_JSON_STRING &&
	     strcmp(dc_json_string(a), dc_json_string(b)) != 0) ||
	    dc_json_number(a) != dc_json_number(b) || dc_json_bool(a) != dc_json_bool(b))
		return false;
	for (; x && y && same(x, y); x = dc_json_next(x), y = dc_json_next(y))
		if (dc_json_key(x) && strcmp(dc_json_key(x), dc_json_key(y)) != 0)
			return false;
	return !x && !y;
}

static void validate(struct check *c, const struct dc_json *schema, const struct dc_json *v);

static void validate_at(struct check *c, const struct dc_json *schema, const struct dc_json *v,
                        const char *name)
{
	size_t before = c->path.len;

	dc_buf_printf(&c->path, "/%s", name);
	validate(c, schema, v);
	c->path.len = before;
	c->path.data[before] = '\0';
}

/* --- a keyword each: the schema around it, what it says, the value that is judged */

typedef void keyword_fn(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                        const struct dc_json *v);

static void on_type(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                    const struct dc_json *v)
{
	bool ok = is_type(v, dc_json_string(says));

	(void)schema;
	for (const struct dc_json *t = dc_json_child(says); t; t = dc_json_next(t))
		ok = ok || is_type(v, dc_json_string(t));
	if (!ok)
		complain(c, "the type is", type_name(v));
}

static void on_enum(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                    const struct dc_json *v)
{
	(void)schema;
	for (const struct dc_json *e = dc_json_child(says); e; e = dc_json_next(e))
		if (same(e, v))
			return;
	complain(c, "not one of the values it may have:", dc_json_string(v));
}

static void on_const(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                     const struct dc_json *v)
{
	(void)schema;
	if (!same(says, v))
		complain(c, "not the value it must have:", dc_json_string(v));
}

static void on_pattern(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                       const struct dc_json *v)
{
	regex_t re;

	(void)schema;
	if (dc_json_type(v) != DC_JSON_STRING)
		return;
	if (regcomp(&re, dc_json_string(says), REG_EXTENDED | REG_NOSUB)) {
		complain(c, "cannot read the pattern", dc_json_string(says));
		return;
	}
	if (regexec(&re, dc_json_string(v), 0, NULL, 0))
		complain(c, "does not match:", dc_json_string(v));
	regfree(&re);
}

static void on_minimum(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                       const struct dc_json *v)
{
	(void)schema;
	if (dc_json_type(v) == DC_JSON_NUMBER && dc_json_number(v) < dc_json_number(says))
		complain(c, "is less than the minimum", NULL);
}

static void on_maximum(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                       const struct dc_json *v)
{
	(void)schema;
	if (dc_json_type(v) == DC_JSON_NUMBER && dc_json_number(v) > dc_json_number(says))
		complain(c, "is more than the maximum", NULL);
}

static size_t fitting(const struct check *c, const struct dc_json *schemas, const struct dc_json *v)
{
	size_t n = 0;

	for (const struct dc_json *s = dc_json_child(schemas); s; s = dc_json_next(s)) {
		struct check trial = { .root = c->root, .trial = true };

		validate(&trial, s, v);
		dc_buf_clear(&trial.path);
		n += !trial.complaints;
	}
	return n;
}

static void on_any_of(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                      const struct dc_json *v)
{
	(void)schema;
	if (!fitting(c, says, v))
		complain(c, "fits none of what it may be", NULL);
}

static void on_one_of(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                      const struct dc_json *v)
{
	(void)schema;
	if (fitting(c, says, v) != 1)
		complain(c, "does not fit one of what it may be, and no other", NULL);
}

static void on_required(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                        const struct dc_json *v)
{
	(void)schema;
	for (const struct dc_json *n = dc_json_child(says); n && dc_json_type(v) == DC_JSON_OBJECT;
	     n = dc_json_next(n))
		if (!dc_json_get(v, dc_json_string(n)))
			complain(c, "lacks", dc_json_string(n));
}

static void on_properties(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                          const struct dc_json *v)
{
	(void)schema;
	for (const struct dc_json *p = dc_json_child(says); p && dc_json_type(v) == DC_JSON_OBJECT;
	     p = dc_json_next(p))
		if (dc_json_get(v, dc_json_key(p)))
			validate_at(c, p, dc_json_get(v, dc_json_key(p)), dc_json_key(p));
}

static void on_additional(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                          const struct dc_json *v)
{
	const struct dc_json *known = dc_json_get(schema, "properties");

	if (dc_json_type(v) != DC_JSON_OBJECT)
		return;
	for (const struct dc_json *m = dc_json_child(v); m; m = dc_json_next(m)) {
		if (dc_json_get(known, dc_json_key(m)))
			continue;
		if (dc_json_type(says) == DC_JSON_OBJECT)
			validate_at(c, says, m, dc_json_key(m));
		else if (!dc_json_bool(says))
			complain(c, "has a member that it must not have:", dc_json_key(m));
	}
}

static void on_items(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                     const struct dc_json *v)
{
	size_t i = 0;

	(void)schema;
	if (dc_json_type(v) != DC_JSON_ARRAY)
		return;
	for (const struct dc_json *e = dc_json_child(v); e; e = dc_json_next(e)) {
		char number[24];

		snprintf(number, sizeof(number), "%zu", i++);
		validate_at(c, says, e, number);
	}
}

static void on_min_items(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                         const struct dc_json *v)
{
	double n = 0;

	(void)schema;
	for (const struct dc_json *e = dc_json_child(v); e; e = dc_json_next(e))
		n++;
	if (dc_json_type(v) == DC_JSON_ARRAY && n < dc_json_number(says))
		complain(c, "has too few elements", NULL);
}

static void on_unique(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                      const struct dc_json *v)
{
	(void)schema;
	if (dc_json_type(v) != DC_JSON_ARRAY || !dc_json_bool(says))
		return;
	for (const struct dc_json *a = dc_json_child(v); a; a = dc_json_next(a))
		for (const struct dc_json *b = dc_json_next(a); b; b = dc_json_next(b))
			if (same(a, b))
				complain(c, "has an element twice", NULL);
}

static void on_ref(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                   const struct dc_json *v)
{
	static const char prefix[] = "#/definitions/";
	const char *to = dc_json_string(says);
	const struct dc_json *target = to && !strncmp(to, prefix, strlen(prefix))
	                                       ? dc_json_get(dc_json_get(c->root, "definitions"),
	                                                     to + strlen(prefix))
	                                       : NULL;

	(void)schema;
	if (target)
		validate(c, target, v);
	else
		complain(c, "the schema has no", to);
}

static void on_remark(struct check *c, const struct dc_json *schema, const struct dc_json *says,
                      const struct dc_json *v)
{
	(void)c, (void)schema, (void)says, (void)v;
}

static const struct {
	const char *name;
	keyword_fn *fn;
} keywords[] = {
	{ "type", on_type },
	{ "enum", on_enum },
	{ "const", on_const },
	{ "pattern", on_pattern },
	{ "minimum", on_minimum },
	{ "maximum", on_maximum },
	{ "anyOf", on_any_of },
	{ "oneOf", on_one_of },
	{ "required", on_required },
	{ "properties", on_properties },
	{ "additionalProperties", on_additional },
	{ "items", on_items },
	{ "minItems", on_min_items },
	{ "uniqueItems", on_unique },
	{ "$ref", on_ref },
	{ "definitions", on_remark },
	{ "description", on_remark },
	{ "$schema", on_remark },
	{ "id", on_remark },
	{ "title", on_remark },
	{ "default", on_remark },
	{ "format", on_remark },
};

static void validate(struct check *c, const struct dc_json *schema, const struct dc_json *v)
{
	for (const struct dc_json *k = dc_json_child(schema); k; k = dc_json_next(k)) {
		size_t i = 0;

		while (i < DC_COUNT(keywords) && strcmp(keywords[i].name, dc_json_key(k)) != 0)
			i++;
		if (i == DC_COUNT(keywords))
			complain(c, "the schema has a keyword that is not known here:",
			         dc_json_key(k));
		else
			keywords[i].fn(c, schema, k, v);
	}
}

static int read_json(struct dc_json_doc **out, FILE *from, const char *name)
{
	DC_AUTO(dc_buf_clear) struct dc_buf all = { 0 };
	struct dc_error err;
	char piece[4096];
	size_t n;

	while ((n = fread(piece, 1, sizeof(piece), from)) > 0)
		dc_buf_add(&all, piece, n);
	int rc = dc_json_parse(out, dc_buf_str(&all), all.len, &err);

	if (rc)
		printf("%s: %s\n", name, err.msg);
	return rc;
}

int main(int argc, char **argv)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *schema = NULL, *doc = NULL;
	struct check c = { 0 };
	FILE *file = argc == 2 || argc == 3 ? fopen(argv[1], "r") : NULL;

	if (!file) {
		puts("schema FILE [NAME]");
		return 2;
	}
	int rc = read_json(&schema, file, argv[1]);

	fclose(file);
	if (rc || read_json(&doc, stdin, "standard input"))
		return 2;
	c.root = dc_json_root(schema);
	const struct dc_json *wanted = argc == 2 ? c.root
	                                         : dc_json_get(dc_json_get(c.root, "definitions"),
	                                                       argv[2]);

	if (!wanted)
		complain(&c, "the schema does not define", argv[2]);
	validate(&c, wanted, dc_json_root(doc));
	dc_buf_clear(&c.path);
	return c.complaints > 0;
}
