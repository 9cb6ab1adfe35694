/* queue.c - `decorum queue`: what is on its way, and stopping it as a whole. */
#include <stdio.h>
#include <string.h>

#include "each.h"
#include "handoff.h"
#include "note.h"
#include "recipient.h"

static const struct dc_column columns[] = {
	{ "id", "request" }, { "state", "state" },     { "recipient", NULL }, { "name", "to" },
	{ "due", NULL },     { "left_seconds", NULL }, { NULL, "what next" },
};

/* "due", why it will not simply go, or for how long the other side asked to wait. */
static char *due(struct dc_cli *cli, const struct dc_request *r)
{
	struct dc_dispatch d;
	struct dc_late_by late;
	char when[DC_TIME_MAX];
	int64_t until, within;

	if (!dc_outbox_by_machine(r) || dc_ledger_waits(cli->ledger, &until, NULL) ||
	    dc_ledger_dispatch_get(cli->ledger, &d, r->id, &cli->arena, NULL) ||
	    dc_outbox_late(&cli->outbox, &late, r, &cli->now, &cli->arena, NULL))
		return dc_strdup("due: decorum release");
	until = d.not_before > until ? d.not_before : until;
	if (until > cli->now.wall) {
		dc_time_iso(when, until);
		return dc_printf("waits until %.10s %.5s UTC after the last answer", when,
		                 when + strlen("2026-11-01T"));
	}
	if (*late.why && dc_settings_late(cli->settings, &within) == DC_LATE_ASK)
		return dc_printf("%s: decorum release asks you", late.why);
	return dc_strdup("due: decorum release");
}

/* "the connection broke after the request was sent; looked up at 14:05" */
static char *unknown(struct dc_cli *cli, const struct dc_request *r)
{
	const char *why = *r->reason ? r->reason : "nobody knows whether it arrived";
	struct dc_dispatch d;
	char when[DC_TIME_MAX];

	if (!dc_outbox_by_machine(r) ||
	    dc_ledger_dispatch_get(cli->ledger, &d, r->id, &cli->arena, NULL))
		return dc_printf("%s: decorum mark %lld sent|not-sent", why, (long long)r->id);
	const char *then = d.undo ? ", then it is withdrawn" : "";

	dc_time_iso(when, d.settled_wall);
	if (d.settled_wall <= cli->now.wall)
		return dc_printf("%s; decorum release looks it up%s", why, then);
	return dc_printf("%s; will be looked up at %.5s UTC%s", why, when + strlen("2026-11-01T"),
	                 then);
}

static char *withdrawing(struct dc_cli *cli, const struct dc_request *r)
{
	struct dc_dispatch d;

	if (dc_outbox_by_machine(r) &&
	    !dc_ledger_dispatch_get(cli->ledger, &d, r->id, &cli->arena, NULL) && *d.invitation)
		return dc_strdup("decorum release goes on with the withdrawal");
	return dc_printf("by hand, on your sent list: decorum mark %lld withdrawn",
	                 (long long)r->id);
}

/* What happens next, in words. */
static char *outlook(struct dc_cli *cli, const struct dc_request *r, int64_t left, bool paused)
{
	switch (r->state) {
	case DC_STATE_HELD:
		if (paused)
			return dc_strdup("waits for 'decorum queue resume'; undo is free");
		if (left > 0)
			return dc_printf("leaves in %lld s; undo is free",
			                 (long long)(left / DC_SECOND));
		return due(cli, r);
	case DC_STATE_HANDING:
	case DC_STATE_HANDED:
		return dc_printf("your answer: decorum mark %lld sent|not-sent", (long long)r->id);
	case DC_STATE_WITHDRAWING:
		return withdrawing(cli, r);
	case DC_STATE_UNKNOWN:
		return unknown(cli, r);
	case DC_STATE_SENDING:
		return dc_strdup("going out right now");
	default:
		return dc_strdup(dc_state_name(r->state));
	}
}

static void put_row(struct dc_cli *cli, const struct dc_request *r, bool paused)
{
	int64_t left = r->state == DC_STATE_HELD ? dc_outbox_left_shown(r, &cli->now) : 0;
	int64_t due_wall = r->state == DC_STATE_HELD ? r->due_wall : 0;
	DC_AUTO(dc_str) char *next = outlook(cli, r, left, paused);

	dc_out_row(cli->out,
	           (struct dc_cell[]){ dc_int_cell(r->id), dc_text_cell(dc_state_name(r->state)),
	                               dc_text_cell(r->key), dc_text_cell(dc_request_called(r)),
	                               dc_moment_cell(left ? cli->now.wall + left : due_wall),
	                               dc_int_cell(left / DC_SECOND), dc_text_cell(next) });
}

static int run_list(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_request *list;
	const char *why;
	size_t count;
	unsigned active = 0;
	int rc;

	for (int s = 0; s < DC_STATE_COUNT; s++)
		if (dc_state_active((enum dc_state)s))
			active |= 1u << s;
	if ((rc = dc_ledger_request_list(cli->ledger, &list, &count,
	                                 &(struct dc_request_filter){ .states = active },
	                                 &cli->arena, err)) ||
	    (rc = dc_ledger_paused(cli->ledger, &why, &cli->arena, err)))
		return rc;
	dc_out_put(cli->out, "paused", NULL, dc_bool_cell(*why != '\0'));
	if (*why)
		dc_out_say(cli->out, "Paused (%s): nothing leaves until 'decorum queue resume'.",
		           why);
	if (!count)
		dc_out_say(cli->out, "Nothing waits.");
	dc_out_table(cli->out, "requests", columns, DC_COUNT(columns));
	for (size_t i = count; i-- > 0;)
		put_row(cli, &list[i], *why != '\0');
	dc_out_table_end(cli->out);
	return 0;
}

