/* opt.h - options as tables: one row gives parsing, help and completion. */
#ifndef DC_CLI_OPT_H
#define DC_CLI_OPT_H

#include <decorum/error.h>
#include <stdbool.h>
#include <stddef.h>

struct dc_cmd;

/* What the shell offers for a value. */
enum dc_offer {
	DC_OFFER_NOTHING,
	DC_OFFER_FILE,
	DC_OFFER_RULE,
	DC_OFFER_TEMPLATE,
	DC_OFFER_PERSON,
	DC_OFFER_REQUEST,
	DC_OFFER_DRAFT,
	DC_OFFER_SETTING,
	DC_OFFER_COMMAND,
	DC_OFFER_FORMAT,
	DC_OFFER_COUNT
};

struct dc_option {
	const char *name;    /* "note-file"; NULL ends a table */
	char letter;         /* 'n', or 0 */
	const char *arg;     /* "FILE"; NULL: a flag without a value */
	const char *choices; /* "free|premium": nothing else is taken; or NULL */
	enum dc_offer offer;
	bool repeats; /* may be given more than once */
	const char *help;
};

/* What was found on the command line; all borrowed from argv and the tables. */
struct dc_args {
	const struct dc_cmd *cmd;    /* NULL: no command was named */
	const struct dc_cmd *action; /* of a command that has some, else NULL */
	struct dc_given {
		const struct dc_option *option;
		const char *value; /* "" for a flag */
	} * given;
	size_t given_count;
	const char **operands;
	size_t operand_count;
};

/* The options that every command takes. */
extern const struct dc_option dc_global_options[];

/* Options may stand anywhere, as --name VALUE, --name=VALUE, -n VALUE, -nVALUE; flags
 * bundle; "--" ends them.  DC_INVALID suggests the nearest command, action or option.
 * `out` is filled as far as reading came also on failure, so that --json can be
 * honoured for the error. */
int dc_args_parse(struct dc_args *out, int argc, char **argv, struct dc_error *err) DC_CHECKED;
void dc_args_clear(struct dc_args *a);

/* The option of that name (`len` bytes; NULL: of that letter) among those in force. */
const struct dc_option *dc_args_find(const struct dc_args *a, const char *name, size_t len,
                                     char letter);

/* The last value given for the option, NULL when there is none.  The name must stand in
 * a table of the command: anything else is a mistake in the program. */
const char *dc_args_value(const struct dc_args *a, const char *option);
bool dc_args_flag(const struct dc_args *a, const char *option);
/* The i-th value of an option that repeats; NULL past the end. */
const char *dc_args_nth(const struct dc_args *a, const char *option, size_t i);

/* Walks "a|b|c": the next piece, borrowed and not ended; false at the end. */
bool dc_choice_next(const char **rest, const char **piece, size_t *len);

#endif
