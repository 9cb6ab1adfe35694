/* rounds.c - random rounds of the real program against a hostile network, with kill -9.
 *
 * In each round a request is made and released while the other side misbehaves at random, the
 * sender is killed at a random moment, an undo or a second sender comes in between.  Then the
 * weather clears, and what the ledger says is held against the other side's own record:
 * the invariants I1 to I10 of the design.  DECORUM_ROUNDS and DECORUM_SEED choose more, or
 * the same again; a failing round prints its seed.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include <decorum/ledger.h>

#include "shared/fake.h"

enum { ROUNDS = 24, REQUESTS_MAX = 2, CALM_MAX = 12 };

static struct fake fake;
static char program[4096], home[96], output[128];

/* --- chance, the same for the same seed */

static uint64_t seed;

static unsigned chance(unsigned below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 20) % below;
}

/* What the other side does.  It may fail in every way, but it does not lie: one that says
 * "created" has accepted, one that refuses has not. */
static const struct {
	const char *name, *when; /* NULL: either */
} manners[] = {
	{ "hang", NULL },          { "reset", NULL },         { "close", NULL },
	{ "half", NULL },          { "cut-id", NULL },        { "cut-body", NULL },
	{ "500", NULL },           { "503", NULL },           { "307", NULL },
	{ "garbage", NULL },       { "endless", NULL },       { "headers", NULL },
	{ "informational", NULL }, { "no-id", "after" },      { "bad-id", "after" },
	{ "502-html", NULL },      { "late", "after" },       { "ok", "after" },
	{ "429", "before" },       { "503-retry", "before" }, { "400", "before" },
	{ "401", "before" },       { "403", "before" },       { "422", "before" },
};

/* Weather for the next calls; every third one is fine. */
static void bad_weather(void)
{
	static const char *const operations[] = { "create", "create", "list", "withdraw" };
	char lines[512] = "";
	size_t len = 0;

	for (unsigned n = 1 + chance(4); n > 0; n--) {
		size_t m = chance(DC_COUNT(manners));
		const char *when = manners[m].when ? manners[m].when
		                   : chance(2)     ? "after"
		                                   : "before";

		if (chance(3))
			len += (size_t)snprintf(lines + len, sizeof(lines) - len, "%s %s %s\n",
			                        operations[chance(DC_COUNT(operations))],
			                        manners[m].name, when);
	}
	fake_order(&fake, lines);
}

/* --- processes */

static pid_t run(const char *const *words)
{
	static char home_env[128], db[128], config[128], state[128], locale[] = "LC_ALL=C.UTF-8";
	char *env[] = { home_env, db, config, state, locale, NULL };
	posix_spawn_file_actions_t files;
	union {
		const char *const *in;
		char *const *out;
	} argv = { .in = words };
	pid_t pid;

	snprintf(home_env, sizeof(home_env), "HOME=%s", home);
	snprintf(db, sizeof(db), "DECORUM_DB=%s/ledger.db", home);
	snprintf(config, sizeof(config), "XDG_CONFIG_HOME=%s", home);
	snprintf(state, sizeof(state), "XDG_STATE_HOME=%s", home);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0600);
	posix_spawn_file_actions_adddup2(&files, 1, 2);
	int rc = posix_spawn(&pid, program, &files, NULL, argv.out, env);

	posix_spawn_file_actions_destroy(&files);
	assert_int_equal(rc, 0);
	return pid;
}

