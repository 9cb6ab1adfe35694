/* json.c - reading refuses what it should, writing is safe for a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <decorum/json.h>
#include <decorum/mem.h>

static void values_are_read(void **state)
{
	static const char text[] = "{\"a\": [1, 2.5, \"x\"], \"b\": {\"c\": true}, \"n\": null}\n";
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;

	(void)state;
	assert_int_equal(dc_json_parse(&doc, text, sizeof(text) - 1, NULL), 0);
	const struct dc_json *root = dc_json_root(doc), *a = dc_json_get(root, "a");
	const struct dc_json *first = dc_json_child(a);

	assert_int_equal(dc_json_type(root), DC_JSON_OBJECT);
	assert_int_equal(dc_json_type(a), DC_JSON_ARRAY);
	assert_true(dc_json_number(first) == 1);
	assert_true(dc_json_number(dc_json_next(first)) == 2.5);
	assert_string_equal(dc_json_string(dc_json_next(dc_json_next(first))), "x");
	assert_null(dc_json_next(dc_json_next(dc_json_next(first))));
	assert_true(dc_json_bool(dc_json_get(dc_json_get(root, "b"), "c")));
	assert_int_equal(dc_json_type(dc_json_get(root, "n")), DC_JSON_NULL);
	assert_null(dc_json_get(root, "A"));
	assert_null(dc_json_get(NULL, "A"));
	assert_string_equal(dc_json_key(a), "a");
}

static void errors_name_line_and_column(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{ "{\n  \"a\": }", "line 2, column 8: this is not JSON" },
		{ "1 2", "line 1, column 3: there is more text after the JSON value" },
		{ "\"\xff\"", "line 1, column 2: this is not UTF-8" },
		{ "", "line 1, column 1: this is not JSON" },
	};
	struct dc_json_doc *doc = NULL;
	struct dc_error err;
	char deep[200];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(dc_json_parse(&doc, cases[i].text, strlen(cases[i].text), &err),
		                 DC_INVALID);
		assert_string_equal(err.msg, cases[i].message);
	}
	memset(deep, '[', sizeof(deep));
	assert_int_equal(dc_json_parse(&doc, deep, sizeof(deep), &err), DC_INVALID);
	assert_string_equal(err.msg, "line 1, column 65: nested more than 64 deep");
	assert_int_equal(dc_json_parse(&doc, "1\0", 2, &err), DC_INVALID);
	assert_null(doc);
}

static void writing_nests_and_escapes(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	struct dc_json_writer w = { .out = &out };

	(void)state;
	dc_json_begin(&w, NULL, '{');
	dc_json_put_int(&w, "v", 1);
	dc_json_begin(&w, "list", '[');
	dc_json_put_string(&w, NULL, "\x1b[31m \"q\" \\ \n");
	dc_json_put_string(&w, NULL,
	                   "\xe2\x80\xae\xc2\x9b\xf3\xa0\x81\x81 \xf0\x9f\x91\x8b J\xc3\xbc");
	dc_json_put_string(&w, NULL, "bad \xff\xc3");
	dc_json_put_string(&w, NULL, NULL);
	dc_json_end(&w, ']');
	dc_json_put_bool(&w, "yes", true);
	dc_json_put_double(&w, "x", 0.25);
	dc_json_begin(&w, "empty", '{');
	dc_json_end(&w, '}');
	dc_json_end(&w, '}');
	assert_string_equal(
		dc_buf_str(&out),
		"{\"v\":1,\"list\":[\"\\u001b[31m \\\"q\\\" \\\\ \\n\","
		"\"\\u202e\\u009b\\udb40\\udc41 \xf0\x9f\x91\x8b J\xc3\xbc\","
		"\"bad \xef\xbf\xbd\xef\xbf\xbd\",null],\"yes\":true,\"x\":0.25,\"empty\":{}}");
	assert_int_equal(w.depth, 0);
}

static void what_is_written_is_read_again(void **state)
{
	char all[0x250 * 2 + 1];
	size_t n = 0;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	struct dc_json_writer w = { .out = &out };

	(void)state;
	for (unsigned c = 1; c < 0x250; c++)
		if (c < 0x80) {
			all[n++] = (char)c;
		} else {
			all[n++] = (char)(0xc0 | c >> 6);
			all[n++] = (char)(0x80 | (c & 0x3f));
		}
	all[n] = '\0';
	dc_json_put_text(&w, NULL, all, n);
	assert_int_equal(dc_json_parse(&doc, out.data, out.len, NULL), 0);
	assert_string_equal(dc_json_string(dc_json_root(doc)), all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_read),
		cmocka_unit_test(errors_name_line_and_column),
		cmocka_unit_test(writing_nests_and_escapes),
		cmocka_unit_test(what_is_written_is_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
