/* counts.c - what is counted beside the requests stays in step with them, whatever happens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "shared/room.h"

static int64_t person(struct room *r, int i)
{
	DC_AUTO(dc_str) char *key = dc_printf("in/p%d", i);

	return room_person(r, key, key);
}

/* Every window edge, against a count of the requests themselves. */
static void windows_are_exact(void **state)
{
	struct room *r = *state;
	DC_AUTO(dc_str) char *sql = NULL;
	int64_t id, n;
	size_t used;

	for (int i = 0; i < 60; i++) {
		const int64_t when = ROOM_NOW - i * i * 17 * DC_MINUTE - i * 7919;

		MUST(dc_ledger_request_told(r->l, &id, person(r, i), when, ROOM_NOW, &r->err));
	}
	for (int64_t back = 1; back < 45 * DC_DAY; back = back * 5 / 4 + 1) {
		const int64_t since = ROOM_NOW - back;

		sql = dc_printf("SELECT count(*) FROM request WHERE moment >= %lld",
		                (long long)since);
		n = room_sql_int(r, sql);
		dc_free(sql);
		sql = NULL;
		MUST(dc_ledger_count_since(r->l, &used, since, false, &r->err));
		assert_int_equal(used, n);
		MUST(dc_ledger_pending(r->l, &used, &id, since, &r->err));
		assert_int_equal(used, n);
	}
	for (size_t i = 1; i <= 62; i++) {
		sql = dc_printf(
			"SELECT moment FROM request ORDER BY moment DESC LIMIT 1 OFFSET %zu",
			i - 1);
		n = room_sql_int(r, sql);
		dc_free(sql);
		sql = NULL;
		MUST(dc_ledger_nth_newest(r->l, &id, i, false, &r->err));
		assert_int_equal(id, n < 0 ? 0 : n);
	}
	MUST(dc_ledger_nth_newest(r->l, &id, 1, true, &r->err)); /* none has a note */
	assert_int_equal(id, 0);
}

static void fates_are_counted(void **state)
{
	struct room *r = *state;
	struct dc_fates f;
	int64_t id;

	for (int i = 0; i < 9; i++) {
		MUST(dc_ledger_request_told(r->l, &id, person(r, i),
		                            ROOM_NOW - (i + 1) * 10 * DC_DAY, ROOM_NOW, &r->err));
		if (i % 3 == 0)
			assert_int_equal(room_move(r, id, DC_STATE_SENT, DC_STATE_ACCEPTED), 0);
	}
	MUST(dc_ledger_fates(r->l, &f, ROOM_NOW - 65 * DC_DAY, ROOM_NOW - 15 * DC_DAY, &r->err));
	assert_int_equal(f.count, 5);
	assert_int_equal(f.accepted, 1);
	assert_int_equal(f.untold, 4);
	MUST(dc_ledger_verify(r->l, &r->err));
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, room_enter, room_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_ROOM(windows_are_exact),
		IN_A_ROOM(fates_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
