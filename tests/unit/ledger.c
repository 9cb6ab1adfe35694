/* ledger.c - the ledger: its file, its guards, people, requests, drafts, budgets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "shared/room.h"
#include "store/store.h"

/* --- the file */

static void reopen_fails(struct room *r, const char *part)
{
	struct dc_ledger *l = NULL;
	int rc = dc_ledger_open(&l, r->path, &r->err);

	if (rc != DC_SYSTEM || l || !strstr(r->err.msg, part))
		fail_msg("open gave %s: %s (not: %s)", dc_code_name(rc), r->err.msg, part);
}

static void close_it(struct room *r)
{
	dc_ledger_free(r->l);
	r->l = NULL;
}

static void the_file_is_private(void **state)
{
	struct room *r = *state;
	struct stat s;
	struct dc_ledger *l;

	assert_int_equal(stat(r->path, &s), 0);
	assert_int_equal(s.st_mode & 0777, 0600);
	DC_AUTO(dc_str) char *deep = dc_printf("%s/x/y/ledger.db", r->dir);
	DC_AUTO(dc_str) char *folder = dc_printf("%s/x", r->dir);

	MUST(dc_ledger_open(&l, deep, &r->err));
	dc_ledger_free(l);
	assert_int_equal(stat(folder, &s), 0);
	assert_int_equal(s.st_mode & 0777, 0700);
}

static void what_others_can_reach_is_refused(void **state)
{
	struct room *r = *state;

	close_it(r);
	chmod(r->path, 0644);
	reopen_fails(r, "chmod 600");
	chmod(r->path, 0600);
	chmod(r->dir, 0777);
	reopen_fails(r, "chmod go-w");
	chmod(r->dir, 0700);
	DC_AUTO(dc_str) char *journal = dc_printf("%s-journal", r->path);
	DC_AUTO(dc_str) char *real = dc_printf("%s/real.db", r->dir);

	unlink(journal);
	assert_int_equal(symlink("/etc/passwd", journal), 0);
	reopen_fails(r, "symbolic link");
	unlink(journal);
	assert_int_equal(rename(r->path, real), 0);
	assert_int_equal(symlink(real, r->path), 0);
	reopen_fails(r, "symbolic link");
	unlink(r->path);
	assert_int_equal(mkdir(r->path, 0700), 0);
	reopen_fails(r, "not a file");
}

static void only_a_ledger_is_opened(void **state)
{
	struct room *r = *state;
	char *sql;

	close_it(r);
	sql = dc_printf("PRAGMA user_version = 1000");
	assert_int_equal(room_sql(r, sql), 0);
	dc_free(sql);
	reopen_fails(r, "newer decorum");
	assert_int_equal(room_sql(r, "PRAGMA application_id = 7"), 0);
	reopen_fails(r, "not a ledger");
	unlink(r->path);
	assert_int_equal(room_sql(r, "CREATE TABLE t (a)"), 0);
	chmod(r->path, 0600);
	reopen_fails(r, "not a ledger");
	FILE *f = fopen(r->path, "w");

	for (int i = 0; i < 1000; i++)
		fputs("no database at all ", f);
	fclose(f);
	reopen_fails(r, "--db");
}

/* A file of every earlier version, with a request in it where that version had requests. */
static void every_older_version_is_brought_up_to_date(void **state)
{
	struct room *r = *state;

	close_it(r);
	for (int version = 1; version < dc_store_version(); version++) {
		unlink(r->path);
		for (int i = 0; i < version; i++)
			assert_int_equal(room_sql(r, dc_store_migration(i)), 0);
		DC_AUTO(dc_str)
		char *head = dc_printf("PRAGMA user_version = %d; PRAGMA application_id = %d;"
		                       "INSERT INTO person (id, key, name, company) VALUES"
		                       " (1, 'in/a', 'A', 'Northwind Ltd');"
		                       "INSERT INTO person_key VALUES ('in/a', 1, 1);"
		                       "INSERT INTO source (id, label, file) VALUES (1, 'x', 'y')",
		                       version, DC_STORE_APPLICATION);
		struct dc_person p;

		assert_int_equal(room_sql(r, head), 0);
		if (room_sql_int(r, "SELECT count(*) FROM sqlite_schema WHERE name = 'request'"))
			assert_int_equal(
				room_sql(r, "INSERT INTO request (person, state, how, state_at,"
			                    " src, row, sent, moment, created) VALUES"
			                    " (1, 'sent', 'observed', 5, 1, 1, 5, 5, 5)"),
				0);
		chmod(r->path, 0600);
		MUST(dc_ledger_open(&r->l, r->path, &r->err));
		MUST(dc_ledger_verify(r->l, &r->err));
		assert_int_equal(room_sql_int(r,
		                              "SELECT (SELECT count(*) FROM person WHERE firm = 0)"
		                              " + (SELECT count(*) FROM request WHERE firm = 0)"),
		                 0);
		MUST(dc_ledger_person_by_key(r->l, &p, "in/a", &r->arena, &r->err));
		room_held(r, p.id, "still works");
		MUST(dc_ledger_verify(r->l, &r->err));
		close_it(r);
	}
}

