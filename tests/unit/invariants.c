/* invariants.c - what is promised of every request, one test for each promise, named by it.  The
 * README says the same sentences. */
#include <fcntl.h>
#include <setjmp.h>
#include <spawn.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include <decorum/buf.h>

#include "shared/post.h"

/* --- whatever the other side does */

static const char *const weather[] = {
	"",
	"create close before\n",
	"create close after\n",
	"create reset before\n",
	"create reset after\n",
	"create half after\n",
	"create cut-id after\n",
	"create no-id after\n",
	"create garbage before\n",
	"create 307 before\n",
	"create 500 before\n",
	"create 500 after\n",
	"create 400 before\n",
	"create 401 before\n",
	"create 403 before\n",
	"create 422 before\n",
	"create 429 before\n",
	"create 503-retry before\n",
	"create close after\nlist short before\nlist 500 before\n",
	"create close before\nlist 403 before\ncreate reset after\n",
};

static bool at_rest(enum dc_state s) { return s == DC_STATE_SENT || dc_state_final(s); }

/* Days go by, a user lets go on what is paused, and everything that can be done is done. */
static enum dc_state calm(struct post *p, int64_t id)
{
	struct dc_settled out;

	for (int day = 0; day < 8 && !at_rest(post_state(p, id)); day++) {
		post_later(p, DC_DAY);
		assert_int_equal(dc_ledger_pause(p->l, NULL, p->now.wall, NULL), 0);
		(void)(post_settle(p, &out, false) ||
		       post_send(p, id)); /* what counts is the end */
	}
	return post_state(p, id);
}

typedef void verdict(struct post *p, int64_t id, enum dc_state end);

static void in_any_weather(void **state, verdict *judge)
{
	for (size_t i = 0; i < DC_COUNT(weather); i++) {
		struct post *p;

		post_leave(state);
		post_enter(state);
		p = *state;
		p->now.wall -= 10 * DC_DAY; /* the days of calm() are over for the fake, too */
		int64_t id = post_hold(p, "api/ada", post_note);

		fake_order(p->fake, weather[i]);
		(void)!post_send(p, id);
		judge(p, id, post_state(p, id)); /* it holds at any time, … */
		judge(p, id, calm(p, id));       /* … and in the end */
	}
}

static int accepted(const struct post *p) { return fake_count(p->fake, "\"accepted\""); }

static int undo(struct post *p, int64_t id)
{
	struct dc_request q;

	return dc_outbox_undo(&p->o, &q, NULL, id, &p->now, &p->arena, &p->err);
}

/* --- I1 */

static void accepted_once(struct post *p, int64_t id, enum dc_state end)
{
	(void)id, (void)end;
	assert_true(accepted(p) <= 1);
	assert_int_equal(accepted(p), fake_count(p->fake, post_note)); /* byte for byte */
}

static void i1(void **state) { in_any_weather(state, accepted_once); }

/* --- I2 */

static void i2(void **state)
{
	static const char *const before[] = { "", "create 429 before\n", "create 401 before\n",
		                              "create close before\n" };

	for (size_t i = 0; i < DC_COUNT(before); i++) {
		struct post *p;

		post_leave(state);
		post_enter(state);
		p = *state;
		int64_t id = post_hold(p, "api/ada", post_note);

		fake_order(p->fake, before[i]);
		if (*before[i])
			assert_int_not_equal(post_send(p, id), 0);
		for (int look = 0; look < 2 && post_state(p, id) == DC_STATE_UNKNOWN; look++) {
			struct dc_settled out;

			post_later(p, DC_HOUR);
			assert_int_equal(post_settle(p, &out, false), 0);
		}
		assert_int_equal(undo(p, id), 0); /* told: it was never sent */
		assert_int_equal(calm(p, id), DC_STATE_UNDONE);
		assert_int_equal(accepted(p), 0);
	}
}

/* --- I3 */

static void i3(void **state)
{
	struct post *p = *state;
	struct dc_request q;
	struct dc_sending s = { .request = { .key = "api/ada",
		                             .name = "Ada Vey",
		                             .note = post_note,
		                             .note_len = strlen(post_note) },
		                .hold = 30000 };

	assert_int_equal(dc_outbox_hold(&p->o, &q, NULL, &s, &p->now, &p->arena, &p->err), 0);
	for (int boot = 0; boot < 2; boot++) {
		for (int second = 0; second < 30; second++) {
			assert_int_equal(post_send(p, q.id), DC_TEMP);
			post_later(p, second < 29 ? 1000 : 999);
			/* Neither sleep nor a clock that is set ends it. */
			p->now.elapsed += DC_HOUR;
			p->now.wall += second % 2 ? 3 * DC_DAY : -DC_DAY;
		}
		assert_int_equal(post_send(p, q.id), DC_TEMP); /* a millisecond is left */
		if (!boot)
			snprintf(p->now.boot, sizeof(p->now.boot), "another");
	}
	assert_int_equal(fake_count(p->fake, "seen"), 0);
	post_later(p, 1);
	assert_int_equal(post_send(p, q.id), 0);
}

