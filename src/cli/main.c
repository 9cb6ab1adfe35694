/* main.c - find the command, prepare what it needs, run it, turn its code into an exit status.
 *
 * The only place that does any of these, and the only one that prints an error.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <decorum/json.h>

#include "ask.h"
#include "cmd.h"
#include "progress.h"
#include "rules.h"
#include "tty/tty.h"

#define ENTRY(id) extern const struct dc_cmd dc_cmd_##id;
#include "gen/commands.inc"
#undef ENTRY

static const struct dc_cmd *const commands[] = {
#define ENTRY(id) &dc_cmd_##id,
#include "gen/commands.inc"
#undef ENTRY
};

const struct dc_cmd *dc_cmd_at(size_t i) { return i < DC_COUNT(commands) ? commands[i] : NULL; }

const struct dc_cmd *dc_cmd_find(const char *name)
{
	for (size_t i = 0; i < DC_COUNT(commands); i++)
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	return NULL;
}

const char *dc_cli_arg(const struct dc_cli *cli, const char *option)
{
	return dc_args_value(&cli->args, option);
}
bool dc_cli_flag(const struct dc_cli *cli, const char *option)
{
	return dc_args_flag(&cli->args, option);
}
const char *dc_cli_operand(const struct dc_cli *cli, size_t i)
{
	return i < cli->args.operand_count ? cli->args.operands[i] : NULL;
}

void dc_cli_tell(const struct dc_cli *cli, const char *fmt, ...)
{
	DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 }, safe = { 0 };
	va_list ap;

	if (cli->quiet)
		return;
	va_start(ap, fmt);
	dc_buf_vprintf(&line, fmt, ap);
	va_end(ap);
	dc_text_show(&safe, dc_buf_str(&line), line.len, DC_SHOW_LINE);
	dc_out_flush(cli->out);
	fprintf(stderr, "%s\n", dc_buf_str(&safe));
}

/* --at stands for all clocks: a hold made under it counts by it, and belongs to a boot of
 * its own, so that a real hold can never be ended by pretending that time went by. */
void dc_cli_clock(const struct dc_cli *cli, struct dc_clock *out)
{
	dc_clock_read(out);
	if (!cli->fixed)
		return;
	int64_t now = cli->fixed + (out->awake - cli->started);

	*out = (struct dc_clock){ .wall = now, .awake = now, .elapsed = now, .boot = "--at" };
}

static int set_clock(struct dc_cli *cli, struct dc_error *err)
{
	const char *at = dc_cli_arg(cli, "at");
	int rc = at ? dc_time_parse(&cli->fixed, at, err) : 0;
	struct dc_clock now;

	if (rc)
		return rc;
	dc_clock_read(&now);
	cli->started = now.awake;
	cli->now = now;
	if (cli->fixed)
		cli->now = (struct dc_clock){ .wall = cli->fixed,
			                      .awake = cli->fixed,
			                      .elapsed = cli->fixed,
			                      .boot = "--at" };
	return 0;
}

static int read_settings(struct dc_cli *cli, struct dc_error *err)
{
	char *text = NULL;
	size_t len = 0;
	int rc = dc_paths_read(&text, &len, cli->paths.config, 1 << 20, &cli->arena, err);

	if (rc && rc != DC_NOTFOUND)
		return rc;
	if (err) /* no file is no failure: nothing of it may be told later */
		*err = (struct dc_error){ 0 };
	rc = dc_settings_read(&cli->settings, cli->paths.config, text, len, err);
	return rc ? rc : dc_rules_in_settings(cli->settings, err);
}

/* Of a ledger that an older decorum made. */
struct updating {
	const struct dc_cli *cli;
	struct dc_progress progress;
	bool begun;
};

static int on_update(void *data, int64_t done, int64_t total)
{
	enum { LONG_US = 2000000 };
	struct updating *u = data;

	if (!u->begun) {
		u->begun = true;
		dc_progress_begin(&u->progress, u->cli);
		if (u->progress.silent && total > LONG_US)
			dc_cli_tell(u->cli,
			            "Bringing the ledger up to date, once; that takes a while.");
	}
	return dc_progress(&u->progress, "Bringing the ledger up to date", done, total);
}

