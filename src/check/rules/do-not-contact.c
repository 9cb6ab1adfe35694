/* do-not-contact.c - the user has said not to write to them. */
#include "check/match.h"

static const char *const matched[DC_DNC_KIND_COUNT] = {
	[DC_DNC_PERSON] = "person",
	[DC_DNC_COMPANY] = "company",
	[DC_DNC_TITLE] = "title",
	[DC_DNC_PATTERN] = "pattern",
};

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	char day[DC_TIME_MAX];

	if (c->d->forgotten)
		dc_check_flag(sink,
		              "You had decorum forget the person at this address, and they are "
		              "not to be invited again.");
	for (size_t i = 0; i < c->d->dnc_count; i++) {
		const struct dc_dnc *d = &c->d->dnc[i];

		if (d->kind == DC_DNC_PERSON)
			dc_check_flag(sink, "%s is on your do-not-contact list: %s.",
			              dc_check_name(c->d), d->reason);
		else
			dc_check_flag(sink, "%s is on your do-not-contact list by %s \"%s\": %s.",
			              dc_check_name(c->d), matched[d->kind], d->what, d->reason);
		if (d->until)
			dc_check_advise(sink, "The entry ends on %s.", dc_time_day(day, d->until));
		dc_check_number(sink, "entry", d->id);
		dc_check_text(sink, "kind", matched[d->kind]);
		dc_check_text(sink, "what", d->what);
		dc_check_text(sink, "reason", d->reason);
		dc_check_day(sink, "until", d->until);
	}
}

#define ENTRIES(...)                                   \
	.dnc_count = 1, .dnc = (const struct dc_dnc[]) \
	{                                              \
		{                                      \
			__VA_ARGS__                    \
		}                                      \
	}

const struct dc_rule dc_rule_do_not_contact = {
	.info = {
		.id = "do-not-contact",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_ERROR,
		.summary = "They are on your do-not-contact list.",
		.why = "You put them, their company, a title or a pattern on the list, with a reason. "
		       "People you had decorum forget stay on it without their name.",
		.advice = "Leave it; `decorum dnc list` shows the entries, `dnc remove` takes one off.",
		.source = "your own list",
		.bad = DC_EXAMPLES(
			DC_WHEN("Their address is on the list.",
				ENTRIES(.id = 1, .kind = DC_DNC_PERSON, .what = "in/ada-vey",
					.reason = "asked me to")),
			DC_WHEN("Their company is, for a month.",
				ENTRIES(.id = 2, .kind = DC_DNC_COMPANY, .what = "Northwind",
					.reason = "our customer",
					.until = DC_EXAMPLE_NOW + 30 * DC_DAY)),
			DC_WHEN("You had decorum forget them.", .forgotten = true)),
		.good = DC_EXAMPLES(
			DC_WHEN("Nothing on the list fits them.", .forgotten = false),
			DC_WHEN("The entry for their company ended last month.", .dnc_count = 0)),
	},
	.run = run,
};
