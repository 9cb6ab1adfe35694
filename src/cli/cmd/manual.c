/* manual.c - `decorum manual`: the whole manual as a man page, from the tables of the program.
 *
 * Commands, options, rules, settings and exit codes stand in their tables only; the prose
 * here is what no table holds.
 */
#include <stdio.h>
#include <string.h>

#include <decorum/check.h>
#include <decorum/mem.h>
#include <decorum/request.h>

#include "cmd.h"

static const char description[] =
	"decorum drafts a personal note with you, checks a connection request before you hit "
	"Connect, holds it for a moment so that it can be undone, and lets it be withdrawn "
	"afterwards.\n"
	"It works on your own LinkedIn data export and its own ledger, on your own machine. It "
	"never scrapes, never automates LinkedIn's pages and never sends unasked: it hands over "
	"to you, or uses the official API of approved partners. It is not affiliated with "
	"LinkedIn.\n"
	"Without a command it opens the composer on a terminal.";

static const char recipients[] =
	"RECIPIENT is a profile address in any spelling, the number of a request, @handle of a "
	"person in the ledger, or a name. At a terminal one match of a name is shown and taken "
	"when you say so, several are listed; without a terminal nobody is guessed.";

static const char json[] =
	"With --json a command prints one object on standard output. Its first member is \"v\", "
	"the version of the form, now 1; within a version members are added, never renamed or "
	"taken away. What a command shows as a table is an array of objects, one a row; moments "
	"are written as 2026-05-03T14:00:00Z, and what is not known is null or absent. Spans are "
	"byte offsets into the note as given. Control characters, and characters that change how "
	"others are seen, are written as \\u escapes. An error is {\"v\":1,\"error\":{\"code\", "
	"\"exit\", \"message\", \"retry\"}} on standard error, with the same exit status as "
	"without --json.\n"
	"decorum check gives \"verdict\" (ok, caution or stop), \"recipient\" (key, name, "
	"headline), "
	"\"note\" (units, limit), \"findings\" (rule, severity, message, advice, span, evidence, "
	"source, and diff where an earlier note is like this one: kind same, personal or "
	"changed, was, is) and \"quota\".";

/* What each state means, and who may move it where, is in the tables of request.h. */
static const char life[] =
	"A request is in one of these states, and every move is on the disk, with its event, "
	"before "
	"it is told. A person has at most one request on its way, and one decorum sends at a time, "
	"proved by a lock that lives as long as its process.\n"
	"Clocks: a hold counts the time that the computer is awake, and begins anew when it is "
	"started again; deadlines and the settle time (api.settle) count sleep as well; the date "
	"can "
	"only delay. What is late after sleep, a restart or a change of the clock is asked about "
	"(outbox.late).";

static const struct {
	const char *name, *means;
} files[] = {
	{ "$XDG_DATA_HOME/decorum/ledger.db",
	  "the ledger, unless --db or $DECORUM_DB names another (~/.local/share without "
	  "$XDG_DATA_HOME)" },
	{ "$XDG_CONFIG_HOME/decorum/config.ini", "the settings (~/.config)" },
	{ "$XDG_CONFIG_HOME/decorum/templates/", "your own templates: <id>.mustache" },
	{ "$XDG_CONFIG_HOME/decorum/words", "words that are spelled right, one a line" },
	{ "$XDG_STATE_HOME/decorum/", "line history and texts in the editor (~/.local/state)" },
};

static const struct {
	const char *name, *means;
} variables[] = {
	{ "DECORUM_DB", "the ledger to use" },
	{ "VISUAL, EDITOR", "the editor for notes and settings" },
	{ "NO_COLOR", "when set and not empty: no colours" },
	{ "PATH", "where the opener, the clipboard program and hunspell are looked up" },
	{ "DICPATH", "where hunspell has more dictionaries; several go by LC_ALL, LANG" },
};

