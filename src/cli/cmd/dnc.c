/* dnc.c - `decorum dnc`: whom not to contact, why, and for how long. */
#include <string.h>

#include <decorum/person.h>

#include "cmd.h"
#include "recipient.h"

static const struct dc_column columns[] = {
	{ "id", "entry" },       { "kind", "kind" },   { "what", "what" },
	{ "reason", "because" }, { "until", "until" }, { "since", NULL },
};

static int run_list(struct dc_cli *cli, struct dc_error *err)
{
	int64_t at = dc_cli_flag(cli, "all") ? 0 : cli->now.wall;
	struct dc_dnc *list;
	size_t count;
	int rc = dc_ledger_dnc_list(cli->ledger, &list, &count, at, &cli->arena, err);

	if (rc)
		return rc;
	if (!count)
		dc_out_say(cli->out, "Nobody is on the list.");
	dc_out_table(cli->out, "entries", columns, DC_COUNT(columns));
	for (size_t i = 0; i < count; i++)
		dc_out_row(cli->out,
		           (struct dc_cell[]){
				   dc_int_cell(list[i].id),
				   dc_text_cell(dc_dnc_kind_name(list[i].kind)),
				   dc_text_cell(list[i].what), dc_text_cell(list[i].reason),
				   dc_day_cell(list[i].until), dc_moment_cell(list[i].at) });
	dc_out_table_end(cli->out);
	return 0;
}

static int enter(struct dc_cli *cli, enum dc_dnc_kind kind, const char *what, const char *reason,
                 int64_t until, struct dc_error *err)
{
	const struct dc_dnc entry = {
		.kind = kind, .what = what, .reason = reason, .until = until, .at = cli->now.wall
	};
	int64_t id = 0;
	int rc = cli->dry_run ? 0 : dc_ledger_dnc_add(cli->ledger, &id, &entry, err);

	if (rc)
		return rc;
	dc_out_put(cli->out, "id", NULL, id ? dc_int_cell(id) : (struct dc_cell){ 0 });
	dc_out_put(cli->out, "kind", NULL, dc_text_cell(dc_dnc_kind_name(kind)));
	dc_out_put(cli->out, "what", NULL, dc_text_cell(what));
	dc_out_say(cli->out, "%s %s: %s", cli->dry_run ? "Would enter" : "Entered",
	           dc_dnc_kind_name(kind), what);
	return 0;
}

static int run_add(struct dc_cli *cli, struct dc_error *err)
{
	static const char *const options[] = { "company", "title", "pattern" };
	const char *what = dc_cli_operand(cli, 0), *reason = dc_cli_arg(cli, "reason");
	const char *until_text = dc_cli_arg(cli, "until");
	enum dc_dnc_kind kind = DC_DNC_PERSON;
	size_t given = what != NULL;
	int64_t until = 0;
	int rc;

	for (size_t i = 0; i < DC_COUNT(options); i++)
		if (dc_cli_arg(cli, options[i])) {
			what = dc_cli_arg(cli, options[i]);
			(void)dc_dnc_kind_of(
				&kind, options[i]); /* the options are named after the kinds */
			given++;
		}
	if (given != 1 || !*what)
		return dc_fail(err, DC_INVALID,
		               "who? Give one person, or one of --company, --title and --pattern");
	if (!reason || !*reason)
		return dc_fail(err, DC_INVALID,
		               "--reason is missing: later you will want to know why");
	if (until_text && (rc = dc_time_parse(&until, until_text, err)))
		return rc;
	if (kind == DC_DNC_PERSON && (rc = dc_recipient_key(&what, cli, what, err)))
		return rc;
	return enter(cli, kind, what, reason, until, err);
}

static int run_remove(struct dc_cli *cli, struct dc_error *err)
{
	int64_t id;
	int rc;

	if ((rc = dc_request_operand(&id, cli, err)))
		return dc_fail(err, DC_INVALID,
		               "'%.60s' is no entry; 'decorum dnc list' shows their numbers",
		               dc_cli_operand(cli, 0));
	if (!cli->dry_run && (rc = dc_ledger_dnc_remove(cli->ledger, id, cli->now.wall, err)))
		return rc;
	dc_out_put(cli->out, "id", NULL, dc_int_cell(id));
	dc_out_say(cli->out, "Entry %lld %s removed.", (long long)id,
	           cli->dry_run ? "would be" : "is");
	return 0;
}

/* One line of a list, read: an address, or "company: Northwind".  '#' begins a remark. */
struct entry {
	enum dc_dnc_kind kind;
	const char *what; /* NULL: nothing stands on the line */
};

