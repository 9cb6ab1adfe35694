/* work.c - one operation on a ledger, to be killed or failed anywhere, and the judge of what is
 * left.
 *
 *   work prepare DIR            a ledger with one request in each place that the operations need
 *   work OP DIR                 carries it out; writes "ack ID" when a user would have been told
 *   work judge OP DIR STATUS    STATUS is how `work OP` ended: 0, an exit status, or "killed"
 *
 * The judge answers 0, or tells what was promised and is not so.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <decorum/outbox.h>

#define NOW INT64_C(1793534400000)
enum { IMPORT_ROWS = 40, IMPORT_SLICE = 16 };

static const char note[] = "Hi, this is the note \xf0\x9f\x91\x8b\r\n\tof the sweep.";

struct shop {
	const char *dir;
	char *path;
	struct dc_settings *settings;
	struct dc_outbox o;
	struct dc_clock now;
	struct dc_arena arena;
	struct dc_error err;
};

static char *file_in(struct shop *s, const char *name)
{
	return dc_arena_printf(&s->arena, "%s/%s", s->dir, name);
}

static int open_shop(struct shop *s, const char *dir)
{
	static char *const environ_of_opener[] = { NULL };
	int rc;

	s->dir = dir;
	s->path = file_in(s, "ledger.db");
	s->now = (struct dc_clock){ .wall = NOW, .awake = 100000, .elapsed = 100000, .boot = "b" };
	if ((rc = dc_settings_read(&s->settings, "none", NULL, 0, &s->err)))
		return rc;
	for (size_t i = 0; dc_rule_at(i); i++) {
		DC_AUTO(dc_str) char *key = dc_printf("rules.%s", dc_rule_at(i)->id);

		if ((rc = dc_settings_set(s->settings, key, "off", "test", &s->err)))
			return rc;
	}
	s->o.settings = s->settings;
	s->o.desk = (struct dc_desk){ .opener = file_in(s, "opener"),
		                      .clipboard = "",
		                      .environ = environ_of_opener,
		                      .path = "" };
	if ((rc = dc_ledger_open(&s->o.ledger, s->path, &s->err)))
		return rc;
	dc_ledger_patience(s->o.ledger, 200);
	return 0;
}

static void close_shop(struct shop *s)
{
	dc_ledger_free(s->o.ledger);
	dc_settings_free(s->settings);
	dc_arena_clear(&s->arena);
}

static int hold(struct shop *s, int64_t *id, const char *key)
{
	struct dc_request r;
	int rc = dc_outbox_hold(
		&s->o, &r, NULL,
		&(struct dc_sending){
			.request = { .key = key, .note = note, .note_len = sizeof(note) - 1 },
			.hold = 0 },
		&s->now, &s->arena, &s->err);

	*id = rc ? 0 : r.id;
	return rc;
}

/* --- the operations.  The ids are those that prepare() made: one request for each. */

enum { UNDO_ID = 1, HAND_ID, ANSWER_ID, WITHDRAW_ID, ANSWER_WITHDRAW_ID, FORGET_ID, MADE };
static const char *const keys[MADE] = { "",          "in/undo",     "in/hand",
	                                "in/answer", "in/withdraw", "in/withdrawing",
	                                "in/forget" };

static int do_create(struct shop *s, int64_t *id)
{
	return dc_ledger_person_put(s->o.ledger, id, &(struct dc_person){ .key = "in/new" }, "you",
	                            NOW, &s->err);
}

static int do_hold(struct shop *s, int64_t *id) { return hold(s, id, "in/hold"); }

static int do_undo(struct shop *s, int64_t *draft)
{
	struct dc_request r;

	return dc_outbox_undo(&s->o, &r, draft, UNDO_ID, &s->now, &s->arena, &s->err);
}

static int hand(struct shop *s, int64_t id)
{
	struct dc_handover h;

	return dc_outbox_hand(&s->o, &h, NULL, id, &s->now, &s->err);
}

static int do_hand(struct shop *s, int64_t *id) { return hand(s, *id = HAND_ID); }

static int do_answer(struct shop *s, int64_t *id)
{
	return dc_outbox_answer(&s->o, *id = ANSWER_ID, true, &s->now, &s->err);
}

static int withdraw(struct shop *s, int64_t id)
{
	struct dc_handover h;

	return dc_outbox_withdraw(&s->o, &h, id, DC_WITHDRAW_OTHER, &s->now, &s->err);
}

static int do_withdraw(struct shop *s, int64_t *id) { return withdraw(s, *id = WITHDRAW_ID); }

