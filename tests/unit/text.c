/* text.c - lengths, boundaries, safe showing, folding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <unigbrk.h>
#include <unistr.h>

#include <decorum/text.h>

#include "text/normal.h"

static void units_are_utf16(void **state)
{
	static const struct {
		const char *text;
		size_t units, width;
	} cases[] = {
		{ "", 0, 0 },
		{ "Ada", 3, 3 },
		{ "M\xc3\xbcller", 6, 6 },
		{ "\xf0\x9f\x91\x8b", 2, 2 },                             /* waving hand */
		{ "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", 5, 2 }, /* woman technologist */
		{ "e\xcc\x81", 2, 1 },                                    /* e + acute */
		{ "a\r\nb", 3, 3 },                                       /* CR LF counts 1 */
		{ "\xe4\xbd\x90\xe8\x97\xa4", 2, 4 },                     /* Sato */
		{ "\xe0\xa4\xa8\xe0\xa5\x87\xe0\xa4\xb9\xe0\xa4\xbe", 4, 2 }, /* Neha */
		{ "\xff", 1, 4 },                                             /* shown as \xff */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(dc_text_units(cases[i].text, strlen(cases[i].text)),
		                 cases[i].units);
		assert_int_equal(dc_text_width(cases[i].text, strlen(cases[i].text)),
		                 cases[i].width);
	}
}

static void validity_names_the_first_bad_byte(void **state)
{
	size_t bad = 99;

	(void)state;
	assert_true(dc_text_valid("J\xc3\xbcrgen", 7, &bad));
	assert_false(dc_text_valid("ab\xc3", 3, &bad));
	assert_int_equal(bad, 2);
	assert_false(dc_text_valid("a\xed\xa0\x80", 4, &bad)); /* a surrogate */
	assert_int_equal(bad, 1);
	assert_true(dc_text_valid("", 0, NULL));
}

static void clusters_are_walked_both_ways(void **state)
{
	/* a, flag of Portugal, e + acute */
	static const char text[] = "a\xf0\x9f\x87\xb5\xf0\x9f\x87\xb9"
				   "e\xcc\x81";
	size_t len = sizeof(text) - 1;

	(void)state;
	assert_int_equal(dc_text_next(text, len, 0), 1);
	assert_int_equal(dc_text_next(text, len, 1), 9);
	assert_int_equal(dc_text_next(text, len, 9), 12);
	assert_int_equal(dc_text_next(text, len, 12), 12);
	assert_int_equal(dc_text_prev(text, len, 12), 9);
	assert_int_equal(dc_text_prev(text, len, 9), 1);
	assert_int_equal(dc_text_prev(text, len, 0), 0);
}

