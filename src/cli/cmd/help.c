/* help.c - the tables of commands and options, as text. */
#include <string.h>

#include "cmd.h"

static const struct dc_column command_columns[] = {
	{ "name", "command" },
	{ "operands", NULL },
	{ "summary", "does" },
};

static void list_commands(struct dc_cli *cli)
{
	dc_out_head(cli->out, "decorum - send LinkedIn connection requests well");
	dc_out_say(cli->out, "%s", "");
	dc_out_say(cli->out,
	           "usage: decorum [COMMAND] [OPTION]…    without a command: the composer");
	dc_out_say(cli->out, "%s", "");
	dc_out_table(cli->out, "commands", command_columns, DC_COUNT(command_columns));
	for (size_t i = 0; dc_cmd_at(i); i++) {
		const struct dc_cmd *c = dc_cmd_at(i);

		dc_out_row(cli->out,
		           (struct dc_cell[]){ dc_text_cell(c->name),
		                               dc_text_cell(c->operands ? c->operands : ""),
		                               dc_text_cell(c->summary) });
	}
	dc_out_table_end(cli->out);
}

static const struct dc_column option_columns[] = {
	{ "name", NULL },   { "letter", NULL },    { "arg", NULL },
	{ NULL, "option" }, { "summary", "does" },
};

static void list_options(struct dc_cli *cli, const char *key, const char *title,
                         const struct dc_option *options)
{
	if (!options)
		return;
	dc_out_say(cli->out, "%s", "");
	dc_out_say(cli->out, "%s", title);
	dc_out_table(cli->out, key, option_columns, DC_COUNT(option_columns));
	for (const struct dc_option *o = options; o->name; o++) {
		char letter[] = { o->letter, '\0' }, dash[] = { '-', o->letter, ',', '\0' };
		DC_AUTO(dc_str)
		char *shown = dc_printf("%3s --%s%s%s", o->letter ? dash : "", o->name,
		                        o->arg ? " " : "",
		                        o->choices ? o->choices
		                        : o->arg   ? o->arg
		                                   : "");

		dc_out_row(cli->out, (struct dc_cell[]){ dc_text_cell(o->name),
		                                         dc_text_cell(o->letter ? letter : NULL),
		                                         dc_text_cell(o->arg), dc_text_cell(shown),
		                                         dc_text_cell(o->help) });
	}
	dc_out_table_end(cli->out);
}

static void usage(struct dc_cli *cli, const struct dc_cmd *cmd, const struct dc_cmd *action)
{
	const struct dc_cmd *c = action ? action : cmd;

	dc_out_head(cli->out, "decorum %s%s%s%s%s%s - %s", cmd->name, action ? " " : "",
	            action ? action->name : "",
	            !c->actions ? ""
	            : c->run    ? " [ACTION]"
	                        : " ACTION",
	            c->operands ? " " : "", c->operands ? c->operands : "", c->summary);
	dc_out_put(cli->out, "name", NULL, dc_text_cell(cmd->name));
	dc_out_put(cli->out, "summary", NULL, dc_text_cell(c->summary));
	if (c->about) {
		dc_out_say(cli->out, "%s", "");
		dc_out_prose(cli->out, c->about);
	}
}

static void list_actions(struct dc_cli *cli, const struct dc_cmd *cmd)
{
	static const struct dc_column columns[] = { { "name", "action" },
		                                    { "operands", "" },
		                                    { "summary", "does" } };

	dc_out_say(cli->out, "%s", "");
	dc_out_table(cli->out, "actions", columns, DC_COUNT(columns));
	for (const struct dc_cmd *c = cmd->actions; c->name; c++)
		dc_out_row(cli->out,
		           (struct dc_cell[]){ dc_text_cell(c->name),
		                               dc_text_cell(c->operands ? c->operands : ""),
		                               dc_text_cell(c->summary) });
	dc_out_table_end(cli->out);
	for (const struct dc_cmd *c = cmd->actions; c->name; c++) {
		DC_AUTO(dc_str) char *title = dc_printf("%s %s:", cmd->name, c->name);

		list_options(cli, c->name, title, c->options);
	}
}

static void show_command(struct dc_cli *cli, const struct dc_cmd *cmd, const struct dc_cmd *action)
{
	usage(cli, cmd, action);
	if (!action && cmd->actions)
		list_actions(cli, cmd);
	list_options(cli, "options", "options:", cmd->options);
	if (action)
		list_options(cli, "action_options", "and for this action:", action->options);
	list_options(cli, "global_options", "everywhere:", dc_global_options);
	if (cmd->more)
		cmd->more(cli);
	if (cmd->example) {
		dc_out_say(cli->out, "%s", "");
		dc_out_say(cli->out, "for example:");
		dc_out_body(cli->out, "example", cmd->example, strlen(cmd->example));
	}
}

/* `help send`, and `send --help`, which main brings here. */
static int run(struct dc_cli *cli, struct dc_error *err)
{
	bool asked_here = strcmp(cli->args.cmd->name, "help") != 0;
	const char *name = asked_here ? cli->args.cmd->name : dc_cli_operand(cli, 0);
	const struct dc_cmd *cmd = name ? dc_cmd_find(name) : NULL;

	if (name && !cmd)
		return dc_fail(err, DC_NOTFOUND,
		               "no command '%.60s'; 'decorum help' lists what there is", name);
	if (cmd) {
		show_command(cli, cmd, asked_here ? cli->args.action : NULL);
		return 0;
	}
	list_commands(cli);
	list_options(cli, "global_options", "everywhere:", dc_global_options);
	dc_out_say(cli->out, "%s", "");
	dc_out_say(cli->out, "'decorum help COMMAND' tells more about one of them.");
	return 0;
}

const struct dc_cmd dc_cmd_help = {
	.name = "help",
	.operands = "[COMMAND]",
	.max = 1,
	.summary = "this list, or all about one command",
	.offer = DC_OFFER_COMMAND,
	.run = run,
};
