/* template.c - heads, slots, rendering, lint, and own templates over the bundled ones. */
#include <decorum/template.h>

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include <decorum/mem.h>

#define HEAD "title: T\npurpose: p\nlanguage: en\n"
#define SLOT "slot: a\n ask: A?\n example: one two three\n"

static struct dc_template *parse(const char *text)
{
	struct dc_template *t = NULL;
	struct dc_error err = { 0 };

	if (dc_template_parse(&t, "t", "bundled", text, strlen(text), &err))
		fail_msg("%s", err.msg);
	return t;
}

static void whole_head(void **state)
{
	DC_AUTO(dc_template_free)
	struct dc_template *t = parse("# a comment\n"
	                              "title:    Met: at an event\r\n"
	                              "purpose:  meeting\n"
	                              "language: en\n"
	                              "\n"
	                              "slot: first_name\n"
	                              "\tfrom:    first_name\n"
	                              "\texample: Ada\n"
	                              "slot: kind\n"
	                              "  ask:      Which kind?\n"
	                              "  help:     Of thing.\n"
	                              "  # inside, too\n"
	                              "  choices:  a talk , a post\n"
	                              "  example:  a post\n"
	                              "slot: by\n"
	                              "  ask:      Who?\n"
	                              "  required: no\n"
	                              "  length:   2..10\n"
	                              "  pattern:  [A-Z].*|nobody\n"
	                              "slot: when\n"
	                              "  ask:      When?\n"
	                              "  fallback: lately\n"
	                              "---\n"
	                              "Hi {{first_name}},\r\n"
	                              "{{kind}}{{#by}} by {{by}}{{/by}} {{when}}.\n\n \n");
	const struct dc_slot *s;

	(void)state;
	assert_string_equal(dc_template_id(t), "t");
	assert_string_equal(dc_template_title(t), "Met: at an event");
	assert_string_equal(dc_template_purpose(t), "meeting");
	assert_string_equal(dc_template_language(t), "en");
	assert_string_equal(dc_template_text(t),
	                    "Hi {{first_name}},\n{{kind}}{{#by}} by {{by}}{{/by}} {{when}}.");
	s = dc_template_slot_at(t, 0);
	assert_string_equal(s->name, "first_name");
	assert_string_equal(s->from, "first_name");
	assert_string_equal(s->question, "");
	assert_string_equal(dc_slot_prompt(s), "What do they call themselves?");
	assert_true(s->required);
	s = dc_template_slot_at(t, 1);
	assert_string_equal(dc_slot_prompt(s), "Which kind?");
	assert_string_equal(s->help, "Of thing.");
	assert_string_equal(s->choices[0], "a talk");
	assert_string_equal(s->choices[1], "a post");
	assert_null(s->choices[2]);
	s = dc_template_slot_at(t, 2);
	assert_false(s->required);
	assert_null(s->fallback);
	assert_int_equal(s->min, 2);
	assert_int_equal(s->max, 10);
	s = dc_template_slot_at(t, 3);
	assert_false(s->required);
	assert_string_equal(s->fallback, "lately");
	assert_null(dc_template_slot_at(t, 4));
}

