/* no-greeting.c - it starts without a word to the person. */
#include "check/match.h"

/* So many words from the start the name may stand: "Great talk at FOSDEM, Ada!". */
enum { EARLY = 8 };

static bool named(const struct dc_case *c)
{
	for (size_t i = 0; i < c->doc->word_count && i < EARLY; i++)
		if (dc_doc_has(c->name, c->doc->words[i].fold))
			return true;
	return false;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;

	/* Greetings of other languages are not known here. */
	if (doc->greeting.present || !doc->word_count || doc->lang == DC_LANG_OTHER || named(c))
		return;
	dc_check_flag(sink, "The note does not greet them.");
	if (*c->d->first && !c->d->name_doubtful)
		dc_check_advise(sink, "Start with their name: \"%s\".", c->d->first);
}

const struct dc_rule dc_rule_no_greeting = {
	.info = {
		.id = "no-greeting",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_INFO,
		.summary = "It starts without a greeting.",
		.why = "A name at the start shows that it was written to somebody.",
		.advice = "Start with their name.",
		.source = "career advisers: the name they use for themselves, spelled right",
		.bad = DC_EXAMPLES({ .note = "I enjoyed your talk on query plans at FOSDEM." },
		                   { .note = "Your answer about vacuum on the mailing list saved my week." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, I enjoyed your talk on query plans at FOSDEM." },
		                    { .note = "Great talk at FOSDEM, Ada! The part on joins was new to me." }),
	},
	.run = run,
};
