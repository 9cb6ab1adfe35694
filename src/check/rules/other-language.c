/* other-language.c - decorum has no word lists for this language, and says so. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	if (c->doc->lang == DC_LANG_OTHER)
		dc_check_flag(sink,
		              "The note is in a language that decorum has no word lists for; only "
		              "rules that need none were applied.");
}

const struct dc_rule dc_rule_other_language = {
	.info = {
		.id = "other-language",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_INFO,
		.summary = "Rules about words do not know this language.",
		.why = "decorum has word lists for English, German, French, Spanish, Portuguese and "
		       "Italian.  In other languages the rules about names, placeholders, length, "
		       "history and pace hold all the same.",
		.advice = "Read the note once more yourself.",
		.source = "decorum's own limits",
		.bad = DC_EXAMPLES({ .note = "Hoi Ada, ik vond je praatje over databases in Gent erg leuk." },
		                   { .note = "\u041f\u0440\u0438\u0432\u0435\u0442, \u0410\u0434\u0430!" }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, I enjoyed your talk on query plans at FOSDEM." },
		                    { .note = "Ol\u00e1 Ada, gostei muito da sua palestra sobre \u00edndices em Lisboa." }),
	},
	.run = run,
};
