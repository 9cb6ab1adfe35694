/* silent.c - composing with nobody to ask: everything is there, or it is listed. */
#include "composer/composer.h"

#include "cmd.h"
#include "note.h"
#include "spelling.h"

/* "RECIPIENT (whom it is for), --set event=… (Where did you meet?)" */
static int list_missing(struct dc_cli *cli, const struct dc_session *s, struct dc_error *err)
{
	static const struct dc_column columns[] = { { "option", "answer it with" },
		                                    { "slot", NULL },
		                                    { "what", "what is missing" } };
	struct dc_missing m;
	size_t n = 0;

	dc_out_table(cli->out, "missing", columns, DC_COUNT(columns));
	for (; dc_session_missing_at(s, n, &m); n++) {
		DC_AUTO(dc_str)
		char *option = *m.slot ? dc_printf("%s %s=…", m.option, m.slot)
		                       : dc_strdup(m.option);

		dc_out_row(cli->out, (struct dc_cell[]){ dc_text_cell(option),
		                                         dc_text_cell(*m.slot ? m.slot : NULL),
		                                         dc_text_cell(*m.what ? m.what : m.slot) });
	}
	dc_out_table_end(cli->out);
	return dc_fail(err, DC_INVALID, "%zu answer%s missing, and --no-input lets nobody be asked",
	               n, n == 1 ? " is" : "s are");
}

static int rehearse(struct dc_cli *cli, const struct dc_session *s, struct dc_error *err)
{
	size_t len;
	const char *note = dc_session_note(s, &len);

	dc_out_body(cli->out, "note", note, len);
	if (dc_report_verdict(dc_session_report(s)) == DC_VERDICT_STOP)
		return dc_fail(err, DC_FINDINGS, "it would be refused because of the errors above");
	dc_out_say(cli->out, "It would be held; nothing was changed.");
	return 0;
}

static int send(struct dc_cli *cli, struct dc_session *s, const struct dc_session_options *given,
                struct dc_error *err)
{
	const struct dc_report *report = dc_session_report(s);
	struct dc_request r = { 0 };
	struct dc_clock now;
	size_t len;
	const char *note = dc_session_note(s, &len);
	int rc;

	if (dc_findings_count(report->findings) || cli->dry_run)
		dc_out_report(cli->out, "report", report, note, len);
	dc_tell_overrides(cli, given->overrides, given->override_count, report);
	if (cli->dry_run)
		return rehearse(cli, s, err);
	if (dc_report_verdict(report) == DC_VERDICT_STOP)
		return dc_fail(
			err, DC_FINDINGS,
			"refused because of the errors above; --override RULE=REASON passes over "
			"one");
	dc_cli_clock(cli, &now);
	if ((rc = dc_session_answer(s, "send", 4, &now, err)) ||
	    (rc = dc_ledger_request_get(cli->ledger, &r, dc_session_result(s), &cli->arena, err)))
		return rc;
	dc_held_put(cli, &r);
	return 0;
}

int dc_compose_silently(struct dc_cli *cli, const struct dc_session_options *given,
                        struct dc_error *err)
{
	DC_AUTO(dc_session_free) struct dc_session *s = NULL;
	struct dc_session_options o = *given;
	struct dc_missing m;
	struct dc_clock now;

	o.outbox = &cli->outbox;
	o.templates = cli->templates;
	o.spell = dc_spelling_hook;
	o.spell_data = cli;
	o.silent = true;
	dc_cli_clock(cli, &now);
	int rc = dc_session_open(&s, &o, &now, err);

	if (rc)
		return rc;
	return dc_session_missing_at(s, 0, &m) ? list_missing(cli, s, err)
	                                       : send(cli, s, given, err);
}
