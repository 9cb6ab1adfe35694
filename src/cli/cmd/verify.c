/* verify.c - `decorum verify`: is the ledger whole? */
#include <unistd.h>

#include "cmd.h"

static int run(struct dc_cli *cli, struct dc_error *err)
{
	if (access(cli->paths.ledger, F_OK))
		return dc_fail(err, DC_NOTFOUND, "there is no ledger at %s yet", cli->paths.ledger);
	int rc = dc_cli_prepare(cli, DC_NEEDS_READING, err);

	if (rc || (rc = dc_ledger_verify(cli->ledger, err)))
		return rc;
	dc_out_put(cli->out, "path", NULL, dc_text_cell(cli->paths.ledger));
	dc_out_put(cli->out, "whole", NULL, dc_bool_cell(true));
	dc_out_say(cli->out, "%s is whole: the file, and every state follows from its events.",
	           cli->paths.ledger);
	return 0;
}

const struct dc_cmd dc_cmd_verify = {
	.name = "verify",
	.summary = "check the ledger: the file itself, and that its events tell its states",
	.needs = DC_NEEDS_SETTINGS,
	.run = run,
};
