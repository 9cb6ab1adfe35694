/* release.c - `decorum release`: what is due goes, through a machine or the user's own hands.
 *
 * Without a terminal nothing manual is handed over: what waits is only listed.
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/select.h>
#include <unistd.h>

#include "ask.h"
#include "cmd.h"
#include "handoff.h"
#include "recipient.h"
#include "sending.h"

static const struct dc_column columns[] = {
	{ "id", "request" },
	{ "state", "state" },
	{ "recipient", NULL },
	{ "name", "to" },
};

static void list_waiting(struct dc_cli *cli, const struct dc_request *due, size_t count)
{
	dc_out_table(cli->out, "waiting", columns, DC_COUNT(columns));
	for (size_t i = 0; i < count; i++)
		dc_out_row(cli->out,
		           (struct dc_cell[]){ dc_int_cell(due[i].id),
		                               dc_text_cell(dc_state_name(due[i].state)),
		                               dc_text_cell(due[i].key),
		                               dc_text_cell(dc_request_called(&due[i])) });
	dc_out_table_end(cli->out);
	if (count)
		dc_out_say(cli->out, "%zu wait%s for you at a terminal: decorum release", count,
		           count == 1 ? "s" : "");
}

/* What one run of the command has done so far. */
struct rounds {
	size_t handled;
	bool left;             /* the user ended the input */
	bool again;            /* not the first one */
	char told[512];        /* what stood in the way of all last time */
	int refused;           /* code of the last one that could not go */
	struct dc_few put_off; /* asked about already: not again in this run */
};

/* A refused one does not stand in the way of the others. */
static int hand_over(struct dc_cli *cli, struct rounds *r, const struct dc_request *due,
                     struct dc_error *err)
{
	enum dc_handoff end = DC_HANDOFF_LATER;
	int rc = dc_handoff(cli, due, true, &end, err);

	if (rc == DC_FINDINGS || rc == DC_CONFLICT) {
		dc_cli_complain(cli, err);
		r->refused = rc;
	} else if (rc) {
		return rc;
	}
	if (end == DC_HANDOFF_LATER || rc)
		dc_few_add(&r->put_off, due->id);
	r->left = end == DC_HANDOFF_LEFT;
	r->handled++;
	return 0;
}

/* --- through a machine */

/* True when there is something to send, to look up or to go on with; in later rounds only what
 * does not just wait, so that nobody is asked for a token each minute. */
static int wants_machine(struct dc_cli *cli, const struct rounds *r, bool *out,
                         const struct dc_request *due, size_t count, struct dc_arena *arena,
                         struct dc_error *err)
{
	/* Under way, or sent with an undo that came too late and is still to be carried out. */
	const struct dc_request_filter open[] = {
		{ .states = 1u << DC_STATE_SENDING | 1u << DC_STATE_WITHDRAWING, .ours = true },
		{ .states = 1u << DC_STATE_SENT, .ours = true, .undo_asked = true },
	};
	struct dc_request *list;
	size_t n;
	int rc = 0;

	*out = dc_cli_flag(cli, "states") && !r->again;
	for (size_t i = 0; i < count; i++)
		*out = *out || (dc_outbox_by_machine(&due[i]) &&
		                !(r->again && dc_sending_waits(cli, &due[i], &r->put_off)));
	for (size_t f = 0; f < DC_COUNT(open) && !*out; f++) {
		if ((rc = dc_ledger_request_list(cli->ledger, &list, &n, &open[f], arena, err)))
			return rc;
		for (size_t i = 0; i < n; i++)
			*out = *out || dc_outbox_by_machine(&list[i]);
	}
	return rc;
}

static int send_round(struct dc_cli *cli, struct rounds *r, const struct dc_request *due,
                      size_t count, struct dc_error *err)
{
	struct dc_sending_round round = { .again = r->again, .put_off = &r->put_off };
	struct dc_error why = { 0 };
	int rc = dc_sending_all(cli, due, count, dc_cli_flag(cli, "states") && !r->again, &round,
	                        &why);

	r->handled += round.sent + round.settled + round.waiting;
	r->refused = round.failed ? round.failed : r->refused;
	if (!rc || !dc_cli_flag(cli, "watch") || rc == DC_SYSTEM) {
		if (rc)
			*err = why;
		return rc;
	}
	/* Who watches goes on: the next log-in or the other sender's end mends it. */
	if (strcmp(r->told, why.msg) != 0)
		dc_cli_tell(cli, "%s", why.msg);
	memcpy(r->told, why.msg, sizeof(r->told));
	return 0;
}

/* --- rounds */

static size_t by_hand(struct dc_request *due, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (!dc_outbox_by_machine(&due[i]))
			due[kept++] = due[i];
	return kept;
}

static int round_of(struct dc_cli *cli, struct rounds *r, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request *due;
	size_t count;
	bool machine;

	dc_cli_clock(cli, &cli->now);
	int rc = dc_outbox_due(&cli->outbox, &due, &count, &cli->now, &arena, err);

	if (rc || (rc = wants_machine(cli, r, &machine, due, count, &arena, err)))
		return rc;
	if (!cli->dry_run) {
		if (machine && (rc = send_round(cli, r, due, count, err)))
			return rc;
		count = by_hand(due, count);
	}
	if (!cli->terminal || cli->dry_run) {
		if (!r->again)
			list_waiting(cli, due, count);
		r->handled += count;
		return 0;
	}
	for (size_t i = 0; i < count && !r->left && !rc; i++)
		if (!dc_few_has(&r->put_off, due[i].id))
			rc = hand_over(cli, r, &due[i], err);
	return rc;
}

