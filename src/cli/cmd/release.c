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

/* What one run of the command has done so far. */
struct rounds {
	size_t handled;
	bool left;        /* the user ended the input */
	int refused;      /* code of the last one that could not go */
	int64_t *put_off; /* asked about already: not again in this run */
	size_t put_off_count;
};

static bool was_put_off(const struct rounds *r, int64_t id)
{
	for (size_t i = 0; i < r->put_off_count; i++)
		if (r->put_off[i] == id)
			return true;
	return false;
}

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
	if (end == DC_HANDOFF_LATER || rc) {
		r->put_off = dc_grow(r->put_off, r->put_off_count + 1, sizeof(*r->put_off));
		r->put_off[r->put_off_count++] = due->id;
	}
	r->left = end == DC_HANDOFF_LEFT;
	r->handled++;
	return 0;
}

static int round_of(struct dc_cli *cli, struct rounds *r, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request *due;
	struct dc_clock now;
	size_t count;

	dc_cli_clock(cli, &now);
	int rc = dc_outbox_due(&cli->outbox, &due, &count, &now, &arena, err);

	if (rc)
		return rc;
	if (!cli->terminal || cli->dry_run) {
		list_waiting(cli, due, count);
		r->handled += count;
		return 0;
	}
	for (size_t i = 0; i < count && !r->left && !rc; i++)
		if (!was_put_off(r, due[i].id))
			rc = hand_over(cli, r, &due[i], err);
	return rc;
}

/* Stays until Ctrl-C; looks once a second, because holds end by the second. */
static int watch(struct dc_cli *cli, struct rounds *r, struct dc_error *err)
{
	int rc = 0;

	dc_cli_tell(cli, "Watching; Ctrl-C ends it.");
	while (!rc && !r->left) {
		dc_interrupt_catch();
		nanosleep(&(struct timespec){ .tv_sec = 1 }, NULL);
		if (dc_interrupted())
			return 0;
		dc_interrupt_release();
		rc = round_of(cli, r, err);
	}
	return rc;
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	struct rounds r = { 0 };
	int rc = round_of(cli, &r, err);

	if (!rc && !r.left && cli->terminal && !cli->dry_run && dc_cli_flag(cli, "watch"))
		rc = watch(cli, &r, err);
	else if (!rc && !r.handled)
		dc_out_say(cli->out, "Nothing is due.");
	dc_free(r.put_off);
	if (!rc && r.refused)
		*err = (struct dc_error){ 0 }; /* each was told when it happened */
	return rc ? rc : r.refused;
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
