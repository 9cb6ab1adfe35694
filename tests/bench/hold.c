/* hold.c - how exactly a hold ends, and how long a user waits for "held" and "undone".
 *
 * Requests whose holds end one after the other wait for `release --watch`, and some in the
 * composer; the other side, a fake API on loopback, notes on the same clock when the first byte of
 * each was there.  Once on the machine as it is, once with one busy process for each processor.
 * Then `decorum send` and `decorum undo` are timed from start to end.
 *
 *   hold [REQUESTS [SESSIONS]]
 */
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <decorum/json.h>
#include <decorum/outbox.h>

#include "shared/fake.h"
#include "shared/screen.h"

extern char **environ;

enum { FIRST_MS = 2000, GAP_MS = 250, PATIENCE_MS = 20000, RUNS = 300, COMPOSER_HOLD_S = 2 };

static struct fake fake;
static char *program, *ledger_path;

static void expect(int rc, const struct dc_error *err, const char *what)
{
	if (!rc)
		return;
	fprintf(stderr, "hold: %s: %s\n", what, err->msg);
	exit(1);
}

static pid_t start(const char *const *words)
{
	posix_spawn_file_actions_t quiet;
	union {
		const char *const *in;
		char *const *out;
	} argv = { .in = words };
	pid_t pid;

	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
	int rc = posix_spawn(&pid, program, &quiet, NULL, argv.out, environ);

	posix_spawn_file_actions_destroy(&quiet);
	expect(rc, &(struct dc_error){ 0 }, program);
	return pid;
}

#define START(...) start((const char *const[]){ "decorum", __VA_ARGS__, NULL })

/* --- figures */

struct figures {
	double *all;
	size_t count;
};

static void add(struct figures *f, double value)
{
	f->all = dc_grow(f->all, f->count + 1, sizeof(*f->all));
	f->all[f->count++] = value;
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void tell(const char *what, struct figures *f)
{
	size_t early = 0;

	qsort(f->all, f->count, sizeof(*f->all), ascending);
	for (size_t i = 0; i < f->count; i++)
		early += f->all[i] < 0;
	printf("hold: %-34s %4zu times, %zu early, %6.1f ms (median), %6.1f ms (99 of 100), %6.1f "
	       "ms (longest)\n",
	       what, f->count, early, f->all[(f->count - 1) / 2], f->all[(f->count - 1) * 99 / 100],
	       f->all[f->count - 1]);
	fflush(stdout);
	dc_free(f->all);
	*f = (struct figures){ 0 };
}

/* --- lateness: when the first byte was there, less when the hold was over */

static void judge_line(struct figures *f, const struct dc_json *o, const struct dc_request *all,
                       size_t count)
{
	const char *who = dc_json_string(dc_json_get(o, "invitee"));

	if (!who)
		return;
	for (size_t i = 0; i < count; i++)
		if (!strcmp(strrchr(all[i].key, '/') + 1, strrchr(who, ':') + 1))
			add(f, dc_json_number(dc_json_get(o, "awake")) - (double)all[i].due_awake);
}

static void judge(struct figures *f)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = NULL;
	const struct dc_request_filter sent = { .states = 1u << DC_STATE_SENT };
	struct dc_error err = { 0 };
	struct dc_request *all;
	char *line = NULL;
	size_t count, cap = 0;
	ssize_t n;
	FILE *log = fopen(fake.log, "r");

	expect(dc_ledger_open_reading(&l, ledger_path, &err), &err, ledger_path);
	expect(dc_ledger_request_list(l, &all, &count, &sent, &arena, &err), &err, ledger_path);
	while (log && (n = getline(&line, &cap, log)) > 0) {
		DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;

		if (!dc_json_parse(&doc, line, (size_t)n, NULL))
			judge_line(f, dc_json_root(doc), all, count);
	}
	free(line);
	if (log)
		fclose(log);
}

static void hold(struct dc_outbox *o, const char *kind, int i, int64_t due)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_str) char *key = dc_printf("api/%s-%d", kind, i);
	DC_AUTO(dc_str) char *note = dc_printf("Hello, your answer %d on %s was kind.", i, kind);
	struct dc_error err = { 0 };
	struct dc_request r;
	struct dc_clock now;

	dc_clock_read(&now);
	expect(dc_outbox_hold(
		       o, &r, NULL,
		       &(struct dc_sending){
			       .request = { .key = key, .note = note, .note_len = strlen(note) },
			       .hold = due - now.awake },
		       &now, &arena, &err),
	       &err, key);
}

