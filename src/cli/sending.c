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

/* Older than this, a token that was read ahead is read again. */
enum { AHEAD_MAX = 10 * 1000 };

void dc_sending_ahead(struct dc_cli *cli)
{
	struct dc_clock now;

	if (cli->token_ahead || dc_token_use(cli, NULL))
		return;
	dc_cli_clock(cli, &now);
	cli->token_ahead = now.elapsed;
}

int dc_sending_open(struct dc_sender **out, struct dc_cli *cli, struct dc_error *err)
{
	struct dc_clock now;

	dc_cli_clock(cli, &now);
	bool fresh = cli->token_ahead && now.elapsed - cli->token_ahead < AHEAD_MAX;

	cli->token_ahead = 0;
	/* Again each time: a log-in may have renewed it. */
	int rc = fresh ? 0 : dc_token_use(cli, err);

	return rc ? rc : dc_sender_open(out, &cli->outbox, clock_of, cli, err);
}

static void say(struct dc_cli *cli, const struct dc_request *r, const char *what)
{
	dc_out_open(cli->out, NULL, '{');
	dc_request_put(cli, r);
	dc_out_put(cli->out, "detail", NULL, dc_text_cell(what));
	dc_out_close(cli->out, '}');
}

static int ask_late(struct dc_cli *cli, const struct dc_request *r, const char *why,
                    enum dc_handoff *end, struct dc_error *err)
{
	DC_AUTO(dc_str) char *question = NULL;
	bool yes = false;
	int rc;

	*end = DC_HANDOFF_LATER;
	if (!cli->terminal) {
		dc_out_say(cli->out,
		           "Request %lld to %s waits for you, because %s: decorum release at a "
		           "terminal, or decorum undo %lld",
		           (long long)r->id, dc_request_called(r), why, (long long)r->id);
		return 0;
	}
	dc_out_head(cli->out, "Request %lld to %s", (long long)r->id, dc_request_called(r));
	dc_out_body(cli->out, NULL, r->note, r->note_len);
	question = dc_printf("Send it now, though %s?", why);
	rc = dc_ask_yes(cli, &yes, question, err);
	if (yes)
		*end = DC_HANDOFF_SENT;
	return rc;
}

/* *end is DC_HANDOFF_SENT when it may go now.  After sleep, a crash or a jump of the clock the
 * user decides. */
static int may_go_late(struct dc_cli *cli, const struct dc_request *r, enum dc_handoff *end,
                       struct dc_error *err)
{
	struct dc_late_by late;
	struct dc_clock now;
	enum dc_late wish;
	int64_t within;
	int rc;

	dc_cli_clock(cli, &now);
	*end = DC_HANDOFF_SENT;
	if ((rc = dc_outbox_late(&cli->outbox, &late, r, &now, &cli->arena, err)))
		return rc;
	wish = dc_settings_late(cli->settings, &within);
	if (!*late.why || (wish == DC_LATE_SEND && late.by <= within))
		return 0;
	if (wish != DC_LATE_HOLD)
		return ask_late(cli, r, late.why, end, err);
	*end = DC_HANDOFF_HELD;
	dc_out_say(cli->out, "Request %lld to %s is held once more, because %s.", (long long)r->id,
	           dc_request_called(r), late.why);
	return dc_outbox_hold_late(&cli->outbox, r, &now, err);
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
                   enum dc_handoff *end, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	int rc = 0;

	*end = DC_HANDOFF_SENT;
	if (!asked && ((rc = may_go_late(cli, r, end, err)) || *end != DC_HANDOFF_SENT))
		return rc;
	*end = DC_HANDOFF_LATER;
	rc = send_undisturbed(cli, s, r, &report, err);
	if (rc == DC_FINDINGS && report && !cli->json)
		dc_out_report(cli->out, NULL, report, r->note, r->note_len);
	if (rc)
		return rc;
	*end = DC_HANDOFF_SENT;
	dc_out_say(cli->out, "Sent: request %lld to %s; LinkedIn confirms it.", (long long)r->id,
	           dc_request_called(r));
	return 0;
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

bool dc_sending_waits(struct dc_cli *cli, const struct dc_request *r, const struct dc_few *put_off)
{
	struct dc_dispatch d;
	struct dc_late_by late;
	const char *paused = "";
	int64_t wait = 0;

	if (dc_ledger_dispatch_get(cli->ledger, &d, r->id, &cli->arena, NULL))
		return false;
	if (r->state == DC_STATE_UNKNOWN)
		return cli->now.wall < d.settled_wall;
	return !dc_ledger_paused(cli->ledger, &paused, &cli->arena, NULL) &&
	       !dc_ledger_waits(cli->ledger, &wait, NULL) &&
	       (*paused || cli->now.wall < wait || cli->now.wall < d.not_before ||
	        (dc_few_has(put_off, r->id) &&
	         !dc_outbox_late(&cli->outbox, &late, r, &cli->now, &cli->arena, NULL) &&
	         *late.why));
}

static int send_due(struct dc_cli *cli, struct dc_sender *s, const struct dc_request *r,
                    struct dc_sending_round *round, struct dc_error *err)
{
	struct dc_request after = *r;
	struct dc_error why = { 0 };
	enum dc_handoff end;

	if (round->again && dc_sending_waits(cli, r, round->put_off))
		return 0;
	int rc = dc_sending_one(cli, s, r, false, &end, &why);

	if (rc == DC_SYSTEM) { /* the ledger or the machine: the others would meet it, too */
		*err = why;
		return rc;
	}
	if (dc_ledger_request_get(cli->ledger, &after, r->id, &cli->arena, NULL))
		after = *r;
	say(cli, &after, rc ? why.msg : NULL);
	if (rc)
		dc_cli_tell(cli, "%s", why.msg);
	if (!rc && end == DC_HANDOFF_LATER)
		dc_few_add(round->put_off, r->id);
	round->sent += end == DC_HANDOFF_SENT;
	round->waiting += !rc && end != DC_HANDOFF_SENT;
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
