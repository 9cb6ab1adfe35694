/* completion.c - shell completion.
 *
 * The scripts hold no lists: they ask the program (`completion words`), which answers from
 * the tables it parses with, from the templates and from the ledger.
 */
#include <stdio.h>
#include <string.h>

#include <decorum/check.h>
#include <decorum/person.h>

#include "cmd.h"
#include "format/format.h"
#include "rules.h"

enum { OFFERED = 50 };

static const struct script {
	const char *shell, *text;
} scripts[] = {
	{ "bash",
	  "# bash completion for decorum: eval \"$(decorum completion bash)\"\n"
	  "_decorum() {\n"
	  "	local line word join= words=()\n"
	  "	# bash takes --name=value for three words\n"
	  "	for word in \"${COMP_WORDS[@]:1:COMP_CWORD}\"; do\n"
	  "		if [[ $word == = && ${#words[@]} -gt 0 ]]; then words[-1]+==; join=1\n"
	  "		elif [[ $join ]]; then words[-1]+=$word; join=\n"
	  "		else words+=(\"$word\"); fi\n"
	  "	done\n"
	  "	[[ ${#words[@]} -gt 0 ]] || words=('')\n"
	  "	local cur=${words[-1]} cut=\n"
	  "	[[ $cur != --*=* || $cur == \"${COMP_WORDS[COMP_CWORD]}\" ]] || cut=${cur%%=*}=\n"
	  "	COMPREPLY=()\n"
	  "	while IFS= read -r line; do\n"
	  "		if [[ $line == :files ]]; then\n"
	  "			compopt -o filenames 2>/dev/null\n"
	  "			mapfile -t COMPREPLY < <(compgen -f -- \"${cur#\"$cut\"}\")\n"
	  "			return\n"
	  "		fi\n"
	  "		line=${line%%$'\\t'*}\n"
	  "		[[ $line == \"$cur\"* ]] && COMPREPLY+=(\"$(printf %q "
	  "\"${line#\"$cut\"}\")\")\n"
	  "	done < <(decorum completion words -- \"${words[@]}\" 2>/dev/null)\n"
	  "}\n"
	  "complete -F _decorum decorum\n" },
	{ "zsh",
	  "#compdef decorum\n"
	  "# zsh completion for decorum: decorum completion zsh >\"${fpath[1]}/_decorum\"\n"
	  "_decorum() {\n"
	  "	local -a offers\n"
	  "	local line\n"
	  "	while IFS= read -r line; do\n"
	  "		if [[ $line == :files ]]; then _files; return; fi\n"
	  "		offers+=(\"${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}\")\n"
	  "	done < <(decorum completion words -- \"${(@)words[2,CURRENT]}\" 2>/dev/null)\n"
	  "	_describe decorum offers\n"
	  "}\n"
	  "if [[ $funcstack[1] == _decorum ]]; then _decorum \"$@\"; else compdef _decorum "
	  "decorum; "
	  "fi\n" },
	{ "fish", "# fish completion for decorum: decorum completion fish | source\n"
	          "function __decorum_words\n"
	          "	set -l words (commandline -opc)[2..] (commandline -ct)\n"
	          "	for line in (decorum completion words -- $words 2>/dev/null)\n"
	          "		if test \"$line\" = :files\n"
	          "			__fish_complete_path (commandline -ct)\n"
	          "		else\n"
	          "			echo $line\n"
	          "		end\n"
	          "	end\n"
	          "end\n"
	          "complete -c decorum -f -a '(__decorum_words)'\n" },
};

static int run_script(struct dc_cli *cli, const char *shell)
{
	for (size_t i = 0; i < DC_COUNT(scripts); i++)
		if (!strcmp(scripts[i].shell, shell))
			dc_buf_puts(dc_out_raw(cli->out), scripts[i].text);
	return 0;
}

static int run_bash(struct dc_cli *cli, struct dc_error *err)
{
	return (void)err, run_script(cli, "bash");
}
static int run_zsh(struct dc_cli *cli, struct dc_error *err)
{
	return (void)err, run_script(cli, "zsh");
}
static int run_fish(struct dc_cli *cli, struct dc_error *err)
{
	return (void)err, run_script(cli, "fish");
}

/* --- the words themselves */