/* Its exit status; 128 and more when it was killed. */
static int end_of(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

#define RUN(...) end_of(run((const char *const[]){ "decorum", __VA_ARGS__, NULL }))
#define START(...) run((const char *const[]){ "decorum", __VA_ARGS__, NULL })

static void pass(unsigned microseconds)
{
	const struct timespec t = { .tv_nsec = (long)microseconds * 1000 };

	nanosleep(&t, NULL);
}

/* True when the newest output has that text; then all of it is forgotten. */
static bool said(const char *text)
{
	char all[16384];
	FILE *f = fopen(output, "r");
	size_t n = f ? fread(all, 1, sizeof(all) - 1, f) : 0;

	if (f)
		fclose(f);
	unlink(output);
	all[n] = '\0';
	return strstr(all, text) != NULL;
}

/* --- a round */

struct round {
	char who[64], note[128], id[24];
	bool undone;   /* told: "never sent" */
	bool taken;    /* told: "it will be withdrawn" */
	uint64_t seed; /* that it began with */
};

static void undo(struct round *r)
{
	said("");
	int rc = RUN("undo", r->id);
	bool late = said("it will be withdrawn");

	r->undone = r->undone || rc == 0;
	r->taken = r->taken || (rc == 4 && late);
}

static void storm(struct round *r)
{
	pid_t sender = START("release"), other = 0;

	pass(chance(30000));
	switch (chance(5)) {
	case 0:
		kill(sender, SIGKILL);
		break;
	case 1:
		undo(r);
		break;
	case 2:
		other = START("release");
		break;
	case 3:
		undo(r);
		kill(sender, SIGKILL);
		break;
	default:
		break;
	}
	(void)end_of(sender);
	if (other)
		(void)end_of(other);
}

static enum dc_state state_of(const struct round *r, struct dc_arena *arena, int64_t *undo_at)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = NULL;
	struct dc_dispatch d;
	struct dc_request q;
	char path[160];

	snprintf(path, sizeof(path), "%s/ledger.db", home);
	assert_int_equal(dc_ledger_open(&l, path, NULL), 0);
	assert_int_equal(dc_ledger_request_get(l, &q, strtoll(r->id, NULL, 10), arena, NULL), 0);
	assert_int_equal(dc_ledger_dispatch_get(l, &d, q.id, arena, NULL), 0);
	assert_string_equal(q.note, r->note); /* byte for byte */
	*undo_at = d.undo;
	return q.state;
}

static bool settled(enum dc_state s)
{
	return s == DC_STATE_SENT || s == DC_STATE_UNDONE || s == DC_STATE_FAILED ||
	       s == DC_STATE_WITHDRAWN;
}

#define HOLDS(what, ...)                                                                     \
	do {                                                                                 \
		if (!(what)) {                                                               \
			print_message("# DECORUM_SEED=%llu\n", (unsigned long long)r->seed); \
			fail_msg(__VA_ARGS__);                                               \
		}                                                                            \
	} while (0)

static void judge(const struct round *r, enum dc_state end, int64_t undo_at)
{
	char accepted_by[96];

	snprintf(accepted_by, sizeof(accepted_by), "\"invitee\":\"urn:li:person:%s\"", r->who);
	int accepted = fake_count(&fake, accepted_by);
	int exact = fake_count(&fake, r->note), withdrawn = fake_count(&fake, "WITHDRAWN");

	HOLDS(accepted <= 1, "I1: accepted %d times", accepted);
	HOLDS(!r->undone || !accepted, "I2: undone was told, and it was accepted");
	HOLDS(settled(end), "I4: it ends as %s", dc_state_name(end));
	HOLDS(end != DC_STATE_SENT || accepted, "I6: sent, but the other side does not know it");
	HOLDS((end != DC_STATE_UNDONE && end != DC_STATE_FAILED) || !accepted,
	      "I7: %s, but it was accepted", dc_state_name(end));
	HOLDS(end != DC_STATE_WITHDRAWN || withdrawn, "withdrawn, but the other side has it");
	HOLDS((!r->taken && !undo_at) || end == DC_STATE_UNDONE || end == DC_STATE_WITHDRAWN ||
	              end == DC_STATE_FAILED,
	      "I9: a late undo ended as %s", dc_state_name(end));
	HOLDS(exact == accepted, "the note did not arrive as it was confirmed");
}

