/* empty-greeting.c - a greeting with a hole where the name should be. */
#include "check/match.h"

#include <string.h>

#include "text/greeting.h"

/* French puts a blank before these marks, so that only a comma tells. */
static const char *const french[] = { "bonjour", "bonsoir", "salut", "coucou", NULL };
/* The first of two words that greet. */
static const char *const halves[] = { "good", "guten", "buenos", "buenas", "bom",
	                              "boa",  "buon",  "buona",  NULL };
static bool among(const char *const *list, const struct dc_doc *doc, size_t i)
{
	for (; *list; list++)
		if (dc_doc_word_is(doc, i, *list))
			return true;
	return false;
}

static bool is(const struct dc_doc *doc, size_t i, unsigned kind)
{
	return dc_greeting_word(doc->words[i].fold, doc->words[i].fold_len) & kind;
}

/* The first byte from `at` on that is no blank; the end of the note when there is none. */
static size_t behind_blanks(const struct dc_doc *doc, size_t at)
{
	while (at < doc->len && (doc->text[at] == ' ' || doc->text[at] == '\t'))
		at++;
	return at;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_greeting *g = &c->doc->greeting;

	if (!g->present || !g->closed || g->name_to > g->name_from || !g->words)
		return;
	const size_t last = g->words - 1;
	const size_t behind = c->doc->words[last].at.to, to = behind_blanks(c->doc, behind);
	const bool blanks = to > behind;
	const char mark = to < g->at.to ? c->doc->text[to] : '\n';
	const size_t after = behind_blanks(c->doc, g->at.to);
	/* "Monsieur," and "Madame," stand alone in French. */
	bool hole = is(c->doc, last, DC_GREETING_ADDRESSES) ||
	            (last > 0 && is(c->doc, last, DC_GREETING_NEEDS_NAME) &&
	             c->doc->lang != DC_LANG_FR);

	/* "Hi, , we met", "Madame , we met": the comma waits for a name. */
	hole = hole || (after < c->doc->len && c->doc->text[after] == ',') ||
	       (last > 0 && is(c->doc, last, DC_GREETING_NEEDS_NAME) && blanks && mark == ',');
	/* "Good morning ," is "Hi ," in two words. */
	if ((last == 0 || (last == 1 && among(halves, c->doc, 0))) && blanks && mark != '\n' &&
	    mark != '-' && (unsigned char)mark < 0x80)
		hole = hole || mark == ',' || !among(french, c->doc, 0);
	if (!hole)
		return;
	dc_check_flag_at(sink, g->at, "The greeting names nobody.");
	if (*c->d->first && !c->d->name_doubtful)
		dc_check_advise(sink, "Put the name in: \"%s\".", c->d->first);
}

const struct dc_rule dc_rule_empty_greeting = {
	.info = {
		.id = "empty-greeting",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_ERROR,
		.summary = "The greeting has a hole where the name should be.",
		.why = "\"Hi ,\" is what a template leaves when it has no name.  Nothing tells so surely "
		       "that no person has looked at the text.",
		.advice = "Put the name in.",
		.source = "career advisers: unfilled places are the surest marks of mass sending",
		.bad = DC_EXAMPLES({ .note = "Hi , I enjoyed your talk on query plans at FOSDEM." },
		                   { .note = "Dear, thank you for the review of my patch." },
		                   { .note = "Sehr geehrte Frau , vielen Dank f\u00fcr Ihren Vortrag." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, I enjoyed your talk on query plans at FOSDEM." },
		                    { .note = "Hi, I enjoyed your talk on query plans at FOSDEM." },
		                    { .note = "Bonjour ! Votre expos\u00e9 \u00e0 Lyon m'a beaucoup aid\u00e9." },
		                    { .note = "Bonjour Madame, merci pour votre expos\u00e9 \u00e0 Lyon." }),
	},
	.run = run,
};
