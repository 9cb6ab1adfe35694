/* mustache.c - the engine: the specification's cases, strictness, errors, caps. */
#include <decorum/template.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <decorum/json.h>
#include <decorum/mem.h>

/* --- the specification */

static const struct {
	const char *module;
	int cases;
} modules[] = {
	{ "comments", 12 }, { "delimiters", 14 }, { "interpolation", 42 },
	{ "inverted", 22 }, { "partials", 12 },   { "sections", 34 },
};

static void slurp(struct dc_buf *out, const char *path)
{
	char block[4096];
	FILE *f = fopen(path, "re");

	if (!f)
		fail_msg("cannot open %s: run the tests from the top of the project", path);
	for (size_t n; (n = fread(block, 1, sizeof(block), f)) > 0;)
		dc_buf_add(out, block, n);
	fclose(f);
}

static const char *from_json(void *data, const char *name, size_t *len)
{
	const char *text = dc_json_string(dc_json_get(data, name));

	*len = text ? strlen(text) : 0;
	return text;
}

/* True when one case gives what the specification wants; else says what it gave. */
static bool holds(const char *module, const struct dc_json *spec)
{
	const char *text = dc_json_string(dc_json_get(spec, "template"));
	const char *want = dc_json_string(dc_json_get(spec, "expected"));
	const struct dc_render_options o = {
		.lenient = true,
		.escape = DC_ESCAPE_HTML,
		.partial = from_json,
		.partial_data = (void *)(uintptr_t)dc_json_get(spec, "partials"),
	};
	DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	struct dc_error err = { 0 };
	int rc = dc_mustache_compile(&m, "spec", text, strlen(text), &err);

	if (!rc)
		rc = dc_mustache_render(m, &out, dc_json_get(spec, "data"), &o, &err);
	if (!rc && !strcmp(dc_buf_str(&out), want))
		return true;
	print_error("%s: %s\n template: %s\n got: %s%s\n want: %s\n", module,
	            dc_json_string(dc_json_get(spec, "name")), text, dc_buf_str(&out), err.msg,
	            want);
	return false;
}

static void spec_cases_hold(void **state)
{
	int all = 0, good = 0;

	(void)state;
	for (size_t i = 0; i < DC_COUNT(modules); i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
		DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
		DC_AUTO(dc_str)
		char *path = dc_printf("tests/data/mustache-spec/%s.json", modules[i].module);
		struct dc_error err = { 0 };
		int n = 0;

		slurp(&text, path);
		if (dc_json_parse(&doc, dc_buf_str(&text), text.len, &err))
			fail_msg("%s: %s", path, err.msg);
		const struct dc_json *spec = dc_json_child(dc_json_get(dc_json_root(doc), "tests"));

		for (; spec; spec = dc_json_next(spec), n++)
			good += holds(modules[i].module, spec);
		assert_int_equal(n, modules[i].cases);
		all += n;
	}
	assert_int_equal(all, 136);
	assert_int_equal(good, all);
}

/* --- small cases of our own: data as JSON, what comes out, or the error */

static const char *loops(void *data, const char *name, size_t *len)
{
	static const struct {
		const char *name, *text;
	} partials[] = {
		{ "self", "{{>self}}" },        { "broken", "ok\n{{#x}}" },
		{ "asks", "a\n  {{nowhere}}" }, { "tree", "{{n}}{{#child}}({{>tree}}){{/child}}" },
		{ "wide", "xx\n{{>wide}}" },
	};

	(void)data;
	for (size_t i = 0; i < DC_COUNT(partials); i++)
		if (!strcmp(partials[i].name, name)) {
			*len = strlen(partials[i].text);
			return partials[i].text;
		}
	return NULL;
}

