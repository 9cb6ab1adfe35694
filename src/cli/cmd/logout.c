/* logout.c - `decorum logout`: forget the access token. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "token.h"

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *path = dc_token_path(cli);
	bool there = access(path, F_OK) == 0;

	if (!cli->dry_run && unlink(path) && errno != ENOENT)
		return dc_fail(err, DC_SYSTEM, "cannot remove the log-in %s: %s", path,
		               strerror(errno));
	dc_out_put(cli->out, "was_logged_in", NULL, dc_bool_cell(there));
	if (!there)
		dc_out_say(cli->out, "Nobody was logged in.");
	else
		dc_out_say(cli->out, cli->dry_run ? "The log-in would be removed."
		                                  : "The log-in is removed from this machine.");
	return 0;
}

const struct dc_cmd dc_cmd_logout = {
	.name = "logout",
	.summary = "forget the access token of the official API",
	.about = "Removes the token from this machine.  To take the access itself back, remove the "
		 "app at linkedin.com under Settings, Data privacy, Permitted services.",
	.needs = DC_NEEDS_SETTINGS,
	.run = run,
};
