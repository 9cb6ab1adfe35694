/* cmd.h - what one file in cmd/ has to define, and what its run() is given. */
#ifndef DC_CLI_CMD_H
#define DC_CLI_CMD_H

#include <decorum/outbox.h>
#include <decorum/template.h>

#include "opt.h"
#include "out/out.h"
#include "paths.h"

/* What main prepares before a command runs. */
enum dc_needs {
	DC_NEEDS_SETTINGS = 1 << 0,
	DC_NEEDS_READING = 1 << 1,   /* the ledger; an absent one reads as empty */
	DC_NEEDS_WRITING = 1 << 2,   /* the ledger, made when absent (not with --dry-run) */
	DC_NEEDS_TEMPLATES = 1 << 3, /* the bundled ones and the user's own */
	DC_NEEDS_TERMINAL = 1 << 4,  /* somebody who can answer */
};

struct dc_cli;

struct dc_cmd {
	const char *name;
	const char *operands;             /* "[RECIPIENT]", "FILE…": shown in the usage line */
	size_t min, max;                  /* operands wanted; DC_ANY for no upper bound */
	const char *summary;              /* one line, no full stop */
	const char *about;                /* paragraphs for `help COMMAND`, or NULL */
	const char *example;              /* command lines, one per line, or NULL */
	void (*more)(struct dc_cli *cli); /* prints what only tables know, for `help`; or NULL */
	const struct dc_option *options;
	const struct dc_cmd *actions; /* ended by one without a name; NULL: none */
	enum dc_offer offer;          /* what the operands are */
	unsigned needs;
	/* With actions and without a run() of its own, a command wants an action. */
	int (*run)(struct dc_cli *cli, struct dc_error *err);
};

#define DC_ANY ((size_t)-1)

/* Walks the command table: NULL past the end. */
const struct dc_cmd *dc_cmd_at(size_t i);
const struct dc_cmd *dc_cmd_find(const char *name);

/* One run of the program.  All of it is set up by main and borrowed by commands. */
struct dc_cli {
	struct dc_args args;
	struct dc_paths paths;
	struct dc_out *out;
	struct dc_clock now;            /* read once, or --at */
	struct dc_settings *settings;   /* DC_NEEDS_SETTINGS */
	struct dc_ledger *ledger;       /* DC_NEEDS_READING, DC_NEEDS_WRITING */
	struct dc_templates *templates; /* DC_NEEDS_TEMPLATES */
	struct dc_outbox outbox;        /* when there are ledger and settings */
	struct dc_arena arena;          /* for what lives as long as the command */
	int64_t fixed;                  /* --at, else 0 */
	int64_t started;                /* reading of the awake clock */
	int64_t token_ahead;            /* when dc_sending_ahead() read it (elapsed clock), or 0 */
	bool json, quiet, dry_run, yes;
	bool terminal; /* somebody is there to answer: stdin and stderr are terminals */
};

/* Prepares more than the command's own needs say, for those who want to know what fails. */
int dc_cli_prepare(struct dc_cli *cli, unsigned needs, struct dc_error *err) DC_CHECKED;

/* A fresh reading for commands that take longer than a moment; goes on from --at. */
void dc_cli_clock(const struct dc_cli *cli, struct dc_clock *out);

/* What was given on the command line. */
const char *dc_cli_arg(const struct dc_cli *cli, const char *option);
bool dc_cli_flag(const struct dc_cli *cli, const char *option);
/* NULL past the end. */
const char *dc_cli_operand(const struct dc_cli *cli, size_t i);

/* A line on stderr that is not a result; silent with --quiet.  Neutralised. */
void dc_cli_tell(const struct dc_cli *cli, const char *fmt, ...) DC_PRINTF(2, 3);

/* An error on stderr, as JSON with --json.  main does it for what run() returns; a command
 * only for one of many things that does not end the others. */
void dc_cli_complain(const struct dc_cli *cli, const struct dc_error *err);

#endif
