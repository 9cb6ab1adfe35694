/* Which words a speller is asked about, and what is made of its answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <decorum/check.h>

#include "spell/spell.h"

#define BANNER "@(#) International Ispell Version 3.2.06 (but really Hunspell 1.7.1)\n"

static bool read(struct dc_spell_answer *a, size_t n, const char *said)
{
	return dc_spell_answers(a, n, said, strlen(said));
}

static void answers_are_read(void **state)
{
	(void)state;
	static const char said[] = BANNER
		"*\n\n& teh 13 1: the, eh, t eh\n\n# xqzt 1\n\n+ RUN\n\n-\n\n";
	struct dc_spell_answer a[5];

	assert_true(read(a, 5, said));
	assert_false(a[0].wrong);
	assert_true(a[1].wrong);
	assert_int_equal(a[1].suggestions, 3);
	assert_int_equal(a[1].suggestion.to - a[1].suggestion.from, 3);
	assert_memory_equal(said + a[1].suggestion.from, "the", 3);
	assert_true(a[2].wrong);
	assert_int_equal(a[2].suggestions, 0);
	assert_false(a[3].wrong || a[4].wrong);
}

/* Taken apart at an apostrophe, what is suggested is for one part. */
static void parts_suggest_nothing(void **state)
{
	(void)state;
	struct dc_spell_answer a[1];

	assert_true(read(a, 1, BANNER "*\n& enquet 1 3: enquête\n\n"));
	assert_true(a[0].wrong);
	assert_int_equal(a[0].suggestions, 0);
}

static void anything_else_is_no_answer(void **state)
{
	(void)state;
	struct dc_spell_answer a[2];
	static const char *const other[] = {
		"",
		"\n",
		BANNER,
		BANNER "*\n",
		BANNER "*\n\n",
		BANNER "*\n\n*\n",
		BANNER "*\n\n*\n\n*\n\n",
		"*\n\n*\n\n",
		BANNER "hello\n\n*\n\n",
		BANNER "* \n\n\x01\n\n",
		"@(#",
	};

	for (size_t i = 0; i < DC_COUNT(other); i++)
		if (read(a, 2, other[i]))
			fail_msg("taken for an answer: %s", other[i]);
	static const char nul[] = BANNER "*\n\n\0\n\n";

	assert_false(dc_spell_answers(a, 2, nul, sizeof(nul) - 1));
}

static void hostile_suggestions_are_none(void **state)
{
	(void)state;
	struct dc_spell_answer a[1];
	static const char *const bad[] = { "& x 1 1: \x1b[31m\n\n", "& x 1 1: \xff\n\n",
		                           "& x 1 1:\n\n", "& x\n\n", "&\n\n" };

	for (size_t i = 0; i < DC_COUNT(bad); i++) {
		DC_AUTO(dc_str) char *said = dc_printf("%s%s", BANNER, bad[i]);

		assert_true(read(a, 1, said));
		assert_true(a[0].wrong);
		assert_int_equal(a[0].suggestions, 0);
	}
}

/* The words that are asked, with blanks between. */
static void asked(struct dc_buf *out, const char *note, const char *words)
{
	DC_AUTO(dc_buf_clear) struct dc_buf own = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc doc = { 0 };

	dc_buf_reset(out);
	dc_spell_own(&own, words, strlen(words));
	dc_doc_init(&doc, note, strlen(note));
	for (size_t i = 0; i < doc.word_count; i++)
		if (dc_spell_askable(&doc, i, dc_buf_str(&own))) {
			const struct dc_span at = doc.words[i].at;

			dc_buf_printf(out, "%s%.*s", out->len ? " " : "", (int)(at.to - at.from),
			              note + at.from);
		}
}

static void names_and_addresses_are_not_asked(void **state)
{
	(void)state;
	DC_AUTO(dc_buf_clear) struct dc_buf got = { 0 };

	asked(&got, "Hi Ada, your tlak at Northwind on PostgreSQL, NASA and iPhone.", "");
	assert_string_equal(dc_buf_str(&got), "tlak");
	asked(&got, "Hi Ada, Thnaks for teh note. Regards, Jonas Brandt", "");
	assert_non_null(strstr(dc_buf_str(&got), "Thnaks"));
	assert_null(strstr(dc_buf_str(&got), "Jonas"));
	asked(&got,
	      "see exmaple.com/foo, bar@exmaple.com, @hanndle #hastag v2beta [nmae] multi-tenant",
	      "");
	assert_string_equal(dc_buf_str(&got), "see tenant");
	asked(&got, "your vectorised frobnicator", "Frobnicator\r\nVECTORISED\n");
	assert_string_equal(dc_buf_str(&got), "");
	asked(&got,
	      "Hallo Ada, vielen Dank f\u00fcr die \u00dcberrraschung mit dem Vortrag und der "
	      "Frage.",
	      "");
	assert_non_null(strstr(dc_buf_str(&got), "\u00dcberrraschung"));
}

/* What the rule says stands at the right bytes, also behind letters of more than one. */
static void the_rule_points_at_bytes(void **state)
{
	(void)state;
	DC_AUTO(dc_settings_free) struct dc_settings *settings = NULL;
	DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;
	static const char note[] = "Hi J\u00f6rg, \u201cna\u00efve\u201d joins: teh english way.";
	const size_t teh = (size_t)(strstr(note, "teh") - note);
	const struct dc_misspelt list[] = { { { teh, teh + 3 }, "the", false },
		                            { { teh + 4, teh + 11 }, "English", true },
		                            { { 3, 4000 }, "beyond the note", true } };

	assert_int_equal(dc_settings_read(&settings, "", NULL, 0, NULL), 0);
	dc_check(&f, &(struct dc_subject){ .note = note,
	                                   .note_len = strlen(note),
	                                   .settings = settings,
	                                   .misspelt = list,
	                                   .misspelt_count = DC_COUNT(list) });
	size_t seen = 0;

	for (size_t i = 0; i < dc_findings_count(f); i++) {
		const struct dc_finding *x = dc_findings_at(f, i);

		if (strcmp(x->rule->id, "spelling") != 0)
			continue;
		assert_int_equal(x->span.from, list[seen].at.from);
		assert_int_equal(x->fix_count, list[seen].sure ? 1 : 0);
		assert_string_equal(x->evidence[1].text, list[seen].suggestion);
		seen++;
	}
	assert_int_equal(seen, 2);
}

static void no_program_finds_nothing(void **state)
{
	(void)state;
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	static const char note[] = "I read teh article on query plans that you wrote";
	const struct dc_misspelt *out;
	struct dc_speller s = { .folders = "", .dictionaries = "", .locale = "", .wait = 100 };

	assert_int_equal(dc_spell(&out, &s, note, strlen(note), &arena), 0);
	s.program = "/nonexistent/hunspell";
	s.folders = "/usr/share/hunspell";
	assert_int_equal(dc_spell(&out, &s, note, strlen(note), &arena), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_read),
		cmocka_unit_test(parts_suggest_nothing),
		cmocka_unit_test(anything_else_is_no_answer),
		cmocka_unit_test(hostile_suggestions_are_none),
		cmocka_unit_test(names_and_addresses_are_not_asked),
		cmocka_unit_test(the_rule_points_at_bytes),
		cmocka_unit_test(no_program_finds_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
