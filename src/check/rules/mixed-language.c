/* mixed-language.c - one sentence in one language, the next in another. */
#include "check/match.h"

#include <string.h>

/* Two sentences differ when each has so many words of its language that the other's has not;
 * sister languages have to be surer, by words that no other language has.  A short closing
 * may be in any language. */
enum { WORDS = 4, CLOSING = 5, VOTES = 2, SISTER_VOTES = 4 };

struct part {
	size_t from, end; /* words */
	enum dc_lang lang;
	size_t votes;
};

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

/* Words of a's language that b's does not have. */
static size_t own_words(const struct dc_doc *doc, const struct part *a, const struct part *b)
{
	size_t n = 0;

	for (size_t i = a->from; i < a->end; i++)
		n += doc->words[i].langs & (1u << a->lang) &&
		     !(doc->words[i].langs & (1u << b->lang));
	return n;
}

static bool differ(const struct dc_doc *doc, const struct part *a, const struct part *b)
{
	if (a->lang == b->lang)
		return false;
	if (romance(a->lang) && romance(b->lang))
		return a->votes >= VOTES && b->votes >= SISTER_VOTES;
	return own_words(doc, a, b) >= VOTES && own_words(doc, b, a) >= VOTES;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	struct part first = { .lang = DC_LANG_UNKNOWN }, p;

	for (size_t i = doc->greeting.words; i < doc->word_count; i = p.end) {
		const size_t sentence = doc->words[i].sentence;

		for (p.from = p.end = i;
		     p.end < doc->word_count && doc->words[p.end].sentence == sentence; p.end++)
			;
		p.lang = dc_doc_lang(doc, p.from, p.end, &p.votes);
		if (p.end - p.from < WORDS || p.lang >= DC_LANG_KNOWN ||
		    quoted(doc, doc->sentences[sentence]))
			continue;
		if (first.lang == DC_LANG_UNKNOWN)
			first = p;
		if (!differ(doc, &first, &p) ||
		    (p.end == doc->word_count && p.end - p.from <= CLOSING))
			continue;
		dc_check_flag_at(sink, dc_check_words_span(doc, p.from, p.end),
		                 "This sentence is %s, the note began in %s.", dc_lang_name(p.lang),
		                 dc_lang_name(first.lang));
		dc_check_text(sink, "language", dc_lang_code(p.lang));
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
		                             "Ich w\u00fcrde mich sehr \u00fcber eine Antwort von Ihnen freuen." },
		                   { .note = "Bonjour Ada, j'ai beaucoup aim\u00e9 votre expos\u00e9 sur les index. "
		                             "I would like to follow what you write about them next." }),
		.good = DC_EXAMPLES({ .note = "Hola Ada, I enjoyed the talk that you gave in Madrid. Saludos, Tom" },
		                    { .note = "Hi Ada, I read \"Die Entdeckung der Langsamkeit und ich\" because "
		                              "you named it in your talk." }),
	},
	.run = run,
};