static const struct render_case {
	const char *text, *data, *want; /* want: the output */
	const char *error;              /* or a part of the message */
} cases[] = {
	/* plain text stays plain */
	{ "{{a}} & <{{{a}}}>", "{\"a\":\"x&y\"}", "x&y & <x&y>", NULL },
	{ "{{n}} {{m}} {{big}} {{t}}", "{\"n\":1.21,\"m\":85,\"big\":123456789012345,\"t\":true}",
	  "1.21 85 123456789012345 true", NULL },
	{ "{{n}} {{m}}", "{\"n\":0.1,\"m\":-1.5e-7}", "0.1 -1.5e-07", NULL },
	{ "{{#a}}yes{{/a}}{{^a}}no{{/a}}", "{\"a\":\"\"}", "no", NULL },
	{ "{{#a}}yes{{/a}}{{^a}}no{{/a}}", "{\"a\":0}", "yes", NULL },
	{ "{{#a}}<{{.}}>{{/a}}", "{\"a\":[[1,2],[3]]}", NULL, "t:1:8: only a text or a number" },
	{ "{{#a}}<{{#.}}{{.}}{{/.}}>{{/a}}", "{\"a\":[[1,2],[3]]}", "<12><3>", NULL },
	{ "{{ # a }}x{{ / a }}", "{\"a\":1}", "x", NULL },
	{ "{{>tree}}", "{\"n\":1,\"child\":{\"n\":2,\"child\":null}}", "1(2)", NULL },
	{ "{ {a} }} {{=| |=}}|a| {{a}}", "{\"a\":1}", "{ {a} }} 1 {{a}}", NULL },
	{ "", "{}", "", NULL },
	/* strict: what is missing is named */
	{ "Hi,\n  \xc3\xa9 {{a.b}}", "{\"a\":{}}", NULL, "t:2:5: there is no value for 'a.b'" },
	{ "{{a}}", "{\"a\":null}", NULL, "t:1:1: there is no value for 'a'" },
	{ "{{a}}", "{\"a\":{}}", NULL, "t:1:1: only a text or a number can stand here, not 'a'" },
	{ "{{>none}}", "{}", NULL, "t:1:1: there is no partial 'none'" },
	{ "x {{>asks}}", "{}", NULL, "asks:2:3: there is no value for 'nowhere'" },
	{ "x\n    {{>asks}}\n", "{}", NULL, "asks:2:3: there is no value for 'nowhere'" },
	{ "{{>broken}}", "{}", NULL, "broken:2:1: this section is never closed: 'x'" },
	/* without end */
	{ "{{>self}}", "{}", NULL, "self:1:1: partials call each other without end, here 'self'" },
	{ " {{>wide}}", "{}", NULL, "wide:2:1: partials call each other without end" },
	/* malformed */
	{ "a\n{{b", "{}", NULL, "t:2:1: this tag is not closed" },
	{ "{{b {{c}}", "{}", NULL, "t:1:1: this tag is not closed before the next one opens" },
	{ "{{{b}}", "{}", NULL, "t:1:1: this tag is not closed" },
	{ "{{{b}} {{{c}}}", "{}", NULL, "t:1:1: this tag is not closed before the next one opens" },
	{ "{{}}", "{}", NULL, "t:1:1: this tag is empty" },
	{ "{{# }}", "{}", NULL, "t:1:1: this tag is empty" },
	{ "{{first name}}", "{}", NULL, "t:1:1: a name is one word" },
	{ "{{a\x01}}", "{}", NULL, "t:1:1: a control character" },
	{ "{{a..b}}", "{}", NULL, "t:1:1: a part of the dotted name is empty: 'a..b'" },
	{ "{{.a}}", "{}", NULL, "a part of the dotted name is empty" },
	{ "{{a.}}", "{}", NULL, "a part of the dotted name is empty" },
	{ "{{..}}", "{}", NULL, "a part of the dotted name is empty" },
	{ "x{{#a}}", "{}", NULL, "t:1:2: this section is never closed: 'a'" },
	{ "{{/a}}", "{}", NULL, "t:1:1: this tag closes a section that was never opened" },
	{ "{{#a}}\n{{/b}}", "{}", NULL, "t:2:1: this tag should close the section 'a'" },
	{ "{{#a}}{{#b}}{{/a}}{{/b}}", "{}", NULL, "t:1:13: this tag should close the section 'b'" },
	{ "{{=<% %>}}", "{}", NULL, "t:1:1: a tag that sets delimiters ends with '='" },
	{ "{{==}}", "{}", NULL, "t:1:1: new delimiters are two words" },
	{ "{{=a=}}", "{}", NULL, "t:1:1: new delimiters are two words" },
	{ "{{=a b c=}}", "{}", NULL, "t:1:1: new delimiters are two words" },
	{ "{{=a= b=}}", "{}", NULL, "t:1:1: new delimiters are two words" },
	{ "{{=", "{}", NULL, "t:1:1: this tag is not closed" },
	{ "{{", "{}", NULL, "t:1:1: this tag is not closed" },
};

