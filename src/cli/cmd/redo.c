/* redo.c - `decorum redo`: hold again what was undone. */
#include "cmd.h"
#include "recipient.h"

static int run(struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	struct dc_request held;
	int64_t id;
	int rc = dc_request_operand(&id, cli, err);

	if (rc)
		return rc;
	if (cli->dry_run) {
		dc_out_say(cli->out,
		           "The request would be checked and held again; nothing was changed.");
		return 0;
	}
	rc = dc_outbox_redo(&cli->outbox, &held, &report, id, &cli->now, &cli->arena, err);
	if (report && dc_findings_count(report->findings))
		dc_out_report(cli->out, "report", report, NULL, 0);
	if (rc)
		return rc;
	dc_out_put(cli->out, "id", NULL, dc_int_cell(held.id));
	dc_out_put(cli->out, "state", NULL, dc_text_cell(dc_state_name(held.state)));
	dc_out_put(cli->out, "recipient", NULL, dc_text_cell(held.key));
	dc_out_put(cli->out, "due", NULL, dc_moment_cell(held.due_wall));
	dc_out_say(cli->out, "Held again: request %lld to %s (%lld s).", (long long)held.id,
	           dc_request_called(&held), (long long)(held.hold / DC_SECOND));
	dc_out_say(cli->out, "Undo:      decorum undo %lld", (long long)held.id);
	return 0;
}

const struct dc_cmd dc_cmd_redo = {
	.name = "redo",
	.operands = "[ID]",
	.max = 1,
	.summary = "check and hold again the last (or that) request that was undone",
	.offer = DC_OFFER_REQUEST,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