static void one_round(unsigned n)
{
	static const char *const texts[] = {
		"Hi Ada, your talk on query planners in Ghent cleared up a lot for me.",
		"Hello Ada, the workshop on dry stone walls was a delight.",
		"Dear Ada, your chapter on tidal mills is the best that I have read.",
	};
	struct round round = { .seed = seed }, *r = &round;
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	enum dc_state end = DC_STATE_HELD;
	int64_t undo_at = 0;

	fake_forget(&fake);
	snprintf(r->who, sizeof(r->who), "p%u", n);
	snprintf(r->note, sizeof(r->note), "%s (%u)", texts[n % DC_COUNT(texts)], n);
	snprintf(r->id, sizeof(r->id), "%u", n);
	DC_AUTO(dc_str) char *urn = dc_printf("urn:li:person:%s", r->who);

	(void)RUN("queue", "resume");
	HOLDS(RUN("send", urn, "--name", "Ada Vey", "--note", r->note) == 0, "it was not held");
	for (unsigned storms = 1 + chance(3); storms > 0; storms--) {
		bad_weather();
		storm(r);
	}
	fake_order(&fake, "");
	for (int calm = 0; calm < CALM_MAX && !settled(end); calm++) {
		char at[] = "2040-01-02 10:00";

		/* What was paused for three failures in a row goes on, as a user would let it; a
		 * limit is over, and minutes go by. */
		at[14] = (char)('0' + calm / 10);
		at[15] = (char)('0' + calm % 10);
		(void)RUN("queue", "resume");
		(void)RUN("--at", at, "release");
		end = state_of(r, &arena, &undo_at);
	}
	HOLDS(RUN("verify") == 0, "I10: the history does not replay to the state");
	judge(r, end, undo_at);
}

static void the_ledger_tells_the_truth_in_any_weather(void **state)
{
	const char *rounds = getenv("DECORUM_ROUNDS"), *given = getenv("DECORUM_SEED");
	unsigned n = rounds ? (unsigned)strtoul(rounds, NULL, 10) : ROUNDS;

	(void)state;
	seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL) * 2654435761u + 1;
	for (unsigned i = 1; i <= n; i++)
		one_round(i);
	print_message("# %u rounds, 0 violations\n", n);
}

static int start(void **state)
{
	char path[160];
	FILE *f;

	(void)state;
	fake_start(&fake);
	built(program, "decorum");
	snprintf(home, sizeof(home), "%s/home", fake.folder);
	snprintf(output, sizeof(output), "%s/output", fake.folder);
	DC_AUTO(dc_str) char *folder = dc_printf("%s/decorum", home);

	if (mkdir(home, 0700) || mkdir(folder, 0700))
		return -1;
	snprintf(path, sizeof(path), "%s/config.ini", folder);
	if (!(f = fopen(path, "w")))
		return -1;
	fprintf(f,
	        "[outbox]\ntransport = linkedin\nhold = 0\nlate = hold\n"
	        "[api]\nbase = %s\nloopback = yes\nsettle = 0\ntimeout = 1\n"
	        "person = urn:li:person:me\ntoken-command = /bin/echo good-token\n"
	        "[rules]\nsimilar-note = off\nsame-note = off\nburst = off\nday-budget = off\n"
	        "week-budget = off\nmonth-budget = off\nnotes-budget = off\npending-backlog = "
	        "off\n",
	        fake.base);
	return fclose(f);
}

static int stop(void **state)
{
	static const char *const files[] = { "ledger.db", "ledger.db-journal", "ledger.db-sender",
		                             "decorum/config.ini" };

	(void)state;
	for (size_t i = 0; i < DC_COUNT(files); i++) {
		DC_AUTO(dc_str) char *path = dc_printf("%s/%s", home, files[i]);

		unlink(path);
	}
	DC_AUTO(dc_str) char *folder = dc_printf("%s/decorum", home);

	unlink(output);
	rmdir(folder);
	rmdir(home);
	fake_stop(&fake);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_ledger_tells_the_truth_in_any_weather),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
