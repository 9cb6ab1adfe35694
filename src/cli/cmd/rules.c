/* rules.c - `decorum rules`: what is checked, and trying rules of one's own. */
#include <string.h>

#include "cmd.h"
#include "rules.h"

static const struct dc_column columns[] = {
	{ "id", "rule" },     { "group", "about" },   { "severity", "severity" },
	{ "in_force", NULL }, { "summary", "finds" },
};

static int run_list(struct dc_cli *cli, struct dc_error *err)
{
	const struct dc_rule_info *r;

	(void)err;
	dc_out_table(cli->out, "rules", columns, DC_COUNT(columns));
	for (size_t i = 0; (r = dc_any_rule_at(cli->settings, i, &cli->arena)); i++) {
		const char *set = dc_settings_rule(cli->settings, r->id);
		const char *severity = set ? set : dc_severity_name(r->severity);

		dc_out_row(cli->out, (struct dc_cell[]){ dc_text_cell(r->id),
		                                         dc_text_cell(dc_group_name(r->group)),
		                                         dc_text_cell(severity),
		                                         dc_bool_cell(strcmp(severity, "off") != 0),
		                                         dc_text_cell(r->summary) });
	}
	dc_out_table_end(cli->out);
	return 0;
}

/* --- test: a rule obeys its own examples */

struct trial {
	struct dc_cli *cli;
	const struct dc_settings *settings;
	size_t tried, failed;
};

static bool flags(const struct trial *t, const char *id, const char *note)
{
	static const struct dc_dossier nobody = { .key = "" };
	DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;

	dc_check(&f, &(struct dc_subject){ .note = note,
	                                   .note_len = strlen(note),
	                                   .dossier = &nobody,
	                                   .settings = t->settings,
	                                   .now = t->cli->now.wall });
	for (size_t i = 0; i < dc_findings_count(f); i++)
		if (!strcmp(dc_findings_at(f, i)->rule->id, id))
			return true;
	return false;
}

static void tell(struct trial *t, const struct dc_own_rule *r, bool fine, const char *what,
                 const char *note)
{
	t->tried++;
	t->failed += !fine;
	dc_out_row(t->cli->out, (struct dc_cell[]){ dc_text_cell(r->id), dc_bool_cell(fine),
	                                            dc_text_cell(what), dc_text_cell(note) });
}

static void try_rule(struct trial *t, const struct dc_own_rule *r)
{
	if (!r->bad[0] || !r->good[0])
		tell(t, r, false, "it wants at least one 'bad' and one 'good' example", NULL);
	for (const char *const *note = r->bad; *note; note++) {
		bool fine = flags(t, r->id, *note);

		tell(t, r, fine, fine ? "flags its bad example" : "misses its bad example", *note);
	}
	for (const char *const *note = r->good; *note; note++) {
		bool fine = !flags(t, r->id, *note);

		tell(t, r, fine, fine ? "passes its good example" : "flags its good example",
		     *note);
	}
}

static const struct dc_column trial_columns[] = {
	{ "rule", "rule" },
	{ "fine", "fine" },
	{ "result", "result" },
	{ "note", "example" },
};

/* The rules of FILE, or of the settings in force. */
static int run_test(struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_settings_free) struct dc_settings *read = NULL;
	const char *file = dc_cli_operand(cli, 0);
	struct trial t = { .cli = cli, .settings = cli->settings };
	char *text;
	size_t len;
	int rc;

	if (file && ((rc = dc_paths_read(&text, &len, file, 1 << 20, &cli->arena, err)) ||
	             (rc = dc_settings_read(&read, file, text, len, err)) ||
	             (rc = dc_rules_in_settings(read, err))))
		return rc;
	if (read)
		t.settings = read;
	dc_out_table(cli->out, "trials", trial_columns, DC_COUNT(trial_columns));
	for (size_t i = 0; dc_settings_own_rule(t.settings, i); i++)
		try_rule(&t, dc_settings_own_rule(t.settings, i));
	dc_out_table_end(cli->out);
	if (!t.tried)
		return dc_fail(
			err, DC_INVALID,
			"there is no rule of your own in %s: begin one with [rule \"its-name\"]",
			file ? file : cli->paths.config);
	if (t.failed)
		return dc_fail(err, DC_FINDINGS, "%zu of %zu trials failed", t.failed, t.tried);
	return 0;
}

static const struct dc_cmd actions[] = {
	{ .name = "list",
	  .summary = "all rules and their severity",
	  .needs = DC_NEEDS_SETTINGS,
	  .run = run_list },
	{ .name = "test",
	  .operands = "[FILE]",
	  .max = 1,
	  .summary = "try rules of your own on their examples; FILE instead of the configuration",
	  .offer = DC_OFFER_FILE,
	  .needs = DC_NEEDS_SETTINGS,
	  .run = run_test },
	{ 0 },
};

const struct dc_cmd dc_cmd_rules = {
	.name = "rules",
	.summary = "what is checked, and trying rules of your own",
	.about = "Each rule has a severity: an error stops a request unless it is passed over with "
		 "a reason, "
		 "a warning asks, an info tells.  The configuration may change it ('decorum config "
		 "set "
		 "rules.shouting off'), pass over what a rule finds for a reason ([suppress]), and "
		 "hold rules "
		 "of your own:\n\n"
		 "  [rule \"synergy\"]\n"
		 "  phrase   = synerg*\n"
		 "  message  = This word says nothing.\n"
		 "  advice   = Say what you would do together.\n"
		 "  bad      = Let us find synergies.\n"
		 "  good     = Let us find bugs.\n\n"
		 "A phrase is words: a|b one of them, word* a beginning, _ any word, ... up to "
		 "four words.  "
		 "Instead, or beside it, a pattern (POSIX extended, any case); threshold says from "
		 "how many "
		 "places on it is flagged; severity is error, warning or info.",
	.actions = actions,
	.needs = DC_NEEDS_SETTINGS,
	.run = run_list,
};
