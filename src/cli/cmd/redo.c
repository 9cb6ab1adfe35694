/* redo.c - `decorum redo`: hold again what was undone. */
#include "each.h"
#include "recipient.h"

static int redo(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	struct dc_request held;
	int rc;

	if (cli->dry_run) {
		dc_out_put(cli->out, "id", NULL, dc_int_cell(r->id));
		dc_out_say(cli->out, "Request %lld to %s would be checked and held again.",
		           (long long)r->id, dc_request_called(r));
		return 0;
	}
	rc = dc_outbox_redo(&cli->outbox, &held, &report, r->id, &cli->now, &cli->arena, err);
	if (report && dc_findings_count(report->findings))
		dc_out_report(cli->out, "report", report, NULL, 0);
	if (rc)
		return rc;
	dc_request_put(cli, &held);
	dc_out_put(cli->out, "due", NULL, dc_moment_cell(held.due_wall));
	dc_out_say(cli->out, "Held again: request %lld to %s (%lld s).", (long long)held.id,
	           dc_request_called(&held), (long long)(held.hold / DC_SECOND));
	dc_out_say(cli->out, "Undo:      decorum undo %lld", (long long)held.id);
	return 0;
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	return dc_each(cli, DC_STATE_UNDONE, true, redo, err);
}

static const struct dc_option options[] = {
	{ "all", .help = "everything that the last undo took back" },
	{ 0 },
};

const struct dc_cmd dc_cmd_redo = {
	.name = "redo",
	.operands = "[ID]",
	.max = 1,
	.summary = "check and hold again the last (or that) request that was undone",
	.options = options,
	.offer = DC_OFFER_REQUEST,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
