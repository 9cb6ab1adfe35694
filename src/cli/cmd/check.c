/* check.c - `decorum check`: the report, nothing else. */
#include <string.h>

#include <decorum/check.h>

#include "cmd.h"
#include "format/format.h"
#include "note.h"
#include "recipient.h"

static int no_such_format(const char *id, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf all = { 0 };

	for (size_t i = 0; dc_format_at(i); i++)
		dc_buf_printf(&all, "%s%s", i ? ", " : "", dc_format_at(i)->id);
	return dc_fail(err, DC_INVALID, "no format '%.60s'; there are: %s", id, dc_buf_str(&all));
}

static int choose_format(const struct dc_format **out, struct dc_cli *cli, struct dc_error *err)
{
	const char *id = dc_cli_arg(cli, "format");

	id = id ? id : cli->json ? "json" : "text";
	*out = dc_format_find(id);
	return *out ? 0 : no_such_format(id, err);
}

/* The worst finding decides; what is passed over does not count. */
static bool fails(struct dc_cli *cli, const struct dc_checked *c)
{
	enum dc_severity limit = DC_SEVERITY_ERROR;
	const char *given = dc_cli_arg(cli, "fail-on");

	if (given && !strcmp(given, "never"))
		return false;
	if (given)
		(void)dc_severity_of(&limit, given); /* one of the option's choices */
	for (size_t i = 0; i < c->count; i++)
		if (!c->findings[i]->override && c->findings[i]->severity >= limit)
			return true;
	return false;
}

static void print(struct dc_cli *cli, const struct dc_format *format, const struct dc_checked *c)
{
	struct dc_format_run f = {
		.out = dc_out_raw(cli->out),
		.color = dc_out_color(cli->out),
		.width = dc_out_width(cli->out),
		.json = { .out = dc_out_raw(cli->out) },
	};

	if (format->begin)
		format->begin(&f);
	format->one(&f, c);
	f.checked++;
	f.found += c->count;
	if (format->end)
		format->end(&f);
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	struct dc_draft_request request = { 0 };
	const char *whom = dc_cli_operand(cli, 0);
	const struct dc_format *format;
	struct dc_recipient to = { 0 };
	struct dc_checked checked;
	int rc;

	if ((rc = choose_format(&format, cli, err)) ||
	    (whom && (rc = dc_recipient_find(&to, cli, whom, err))) ||
	    (rc = dc_note_get(&request, cli, whom ? &to : NULL, err)))
		return rc;
	if (!whom && !request.note)
		return dc_fail(
			err, DC_INVALID,
			"there is nothing to check: give a recipient, a note (--note), or both");
	request.key = whom ? to.person.key : NULL;
	request.request = to.request;
	if ((rc = dc_review(&report, cli->ledger, &request, cli->settings, cli->now.wall, err)))
		return rc;
	dc_checked_all(&checked, report, request.note, request.note_len, &cli->arena);
	checked.file = dc_cli_arg(cli, "note-file");
	checked.line = checked.file ? 1 : 0;
	checked.failed = fails(cli, &checked);
	print(cli, format, &checked);
	return checked.failed ? DC_FINDINGS : 0;
}

static const struct dc_column format_columns[] = { { "format", "format" }, { "summary", "is" } };

static void more(struct dc_cli *cli)
{
	dc_out_say(cli->out, "%s", "");
	dc_out_table(cli->out, "formats", format_columns, DC_COUNT(format_columns));
	for (size_t i = 0; dc_format_at(i); i++)
		dc_out_row(cli->out, (struct dc_cell[]){ dc_text_cell(dc_format_at(i)->id),
		                                         dc_text_cell(dc_format_at(i)->summary) });
	dc_out_table_end(cli->out);
}

static const struct dc_option options[] = {
	DC_NOTE_OPTIONS,
	DC_TEMPLATE_OPTIONS,
	DC_PERSON_OPTIONS,
	{ "format", 0, "FORMAT", .offer = DC_OFFER_FORMAT,
	  .help = "one of those below (default: text)" },
	{ "fail-on", 0, "SEVERITY", .choices = "error|warning|info|never",
	  .help = "exit 1 at this severity or above (default: error)" },
	{ 0 },
};

const struct dc_cmd dc_cmd_check = {
	.name = "check",
	.operands = "[RECIPIENT]",
	.max = 1,
	.summary = "judge a note, a recipient, or both, before you hit Connect",
	.about = "Nothing is sent, nothing is kept, the network is never touched.  What is said "
		 "about the "
		 "recipient adds to what the ledger knows.  Exit 1 when something stands at or "
		 "above "
		 "--fail-on.",
	.example = "decorum check in/ada-vey --note \"Hi Ada, your talk on query planners …\"\n"
		   "decorum check --name \"Ada Vey\" --note-file note.txt --format json",
	.options = options,
	.more = more,
	.offer = DC_OFFER_PERSON,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_READING,
	.run = run,
};
