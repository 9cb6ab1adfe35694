/* import.c - an export as a whole: read once, again, in any order, interrupted, on trial. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "shared/exports.h"

static void the_sample_is_read_whole(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_person me = { 0 };

	(void)state;
	export_read(&r, l, SAMPLE);
	assert_int_equal(r.count, 5);
	assert_false(export_table(&r, "Registration.csv")->recognised);
	export_counts(export_table(&r, "Registration.csv"), 0, 0, 0, 0, 0);
	export_counts(export_table(&r, "Connections.csv"), 41, 39, 0, 0, 2);
	export_skip(export_table(&r, "Connections.csv"), "hidden member", 2, 3);
	export_counts(export_table(&r, "Invitations.csv"), 26, 26, 0, 0, 0);
	assert_int_equal(export_table(&r, "messages.csv")->read, 9);
	export_skip(export_table(&r, "messages.csv"), "received", 3, 2);
	export_skip(export_table(&r, "messages.csv"), "draft", 1, 9);
	export_skip(export_table(&r, "messages.csv"), "LinkedIn Member", 1, 7);
	assert_int_equal(export_table(&r, "messages.csv")->fresh, 4);
	assert_int_equal(dc_ledger_self(l, &me, &arena, NULL), 0);
	assert_string_equal(me.key, "in/robin-vale");
	assert_string_equal(me.name, "Robin Vale");
	/* Evidence names file, row and day. */
	assert_string_equal(export_person(l, "in/noor-haddad-7a1", &arena).connected.source,
	                    "row 1 of Connections.csv in the export of 1 November 2026");
	/* What follows: those who are connected have accepted, the others wait. */
	struct dc_request *all;
	size_t n, accepted = 0, pending = 0;

	assert_int_equal(
		dc_ledger_request_list(l, &all, &n, &(struct dc_request_filter){ 0 }, &arena, NULL),
		0);
	assert_int_equal(n, 24);
	for (size_t i = 0; i < n; i++) {
		accepted += all[i].state == DC_STATE_ACCEPTED;
		pending += all[i].state == DC_STATE_SENT;
	}
	assert_int_equal(accepted, 10);
	assert_true(pending >= 10);
	assert_string_equal(export_named(l, "ada vey", &arena).key, "in/ada-vey");
}

static void importing_again_changes_nothing(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, again = { 0 };

	(void)state;
	export_read(&r, l, SAMPLE);
	DC_AUTO(dc_str) char *before = export_state(l);

	export_read(&again, l, SAMPLE);
	DC_AUTO(dc_str) char *after = export_state(l);

	assert_string_equal(before, after);
	for (size_t i = 0; i < again.count; i++) {
		assert_int_equal(again.files[i].fresh, 0);
		assert_int_equal(again.files[i].changed, 0);
		assert_int_equal(again.files[i].read,
		                 again.files[i].known + again.files[i].skipped);
	}
}

static void the_order_of_paths_means_nothing(void **state)
{
	static const char *const names[] = { SAMPLE "/Connections.csv", SAMPLE "/Invitations.csv",
		                             SAMPLE "/messages.csv", SAMPLE "/Profile.csv" };
	DC_AUTO(dc_str) char *want = NULL;

	(void)state;
	for (int code = 0; code < 256; code++) {
		const char *paths[4];
		unsigned used = 0;

		for (int i = 0; i < 4; i++) {
			int which = code >> 2 * i & 3;

			used |= 1u << which;
			paths[i] = names[which];
		}
		if (used != 15)
			continue;
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		struct dc_error err = { 0 };

		if (export_read_with(&r, l, &err, (struct dc_import_options){ 0 }, paths, 4))
			fail_msg("%s", err.msg);
		DC_AUTO(dc_str) char *got = export_state(l);

		if (want)
			assert_string_equal(got, want);
		else
			want = DC_STEAL(got);
	}
}

static const char *read_era(struct dc_ledger *l, struct dc_import_result *r, const char *era,
                            const char *as)
{
	char bytes[8192];
	FILE *f = fopen(era, "rb");

	assert_non_null(f);
	size_t n = fread(bytes, 1, sizeof(bytes), f);

	fclose(f);
	export_read(r, l, export_file(as, bytes, n));
	return as;
}

static void a_table_is_told_by_its_header_not_by_its_name(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };

	(void)state;
	(void)read_era(l, &r, ERAS "invitations-2026.csv", "my old things.txt");
	assert_true(r.files[0].recognised);
	assert_int_equal(r.files[0].table, DC_IMPORT_INVITATIONS);
}