static int do_answer_withdraw(struct shop *s, int64_t *id)
{
	return dc_outbox_withdraw_answer(&s->o, *id = ANSWER_WITHDRAW_ID, true, &s->now, &s->err);
}

static int do_import(struct shop *s, int64_t *id)
{
	struct dc_ledger_import *i;
	enum dc_row did;
	char key[40];
	int64_t had;
	int rc = dc_ledger_import_begin(s->o.ledger, &i, "an export", NOW, NOW, &s->err);

	*id = 0;
	if (rc)
		return rc;
	dc_ledger_import_slice(i, IMPORT_SLICE);
	rc = dc_ledger_import_file(i, "Invitations.csv", &s->err);
	if (!rc)
		rc = dc_ledger_import_go_on(i, &had, 1, 1, &s->err);
	for (int n = 0; n < IMPORT_ROWS && !rc; n++) {
		struct dc_row_invitation v = { .outgoing = true,
			                       .other = { .key = key, .name = "Somebody" },
			                       .note = note,
			                       .note_len = sizeof(note) - 1,
			                       .at = NOW - n * DC_HOUR };

		snprintf(key, sizeof(key), "in/import-%d", n);
		rc = dc_ledger_import_invitation(i, &did, &v, n + 1, &s->err);
		if (!rc)
			rc = dc_ledger_import_reach(i, n + 1, &s->err);
	}
	if (!rc)
		return dc_ledger_import_commit(i, &s->err);
	dc_ledger_import_rollback(i);
	return rc;
}

static int do_forget(struct shop *s, int64_t *id)
{
	struct dc_person p;
	int rc = dc_ledger_person_by_key(s->o.ledger, &p, keys[FORGET_ID], &s->arena, &s->err);

	*id = rc ? 0 : p.id;
	return rc ? rc : dc_ledger_person_forget(s->o.ledger, p.id, NOW, &s->err);
}

/* Opening has done it: the ledger was an old one. */
static int do_migrate(struct shop *s, int64_t *id)
{
	struct dc_request r;

	return dc_ledger_request_get(s->o.ledger, &r, *id = 1, &s->arena, &s->err);
}

static int do_backup(struct shop *s, int64_t *id)
{
	*id = 0;
	return dc_ledger_backup(s->o.ledger, file_in(s, "copy.db"), &s->err);
}

/* --- the judges: `done` means that it was promised, `undone` that it was denied */

static int complain(const char *what)
{
	printf("%s\n", what);
	return 1;
}

static enum dc_state state_of(struct shop *s, int64_t id)
{
	struct dc_request r;

	if (dc_ledger_request_get(s->o.ledger, &r, id, &s->arena, &s->err))
		return DC_STATE_COUNT;
	if (r.note_len != sizeof(note) - 1 || memcmp(r.note, note, r.note_len) != 0)
		return DC_STATE_COUNT;
	return r.state;
}

static int moved(struct shop *s, int64_t id, enum dc_state from, enum dc_state to, bool done,
                 bool denied)
{
	enum dc_state now = state_of(s, id);

	if (now != from && now != to)
		return complain("it is in a state that nobody put it in, or its note changed");
	if (done && now != to)
		return complain("it was told as done, and is not");
	if (denied && now != from)
		return complain("it was told as not done, and is");
	return 0;
}

static bool known(struct shop *s, const char *key)
{
	struct dc_person p;

	return !dc_ledger_person_by_key(s->o.ledger, &p, key, &s->arena, NULL);
}

static int judge_create(struct shop *s, int64_t id, bool done, bool denied)
{
	(void)id;
	(void)denied; /* the file may well be there, empty */
	return done && !known(s, "in/new") ? complain("a person is lost") : 0;
}

static int judge_hold(struct shop *s, int64_t id, bool done, bool denied)
{
	struct dc_request *all;
	size_t n;

	if (dc_ledger_request_list(s->o.ledger, &all, &n,
	                           &(struct dc_request_filter){ .states = 1u << DC_STATE_HELD },
	                           &s->arena, &s->err))
		return complain("the requests cannot be listed");
	size_t more = n - 2; /* UNDO_ID and HAND_ID are held, too */

	if (done && state_of(s, id) != DC_STATE_HELD)
		return complain("a request that was told as held is lost");
	if (denied && more)
		return complain("a request that was told as refused is held");
	return more > 1 ? complain("one request became two") : 0;
}

