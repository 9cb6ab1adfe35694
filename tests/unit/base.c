/* base.c - buffers, arenas, errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <decorum/buf.h>
#include <decorum/error.h>
#include <decorum/mem.h>

static void a_buffer_grows_and_gives(void **state)
{
	struct dc_buf b = { 0 };

	(void)state;
	assert_string_equal(dc_buf_str(&b), "");
	for (int i = 0; i < 1000; i++)
		dc_buf_printf(&b, "%d,", i);
	assert_int_equal(b.len, 10 * 2 + 90 * 3 + 900 * 4);
	assert_int_equal(strlen(b.data), b.len);
	char *s = dc_buf_take(&b);

	assert_true(!strncmp(s, "0,1,2,", 6));
	assert_null(b.data);
	dc_free(s);
	dc_buf_reset(&b);
	dc_buf_putc(&b, 'x');
	assert_string_equal(dc_buf_str(&b), "x");
	dc_buf_clear(&b);
	s = dc_buf_take(&b);
	assert_string_equal(s, "");
	dc_free(s);
}

static void an_arena_never_moves_what_it_gave(void **state)
{
	struct dc_arena a = { 0 };
	char *given[500];

	(void)state;
	for (int i = 0; i < 500; i++)
		given[i] = dc_arena_printf(&a, "%0*d", i * 7 + 1, i);
	for (int i = 0; i < 500; i++) {
		assert_int_equal(strlen(given[i]), (size_t)i * 7 + 1);
		assert_int_equal((uintptr_t)given[i] % _Alignof(max_align_t), 0);
	}
	assert_string_equal(dc_arena_strndup(&a, "Ada Vey", 3), "Ada");
	dc_arena_clear(&a);
	assert_null(a.blocks);
	dc_arena_clear(&a);
}

static void leave(void *data) { longjmp(*(jmp_buf *)data, 1); }

static void what_cannot_be_had_ends_as_the_program_wishes(void **state)
{
	static volatile size_t many = SIZE_MAX / 2;
	static volatile int asked;
	jmp_buf here;

	(void)state;
	asked = 0;
	dc_when_exhausted(leave, &here);
	if (!setjmp(here)) {
		asked = 1;
		dc_free(dc_grow(NULL, many, 4)); /* more bytes than a size_t can count */
		asked = 2;
	}
	dc_when_exhausted(NULL, NULL);
	assert_int_equal(asked, 1);
}

static void codes_have_names_and_exits(void **state)
{
	struct dc_error err = { 0 };

	(void)state;
	assert_int_equal(dc_fail(&err, DC_CONFLICT, "too %s", "late"), DC_CONFLICT);
	assert_int_equal(err.code, DC_CONFLICT);
	assert_string_equal(err.msg, "too late");
	assert_int_equal(dc_fail(NULL, DC_TEMP, "x"), DC_TEMP);
	assert_string_equal(dc_code_name(DC_CONFLICT), "CONFLICT");
	assert_int_equal(dc_code_exit(DC_OK), 0);
	assert_int_equal(dc_code_exit(DC_FINDINGS), 1);
	assert_int_equal(dc_code_exit(DC_UNKNOWN), 6);
	assert_int_equal(dc_code_exit(DC_TEMP), 75);
	assert_int_equal(dc_code_exit(-999), 5);
	assert_true(dc_code_retryable(DC_TEMP));
	assert_false(dc_code_retryable(DC_CONFLICT));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_buffer_grows_and_gives),
		cmocka_unit_test(an_arena_never_moves_what_it_gave),
		cmocka_unit_test(what_cannot_be_had_ends_as_the_program_wishes),
		cmocka_unit_test(codes_have_names_and_exits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
