/* similar.c - notes that are the same but for personal parts, and nearly the same ones. */
#include "text/similar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static uint64_t skeleton(const char *note, const char *first, const char *last, const char *company)
{
	return dc_similar_skeleton(note, strlen(note), first, last, company);
}

static const struct {
	const char *a, *a_name, *a_company, *b, *b_name, *b_company;
	bool same;
} pairs[] = {
	/* names, greeting, company, digits, punctuation, case, blanks are personal or nothing */
	{ "Hi Ada, great talk!", "Ada Vey", "", "Hi Tom, great talk!", "Tom Reed", "", true },
	{ "Hi Ada, great talk!", "Ada Vey", "", "Hello Dr. Reed,\ngreat talk.", "Tom Reed", "",
	  true },
	{ "Hi Ada, I follow Northwind.", "Ada Vey", "Northwind GmbH",
	  "Hi Tom, I follow Contoso Labs.", "Tom Reed", "Contoso Labs", true },
	{ "We met in 2024, Ada.", "Ada Vey", "", "We met in 2026, Tom", "Tom Reed", "", true },
	{ "Liebe Frau M\u00fcller, danke f\u00fcr den Vortrag", "Eva M\u00fcller", "",
	  "Lieber Herr Schmidt, danke f\u00fcr den Vortrag.", "Jan Schmidt", "", true },
	{ "Hi Anna, great talk!", "Ada Vey", "", "Hi Ben, great talk!", "Tom Reed", "", true },
	{ "\u00a1Hola Ana! Me gust\u00f3 tu charla", "Ana R\u00edos", "",
	  "Hola Luis, me gusto tu charla", "Luis Gil", "", true },
	{ "great talk", "", "", "great talk \U0001f600", "", "", true },
	{ "Hi Ada, great talk!", "Ada Vey", "", "Hi Ada, great paper!", "Ada Vey", "", false },
	{ "Great work, thanks, Ada", "Ada Vey", "", "Great thanks", "", "", false },
	/* a particle of a name is an ordinary word elsewhere */
	{ "Gracias por la charla de ayer", "Ana de la Cruz", "", "Gracias por la charla de ayer",
	  "Luis Gil", "", true },
};

static void skeletons(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(pairs); i++) {
		uint64_t a = skeleton(pairs[i].a, pairs[i].a_name, "", pairs[i].a_company);
		uint64_t b = skeleton(pairs[i].b, pairs[i].b_name, "", pairs[i].b_company);

		if ((a == b) != pairs[i].same)
			fail_msg("\"%s\" and \"%s\"", pairs[i].a, pairs[i].b);
	}
	assert_true(skeleton("", "Ada", "Vey", "") == 0);
	assert_true(skeleton("Hi Ada,", "Ada", "Vey", NULL) != 0);
	assert_true(skeleton("Hi Ada, hello", NULL, NULL, NULL) ==
	            skeleton("Hi Ada, hello", "", "", ""));
	/* Ledgers keep the value. */
	assert_true(skeleton("great talk", "", "", "") == UINT64_C(0x8cb6fa2e3a4b9450));
}

static int percent(const char *a, const char *b)
{
	const struct dc_personal nobody = { 0 };
	DC_AUTO(dc_similar_ref_free)
	struct dc_similar_ref *r = dc_similar_ref_new(a, strlen(a), &nobody);
	int once = dc_similar_percent(r, b, strlen(b), &nobody);

	/* Comparing leaves nothing behind. */
	assert_int_equal(dc_similar_percent(r, b, strlen(b), &nobody), once);
	return once;
}

static void percents(void **state)
{
	static const char note[] =
		"I read your paper on query plans in databases and would like to "
		"follow your work from now on.";

	(void)state;
	assert_int_equal(percent(note, note), 100);
	assert_int_equal(percent(note, "Vielen Dank, das war ein guter Vortrag in Berlin."), 0);
	assert_int_equal(percent(note, ""), 0);
	assert_int_equal(percent("", ""), 0);
	assert_int_equal(percent("ab", "ab"), 100);
	assert_int_equal(percent("ab", "abc"), 0);
	int near = percent(note,
	                   "I read your paper on query plans in databases and would love to follow "
	                   "your work from now on!");

	assert_in_range(near, 80, 99);
	/* Which of the two is first does not matter. */
	assert_int_equal(percent("aaaaaaaaaa bbbbbbb", "aaaaaaa bbbbbbbbbbbbbbbbbb"),
	                 percent("aaaaaaa bbbbbbbbbbbbbbbbbb", "aaaaaaaaaa bbbbbbb"));
}

static void companies(void **state)
{
	static const char *const cases[][2] = {
		{ "Northwind GmbH", "northwind" },
		{ "NORTHWIND", "northwind" },
		{ "Contoso Labs, Inc.", "contoso labs" },
		{ "SE", "se" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };

		dc_similar_company(&out, cases[i][0]);
		assert_string_equal(dc_buf_str(&out), cases[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(skeletons),
		cmocka_unit_test(percents),
		cmocka_unit_test(companies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
