/* time.c - days, moments and lengths of time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <decorum/time.h>

static void days_and_moments_meet(void **state)
{
	(void)state;
	/* every day of 400 years, forth and back */
	for (int64_t day = -719468 + 366; day < 146097; day += 1) {
		struct dc_date d = dc_date_of(day * DC_DAY + 12 * DC_HOUR);

		assert_int_equal(dc_moment_of(&d), day * DC_DAY + 12 * DC_HOUR);
	}
	struct dc_date leap = dc_date_of(INT64_C(1709164800000));

	assert_int_equal(leap.year, 2024);
	assert_int_equal(leap.month, 2);
	assert_int_equal(leap.day, 29);
}

static void impossible_dates_are_refused(void **state)
{
	(void)state;
	assert_false(dc_date_valid(&(struct dc_date){ .year = 2026, .month = 2, .day = 29 }));
	assert_true(dc_date_valid(&(struct dc_date){ .year = 2024, .month = 2, .day = 29 }));
	assert_false(dc_date_valid(&(struct dc_date){ .year = 2026, .month = 13, .day = 1 }));
	assert_false(
		dc_date_valid(&(struct dc_date){ .year = 2026, .month = 1, .day = 1, .hour = 24 }));
}

static void moments_are_read(void **state)
{
	static const struct {
		const char *text, *iso; /* NULL: refused */
	} cases[] = {
		{ "2026-05-03", "2026-05-03T00:00:00Z" },
		{ "2026-05-03 14:05", "2026-05-03T14:05:00Z" },
		{ "2026-05-03T14:05:09Z", "2026-05-03T14:05:09Z" },
		{ "@1777816800", "2026-05-03T14:00:00Z" },
		{ "3 May 2026", NULL },
		{ "2026-02-30", NULL },
		{ "2026-05-03x", NULL },
		{ "2026-05-03 25:00", NULL },
		{ "", NULL },
		{ "@", NULL },
		{ "@-5", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char iso[DC_TIME_MAX];
		struct dc_error err = { 0 };
		int64_t t = 0;
		int rc = dc_time_parse(&t, cases[i].text, &err);

		assert_int_equal(rc, cases[i].iso ? 0 : DC_INVALID);
		if (cases[i].iso)
			assert_string_equal(dc_time_iso(iso, t), cases[i].iso);
		else
			assert_non_null(strstr(err.msg, "cannot read"));
	}
}

static void lengths_are_read(void **state)
{
	static const struct {
		const char *text;
		int64_t ms; /* -1: refused */
	} cases[] = {
		{ "30", 30 * DC_SECOND },
		{ "90s", 90 * DC_SECOND },
		{ "15m", 15 * DC_MINUTE },
		{ "2h", 2 * DC_HOUR },
		{ "3d", 3 * DC_DAY },
		{ "2w", 14 * DC_DAY },
		{ "6mo", 180 * DC_DAY },
		{ "1y", 365 * DC_DAY },
		{ "0", 0 },
		{ "-3d", -1 },
		{ "3 days", -1 },
		{ "d", -1 },
		{ "", -1 },
		{ "99999999999999y", -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t ms = -1;
		int rc = dc_duration_parse(&ms, cases[i].text, NULL);

		assert_int_equal(rc, cases[i].ms < 0 ? DC_INVALID : 0);
		assert_int_equal(ms, cases[i].ms);
	}
}

static void gaps_are_told_in_words(void **state)
{
	char out[DC_TIME_MAX];
	int64_t now = INT64_C(1777816800000);

	(void)state;
	assert_string_equal(dc_time_ago(out, now, now), "just now");
	assert_string_equal(dc_time_ago(out, now - 61 * DC_SECOND, now), "1 minute ago");
	assert_string_equal(dc_time_ago(out, now + 3 * DC_DAY, now), "in 3 days");
	assert_string_equal(dc_time_ago(out, now - 2 * 365 * DC_DAY, now), "2 years ago");
	assert_string_equal(dc_time_day(out, now), "3 May 2026");
}

static void the_clock_goes_on(void **state)
{
	struct dc_clock a, b;

	(void)state;
	dc_clock_read(&a);
	dc_clock_read(&b);
	assert_true(a.wall > INT64_C(1700000000000));
	assert_true(b.awake >= a.awake && b.elapsed >= a.elapsed && a.awake > 0);
	assert_string_equal(a.boot, b.boot);
	assert_int_equal(strlen(a.boot), 36);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_and_moments_meet),
		cmocka_unit_test(impossible_dates_are_refused),
		cmocka_unit_test(moments_are_read),
		cmocka_unit_test(lengths_are_read),
		cmocka_unit_test(gaps_are_told_in_words),
		cmocka_unit_test(the_clock_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