static void an_archive_is_read_like_a_folder(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };

	(void)state;
	export_read(&r, l, HOSTILE "Basic_LinkedInDataExport_11-01-2026.zip");
	assert_int_equal(r.count, 3);
	export_counts(export_table(&r, "Connections.csv"), 4, 3, 0, 0, 1);
	export_counts(export_table(&r, "Export/invitations.CSV"), 5, 3, 0, 0, 2);
	assert_false(export_table(&r, "Jobs/Job Seeker Preferences.csv")->recognised);
	assert_string_equal(export_person(l, "in/ada-vey", &arena).connected.source,
	                    "row 1 of Connections.csv in the export of 1 November 2026");
}

static void trying_changes_nothing(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_str) char *before = export_state(l);
	const char *path = SAMPLE;
	struct dc_error err = { 0 };

	(void)state;
	if (export_read_with(&r, l, &err, (struct dc_import_options){ .dry_run = true }, &path, 1))
		fail_msg("%s", err.msg);
	export_counts(export_table(&r, "Connections.csv"), 41, 39, 0, 0, 2);
	DC_AUTO(dc_str) char *after = export_state(l);

	assert_string_equal(before, after);
}

static int stop_at(void *data, const char *name, int64_t done, int64_t total)
{
	int *calls = data;

	assert_non_null(name);
	assert_true(done >= 0 && done <= total);
	return --*calls <= 0;
}

/* Stops at every call: what is kept says so, and the next import ends as one that was not
 * stopped. */
static void what_is_stopped_goes_on(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *whole = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result w = { 0 };
	size_t went_on = 0;

	(void)state;
	export_read(&w, whole, SAMPLE);
	DC_AUTO(dc_str) char *want = export_state(whole);

	for (int at = 1, rc = DC_TEMP; rc; at++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, again = { 0 };
		DC_AUTO(dc_str) char *before = export_state(l);
		const char *path = SAMPLE;
		int calls = at;
		struct dc_import_options o = { .slice = 1,
			                       .progress = stop_at,
			                       .progress_data = &calls };
		struct dc_error err = { 0 };

		rc = export_read_with(&r, l, &err, o, &path, 1);
		assert_true(!rc || rc == DC_TEMP);
		if (dc_ledger_verify(l, &err))
			fail_msg("%s", err.msg);
		if (strstr(err.msg, "nothing of it was kept")) {
			DC_AUTO(dc_str) char *after = export_state(l);

			assert_string_equal(before, after);
		} else if (rc) {
			assert_non_null(strstr(err.msg, "import the same files again"));
		}
		export_read(&again, l, path);
		for (size_t i = 0; i < again.count; i++)
			went_on += again.files[i].had > 0;
		DC_AUTO(dc_str) char *now = export_state(l);

		assert_string_equal(now, want);
	}
	assert_true(went_on > 3);
}

static void what_is_no_export_is_refused(void **state)
{
	static const struct {
		const char *path, *why;
	} cases[] = {
		{ "/no/such/file.csv", "No such file" },
		{ "/dev/null", "neither a file nor a folder" },
		{ "tests/unit", "no CSV file in this folder" },
		{ SAMPLE "/Registration.csv", "Registration.csv is no table that decorum reads" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		struct dc_error err = { 0 };

		assert_int_equal(export_read_with(&r, l, &err, (struct dc_import_options){ 0 },
		                                  &cases[i].path, 1),
		                 DC_INVALID);
		if (!strstr(err.msg, cases[i].why))
			fail_msg("%s: %s", cases[i].path, err.msg);
	}
}

static void tables_have_names(void **state)
{
	(void)state;
	assert_string_equal(dc_import_table_name(DC_IMPORT_MESSAGES), "messages");
	assert_string_equal(dc_import_table_name(DC_IMPORT_TABLE_COUNT), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sample_is_read_whole),
		cmocka_unit_test(importing_again_changes_nothing),
		cmocka_unit_test(the_order_of_paths_means_nothing),
		cmocka_unit_test(a_table_is_told_by_its_header_not_by_its_name),
		cmocka_unit_test(an_archive_is_read_like_a_folder),
		cmocka_unit_test(trying_changes_nothing),
		cmocka_unit_test(what_is_stopped_goes_on),
		cmocka_unit_test(what_is_no_export_is_refused),
		cmocka_unit_test(tables_have_names),
	};

	return cmocka_run_group_tests_name("import", tests, export_enter, export_leave);
}
