/* recipient.h - whom the user means: an address in any spelling, a request id, @handle, or a name.
 */
#ifndef DC_CLI_RECIPIENT_H
#define DC_CLI_RECIPIENT_H

#include <decorum/ledger.h>

struct dc_cli;

/* All strings in cli->arena. */
struct dc_recipient {
	struct dc_person person; /* id 0: not in the ledger yet; then only the key is known */
	int64_t request;         /* when an id was given, else 0 */
};

/* One match of a name is taken at a terminal after showing it; several are listed.  Without a
 * terminal a name is never guessed.  DC_NOTFOUND: nobody; DC_INVALID: refused or ambiguous. */
int dc_recipient_find(struct dc_recipient *out, struct dc_cli *cli, const char *text,
                      struct dc_error *err) DC_CHECKED;
/* The person must be in the ledger. */
int dc_recipient_known(struct dc_recipient *out, struct dc_cli *cli, const char *text,
                       struct dc_error *err) DC_CHECKED;
/* The key of a person, by which every spelling of their address is met.  DC_INVALID: they are
 * known by name only. */
int dc_recipient_key(const char **out, struct dc_cli *cli, const char *text, struct dc_error *err)
	DC_CHECKED;
/* The newest request of whoever is meant that is in one of `states` (a bit per enum
 * dc_state; 0: any).  DC_NOTFOUND says what there is instead. */
int dc_recipient_request(struct dc_request *out, struct dc_cli *cli, const char *text,
                         unsigned states, struct dc_error *err) DC_CHECKED;

/* Reads "12" or "#12"; false for anything else. */
bool dc_request_id(int64_t *out, const char *text);
/* The operand of a command that takes [ID]; 0 when there is none. */
int dc_request_operand(int64_t *id, struct dc_cli *cli, struct dc_error *err) DC_CHECKED;
/* A name for people: the name on file, else the key. */
const char *dc_person_called(const struct dc_person *p);
const char *dc_request_called(const struct dc_request *r);
/* Its id, state and recipient, in JSON. */
void dc_request_put(struct dc_cli *cli, const struct dc_request *r);

#endif
