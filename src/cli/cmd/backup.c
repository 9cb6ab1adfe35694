/* backup.c - `decorum backup`: a consistent copy, also while others write. */
#include <unistd.h>

#include "cmd.h"

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *to = dc_cli_operand(cli, 0);
	int rc;

	if (access(cli->paths.ledger, F_OK))
		return dc_fail(err, DC_NOTFOUND, "there is no ledger at %s yet", cli->paths.ledger);
	if (access(to, F_OK) == 0)
		return dc_fail(err, DC_CONFLICT, "%s is there already; name a new file", to);
	if ((rc = dc_cli_prepare(cli, DC_NEEDS_READING, err)) ||
	    (!cli->dry_run && (rc = dc_ledger_backup(cli->ledger, to, err))))
		return rc;
	dc_out_put(cli->out, "path", NULL, dc_text_cell(to));
	dc_out_say(cli->out, cli->dry_run ? "Would copy %s to %s." : "Copied %s to %s.",
	           cli->paths.ledger, to);
	return 0;
}

const struct dc_cmd dc_cmd_backup = {
	.name = "backup",
	.operands = "FILE",
	.min = 1,
	.max = 1,
	.summary = "a consistent copy of the ledger",
	.example = "decorum backup ledger-2026-11-23.db",
	.offer = DC_OFFER_FILE,
	.needs = DC_NEEDS_SETTINGS,
	.run = run,
};