static const char *const exits[DC_CODE_COUNT] = {
	[DC_I_OK] = "done; for check: nothing at or above --fail-on",
	[DC_I_FINDINGS] = "findings at or above --fail-on, or an action refused because of them",
	[DC_I_INVALID] = "wrong usage, wrong or missing input",
	[DC_I_NOTFOUND] = "no such request, person, template, rule",
	[DC_I_CONFLICT] =
		"too late or in conflict: already sent, already undone, changed meanwhile",
	[DC_I_SYSTEM] = "the ledger or the system failed; nothing was promised",
	[DC_I_UNKNOWN] = "the outcome is unknown: decorum queue says what is known",
	[DC_I_TEMP] = "try again later: busy, network, rate limit",
};

/* Text as roff: what would be a request or an escape is neither. */
static void put(struct dc_buf *out, const char *s)
{
	for (; *s; s++) {
		bool begins = !out->len || out->data[out->len - 1] == '\n';

		if (begins && (*s == '.' || *s == '\''))
			dc_buf_puts(out, "\\&");
		if (*s == '\\')
			dc_buf_puts(out, "\\e");
		else if (*s == '-')
			dc_buf_puts(out, "\\-");
		else
			dc_buf_putc(out, *s);
	}
}

static void section(struct dc_buf *out, const char *title)
{
	dc_buf_printf(out, ".SH %s\n", title);
}

/* Lines are paragraphs; an empty one is only a gap. */
static void paragraphs(struct dc_buf *out, const char *text)
{
	for (bool gap = false; *text; text += *text == '\n') {
		size_t len = strcspn(text, "\n");
		DC_AUTO(dc_str) char *line = dc_strndup(text, len);

		if (gap || !len)
			dc_buf_puts(out, ".PP\n");
		if (len) {
			put(out, line);
			dc_buf_putc(out, '\n');
		}
		text += len;
		gap = text[0] == '\n' && text[1] != '\n';
	}
}

/* ".TP": a term and, indented, what it means. */
static void term(struct dc_buf *out, const char *name, const char *means)
{
	dc_buf_puts(out, ".TP\n.B ");
	put(out, name);
	dc_buf_putc(out, '\n');
	put(out, means);
	dc_buf_putc(out, '\n');
}

static void options(struct dc_buf *out, const struct dc_option *o)
{
	for (; o && o->name; o++) {
		dc_buf_puts(out, ".TP\n");
		if (o->letter)
			dc_buf_printf(out, "\\fB\\-%c\\fR, ", o->letter);
		dc_buf_puts(out, "\\fB\\-\\-");
		put(out, o->name);
		dc_buf_puts(out, "\\fR");
		if (o->arg) {
			dc_buf_puts(out, " \\fI");
			put(out, o->choices ? o->choices : o->arg);
			dc_buf_puts(out, "\\fR");
		}
		dc_buf_putc(out, '\n');
		put(out, o->help);
		dc_buf_putc(out, '\n');
	}
}

static void synopsis(struct dc_buf *out, const struct dc_cmd *cmd, const struct dc_cmd *action)
{
	const struct dc_cmd *c = action ? action : cmd;

	dc_buf_puts(out, "\\fBdecorum ");
	put(out, cmd->name);
	if (action) {
		dc_buf_putc(out, ' ');
		put(out, action->name);
	}
	dc_buf_puts(out, "\\fR");
	if (c->operands) {
		dc_buf_puts(out, " \\fI");
		put(out, c->operands);
		dc_buf_puts(out, "\\fR");
	}
	dc_buf_putc(out, '\n');
}

static void command(struct dc_buf *out, const struct dc_cmd *c)
{
	dc_buf_puts(out, ".SS \"");
	put(out, c->name);
	dc_buf_puts(out, "\"\n");
	synopsis(out, c, NULL);
	dc_buf_puts(out, ".PP\n");
	put(out, c->summary);
	dc_buf_puts(out, ".\n");
	if (c->about) {
		dc_buf_puts(out, ".PP\n");
		paragraphs(out, c->about);
	}
	options(out, c->options);
	for (const struct dc_cmd *a = c->actions; a && a->name; a++) {
		dc_buf_puts(out, ".PP\n");
		synopsis(out, c, a);
		dc_buf_puts(out, ".RS\n");
		put(out, a->summary);
		dc_buf_puts(out, ".\n");
		options(out, a->options);
		dc_buf_puts(out, ".RE\n");
	}
	if (c->example) {
		dc_buf_puts(out, ".PP\n.nf\n");
		put(out, c->example);
		dc_buf_puts(out, "\n.fi\n");
	}
}

