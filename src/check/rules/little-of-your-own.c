/* little-of-your-own.c - a note that is nearly all template. */
#include "check/match.h"

#include <string.h>

enum { RUN = 3 }; /* words in a row that are the template's as they stand */

/* How many words from i on stand so in the template; less than RUN are anybody's. */
static size_t from_template(const struct dc_doc *note, size_t i, const struct dc_doc *tmpl)
{
	size_t best = 0;

	for (size_t t = 0; t < tmpl->word_count; t++) {
		size_t n = 0;

		while (i + n < note->word_count && t + n < tmpl->word_count &&
		       dc_doc_word_is(note, i + n, tmpl->words[t + n].fold))
			n++;
		best = n > best ? n : best;
	}
	return best < RUN ? 0 : best;
}

/* A name or a company was filled in: it is neither the template's nor the user's. */
static bool theirs(const struct dc_case *c, size_t i)
{
	const struct dc_doc *known[] = { c->name, c->company };

	for (size_t k = 0; k < DC_COUNT(known); k++)
		for (size_t w = 0; w < known[k]->word_count; w++)
			if (dc_doc_word_is(c->doc, i, known[k]->words[w].fold))
				return true;
	return false;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const int64_t least = dc_settings_limit(c->settings, DC_LIMIT_OWN_PERCENT).value;
	size_t copied = 0, own = 0;

	if (!c->doc || !c->tmpl->word_count)
		return;
	for (size_t i = c->doc->greeting.words; i < c->doc->word_count;) {
		size_t n = from_template(c->doc, i, c->tmpl);

		copied += n;
		own += !n && !theirs(c, i);
		i += n ? n : 1;
	}
	if (!copied || own * 100 >= (own + copied) * (size_t)least)
		return;
	if (own)
		dc_check_flag(sink, "%zu of %zu words come from the template \"%s\", %zu %s you.",
		              copied, own + copied, c->d->tmpl, own,
		              own == 1 ? "is from" : "are from");
	else
		dc_check_flag(sink,
		              "All %zu words come from the template \"%s\"; none is your own.",
		              copied, c->d->tmpl);
	dc_check_text(sink, "template", c->d->tmpl);
	dc_check_number(sink, "words", (int64_t)(own + copied));
	dc_check_number(sink, "own", (int64_t)own);
	dc_check_number(sink, "limit-percent", least);
	if (own)
		dc_check_soften(sink, DC_SEVERITY_INFO);
}

#define TALK                                                                                    \
	.when = "The template says \"Hi ..., good to meet you at .... I would be glad to keep " \
		"in touch.\"",                                                                  \
	.dossier = DC_DOSSIER(                                                                  \
			.tmpl = "talk",                                                         \
			.tmpl_text =                                                            \
				"Hi\n, good to meet you at\n. I would be glad to keep in touch.")

const struct dc_rule dc_rule_little_of_your_own = {
	.info = {
		.id = "little-of-your-own",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Nearly all words come from the template.",
		.why = "A template helps to begin.  What makes somebody answer are the words that only "
		       "you could have written, about what only the two of you know.",
		.advice = "Add what you remember of them, or what you read of theirs.",
		.source = "our advice; studies find a template no better than no note",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, good to meet you at Northwind. I would be glad to keep in touch.",
		                     TALK },
		                   { .note = "Hi Ada, good to meet you at FOSDEM. I would be glad to keep in touch.",
		                     TALK }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, good to meet you at FOSDEM, in the queue for "
		                              "waffles. I would be glad to keep in touch.",
		                      TALK },
		                    { .note = "Hi Ada, your talk on query planners helped me a lot.", TALK },
		                    { .note = "Hi Ada, good to meet you at Northwind.",
		                      .when = "It comes from no template.",
		                      .dossier = DC_DOSSIER(.tmpl = "") }),
	},
	.run = run,
};
