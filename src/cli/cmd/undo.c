/* undo.c - `decorum undo`: take back what is still held. */
#include "each.h"
#include "recipient.h"

static int rehearse(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err)
{
	if (r->state != DC_STATE_HELD)
		return dc_fail(err, DC_NOTFOUND, "request %lld is not held: it is %s",
		               (long long)r->id, dc_state_name(r->state));
	dc_out_put(cli->out, "id", NULL, dc_int_cell(r->id));
	dc_out_say(cli->out, "Request %lld to %s would be taken back.", (long long)r->id,
	           dc_request_called(r));
	return 0;
}

static int undo(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err)
{
	struct dc_request undone;
	int64_t draft = 0;
	int rc;

	if (cli->dry_run)
		return rehearse(cli, r, err);
	if ((rc = dc_outbox_undo(&cli->outbox, &undone, &draft, r->id, &cli->now, &cli->arena,
	                         err)))
		return rc;
	dc_request_put(cli, &undone);
	dc_out_put(cli->out, "draft", NULL, draft ? dc_int_cell(draft) : (struct dc_cell){ 0 });
	dc_out_say(cli->out, "Undone: request %lld to %s was never sent.", (long long)undone.id,
	           dc_request_called(&undone));
	if (draft)
		dc_out_say(cli->out, "The note is draft %lld; 'decorum redo %lld' holds it again.",
		           (long long)draft, (long long)undone.id);
	return 0;
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	return dc_each(cli, DC_STATE_HELD, false, undo, err);
}

static const struct dc_option options[] = {
	{ "all", .help = "everything that is held" },
	{ 0 },
};

const struct dc_cmd dc_cmd_undo = {
	.name = "undo",
	.operands = "[ID]",
	.max = 1,
	.summary = "take back the last (or that) held request; its note becomes a draft again",
	.options = options,
	.offer = DC_OFFER_REQUEST,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