/* One candidate and what it is.  Neutralised: it goes to the user's terminal. */
static void offer(struct dc_cli *cli, const char *prefix, const char *text, const char *what)
{
	struct dc_buf *out = dc_out_raw(cli->out);

	dc_buf_puts(out, prefix);
	dc_text_show(out, text, strlen(text), DC_SHOW_LINE);
	dc_buf_putc(out, '\t');
	dc_text_show(out, what ? what : "", strlen(what ? what : ""), DC_SHOW_LINE);
	dc_buf_putc(out, '\n');
}

static void offer_files(struct dc_cli *cli, const char *typed)
{
	(void)typed;
	dc_buf_puts(dc_out_raw(cli->out), ":files\n");
}

static void offer_rules(struct dc_cli *cli, const char *typed)
{
	/* Without readable settings decorum's own rules are still offered. */
	bool broken = dc_cli_prepare(cli, DC_NEEDS_SETTINGS, NULL) != 0;
	const struct dc_rule_info *r;

	(void)typed;
	for (size_t i = 0; (r = dc_any_rule_at(broken ? NULL : cli->settings, i, &cli->arena)); i++)
		offer(cli, "", r->id, r->summary);
}

static void offer_templates(struct dc_cli *cli, const char *typed)
{
	(void)typed;
	if (dc_cli_prepare(cli, DC_NEEDS_TEMPLATES, NULL))
		return;
	for (size_t i = 0; dc_templates_at(cli->templates, i); i++)
		offer(cli, "", dc_template_id(dc_templates_at(cli->templates, i)),
		      dc_template_title(dc_templates_at(cli->templates, i)));
}

static void offer_people(struct dc_cli *cli, const char *typed)
{
	struct dc_person *people;
	size_t count;

	typed += *typed == '@';
	if (!*typed || dc_cli_prepare(cli, DC_NEEDS_READING, NULL) ||
	    dc_ledger_person_search(cli->ledger, &people, &count, typed, OFFERED, &cli->arena,
	                            NULL))
		return;
	for (size_t i = 0; i < count; i++)
		if (!strncmp(people[i].key, "in/", 3))
			offer(cli, "@", people[i].key + 3, people[i].name);
}

static void offer_requests(struct dc_cli *cli, const char *typed)
{
	struct dc_request *list;
	size_t count;

	if (dc_cli_prepare(cli, DC_NEEDS_READING, NULL) ||
	    dc_ledger_request_list(cli->ledger, &list, &count,
	                           &(struct dc_request_filter){ .limit = OFFERED, .ours = true },
	                           &cli->arena, NULL))
		return;
	for (size_t i = 0; i < count; i++) {
		char id[24];

		snprintf(id, sizeof(id), "%lld", (long long)list[i].id);
		offer(cli, "", id, *list[i].name ? list[i].name : list[i].key);
	}
	offer_people(cli, typed);
}

static void offer_drafts(struct dc_cli *cli, const char *typed)
{
	struct dc_draft *list;
	size_t count;

	(void)typed;
	if (dc_cli_prepare(cli, DC_NEEDS_READING, NULL) ||
	    dc_ledger_draft_list(cli->ledger, &list, &count, &cli->arena, NULL))
		return;
	for (size_t i = 0; i < count; i++) {
		char id[24];

		snprintf(id, sizeof(id), "%lld", (long long)list[i].id);
		offer(cli, "", id, list[i].who);
	}
}

static void offer_settings(struct dc_cli *cli, const char *typed)
{
	struct dc_setting s;

	(void)typed;
	if (dc_cli_prepare(cli, DC_NEEDS_SETTINGS, NULL))
		return;
	for (size_t i = 0; dc_settings_at(cli->settings, i, &s); i++)
		offer(cli, "", s.key, s.summary);
}

static void offer_commands(struct dc_cli *cli, const char *typed)
{
	(void)typed;
	for (size_t i = 0; dc_cmd_at(i); i++)
		offer(cli, "", dc_cmd_at(i)->name, dc_cmd_at(i)->summary);
}

static void offer_formats(struct dc_cli *cli, const char *typed)
{
	(void)typed;
	for (size_t i = 0; dc_format_at(i); i++)
		offer(cli, "", dc_format_at(i)->id, dc_format_at(i)->summary);
}