/* --- I4 */

static void is_there(struct post *p, int64_t id, enum dc_state end)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *again = NULL;
	struct dc_request q;

	/* Another program finds it, with its text. */
	assert_int_equal(dc_ledger_open(&again, p->path, &p->err), 0);
	assert_int_equal(dc_ledger_request_get(again, &q, id, &p->arena, &p->err), 0);
	assert_string_equal(q.note, post_note);
	assert_int_equal(q.state, end);
	if (q.created != p->now.wall && !at_rest(end)) /* days have gone by */
		fail_msg("it stays %s: %s", dc_state_name(end), p->err.msg);
}

static void i4(void **state) { in_any_weather(state, is_there); }

/* --- I5 */

static void i5(void **state)
{
	struct post *p = *state;
	int64_t id = post_hold(p, "api/ada", post_note);
	struct dc_sender *first = post_sender(p), *second = NULL;
	struct dc_request old, now;
	struct dc_event *events;
	size_t before, after;

	assert_int_equal(dc_sender_open(&second, &p->o, post_clock, p, &p->err), DC_TEMP);
	assert_null(second);
	assert_int_equal(dc_ledger_request_get(p->l, &old, id, &p->arena, NULL), 0);
	fake_order(p->fake, "create 503-retry before\n");
	assert_int_equal(dc_sender_send(first, NULL, NULL, id, &p->arena, &p->err), DC_TEMP);
	dc_sender_free(first);
	dc_sender_free(post_sender(p)); /* its end lets the next one live */

	/* Held again, but the token has grown: what somebody read before counts no more. */
	assert_int_equal(dc_ledger_request_get(p->l, &now, id, &p->arena, NULL), 0);
	assert_int_equal(now.state, DC_STATE_HELD);
	assert_true(now.token > old.token);
	assert_int_equal(dc_ledger_history(p->l, &events, &before, now.person, &p->arena, NULL), 0);
	assert_int_equal(dc_ledger_request_move(p->l,
	                                        &(struct dc_move){ .id = id,
	                                                           .from = DC_STATE_HELD,
	                                                           .to = DC_STATE_SENDING,
	                                                           .token = old.token },
	                                        &p->now, &p->err),
	                 DC_CONFLICT);
	assert_int_equal(post_state(p, id), DC_STATE_HELD);
	assert_int_equal(dc_ledger_history(p->l, &events, &after, now.person, &p->arena, NULL), 0);
	assert_int_equal(after, before);
}

/* --- I6, I7 */

static void sent_is_there(struct post *p, int64_t id, enum dc_state end)
{
	struct dc_request q;

	assert_int_equal(dc_ledger_request_get(p->l, &q, id, &p->arena, NULL), 0);
	assert_true(end != DC_STATE_SENT || (q.how != DC_HOW_TOLD && accepted(p) == 1));
}

static void i6(void **state) { in_any_weather(state, sent_is_there); }

static void failed_is_not(struct post *p, int64_t id, enum dc_state end)
{
	(void)id;
	assert_true((end != DC_STATE_FAILED && end != DC_STATE_UNDONE) || accepted(p) == 0);
}

static void i7(void **state) { in_any_weather(state, failed_is_not); }

/* --- I8 */

static int64_t unknown(struct post *p, const char *key, const char *orders)
{
	int64_t id = post_hold(p, key, post_note);

	fake_order(p->fake, orders);
	assert_int_equal(post_send(p, id), DC_UNKNOWN);
	return id;
}

static void i8(void **state)
{
	struct post *p = *state;
	struct dc_settled out;
	struct dc_request q;
	int64_t id = unknown(p, "api/ada",
	                     "create close after\nlist 403 before\nlist short before\n"
	                     "list 500 before\nlist garbage-json before\n");

	for (int i = 0; i < 4; i++) { /* time is no evidence, nor is half a list */
		post_later(p, 365 * DC_DAY);
		assert_int_equal(post_send(p, id), DC_CONFLICT);
		assert_int_equal(dc_outbox_now(&p->o, id, &p->now, NULL), DC_CONFLICT);
		assert_int_not_equal(post_settle(p, &out, true), 0);
		assert_int_equal(post_state(p, id), DC_STATE_UNKNOWN);
	}
	/* Nor can it be told away. */
	assert_int_not_equal(
		dc_outbox_mark(&p->o, &q, id, DC_STATE_FAILED, 0, &p->now, &p->arena, NULL), 0);
	assert_int_equal(post_settle(p, &out, false), 0); /* a whole list is evidence */
	assert_int_equal(post_state(p, id), DC_STATE_SENT);

	id = unknown(p, "api/bo", "create close before\n");
	for (int look = 0; look < 2; look++) { /* nor is a list made too soon, or a single one */
		assert_int_equal(post_settle(p, &out, false), 0);
		assert_int_equal(post_state(p, id), DC_STATE_UNKNOWN);
		post_later(p, look ? 1 : DC_HOUR);
	}
	assert_int_equal(
		dc_outbox_mark(&p->o, &q, id, DC_STATE_HELD, 0, &p->now, &p->arena, &p->err), 0);
	assert_int_equal(q.how, DC_HOW_TOLD); /* and so is the user's word */
}