struct told {
	int calls, stop_at; /* 0: never */
	int64_t done, total;
};

static int on_progress(void *data, int64_t done, int64_t total)
{
	struct told *t = data;

	assert_true(t->calls ? done >= t->done && total == t->total : !done);
	assert_true(done <= total);
	t->done = done;
	t->total = total;
	return ++t->calls == t->stop_at;
}

static int open_told(struct room *r, struct told *t)
{
	return dc_ledger_open_with(
		&r->l, r->path,
		&(struct dc_ledger_options){ .progress = on_progress, .progress_data = t },
		&r->err);
}

/* Whenever it is stopped: nothing is left of it. */
static void bringing_up_to_date_can_be_stopped(void **state)
{
	enum { OLD = 3 };
	struct room *r = *state;
	struct told all = { 0 };
	int stops = 0;

	close_it(r);
	unlink(r->path);
	for (int i = 0; i < OLD; i++)
		assert_int_equal(room_sql(r, dc_store_migration(i)), 0);
	DC_AUTO(dc_str)
	char *sql = dc_printf("PRAGMA user_version = %d; PRAGMA application_id = %d;"
	                      "INSERT INTO source (id, label, file) VALUES (1, 'x', 'y');"
	                      "CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
	                      " SELECT i + 1 FROM n WHERE i < 3000) SELECT i FROM n;"
	                      "INSERT INTO person (id, key, name, company)"
	                      " SELECT i, 'in/' || i, 'Bo Lund', 'Firm ' || i FROM n;"
	                      "INSERT INTO person_key SELECT 'in/' || i, i, 1 FROM n;"
	                      "INSERT INTO request (person, state, how, state_at, src, row, sent,"
	                      " moment, created, note) SELECT i, 'sent', 'observed', i, 1, i, i, i,"
	                      " i, CAST('Hi Bo, your talk on lake ' || i AS BLOB) FROM n",
	                      OLD, DC_STORE_APPLICATION);

	assert_int_equal(room_sql(r, sql), 0);
	chmod(r->path, 0600);
	for (int at = 1, rc = DC_TEMP; rc; at += 1 + at / 4) {
		struct told t = { .stop_at = at };

		if (!(rc = open_told(r, &t)))
			continue;
		stops++;
		assert_int_equal(rc, DC_TEMP);
		assert_int_equal(t.calls, at);
		assert_non_null(strstr(r->err.msg, "as it was"));
		assert_int_equal(room_sql_int(r, "PRAGMA user_version"), OLD);
		assert_int_equal(room_sql_int(r, "SELECT count(*) FROM request"), 3000);
		assert_int_equal(room_sql_int(r, "SELECT count(*) FROM word"), 0);
	}
	assert_true(stops > 5);
	MUST(dc_ledger_verify(r->l, &r->err));
	close_it(r);
	MUST(open_told(r, &all)); /* it is up to date: nothing to tell */
	assert_int_equal(all.calls, 0);
	close_it(r);
	DC_AUTO(dc_str)
	char *older = dc_printf("CREATE TABLE note_core (a); PRAGMA user_version = %d",
	                        dc_store_version() - 1);

	assert_int_equal(room_sql(r, older), 0);
	MUST(open_told(r, &all));
	assert_true(all.calls > 1);
	assert_int_equal(all.done, all.total);
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void an_absent_ledger_reads_as_empty(void **state)
{
	struct room *r = *state;
	struct dc_ledger *l;
	struct dc_request *all;
	size_t n;

	close_it(r);
	unlink(r->path);
	MUST(dc_ledger_open_reading(&l, r->path, &r->err));
	MUST(dc_ledger_request_list(l, &all, &n, &(struct dc_request_filter){ 0 }, &r->arena,
	                            &r->err));
	assert_int_equal(n, 0);
	dc_ledger_free(l);
	assert_int_not_equal(access(r->path, F_OK), 0);
}

static void the_modes_are_those_that_lose_nothing(void **state)
{
	struct room *r = *state;
	struct dc_ledger *again;

	/* PERSIST leaves a journal behind; both ends of a switch to WAL would be seen. */
	DC_AUTO(dc_str) char *journal = dc_printf("%s-journal", r->path);
	DC_AUTO(dc_str) char *wal = dc_printf("%s-wal", r->path);

	room_person(r, "in/ada", "Ada");
	assert_int_equal(access(journal, F_OK), 0);
	assert_int_not_equal(access(wal, F_OK), 0);
	MUST(dc_ledger_open(&again, r->path, &r->err));
	int64_t version = dc_ledger_version(again);

	room_person(r, "in/bo", "Bo");
	assert_int_not_equal(dc_ledger_version(again), version);
	dc_ledger_free(again);
}

/* --- guards */

static void the_edges_of_the_schema_are_those_of_the_code(void **state)
{
	struct room *r = *state;
	int64_t code = 0;

	for (int s = 0; s < DC_STATE_COUNT; s++) {
		DC_AUTO(dc_str)
		char *sql = dc_printf(
			"SELECT count(*) FROM edge WHERE \"from\" = '' AND \"to\" = '%s'",
			dc_state_name((enum dc_state)s));

		if (room_sql_int(r, sql) != dc_state_begins((enum dc_state)s))
			fail_msg("begins so, in the schema or in the code: %s",
			         dc_state_name((enum dc_state)s));
	}
	for (size_t i = 0; dc_edge_at(i); i++, code++) {
		DC_AUTO(dc_str)
		char *sql = dc_printf(
			"SELECT count(*) FROM edge WHERE \"from\" = '%s' AND \"to\" = '%s'",
			dc_state_name(dc_edge_at(i)->from), dc_state_name(dc_edge_at(i)->to));

		if (room_sql_int(r, sql) != 1)
			fail_msg("not in the schema: %s", sql);
	}
	assert_int_equal(room_sql_int(r, "SELECT count(*) FROM edge WHERE \"from\" <> ''"), code);
}

static void the_schema_refuses_what_is_no_edge(void **state)
{
	struct room *r = *state;
	int64_t id = room_held(r, room_person(r, "in/ada", "Ada"), "hi");

	for (int from = 0; from < DC_STATE_COUNT; from++)
		for (int to = 0; to < DC_STATE_COUNT; to++) {
			DC_AUTO(dc_str)
			char *sql = dc_printf("BEGIN; DROP TRIGGER request_move;"
			                      "UPDATE request SET state = '%s' WHERE id = %lld;",
			                      dc_state_name((enum dc_state)from), (long long)id);
			DC_AUTO(dc_str)
			char *move = dc_printf("UPDATE request SET state = '%s' WHERE id = %lld",
			                       dc_state_name((enum dc_state)to), (long long)id);
			bool legal = from == to ||
			             dc_edge_legal((enum dc_state)from, (enum dc_state)to);
			sqlite3 *db;
			char *trigger;
			sqlite3_stmt *st;

			assert_int_equal(sqlite3_open(r->path, &db), 0);
			sqlite3_prepare_v2(
				db, "SELECT sql FROM sqlite_schema WHERE name = 'request_move'", -1,
				&st, NULL);
			assert_int_equal(sqlite3_step(st), SQLITE_ROW);
			trigger = dc_strdup((const char *)sqlite3_column_text(st, 0));
			sqlite3_finalize(st);
			assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), 0);
			assert_int_equal(sqlite3_exec(db, trigger, NULL, NULL, NULL), 0);
			int rc = sqlite3_exec(db, move, NULL, NULL, NULL);

			if ((rc == 0) != legal)
				fail_msg("%s to %s: %d", dc_state_name((enum dc_state)from),
				         dc_state_name((enum dc_state)to), rc);
			dc_free(trigger);
			sqlite3_close(db); /* takes it all back */
		}
}