static int render_json(struct dc_buf *out, const char *text, const char *data,
                       const struct dc_render_options *o, struct dc_error *err)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;

	assert_int_equal(dc_json_parse(&doc, data, strlen(data), err), 0);
	int rc = dc_mustache_compile(&m, "t", text, strlen(text), err);

	return rc ? rc : dc_mustache_render(m, out, dc_json_root(doc), o, err);
}

static void renders_or_says_why(void **state)
{
	const struct dc_render_options o = { .partial = loops };

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
		struct dc_error err = { 0 };
		int rc;

		dc_buf_puts(&out, "<");
		rc = render_json(&out, cases[i].text, cases[i].data, &o, &err);
		if (cases[i].want) {
			if (rc)
				fail_msg("%s: %s", cases[i].text, err.msg);
			assert_string_equal(dc_buf_str(&out) + 1, cases[i].want);
			continue;
		}
		assert_int_equal(rc, DC_INVALID);
		if (!strstr(err.msg, cases[i].error))
			fail_msg("%s: '%s', not '%s'", cases[i].text, err.msg, cases[i].error);
		assert_string_equal(dc_buf_str(&out), "<"); /* nothing half-written */
	}
}

static void output_is_capped(void **state)
{
	const struct dc_render_options small = { .max_bytes = 10 };
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	struct dc_error err = { 0 };

	(void)state;
	dc_buf_puts(&out, "already there ");
	assert_int_equal(render_json(&out, "12345{{a}}", "{\"a\":\"67890\"}", &small, &err), 0);
	assert_string_equal(dc_buf_str(&out), "already there 1234567890");
	assert_int_equal(render_json(&out, "12345{{a}}", "{\"a\":\"678901\"}", &small, &err),
	                 DC_INVALID);
	assert_string_equal(err.msg, "t:1:6: the result is longer than allowed");
	assert_string_equal(dc_buf_str(&out), "already there 1234567890");
}

/* Fifteen nested loops over four elements write nothing and turn a thousand million times. */
static void endless_loops_end(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	struct dc_error err = { 0 };

	(void)state;
	for (int i = 0; i < 15; i++)
		dc_buf_puts(&text, "{{#l}}");
	for (int i = 0; i < 15; i++)
		dc_buf_puts(&text, "{{/l}}");
	assert_int_equal(render_json(&out, dc_buf_str(&text), "{\"l\":[{},{},{},{}]}", NULL, &err),
	                 DC_INVALID);
	assert_non_null(strstr(err.msg, "does not come to an end"));
}

/* Looking for what is not there, in a large object, over and over. */
static void costly_lookups_end(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf data = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	const struct dc_render_options o = { .lenient = true };
	struct dc_error err = { 0 };

	(void)state;
	for (int i = 0; i < 20000; i++)
		dc_buf_puts(&text, "{{z}}");
	dc_buf_puts(&data, "{\"k0\":0");
	for (int i = 1; i < 20000; i++)
		dc_buf_printf(&data, ",\"k%d\":0", i);
	dc_buf_putc(&data, '}');
	assert_int_equal(render_json(&out, text.data, data.data, &o, &err), DC_INVALID);
	assert_non_null(strstr(err.msg, "does not come to an end"));
}