/* --- I9 */

static void i9(void **state)
{
	static const struct {
		const char *orders;
		enum dc_state end;
	} cases[] = {
		{ "create close after\n", DC_STATE_WITHDRAWN },
		{ "create close after\nwithdraw 500 before\nwithdraw close after\n",
		  DC_STATE_WITHDRAWN },
		{ "create reset before\n", DC_STATE_UNDONE },
		{ "create reset before\nlist short before\n", DC_STATE_UNDONE },
	};

	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		struct post *p;

		post_leave(state);
		post_enter(state);
		p = *state;
		int64_t id = unknown(p, "api/ada", cases[i].orders);

		assert_int_equal(undo(p, id), DC_CONFLICT);
		assert_non_null(strstr(p->err.msg, "it will be withdrawn"));
		assert_int_equal(calm(p, id), cases[i].end);
		assert_int_equal(accepted(p), fake_count(p->fake, "WITHDRAWN"));
	}
}

/* --- I10 */

static void it_replays(struct post *p, int64_t id, enum dc_state end)
{
	(void)id, (void)end;
	post_verify(p);
}

static void i10(void **state)
{
	struct post *p;
	sqlite3 *db;

	in_any_weather(state, it_replays);
	p = *state;
	(void)post_hold(p, "api/bo", post_note);
	post_verify(p);
	/* A state that no event explains is found. */
	assert_int_equal(sqlite3_open(p->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
	                              "UPDATE request SET state = 'undone' WHERE state = 'held'",
	                              NULL, NULL, NULL),
	                 SQLITE_OK);
	sqlite3_close(db);
	assert_int_not_equal(dc_ledger_verify(p->l, &p->err), 0);
}

/* --- I11 */

static void i11(void **state)
{
	struct post *p = *state;
	struct dc_settled out;
	int64_t refused = post_hold(p, "api/ada", post_note);
	int64_t back = post_hold(p, "api/bo", "Hello, your post about soil sensors helped us.");
	int64_t stuck[2] = { post_hold(p, "api/cy", "Good day, we met at the Leuven chess club."),
		             post_hold(p, "api/dee", "Hey, may I ask about the observatory?") };
	int64_t last = post_hold(p, "api/eve", "Hello, your essay on tidal mills is lovely.");

	fake_order(p->fake, "create 400 before\n");
	assert_int_not_equal(post_send(p, refused), 0);
	fake_order(p->fake, "create close before\n");
	assert_int_equal(post_send(p, stuck[0]), DC_UNKNOWN);
	assert_int_equal(post_send(p, back), 0);
	assert_int_equal(post_send(p, stuck[1]), 0);
	/* One whose outcome nobody may look up, one that cannot be withdrawn. */
	post_later(p, DC_HOUR);
	fake_order(p->fake, "list 403 before\nwithdraw 500 before\nwithdraw 500 before\n");
	DC_AUTO(dc_sender_free) struct dc_sender *s = post_sender(p);

	assert_int_equal(dc_sender_withdraw(s, stuck[1], DC_WITHDRAW_OTHER, &p->err), DC_UNKNOWN);
	assert_int_equal(dc_sender_withdraw(s, back, DC_WITHDRAW_OTHER, &p->err), DC_UNKNOWN);
	fake_order(p->fake, "list 403 before\nwithdraw 500 before\n");
	assert_int_not_equal(dc_sender_settle(s, &out, false, &p->err), 0);
	assert_int_equal(out.withdrawn, 1); /* the one behind it, or before it, went through */
	assert_int_equal(dc_sender_send(s, NULL, NULL, last, &p->arena, &p->err), 0);
	assert_int_equal(post_state(p, last), DC_STATE_SENT);
	assert_int_equal(post_state(p, stuck[0]), DC_STATE_UNKNOWN);
}

/* --- I12 */

