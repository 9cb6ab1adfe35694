/* each.h - a command for one request or, with --all, for every one that can be meant. */
#ifndef DC_CLI_EACH_H
#define DC_CLI_EACH_H

#include <decorum/request.h>

#include "cmd.h"

/* Puts and says what it did; *r is as it was read. */
typedef int dc_each_fn(struct dc_cli *cli, const struct dc_request *r, struct dc_error *err);

/* Calls it for the request that the operand [ID] names, else for the newest one in that state
 * (DC_NOTFOUND: there is none), else, with the flag --all, for each in that state, oldest first;
 * `together`: only those that came into it with the newest.  One that fails is told and stops no
 * other; the code of the last such is returned. */
int dc_each(struct dc_cli *cli, enum dc_state state, bool together, dc_each_fn *one,
            struct dc_error *err) DC_CHECKED;

#endif