/* As deep as sections and partials can go together: the stack holds. */
static const char *deep(void *data, const char *name, size_t *len)
{
	const struct dc_buf *text = data;

	(void)name;
	*len = text->len;
	return text->data;
}

static void the_deepest_recursion_fits_the_stack(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	const struct dc_render_options o = { .partial = deep, .partial_data = &text };
	struct dc_error err = { 0 };

	(void)state;
	for (int i = 0; i < 64; i++)
		dc_buf_puts(&text, "{{#a}}");
	dc_buf_puts(&text, "{{>p}}");
	for (int i = 0; i < 64; i++)
		dc_buf_puts(&text, "{{/a}}");
	assert_int_equal(render_json(&out, text.data, "{\"a\":{}}", &o, &err), DC_INVALID);
	assert_non_null(strstr(err.msg, "partials call each other without end"));
}

static void nesting_and_size_are_capped(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;
	struct dc_error err = { 0 };

	(void)state;
	for (int i = 0; i < 65; i++)
		dc_buf_puts(&text, "{{#a}}");
	assert_int_equal(dc_mustache_compile(&m, "t", text.data, text.len, &err), DC_INVALID);
	assert_string_equal(err.msg, "t:1:385: sections are nested more than 64 deep");
	while (text.len <= 1 << 20)
		dc_buf_puts(&text, "0123456789abcdef0123456789abcdef");
	assert_int_equal(dc_mustache_compile(&m, "t", text.data, text.len, &err), DC_INVALID);
	assert_non_null(strstr(err.msg, "at most 1024 KiB"));
}

/* More names than are looked for before a new one is made. */
static void many_names(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf want = { 0 };
	DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;
	struct dc_value values[200];
	char names[200][16];
	struct dc_error err = { 0 };

	(void)state;
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 200; i++) {
			snprintf(names[i], sizeof(names[i]), "v%d", i);
			values[199 - i] = (struct dc_value){ names[i], names[i] };
			dc_buf_printf(&text, "{{%s}} ", names[i]);
			dc_buf_printf(&want, "%s ", names[i]);
		}
	assert_int_equal(dc_mustache_compile(&m, "t", text.data, text.len, &err), 0);
	assert_int_equal(dc_mustache_render_values(m, &out, values, 200, NULL, &err), 0);
	assert_string_equal(dc_buf_str(&out), dc_buf_str(&want));
}

/* --- flat values */

static void flat_values(void **state)
{
	static const struct dc_value values[] = {
		{ "name", "Ana" }, { "role", "" }, { "team", "Search" }, { "gone", NULL }
	};
	static const struct {
		const char *text, *want;
	} flat[] = {
		{ "Hi {{name}}", "Hi Ana" },
		{ "{{#team}}in {{team}} ({{.}}){{/team}}", "in Search (Search)" },
		{ "{{#role}}as {{role}}{{/role}}{{^role}}-{{/role}}", "-" },
		{ "{{#gone}}x{{/gone}}{{^gone}}-{{/gone}}", "-" },
		{ "{{#other}}x{{/other}}{{^other}}-{{/other}}", "-" },
		{ "[{{role}}]", "[]" },
		{ "{{gone}}", NULL },
		{ "{{other}}", NULL },
		{ "{{name.first}}", NULL },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(flat); i++) {
		DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;
		DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
		struct dc_error err = { 0 };
		int rc = dc_mustache_compile(&m, "t", flat[i].text, strlen(flat[i].text), &err);

		assert_int_equal(rc, 0);
		rc = dc_mustache_render_values(m, &out, values, DC_COUNT(values), NULL, &err);
		assert_int_equal(rc, flat[i].want ? 0 : DC_INVALID);
		assert_string_equal(dc_buf_str(&out), flat[i].want ? flat[i].want : "");
		if (rc)
			assert_non_null(strstr(err.msg, "t:1:1: there is no value for"));
	}
}

