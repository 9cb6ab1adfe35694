/* similar-note.c - nearly the same note has gone to others. */
#include "check/match.h"

/* "4 in the last 7 days, none in the last 24 hours" */
static void advise(struct dc_sink *sink, const struct dc_dossier *d)
{
	static const char rest[] = "Say what you have to say to this person only.";

	if (d->similar_people < 2 && d->similar_ever > 1)
		dc_check_advise(sink, "%zu notes like it have gone to others so far.  %s",
		                d->similar_ever, rest);
	else if (d->similar_people > 1 && !d->similar_week)
		dc_check_advise(sink,
		                "%zu people got one like it in 30 days, none in the last 7.  %s",
		                d->similar_people, rest);
	else if (d->similar_people > 1 && !d->similar_day)
		dc_check_advise(sink,
		                "%zu people got one like it in 30 days: %zu in the last 7, none in "
		                "the last 24 hours.  %s",
		                d->similar_people, d->similar_week, rest);
	else if (d->similar_people > 1)
		dc_check_advise(sink,
		                "%zu people got one like it in 30 days: %zu in the last 7, %zu in "
		                "the last 24 hours.  %s",
		                d->similar_people, d->similar_week, d->similar_day, rest);
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_dossier *d = c->d;
	const struct dc_similar *near = NULL;
	char day[DC_TIME_MAX];

	/* Those that are quite the same are told by rules/same-note.c. */
	for (size_t i = 0; i < d->similar_count && !near; i++)
		if (d->similar[i].percent < 100)
			near = &d->similar[i];
	if (!near || !c->doc || !c->doc->len)
		return;
	dc_check_flag(sink, "%d %% of this note is the one that %s got on %s.", near->percent,
	              *near->name ? near->name : "somebody else", dc_check_day_of(day, near->at));
	dc_check_diff(sink, c, near->note, near->name);
	advise(sink, d);
	dc_check_number(sink, "percent", near->percent);
	dc_check_number(sink, "people", (int64_t)d->similar_people);
	dc_check_number(sink, "day", (int64_t)d->similar_day);
	dc_check_number(sink, "week", (int64_t)d->similar_week);
	dc_check_number(sink, "month", (int64_t)d->similar_month);
	dc_check_number(sink, "ever", (int64_t)d->similar_ever);
	dc_check_number(sink, "request", near->request);
	dc_check_text(sink, "name", near->name);
	dc_check_text(sink, "note", near->note);
	dc_check_day(sink, "sent", near->at);
}

#define NOTE "Hi Ada, I help teams like yours to grow. Shall we connect?"

#define LIKE(percent)                                                                      \
	.similar_count = 1, .similar = (const struct dc_similar[])                         \
	{                                                                                  \
		{                                                                          \
			7, "Tom Reed", DC_EXAMPLE_AGO(3), percent,                         \
				"Hi Tom, I help teams like yours to grow. Let us connect!" \
		}                                                                          \
	}

const struct dc_rule dc_rule_similar_note = {
	.info = {
		.id = "similar-note",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Nearly the same note has gone to others.",
		.why = "A word changed here and there does not make a letter.  The percentage is the "
		       "share of both texts that is common once names, company, digits and greeting "
		       "are left out.",
		.advice = "Say what you have to say to this person only, or send it without a note.",
		.source = "career advisers: a note that could go to anyone is impersonal",
		.bad = DC_EXAMPLES(
			{ .note = NOTE,
			  .when = "Four people got one like it.",
			  .dossier = DC_DOSSIER(.similar_people = 4, .similar_month = 4,
						.similar_week = 2, .similar_day = 1, LIKE(86)) },
			{ .note = NOTE,
			  .when = "Tom Reed got nearly the same.",
			  .dossier = DC_DOSSIER(.similar_people = 1, .similar_month = 1, LIKE(97)) }),
		.good = DC_EXAMPLES(
			{ .note = NOTE,
			  .when = "Nobody has got one like it.",
			  .dossier = DC_DOSSIER(.similar_people = 0) },
			{ .note = NOTE,
			  .when = "Tom Reed got just this one, which same-note tells.",
			  .dossier = DC_DOSSIER(.similar_people = 1, .similar_month = 1, LIKE(100)) }),
	},
	.run = run,
};
