/* opt.c - the command line, read once from left to right.
 *
 * The options that count grow on the way: the global ones, then those of the command that
 * was named, then those of its action.
 */
#include "opt.h"

#include <string.h>

#include <decorum/mem.h>
#include <decorum/text.h>

#include "cmd.h"

const struct dc_option dc_global_options[] = {
	{ "db", 0, "FILE", .offer = DC_OFFER_FILE, .help = "the ledger to use" },
	{ "json", .help = "print one JSON object" },
	{ "dry-run", 'n', .help = "change nothing, show what would happen" },
	{ "yes", 'y', .help = "answer yes where it asks" },
	{ "quiet", 'q', .help = "no messages beside results and errors" },
	{ "no-color", .help = "no colours, as with $NO_COLOR" },
	{ "at", 0, "TIME",
	  .help = "take TIME as now: 2026-05-03, 2026-05-03 14:00 (UTC), @SECONDS" },
	{ "help", 'h', .help = "help for the command" },
	{ "version", .help = "the version" },
	{ 0 },
};

/* The tables in force for what has been read so far; NULL where there is none. */
enum { TABLES = 3 };
static void tables(const struct dc_args *a, const struct dc_option *out[TABLES])
{
	out[0] = dc_global_options;
	out[1] = a->cmd ? a->cmd->options : NULL;
	out[2] = a->action ? a->action->options : NULL;
}

const struct dc_option *dc_args_find(const struct dc_args *a, const char *name, size_t len,
                                     char letter)
{
	const struct dc_option *in[TABLES];

	tables(a, in);
	for (size_t t = 0; t < TABLES; t++)
		for (const struct dc_option *o = in[t]; o && o->name; o++)
			if (!name ? letter && o->letter == letter
			          : strlen(o->name) == len && !memcmp(o->name, name, len))
				return o;
	return NULL;
}

/* The known word that is nearest to what was typed; NULL when none is near. */
struct nearest {
	const char *typed, *best;
	size_t distance;
};

static void consider(struct nearest *n, const char *word)
{
	size_t length = strlen(n->typed), cap = length < 4 ? 1 : length < 8 ? 2 : 3;
	size_t d = dc_text_distance(n->typed, word, cap);

	/* What was typed may also be the beginning of the word. */
	if (length >= 3 && !strncmp(word, n->typed, length))
		d = 1;
	if (d <= cap && d < n->distance) {
		n->distance = d;
		n->best = word;
	}
}

static int unknown_option(const struct dc_args *a, const char *name, struct dc_error *err)
{
	const struct dc_option *in[TABLES];
	struct nearest near = { .typed = name, .distance = DC_ANY };

	tables(a, in);
	for (size_t t = 0; t < TABLES; t++)
		for (const struct dc_option *o = in[t]; o && o->name; o++)
			consider(&near, o->name);
	if (near.best)
		return dc_fail(err, DC_INVALID, "no option --%.60s; did you mean --%s?", name,
		               near.best);
	return dc_fail(err, DC_INVALID, "no option --%.60s; 'decorum help%s%s' lists what there is",
	               name, a->cmd ? " " : "", a->cmd ? a->cmd->name : "");
}

static int unknown_command(const char *name, struct dc_error *err)
{
	struct nearest near = { .typed = name, .distance = DC_ANY };

	for (size_t i = 0; dc_cmd_at(i); i++)
		consider(&near, dc_cmd_at(i)->name);
	if (near.best)
		return dc_fail(err, DC_INVALID, "no command '%.60s'; did you mean '%s'?", name,
		               near.best);
	return dc_fail(err, DC_INVALID, "no command '%.60s'; 'decorum help' lists what there is",
	               name);
}

static int unknown_action(const struct dc_cmd *cmd, const char *name, struct dc_error *err)
{
	struct nearest near = { .typed = name, .distance = DC_ANY };
	DC_AUTO(dc_buf_clear) struct dc_buf all = { 0 };

	for (const struct dc_cmd *c = cmd->actions; c->name; c++) {
		consider(&near, c->name);
		dc_buf_printf(&all, "%s%s", all.len ? ", " : "", c->name);
	}
	if (near.best)
		return dc_fail(err, DC_INVALID, "'%s' cannot '%.60s'; did you mean '%s %s'?",
		               cmd->name, name, cmd->name, near.best);
	return dc_fail(err, DC_INVALID, "'%s' cannot '%.60s'; it can: %s", cmd->name, name,
	               dc_buf_str(&all));
}

bool dc_choice_next(const char **rest, const char **piece, size_t *len)
{
	if (!*rest || !**rest)
		return false;
	*piece = *rest;
	*len = strcspn(*rest, "|");
	*rest += *len + ((*rest)[*len] == '|');
	return true;
}

static bool among(const char *choices, const char *value)
{
	const char *piece;
	size_t len;

	while (dc_choice_next(&choices, &piece, &len))
		if (strlen(value) == len && !memcmp(piece, value, len))
			return true;
	return false;
}

static int give(struct dc_args *a, const struct dc_option *o, const char *value,
                struct dc_error *err)
{
	if (o->choices && !among(o->choices, value))
		return dc_fail(err, DC_INVALID, "--%s cannot be '%.60s'; it is one of %s", o->name,
		               value, o->choices);
	if (o->arg && !o->repeats && dc_args_value(a, o->name))
		return dc_fail(err, DC_INVALID, "--%s was given twice; which one is meant?",
		               o->name);
	a->given = dc_grow(a->given, a->given_count + 1, sizeof(*a->given));
	a->given[a->given_count].option = o;
	a->given[a->given_count++].value = value;
	return 0;
}