static int judge_undo(struct shop *s, int64_t draft, bool done, bool denied)
{
	struct dc_draft *all;
	size_t n;
	bool undone = state_of(s, UNDO_ID) == DC_STATE_UNDONE;

	if (dc_ledger_draft_list(s->o.ledger, &all, &n, &s->arena, &s->err))
		return complain("the drafts cannot be listed");
	if (n != (undone ? 1u : 0u))
		return complain("undone without its draft, or a draft of what is not undone");
	if (n && (all[0].note_len != sizeof(note) - 1 ||
	          memcmp(all[0].note, note, all[0].note_len) != 0 || (done && all[0].id != draft)))
		return complain("the draft is not the note");
	return moved(s, UNDO_ID, DC_STATE_HELD, DC_STATE_UNDONE, done, denied);
}

static int judge_hand(struct shop *s, int64_t id, bool done, bool denied)
{
	enum dc_state now = state_of(s, HAND_ID);
	bool opened = !access(file_in(s, "opened"), F_OK);

	(void)id;
	(void)denied;
	if (now != DC_STATE_HELD && now != DC_STATE_HANDING && now != DC_STATE_HANDED)
		return complain("it is in a state that nobody put it in");
	if (opened && now == DC_STATE_HELD)
		return complain("it was opened and would be opened again");
	if (done && now != DC_STATE_HANDED)
		return complain("it was told as handed over, and is not");
	return 0;
}

static int judge_answer(struct shop *s, int64_t id, bool done, bool denied)
{
	(void)id;
	return moved(s, ANSWER_ID, DC_STATE_HANDED, DC_STATE_SENT, done, denied);
}

static int judge_withdraw(struct shop *s, int64_t id, bool done, bool denied)
{
	(void)id;
	return moved(s, WITHDRAW_ID, DC_STATE_SENT, DC_STATE_WITHDRAWING, done, denied);
}

static int judge_answer_withdraw(struct shop *s, int64_t id, bool done, bool denied)
{
	(void)id;
	return moved(s, ANSWER_WITHDRAW_ID, DC_STATE_WITHDRAWING, DC_STATE_WITHDRAWN, done, denied);
}

static int imported(struct shop *s)
{
	char key[40];
	int n = 0;

	for (int i = 0; i < IMPORT_ROWS; i++) {
		snprintf(key, sizeof(key), "in/import-%d", i);
		n += known(s, key);
	}
	return n;
}

/* Slices are whole or not there; the next import takes up what is left, and nothing comes twice. */
static int judge_import(struct shop *s, int64_t id, bool done, bool denied)
{
	const int n = imported(s);
	struct dc_request *all;
	size_t before, after;

	(void)denied; /* slices that were durable stay: that is told, too */
	if (n % IMPORT_SLICE && n != IMPORT_ROWS)
		return complain("a slice of an import by halves");
	if (done && n < IMPORT_ROWS)
		return complain("an import that was told is lost");
	if (dc_ledger_request_list(s->o.ledger, &all, &before, &(struct dc_request_filter){ 0 },
	                           &s->arena, &s->err) ||
	    do_import(s, &id) || dc_ledger_verify(s->o.ledger, &s->err) ||
	    dc_ledger_request_list(s->o.ledger, &all, &after, &(struct dc_request_filter){ 0 },
	                           &s->arena, &s->err))
		return complain("the import cannot be taken up again");
	if (imported(s) < IMPORT_ROWS)
		return complain("an import that was taken up again lacks rows");
	return (int)(after - before) == IMPORT_ROWS - n
	               ? 0
	               : complain("an import that was taken up again has rows twice");
}

static int judge_forget(struct shop *s, int64_t id, bool done, bool denied)
{
	bool there = known(s, keys[FORGET_ID]), hashed;

	(void)id;
	if (dc_ledger_forgotten(s->o.ledger, &hashed, keys[FORGET_ID], &s->err))
		return complain("the forgotten cannot be read");
	if (there == hashed)
		return complain("forgotten by halves");
	if (done && there)
		return complain("forgotten was told, and the person is there");
	(void)denied; /* only the cleaning of the journal may have failed */
	return 0;
}

static int judge_migrate(struct shop *s, int64_t id, bool done, bool denied)
{
	struct dc_request r;

	(void)id;
	(void)done;
	(void)denied; /* judging has brought it up to date, if nobody else did */
	if (dc_ledger_request_get(s->o.ledger, &r, 1, &s->arena, &s->err) ||
	    r.state != DC_STATE_HELD || !r.note_len)
		return complain("what was in the old ledger is lost");
	return 0;
}

