/* spelling.c - words that the user's dictionary does not have. */
#include "check/match.h"

#include <string.h>

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	for (size_t i = 0; i < c->misspelt_count; i++) {
		const struct dc_misspelt *m = &c->misspelt[i];

		if (m->at.from >= m->at.to || m->at.to > c->doc->len)
			continue;
		const int len = (int)(m->at.to - m->at.from);
		const char *word = c->doc->text + m->at.from;

		dc_check_flag_at(sink, m->at, "The dictionary does not have \"%.*s\"%s%s%s.", len,
		                 word, *m->suggestion ? "; it has \"" : "", m->suggestion,
		                 *m->suggestion ? "\"" : "");
		char copy[64];

		if ((size_t)len < sizeof(copy)) {
			memcpy(copy, word, (size_t)len);
			copy[len] = '\0';
			dc_check_text(sink, "word", copy);
		}
		if (*m->suggestion)
			dc_check_text(sink, "suggestion", m->suggestion);
		if (m->sure)
			dc_check_fix(sink, m->at, m->suggestion);
	}
}

const struct dc_rule dc_rule_spelling = {
	.info = {
		.id = "spelling",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_INFO,
		.summary = "A word is not in your dictionary.",
		.why = "A slip of the pen is what a reader sees first.  The program hunspell says which "
		       "words it does not know, when it is installed with a dictionary for the note's "
		       "language and the setting spelling.check is yes; or when you name this rule with "
		       "--rule.  It is off at first because loading a dictionary takes longer than "
		       "everything else here.  Names, companies, the recipient's own words and those in "
		       "the file 'words' beside your settings, one a line, are excepted.  It is a hint "
		       "only: no dictionary has every word of a trade.",
		.advice = "Mend it, or put the word into the file 'words' beside your settings.",
		.source = "hunspell, with the dictionaries that you have installed",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, I liked your tlak on query plans.",
		                     .misspelt = &(const struct dc_misspelt){ { 20, 24 }, "talk", false } },
		                   { .note = "Hi Ada, I liked your query plnas.",
		                     .misspelt = &(const struct dc_misspelt){ { 27, 32 }, "plans", false } }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, I liked your talk on query plans." },
		                    { .note = "Hi Ada, I liked your query plans." }),
	},
	.run = run,
};
