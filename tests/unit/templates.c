/* templates.c - every bundled template: it reads well with its examples, and alike to none. */
#include <decorum/template.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <decorum/check.h>
#include <decorum/mem.h>
#include <decorum/text.h>
#include <text/similar.h>

enum { UNITS_MAX = 200, ALIKE_PERCENT = 60, OWN_WORDS = 4 };

static struct dc_templates *all;

static int load(void **state)
{
	struct dc_error err = { 0 };

	(void)state;
	if (dc_templates_load(&all, NULL, &err)) {
		print_error("%s\n", err.msg);
		return -1;
	}
	return 0;
}

static int unload(void **state)
{
	(void)state;
	dc_templates_free(all);
	return 0;
}

static char *example(const struct dc_template *t)
{
	struct dc_buf note = { 0 };
	struct dc_error err = { 0 };

	if (dc_template_example(t, &note, &err))
		fail_msg("%s", err.msg);
	return dc_buf_take(&note);
}

static void enough_of_each_language(void **state)
{
	static const struct {
		const char *language;
		size_t least;
	} wanted[] = { { "en", 20 }, { "de", 4 }, { "fr", 4 }, { "es", 4 }, { "pt", 4 } };
	const struct dc_template *t;

	(void)state;
	for (size_t i = 0; i < DC_COUNT(wanted); i++) {
		size_t n = 0;

		for (size_t k = 0; (t = dc_templates_at(all, k)); k++)
			n += !strcmp(dc_template_language(t), wanted[i].language);
		if (n < wanted[i].least)
			fail_msg("%zu templates in %s, not %zu", n, wanted[i].language,
			         wanted[i].least);
	}
}

static void ids_begin_with_the_language(void **state)
{
	const struct dc_template *t;

	(void)state;
	for (size_t i = 0; (t = dc_templates_at(all, i)); i++) {
		const char *language = dc_template_language(t), *id = dc_template_id(t);
		bool prefixed = !strncmp(id, language, 2) && id[2] == '-';

		if (strcmp(language, "en") ? !prefixed : id[2] == '-')
			fail_msg("%s is in the language %s", id, language);
		assert_string_equal(dc_template_origin(t), "bundled");
		assert_ptr_equal(dc_templates_find(all, id), t);
	}
}

static void examples_fit(void **state)
{
	const struct dc_template *t;
	int bad = 0;

	(void)state;
	for (size_t i = 0; (t = dc_templates_at(all, i)); i++) {
		DC_AUTO(dc_str) char *note = example(t);
		size_t units = dc_text_units(note, strlen(note));

		if (units <= UNITS_MAX)
			continue;
		print_error("%s: %zu units: %s\n", dc_template_id(t), units, note);
		bad++;
	}
	assert_int_equal(bad, 0);
}

static void lint_finds_nothing(void **state)
{
	const struct dc_lint_options o = { .words = OWN_WORDS };
	const struct dc_template *t;
	int bad = 0;

	(void)state;
	for (size_t i = 0; (t = dc_templates_at(all, i)); i++) {
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		struct dc_lint *found;
		size_t count;

		dc_template_lint(&found, &count, t, &o, &arena);
		for (size_t k = 0; k < count; k++)
			print_error("%s: %s\n", dc_template_id(t), found[k].message);
		bad += (int)count;
	}
	assert_int_equal(bad, 0);
}

/* A note that says the same to everybody is what the checker warns of. */
static void the_checker_is_content(void **state)
{
	const struct dc_template *t;
	int bad = 0;

	(void)state;
	for (size_t i = 0; (t = dc_templates_at(all, i)); i++) {
		DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;
		DC_AUTO(dc_str) char *note = example(t);
		const struct dc_rule_example e = { .note = note };

		dc_check_example(&f, &e);
		for (size_t k = 0; k < dc_findings_count(f); k++) {
			const struct dc_finding *found = dc_findings_at(f, k);

			if (found->severity <= DC_SEVERITY_INFO)
				continue;
			print_error("%s: %s: %s\n  %s\n", dc_template_id(t), found->rule->id,
			            found->message, note);
			bad++;
		}
	}
	assert_int_equal(bad, 0);
}

/* The text itself, with every slot answered by the same word: two templates must not be
 * one in disguise. */
static char *bare(const struct dc_template *t)
{
	struct dc_buf note = { 0 };
	struct dc_value values[32];
	const struct dc_slot *slot;
	size_t n = 0;

	for (size_t i = 0; (slot = dc_template_slot_at(t, i)); i++)
		values[n++] = (struct dc_value){ slot->name, "so" };
	if (dc_template_render(t, &note, values, n, true, NULL))
		fail_msg("%s does not render", dc_template_id(t));
	return dc_buf_take(&note);
}

static int count_alike(char *(*text)(const struct dc_template *))
{
	const struct dc_personal none = { .first = "Ada" };
	const struct dc_template *a, *b;
	int alike = 0;

	for (size_t i = 0; (a = dc_templates_at(all, i)); i++) {
		DC_AUTO(dc_str) char *one = text(a);
		DC_AUTO(dc_similar_ref_free)
		struct dc_similar_ref *ref = dc_similar_ref_new(one, strlen(one), &none);

		for (size_t k = i + 1; (b = dc_templates_at(all, k)); k++) {
			DC_AUTO(dc_str) char *other = text(b);
			int percent = dc_similar_percent(ref, other, strlen(other), &none);

			if (percent < ALIKE_PERCENT)
				continue;
			print_error("%s and %s: %d %% alike\n", dc_template_id(a),
			            dc_template_id(b), percent);
			alike++;
		}
	}
	return alike;
}

static void no_two_are_alike(void **state)
{
	(void)state;
	assert_int_equal(count_alike(example), 0);
	assert_int_equal(count_alike(bare), 0);
}

/* One to three sentences, and no word that DOMAIN counts among the empty ones. */
static void short_and_plain(void **state)
{
	static const char *const empty[] = { "professional network",
		                             "my network",
		                             "came across your profile",
		                             "impressive",
		                             "pick your brain",
		                             "synerg",
		                             "http",
		                             "opportunit",
		                             "inspir",
		                             "honou" };
	const struct dc_template *t;

	(void)state;
	for (size_t i = 0; (t = dc_templates_at(all, i)); i++) {
		DC_AUTO(dc_str) char *note = example(t);
		size_t sentences = 0;

		for (const char *p = note; *p; p++)
			sentences += strchr(".!?", *p) && (!p[1] || p[1] == ' ');
		if (sentences < 1 || sentences > 3)
			fail_msg("%s has %zu sentences: %s", dc_template_id(t), sentences, note);
		for (size_t k = 0; k < DC_COUNT(empty); k++)
			if (strstr(note, empty[k]))
				fail_msg("%s says '%s'", dc_template_id(t), empty[k]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(enough_of_each_language),
		cmocka_unit_test(ids_begin_with_the_language),
		cmocka_unit_test(examples_fit),
		cmocka_unit_test(lint_finds_nothing),
		cmocka_unit_test(the_checker_is_content),
		cmocka_unit_test(no_two_are_alike),
		cmocka_unit_test(short_and_plain),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
