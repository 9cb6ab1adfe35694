/* sending.h - what goes through a machine: log in, take the sender's lock, send, look up. */
#ifndef DC_CLI_SENDING_H
#define DC_CLI_SENDING_H

#include <decorum/outbox.h>

#include "handoff.h"
#include "few.h"

struct dc_cli;

/* The sender with a token in its hand.  DC_INVALID: nobody is logged in; DC_TEMP: another one
 * is at work. */
int dc_sending_open(struct dc_sender **out, struct dc_cli *cli, struct dc_error *err) DC_CHECKED;
/* Reads the token for the next dc_sending_open(), when that comes soon: the user's command for it
 * may take a while, and a hold shall not end the later for it. */
void dc_sending_ahead(struct dc_cli *cli);

/* Sends one held request that is due; `asked`: the user just said so, so that it is not late.
 * *end tells how, and is DC_HANDOFF_LATER after a failure; those are of dc_sender_send(). */
int dc_sending_one(struct dc_cli *cli, struct dc_sender *s, const struct dc_request *r, bool asked,
                   enum dc_handoff *end, struct dc_error *err) DC_CHECKED;

/* True when nothing can be done about a request that is due or unknown: the outbox is paused, the
 * other side asked to wait, or the user was asked (it is among `put_off`) and has not answered. */
bool dc_sending_waits(struct dc_cli *cli, const struct dc_request *r, const struct dc_few *put_off);

/* How a round fared. */
struct dc_sending_round {
	bool again;             /* in: one of many rounds, so what only waits is not told */
	struct dc_few *put_off; /* in and out: about whom the user was asked */
	size_t sent, settled, waiting;
	int failed; /* the code that tells most of what went wrong; 0 */
};

/* Sends what is due of `due`, looks up what is unknown, goes on with withdrawals; with `all`
 * also reads the states of everything sent.  A request that goes by hand is passed over.  What
 * one of them met is told on the way and kept in round->failed: it never blocks another. */
int dc_sending_all(struct dc_cli *cli, const struct dc_request *due, size_t count, bool all,
                   struct dc_sending_round *round, struct dc_error *err) DC_CHECKED;

#endif
