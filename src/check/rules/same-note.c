/* same-note.c - the same note, but for personal parts, has gone to others. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_dossier *d = c->d;
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_SIMILAR_PEOPLE);
	const struct dc_similar *newest = NULL;
	char day[DC_TIME_MAX];

	if (!d->same_people || !c->doc || !c->doc->len)
		return;
	for (size_t i = 0; i < d->similar_count; i++)
		if (d->similar[i].percent == 100 && (!newest || d->similar[i].at > newest->at))
			newest = &d->similar[i];
	if (newest)
		dc_check_flag(sink,
		              "%zu other%s got this note word for word but for personal parts, "
		              "last %s on %s.",
		              d->same_people, d->same_people == 1 ? " person" : " people",
		              *newest->name ? newest->name : "somebody",
		              dc_check_day_of(day, newest->at));
	else
		dc_check_flag(sink,
		              "%zu other%s got this note word for word but for personal parts.",
		              d->same_people, d->same_people == 1 ? " person" : " people");
	if (d->same_people < (size_t)limit.value)
		dc_check_soften(sink, DC_SEVERITY_WARNING);
	dc_check_number(sink, "people", (int64_t)d->same_people);
	dc_check_number(sink, "limit", limit.value);
	if (newest) {
		dc_check_diff(sink, c, newest->note, newest->name);
		dc_check_number(sink, "request", newest->request);
		dc_check_text(sink, "name", newest->name);
		dc_check_text(sink, "note", newest->note);
		dc_check_day(sink, "sent", newest->at);
	}
}

#define NOTE "Hi Ada, I help teams like yours to grow. Let us connect!"
#define BEFORE                                                                             \
	.similar_count = 1, .similar = (const struct dc_similar[])                         \
	{                                                                                  \
		{                                                                          \
			7, "Tom Reed", DC_EXAMPLE_AGO(3), 100,                             \
				"Hi Tom, I help teams like yours to grow. Let us connect!" \
		}                                                                          \
	}

const struct dc_rule dc_rule_same_note = {
	.info = {
		.id = "same-note",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_ERROR,
		.summary = "The same note has gone to others.",
		.why = "One text for many people is the surest mark of mass sending: colleagues compare, "
		       "and LinkedIn counts.  Names, company, digits and the greeting do not make a "
		       "note another one.",
		.advice = "Say what you have to say to this person only, or send it without a note.",
		.source = "career advisers and LinkedIn's own help: do not send bulk invitations",
		.bad = DC_EXAMPLES(
			{ .note = NOTE,
			  .when = "Twelve people got it, Tom Reed three days ago.",
			  .dossier = DC_DOSSIER(.same_people = 12, BEFORE) },
			{ .note = NOTE,
			  .when = "One person got it, which is a warning only.",
			  .dossier = DC_DOSSIER(.same_people = 1) }),
		.good = DC_EXAMPLES(
			{ .note = NOTE,
			  .when = "Nobody has got it.",
			  .dossier = DC_DOSSIER(.same_people = 0) },
			{ .note = "",
			  .when = "Twelve people got a request without a note, like this one.",
			  .dossier = DC_DOSSIER(.same_people = 12) }),
	},
	.run = run,
};
