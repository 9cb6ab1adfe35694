/* release.c - `decorum release`: what is due goes, through the user's own hands.
 *
 * Without a terminal nothing manual is handed over: what waits is only listed.
 */
#include <time.h>

#include "ask.h"
#include "cmd.h"
#include "handoff.h"
#include "recipient.h"

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

/* One round over what is due.  *more is false when the user wants to stop. */
static int round_of(struct dc_cli *cli, size_t *handled, bool *more, struct dc_error *err)
{
	struct dc_request *due;
	struct dc_clock now;
	size_t count;
	int rc, refused = 0;

	dc_cli_clock(cli, &now);
	if ((rc = dc_outbox_due(&cli->outbox, &due, &count, &now, &cli->arena, err)))
		return rc;
	if (!cli->terminal || cli->dry_run) {
		list_waiting(cli, due, count);
		*handled += count;
		return 0;
	}
	for (size_t i = 0; i < count && *more; i++) {
		enum dc_handoff end = DC_HANDOFF_LEFT;

		/* A refused one does not stand in the way of the others. */
		rc = dc_handoff(cli, &due[i], true, &end, err);
		if (rc == DC_FINDINGS || rc == DC_CONFLICT) {
			dc_cli_complain(cli, err);
			refused = rc;
		} else if (rc) {
			return rc;
		}
		*more = end == DC_HANDOFF_SENT || end == DC_HANDOFF_HELD || rc;
		++*handled;
	}
	if (err)
		err->msg[0] = '\0'; /* told above */
	return refused;
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	bool watch = dc_cli_flag(cli, "watch"), more = true;
	size_t handled = 0;
	int rc = round_of(cli, &handled, &more, err);

	if (!handled && !rc && !watch)
		dc_out_say(cli->out, "Nothing is due.");
	if (!watch || !cli->terminal || cli->dry_run)
		return rc;
	dc_cli_tell(cli, "Watching; Ctrl-C ends it.");
	for (;;) {
		dc_interrupt_catch();
		nanosleep(&(struct timespec){ .tv_sec = 1 }, NULL);
		if (dc_interrupted())
			return 0;
		dc_interrupt_release();
		more = true;
		rc = round_of(cli, &handled, &more, err);
		if (rc && rc != DC_FINDINGS && rc != DC_CONFLICT)
			return rc;
		if (!more)
			return 0;
	}
}

static const struct dc_option options[] = {
	{ "watch", .help = "stay, and hand over each request when its hold ends" },
	{ 0 },
};

const struct dc_cmd dc_cmd_release = {
	.name = "release",
	.summary = "hand over what is due, one after the other, and ask whether it was sent",
	.about = "The note goes to the clipboard and the profile opens; you press Connect.  "
		 "decorum believes "
		 "only your answer: a request counts as sent because you said so.  The check runs "
		 "again "
		 "before each one.",
	.options = options,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