/* --- watching */

/* How long before the end of a hold it wakes to make ready. */
enum { AHEAD_MS = 2000 };

/* Until the next hold ends, or is near, a minute at most.  Counted from when the last round looked:
 * one that ended while the round was busy with others is the next. */
static int next_due(struct dc_cli *cli, int64_t *ms, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const struct dc_request *next = NULL;
	struct dc_request *held;
	struct dc_clock now;
	int64_t soonest = DC_MINUTE;
	size_t count;
	int rc = dc_ledger_request_list(
		cli->ledger, &held, &count,
		&(struct dc_request_filter){ .states = 1u << DC_STATE_HELD }, &arena, err);

	for (size_t i = 0; !rc && i < count; i++) {
		int64_t left = dc_outbox_left(&held[i], &cli->now);

		if (left > 0 && left < soonest) {
			soonest = left;
			next = &held[i];
		}
	}
	if (next && dc_outbox_by_machine(next)) {
		if (soonest > AHEAD_MS)
			soonest -= AHEAD_MS;
		else
			dc_sending_ahead(cli);
	}
	dc_cli_clock(cli, &now);
	soonest -= now.awake - cli->now.awake;
	*ms = soonest > 0 ? soonest : 0;
	return rc;
}

/* Whoever wants an end waits for it; *before is how it was. */
static void hold_signals(sigset_t *before)
{
	sigset_t ends;

	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigprocmask(SIG_BLOCK, &ends, before);
}

/* Sleeps until the time is over or the ledger changes; false when the user ends it.  The signals
 * are let in only while it sleeps, so that none falls between looking and sleeping. */
static bool sleep_for(int64_t ms, int changes, const sigset_t *usual)
{
	const struct timespec time = { .tv_sec = (time_t)(ms / 1000),
		                       .tv_nsec = ms % 1000 * 1000000 };
	sigset_t before;
	fd_set ready;

	hold_signals(&before);
	dc_interrupt_catch();
	FD_ZERO(&ready);
	if (changes >= 0)
		FD_SET(changes, &ready);
	int n = pselect(changes + 1, &ready, NULL, NULL, &time, usual);

	sigprocmask(SIG_SETMASK, &before, NULL);
	bool ended = dc_interrupted();

	dc_interrupt_release();
	return !ended && (n >= 0 || errno == EINTR);
}

/* What this process wrote itself is no news. */
static void forget_changes(int fd)
{
	char events[4096];

	while (fd >= 0 && read(fd, events, sizeof(events)) > 0)
		;
}

static int watch(struct dc_cli *cli, struct rounds *r, struct dc_error *err)
{
	int changes = inotify_init1(IN_NONBLOCK | IN_CLOEXEC), rc = 0;
	sigset_t usual;
	int64_t ms;

	/* With nobody to ask, a round is finished before it ends; a question can be broken off. */
	sigprocmask(SIG_BLOCK, NULL, &usual);
	if (!cli->terminal)
		hold_signals(&usual);

	/* Without it a change is seen when the minute is over. */
	if (changes >= 0 && inotify_add_watch(changes, cli->paths.ledger, IN_MODIFY) < 0) {
		close(changes);
		changes = -1;
	}
	dc_cli_tell(cli, "Watching; Ctrl-C ends it.");
	r->again = true;
	while (!rc && !r->left && !(rc = next_due(cli, &ms, err)) &&
	       sleep_for(ms, changes, &usual)) {
		int64_t seen;

		do { /* again when somebody else wrote while this round was at work */
			seen = dc_ledger_version(cli->ledger);
			rc = round_of(cli, r, err);
			dc_out_flush(cli->out);
			forget_changes(changes);
		} while (!rc && !r->left && dc_ledger_version(cli->ledger) != seen);
	}
	if (changes >= 0)
		close(changes);
	return rc;
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	struct rounds r = { 0 };
	bool stays = dc_cli_flag(cli, "watch");

	if (stays && cli->json)
		return dc_fail(err, DC_INVALID,
		               "release --watch has no end, so it cannot print one JSON object");
	int rc = round_of(cli, &r, err);

	if (!rc && !r.left && !cli->dry_run && stays)
		rc = watch(cli, &r, err);
	else if (!rc && !r.handled && !r.refused)
		dc_out_say(cli->out, "Nothing is due.");
	dc_few_clear(&r.put_off);
	if (!rc && r.refused)
		*err = (struct dc_error){ 0 }; /* each was told when it happened */
	return rc ? rc : r.refused;
}

static const struct dc_option options[] = {
	{ "watch", .help = "stay, and let each request go when its hold ends" },
	{ "states", .help = "also ask the official API what became of everything sent through it" },
	{ 0 },
};

const struct dc_cmd dc_cmd_release = {
	.name = "release",
	.summary = "let what is due go: through your hands, or the official API",
	.about = "By hand: the note goes to the clipboard and the profile opens; you press "
		 "Connect.  "
		 "decorum believes only your answer: a request counts as sent because you said "
		 "so.\n\n"
		 "Through the official API (outbox.transport = linkedin): each request that is due "
		 "is "
		 "sent once.  When nobody knows whether one arrived, it is never sent again "
		 "blindly: "
		 "decorum reads your list of sent invitations, twice, before it says that it did "
		 "not. "
		 "One decorum sends at a time.\n\n"
		 "The check runs again before each one.",
	.options = options,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