/* The holds end GAP_MS apart; each is sent by one process that watches. */
static void watch(const char *what, const char *kind, int requests, const char *config)
{
	struct dc_outbox o = { 0 };
	DC_AUTO(dc_settings_free) struct dc_settings *settings = NULL;
	struct dc_ledger *l = NULL;
	struct figures f = { 0 };
	struct dc_error err = { 0 };
	struct dc_clock now;
	int64_t last;

	fake_forget(&fake);
	expect(dc_settings_read(&settings, "config.ini", config, strlen(config), &err), &err,
	       "config.ini");
	expect(dc_ledger_open(&l, ledger_path, &err), &err, ledger_path);
	o = (struct dc_outbox){ .ledger = l, .settings = settings };
	dc_clock_read(&now);
	/* Making them takes a while, too. */
	last = now.awake + FIRST_MS + (int64_t)requests * 20;
	for (int i = 0; i < requests; i++, last += GAP_MS)
		hold(&o, kind, i, last);
	dc_ledger_free(l);

	pid_t watching = START("release", "--watch", "--quiet");

	for (dc_clock_read(&now);
	     fake_count(&fake, "\"accepted\"") < requests && now.awake < last + PATIENCE_MS;
	     dc_clock_read(&now))
		nanosleep(&(struct timespec){ .tv_nsec = 200000000 }, NULL);
	/* The last answer is written down. */
	nanosleep(&(struct timespec){ .tv_nsec = 500000000 }, NULL);
	kill(watching, SIGTERM);
	waitpid(watching, NULL, 0);
	judge(&f);
	if (f.count != (size_t)requests)
		fprintf(stderr, "hold: only %zu of %d went out\n", f.count, requests);
	if (f.count)
		tell(what, &f);
}

/* One request in each session, made there, released while the line is empty. */
static void compose(const char *what, int sessions)
{
	struct figures f = { 0 };

	fake_forget(&fake);
	for (int i = 0; i < sessions; i++) {
		DC_AUTO(dc_str) char *who = dc_printf("urn:li:person:session-%d", i);
		DC_AUTO(dc_str) char *note = dc_printf("Hello, your question %d was kind.", i);
		DC_AUTO(dc_str) char *seconds = dc_printf("%d", COMPOSER_HOLD_S);
		const char *const argv[] = { NULL,     "compose", who,      "--name", "Ada Vey",
			                     "--hold", seconds,   "--note", note,     NULL };
		struct screen *s = screen_open(argv, NULL);

		screen_expect(s, "send / edit");
		screen_send(s, "send\r");
		screen_expect(s, "LinkedIn confirms it");
		screen_free(s);
	}
	judge(&f);
	if (f.count)
		tell(what, &f);
}

/* --- what a user waits for */

static double milliseconds(const struct timespec *a, const struct timespec *b)
{
	return (double)(b->tv_sec - a->tv_sec) * 1e3 + (double)(b->tv_nsec - a->tv_nsec) / 1e6;
}

static double timed(const char *const *words)
{
	struct timespec from, to;
	int status;

	clock_gettime(CLOCK_MONOTONIC, &from);
	waitpid(start(words), &status, 0);
	clock_gettime(CLOCK_MONOTONIC, &to);
	if (!WIFEXITED(status) || WEXITSTATUS(status)) {
		fprintf(stderr, "hold: decorum %s ended with %d\n", words[1], status);
		exit(1);
	}
	return milliseconds(&from, &to);
}

static void commands(const char *when)
{
	struct figures held = { 0 }, undone = { 0 };
	DC_AUTO(dc_str) char *send = dc_printf("decorum send, %s", when);
	DC_AUTO(dc_str) char *undo = dc_printf("decorum undo, %s", when);

	for (int i = 0; i < RUNS; i++) {
		DC_AUTO(dc_str) char *who = dc_printf("urn:li:person:timed-%d", i);
		DC_AUTO(dc_str) char *note = dc_printf("Hello, your remark %d was kind.", i);

		add(&held, timed((const char *const[]){ "decorum", "send", who, "--name", "Ada Vey",
		                                        "--note", note, "--hold", "3600", NULL }));
		add(&undone, timed((const char *const[]){ "decorum", "undo", NULL }));
	}
	tell(send, &held);
	tell(undo, &undone);
}

/* --- */

static void keep_busy(pid_t *busy, long count)
{
	for (long i = 0; i < count; i++)
		if ((busy[i] = fork()) == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			for (;;)
				;
		}
}

int main(int argc, char **argv)
{
	int requests = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 200;
	int sessions = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 12;
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	pid_t busy[256];
	char path[4096];

	fake_start(&fake);
	program = dc_strdup(built(path, "decorum"));
	setenv("DECORUM", program, 1);
	screen_home();
	DC_AUTO(dc_str)
	char *config = dc_printf(
		"[outbox]\ntransport = linkedin\nlate = send-within 60\n"
		"[api]\nbase = %s\nloopback = yes\nperson = urn:li:person:me\n"
		"token-command = /bin/echo good-token\n"
		"[limits]\nday = 9999\nweek = 9999\nmonth = 9999\nburst = 9999\npending = 9999\n"
		"notes-month-free = 9999\nsimilar-people = 9999\n",
		fake.base);

	screen_file("config/decorum/config.ini", config, 0600);
	ledger_path = screen_path("data/decorum/ledger.db");
	setenv("HOME", screen_path("home"), 1);
	setenv("XDG_CONFIG_HOME", screen_path("config"), 1);
	setenv("XDG_DATA_HOME", screen_path("data"), 1);
	setenv("XDG_STATE_HOME", screen_path("state"), 1);
	watch("release --watch, late by", "idle", requests, config);
	compose("the composer, late by", sessions);
	commands("start to end");
	processors = processors < (long)DC_COUNT(busy) ? processors : (long)DC_COUNT(busy);
	keep_busy(busy, processors);
	watch("release --watch, busy, late by", "busy", requests, config);
	for (long i = 0; i < processors; i++) {
		kill(busy[i], SIGKILL);
		waitpid(busy[i], NULL, 0);
	}
	fake_stop(&fake);
	screen_home_clear();
	return 0;
}
