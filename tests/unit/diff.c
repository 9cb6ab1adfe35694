/* diff.c - one note beside another: what is told as changed, and that nothing is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <decorum/buf.h>
#include <decorum/diff.h>

/* As the text view writes it: [-was-]{+is+}, <personal>. */
static void spell(struct dc_buf *out, const struct dc_diff_part *p, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (p[i].kind == DC_DIFF_SAME)
			dc_buf_puts(out, p[i].is);
		else if (p[i].kind == DC_DIFF_PERSONAL)
			dc_buf_printf(out, "<%s|%s>", p[i].was, p[i].is);
		else
			dc_buf_printf(out, "[-%s-]{+%s+}", p[i].was, p[i].is);
}

static const struct {
	const char *was, *is, *want;
	const char *was_personal, *is_personal; /* NULL: nothing */
} cases[] = {
	{ "", "", "", NULL, NULL },
	{ "", "Hello", "[--]{+Hello+}", NULL, NULL },
	{ "Hello", "", "[-Hello-]{++}", NULL, NULL },
	{ "one two three", "one two three", "one two three", NULL, NULL },
	{ "one two three", "one 2 three", "one [-two -]{+2 +}three", NULL, NULL },
	{ "one two", "one two three", "one two [--]{+three+}", NULL, NULL },
	{ "Let us connect!", "Shall we connect?", "[-Let us -]{+Shall we +}connect[-!-]{+?+}", NULL,
	  NULL },
	/* Case, white space and marks that only decorate are no difference. */
	{ "Hi  there\n\nyou", "hi there you", "hi there you", NULL, NULL },
	{ " Hi", "Hi ", "Hi ", NULL, NULL },
	{ "caf\u00e9 noir", "cafe\u0301 noir", "cafe\u0301 noir", NULL, NULL },
	{ "don't stop", "don't go", "don't [-stop-]{+go+}", NULL, NULL },
	/* Personal parts, also where one side's name is not known or has another length. */
	{ "Hi Tom, welcome", "Hi Ada, welcome", "Hi <Tom|Ada>, welcome", "Tom Reed", "Ada Vey" },
	{ "Hi Tom, welcome", "Hi Ada Vey, welcome", "Hi <Tom|Ada Vey>, welcome", "Tom Reed",
	  "Ada Vey" },
	{ "Hi Tommy, welcome", "Hi Ada, welcome", "Hi <Tommy|Ada>, welcome", "", "Ada Vey" },
	{ "at Initech now", "at Northwind now", "at <Initech |Northwind >now", "", "Northwind" },
	{ "no names at all here", "Ada here", "[-no names at all -]{+Ada +}here", "", "Ada" },
	/* A word that two other sentences share by chance. */
	{ "we could go to the old mill", "a tour to new lands please",
	  "[-we could go to the old mill-]{+a tour to new lands please+}", NULL, NULL },
	/* Other scripts: right to left, without spaces, combined, joined. */
	{ "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
	  "\u05e9\u05dc\u05d5\u05dd \u05d7\u05d1\u05e8",
	  "\u05e9\u05dc\u05d5\u05dd [-\u05e2\u05d5\u05dc\u05dd-]{+\u05d7\u05d1\u05e8+}", NULL,
	  NULL },
	{ "\u6211\u559c\u6b22\u8336", "\u6211\u7231\u8336",
	  "\u6211[-\u559c\u6b22-]{+\u7231+}\u8336", NULL, NULL },
	{ "\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e",
	  "\u0928\u092e\u0938\u094d\u0924\u0947 \u092e\u093f\u0924\u094d\u0930",
	  "\u0928\u092e\u0938\u094d\u0924\u0947 "
	  "[-\u0926\u0941\u0928\u093f\u092f\u093e-]{+\u092e\u093f\u0924\u094d\u0930+}",
	  NULL, NULL },
	{ "ok \U0001f469\u200d\U0001f52c go", "ok \U0001f469\u200d\U0001f680 go",
	  "ok [-\U0001f469\u200d\U0001f52c -]{+\U0001f469\u200d\U0001f680 +}go", NULL, NULL },
};

static void words_that_differ(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		DC_AUTO(dc_buf_clear) struct dc_buf got = { 0 };
		const char *p = cases[i].was_personal, *q = cases[i].is_personal;
		size_t count;
		const struct dc_diff_part *parts = dc_diff(
			&count, &(struct dc_diff_side){ cases[i].was, p ? p : "" },
			&(struct dc_diff_side){ cases[i].is, q ? q : "" }, &arena);

		spell(&got, parts, count);
		assert_string_equal(dc_buf_str(&got), cases[i].want);
	}
}

/* Both texts can be put together again, and no kind stands twice in a row. */
static void nothing_is_lost(void **state)
{
	static const char *const words[] = { "a ",      "b, ",    "Ada ", "c\n",
		                             "\u00e9 ", "\u8336", "  ",   "!" };
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 400; round++) {
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		struct dc_buf text[2] = { { 0 }, { 0 } }, back[2] = { { 0 }, { 0 } };
		size_t count;

		for (int side = 0; side < 2; side++)
			for (int n = round % 40; n >= 0; n--) {
				seed = seed * 1664525 + 1013904223;
				dc_buf_puts(&text[side], words[(seed >> 24) % DC_COUNT(words)]);
			}
		const struct dc_diff_part *parts = dc_diff(
			&count, &(struct dc_diff_side){ dc_buf_str(&text[0]), "" },
			&(struct dc_diff_side){ dc_buf_str(&text[1]), "Ada" }, &arena);

		for (size_t i = 0; i < count; i++) {
			dc_buf_puts(&back[0], parts[i].was);
			dc_buf_puts(&back[1], parts[i].is);
			assert_true(*parts[i].was || *parts[i].is);
			assert_true(!i || parts[i].kind != parts[i - 1].kind);
		}
		for (int side = 0; side < 2; side++) {
			assert_string_equal(dc_buf_str(&text[side]), dc_buf_str(&back[side]));
			dc_buf_clear(&text[side]);
			dc_buf_clear(&back[side]);
		}
	}
}

static void a_book_is_no_note(void **state)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf book = { 0 };
	size_t count = 7;

	(void)state;
	for (int i = 0; i < 2000; i++)
		dc_buf_printf(&book, "word%d ", i);
	assert_null(dc_diff(&count, &(struct dc_diff_side){ "word1", "" },
	                    &(struct dc_diff_side){ dc_buf_str(&book), "" }, &arena));
	assert_int_equal(count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_that_differ),
		cmocka_unit_test(nothing_is_lost),
		cmocka_unit_test(a_book_is_no_note),
	};

	return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}