static void shown_text_cannot_drive_a_terminal(void **state)
{
	static const struct {
		const char *text, *shown;
		enum dc_show how;
	} cases[] = {
		{ "Ada Vey", "Ada Vey", DC_SHOW_LINE },
		{ "\x1b]0;owned\x07", "\\x1b]0;owned\\x07", DC_SHOW_LINE },
		{ "\x1b[2J", "\\x1b[2J", DC_SHOW_LINES },
		{ "a\xc2\x9b"
		  "31mb",
		  "a\\x9b31mb", DC_SHOW_LINE }, /* C1 as UTF-8 */
		{ "a\x9b"
		  "31m",
		  "a\\x9b31m", DC_SHOW_LINE }, /* C1 raw */
		{ "\xe2\x80\xae"
		  "gpj.exe",
		  "<U+202E>gpj.exe", DC_SHOW_LINE },
		{ "a\xe2\x80\x8b"
		  "b",
		  "a<U+200B>b", DC_SHOW_LINE },
		{ "a\xf3\xa0\x81\x81", "a<U+E0041>", DC_SHOW_LINE }, /* a tag character */
		{ "a\nb",
		  "a\xe2\x86\xb5"
		  "b",
		  DC_SHOW_LINE },
		{ "a\nb", "a\nb", DC_SHOW_LINES },
		{ "a\r\nb", "a\nb", DC_SHOW_LINES },
		{ "a\rb",
		  "a\\x0d"
		  "b",
		  DC_SHOW_LINES },
		{ "a\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81z",
		  "a\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xe2\x80\xa6z", DC_SHOW_LINE },
		/* joiners and selectors where they belong */
		{ "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
		  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", DC_SHOW_LINE },
		{ "\xe2\x9d\xa4\xef\xb8\x8f", "\xe2\x9d\xa4\xef\xb8\x8f", DC_SHOW_LINE },
		{ "\xd9\x85\xe2\x80\x8c\xd9\x87", "\xd9\x85\xe2\x80\x8c\xd9\x87", DC_SHOW_LINE },
		{ "a\xe2\x80\x8d"
		  "b",
		  "a<U+200D>b", DC_SHOW_LINE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct dc_buf out = { 0 };

		dc_text_show(&out, cases[i].text, strlen(cases[i].text), cases[i].how);
		assert_string_equal(dc_buf_str(&out), cases[i].shown);
		dc_buf_clear(&out);
	}
}

static void folding_meets_spellings(void **state)
{
	static const struct {
		const char *text, *folded;
	} cases[] = {
		{ "  Ada\t VEY ", "ada vey" },
		{ "J\xc3\xbcrgen", "jurgen" },
		{ "Stra\xc3\x9f"
		  "e",
		  "strasse" },
		{ "Jose\xcc\x81", "jose" },
		{ "\xef\xbc\xa1\xef\xbd\x84\xef\xbd\x81", "ada" }, /* full width */
		{ "\xe0\xa4\xa8\xe0\xa5\x87\xe0\xa4\xb9\xe0\xa4\xbe",
		  "\xe0\xa4\xa8\xe0\xa5\x87\xe0\xa4\xb9\xe0\xa4\xbe" }, /* vowels stay */
		{ "\xea\xb9\x80\xeb\xaf\xbc\xec\xa4\x80", "\xea\xb9\x80\xeb\xaf\xbc\xec\xa4\x80" },
		{ "\xe4\xbd\x90\xe8\x97\xa4\xe3\x80\x80\xe5\xa4\xaa",
		  "\xe4\xbd\x90\xe8\x97\xa4 \xe5\xa4\xaa" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct dc_buf out = { 0 };

		dc_text_fold(&out, cases[i].text, strlen(cases[i].text));
		assert_string_equal(dc_buf_str(&out), cases[i].folded);
		dc_buf_clear(&out);
	}
}

static void word_prefixes(void **state)
{
	(void)state;
	assert_true(dc_text_word_prefix("ada vey", "v"));
	assert_true(dc_text_word_prefix("ada vey", "ada"));
	assert_false(dc_text_word_prefix("ada vey", "da"));
	assert_true(dc_text_word_prefix("ada vey", ""));
}

static void distances_stop_at_the_cap(void **state)
{
	(void)state;
	assert_int_equal(dc_text_distance("anna", "ana", 2), 1);
	assert_int_equal(dc_text_distance("m\xc3\xbcller", "muller", 2), 1);
	assert_int_equal(dc_text_distance("ada", "vey", 2), 3);
	assert_int_equal(dc_text_distance("same", "same", 0), 0);
	assert_int_equal(dc_text_distance("", "abc", 5), 3);
	assert_int_equal(dc_text_distance("abcdefgh", "a", 3), 4);
}

static size_t encode(char out[4], uint32_t c)
{
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	size_t n = c < 0x10000 ? 3 : 4;

	out[0] = (char)((n == 3 ? 0xe0 : 0xf0) | c >> 6 * (n - 1));
	for (size_t i = 1; i < n; i++)
		out[i] = (char)(0x80 | (c >> 6 * (n - 1 - i) & 0x3f));
	return n;
}

/* Pairs of which the border is known without the library have it where the library has it. */
static void borders_are_those_of_the_library(void **state)
{
	static const ucs4_t behind[] = { 'a',    ' ',    '\r',    '\n',    0x7f,   0xa0,
		                         0xa9,   0xad,   0xe9,    0x2ff,   0x300,  0x301,
		                         0x600,  0x903,  0xe33,   0x1100,  0x200b, 0x200d,
		                         0x20e3, 0xfe0f, 0x1f1e6, 0x1f3fb, 0x1f469 };

	(void)state;
	for (ucs4_t c = 1; c < 0x380; c++)
		for (size_t i = 0; i < DC_COUNT(behind); i++) {
			uint8_t text[12];
			char breaks[12];
			size_t len = (size_t)u8_uctomb(text, c, 6), first = len;

			len += (size_t)u8_uctomb(text + len, behind[i], 6);
			u8_grapheme_breaks(text, len, breaks);
			if (dc_text_next((const char *)text, len, 0) !=
			    (breaks[first] ? first : len))
				fail_msg("U+%04X before U+%04X", c, behind[i]);
		}
}

typedef void into(struct dc_buf *out, const char *s, size_t len);

/* A text with an ohm sign in it goes to the library as a whole. */
static void each_alone_is_as_in_the_library(into *fn, uint32_t from, uint32_t to)
{
	for (uint32_t c = from; c < to; c++) {
		DC_AUTO(dc_buf_clear) struct dc_buf alone = { 0 }, library = { 0 };
		char text[8];

		if (c >= 0xd800 && c < 0xe000)
			continue;
		size_t n = encode(text, c);

		fn(&alone, text, n);
		dc_buf_puts(&alone, "\xcf\x89");
		n += encode(text + n, 0x2126);
		fn(&library, text, n);
		if (strcmp(dc_buf_str(&alone), dc_buf_str(&library)) != 0)
			fail_msg("U+%04X: %s and %s", (unsigned)c, dc_buf_str(&alone),
			         dc_buf_str(&library));
	}
}

static void letters_fold_alone_as_in_the_library(void **state)
{
	(void)state;
	each_alone_is_as_in_the_library(dc_text_fold, 0x80, 0x20000);
}

static void letters_are_lowered_alone_as_in_the_library(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf lower = { 0 };

	(void)state;
	each_alone_is_as_in_the_library(dc_text_lower, 0x80, 0x20000);
	/* A mark is put together with its letter. */
	dc_text_lower(&lower, "U\xcc\x88\xc3\x9c", 5);
	assert_string_equal(dc_buf_str(&lower), "\xc3\xbc\xc3\xbc");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(units_are_utf16),
		cmocka_unit_test(validity_names_the_first_bad_byte),
		cmocka_unit_test(clusters_are_walked_both_ways),
		cmocka_unit_test(borders_are_those_of_the_library),
		cmocka_unit_test(shown_text_cannot_drive_a_terminal),
		cmocka_unit_test(folding_meets_spellings),
		cmocka_unit_test(letters_fold_alone_as_in_the_library),
		cmocka_unit_test(letters_are_lowered_alone_as_in_the_library),
		cmocka_unit_test(word_prefixes),
		cmocka_unit_test(distances_stop_at_the_cap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
