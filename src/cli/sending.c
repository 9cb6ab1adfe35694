/* sending.c - what goes through a machine: log in, take the sender's lock, send, look up. */
#include "sending.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "ask.h"
#include "cmd.h"
#include "recipient.h"
#include "token.h"

static void clock_of(void *data, struct dc_clock *out) { dc_cli_clock(data, out); }

int dc_sending_open(struct dc_sender **out, struct dc_cli *cli, struct dc_error *err)
{
	int rc = cli->outbox.desk.api ? 0 : dc_token_use(cli, err);

	return rc ? rc : dc_sender_open(out, &cli->outbox, clock_of, cli, err);
}

static void say(struct dc_cli *cli, const struct dc_request *r, const char *what)
{
	dc_out_open(cli->out, NULL, '{');
	dc_out_put(cli->out, "id", NULL, dc_int_cell(r->id));
	dc_out_put(cli->out, "state", NULL, dc_text_cell(dc_state_name(r->state)));
	dc_out_put(cli->out, "recipient", NULL, dc_text_cell(r->key));
	dc_out_put(cli->out, "detail", NULL, dc_text_cell(what));
	dc_out_close(cli->out, '}');
}

/* True when it may go now.  After sleep, a crash or a jump of the clock the user decides. */
static int may_go_late(struct dc_cli *cli, struct dc_sender *s, const struct dc_request *r,
                       bool *go, struct dc_error *err)
{
	enum dc_late late;
	int64_t by, within;
	bool yes = false;
	int rc = dc_sender_late(s, &by, r, err);

	*go = !rc && !by;
	if (rc || !by)
		return rc;
	late = dc_settings_late(cli->settings, &within);
	if (late == DC_LATE_SEND && by <= within) {
		*go = true;
		return 0;
	}
	if (late == DC_LATE_HOLD) {
		dc_out_say(cli->out, "Request %lld to %s is late, so it is held once more.",
		           (long long)r->id, dc_request_called(r));
		return dc_sender_hold_again(s, r, err);
	}
	if (!cli->terminal) {
		dc_out_say(cli->out,
		           "Request %lld to %s is late: it waits for you. decorum release at a "
		           "terminal, or decorum undo %lld",
		           (long long)r->id, dc_request_called(r), (long long)r->id);
		return 0;
	}
	DC_AUTO(dc_str)
	char *question = dc_printf("Request %lld to %s should have gone out %lld minutes ago. "
	                           "Send it now?",
	                           (long long)r->id, dc_request_called(r),
	                           (long long)(by / DC_MINUTE));

	rc = dc_ask_yes(cli, &yes, question, err);
	*go = yes;
	return rc;
}

/* What is unknown outweighs what failed, and that what may be tried again. */
static void count(struct dc_sending_round *round, int rc)
{
	static const int order[] = { DC_UNKNOWN, DC_SYSTEM,   DC_CONFLICT,
		                     DC_INVALID, DC_FINDINGS, DC_TEMP };
	int both[] = { round->failed, rc };

	for (size_t i = 0; i < DC_COUNT(order); i++)
		if (both[0] == order[i] || both[1] == order[i]) {
			round->failed = order[i];
			return;
		}
}

/* Ctrl-C waits until an answer is there: ended in the middle, the outcome would be unknown. */
static int send_undisturbed(struct dc_cli *cli, struct dc_sender *s, const struct dc_request *r,
                            struct dc_report **report, struct dc_error *err)
{
	sigset_t ends, before;

	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigprocmask(SIG_BLOCK, &ends, &before);
	int rc = dc_sender_send(s, NULL, report, r->id, &cli->arena, err);

	sigprocmask(SIG_SETMASK, &before, NULL);
	return rc;
}

