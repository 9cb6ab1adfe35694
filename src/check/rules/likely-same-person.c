/* likely-same-person.c - somebody on file is likely the same person under another address. */
#include "check/match.h"

#include <stdio.h>

enum { STORY_MAX = 160 };

/* What happened with the one on file. */
static const char *story(char out[STORY_MAX], const struct dc_twin *t)
{
	char day[DC_TIME_MAX];
	const struct dc_past *p = t->newest;

	if (t->connected.source)
		snprintf(out, STORY_MAX, "you are connected since %s",
		         dc_check_day_of(day, t->connected.at));
	else if (p->sent.at)
		snprintf(out, STORY_MAX, "your request of %s is %s",
		         dc_check_day_of(day, p->sent.at),
		         p->state == DC_STATE_SENT ? "unanswered" : dc_state_name(p->state));
	else
		snprintf(out, STORY_MAX, "a request to them is %s", dc_state_name(p->state));
	return out;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	char what[STORY_MAX];

	for (size_t i = 0; i < c->d->twin_count; i++) {
		const struct dc_twin *t = &c->d->twins[i];

		dc_check_flag(sink, "%s%s%s%s%s%s may be the same person (%d of 100: %s), and %s.",
		              t->name, *t->company ? ", " : "", t->company,
		              *t->key ? " (" : ", without address,", t->key, *t->key ? ")" : "",
		              t->score, t->reason, story(what, t));
		dc_check_text(sink, "key", t->key);
		dc_check_number(sink, "score", t->score);
		if (t->newest)
			dc_check_number(sink, "request", t->newest->request);
		dc_check_source(sink,
		                t->connected.source ? t->connected.source : t->newest->now.source);
	}
}

#define TWIN(...)                                                                                 \
	.twin_count = 1, .twins = (const struct dc_twin[])                                        \
	{                                                                                         \
		{                                                                                 \
			.key = "in/ada-vey-2", .name = "Ada Vey", .company = "Northwind",         \
			.score = 100, .reason = "the same name and the same company", __VA_ARGS__ \
		}                                                                                 \
	}

const struct dc_rule dc_rule_likely_same_person = {
	.info = {
		.id = "likely-same-person",
		.formerly = "likely-same",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Somebody on file may be them under another address.",
		.why = "An address can change, and a person may have two.  Name, spelling in another "
		       "alphabet and company together make it likely, the same job more so; another "
		       "job, or a name that many have, less.  They prove nothing, so this never "
		       "stops a request.",
		.advice = "Look at both profiles.  If it is one person, say so: "
		          "'decorum person alias'.",
		.source = "your own ledger",
		.bad = DC_EXAMPLES(
			DC_WHEN("A namesake of their company is connected with you.",
				TWIN(.connected = { DC_EXAMPLE_AGO(90), DC_HOW_OBSERVED, "row 7" })),
			DC_WHEN("A namesake of their company declined in summer.",
				TWIN(.newest = &(const struct dc_past){
					     .request = 7,
					     .state = DC_STATE_DECLINED,
					     .sent = { DC_EXAMPLE_AGO(90), DC_HOW_OBSERVED, "row 7" },
					     .now = { DC_EXAMPLE_AGO(80), DC_HOW_TOLD, "you" },
					     .note = "" }))),
		.good = DC_EXAMPLES(
			DC_WHEN("Nobody else on file has such a name.", .twin_count = 0),
			DC_WHEN("A namesake is on file with whom nothing ever happened.", .day = 1)),
	},
	.run = run,
};