static int judge_backup(struct shop *s, int64_t id, bool done, bool denied)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *copy = NULL;
	bool there = !access(file_in(s, "copy.db"), F_OK);
	struct dc_person p;

	(void)id;
	(void)denied;
	if (!there)
		return done ? complain("a backup that was told is not there") : 0;
	if (dc_ledger_open(&copy, file_in(s, "copy.db"), &s->err) ||
	    dc_ledger_verify(copy, &s->err) ||
	    dc_ledger_person_by_key(copy, &p, keys[UNDO_ID], &s->arena, &s->err))
		return complain("a backup that is no whole ledger");
	return 0;
}

static const struct op {
	const char *name;
	int (*run)(struct shop *s, int64_t *id);
	int (*judge)(struct shop *s, int64_t id, bool done, bool denied);
} ops[] = {
	{ "create", do_create, judge_create },
	{ "hold", do_hold, judge_hold },
	{ "undo", do_undo, judge_undo },
	{ "hand", do_hand, judge_hand },
	{ "answer", do_answer, judge_answer },
	{ "withdraw", do_withdraw, judge_withdraw },
	{ "answer-withdraw", do_answer_withdraw, judge_answer_withdraw },
	{ "import", do_import, judge_import },
	{ "forget", do_forget, judge_forget },
	{ "backup", do_backup, judge_backup },
	{ "migrate", do_migrate, judge_migrate },
};

/* --- the commands */

static int fail(const struct shop *s, int rc)
{
	fprintf(stderr, "%s\n", s->err.msg);
	return dc_code_exit(rc);
}

static int prepare(struct shop *s, const char *dir)
{
	FILE *f;
	int rc = 0;
	int64_t id;

	s->dir = dir;
	f = fopen(file_in(s, "opener"), "w");
	if (!f)
		return 1;
	fprintf(f, "#!/bin/sh\necho >>'%s/opened'\n", dir);
	fclose(f);
	chmod(file_in(s, "opener"), 0700);
	rc = open_shop(s, dir);
	for (int i = 1; i < MADE && !rc; i++)
		rc = hold(s, &id, keys[i]);
	for (int i = ANSWER_ID; i < MADE && !rc; i++)
		rc = hand(s, i);
	for (int i = WITHDRAW_ID; i < MADE && !rc; i++)
		rc = dc_outbox_answer(&s->o, i, true, &s->now, &s->err);
	if (!rc)
		rc = withdraw(s, ANSWER_WITHDRAW_ID);
	unlink(file_in(s, "opened"));
	return rc ? fail(s, rc) : 0;
}

static int run(struct shop *s, const struct op *op, const char *dir)
{
	int64_t id = 0;
	int rc;

	/* From here on every system call may fail; the sweep looks for this one. */
	(void)!write(STDERR_FILENO, "begin\n", 6);
	if ((rc = open_shop(s, dir)) || (rc = op->run(s, &id)))
		return fail(s, rc);
	printf("ack %lld\n", (long long)id);
	/* Done, but nobody could be told: that denies nothing. */
	return fflush(stdout) ? dc_code_exit(DC_UNKNOWN) : 0;
}

static int judge(struct shop *s, const struct op *op, const char *dir, const char *status)
{
	DC_AUTO(dc_str) char *acks = dc_printf("%s/acks", dir);
	FILE *f = fopen(acks, "r");
	long long id = 0;
	bool done = f && fscanf(f, "ack %lld", &id) == 1;
	/* Killed, or "unknown": nobody was told that it did not happen. */
	bool denied = !done && strcmp(status, "killed") != 0 && strcmp(status, "0") != 0 &&
	              strtol(status, NULL, 10) != dc_code_exit(DC_UNKNOWN);

	if (f)
		fclose(f);
	if (open_shop(s, dir) || dc_ledger_verify(s->o.ledger, &s->err)) {
		printf("%s\n", s->err.msg);
		return 1;
	}
	return op->judge(s, id, done, denied);
}

int main(int argc, char **argv)
{
	struct shop s = { 0 };
	bool judging = argc == 5 && !strcmp(argv[1], "judge");
	const char *name = judging ? argv[2] : argc == 3 ? argv[1] : "";
	int status = 2;

	if (argc == 3 && !strcmp(name, "prepare"))
		status = prepare(&s, argv[2]);
	for (size_t i = 0; i < DC_COUNT(ops); i++)
		if (!strcmp(ops[i].name, name))
			status = judging ? judge(&s, &ops[i], argv[3], argv[4])
			                 : run(&s, &ops[i], argv[2]);
	if (argc == 2 && !strcmp(argv[1], "list"))
		for (size_t i = 0; i < DC_COUNT(ops); i++)
			status = printf("%s\n", ops[i].name) < 0;
	close_shop(&s);
	return status;
}