/* A word that begins with "--".  *i moves on when the value is the next word. */
static int long_option(struct dc_args *a, char **argv, int argc, int *i, struct dc_error *err)
{
	const char *word = argv[*i] + 2, *value = strchr(word, '=');
	size_t len = value ? (size_t)(value - word) : strlen(word);
	const struct dc_option *o = dc_args_find(a, word, len, 0);

	if (!o) {
		DC_AUTO(dc_str) char *name = dc_strndup(word, len);

		return unknown_option(a, name, err);
	}
	if (!o->arg)
		return value ? dc_fail(err, DC_INVALID, "--%s takes no value", o->name)
		             : give(a, o, "", err);
	if (value)
		return give(a, o, value + 1, err);
	if (*i + 1 >= argc)
		return dc_fail(err, DC_INVALID, "--%s wants a value: --%s %s", o->name, o->name,
		               o->arg);
	return give(a, o, argv[++*i], err);
}

/* A word such as "-nq", "-o VALUE" or "-oVALUE". */
static int short_options(struct dc_args *a, char **argv, int argc, int *i, struct dc_error *err)
{
	int rc = 0;

	for (const char *p = argv[*i] + 1; *p && !rc; p++) {
		const struct dc_option *o = dc_args_find(a, NULL, 0, *p);

		if (!o)
			return dc_fail(err, DC_INVALID,
			               "no option %.60s; 'decorum help%s%s' lists what there is",
			               argv[*i], a->cmd ? " " : "", a->cmd ? a->cmd->name : "");
		if (!o->arg) {
			rc = give(a, o, "", err);
			continue;
		}
		if (p[1])
			return give(a, o, p + 1, err);
		if (*i + 1 >= argc)
			return dc_fail(err, DC_INVALID, "-%c wants a value: -%c %s", *p, *p,
			               o->arg);
		return give(a, o, argv[++*i], err);
	}
	return rc;
}

static const struct dc_cmd *action_of(const struct dc_cmd *cmd, const char *name)
{
	for (const struct dc_cmd *c = cmd->actions; c && c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

/* The first word names the command, the next one its action if it has some; what
 * follows are operands. */
static int word(struct dc_args *a, const char *text, struct dc_error *err)
{
	if (!a->cmd) {
		a->cmd = dc_cmd_find(text);
		return a->cmd ? 0 : unknown_command(text, err);
	}
	if (a->cmd->actions && !a->action && a->operand_count == 0) {
		a->action = action_of(a->cmd, text);
		if (a->action)
			return 0;
		if (!a->cmd->max)
			return unknown_action(a->cmd, text, err);
	}
	a->operands = dc_grow(a->operands, a->operand_count + 1, sizeof(*a->operands));
	a->operands[a->operand_count++] = text;
	return 0;
}

static int count_operands(const struct dc_args *a, struct dc_error *err)
{
	const struct dc_cmd *c = a->action ? a->action : a->cmd;
	const char *parent = a->action ? a->cmd->name : "", *gap = a->action ? " " : "";

	if (!c || dc_args_flag(a, "help"))
		return 0;
	if (a->cmd->actions && !a->action && !a->cmd->run)
		return unknown_action(a->cmd, a->operand_count ? a->operands[0] : "", err);
	if (a->operand_count < c->min)
		return dc_fail(err, DC_INVALID, "something is missing: decorum %s%s%s %s", parent,
		               gap, c->name, c->operands ? c->operands : "");
	if (c->max != DC_ANY && a->operand_count > c->max)
		return dc_fail(err, DC_INVALID,
		               "'%s%s%s' has no use for '%.60s'; usage: decorum %s%s%s %s", parent,
		               gap, c->name, a->operands[c->max], parent, gap, c->name,
		               c->operands ? c->operands : "");
	return 0;
}

int dc_args_parse(struct dc_args *out, int argc, char **argv, struct dc_error *err)
{
	bool options = true;
	int rc = 0;

	*out = (struct dc_args){ 0 };
	for (int i = 1; i < argc && !rc; i++) {
		if (options && !strcmp(argv[i], "--"))
			options = false;
		else if (options && argv[i][0] == '-' && argv[i][1] == '-')
			rc = long_option(out, argv, argc, &i, err);
		else if (options && argv[i][0] == '-' && argv[i][1])
			rc = short_options(out, argv, argc, &i, err);
		else
			rc = word(out, argv[i], err);
	}
	return rc ? rc : count_operands(out, err);
}

void dc_args_clear(struct dc_args *a)
{
	dc_free(a->given);
	dc_free(a->operands);
	*a = (struct dc_args){ 0 };
}

const char *dc_args_nth(const struct dc_args *a, const char *option, size_t i)
{
	for (size_t k = 0; k < a->given_count; k++)
		if (!strcmp(a->given[k].option->name, option) && i-- == 0)
			return a->given[k].value;
	return NULL;
}

const char *dc_args_value(const struct dc_args *a, const char *option)
{
	const char *last = NULL;

	for (size_t i = 0; i < a->given_count; i++)
		if (!strcmp(a->given[i].option->name, option))
			last = a->given[i].value;
	return last;
}

bool dc_args_flag(const struct dc_args *a, const char *option)
{
	return dc_args_value(a, option) != NULL;
}