static int set_pause(struct dc_cli *cli, const char *why, struct dc_error *err)
{
	int rc = cli->dry_run ? 0 : dc_ledger_pause(cli->ledger, why, cli->now.wall, err);

	if (rc)
		return rc;
	dc_out_put(cli->out, "paused", NULL, dc_bool_cell(why != NULL));
	dc_out_say(cli->out, "%s",
	           cli->dry_run ? "Nothing was changed."
	           : why        ? "Paused: nothing leaves until 'decorum queue resume'."
	                        : "It runs again.");
	return 0;
}

static int run_pause(struct dc_cli *cli, struct dc_error *err)
{
	const char *reason = dc_cli_arg(cli, "reason");

	return set_pause(cli, reason && *reason ? reason : "you paused it", err);
}

static int run_resume(struct dc_cli *cli, struct dc_error *err)
{
	return set_pause(cli, NULL, err);
}

/* Its hold is over; that alone does not always let it go. */
static int say_due(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err)
{
	char when[DC_TIME_MAX];
	const char *why = "";
	int64_t wait = 0;
	int rc = dc_ledger_paused(cli->ledger, &why, &cli->arena, err);

	if (rc || (rc = dc_ledger_waits(cli->ledger, &wait, err)))
		return rc;
	if (*why)
		dc_out_say(cli->out,
		           "The hold of request %lld is over, but the outbox is paused: 'decorum "
		           "queue resume' lets it go.",
		           (long long)r->id);
	else if (!dc_outbox_by_machine(r))
		dc_out_say(cli->out,
		           "Request %lld is due; 'decorum release' at a terminal hands it over.",
		           (long long)r->id);
	else if (wait > cli->now.wall)
		dc_out_say(cli->out,
		           "The hold of request %lld is over; LinkedIn's limit lasts until %s.",
		           (long long)r->id, dc_time_iso(when, wait));
	else
		dc_out_say(cli->out, "Request %lld is due; 'decorum release' sends it.",
		           (long long)r->id);
	return 0;
}

static int end_hold(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err)
{
	enum dc_handoff end;
	int rc;

	if (cli->dry_run) {
		dc_out_say(cli->out, "The hold of request %lld would end at once.",
		           (long long)r->id);
		return 0;
	}
	if (r->state == DC_STATE_HELD && (rc = dc_outbox_now(&cli->outbox, r->id, &cli->now, err)))
		return rc;
	if (cli->terminal)
		return dc_handoff(cli, r, false, &end, err);
	if (r->state != DC_STATE_HELD)
		return dc_fail(err, DC_CONFLICT, "request %lld is not held any more: it is %s",
		               (long long)r->id, dc_state_name(r->state));
	dc_out_put(cli->out, "id", NULL, dc_int_cell(r->id));
	dc_out_put(cli->out, "due", NULL, dc_bool_cell(true));
	return say_due(cli, r, err);
}

static int run_now(struct dc_cli *cli, struct dc_error *err)
{
	return dc_each(cli, DC_STATE_HELD, false, end_hold, err);
}

static int hold_on(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err)
{
	const char *given = dc_cli_arg(cli, "for");
	int64_t hold = -1;
	struct dc_request held;
	int rc = given ? dc_duration_parse(&hold, given, err) : 0;

	if (rc)
		return rc;
	if (cli->dry_run) {
		dc_out_say(cli->out, "Request %lld would be held on.", (long long)r->id);
		return 0;
	}
	if ((rc = dc_outbox_hold_on(&cli->outbox, r->id, hold, &cli->now, err)) ||
	    (rc = dc_ledger_request_get(cli->ledger, &held, r->id, &cli->arena, err)))
		return rc;
	dc_held_put(cli, &held);
	return 0;
}

static int run_hold(struct dc_cli *cli, struct dc_error *err)
{
	return dc_each(cli, DC_STATE_HELD, false, hold_on, err);
}

static const struct dc_option pause_options[] = {
	{ "reason", 0, "TEXT", .help = "why; shown until it runs again" },
	{ 0 },
};

static const struct dc_option now_options[] = {
	{ "all", .help = "everything that is held" },
	{ 0 },
};

static const struct dc_option hold_options[] = {
	{ "for", 0, "SECONDS", .help = "how long, 0 to 3600 (default: as long as before)" },
	{ "all", .help = "everything that is held" },
	{ 0 },
};

static const struct dc_cmd actions[] = {
	{ .name = "list",
	  .summary = "what is held, due, handed over, unknown",
	  .needs = DC_NEEDS_SETTINGS | DC_NEEDS_READING,
	  .run = run_list },
	{ .name = "pause",
	  .summary = "nothing leaves until resumed",
	  .options = pause_options,
	  .needs = DC_NEEDS_WRITING,
	  .run = run_pause },
	{ .name = "resume",
	  .summary = "it runs again",
	  .needs = DC_NEEDS_WRITING,
	  .run = run_resume },
	{ .name = "hold",
	  .operands = "[ID]",
	  .max = 1,
	  .summary = "hold the newest (or that) held request on, counted from now",
	  .options = hold_options,
	  .offer = DC_OFFER_REQUEST,
	  .needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	  .run = run_hold },
	{ .name = "now",
	  .operands = "[ID]",
	  .max = 1,
	  .summary = "end the hold of the newest (or that) held request; at a terminal, hand over",
	  .options = now_options,
	  .offer = DC_OFFER_REQUEST,
	  .needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	  .run = run_now },
	{ 0 },
};

const struct dc_cmd dc_cmd_queue = {
	.name = "queue",
	.summary = "what is held, due, handed over, unknown; pause, resume, hold, now",
	.actions = actions,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_READING,
	.run = run_list,
};
