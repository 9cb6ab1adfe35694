/* send.c - `decorum send`: check, then hold, without a terminal. */
#include <string.h>

#include "cmd.h"
#include "note.h"
#include "recipient.h"
#include "spelling.h"

/* The answer that hold() would give, without holding anything. */
static int rehearse(struct dc_cli *cli, const struct dc_sending *s, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	int rc = dc_review(&report, cli->ledger, &s->request, cli->settings, cli->now.wall, err);

	if (rc)
		return rc;
	for (size_t i = 0; i < s->override_count; i++)
		(void)dc_findings_override(report->findings, s->overrides[i].rule,
		                           s->overrides[i].reason);
	dc_out_report(cli->out, "report", report, s->request.note, s->request.note_len);
	dc_out_body(cli->out, "note", s->request.note, s->request.note_len);
	dc_tell_overrides(cli, s->overrides, s->override_count, report);
	if (dc_report_verdict(report) == DC_VERDICT_STOP)
		return dc_fail(err, DC_FINDINGS, "it would be refused because of the errors above");
	dc_out_say(cli->out, "It would be held; nothing was changed.");
	return 0;
}

static int hold(struct dc_cli *cli, const struct dc_sending *s, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	struct dc_request held;
	int rc = dc_outbox_hold(&cli->outbox, &held, &report, s, &cli->now, &cli->arena, err);

	if (report && dc_findings_count(report->findings) && (!cli->quiet || rc))
		dc_out_report(cli->out, "report", report, s->request.note, s->request.note_len);
	if (report)
		dc_tell_overrides(cli, s->overrides, s->override_count, report);
	if (!rc)
		dc_held_put(cli, &held);
	return rc;
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *seconds = dc_cli_arg(cli, "hold");
	struct dc_sending s = { .idempotency = dc_cli_arg(cli, "key"), .hold = -1 };
	struct dc_recipient to;
	int rc;

	if ((rc = dc_recipient_find(&to, cli, dc_cli_operand(cli, 0), err)) ||
	    (rc = dc_note_get(&s.request, cli, &to, err)) ||
	    (rc = dc_note_overrides(&s.overrides, &s.override_count, cli, err)) ||
	    (seconds && (rc = dc_duration_parse(&s.hold, seconds, err))))
		return rc;
	if (s.hold > DC_HOUR)
		return dc_fail(err, DC_INVALID, "--hold can be 0 to 3600 seconds");
	if (!s.request.note)
		return dc_fail(
			err, DC_INVALID,
			"the note is missing: --note, --note-file or --template (--note \"\" sends "
			"without one)");
	if (!*to.person.key)
		return dc_fail(err, DC_INVALID,
		               "%s is known by name only; give the profile address",
		               dc_person_called(&to.person));
	s.request.key = to.person.key;
	dc_spelling(cli, &s.request, false, &cli->arena);
	return cli->dry_run ? rehearse(cli, &s, err) : hold(cli, &s, err);
}

static const struct dc_option options[] = {
	DC_NOTE_OPTIONS,
	DC_TEMPLATE_OPTIONS,
	DC_PERSON_OPTIONS,
	{ "hold", 0, "SECONDS",
	  .help = "how long undo is free, 0 to 3600 (default: the setting outbox.hold)" },
	{ "key", 0, "KEY", .help = "sending again with the same key makes no second request" },
	DC_OVERRIDE_OPTIONS,
	{ 0 },
};

const struct dc_cmd dc_cmd_send = {
	.name = "send",
	.operands = "RECIPIENT",
	.min = 1,
	.max = 1,
	.summary = "check a request and put it on hold; undo is free until it leaves",
	.about = "Errors of the check refuse it (exit 1) unless each is passed over with "
		 "--override and a "
		 "reason.  When the hold is over, 'decorum release' hands it over.",
	.example = "decorum send in/ada-vey --template met-at-event --set event=FOSDEM --set "
		   "topic=SQLite\n"
		   "decorum send in/ada-vey --note-file note.txt --hold 120",
	.options = options,
	.offer = DC_OFFER_PERSON,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