static int open_ledger(struct dc_cli *cli, unsigned needs, struct dc_error *err)
{
	struct updating u = { .cli = cli };
	const struct dc_ledger_options o = { .reading = !(needs & DC_NEEDS_WRITING),
		                             .progress = on_update,
		                             .progress_data = &u };
	const char *path = cli->paths.ledger;

	/* A rehearsal makes no file, but must be able to try everything. */
	if (!o.reading && cli->dry_run && access(path, F_OK))
		path = ":memory:";
	int rc = dc_ledger_open_with(&cli->ledger, path, &o, err);

	if (!u.begun)
		return rc;
	dc_progress_end(&u.progress);
	/* Too late for the ledger, but not for what was to be done with it. */
	return !rc && dc_interrupted()
	               ? dc_fail(err, DC_TEMP,
	                         "interrupted; the ledger is up to date, nothing else was done")
	               : rc;
}

int dc_cli_prepare(struct dc_cli *cli, unsigned needs, struct dc_error *err)
{
	int rc = 0;

	if (needs && !cli->paths.ledger) /* help must work without a home; now it matters */
		return dc_paths_find(&cli->paths, dc_cli_arg(cli, "db"), &cli->arena, err);
	if ((needs & DC_NEEDS_TERMINAL) && !cli->terminal)
		return dc_fail(err, DC_INVALID,
		               "'%s' asks questions and needs a terminal to ask them at",
		               cli->args.cmd->name);
	if ((needs & DC_NEEDS_SETTINGS) && !cli->settings && (rc = read_settings(cli, err)))
		return rc;
	if ((needs & (DC_NEEDS_READING | DC_NEEDS_WRITING)) && !cli->ledger &&
	    (rc = open_ledger(cli, needs, err)))
		return rc;
	if ((needs & DC_NEEDS_TEMPLATES) && !cli->templates &&
	    (rc = dc_templates_load(&cli->templates, cli->paths.templates, err)))
		return rc;
	if (cli->ledger && cli->settings)
		cli->outbox = (struct dc_outbox){
			.ledger = cli->ledger,
			.settings = cli->settings,
			.desk = { .opener = dc_settings_opener(cli->settings),
			          .clipboard = dc_settings_clipboard(cli->settings),
			          .environ = cli->paths.environ,
			          .path = cli->paths.search },
		};
	return 0;
}

static size_t terminal_width(const struct dc_paths *paths)
{
	struct winsize size = { 0 };

	if (isatty(STDOUT_FILENO) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col)
		return size.ws_col;
	return paths->columns ? paths->columns : 80;
}

/* Which command a bare `decorum`, --help and --version mean. */
static void choose_default(struct dc_args *a, int *status)
{
	if (dc_args_flag(a, "version")) {
		*a = (struct dc_args){ .cmd = dc_cmd_find("version"),
			               .given = a->given,
			               .given_count = a->given_count,
			               .operands = a->operands };
	} else if (!a->cmd) {
		bool compose = !dc_args_flag(a, "help") && isatty(STDIN_FILENO) &&
		               isatty(STDOUT_FILENO) && dc_cmd_find("compose");

		a->cmd = dc_cmd_find(compose ? "compose" : "help");
		if (!compose && !dc_args_flag(a, "help"))
			*status = dc_code_exit(DC_INVALID);
	}
}

/* `decorum send --help` is `decorum help send`. */
static int run_command(struct dc_cli *cli, struct dc_error *err)
{
	const struct dc_cmd *cmd = cli->args.action ? cli->args.action : cli->args.cmd;

	if (dc_cli_flag(cli, "help"))
		cmd = dc_cmd_find("help");
	int rc = dc_cli_prepare(cli, cmd->needs, err);

	return rc ? rc : cmd->run(cli, err);
}

void dc_cli_complain(const struct dc_cli *cli, const struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

	if (!err->msg[0])
		return;
	if (cli->json) {
		struct dc_json_writer w = { .out = &text };

		dc_json_begin(&w, NULL, '{');
		dc_json_put_int(&w, "v", 1);
		dc_json_begin(&w, "error", '{');
		dc_json_put_string(&w, "code", dc_code_name(err->code));
		dc_json_put_int(&w, "exit", dc_code_exit(err->code));
		dc_json_put_string(&w, "message", err->msg);
		dc_json_put_bool(&w, "retry", dc_code_retryable(err->code));
		dc_json_end(&w, '}');
		dc_json_end(&w, '}');
	} else {
		dc_buf_puts(&text, "decorum: ");
		dc_text_show(&text, err->msg, strlen(err->msg), DC_SHOW_LINE);
	}
	if (cli->out)
		dc_out_flush(cli->out);
	fprintf(stderr, "%s\n", dc_buf_str(&text));
}