int dc_sending_one(struct dc_cli *cli, struct dc_sender *s, const struct dc_request *r, bool asked,
                   bool *sent, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	bool go = true;
	int rc = asked ? 0 : may_go_late(cli, s, r, &go, err);

	*sent = false;
	if (rc || !go)
		return rc;
	rc = send_undisturbed(cli, s, r, &report, err);
	if (rc == DC_FINDINGS && report && !cli->json)
		dc_out_report(cli->out, NULL, report, r->note, r->note_len);
	*sent = !rc;
	if (!rc)
		dc_out_say(cli->out, "Sent: request %lld to %s; LinkedIn confirms it.",
		           (long long)r->id, dc_request_called(r));
	return rc;
}

static void say_settled(struct dc_cli *cli, const struct dc_settled *out)
{
	if (out->found)
		dc_out_say(cli->out, "%zu of unknown outcome went out: LinkedIn has it.",
		           out->found);
	if (out->absent)
		dc_out_say(cli->out,
		           "%zu of unknown outcome did not go out: two complete lists do not have "
		           "it.",
		           out->absent);
	if (out->accepted)
		dc_out_say(cli->out, "%zu accepted.", out->accepted);
	if (out->withdrawn)
		dc_out_say(cli->out, "%zu withdrawn.", out->withdrawn);
	if (out->waiting)
		dc_out_say(cli->out, "%zu still unknown; decorum queue says when it is looked up.",
		           out->waiting);
}

/* A request that the other side asked to wait with, or a paused outbox: nothing to try. */
static bool only_waits(struct dc_cli *cli, const struct dc_request *r)
{
	struct dc_dispatch d;
	const char *paused = "";
	int64_t wait = 0;

	return !dc_ledger_paused(cli->ledger, &paused, &cli->arena, NULL) &&
	       !dc_ledger_waits(cli->ledger, &wait, NULL) &&
	       !dc_ledger_dispatch_get(cli->ledger, &d, r->id, &cli->arena, NULL) &&
	       (*paused || cli->now.wall < wait || cli->now.wall < d.not_before);
}

static int send_due(struct dc_cli *cli, struct dc_sender *s, const struct dc_request *r,
                    struct dc_sending_round *round, struct dc_error *err)
{
	struct dc_request after = *r;
	struct dc_error why = { 0 };
	bool sent;

	if (round->again && only_waits(cli, r))
		return 0;
	int rc = dc_sending_one(cli, s, r, false, &sent, &why);

	if (rc == DC_SYSTEM) { /* the ledger or the machine: the others would meet it, too */
		*err = why;
		return rc;
	}
	if (dc_ledger_request_get(cli->ledger, &after, r->id, &cli->arena, NULL))
		after = *r;
	say(cli, &after, rc ? why.msg : NULL);
	if (rc)
		dc_cli_tell(cli, "%s", why.msg);
	round->sent += sent;
	round->waiting += !rc && !sent;
	count(round, rc);
	return 0;
}

int dc_sending_all(struct dc_cli *cli, const struct dc_request *due, size_t n, bool all,
                   struct dc_sending_round *round, struct dc_error *err)
{
	DC_AUTO(dc_sender_free) struct dc_sender *s = NULL;
	struct dc_settled settled;
	struct dc_error why = { 0 };
	int rc = dc_sending_open(&s, cli, err);

	if (rc)
		return rc;
	dc_out_open(cli->out, "sent", '[');
	for (size_t i = 0; i < n && !rc; i++)
		if (due[i].state == DC_STATE_HELD && dc_outbox_by_machine(&due[i]))
			rc = send_due(cli, s, &due[i], round, err);
	dc_out_close(cli->out, ']');
	if (rc)
		return rc;
	rc = dc_sender_settle(s, &settled, all, &why);
	if (!round->again || settled.found + settled.absent + settled.accepted + settled.withdrawn)
		say_settled(cli, &settled);
	round->settled = settled.found + settled.absent + settled.accepted + settled.withdrawn;
	round->waiting += settled.waiting;
	count(round, rc);
	if (rc)
		dc_cli_tell(cli, "%s", why.msg);
	return 0;
}
