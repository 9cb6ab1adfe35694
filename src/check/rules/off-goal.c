/* off-goal.c - somebody who is not whom the user said they want to know. */
#include "check/match.h"

#include <string.h>

/* The words [from, end) of a list, next to each other, somewhere in the text. */
static bool occurs(const struct dc_doc *text, const struct dc_doc *list, size_t from, size_t end)
{
	for (size_t i = 0; i + (end - from) <= text->word_count; i++) {
		size_t n = 0;

		while (n < end - from && dc_doc_word_is(text, i + n, list->words[from + n].fold))
			n++;
		if (n == end - from)
			return true;
	}
	return false;
}

/* The entries stand between commas. */
static bool any_occurs(const struct dc_doc *text, const struct dc_doc *list)
{
	for (size_t from = 0, end; from < list->word_count; from = end) {
		for (end = from + 1; end < list->word_count; end++) {
			const size_t gap = list->words[end - 1].at.to;

			if (memchr(list->text + gap, ',', list->words[end].at.from - gap))
				break;
		}
		if (occurs(text, list, from, end))
			return true;
	}
	return false;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const bool titles = c->goal_titles->word_count, companies = c->goal_companies->word_count;
	const char *headline = c->d->headline, *company = c->d->company;

	/* What is not known may be what the user looks for. */
	if ((!titles && !companies) || (titles && !*headline) || (companies && !*company))
		return;
	if (any_occurs(c->headline, c->goal_titles) || any_occurs(c->headline, c->goal_companies) ||
	    any_occurs(c->company, c->goal_companies))
		return;
	dc_check_flag(sink, "%s%s%s%s%s%s is none of whom you said you want to know.",
	              dc_check_name(c->d), *headline ? ", " : "", headline, *company ? " at " : "",
	              company, *headline ? "," : "");
	if (*headline)
		dc_check_text(sink, "headline", headline);
	if (*company)
		dc_check_text(sink, "company", company);
	if (titles)
		dc_check_text(sink, "goal-titles", c->d->goal_titles);
	if (companies)
		dc_check_text(sink, "goal-companies", c->d->goal_companies);
}

const struct dc_rule dc_rule_off_goal = {
	.info = {
		.id = "off-goal",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_INFO,
		.summary = "Somebody outside the goals you set.",
		.why = "Requests are few.  Each one to somebody who has nothing to do with what you are "
		       "looking for is one less to somebody who has.",
		.advice = "Send it if you know why; else spend it on somebody who fits [goals] in your settings.",
		.source = "your own settings, goals.titles and goals.companies",
		.bad = DC_EXAMPLES(
			DC_WHEN("You look for a recruiter or a data engineer; she is an analyst.",
				.goal_titles = "recruiter, data engineer"),
			DC_WHEN("You look for people at Initech or North; she is at Northwind.",
				.goal_companies = "Initech, North"),
			DC_WHEN("You look for an analyst programmer, not for any analyst.",
				.goal_titles = "data, analyst programmer")),
		.good = DC_EXAMPLES(
			DC_WHEN("You look for a recruiter or an analyst.",
				.goal_titles = "recruiter, analyst"),
			DC_WHEN("You look for recruiters, and for anybody at Northwind.",
				.goal_titles = "recruiter", .goal_companies = "Initech, northwind"),
			DC_WHEN("You have set no goals.", .goal_titles = "")),
	},
	.run = run,
};