static const struct {
	const char *text, *error; /* error: how the message begins */
} broken[] = {
	{ "", "t:1:1: a line '---' must stand" },
	{ HEAD SLOT "Hi {{a}}\n", "t:7:1: this line should be 'key: value'" },
	{ HEAD SLOT "---\n\n  \n", "t:8:1: the note is empty" },
	{ "title: T\n---\nHi\n", "t:2:1: the head lacks 'purpose:'" },
	{ "---\nHi\n", "t:1:1: the head lacks 'title:'" },
	{ HEAD "titel: x\n---\nHi", "t:4:1: there is no key 'titel'; is it 'title'?" },
	{ HEAD "colour: x\n---\nHi", "t:4:1: there is no key 'colour'" },
	{ HEAD "title: x\n---\nHi", "t:4:1: this key stands here for the second time" },
	{ HEAD "slot:\n---\nHi", "t:4:1: there is nothing behind 'slot:'" },
	{ HEAD " ask: A?\n---\nHi", "t:4:1: an indented line belongs to a slot" },
	{ HEAD SLOT " aks: A?\n---\n{{a}}", "t:7:1: there is no attribute of a slot 'aks'; is it "
	                                    "'ask'?" },
	{ HEAD SLOT " ask: B?\n---\n{{a}}", "t:7:1: this slot has already said 'ask'" },
	{ HEAD SLOT SLOT "---\n{{a}}", "t:7:1: there is already a slot 'a'" },
	{ HEAD "slot: First Name\n---\nHi", "t:4:1: the name of a slot is small letters" },
	{ HEAD "slot: a | What? | required\n---\n{{a}}", "t:4:1: the name of a slot is small" },
	{ HEAD "slot: a\n---\n{{a}}", "t:4:1: nothing fills this slot" },
	{ HEAD SLOT " from: shoe_size\n---\n{{a}}", "t:7:1: a slot is filled from one of" },
	{ HEAD SLOT " choices: a,,b\n---\n{{a}}", "t:7:1: a choice between the commas is empty" },
	{ HEAD SLOT " length: 5\n---\n{{a}}", "t:7:1: a length is written 3..40" },
	{ HEAD SLOT " length: 9..5\n---\n{{a}}", "t:7:1: a length is written 3..40" },
	{ HEAD SLOT " length: -1..5\n---\n{{a}}", "t:7:1: a length is written 3..40" },
	{ HEAD SLOT " pattern: a(b\n---\n{{a}}", "t:7:1: this pattern cannot be used: " },
	{ HEAD SLOT " pattern: (a{250}){250}\n---\n{{a}}", "t:7:1: a pattern has at most" },
	{ HEAD SLOT " pattern: a++++++++++++++++\n---\n{{a}}", "t:7:1: a pattern has at most" },
	{ HEAD SLOT " pattern: (a)\\1\n---\n{{a}}", "t:7:1: a pattern has at most" },
	{ HEAD SLOT " required: maybe\n---\n{{a}}", "t:7:1: required is yes or no, not 'maybe'" },
	{ "title: T\npurpose: p\nlanguage: English\n---\nHi", "t:3:1: a language is two or three" },
	{ HEAD SLOT "---\nHi {{b}}", "t:8:4: no slot above has the name 'b'" },
	{ HEAD SLOT "---\nHi {{a.b}}", "t:8:4: no slot above has the name 'a.b'" },
	{ HEAD SLOT "---\nHi {{#b}}x{{/b}}", "t:8:4: no slot above has the name 'b'" },
	{ HEAD SLOT "---\nHi", "t:4:1: the note never uses the slot 'a'" },
	{ HEAD SLOT " required: no\n---\nHi {{a}}", "t:9:4: this may be empty" },
	{ HEAD SLOT " required: no\n---\n{{^a}}{{a}}{{/a}}", "t:9:7: this may be empty" },
	{ HEAD SLOT "---\n{{a}} {{.}}", "t:8:7: only inside a section there is a '.'" },
	{ HEAD SLOT "---\n{{a}}\n {{>p}}", "t:9:2: a template is one file" },
	{ HEAD SLOT "---\n{{a}}\n{{#a}}", "t:9:1: this section is never closed: 'a'" },
	{ HEAD SLOT "---\n{{a}} \xff", "t:8:7: this is not UTF-8" },
	{ HEAD SLOT "---\n{{a}} \x1b[1m", "t:8:7: a control character stands here" },
};

static void broken_templates_say_where(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(broken); i++) {
		struct dc_template *t = NULL;
		struct dc_error err = { 0 };
		int rc = dc_template_parse(&t, "t", "bundled", broken[i].text,
		                           strlen(broken[i].text), &err);

		assert_int_equal(rc, DC_INVALID);
		assert_null(t);
		if (strncmp(err.msg, broken[i].error, strlen(broken[i].error)))
			fail_msg("'%s', not '%s'", err.msg, broken[i].error);
	}
}

/* A megabyte of tags is read in a moment, not in a minute. */
static void large_templates_are_read_in_one_pass(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_template_free) struct dc_template *t = NULL;
	struct dc_error err = { 0 };

	(void)state;
	dc_buf_puts(&text, HEAD SLOT " required: no\n---\n{{#a}}");
	while (text.len < (1 << 20) - 100)
		dc_buf_puts(&text, "{{a}}{{#a}}{{.}}{{/a}}");
	dc_buf_puts(&text, "{{/a}}");
	if (dc_template_parse(&t, "t", "bundled", text.data, text.len, &err))
		fail_msg("%s", err.msg);
}