static int read_line(struct entry *out, struct dc_cli *cli, char *line, struct dc_error *err)
{
	char *what = line + strspn(line, " \t"), *colon = strchr(what, ':');
	enum dc_dnc_kind kind = DC_DNC_PERSON;

	*out = (struct entry){ .kind = DC_DNC_PERSON };
	what[strcspn(what, "\r")] = '\0';
	if (!*what || *what == '#')
		return 0;
	if (colon && strncmp(colon, "://", 3)) {
		*colon = '\0';
		if (dc_dnc_kind_of(&kind, what))
			what = colon + 1 + strspn(colon + 1, " \t");
		else
			*colon = ':';
	}
	*out = (struct entry){ .kind = kind, .what = what };
	return kind == DC_DNC_PERSON ? dc_recipient_key(&out->what, cli, what, err) : 0;
}

/* The whole file is read before anything is entered. */
static int read_list(struct entry **out, size_t *count, struct dc_cli *cli, const char *file,
                     struct dc_error *err)
{
	size_t len, lines = 1, n = 0;
	char *text, *end;
	int rc = dc_paths_read(&text, &len, file, 16 << 20, &cli->arena, err);

	if (rc)
		return rc;
	for (size_t i = 0; i < len; i++)
		lines += text[i] == '\n';
	struct entry *list = dc_arena_alloc(&cli->arena, lines, sizeof(*list));
	size_t number = 1;

	for (char *line = text; line < text + len; line = end + 1, number++) {
		struct dc_error why = { 0 };

		end = memchr(line, '\n', (size_t)(text + len - line));
		if (!end)
			end = text + len;
		*end = '\0';
		if ((rc = read_line(&list[n], cli, line, &why)))
			return dc_fail(err, rc, "%s:%zu: %s", file, number, why.msg);
		n += list[n].what != NULL;
	}
	*out = list;
	*count = n;
	return 0;
}

static int run_import(struct dc_cli *cli, struct dc_error *err)
{
	const char *reason = dc_cli_arg(cli, "reason");
	struct entry *list;
	size_t count;
	int rc;

	if (!reason || !*reason)
		return dc_fail(err, DC_INVALID,
		               "--reason is missing: later you will want to know why");
	if ((rc = read_list(&list, &count, cli, dc_cli_operand(cli, 0), err)))
		return rc;
	dc_out_open(cli->out, "entries", '[');
	for (size_t i = 0; i < count && !rc; i++) {
		dc_out_open(cli->out, NULL, '{');
		rc = enter(cli, list[i].kind, list[i].what, reason, 0, err);
		dc_out_close(cli->out, '}');
	}
	dc_out_close(cli->out, ']');
	if (!rc)
		dc_out_say(cli->out, "%zu entered.", count);
	return rc;
}

static const struct dc_option list_options[] = {
	{ "all", .help = "also those that are over" },
	{ 0 },
};

static const struct dc_option add_options[] = {
	{ "reason", 0, "TEXT", .help = "why; must be given" },
	{ "until", 0, "DATE", .help = "when it ends (default: never)" },
	{ "company", 0, "NAME", .help = "everybody who works there" },
	{ "title", 0, "WORDS", .help = "everybody with these words in the headline" },
	{ "pattern", 0, "PATTERN", .help = "a shell pattern over name, headline and company" },
	{ 0 },
};

static const struct dc_option import_options[] = {
	{ "reason", 0, "TEXT", .help = "why; must be given" },
	{ 0 },
};

static const struct dc_cmd actions[] = {
	{ .name = "add",
	  .operands = "[RECIPIENT]",
	  .max = 1,
	  .summary = "do not contact a person, a company, a title, a pattern",
	  .options = add_options,
	  .offer = DC_OFFER_PERSON,
	  .needs = DC_NEEDS_WRITING,
	  .run = run_add },
	{ .name = "remove",
	  .operands = "ENTRY",
	  .min = 1,
	  .max = 1,
	  .summary = "take an entry off the list",
	  .needs = DC_NEEDS_WRITING,
	  .run = run_remove },
	{ .name = "list",
	  .summary = "who is on the list, and why",
	  .options = list_options,
	  .needs = DC_NEEDS_READING,
	  .run = run_list },
	{ .name = "import",
	  .operands = "FILE",
	  .min = 1,
	  .max = 1,
	  .summary = "one address a line, or 'company: NAME'",
	  .options = import_options,
	  .offer = DC_OFFER_FILE,
	  .needs = DC_NEEDS_WRITING,
	  .run = run_import },
	{ 0 },
};

const struct dc_cmd dc_cmd_dnc = {
	.name = "dnc",
	.summary = "do not contact: a person, a company, a title, a pattern",
	.example =
		"decorum dnc add in/ada-vey --reason 'asked me not to'\n"
		"decorum dnc add --company Northwind --reason 'hiring freeze' --until 2027-01-01",
	.actions = actions,
};
