/* repeated-word.c - the same word word twice. */
#include "check/match.h"

#include <string.h>

#include "text/same.h"

/* Words that are doubled on purpose, or stand twice in good sentences; blanks around each. */
static const char fine[] = " that had very so ha bye no yes never hear many far long really "
			   "same win knock night out "
			   "sie ihr ihnen so sehr immer nein ja "
			   "nous vous si tres non oui bien "
			   "no si muy ya poco todo "
			   "nao sim muito ja pouco logo "
			   "si no molto poco piano ciao mano via quasi ";

/* German relative clauses: "…, die die Welt kennt", "…, bei der der Beamer ausfiel". */
static const char relative[] = " die der das den ";
static const char before[] =
	" an auf aus bei durch fur gegen hinter in mit nach neben ohne seit uber um "
	"unter von vor wegen zu zwischen ";

static bool listed(const char *list, const struct dc_word *w)
{
	for (const char *s = list; (s = strstr(s, w->fold)); s++)
		if (s != list && s[-1] == ' ' && s[w->fold_len] == ' ')
			return true;
	return false;
}

static bool only_blanks(const struct dc_doc *doc, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!strchr(" \t\r\n", doc->text[i]))
			return false;
	return from < to;
}

/* "E \u00e8 vero": folded they are one, but not as they are written. */
static bool same_marks(const struct dc_doc *doc, const struct dc_word *a, const struct dc_word *b)
{
	const enum dc_same same = dc_text_same(doc->text + a->at.from, a->at.to - a->at.from,
	                                       doc->text + b->at.from, b->at.to - b->at.from);

	return same == DC_SAME_EXACT || same == DC_SAME_CASE;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;

	for (size_t i = 1; i < doc->word_count; i++) {
		const struct dc_word *a = &doc->words[i - 1], *b = &doc->words[i];

		if (strcmp(a->fold, b->fold) != 0)
			continue;
		/* "Duran Duran" and "Baden-Baden" are names. */
		const bool name = a->title && b->title && !(b->langs & (1u << doc->lang));
		const struct dc_word *first = i > 1 && listed(before, a - 1) ? a - 1 : a;
		const bool clause = first->at.from > 1 && doc->text[first->at.from - 2] == ',' &&
		                    listed(relative, b);

		if (!same_marks(doc, a, b) || !b->letters || name || clause || listed(fine, b) ||
		    doc->lang == DC_LANG_OTHER || !only_blanks(doc, a->at.to, b->at.from))
			continue;
		dc_check_flag_at(sink, (struct dc_span){ a->at.from, b->at.to },
		                 "\"%.*s\" stands twice.", (int)(b->at.to - b->at.from),
		                 doc->text + b->at.from);
		dc_check_fix(sink, (struct dc_span){ a->at.to, b->at.to }, "");
	}
}

const struct dc_rule dc_rule_repeated_word = {
	.info = {
		.id = "repeated-word",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "A word stands twice in a row.",
		.why = "It is a slip of editing that the eye skips, until somebody else reads it.",
		.advice = "Take one out.",
		.source = "proofreaders",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, I saw the the talk on joins at FOSDEM." },
		                   { .note = "Hallo Ada, ich war in in Ulm bei Ihrem Vortrag." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, I know that that talk on joins had had a rehearsal." },
		                    { .note = "Ol\u00e1 Ada, a Rita Cunha foi minha chefe em Ulm e \u00e9 agora a sua." },
		                    { .note = "Hi Ada, we met at the Duran Duran night in Baden Baden." }),
	},
	.run = run,
};
