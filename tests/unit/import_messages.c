/* import_messages.c - messages.csv: which letters count. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "shared/exports.h"

static size_t letters_to(struct dc_ledger *l, int64_t id)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_known last = { 0 };
	size_t n = 0;

	assert_int_equal(dc_ledger_written(l, &last, &n, id, &arena, NULL), 0);
	return n;
}

static void only_letters_of_the_owner_count(void **state)
{
	static const char *const paths[] = { ERAS "messages-13.csv", SAMPLE "/Profile.csv" };
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, old = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_error err = { 0 };

	(void)state;
	if (export_read_with(&r, l, &err, (struct dc_import_options){ 0 }, paths, 2))
		fail_msg("%s", err.msg);
	export_counts(export_table(&r, "messages-13.csv"), 5, 2, 0, 0, 3);
	assert_int_equal(letters_to(l, export_person(l, "in/ada-vey", &arena).id), 2);
	assert_int_equal(letters_to(l, export_person(l, "in/bo-ek", &arena).id), 1);
	/* A later export, alone: the ledger remembers who its owner is. */
	export_read(&old, l, ERAS "messages-9.csv");
	export_counts(&old.files[0], 3, 1, 0, 0, 2);
	export_skip(&old.files[0], "several recipients", 1, 3);
}

static void letters_of_nobody_in_particular_do_not_count(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };

	(void)state;
	export_read(&r, l, ERAS "messages-13.csv");
	export_skip(&r.files[0], "nobody knows which letters are yours", 4, 1);
}

static void letters_of_assistants_are_no_conversations(void **state)
{
	static const char *const names[] = { "guide_messages.csv", "learning_coach_messages.csv",
		                             "coach_messages.csv" };

	(void)state;
	for (size_t i = 0; i < DC_COUNT(names); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		DC_AUTO(dc_str) char *path = dc_printf(ERAS "%s", names[i]);
		const char *paths[] = { path, SAMPLE "/Profile.csv" };

		assert_int_equal(
			export_read_with(&r, l, NULL, (struct dc_import_options){ 0 }, paths, 2),
			0);
		assert_false(export_table(&r, names[i])->recognised);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_letters_of_the_owner_count),
		cmocka_unit_test(letters_of_nobody_in_particular_do_not_count),
		cmocka_unit_test(letters_of_assistants_are_no_conversations),
	};

	return cmocka_run_group_tests_name("import_messages", tests, export_enter, export_leave);
}
