/* import_connections.c - Connections.csv of every era. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "shared/exports.h"

static void connections_of_every_era(void **state)
{
	static const struct {
		const char *era, *name, *key, *company, *day;
		size_t read, skipped;
	} cases[] = {
		{ "connections-2019.csv", "Ada Vey", "", "Northwind", "12 Mar 2019", 2, 0 },
		{ "connections-2019.csv", "Bo Ek", "", "Ek, Ek & Co", "1 Jan 2020", 2, 0 },
		{ "connections-2022.csv", "Ada Vey", "", "Northwind", "8 Feb 2022", 2, 0 },
		{ "connections-2022.csv", "Bo Ek", "", "", "1 Jan 1970", 2, 0 },
		{ "connections-2026.csv", "Ada Vey", "in/ada-vey", "Northwind", "8 Feb 2026", 4,
		  1 },
		{ "connections-2026.csv", "Bo", "in/bo-ek", "Line\nbreak Ltd", "3 Feb 2026", 4, 1 },
		{ "connections-2026.csv", "Cy Dow", "in/cy-dow", "", "1 Jan 1970", 4, 1 },
		{ "connections-spreadsheet.csv", "Ada Vey", "in/ada-vey", "Northwind", "7 Feb 2022",
		  1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		DC_AUTO(dc_str) char *path = dc_printf(ERAS "%s", cases[i].era);
		char day[DC_TIME_MAX];

		export_read(&r, l, path);
		export_counts(&r.files[0], cases[i].read, cases[i].read - cases[i].skipped, 0, 0,
		              cases[i].skipped);
		struct dc_person p = export_named(l, cases[i].name, &arena);

		assert_string_equal(p.key, cases[i].key);
		assert_string_equal(p.company, cases[i].company);
		assert_string_equal(dc_time_day(day, p.connected.at), cases[i].day);
		assert_non_null(p.connected.source);
	}
}

static void names_are_stored_unchanged(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };

	(void)state;
	export_read(&r, l, ERAS "connections-2026.csv");
	struct dc_person p = export_person(l, "in/bo-ek", &arena);

	assert_string_equal(p.name, "Bo 🚀 Ek, PhD");
	assert_string_equal(p.first, "Bo 🚀");
	assert_string_equal(p.last, "Ek, PhD");
	assert_string_equal(export_person(l, "in/ada-vey", &arena).headline, "Analyst, \"senior\"");
}

static void an_address_and_an_email_in_one_row_are_one_person(void **state)
{
	static const char text[] =
		"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
		"Ada,Vey,linkedin.com/in/ada-vey,Ada@Example.org,Northwind,Analyst,08 Feb 2026\n"
		"Bo,Ek,linkedin.com/in/bo-ek,ada@example.org,Northwind,Clerk,08 Feb 2026\n";
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, again = { 0 };
	struct dc_person known = { .key = "email/ada@example.org", .name = "A. Vey" };
	struct dc_error err = { 0 };
	int64_t id;

	(void)state;
	assert_int_equal(dc_ledger_person_put(l, &id, &known, "you", EXPORT_NOW, &err), 0);
	export_read(&r, l, export_file("Connections.csv", text, strlen(text)));
	assert_int_equal(export_person(l, "email/ada@example.org", &arena).id,
	                 export_person(l, "in/ada-vey", &arena).id);
	/* Two addresses in one export are two people, whatever mailbox they share. */
	assert_int_not_equal(export_person(l, "in/bo-ek", &arena).id,
	                     export_person(l, "in/ada-vey", &arena).id);
	export_read(&again, l, export_file("Connections.csv", text, strlen(text)));
	assert_int_equal(again.files[0].known, 2);
	if (dc_ledger_verify(l, &err))
		fail_msg("%s", err.msg);
}

/* The mailbox, the given name and the day tell that a new address is an old friend's. */
static void a_renamed_address_is_one_person(void **state)
{
	static const char before[] = CONNECTIONS
		"Ada,Vey,linkedin.com/in/ada-vey,ada@example.org,Minato,,08 Feb 2026\n";
	static const struct {
		const char *later;
		bool one;
	} cases[] = {
		{ CONNECTIONS
		  "Ada,Lovelace,linkedin.com/in/ada-lovelace,ada@example.org,Minato,,08 Feb 2026\n",
		  true },
		{ CONNECTIONS
		  "Ada,Lovelace,linkedin.com/in/ada-lovelace,ada@example.org,Minato,,09 Feb 2026\n",
		  false },
		{ CONNECTIONS
		  "Bo,Vey,linkedin.com/in/ada-lovelace,ada@example.org,Minato,,08 Feb 2026\n",
		  false },
		{ CONNECTIONS "Ada,Lovelace,linkedin.com/in/ada-lovelace,,Minato,,08 Feb 2026\n",
		  false },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++)
		for (int turned = 0; turned < 2; turned++) {
			DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
			DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };

			DC_AUTO(dc_import_result_clear)
			struct dc_import_result r = { 0 }, q = { 0 };
			char a[4096], b[4096];
			const char *old = export_folder(a, "09-01-2026", before, INVITATIONS);
			const char *new = export_folder(b, "11-01-2026", cases[i].later,
			                                INVITATIONS);
			struct dc_error err = { 0 };

			export_read(&r, l, turned ? new : old);
			export_read(&q, l, turned ? old : new);
			if (dc_ledger_verify(l, &err))
				fail_msg("%s", err.msg);
			struct dc_person was = export_person(l, "in/ada-vey", &arena);
			struct dc_person now = export_person(l, "in/ada-lovelace", &arena);

			assert_int_equal(was.id == now.id, cases[i].one);
			if (cases[i].one)
				assert_string_equal(was.name, "Ada Lovelace");
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(connections_of_every_era),
		cmocka_unit_test(names_are_stored_unchanged),
		cmocka_unit_test(an_address_and_an_email_in_one_row_are_one_person),
		cmocka_unit_test(a_renamed_address_is_one_person),
	};

	return cmocka_run_group_tests_name("import_connections", tests, export_enter, export_leave);
}