/* Runs the program with standard output there; gives its exit status, and what it complained. */
static int run(struct post *p, const char *output, char said[512], const char *const argv[])
{
	char program[4096], path[160];
	DC_AUTO(dc_str) char *db = dc_printf("DECORUM_DB=%s", p->path);
	DC_AUTO(dc_str) char *home = dc_printf("HOME=%s", p->dir);
	char *env[] = { db, home, NULL };
	posix_spawn_file_actions_t files;
	int status = -1;
	pid_t pid;
	union { /* what is started changes nothing of them */
		const char *const *in;
		char *const *out;
	} args = { .in = argv };

	snprintf(path, sizeof(path), "%s/said", p->dir);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&files, 2, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_int_equal(posix_spawn(&pid, built(program, "decorum"), &files, NULL, args.out, env),
	                 0);
	posix_spawn_file_actions_destroy(&files);
	assert_int_equal(waitpid(pid, &status, 0), pid);

	FILE *f = fopen(path, "r");
	size_t n = f ? fread(said, 1, 511, f) : 0;

	said[n] = '\0';
	if (f)
		fclose(f);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#define RUN(output, ...) run(p, output, said, (const char *const[]){ "decorum", __VA_ARGS__, NULL })

static void i12(void **state)
{
	struct post *p = *state;
	char said[512];

	/* It was done and could not be told: no success, and asking again makes no second one. */
	for (int again = 0; again < 2; again++) {
		assert_int_equal(RUN("/dev/full", "send", "in/ada-vey", "--name", "Ada Vey",
		                     "--note", post_note, "--key", "k1"),
		                 5);
		assert_non_null(strstr(said, "could not be written"));
	}
	assert_int_equal(RUN("/dev/null", "send", "in/ada-vey", "--name", "Ada Vey", "--note",
	                     post_note, "--key", "k1"),
	                 0);
	assert_int_equal(post_state(p, 1), DC_STATE_HELD);
	assert_int_equal(RUN("/dev/full", "undo", "1"), 5);
	assert_int_equal(post_state(p, 1), DC_STATE_UNDONE);
	/* Not done: another status for each reason. */
	assert_int_equal(RUN("/dev/null", "undo", "1"), 4);
	assert_int_equal(RUN("/dev/null", "undo", "7"), 3);
	assert_int_equal(RUN("/dev/null", "send", "in/ada-vey", "--name", "Ada Vey", "--note",
	                     "Hi Anna, your talk in Ghent made me rethink our queues."),
	                 1);
	assert_int_equal(RUN("/dev/null", "send", "in/ada-vey"), 2);
	/* Where nothing can be kept, nothing is promised. */
	assert_int_equal(RUN("/dev/null", "--db", "/dev/full", "send", "in/ada-vey", "--name",
	                     "Ada Vey", "--note", post_note),
	                 5);
}

/* --- all of them */

static const struct {
	const char *name, *promise;
	CMUnitTestFunction test;
} invariants[] = {
	{ "I1", "A request is accepted by the other side at most once.", i1 },
	{ "I2", "What was told as undone, never sent, is never accepted.", i2 },
	{ "I3", "Nothing leaves before its hold is over.", i3 },
	{ "I4", "What was told as held is never lost, and comes to an end.", i4 },
	{ "I5", "One sender lives at a time; whoever was overtaken writes nothing.", i5 },
	{ "I6", "Sent: the other side has it, or you said so.", i6 },
	{ "I7", "Undone or failed: the other side does not have it.", i7 },
	{ "I8", "Unknown ends by evidence or by your word.", i8 },
	{ "I9",
	  "A late undo that was told ends undone, withdrawn or failed, unless they accept first.",
	  i9 },
	{ "I10", "The history of a request leads to the state that it is in.", i10 },
	{ "I11", "A request that is stuck stops no other one.", i11 },
	{ "I12", "Exit status and output tell the truth, also when nothing can be written.", i12 },
};

static void the_readme_promises_the_same(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	FILE *f = fopen("README.md", "r");
	char part[4096];
	size_t n;

	(void)state;
	assert_non_null(f);
	while ((n = fread(part, 1, sizeof(part), f)))
		dc_buf_add(&text, part, n);
	fclose(f);
	for (size_t i = 0; i < DC_COUNT(invariants); i++) {
		DC_AUTO(dc_str)
		char *row = dc_printf("\n| %s | %s |\n", invariants[i].name, invariants[i].promise);

		if (!strstr(dc_buf_str(&text), row))
			fail_msg("not in the README: %s", row);
	}
	assert_null(strstr(dc_buf_str(&text), "\n| I13 |"));
}

int main(void)
{
	struct CMUnitTest tests[DC_COUNT(invariants) + 1] = { cmocka_unit_test(
		the_readme_promises_the_same) };
	char names[DC_COUNT(invariants)][128];

	for (size_t i = 0; i < DC_COUNT(invariants); i++) {
		snprintf(names[i], sizeof(names[i]), "%s: %s", invariants[i].name,
		         invariants[i].promise);
		tests[i + 1] = (struct CMUnitTest){ names[i], invariants[i].test, post_enter,
			                            post_leave, NULL };
	}
	return cmocka_run_group_tests(tests, post_open, post_close);
}
