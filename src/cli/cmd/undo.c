/* undo.c - `decorum undo`: take back what is still held. */
#include "cmd.h"
#include "recipient.h"

static int rehearse(struct dc_cli *cli, int64_t id, struct dc_error *err)
{
	struct dc_request *list;
	size_t count;
	int rc = dc_ledger_request_list(
		cli->ledger, &list, &count,
		&(struct dc_request_filter){ .states = 1u << DC_STATE_HELD }, &cli->arena, err);

	if (rc)
		return rc;
	for (size_t i = 0; i < count; i++)
		if (!id || list[i].id == id) {
			dc_out_put(cli->out, "id", NULL, dc_int_cell(list[i].id));
			dc_out_say(cli->out, "Request %lld to %s would be taken back.",
			           (long long)list[i].id, dc_request_called(&list[i]));
			return 0;
		}
	return dc_fail(err, DC_NOTFOUND, "nothing that could be taken back is held");
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_request undone;
	int64_t id, draft = 0;
	int rc = dc_request_operand(&id, cli, err);

	if (rc)
		return rc;
	if (cli->dry_run)
		return rehearse(cli, id, err);
	if ((rc = dc_outbox_undo(&cli->outbox, &undone, &draft, id, &cli->now, &cli->arena, err)))
		return rc;
	dc_out_put(cli->out, "id", NULL, dc_int_cell(undone.id));
	dc_out_put(cli->out, "state", NULL, dc_text_cell(dc_state_name(undone.state)));
	dc_out_put(cli->out, "recipient", NULL, dc_text_cell(undone.key));
	dc_out_put(cli->out, "draft", NULL, draft ? dc_int_cell(draft) : (struct dc_cell){ 0 });
	dc_out_say(cli->out, "Undone: request %lld to %s was never sent.", (long long)undone.id,
	           dc_request_called(&undone));
	if (draft)
		dc_out_say(cli->out, "The note is draft %lld; 'decorum redo %lld' holds it again.",
		           (long long)draft, (long long)undone.id);
	return 0;
}

const struct dc_cmd dc_cmd_undo = {
	.name = "undo",
	.operands = "[ID]",
	.max = 1,
	.summary = "take back the last (or that) held request; its note becomes a draft again",
	.offer = DC_OFFER_REQUEST,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