static void own_templates_are_named_by_path(void **state)
{
	struct dc_template *t = NULL;
	struct dc_error err = { 0 };

	(void)state;
	assert_int_equal(dc_template_parse(&t, "t", "/home/a/t.mustache", "x", 1, &err),
	                 DC_INVALID);
	assert_non_null(strstr(err.msg, "/home/a/t.mustache:1:1: "));
}

/* --- rendering */

static void renders_with_fallbacks(void **state)
{
	DC_AUTO(dc_template_free)
	struct dc_template *t = parse(HEAD SLOT "slot: b\n fallback: Bee\n ask: B?\n"
	                                        "slot: c\n ask: C?\n required: no\n---\n"
	                                        "{{b}} {{a}}{{#c}} ({{c}}){{/c}}");
	static const struct {
		struct dc_value values[3];
		const char *strict, *lenient;
	} cases[] = {
		{ { { "a", "x" }, { "b", "y" }, { "c", "z" } }, "y x (z)", "y x (z)" },
		{ { { "c", "" }, { "a", "x" }, { "b", "" } }, "Bee x", "Bee x" },
		{ { { "a", "" }, { "b", NULL }, { "other", "!" } }, NULL, "Bee " },
		{ { { "a", "\x1b" }, { "b", "" }, { "c", "" } }, NULL, "Bee \x1b" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf strict = { 0 };
		DC_AUTO(dc_buf_clear) struct dc_buf lenient = { 0 };
		struct dc_error err = { 0 };
		int rc = dc_template_render(t, &strict, cases[i].values, 3, false, &err);

		assert_int_equal(rc, cases[i].strict ? 0 : DC_INVALID);
		assert_string_equal(dc_buf_str(&strict), cases[i].strict ? cases[i].strict : "");
		assert_int_equal(dc_template_render(t, &lenient, cases[i].values, 3, true, &err),
		                 0);
		assert_string_equal(dc_buf_str(&lenient), cases[i].lenient);
	}
}

static void a_missing_value_is_named(void **state)
{
	DC_AUTO(dc_template_free) struct dc_template *t = parse(HEAD SLOT "---\nHi\n  {{a}}");
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	struct dc_error err = { 0 };

	(void)state;
	assert_int_equal(dc_template_render(t, &out, NULL, 0, false, &err), DC_INVALID);
	assert_string_equal(err.msg, "t:9:3: a needs a value: A?");
}

static void values_are_checked(void **state)
{
	static const char *const kinds[] = { "talk", "post", NULL };
	const struct dc_slot kind = { .name = "kind",
		                      .question = "?",
		                      .from = "",
		                      .help = "",
		                      .pattern = "",
		                      .choices = kinds };
	const struct dc_slot year = { .name = "year",
		                      .question = "?",
		                      .from = "",
		                      .help = "",
		                      .pattern = "19[0-9]{2}|20[0-9]{2}",
		                      .required = true };
	const struct dc_slot name = { .name = "name",
		                      .question = "?",
		                      .from = "",
		                      .help = "",
		                      .pattern = "",
		                      .min = 2,
		                      .max = 4 };
	const struct {
		const struct dc_slot *slot;
		const char *value;
		const char *error; /* NULL: accepted */
	} cases[] = {
		{ &kind, "talk", NULL },
		{ &kind, "", NULL },
		{ &kind, "Talk", "'Talk' is not among the choices for kind: talk, post" },
		{ &year, "2024", NULL },
		{ &year, "x2024", "'x2024' is not what year wants" },
		{ &year, "1924x", "'1924x' is not what year wants" },
		{ &year, "", "year needs a value" },
		{ &name, "Ægir", NULL },
		{ &name, "👩🏽‍💻a", NULL }, /* two as people count */
		{ &name, "Æ", "name needs at least 2 characters; this has 1" },
		{ &name, "Ægirs", "name has room for 4 characters; this has 5" },
		{ &name, "\xff\xff", "the value of name is not valid UTF-8" },
		{ &name, "a\x1b", "the value of name has a control character (0x1b)" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		struct dc_error err = { 0 };
		int rc = dc_slot_accepts(cases[i].slot, cases[i].value, &err);

		assert_int_equal(rc, cases[i].error ? DC_INVALID : 0);
		if (rc && strncmp(err.msg, cases[i].error, strlen(cases[i].error)))
			fail_msg("'%s', not '%s'", err.msg, cases[i].error);
	}
}

/* --- lint, detection, skeleton */

static const struct {
	const char *text, *ids;
} lints[] = {
	{ HEAD SLOT "---\n{{a}}", "" },
	{ HEAD "slot: a\n ask: A?\n---\n{{a}}", "missing-example few-words " },
	{ HEAD SLOT " length: ..3\n---\n{{a}}", "bad-example " },
	{ HEAD "slot: a\n ask: A?\n example: one two\n---\n{{a}}", "few-words " },
	{ HEAD SLOT " from: company\n---\n{{a}}", "few-words " },
	{ HEAD SLOT " required: no\n---\nHi{{#a}} {{a}}{{/a}}", "few-words " },
	{ HEAD "slot: a\n ask: A?\n choices: one two three\n example: one two three\n---\n{{a}}",
	  "few-words " },
	{ HEAD SLOT
	  "---\n{{a}} ..........................................................................."
	  "....................................................................................."
	  "...........................................",
	  "too-long " },
};

static void lint_says_what_could_be_better(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(lints); i++) {
		DC_AUTO(dc_template_free) struct dc_template *t = parse(lints[i].text);
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		DC_AUTO(dc_buf_clear) struct dc_buf ids = { 0 };
		struct dc_lint *found;
		size_t count;

		dc_template_lint(&found, &count, t, NULL, &arena);
		for (size_t k = 0; k < count; k++) {
			dc_buf_printf(&ids, "%s ", found[k].id);
			assert_true(found[k].line > 3 && found[k].column == 1);
		}
		assert_string_equal(dc_buf_str(&ids), lints[i].ids);
	}
}

static void lint_limits_are_options(void **state)
{
	DC_AUTO(dc_template_free) struct dc_template *t = parse(HEAD SLOT "---\n{{a}}");
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const struct dc_lint_options o = { .words = 4, .units = 10 };
	struct dc_lint *found;
	size_t count;

	(void)state;
	dc_template_lint(&found, &count, t, &o, &arena);
	assert_int_equal(count, 2);
	assert_string_equal(found[0].id, "too-long");
	assert_int_equal(found[0].line, 8);
	assert_string_equal(found[1].id, "few-words");
}

static void heads_are_told_from_bare_mustache(void **state)
{
	static const struct {
		const char *text;
		bool head;
	} cases[] = {
		{ "title: x\n", true },
		{ "\n# c\nlanguage: en\n", true },
		{ "\xef\xbb\xbftitle: x\n", true },
		{ "Hi {{a}}\n---\n", false },
		{ "# only a comment", false },
		{ "", false },
		{ "titl", false },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++)
		assert_int_equal(dc_template_detect(cases[i].text, strlen(cases[i].text)),
		                 cases[i].head);
}

static void the_skeleton_is_a_good_template(void **state)
{
	DC_AUTO(dc_template_free) struct dc_template *t = parse(dc_template_skeleton());
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_lint *found;
	size_t count;

	(void)state;
	dc_template_lint(&found, &count, t, NULL, &arena);
	assert_int_equal(count, 0);
	assert_true(dc_template_detect(dc_template_skeleton(), strlen(dc_template_skeleton())));
}

/* --- own templates */

static char dir[] = "/tmp/decorum-templates-XXXXXX";

static void put(const char *name, const char *text)
{
	DC_AUTO(dc_str) char *path = dc_printf("%s/%s", dir, name);
	FILE *f = fopen(path, "we");

	assert_non_null(f);
	assert_true(fputs(text, f) >= 0 && !fclose(f));
}

static void drop(const char *name)
{
	DC_AUTO(dc_str) char *path = dc_printf("%s/%s", dir, name);

	assert_int_equal(unlink(path), 0);
}

static int make_dir(void **state)
{
	(void)state;
	return mkdtemp(dir) ? 0 : -1;
}

static int remove_dir(void **state)
{
	(void)state;
	return rmdir(dir);
}

static void own_templates_hide_bundled_ones(void **state)
{
	struct dc_templates *all = NULL;
	struct dc_error err = { 0 };
	size_t bundled = 0, n = 0;

	(void)state;
	assert_int_equal(dc_templates_load(&all, NULL, &err), 0);
	while (dc_templates_at(all, bundled))
		bundled++;
	dc_templates_free(all);
	put("met-at-event.mustache", HEAD SLOT "---\nMine {{a}}");
	put("zebra.mustache", HEAD SLOT "---\nZ {{a}}");
	put("notes.txt", "not a template");
	put(".hidden.mustache", "not a template");
	assert_int_equal(dc_templates_load(&all, dir, &err), 0);
	while (dc_templates_at(all, n))
		n++;
	assert_int_equal(n, bundled + 1);
	const struct dc_template *t = dc_templates_find(all, "met-at-event");

	assert_string_equal(dc_template_text(t), "Mine {{a}}");
	assert_non_null(strstr(dc_template_origin(t), "/met-at-event.mustache"));
	for (size_t i = 1; i < n; i++) {
		const struct dc_template *a = dc_templates_at(all, i - 1);
		const struct dc_template *b = dc_templates_at(all, i);
		int order = strcmp(dc_template_purpose(a), dc_template_purpose(b));

		assert_true(order < 0 ||
		            (!order && strcmp(dc_template_id(a), dc_template_id(b)) < 0));
	}
	dc_templates_free(all);
	drop("met-at-event.mustache");
	drop("zebra.mustache");
	drop("notes.txt");
	drop(".hidden.mustache");
}

static void a_broken_own_template_is_named(void **state)
{
	struct dc_templates *all = NULL;
	struct dc_error err = { 0 };

	(void)state;
	put("bad.mustache", HEAD SLOT "---\nHi {{b}}");
	assert_int_equal(dc_templates_load(&all, dir, &err), DC_INVALID);
	assert_non_null(strstr(err.msg, "/bad.mustache:8:4: no slot above has the name 'b'"));
	drop("bad.mustache");
	put("Bad Name.mustache", HEAD SLOT "---\nHi {{a}}");
	assert_int_equal(dc_templates_load(&all, dir, &err), DC_INVALID);
	assert_non_null(strstr(err.msg, "small letters, digits and '-'"));
	drop("Bad Name.mustache");
	assert_null(all);
}

static void strange_files_are_refused(void **state)
{
	DC_AUTO(dc_str) char *path = dc_printf("%s/pipe.mustache", dir);
	struct dc_templates *all = NULL;
	struct dc_error err = { 0 };

	(void)state;
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_int_equal(dc_templates_load(&all, dir, &err), DC_INVALID);
	assert_non_null(strstr(err.msg, "is not a file"));
	drop("pipe.mustache");
	put("file", "");
	DC_AUTO(dc_str) char *no_dir = dc_printf("%s/file", dir);

	assert_int_equal(dc_templates_load(&all, no_dir, &err), DC_SYSTEM);
	drop("file");
	assert_int_equal(dc_templates_load(&all, no_dir, &err), 0); /* absent is fine */
	dc_templates_free(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_head),
		cmocka_unit_test(broken_templates_say_where),
		cmocka_unit_test(large_templates_are_read_in_one_pass),
		cmocka_unit_test(own_templates_are_named_by_path),
		cmocka_unit_test(renders_with_fallbacks),
		cmocka_unit_test(a_missing_value_is_named),
		cmocka_unit_test(values_are_checked),
		cmocka_unit_test(lint_says_what_could_be_better),
		cmocka_unit_test(lint_limits_are_options),
		cmocka_unit_test(heads_are_told_from_bare_mustache),
		cmocka_unit_test(the_skeleton_is_a_good_template),
		cmocka_unit_test(own_templates_hide_bundled_ones),
		cmocka_unit_test(a_broken_own_template_is_named),
		cmocka_unit_test(strange_files_are_refused),
	};

	return cmocka_run_group_tests(tests, make_dir, remove_dir);
}
