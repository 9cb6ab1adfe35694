/* withdraw.c - `decorum withdraw`: take back what has been sent, knowing what it costs. */
#include <stdio.h>
#include <string.h>

#include "ask.h"
#include "cmd.h"
#include "recipient.h"
#include "sending.h"

static const struct dc_column columns[] = {
	{ "id", "request" }, { "recipient", NULL }, { "name", "to" },
	{ "sent", "sent" },  { NULL, "ago" },       { "source", "source" },
};

static void list_stale(struct dc_cli *cli, const struct dc_request *list, size_t count)
{
	dc_out_table(cli->out, "requests", columns, DC_COUNT(columns));
	for (size_t i = 0; i < count; i++) {
		char ago[DC_TIME_MAX];

		dc_out_row(cli->out,
		           (struct dc_cell[]){
				   dc_int_cell(list[i].id), dc_text_cell(list[i].key),
				   dc_text_cell(dc_request_called(&list[i])),
				   dc_day_cell(list[i].sent),
				   dc_text_cell(dc_time_ago(ago, list[i].sent, cli->now.wall)),
				   dc_text_cell(list[i].source) });
	}
	dc_out_table_end(cli->out);
}

static void say_consequence(struct dc_cli *cli, const struct dc_request *r)
{
	int64_t until = dc_withdraw_blocked_until(&cli->outbox, cli->now.wall);
	char day[DC_TIME_MAX], ago[DC_TIME_MAX], sent[DC_TIME_MAX];

	dc_out_put(cli->out, "id", NULL, dc_int_cell(r->id));
	dc_out_put(cli->out, "recipient", NULL, dc_text_cell(r->key));
	dc_out_put(cli->out, "blocked_until", NULL, dc_moment_cell(until));
	if (r->sent)
		dc_out_say(cli->out, "Request %lld to %s went out on %s, %s.", (long long)r->id,
		           dc_request_called(r), dc_time_day(sent, r->sent),
		           dc_time_ago(ago, r->sent, cli->now.wall));
	else
		dc_out_say(cli->out, "Request %lld to %s went out; the day is not known.",
		           (long long)r->id, dc_request_called(r));
	dc_out_say(cli->out,
	           "Once it is withdrawn, LinkedIn may refuse a new request to them for up to "
	           "three weeks: "
	           "until %s.",
	           dc_time_day(day, until));
	dc_out_say(cli->out, "They are not told, but may have seen the first notice.");
}

static int get_reason(enum dc_withdraw_reason *out, struct dc_cli *cli, struct dc_error *err)
{
	const char *given = dc_cli_arg(cli, "reason");
	DC_AUTO(dc_buf_clear) struct dc_buf choices = { 0 };
	int choice = 0;

	if (given)
		return dc_withdraw_reason_of(out, given)
		               ? 0
		               : dc_fail(err, DC_INVALID, "no such reason");
	if (!cli->terminal)
		return dc_fail(err, DC_INVALID,
		               "the reason is missing: --reason accidental, changed-mind, "
		               "inappropriate or other");
	for (int i = 0; i < DC_WITHDRAW_REASON_COUNT; i++)
		dc_buf_printf(&choices, "%s%s", i ? "|" : "",
		              dc_withdraw_reason_name((enum dc_withdraw_reason)i));
	int rc = dc_ask_choice(cli, &choice, "Why?", choices.data, -1, err);

	*out = (enum dc_withdraw_reason)choice;
	return rc;
}

static int ask_done(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err)
{
	struct dc_clock now;
	struct dc_error stopped = { 0 };
	int answer = 2;
	int rc = cli->terminal ? dc_ask_choice(cli, &answer, "Did you withdraw it there?",
	                                       "yes|no|later", -1, &stopped)
	                       : 0;

	if (rc && rc != DC_TEMP)
		return dc_fail(err, rc, "%s", stopped.msg);
	if (rc || answer == 2) {
		dc_out_put(cli->out, "state", NULL,
		           dc_text_cell(dc_state_name(DC_STATE_WITHDRAWING)));
		dc_out_say(cli->out, "When it is done there: decorum mark %lld withdrawn",
		           (long long)r->id);
		return 0;
	}
	dc_cli_clock(cli, &now);
	if ((rc = dc_outbox_withdraw_answer(&cli->outbox, r->id, answer == 0, &now, err)))
		return rc;
	dc_out_put(cli->out, "state", NULL,
	           dc_text_cell(dc_state_name(answer == 0 ? DC_STATE_WITHDRAWN : DC_STATE_SENT)));
	dc_out_say(cli->out, "%s",
	           answer == 0 ? "Noted as withdrawn, because you said so." : "It stays as sent.");
	return 0;
}

/* What went out through the API is taken back through it. */
static int by_machine(struct dc_cli *cli, const struct dc_request *r, enum dc_withdraw_reason why,
                      struct dc_error *err)
{
	DC_AUTO(dc_sender_free) struct dc_sender *s = NULL;
	struct dc_request after = *r;
	int rc = dc_sending_open(&s, cli, err);

