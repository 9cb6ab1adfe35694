/* check.c - `decorum check`: the report, nothing else. */
#include <string.h>

#include "cmd.h"
#include "judge/judge.h"
#include "note.h"
#include "recipient.h"
#include "spelling.h"

static int check_one(struct dc_judge *j, struct dc_draft_request *r, struct dc_error *err)
{
	struct dc_cli *cli = j->cli;
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	const char *file = dc_cli_arg(cli, "note-file");
	int rc;

	dc_spelling(cli, r, false, &cli->arena);
	rc = dc_review(&report, cli->ledger, r, cli->settings, cli->now.wall, err);

	if (!rc)
		dc_judge_one(j, report, r->note, r->note_len, file, file ? 1 : 0);
	return rc;
}

/* The recipient and the note as given. */
static int read_request(struct dc_draft_request *r, struct dc_cli *cli, struct dc_error *err)
{
	const char *whom = dc_cli_operand(cli, 0);
	struct dc_recipient to = { 0 };
	int rc;

	if ((whom && (rc = dc_recipient_find(&to, cli, whom, err))) ||
	    (rc = dc_note_get(r, cli, whom ? &to : NULL, err)))
		return rc;
	if (!whom && !r->note)
		return dc_fail(
			err, DC_INVALID,
			"there is nothing to check: give a recipient, a note (--note), or both");
	r->key = whom ? to.person.key : NULL;
	r->request = to.request;
	return 0;
}

/* The mended note: into its file, else onto standard output. */
static int put_mended(struct dc_cli *cli, const char *file, const struct dc_draft_request *r,
                      bool changed, struct dc_error *err)
{
	DC_AUTO(dc_str) char *line = dc_printf("%.*s\n", (int)r->note_len, r->note);
	int rc = file && changed ? dc_paths_write(file, line, r->note_len + 1, err) : 0;

	if (rc)
		return rc;
	if (file)
		dc_cli_tell(cli, "decorum: %s %s", file,
		            changed ? "is mended" : "needs no mending");
	else if (!cli->json)
		dc_text_show(dc_out_raw(cli->out), line, r->note_len + 1, DC_SHOW_LINES);
	return 0;
}

static int mend(struct dc_cli *cli, struct dc_draft_request *r, struct dc_error *err)
{
	const char *file = dc_cli_arg(cli, "note-file");
	const struct dc_draft_request old = *r;
	bool changed, only_show = dc_cli_flag(cli, "diff") || cli->dry_run;
	int rc;

	if (!r->note)
		return dc_fail(err, DC_INVALID, "--fix and --diff want a note");
	if ((rc = dc_judge_rules(cli, err)) || (rc = dc_mend(cli, r, &changed, err)))
		return rc;
	if (cli->json) {
		dc_out_put(cli->out, "changed", NULL, dc_bool_cell(changed));
		dc_out_body(cli->out, "note", r->note, r->note_len);
	} else if (only_show) {
		dc_mend_show(cli, file ? file : "note", old.note, old.note_len, r->note,
		             r->note_len);
	}
	return only_show
	               ? 0
	               : put_mended(cli, file && strcmp(file, "-") ? file : NULL, r, changed, err);
}

static bool request_options(const struct dc_cli *cli)
{
	static const char *const names[] = { "note",     "note-file", "template", "name",
		                             "headline", "company",   "zone" };

	for (size_t i = 0; i < DC_COUNT(names); i++)
		if (dc_cli_arg(cli, names[i]))
			return true;
	return false;
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *csv = dc_cli_arg(cli, "csv");
	struct dc_draft_request request = { 0 };
	bool mending = dc_cli_flag(cli, "fix") || dc_cli_flag(cli, "diff");
	struct dc_judge j;
	int rc;

	if (csv && (dc_cli_operand(cli, 0) || request_options(cli) || mending))
		return dc_fail(
			err, DC_INVALID,
			"--csv brings its own recipients and notes: no recipient, note, template, "
			"--fix or --diff beside it");
	if (!csv && (rc = read_request(&request, cli, err)))
		return rc;
	if (mending)
		return mend(cli, &request, err);
	if (!(rc = dc_judge_open(&j, cli, csv != NULL, err)))
		rc = csv ? dc_judge_csv(&j, csv, err) : check_one(&j, &request, err);
	return dc_judge_close(&j, rc);
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
	DC_JUDGE_OPTIONS,
	{ "csv", 0, "FILE", .offer = DC_OFFER_FILE,
	  .help = "check each row: columns name, profile address, headline, company, note, by "
	          "their header" },
	{ "fix",
	  .help = "mend what has only one right text: print the note, or write it to --note-file" },
	{ "diff", .help = "show what --fix would change" },
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
		 "--fail-on.\n\n"
		 "With --csv each row is checked against the ledger and the rows before it, and "
		 "findings name "
		 "the line.",
	.example = "decorum check in/ada-vey --note \"Hi Ada, your talk on query planners …\"\n"
		   "decorum check --name \"Ada Vey\" --note-file note.txt --format json\n"
		   "decorum check --csv people.csv --format sarif --baseline before.json",
	.options = options,
	.more = more,
	.offer = DC_OFFER_PERSON,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_READING,
	.run = run,
};