static void the_schema_keeps_what_happened(void **state)
{
	static const char *const crimes[] = {
		"DELETE FROM event",
		"UPDATE event SET at = 1",
		"UPDATE event SET \"to\" = 'sent'",
		"UPDATE event SET detail = 'another'",
		"DELETE FROM request",
		"INSERT INTO request (person, state, how, state_at, src, created)"
		" VALUES (1, 'accepted', 'told', 1, 1, 1)",
		"INSERT INTO request (person, state, how, state_at, src, created)"
		" VALUES (1, 'held', 'told', 1, 1, 1)", /* a second active one */
		"INSERT INTO dnc (kind, what, reason, at) VALUES ('person', 'in/ada', '', 1)",
	};
	struct room *r = *state;

	room_held(r, room_person(r, "in/ada", "Ada"), "hi");
	for (size_t i = 0; i < DC_COUNT(crimes); i++)
		if (room_sql(r, crimes[i]) == 0)
			fail_msg("allowed: %s", crimes[i]);
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void a_move_that_is_no_edge_is_refused(void **state)
{
	struct room *r = *state;
	int64_t id = room_held(r, room_person(r, "in/ada", "Ada"), "hi");

	for (int to = 0; to < DC_STATE_COUNT; to++)
		if (to != DC_STATE_HELD && !dc_edge_legal(DC_STATE_HELD, (enum dc_state)to))
			FAILS(DC_INVALID, room_move(r, id, DC_STATE_HELD, (enum dc_state)to));
	FAILS(DC_NOTFOUND, room_move(r, id + 1, DC_STATE_HELD, DC_STATE_UNDONE));
	FAILS(DC_CONFLICT, room_move(r, id, DC_STATE_SENT, DC_STATE_ACCEPTED));
	assert_int_equal(room_request(r, id).state, DC_STATE_HELD);
}

static void of_two_connections_one_wins(void **state)
{
	struct room *r = *state;
	int64_t id = room_held(r, room_person(r, "in/ada", "Ada"), "hi");
	struct dc_ledger *mine = r->l, *other;
	int64_t token = room_request(r, id).token;

	MUST(dc_ledger_open(&other, r->path, &r->err));
	MUST(room_move(r, id, DC_STATE_HELD, DC_STATE_HANDING));
	assert_int_equal(room_request(r, id).token, token + 1);
	r->l = other;
	FAILS(DC_CONFLICT, room_move(r, id, DC_STATE_HELD, DC_STATE_UNDONE));
	/* Back in the same state, but no longer the one that was read. */
	MUST(room_move(r, id, DC_STATE_HANDING, DC_STATE_HELD));
	struct dc_move stale = {
		.id = id, .from = DC_STATE_HELD, .to = DC_STATE_HANDING, .token = token
	};

	FAILS(DC_CONFLICT, dc_ledger_request_move(mine, &stale, &r->now, &r->err));
	r->l = mine;
	dc_ledger_free(other);
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void a_person_has_one_active_request(void **state)
{
	struct room *r = *state;
	int64_t who = room_person(r, "in/ada", "Ada Vey"), id = room_held(r, who, "hi"), second;
	struct dc_request_new more = { .person = who, .note = "again", .note_len = 5 };

	FAILS(DC_CONFLICT, dc_ledger_request_hold(r->l, &second, &more, &r->now, &r->err));
	assert_int_equal(second, id);
	MUST(room_move(r, id, DC_STATE_HELD, DC_STATE_UNDONE));
	MUST(dc_ledger_request_hold(r->l, &second, &more, &r->now, &r->err));
	assert_int_not_equal(second, id);
}

static void one_idempotency_key_is_one_request(void **state)
{
	struct room *r = *state;
	struct dc_request_new q = { .person = room_person(r, "in/ada", "Ada"), .key = "k1" };
	int64_t a, b, found;

	MUST(dc_ledger_request_hold(r->l, &a, &q, &r->now, &r->err));
	MUST(dc_ledger_request_hold(r->l, &b, &q, &r->now, &r->err));
	assert_int_equal(a, b);
	MUST(dc_ledger_request_by_key(r->l, &found, "k1", &r->err));
	assert_int_equal(found, a);
	MUST(dc_ledger_request_by_key(r->l, &found, "k2", &r->err));
	assert_int_equal(found, 0);
}

static void a_tampered_ledger_is_found_out(void **state)
{
	static const char *const crimes[] = {
		"DROP TRIGGER event_kept",
		"CREATE TABLE extra (a)",
		"DROP TRIGGER request_move; UPDATE request SET state = 'accepted'",
		"PRAGMA foreign_keys = OFF; UPDATE request SET person = 99",
	};

	for (size_t i = 0; i < DC_COUNT(crimes); i++) {
		void *fresh;

		assert_int_equal(room_enter(&fresh), 0);
		struct room *r = fresh;

		room_held(r, room_person(r, "in/ada", "Ada"), "hi");
		MUST(dc_ledger_verify(r->l, &r->err));
		assert_int_equal(room_sql(r, crimes[i]), 0);
		FAILS(DC_SYSTEM, dc_ledger_verify(r->l, &r->err));
		room_leave(&fresh);
	}
	(void)state;
}

static void a_backup_is_a_ledger(void **state)
{
	struct room *r = *state;
	DC_AUTO(dc_str) char *copy = dc_printf("%s/copy.db", r->dir);
	struct dc_ledger *l;
	struct dc_person p;
	struct stat s;

	room_person(r, "in/ada", "Ada");
	MUST(dc_ledger_backup(r->l, copy, &r->err));
	assert_int_equal(stat(copy, &s), 0);
	assert_int_equal(s.st_mode & 0777, 0600);
	MUST(dc_ledger_open(&l, copy, &r->err));
	MUST(dc_ledger_person_by_key(l, &p, "in/ada", &r->arena, &r->err));
	MUST(dc_ledger_verify(l, &r->err));
	dc_ledger_free(l);
	FAILS(DC_CONFLICT, dc_ledger_backup(r->l, copy, &r->err));
}

static void a_locked_ledger_says_try_again(void **state)
{
	struct room *r = *state;
	sqlite3 *db;
	int64_t id;

	room_person(r, "in/ada", "Ada");
	assert_int_equal(sqlite3_open(r->path, &db), 0);
	assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), 0);
	dc_ledger_patience(r->l, 20);
	FAILS(DC_TEMP, dc_ledger_person_put(r->l, &id, &(struct dc_person){ .key = "in/bo" }, "you",
	                                    ROOM_NOW, &r->err));
	sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_close(db);
	MUST(dc_ledger_person_put(r->l, &id, &(struct dc_person){ .key = "in/bo" }, "you", ROOM_NOW,
	                          &r->err));
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, room_enter, room_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_ROOM(the_file_is_private),
		IN_A_ROOM(what_others_can_reach_is_refused),
		IN_A_ROOM(only_a_ledger_is_opened),
		IN_A_ROOM(every_older_version_is_brought_up_to_date),
		IN_A_ROOM(bringing_up_to_date_can_be_stopped),
		IN_A_ROOM(an_absent_ledger_reads_as_empty),
		IN_A_ROOM(the_modes_are_those_that_lose_nothing),
		IN_A_ROOM(the_edges_of_the_schema_are_those_of_the_code),
		IN_A_ROOM(the_schema_refuses_what_is_no_edge),
		IN_A_ROOM(the_schema_keeps_what_happened),
		IN_A_ROOM(a_move_that_is_no_edge_is_refused),
		IN_A_ROOM(of_two_connections_one_wins),
		IN_A_ROOM(a_person_has_one_active_request),
		IN_A_ROOM(one_idempotency_key_is_one_request),
		IN_A_ROOM(a_tampered_ledger_is_found_out),
		IN_A_ROOM(a_backup_is_a_ledger),
		IN_A_ROOM(a_locked_ledger_says_try_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
