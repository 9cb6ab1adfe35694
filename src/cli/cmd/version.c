/* version.c - `decorum --version`. */
#include "cmd.h"

static int run(struct dc_cli *cli, struct dc_error *err)
{
	(void)err;
	dc_out_put(cli->out, "version", NULL, dc_text_cell(DC_VERSION));
	dc_out_say(cli->out, "decorum %s", DC_VERSION);
	dc_out_say(cli->out,
	           "Free software under GPL-3.0-or-later.  Not affiliated with LinkedIn.");
	return 0;
}

const struct dc_cmd dc_cmd_version = {
	.name = "version",
	.summary = "the version and the licence",
	.example = "decorum --version",
	.run = run,
};
