/* token.h - the access token: where it is kept, and nowhere else. */
#ifndef DC_CLI_TOKEN_H
#define DC_CLI_TOKEN_H

#include <decorum/oauth.h>

struct dc_cli;

/* The app as the settings describe it, with its secret when a command gives it; all of it in
 * the command's arena.  DC_INVALID when no client id is set. */
int dc_token_app(struct dc_cli *cli, struct dc_oauth_app *out, struct dc_error *err) DC_CHECKED;

/* The file of the log-in, in the arena. */
const char *dc_token_path(struct dc_cli *cli);
/* Writes it, 0600, as a whole. */
int dc_token_keep(struct dc_cli *cli, const struct dc_token *t, struct dc_error *err) DC_CHECKED;

/* Gets a token (from the token command, or the file, renewed when it is over) and sets
 * cli->outbox.desk.api, for the commands that talk to the API.  From then on no core file of this
 * process is written.  DC_INVALID says how to log in. */
int dc_token_use(struct dc_cli *cli, struct dc_error *err) DC_CHECKED;

#endif