static void rules(struct dc_buf *out)
{
	section(out, "RULES");
	for (size_t i = 0; dc_rule_at(i); i++) {
		const struct dc_rule_info *r = dc_rule_at(i);
		DC_AUTO(dc_str)
		char *means = dc_printf("(%s, %s) %s", dc_severity_name(r->severity),
		                        dc_group_name(r->group), r->summary);

		term(out, r->id, means);
	}
}

static void settings(struct dc_buf *out, const struct dc_settings *s)
{
	struct dc_setting row;

	section(out, "SETTINGS");
	paragraphs(out,
	           "The file is INI: a key such as outbox.hold is the line \"hold = 30\" below "
	           "\"[outbox]\". decorum config show --origin tells what is in force and "
	           "where it comes from; [rules] may give any rule another severity: error, "
	           "warning, info or off.");
	for (size_t i = 0; dc_settings_at(s, i, &row); i++) {
		DC_AUTO(dc_str)
		char *means = *row.value ? dc_printf("%s (default: %s)", row.summary, row.value)
		                         : dc_strdup(row.summary);

		term(out, row.key, means);
	}
}

static void moves(struct dc_buf *out, enum dc_state from)
{
	const struct dc_edge *e;

	for (size_t i = 0; (e = dc_edge_at(i)); i++) {
		DC_AUTO(dc_str)
		char *move = dc_printf("to %s: %s%s%s", dc_state_name(e->to), e->who,
		                       *e->guard ? "; " : "", e->guard);

		if (e->from != from)
			continue;
		dc_buf_puts(out, ".br\n");
		put(out, move);
		dc_buf_putc(out, '\n');
	}
}

static void states(struct dc_buf *out)
{
	section(out, "LIFE OF A REQUEST");
	paragraphs(out, life);
	for (int i = 0; i < DC_STATE_COUNT; i++) {
		enum dc_state s = (enum dc_state)i;
		DC_AUTO(dc_str)
		char *means = dc_printf("It %s.%s%s", dc_state_means(s),
		                        dc_state_begins(s) ? " A request may begin so." : "",
		                        dc_state_active(s) ? " It is on its way." : "");

		term(out, dc_state_name(s), means);
		moves(out, s);
	}
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_settings_free) struct dc_settings *defaults = NULL;
	struct dc_buf *out = dc_out_raw(cli->out);
	int rc = dc_settings_read(&defaults, "", NULL, 0, err);

	if (rc)
		return rc;
	dc_buf_printf(out, ".TH DECORUM 1 \"\" \"decorum %s\" \"User Commands\"\n", DC_VERSION);
	section(out, "NAME");
	dc_buf_puts(out, "decorum \\- send LinkedIn connection requests well\n");
	section(out, "SYNOPSIS");
	dc_buf_puts(out, "\\fBdecorum\\fR [\\fICOMMAND\\fR] [\\fIOPTION\\fR]...\n");
	section(out, "DESCRIPTION");
	paragraphs(out, description);
	section(out, "RECIPIENTS");
	paragraphs(out, recipients);
	section(out, "OPTIONS");
	paragraphs(out, "Every command takes these.");
	options(out, dc_global_options);
	section(out, "COMMANDS");
	for (size_t i = 0; dc_cmd_at(i); i++)
		command(out, dc_cmd_at(i));
	states(out);
	rules(out);
	settings(out, defaults);
	section(out, "JSON");
	paragraphs(out, json);
	section(out, "EXIT STATUS");
	for (int i = 0; i < DC_CODE_COUNT; i++) {
		char status[16];

		snprintf(status, sizeof(status), "%d", dc_code_exit(-i));
		term(out, status, exits[i]);
	}
	section(out, "FILES");
	for (size_t i = 0; i < DC_COUNT(files); i++)
		term(out, files[i].name, files[i].means);
	section(out, "ENVIRONMENT");
	for (size_t i = 0; i < DC_COUNT(variables); i++)
		term(out, variables[i].name, variables[i].means);
	return 0;
}

const struct dc_cmd dc_cmd_manual = {
	.name = "manual",
	.summary = "the whole manual, as a man page",
	.example = "decorum manual | man -l -",
	.run = run,
};
