/* import_hostile.c - hostile archives and broken files leave nothing in the ledger. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include <decorum/buf.h>

#include "shared/exports.h"

static void rotten_archives_are_refused_whole(void **state)
{
	static const struct {
		const char *name, *why;
	} cases[] = {
		{ "traversal.zip", "leads out of it with '..'" },
		{ "absolute.zip", "absolute path" },
		{ "backslash.zip", "backslash" },
		{ "nested.zip", "another archive in it" },
		{ "encrypted.zip", "encrypted" },
		{ "bomb.zip", "expands more than 100 times" },
		{ "overlap.zip", "overlap" },
		{ "huge.zip", "600 MiB; the limit is 512" },
		{ "lying.zip", "holds more than it says" },
		{ "crc.zip", "CRC" },
		{ "cut.zip", "no whole ZIP archive" },
		{ "empty.zip", "no CSV file in this archive" },
		{ "nothing.zip", "no CSV file in this archive" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		DC_AUTO(dc_str) char *path = dc_printf(HOSTILE "%s", cases[i].name);
		DC_AUTO(dc_str) char *before = export_state(l);
		const char *p = path;
		struct dc_error err = { 0 };

		if (export_read_with(&r, l, &err, (struct dc_import_options){ 0 }, &p, 1) !=
		    DC_INVALID)
			fail_msg("%s was read", path);
		if (!strstr(err.msg, cases[i].why) || !strstr(err.msg, cases[i].name))
			fail_msg("%s: %s", path, err.msg);
		DC_AUTO(dc_str) char *after = export_state(l);

		assert_string_equal(before, after);
	}
}

static void a_missing_helper_is_said(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	struct dc_import_result r = { 0 };
	const char *path = HOSTILE "Basic_LinkedInDataExport_11-01-2026.zip";
	struct dc_import_options o = { .paths = &path, .path_count = 1, .unpack = "/no/such" };
	struct dc_error err = { 0 };

	(void)state;
	assert_int_equal(dc_import(&r, l, &o, &err), DC_SYSTEM);
	assert_non_null(strstr(err.msg, "/no/such"));
}

#define HEADER "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
#define ROW "Ada,Vey,https://www.linkedin.com/in/ada-vey,,Northwind,Analyst,08 Feb 2026\n"
#define TEXT(s) s, sizeof(s) - 1

static const struct {
	const char *bytes;
	size_t len;
	const char *where, *why;
} broken[] = {
	{ TEXT(HEADER ROW "Bo,E\0k,,,,,\n"), "Connections.csv:3:5:", "NUL" },
	{ TEXT(HEADER ROW "Bo,Caf\xe9,,,,,\n"), "Connections.csv:3:7:", "0xe9 is not UTF-8" },
	{ TEXT(HEADER ROW "Bo,\xed\xa0\x80,,,,,\n"), "Connections.csv:3:4:", "not UTF-8" },
	{ TEXT(HEADER ROW "B\xc3\xb6,\xc3,,,,,\n"), "Connections.csv:3:4:", "not UTF-8" },
	{ TEXT(HEADER ROW "Bo,Ek,,,\n"), "Connections.csv:3:9:", "5 fields, its header has 7" },
	{ TEXT(HEADER ROW "Bo,Ek,,,,,,,\n"), "Connections.csv:3:12:", "9 fields" },
	{ TEXT(HEADER ROW "Bo\n" ROW), "Connections.csv:3:1:", "1 field, its header has 7" },
	{ TEXT(HEADER ROW "Bo,\"Ek\nEk\nEk\",,,\n"), "Connections.csv:5:7:", "5 fields" },
	{ TEXT(HEADER ROW "Bo,\"Ek,,,,,\n" ROW), "Connections.csv:3:4:", "never closed" },
	{ TEXT(HEADER ROW "Bo,E\"k,,,,,\n"), "Connections.csv:3:5:", "a quote stands where" },
	{ TEXT(HEADER ROW "Bo,\"E\"k,,,,,\n"), "Connections.csv:3:7:", "a quote stands where" },
	{ TEXT(HEADER ROW "\n\r\n\nBo,E\0k"), "Connections.csv:6:5:", "NUL" },
	{ TEXT("\xef\xbb\xbf" HEADER "A\0"), "Connections.csv:2:2:", "NUL" },
	{ TEXT("\xff\xfe"
	       "F\0i\0"),
	  "Connections.csv:1:1:", "UTF-16" },
	{ TEXT("a,b,c\n1,2,3\n"), "Connections.csv:1:1:", "no header" },
	{ TEXT(""), "Connections.csv:1:1:", "no header" },
	{ TEXT("PK\1\1\0\0"), "Connections.csv:1:5:", "NUL" },
};

static void broken_files_are_refused_with_their_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(broken); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		const char *path = export_file("Connections.csv", broken[i].bytes, broken[i].len);
		DC_AUTO(dc_str) char *before = export_state(l);
		struct dc_error err = { 0 };

		if (export_read_with(&r, l, &err, (struct dc_import_options){ 0 }, &path, 1) !=
		    DC_INVALID)
			fail_msg("case %zu (%s) was read", i, broken[i].why);
		if (strncmp(err.msg, broken[i].where, strlen(broken[i].where)) != 0 ||
		    !strstr(err.msg, broken[i].why))
			fail_msg("%s", err.msg);
		DC_AUTO(dc_str) char *after = export_state(l);

		assert_string_equal(before, after);
	}
}

static void a_field_without_end_is_refused_in_bounded_memory(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };
	struct dc_error err = { 0 };

	(void)state;
	dc_buf_puts(&b, HEADER "Bo,\"");
	while (b.len < (17u << 20))
		dc_buf_puts(&b, "All work and no play makes Jack a dull boy.\n");
	const char *path = export_file("Connections.csv", b.data, b.len);

	assert_int_equal(export_read_with(&r, l, &err, (struct dc_import_options){ 0 }, &path, 1),
	                 DC_INVALID);
	assert_non_null(strstr(err.msg, "Connections.csv:2:4: a field larger than 16 MiB"));
}

static void partial_keeps_the_rows_before_the_bad_one(void **state)
{
	static const char text[] = HEADER ROW "Bo,Ek,https://www.linkedin.com/in/bo-ek,,,,\nCy,D\0";
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const char *paths[] = { export_file("Connections.csv", TEXT(text)),
		                SAMPLE "/Invitations.csv" };
	struct dc_error err = { 0 };

	(void)state;
	if (export_read_with(&r, l, &err, (struct dc_import_options){ .partial = true }, paths, 2))
		fail_msg("%s", err.msg);
	export_counts(export_table(&r, "Connections.csv"), 2, 2, 0, 0, 0);
	assert_string_equal(export_table(&r, "Connections.csv")->error,
	                    "Connections.csv:4:5: it contains a NUL byte");
	assert_null(export_table(&r, "Invitations.csv")->error);
	assert_int_equal(export_table(&r, "Invitations.csv")->read, 26);
	(void)export_person(l, "in/bo-ek", &arena);
}

/* Slices are made durable only of files that are whole. */
static void a_broken_file_leaves_no_slice_behind(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_str) char *before = export_state(l);
	static const char short_row[] = "From,To,Sent At,Message,Direction\n"
					"A,B,\"1/29/26, 2:37 PM\",,OUTGOING\nA,B\n";
	struct dc_error err = { 0 };
	const char *paths[] = { SAMPLE "/Connections.csv",
		                export_file("Invitations.csv", short_row, sizeof(short_row) - 1) };

	(void)state;
	assert_int_equal(
		export_read_with(&r, l, &err, (struct dc_import_options){ .slice = 1 }, paths, 2),
		DC_INVALID);
	assert_non_null(strstr(err.msg, "Invitations.csv:3:"));
	DC_AUTO(dc_str) char *after = export_state(l);

	assert_string_equal(before, after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rotten_archives_are_refused_whole),
		cmocka_unit_test(a_missing_helper_is_said),
		cmocka_unit_test(broken_files_are_refused_with_their_place),
		cmocka_unit_test(a_field_without_end_is_refused_in_bounded_memory),
		cmocka_unit_test(partial_keeps_the_rows_before_the_bad_one),
		cmocka_unit_test(a_broken_file_leaves_no_slice_behind),
	};

	return cmocka_run_group_tests_name("import_hostile", tests, export_enter, export_leave);
}
