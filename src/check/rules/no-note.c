/* no-note.c - the request would go out blank. */
#include "check/match.h"

#include <string.h>

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	if (!c->doc->len)
		dc_check_flag(sink, "The request would go out without a note.");
	else if (!c->doc->word_count && c->doc->valid &&
	         strspn(c->doc->text, " \t\r\n") == c->doc->len)
		dc_check_flag(sink, "The note is only blank space.");
}

const struct dc_rule dc_rule_no_note = {
	.info = {
		.id = "no-note",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_INFO,
		.summary = "There is no note.",
		.why = "Without a note they see your name and headline only.  That is honest when there "
		       "is no real context, and studies disagree on whether a note helps; but if you "
		       "have met or have a reason, nobody will know.",
		.advice = "If you have met or have a reason, say it in a sentence; if not, send it blank, "
		          "or skip it.",
		.source = "studies of acceptance disagree; career advisers favour a line of context",
		.bad = DC_EXAMPLES({ .note = "" }, { .note = " \n" }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your talk on query plans at FOSDEM saved me a week." },
		                    { .note = "Hi Ada, we met in Ghent." }),
	},
	.run = run,
};
