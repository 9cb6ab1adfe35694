/* identical-in-batch.c - rows before this one of the same file have the same note, or nearly. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_dossier *d = c->d;
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_SIMILAR_PEOPLE);

	if (!d->row_note)
		return;
	if (d->row_notes)
		dc_check_flag(
			sink,
			"This note stands on line %zu already, but for personal parts; %zu earlier "
			"row%s it.",
			d->row_note, d->row_notes, d->row_notes == 1 ? " has" : "s have");
	else
		dc_check_flag(sink, "About %d %% of this note stands on line %zu already.",
		              d->row_percent, d->row_note);
	if (d->row_notes < (size_t)limit.value)
		dc_check_soften(sink, DC_SEVERITY_WARNING);
	if (*d->row_text)
		dc_check_diff(sink, c, d->row_text, d->row_name);
	dc_check_number(sink, "line", (int64_t)d->row_note);
	dc_check_number(sink, "percent", d->row_percent);
	dc_check_number(sink, "rows", (int64_t)d->row_notes);
	if (*d->row_text) {
		dc_check_text(sink, "name", d->row_name);
		dc_check_text(sink, "note", d->row_text);
	}
}

#define NOTE "Hi Ada, I help teams like yours to grow. Let us connect!"

const struct dc_rule dc_rule_identical_in_batch = {
	.info = {
		.id = "identical-in-batch",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_ERROR,
		.summary = "Earlier lines of the file have the same note.",
		.why = "One text for a whole list is mass sending, whatever name stands in the greeting.  "
		       "Names, company, digits and the greeting do not make a note another one.",
		.advice = "Write to fewer people, and to each of them about something of theirs.",
		.source = "LinkedIn's own help: do not send bulk invitations",
		.bad = DC_EXAMPLES(
			{ .note = NOTE,
			  .when = "Twelve earlier lines have it, the first is line 2.",
			  .dossier = DC_DOSSIER(.row_note = 2, .row_percent = 100, .row_notes = 12) },
			{ .note = NOTE,
			  .when = "Line 2 has nearly the same.",
			  .dossier = DC_DOSSIER(.row_note = 2, .row_percent = 87,
			                        .row_name = "Tom Reed",
			                        .row_text = "Hi Tom, I help teams like yours to grow. "
			                                    "Shall we talk?") }),
		.good = DC_EXAMPLES(
			{ .note = NOTE,
			  .when = "No earlier line has one like it.",
			  .dossier = DC_DOSSIER(.row_note = 0) },
			{ .note = NOTE,
			  .when = "Line 2 is for a colleague of theirs, with another note.",
			  .dossier = DC_DOSSIER(.row_colleague = 2, .row_colleagues = 1) }),
	},
	.run = run,
};