	if (rc)
		return rc;
	rc = dc_sender_withdraw(s, r->id, why, err);
	if (!dc_ledger_request_get(cli->ledger, &after, r->id, &cli->arena, NULL))
		dc_out_put(cli->out, "state", NULL, dc_text_cell(dc_state_name(after.state)));
	if (!rc)
		dc_out_say(cli->out, "Withdrawn; LinkedIn confirms it.");
	else if (after.state == DC_STATE_WITHDRAWING && (rc == DC_TEMP || rc == DC_UNKNOWN))
		dc_out_say(cli->out, "It is not through yet; decorum release goes on with it.");
	return rc;
}

static int withdraw(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err)
{
	DC_AUTO(dc_str)
	char *question = dc_printf("Withdraw the request to %s?", dc_request_called(r));
	struct dc_handover done = { 0 };
	enum dc_withdraw_reason why;
	struct dc_clock now;
	bool yes;
	int rc;

	say_consequence(cli, r);
	if (cli->dry_run) {
		dc_out_say(cli->out, "Nothing was changed.");
		return 0;
	}
	if (r->state == DC_STATE_WITHDRAWING && dc_outbox_by_machine(r))
		return by_machine(cli, r, DC_WITHDRAW_OTHER, err);
	if (r->state == DC_STATE_WITHDRAWING) /* opened before: only the answer is missing */
		return ask_done(cli, r, err);
	if ((rc = get_reason(&why, cli, err)) || (rc = dc_ask_yes(cli, &yes, question, err)))
		return rc;
	if (!yes) {
		dc_out_say(cli->out, "It stays as sent.");
		return 0;
	}
	if (dc_outbox_by_machine(r))
		return by_machine(cli, r, why, err);
	dc_cli_clock(cli, &now);
	if ((rc = dc_outbox_withdraw(&cli->outbox, &done, r->id, why, &now, err)))
		return rc;
	dc_out_put(cli->out, "sent_list", NULL, dc_text_cell(dc_sent_list_url));
	dc_out_say(cli->out, "%s: %s",
	           done.opened ? "Your sent list was opened" : "Open your sent list",
	           dc_sent_list_url);
	dc_out_say(cli->out, "Press Withdraw beside %s and confirm.", dc_request_called(r));
	return ask_done(cli, r, err);
}

/* Only what decorum itself sent is touched, unless all of it is asked for. */
static int withdraw_stale(struct dc_cli *cli, const char *age, struct dc_error *err)
{
	struct dc_request_filter filter = { .states = 1u << DC_STATE_SENT,
		                            .ours = !dc_cli_flag(cli, "all") };
	struct dc_request *list;
	size_t count;
	int64_t length;
	bool yes;
	int rc = dc_duration_parse(&length, age, err);

	filter.sent_before = cli->now.wall - length;
	if (rc ||
	    (rc = dc_ledger_request_list(cli->ledger, &list, &count, &filter, &cli->arena, err)))
		return rc;
	list_stale(cli, list, count);
	if (!count)
		dc_out_say(cli->out, "Nothing%s is out for longer than %s.",
		           filter.ours ? " that decorum sent" : "", age);
	if (!count || cli->dry_run || !cli->terminal)
		return 0;
	DC_AUTO(dc_str)
	char *question = dc_printf("Withdraw %zu of them, one after the other?", count);

	if ((rc = dc_ask_yes(cli, &yes, question, err)) || !yes)
		return rc;
	for (size_t i = 0; i < count && !rc; i++)
		rc = withdraw(cli, &list[i], err);
	return rc;
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *age = dc_cli_arg(cli, "older-than"), *whom = dc_cli_operand(cli, 0);
	struct dc_request r;

	if ((age != NULL) == (whom != NULL))
		return dc_fail(err, DC_INVALID,
		               "which request? Give an id, a recipient, or --older-than AGE");
	if (age)
		return withdraw_stale(cli, age, err);
	int rc = dc_recipient_request(&r, cli, whom,
	                              1u << DC_STATE_SENT | 1u << DC_STATE_WITHDRAWING, err);

	if (rc)
		return rc;
	if (r.state != DC_STATE_SENT && r.state != DC_STATE_WITHDRAWING)
		return dc_fail(err, DC_CONFLICT,
		               "request %lld to %s is %s; only what was sent can be withdrawn%s",
		               (long long)r.id, dc_request_called(&r), dc_state_name(r.state),
		               r.state == DC_STATE_HELD ? " ('decorum undo' takes it back)" : "");
	return withdraw(cli, &r, err);
}

static const struct dc_option options[] = {
	{ "older-than", 0, "AGE", .help = "those that are out unanswered for longer: 3w, 6mo" },
	{ "all",
	  .help = "with --older-than: also what an export told, not only what decorum sent" },
	{ "reason", 0, "WHY", .choices = "accidental|changed-mind|inappropriate|other",
	  .help = "kept with the request" },
	{ 0 },
};

const struct dc_cmd dc_cmd_withdraw = {
	.name = "withdraw",
	.operands = "[ID|RECIPIENT]",
	.max = 1,
	.summary = "take back a request that has been sent; says first what follows from it",
	.about =
		"Your sent list is opened and you withdraw there; decorum notes it only when you "
		"say that it is done.  What went out through the official API is withdrawn through "
		"it.",
	.example = "decorum withdraw in/ada-vey --reason changed-mind\ndecorum withdraw "
		   "--older-than 6w -n",
	.options = options,
	.offer = DC_OFFER_REQUEST,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
