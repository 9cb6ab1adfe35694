/* crash.c - kill -9 at random moments of send, undo and import: nothing acknowledged is lost.
 *
 * A child works on the ledger and tells through a pipe what it would have told a user.  It is
 * killed, and the ledger that it leaves must hold all of that, and nothing by halves.
 * DECORUM_ROUNDS sets the number of rounds, DECORUM_SEED the moments.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <signal.h>

#include <decorum/outbox.h>

#include "shared/room.h"

enum { ROUNDS = 100, IMPORT_ROWS = 150, DELAY_US = 60000 };

/* What was acknowledged; small enough for one atomic write. */
struct ack {
	enum { SENT_OFF, TAKEN_BACK, READ_IN } what;
	int number;
	int64_t id, draft;
};

static char *key_of(char out[64], const char *kind, int round, int number)
{
	snprintf(out, 64, "in/%s-%d-%d", kind, round, number);
	return out;
}

static char *note_of(char out[64], int round, int number)
{
	snprintf(out, 64, "Round %d, note %d \xf0\x9f\x91\x8b\r\n\ttail ", round, number);
	return out;
}

/* --- the child */

static void tell(int fd, const struct ack *a)
{
	if (write(fd, a, sizeof(*a)) != sizeof(*a))
		_exit(3);
}

static void give_up(const char *what, const struct dc_error *err)
{
	fprintf(stderr, "%s: %s\n", what, err->msg);
	_exit(2);
}

static int read_in(struct dc_ledger *l, int round, int number, struct dc_error *err)
{
	struct dc_ledger_import *i;
	enum dc_row did;
	char key[64];
	int rc = dc_ledger_import_begin(l, &i, "an export", ROOM_NOW, ROOM_NOW, err);

	if (rc || (rc = dc_ledger_import_file(i, "Connections.csv", err)))
		return rc;
	for (int n = 0; n < IMPORT_ROWS && !rc; n++) {
		struct dc_person p = { .key = key_of(key, "i", round, number * IMPORT_ROWS + n),
			               .name = "Somebody",
			               .connected = { .at = ROOM_NOW, .source = "" } };

		rc = dc_ledger_import_connection(i, &did, &p, n + 1, err);
	}
	return rc ? rc : dc_ledger_import_commit(i, err);
}

static void work(const char *path, const struct dc_settings *settings, int round, int fd)
{
	struct dc_clock now = { .wall = ROOM_NOW, .awake = 1, .boot = "b1" };
	struct dc_arena arena = { 0 };
	struct dc_outbox o = { .settings = settings };
	struct dc_error err = { 0 };
	char key[64], note[64];

	if (dc_ledger_open(&o.ledger, path, &err))
		give_up("open", &err);
	for (int n = 0;; n++) {
		struct ack a = { .what = SENT_OFF, .number = n };
		struct dc_sending s = { .request = { .key = key_of(key, "p", round, n),
			                             .note = note_of(note, round, n) },
			                .hold = 30000 };
		struct dc_request r;

		now.wall += 8 * DC_DAY; /* no budget is in the way */
		s.request.note_len = strlen(note);
		if (dc_outbox_hold(&o, &r, NULL, &s, &now, &arena, &err))
			give_up("hold", &err);
		a.id = r.id;
		tell(fd, &a);
		if (n % 2) {
			if (dc_outbox_undo(&o, &r, &a.draft, a.id, &now, &arena, NULL))
				_exit(5);
			a.what = TAKEN_BACK;
			tell(fd, &a);
		}
		if (n % 4 == 3) {
			if (read_in(o.ledger, round, n, &err))
				give_up("import", &err);
			a.what = READ_IN;
			tell(fd, &a);
		}
		dc_arena_clear(&arena);
	}
}

/* --- the judge */

static bool is_there(struct room *r, int round, int number)
{
	struct dc_person p;
	char key[64];

	return !dc_ledger_person_by_key(r->l, &p, key_of(key, "i", round, number), &r->arena, NULL);
}

static void judge(struct room *r, int round, const struct ack *a)
{
	struct dc_draft d;
	char note[64];

	if (a->what == READ_IN) {
		for (int n = 0; n < IMPORT_ROWS; n++)
			assert_true(is_there(r, round, a->number * IMPORT_ROWS + n));
		return;
	}
	struct dc_request q = room_request(r, a->id);

	note_of(note, round, a->number);
	assert_int_equal(q.note_len, strlen(note));
	assert_memory_equal(q.note, note, q.note_len);
	/* An undo may have been on its way when the end came. */
	assert_true(q.state == DC_STATE_UNDONE ||
	            (a->what == SENT_OFF && q.state == DC_STATE_HELD));
	if (a->what != TAKEN_BACK)
		return;
	MUST(dc_ledger_draft_get(r->l, &d, a->draft, &r->arena, &r->err));
	assert_int_equal(d.note_len, strlen(note));
	assert_memory_equal(d.note, note, d.note_len);
}

static void one_round(struct room *r, const struct dc_settings *settings, int round, long us)
{
	const struct timespec t = { .tv_nsec = us * 1000 };
	int ends[2], status, last = -1;
	struct ack a;

	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();

	if (pid == 0)
		work(r->path, settings, round, ends[1]);
	close(ends[1]);
	nanosleep(&t, NULL);
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (!WIFSIGNALED(status))
		fail_msg("round %d: the child gave up with %d", round, WEXITSTATUS(status));
	MUST(dc_ledger_open(&r->l, r->path, &r->err));
	while (read(ends[0], &a, sizeof(a)) == sizeof(a)) {
		judge(r, round, &a);
		last = a.number;
	}
	close(ends[0]);
	/* What was not acknowledged any more is there whole, or not at all. */
	for (int n = last; n <= last + 1; n++)
		if (n >= 0)
			assert_int_equal(is_there(r, round, n * IMPORT_ROWS),
			                 is_there(r, round, n * IMPORT_ROWS + IMPORT_ROWS - 1));
	MUST(dc_ledger_verify(r->l, &r->err));
	dc_ledger_free(r->l);
	r->l = NULL;
	dc_arena_clear(&r->arena);
}

static long number_of(const char *name, long preset)
{
	const char *text = getenv(name);

	return text ? strtol(text, NULL, 10) : preset;
}

static void nothing_acknowledged_is_lost(void **state)
{
	DC_AUTO(dc_settings_free) struct dc_settings *settings = NULL;
	struct room *r = *state;
	long rounds = number_of("DECORUM_ROUNDS", ROUNDS);
	uint64_t x = (uint64_t)number_of("DECORUM_SEED", (long)getpid());

	MUST(dc_settings_read(&settings, "none", NULL, 0, &r->err));
	/* Thousands of notes that are alike: the rules are not what is tested here. */
	for (size_t i = 0; dc_rule_at(i); i++) {
		DC_AUTO(dc_str) char *key = dc_printf("rules.%s", dc_rule_at(i)->id);

		MUST(dc_settings_set(settings, key, "off", "test", &r->err));
	}
	dc_ledger_free(r->l);
	r->l = NULL;
	printf("# seed %llu\n", (unsigned long long)x);
	for (int round = 0; round < rounds; round++) {
		x = x * UINT64_C(6364136223846793005) + 1442695040888963407U;
		one_round(r, settings, round, (long)((x >> 33) % DELAY_US));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_acknowledged_is_lost, room_enter,
		                                room_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
