/* too-short.c - there is hardly anything in it. */
#include "check/rule.h"
#include "check/senses.h"

#include <string.h>

/* Fewer words are too few; so are those of a note that says nothing, up to BARE of them. */
enum { WORDS = 4, BARE = 5, UNITS = 24 };

static bool only_blanks(const struct dc_doc *doc)
{
	return strspn(doc->text, " \t\r\n") >= doc->len;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	const size_t words = doc->word_count - doc->greeting.words;

	/* No note at all is another rule's; scripts without blanks say more with less. */
	if (!doc->len || !doc->valid || words > BARE || (words >= WORDS && c->senses->said) ||
	    only_blanks(doc) ||
	    (doc->lang == DC_LANG_OTHER && dc_text_units(doc->text, doc->len) >= UNITS))
		return;
	dc_check_flag(sink, "There is hardly anything in the note: %zu word%s beside the greeting.",
	              words, words == 1 ? "" : "s");
	dc_check_number(sink, "words", (int64_t)words);
}

const struct dc_rule dc_rule_too_short = {
	.info = {
		.id = "too-short",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "There is hardly anything in the note.",
		.why = "\"Let's connect!\" takes one of your few notes and says less than none: they now "
		       "know that you had the chance to give a reason.",
		.advice = "Say how you know them in a sentence, or send it without a note.",
		.source = "career advisers: one to three sentences",
		.bad = DC_EXAMPLES({ .note = "Hi Ada!" }, { .note = "Let's connect!" },
		                   { .note = "Hi Ada, please connect." }),
		.good = DC_EXAMPLES({ .note = "Great talk on SQLite at FOSDEM, Ada!" },
		                    { .note = "Hi Ada, we met at FOSDEM." }),
	},
	.run = run,
};
