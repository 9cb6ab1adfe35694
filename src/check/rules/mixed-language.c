/* mixed-language.c - one sentence in one language, the next in another. */
#include "check/match.h"

#include <string.h>

/* A sentence tells its language by so many words that only that language has; sister
 * languages have to be surer. */
enum { WORDS = 4, VOTES = 2, SISTER_VOTES = 4 };

static bool romance(enum dc_lang l) { return l >= DC_LANG_FR && l <= DC_LANG_IT; }

/* A title in quotes may be in any language. */
static bool quoted(const struct dc_doc *doc, struct dc_span s)
{
	for (size_t i = s.from; i < s.to; i++)
		if (doc->text[i] == '"' || !strncmp(doc->text + i, "\u201c", 3) ||
		    !strncmp(doc->text + i, "\u201e", 3) || !strncmp(doc->text + i, "\u00ab", 2))
			return true;
	return false;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	enum dc_lang first = DC_LANG_UNKNOWN;

	for (size_t i = doc->greeting.words, end; i < doc->word_count; i = end) {
		const size_t sentence = doc->words[i].sentence;
		size_t votes = 0;

		for (end = i; end < doc->word_count && doc->words[end].sentence == sentence; end++)
			;
		enum dc_lang l = dc_doc_lang(doc, i, end, &votes);

		if (end - i < WORDS || votes < VOTES || l >= DC_LANG_KNOWN ||
		    quoted(doc, doc->sentences[sentence]))
			continue;
		if (first == DC_LANG_UNKNOWN)
			first = l;
		if (l == first || (romance(l) && romance(first) && votes < SISTER_VOTES))
			continue;
		dc_check_flag_at(sink, dc_check_words_span(doc, i, end),
		                 "This sentence is %s, the note began in %s.", dc_lang_name(l),
		                 dc_lang_name(first));
		dc_check_text(sink, "language", dc_lang_code(l));
		return;
	}
}

const struct dc_rule dc_rule_mixed_language = {
	.info = {
		.id = "mixed-language",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Sentences in two languages.",
		.why = "Half a template in one language and half in another reads like an accident.  A "
		       "greeting or a closing in the recipient's language is fine.",
		.advice = "Choose the language that they write in.",
		.source = "our advice",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, I really enjoyed the talk that you gave at the meet-up. "
		                             "Ich w\u00fcrde mich sehr \u00fcber eine Antwort von Ihnen freuen." }),
		.good = DC_EXAMPLES({ .note = "Hola Ada, I enjoyed the talk that you gave in Madrid. Saludos, Tom" },
		                    { .note = "Hi Ada, I read \"Die Entdeckung der Langsamkeit und ich\" because "
		                              "you named it in your talk." }),
	},
	.run = run,
};
