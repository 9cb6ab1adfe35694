/* several-at-company.c - many people of one company in a short time. */
#include "check/match.h"

#include <inttypes.h>
#include <stdio.h>

/* From so many times the limit on it is more than worth knowing. */
enum { MUCH = 2 };

static void tell_asked(const struct dc_dossier *d, int64_t days, struct dc_sink *sink)
{
	const size_t people = d->company_people;
	const char *noun = people == 1 ? "person" : "people";
	char day[DC_TIME_MAX];

	if (d->colleague_count)
		dc_check_flag(sink,
		              "You asked %zu other %s at %s within %" PRId64
		              " days, the newest %s on %s.",
		              people, noun, d->company, days,
		              *d->colleagues->name ? d->colleagues->name : "without a name",
		              dc_time_day(day, d->colleagues->at));
	else
		dc_check_flag(sink, "You asked %zu other %s at %s within %" PRId64 " days.", people,
		              noun, d->company, days);
}

static void tell_rows(const struct dc_dossier *d, int64_t days, struct dc_sink *sink)
{
	const bool one = d->row_colleagues == 1;
	char more[DC_PHRASE_MAX] = "";

	if (d->company_people)
		snprintf(more, sizeof(more), ", and you asked %zu within %" PRId64 " days",
		         d->company_people, days);
	dc_check_flag(sink, "%zu earlier line%s (%sline %zu) %s for other people at %s%s.",
	              d->row_colleagues, one ? "" : "s", one ? "" : "from ", d->row_colleague,
	              one ? "is" : "are", d->company, more);
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_COMPANY_PEOPLE);
	const int64_t days = dc_settings_limit(c->settings, DC_LIMIT_COMPANY_DAYS).value;
	const size_t people = c->d->company_people + c->d->row_colleagues;

	if (!people || people < (size_t)limit.value)
		return;
	(c->d->row_colleagues ? tell_rows : tell_asked)(c->d, days, sink);
	dc_check_text(sink, "company", c->d->company);
	dc_check_number(sink, "people", (int64_t)people);
	if (c->d->row_colleagues)
		dc_check_number(sink, "rows", (int64_t)c->d->row_colleagues);
	dc_check_number(sink, "limit", limit.value);
	dc_check_number(sink, "days", dc_settings_limit(c->settings, DC_LIMIT_COMPANY_DAYS).value);
	for (size_t i = 0; i < c->d->colleague_count; i++) {
		dc_check_text(sink, "name", c->d->colleagues[i].name);
		dc_check_day(sink, "asked", c->d->colleagues[i].at);
	}
	dc_check_source(sink, limit.source);
	if (people < MUCH * (size_t)limit.value)
		dc_check_soften(sink, DC_SEVERITY_INFO);
}

#define TWO                                                                        \
	.colleague_count = 2, .colleagues = (const struct dc_colleague[])          \
	{                                                                          \
		{ "Bea Coe", DC_EXAMPLE_AGO(2) }, { "Cem Dil", DC_EXAMPLE_AGO(9) } \
	}

const struct dc_rule dc_rule_several_at_company = {
	.info = {
		.id = "several-at-company",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Several people of one company in a short time.",
		.why = "Colleagues talk.  When a team finds out that each of them got a request from the "
		       "same stranger in the same month, it looks like fishing, and the one person who "
		       "would have answered does not.",
		.advice = "Choose the one person you most want to know there, and wait for their answer.",
		.source = "our advice: colleagues compare what they got",
		.bad = DC_EXAMPLES(
			DC_WHEN("You asked three others there this month.", .company_people = 3, TWO),
			DC_WHEN("You asked twelve.", .company_people = 12),
			DC_WHEN("You asked two, and an earlier line of the file is for a third.",
				.company_people = 2, TWO, .row_colleague = 2, .row_colleagues = 1)),
		.good = DC_EXAMPLES(
			DC_WHEN("You asked two.", .company_people = 2, TWO),
			DC_WHEN("Two earlier lines of the file are for others there.",
				.row_colleague = 2, .row_colleagues = 2)),
	},
	.run = run,
};