/* Flat values have a short way of their own (src/template/flat.c): it must write what the
 * general one writes for the same data as JSON, and fail where that fails. */
static void both_ways_agree(void **state)
{
	static const char *const pieces[] = {
		"{{a}}",
		"{{b}}",
		"{{&c}}",
		"{{{a}}}",
		"{{d}}",
		"{{#a}}x{{c}}{{/a}}",
		"{{^b}}{{#c}}y{{/c}}{{/b}}",
		"{{#b}}{{a}}{{/b}}",
		"{{^d}}\n{{/d}}",
		"{{#d}}{{d}}{{/d}}",
		"{{#a}}",
		"{{/a}}",
		"\n",
		"{{! }}",
		"a longer piece of text than any block of it is",
	};
	static const struct dc_value values[] = { { "b", "" }, { "a", "one" }, { "c", "<2>" } };
	static const char json[] = "{\"b\":\"\",\"a\":\"one\",\"c\":\"<2>\"}";
	unsigned seed = 11, rendered = 0;
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	struct dc_error err = { 0 };

	(void)state;
	assert_int_equal(dc_json_parse(&doc, json, strlen(json), &err), 0);
	for (int round = 0; round < 20000; round++) {
		const struct dc_render_options o = { .lenient = round & 1,
			                             .max_bytes = round & 2 ? 40 : 0 };
		DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
		DC_AUTO(dc_buf_clear) struct dc_buf one = { 0 };
		DC_AUTO(dc_buf_clear) struct dc_buf two = { 0 };
		DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;
		struct dc_error two_err = { 0 };

		err = (struct dc_error){ 0 };
		for (int i = 0; i < 1 + round % 8; i++) {
			seed = seed * 1103515245u + 12345u;
			dc_buf_puts(&text, pieces[(seed >> 16) % DC_COUNT(pieces)]);
		}
		if (dc_mustache_compile(&m, "t", text.data, text.len, NULL))
			continue;
		dc_buf_puts(&one, "<");
		dc_buf_puts(&two, "<");
		int rc = dc_mustache_render_values(m, &one, values, 3, &o, &err);

		assert_int_equal(dc_mustache_render(m, &two, dc_json_root(doc), &o, &two_err), rc);
		assert_string_equal(one.data, two.data);
		assert_string_equal(err.msg, two_err.msg);
		rendered += !rc;
	}
	assert_true(rendered > 5000);
}

/* The names of a program, and values laid out by them. */
static void names_in_order(void **state)
{
	static const char text[] = "{{b}}{{#a}}{{c}}{{/a}}{{b}}";
	DC_AUTO(dc_mustache_free) struct dc_mustache *m = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	struct dc_value values[3];
	struct dc_error err = { 0 };

	(void)state;
	assert_int_equal(dc_mustache_compile(&m, "t", text, strlen(text), &err), 0);
	assert_string_equal(dc_mustache_name_at(m, 0), "b");
	assert_string_equal(dc_mustache_name_at(m, 1), "a");
	assert_string_equal(dc_mustache_name_at(m, 2), "c");
	assert_null(dc_mustache_name_at(m, 3));
	for (size_t i = 0; i < 3; i++)
		values[i] = (struct dc_value){ dc_mustache_name_at(m, i), "x" };
	assert_int_equal(dc_mustache_render_values(m, &out, values, 3, NULL, &err), 0);
	assert_string_equal(dc_buf_str(&out), "xxx");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spec_cases_hold),
		cmocka_unit_test(renders_or_says_why),
		cmocka_unit_test(output_is_capped),
		cmocka_unit_test(endless_loops_end),
		cmocka_unit_test(costly_lookups_end),
		cmocka_unit_test(the_deepest_recursion_fits_the_stack),
		cmocka_unit_test(nesting_and_size_are_capped),
		cmocka_unit_test(many_names),
		cmocka_unit_test(flat_values),
		cmocka_unit_test(both_ways_agree),
		cmocka_unit_test(names_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
