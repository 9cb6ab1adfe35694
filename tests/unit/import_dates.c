/* import_dates.c - the dates of each table, and the day that an archive is of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <decorum/time.h>

#include "import/date.h"

static void every_table_has_its_own_dates(void **state)
{
	static const struct {
		int64_t (*read)(const char *s, size_t len);
		const char *text, *want;
	} cases[] = {
		{ dc_import_date_day, "08 Feb 2026", "2026-02-08T00:00:00Z" },
		{ dc_import_date_day, "8 Feb 2026", "2026-02-08T00:00:00Z" },
		{ dc_import_date_day, "12 Mar 19", "2019-03-12T00:00:00Z" },
		{ dc_import_date_day, "7-Feb-22", "2022-02-07T00:00:00Z" },
		{ dc_import_date_day, "07-FEB-2022", "2022-02-07T00:00:00Z" },
		{ dc_import_date_day, "1 September 2020", "2020-09-01T00:00:00Z" },
		{ dc_import_date_day, " 29 Feb 2024 ", "2024-02-29T00:00:00Z" },
		{ dc_import_date_day, "29 Feb 2025", NULL },
		{ dc_import_date_day, "31 Feb 2026", NULL },
		{ dc_import_date_day, "08 f\xc3\xa9vr. 2026", NULL },
		{ dc_import_date_day, "08 Okt 2026", NULL },
		{ dc_import_date_day, "2/8/2026", NULL },
		{ dc_import_date_day, "2026-02-08", NULL },
		{ dc_import_date_day, "08 Feb", NULL },
		{ dc_import_date_day, "08 Feb 2026 x", NULL },
		{ dc_import_date_day, "", NULL },
		{ dc_import_date_minute, "1/29/26, 2:37 PM", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "1/29/26, 2:37\xe2\x80\xafPM", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "1/29/26, 2:37\xc2\xa0PM", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "1/29/26, 2:37PM", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "12/31/2026, 12:05 AM", "2026-12-31T00:05:00Z" },
		{ dc_import_date_minute, "12/31/2026, 12:05 pm", "2026-12-31T12:05:00Z" },
		{ dc_import_date_minute, "1/29/2026 14:37", "2026-01-29T14:37:00Z" },
		{ dc_import_date_minute, "1/29/2026 14:37:59", "2026-01-29T14:37:59Z" },
		{ dc_import_date_minute, "29/1/26, 2:37 PM", NULL },
		{ dc_import_date_minute, "1/29/26, 13:37 PM", NULL },
		{ dc_import_date_minute, "1/29/26, 0:37 AM", NULL },
		{ dc_import_date_minute, "1/29/26, 2:37 XM", NULL },
		{ dc_import_date_minute, "1/29/26", NULL },
		{ dc_import_date_minute, "1/29/26, 2:60 PM", NULL },
		{ dc_import_date_second, "2025-06-01 14:03:22 UTC", "2025-06-01T14:03:22Z" },
		{ dc_import_date_second, "2025-06-01 14:03:22", "2025-06-01T14:03:22Z" },
		{ dc_import_date_second, "2025-06-01T14:03:22Z", "2025-06-01T14:03:22Z" },
		{ dc_import_date_second, "2025-06-01 14:03", "2025-06-01T14:03:00Z" },
		{ dc_import_date_second, "2025-06-01 14:03:22 CET", NULL },
		{ dc_import_date_second, "2025-13-01 14:03:22 UTC", NULL },
		{ dc_import_date_second, "01 Jun 2025", NULL },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		int64_t got = cases[i].read(cases[i].text, strlen(cases[i].text));
		char iso[DC_TIME_MAX];

		dc_time_iso(iso, got);
		if (cases[i].want ? strcmp(iso, cases[i].want) != 0 : got != 0)
			fail_msg("'%s' is %s", cases[i].text, iso);
	}
}

static void the_name_of_an_archive_tells_its_day(void **state)
{
	static const struct {
		const char *name, *day;
	} cases[] = {
		{ "Basic_LinkedInDataExport_11-01-2026.zip", "1 Nov 2026" },
		{ "Complete_LinkedInDataExport_03-12-2024.zip", "12 Mar 2024" },
		{ "/home/x/Basic_LinkedInDataExport_11-01-2026 (1).zip", "1 Nov 2026" },
		{ "Basic_LinkedInDataExport_11-01-2026", "1 Nov 2026" },
		{ "export.zip", "1 Jan 1970" },
		{ "Basic_LinkedInDataExport_13-01-2026.zip", "1 Jan 1970" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		char day[DC_TIME_MAX];

		assert_string_equal(dc_time_day(day, dc_import_date_named(cases[i].name)),
		                    cases[i].day);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table_has_its_own_dates),
		cmocka_unit_test(the_name_of_an_archive_tells_its_day),
	};

	return cmocka_run_group_tests_name("import_dates", tests, NULL, NULL);
}