static void (*const offers[DC_OFFER_COUNT])(struct dc_cli *cli, const char *typed) = {
	[DC_OFFER_FILE] = offer_files,         [DC_OFFER_RULE] = offer_rules,
	[DC_OFFER_TEMPLATE] = offer_templates, [DC_OFFER_PERSON] = offer_people,
	[DC_OFFER_REQUEST] = offer_requests,   [DC_OFFER_DRAFT] = offer_drafts,
	[DC_OFFER_SETTING] = offer_settings,   [DC_OFFER_COMMAND] = offer_commands,
	[DC_OFFER_FORMAT] = offer_formats,
};

static void offer_value(struct dc_cli *cli, const char *prefix, const struct dc_option *o,
                        const char *typed)
{
	const char *rest = o->choices, *piece;
	size_t len;

	while (dc_choice_next(&rest, &piece, &len)) {
		DC_AUTO(dc_str) char *word = dc_strndup(piece, len);

		offer(cli, prefix, word, o->help);
	}
	if (offers[o->offer])
		offers[o->offer](cli, typed);
}

static void offer_options(struct dc_cli *cli, const struct dc_option *table)
{
	for (; table && table->name; table++)
		offer(cli, "--", table->name, table->help);
}

static void offer_words(struct dc_cli *cli, const struct dc_args *before, const char *typed)
{
	const struct dc_cmd *c = before->action ? before->action : before->cmd;

	if (!c) {
		offer_commands(cli, typed);
		return;
	}
	if (c->actions && !before->operand_count)
		for (const struct dc_cmd *a = c->actions; a->name; a++)
			offer(cli, "", a->name, a->summary);
	if (offers[c->offer])
		offers[c->offer](cli, typed);
}

/* The option that waits for its value at the end of what was typed; NULL when none does. */
static const struct dc_option *open_option(const struct dc_args *before, const char *last)
{
	const struct dc_option *o = NULL;

	if (last[0] == '-' && last[1] == '-' && !strchr(last, '='))
		o = dc_args_find(before, last + 2, strlen(last + 2), 0);
	else if (last[0] == '-' && last[1] && !last[2])
		o = dc_args_find(before, NULL, 0, last[1]);
	return o && o->arg ? o : NULL;
}

static int run_words(struct dc_cli *cli, struct dc_error *err)
{
	size_t count = cli->args.operand_count;
	const char *typed = count ? cli->args.operands[count - 1] : "", *equal = strchr(typed, '=');
	const char *last = count > 1 ? cli->args.operands[count - 2] : "";
	char **argv = dc_arena_alloc(&cli->arena, count + 1, sizeof(*argv));
	struct dc_args before;

	(void)err;
	for (size_t i = 0; i + 1 < count; i++)
		argv[i + 1] = dc_arena_strdup(&cli->arena, cli->args.operands[i]);
	/* What was typed so far is rarely whole; what could be read of it counts. */
	int rc = dc_args_parse(&before, (int)(count ? count : 1), argv, NULL);
	const struct dc_option *o = open_option(&before, last);

	(void)rc;
	if (o) {
		offer_value(cli, "", o, typed);
	} else if (typed[0] == '-' && typed[1] == '-' && equal) {
		o = dc_args_find(&before, typed + 2, (size_t)(equal - typed - 2), 0);
		DC_AUTO(dc_str) char *prefix = dc_strndup(typed, (size_t)(equal - typed) + 1);

		if (o && o->arg)
			offer_value(cli, prefix, o, equal + 1);
	} else if (typed[0] == '-') {
		offer_options(cli, before.action ? before.action->options : NULL);
		offer_options(cli, before.cmd ? before.cmd->options : NULL);
		offer_options(cli, dc_global_options);
	} else {
		offer_words(cli, &before, typed);
	}
	dc_args_clear(&before);
	return 0;
}

static const struct dc_cmd actions[] = {
	{ .name = "bash", .summary = "for bash", .run = run_bash },
	{ .name = "zsh", .summary = "for zsh", .run = run_zsh },
	{ .name = "fish", .summary = "for fish", .run = run_fish },
	{ .name = "words",
	  .operands = "-- [WORD…]",
	  .max = DC_ANY,
	  .summary = "what may come next, one a line: for the scripts above",
	  .run = run_words },
	{ 0 },
};

const struct dc_cmd dc_cmd_completion = {
	.name = "completion",
	.summary = "completion for your shell",
	.example = "eval \"$(decorum completion bash)\"\n"
		   "decorum completion zsh >\"${fpath[1]}/_decorum\"\n"
		   "decorum completion fish | source",
	.actions = actions,
};