/* Everything a run borrows goes away here, in the order of who leans on whom. */
static void release(struct dc_cli *cli)
{
	dc_templates_free(cli->templates);
	dc_ledger_free(cli->ledger);
	dc_settings_free(cli->settings);
	dc_out_free(cli->out);
	dc_args_clear(&cli->args);
	dc_arena_clear(&cli->arena);
}

/* A result that did not reach its reader must not look like success.  A reader that went away
 * (`decorum history | head`) is told to the caller the way every tool does. */
static int finish_output(struct dc_cli *cli, int status)
{
	if (dc_out_finish(cli->out))
		return status;
	int why = errno;

	if (why == EPIPE) {
		struct sigaction quiet = { .sa_handler = SIG_DFL };

		release(cli);
		sigaction(SIGPIPE, &quiet, NULL);
		raise(SIGPIPE);
	}
	fprintf(stderr, "decorum: the result could not be written to standard output: %s\n",
	        strerror(why));
	return dc_code_exit(DC_SYSTEM);
}

static int run_with_args(struct dc_cli *cli, int *status, struct dc_error *err)
{
	int rc;

	cli->quiet = dc_cli_flag(cli, "quiet");
	cli->dry_run = dc_cli_flag(cli, "dry-run");
	cli->yes = dc_cli_flag(cli, "yes");
	cli->terminal = isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
	choose_default(&cli->args, status);
	if (dc_paths_find(&cli->paths, dc_cli_arg(cli, "db"), &cli->arena, NULL))
		cli->paths.ledger = NULL; /* dc_cli_prepare() says so when files matter */
	if ((rc = set_clock(cli, err)))
		return rc;
	cli->out = dc_out_new(&(struct dc_out_options){
		.to = stdout,
		.json = cli->json,
		.color = isatty(STDOUT_FILENO) && !cli->paths.no_color &&
	                 !dc_cli_flag(cli, "no-color") && strcmp(cli->paths.terminal, "dumb") != 0,
		.wrap = isatty(STDOUT_FILENO),
		.width = terminal_width(&cli->paths),
	});
	return run_command(cli, err);
}

/* In the middle of a change nobody can tell any more what became of it; the ledger can. */
static void out_of_memory(void *data)
{
	const struct dc_cli *cli = data;
	const struct dc_cmd *cmd = cli->args.action ? cli->args.action : cli->args.cmd;
	int code = cmd && cmd->needs & DC_NEEDS_WRITING ? DC_UNKNOWN : DC_SYSTEM;
	const char *message = code == DC_UNKNOWN
	                              ? "out of memory; decorum queue and decorum history "
	                                "show whether the change was still made"
	                              : "out of memory";

	if (dc_tty_here())
		dc_tty_restore(dc_tty_here());
	if (cli->json)
		fprintf(stderr,
		        "{\"v\":1,\"error\":{\"code\":\"%s\",\"exit\":%d,\"message\":\"%s\","
		        "\"retry\":false}}\n",
		        dc_code_name(code), dc_code_exit(code), message);
	else
		fprintf(stderr, "decorum: %s\n", message);
	_exit(dc_code_exit(code));
}

int main(int argc, char **argv)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct dc_error err = { 0 };
	struct dc_cli cli = { 0 };
	int status = 0;

	dc_when_exhausted(out_of_memory, &cli);
	sigaction(SIGPIPE, &ignore, NULL);
	int rc = dc_args_parse(&cli.args, argc, argv, &err);

	cli.json = dc_cli_flag(&cli, "json");
	if (!rc)
		rc = run_with_args(&cli, &status, &err);
	if (rc)
		status = dc_code_exit(rc);
	if (cli.out)
		status = finish_output(&cli, status);
	if (rc && err.code == rc) /* else the result has told it, as a report does */
		dc_cli_complain(&cli, &err);
	release(&cli);
	return status;
}
