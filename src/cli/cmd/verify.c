/* verify.c - `decorum verify`: is the ledger whole? */
#include <unistd.h>

#include "cmd.h"

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const bool rebuild = dc_cli_flag(cli, "rebuild") && !cli->dry_run;

	if (access(cli->paths.ledger, F_OK))
		return dc_fail(err, DC_NOTFOUND, "there is no ledger at %s yet", cli->paths.ledger);
	int rc = dc_cli_prepare(cli, rebuild ? DC_NEEDS_WRITING : DC_NEEDS_READING, err);

	if (!rc && rebuild)
		rc = dc_ledger_rebuild(cli->ledger, err);
	if (rc || (rc = dc_ledger_verify(cli->ledger, err)))
		return rc;
	dc_out_put(cli->out, "path", NULL, dc_text_cell(cli->paths.ledger));
	dc_out_put(cli->out, "whole", NULL, dc_bool_cell(true));
	dc_out_put(cli->out, "rebuilt", NULL, dc_bool_cell(rebuild));
	dc_out_say(cli->out, "%s is whole: the file, and every state follows from its events.%s",
	           cli->paths.ledger, rebuild ? " The index of notes was built again." : "");
	return 0;
}

static const struct dc_option options[] = {
	{ "rebuild", 0, NULL,
	  .help = "first throw away what follows from the requests, and build it again" },
	{ 0 },
};

const struct dc_cmd dc_cmd_verify = {
	.name = "verify",
	.summary = "check the ledger: the file itself, and that its events tell its states",
	.about = "The requests and their events are the truth. The index that finds a note like "
		 "one of a million follows from them: it is held against them here, and "
		 "--rebuild makes it anew.",
	.options = options,
	.needs = DC_NEEDS_SETTINGS,
	.run = run,
};
