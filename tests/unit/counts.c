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

/* --- a first import, whose rows come in no order of time or key */

enum { PEOPLE = 1500 };

static char *key_of(const char *kind, int i, const char *end)
{
	return dc_printf("%s/p%d%s", kind, i * 7919 % PEOPLE, end);
}

static void import_connection(struct room *r, struct dc_ledger_import *in, int i)
{
	DC_AUTO(dc_str) char *key = key_of("in", i, "");
	DC_AUTO(dc_str) char *email = key_of("", i, "@example.org");
	enum dc_row did;

	MUST(dc_ledger_import_connection(in, &did,
	                                 &(struct dc_person){ .key = key,
	                                                      .name = key,
	                                                      .email = i % 2 ? email + 1 : "",
	                                                      .connected.at = ROOM_NOW - DC_DAY },
	                                 i + 1, &r->err));
	assert_int_equal(did, DC_ROW_NEW);
}

static void import_invitation(struct room *r, struct dc_ledger_import *in, int i)
{
	DC_AUTO(dc_str) char *key = key_of("in", i, "");
	enum dc_row did;

	MUST(dc_ledger_import_invitation(
		in, &did,
		&(struct dc_row_invitation){ .outgoing = true,
	                                     .other = { .key = key, .name = key },
	                                     .note = "Hello",
	                                     .note_len = i % 4 ? 5 : 0,
	                                     .at = ROOM_NOW - i * 104729 % 3000 * 17 * DC_MINUTE },
		i + 1, &r->err));
	assert_int_equal(did, DC_ROW_NEW);
}

typedef void import_row(struct room *r, struct dc_ledger_import *in, int i);

static void import_file(struct room *r, struct dc_ledger_import *in, const char *name,
                        import_row *row, int count)
{
	int64_t had;

	MUST(dc_ledger_import_file(in, name, &r->err));
	MUST(dc_ledger_import_go_on(in, &had, 1, 1, &r->err));
	for (int i = 0; i < count; i++) {
		row(r, in, i);
		if (i % 100 == 99)
			MUST(dc_ledger_import_reach(in, i + 1, &r->err));
	}
}

static void a_first_import_is_counted_and_found(void **state)
{
	struct room *r = *state;
	struct dc_ledger_import *in;
	struct dc_person p;

	MUST(dc_ledger_import_begin(r->l, &in, "an export", ROOM_NOW, ROOM_NOW, &r->err));
	dc_ledger_import_slice(in, 200);
	import_file(r, in, "Connections.csv", import_connection, PEOPLE / 3);
	import_file(r, in, "Invitations.csv", import_invitation, PEOPLE);
	MUST(dc_ledger_import_commit(in, &r->err));
	MUST(dc_ledger_verify(r->l, &r->err)); /* holds what is counted against the view */
	for (int i = 0; i < PEOPLE; i++) {
		DC_AUTO(dc_str) char *key = key_of("in", i, "");
		DC_AUTO(dc_str) char *email = key_of("email", i, "@example.org");

		MUST(dc_ledger_person_by_key(r->l, &p, key, &r->arena, &r->err));
		assert_string_equal(p.key, key);
		if (i % 2 && i < PEOPLE / 3) {
			MUST(dc_ledger_person_by_key(r->l, &p, email, &r->arena, &r->err));
			assert_string_equal(p.key, key);
		}
	}
	assert_int_equal(room_sql_int(r, "SELECT count(*) FROM person_key"), PEOPLE + PEOPLE / 6);
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, room_enter, room_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_ROOM(windows_are_exact),
		IN_A_ROOM(fates_are_counted),
		IN_A_ROOM(a_first_import_is_counted_and_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
