/* twice-in-file.c - a row before this one of the same file has the same person. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	if (!c->d->row_person)
		return;
	dc_check_flag(sink, "%s stands on line %zu already.", dc_check_name(c->d),
	              c->d->row_person);
	dc_check_number(sink, "line", (int64_t)c->d->row_person);
}

const struct dc_rule dc_rule_twice_in_file = {
	.info = {
		.id = "twice-in-file",
		.group = DC_GROUP_RECIPIENT,
		.severity = DC_SEVERITY_ERROR,
		.summary = "The same person stands on an earlier line of the file.",
		.why = "A list that was put together from several has people in it twice, often under "
		       "two spellings of one address.  Two requests to one person look like a machine.",
		.advice = "Take one of the two lines out.",
		.source = "decorum: one request for one person",
		.bad = DC_EXAMPLES(
			DC_WHEN("Line 3 is for them.", .row_person = 3),
			DC_WHEN("So is line 2, with another spelling of their address.",
				.row_person = 2)),
		.good = DC_EXAMPLES(
			DC_WHEN("No earlier line is.", .row_person = 0),
			DC_WHEN("Line 2 is for a colleague of theirs.", .row_colleague = 2,
				.row_colleagues = 1)),
	},
	.run = run,
};
