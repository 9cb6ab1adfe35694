/* wrong-company.c - their company is another one, or is misspelt. */
#include "check/learned/classifier.h"
#include "check/learned/mention.h"
#include "check/senses.h"
#include "check/match.h"
#include "check/whom.h"

#include <string.h>

#include "check/words/generic.h"
#include "check/words/names.h"

/* "RTP" for R\u00e1dio e Televis\u00e3o de Portugal; of a longer one a letter may stand within a
 * word, as in "RTVE". */
static bool initials(const struct dc_doc *company, const struct dc_word *w)
{
	enum { LONG = 4 };
	size_t found = 0, i = 0;

	if (w->letters < 2 || w->capitals != w->letters || w->letters != w->fold_len)
		return false;
	for (size_t k = 0; k < w->fold_len; k++) {
		size_t n = i;

		while (n < company->word_count && company->words[n].fold[0] != w->fold[k])
			n++;
		if (n < company->word_count) {
			found++;
			i = n + 1;
		}
	}
	return found + (w->letters >= LONG) >= w->letters && found > 1;
}

/* A word that both names have tells that they are one, unless it only says of what kind it is, as
 * the last word of "Goldcrest Bank" and "Silverbrook Bank" does. */
static bool vouches(const struct dc_case *c, const struct dc_word *w, bool first)
{
	const struct dc_span at = w->at;

	if (dc_doc_has(c->name, w->fold) || dc_doc_copied(c->doc, at, c->d->headline) ||
	    initials(c->company, w))
		return true;
	if (!first && c->company->word_count > 1)
		return !strcmp(w->fold, c->company->words[0].fold);
	return dc_doc_has(c->company, w->fold) || dc_doc_copied(c->doc, at, c->d->company);
}

/* The capital words from word i on that name a company; the word behind them, else i. */
static size_t foreign_name(const struct dc_case *c, size_t i)
{
	enum { LONGEST = 4 };
	const struct dc_doc *doc = c->doc;
	size_t to = i;

	while (to < doc->word_count && to < i + LONGEST && doc->words[to].title &&
	       doc->words[to].sentence == doc->words[i].sentence &&
	       (to == i || doc->text[doc->words[to - 1].at.to] != ',')) {
		if (vouches(c, &doc->words[to], to == i))
			return i;
		to++;
	}
	return to > i && doc->words[i].letters > 1 ? to : i;
}

/* "Chez Saint James": somebody is at home there, so it is no place. */
static bool at_home(const struct dc_doc *doc, size_t name)
{
	return name && dc_doc_word_is(doc, name - 1, "chez");
}

/* Somebody may do a thing at a school or in a town without working there. */
static bool public_place(const struct dc_case *c, size_t from, size_t to)
{
	struct dc_marks places = { { 0 } };

	if (at_home(c->doc, from))
		return false;
	dc_senses_mark(c->senses, DC_C_PLACE, &places);
	for (size_t i = from; i < to; i++)
		if (dc_marks_has(&places, i))
			return true;
	return false;
}

/* "Kalrna" for Klarna. */
static bool swapped(const char *a, const char *b)
{
	while (*a && *a == *b) {
		a++;
		b++;
	}
	return *a && a[1] && a[0] == b[1] && a[1] == b[0] && !strcmp(a + 2, b + 2);
}

/* "Spiel" of "Spiele": one of what the company is named for. */
static bool singular(const char *one, const char *many)
{
	static const char *const ends[] = { "e", "s", "n", "en", "es" };
	const size_t len = strlen(one);

	if (strncmp(one, many, len) != 0)
		return false;
	for (size_t i = 0; i < DC_COUNT(ends); i++)
		if (!strcmp(many + len, ends[i]))
			return true;
	return false;
}

enum { SPELT_MAX = 40 };

/* The word without the "'s" of a genitive; "" when it is too long for a name. */
static const char *bare(char out[SPELT_MAX], const struct dc_word *w)
{
	const char *mark = strchr(w->fold, '\'');
	const size_t len = mark && (!mark[1] || !strcmp(mark, "'s")) ? (size_t)(mark - w->fold)
	                                                             : w->fold_len;

	out[0] = '\0';
	if (len < SPELT_MAX) {
		memcpy(out, w->fold, len);
		out[len] = '\0';
	}
	return out;
}

/* A slip of the pen parts the two. */
static bool slip(const char *word, const char *right)
{
	enum { LONG = 8 };
	const size_t len = strlen(right), cap = len > LONG ? 2 : 1;

	/* The name with an ending is none, nor is its singular. */
	if (!strncmp(word, right, len) || singular(word, right))
		return false;
	return swapped(word, right) || dc_text_distance(word, right, cap) <= cap;
}

/* "Nova Nordisk" for Novo Nordisk: the word behind vouches for a short one. */
static bool next_word_fits(const struct dc_case *c, size_t i, size_t n)
{
	return n + 1 < c->company->word_count &&
	       dc_doc_word_is(c->doc, i + 1, c->company->words[n + 1].fold);
}

/* "Fabricam" for Fabrikam, anywhere in the note. */
static bool misspelt(const struct dc_case *c, size_t i)
{
	const struct dc_word *w = &c->doc->words[i];
	char word[SPELT_MAX], theirs[SPELT_MAX];

	if (!w->title || w->langs || dc_doc_has(c->name, w->fold))
		return false;
	for (size_t n = 0; n < c->company->word_count; n++) {
		const struct dc_word *right = &c->company->words[n];
		const size_t least = next_word_fits(c, i, n) ? 3 : 5;

		if (w->letters >= least && right->letters >= least &&
		    slip(bare(word, w), bare(theirs, right)))
			return true;
	}
	return false;
}

/* "From … to" the right company says no wrong one. */
static bool right_one_too(const struct dc_case *c, size_t sentence)
{
	const struct dc_doc *doc = c->doc;

	for (size_t i = doc->greeting.words; i < doc->word_count; i++)
		if (doc->words[i].sentence == sentence && doc->words[i].title &&
		    !strcmp(doc->words[i].fold, c->company->words[0].fold))
			return true;
	return false;
}

/* How much a name has to be like those of employers in the notes that were learnt from: when
 * phrases say that it is one, and when none does.  Chosen on notes that nothing was learnt from. */
static const float doubtful = -0.9f, sure = -0.1f;

static float like_employer(const struct dc_case *c, struct dc_mention m)
{
	struct dc_features f;

	dc_mention_features(&f, &m, c->senses, c->name, c->company);
	return dc_classify_employer(&f);
}

/* Flags the name at word i when it is no company of theirs. */
static bool flag_foreign(const struct dc_case *c, size_t i, float least, struct dc_sink *sink)
{
	const struct dc_doc *doc = c->doc;
	const size_t to = foreign_name(c, i);

	if (to == i || public_place(c, i, to) || right_one_too(c, doc->words[i].sentence) ||
	    dc_doc_copied(doc, doc->words[i].at, c->d->me_company) ||
	    like_employer(c, (struct dc_mention){ i, to }) < least)
		return false;
	const struct dc_span at = dc_check_words_span(doc, i, to);

	dc_check_flag_at(sink, at, "\"%.*s\" is not %s, where %s works as far as you know.",
	                 (int)(at.to - at.from), doc->text + at.from, c->d->company,
	                 dc_check_first(c->d));
	dc_check_text(sink, "company", c->d->company);
	return true;
}

/* What the words around a name say of who works there. */
struct around {
	struct dc_marks at, firm, work, yours, your, ours, stage, text;
};

static void look_around(struct around *a, const struct dc_senses *s)
{
	*a = (struct around){ 0 };
	dc_senses_mark(s, DC_C_AT_FIRM, &a->at);
	dc_senses_mark(s, DC_C_FIRM, &a->firm);
	dc_senses_mark(s, DC_C_AT_WORK, &a->work);
	dc_senses_mark(s, DC_C_YOURS, &a->yours);
	for (size_t i = s->doc->greeting.words; i < s->doc->word_count; i++)
		if (dc_whom_yours_in_verb(s->doc, &s->doc->words[i]))
			dc_marks_set(&a->yours, i);
	dc_senses_mark(s, DC_C_YOUR, &a->your);
	dc_senses_mark(s, DC_C_OURS, &a->ours);
	dc_senses_mark(s, DC_C_ON_STAGE, &a->stage);
	dc_senses_mark(s, DC_C_PARTICULAR, &a->text);
}

static bool among(const struct dc_word *w, const char *const *words)
{
	for (; *words; words++)
		if (!strcmp(w->fold, *words))
			return true;
	return false;
}

/* "I read that …"; but ", que …" goes on with whom it stands behind. */
static bool begins_clause(const struct dc_doc *doc, size_t i)
{
	static const char *const words[] = { "that", "dass", "que", "che", NULL };

	return among(&doc->words[i], words) && i && doc->text[doc->words[i - 1].at.to] != ',';
}

/* Is the person before the name the recipient?  False as well when there is nobody. */
static bool theirs_before(const struct dc_doc *doc, const struct around *a, size_t name,
                          bool *blocked, bool *work)
{
	enum { REACH = 9, REACH_PAST_THEM = 3 };
	bool theirs = false;

	for (size_t i = name, left = REACH; i-- > doc->greeting.words && left--;) {
		if (doc->words[i].sentence != doc->words[name].sentence ||
		    (!theirs && !dc_marks_has(&a->yours, i) && begins_clause(doc, i)))
			break;
		*work = *work || dc_marks_has(&a->work, i);
		if (dc_marks_has(&a->stage, i) || (dc_marks_has(&a->text, i) && !*work) ||
		    (dc_marks_has(&a->ours, i) && !theirs)) {
			*blocked = true;
			break;
		}
		if (!theirs && dc_marks_has(&a->yours, i)) {
			theirs = true;
			left = left < REACH_PAST_THEM ? left : REACH_PAST_THEM;
		}
	}
	return theirs;
}

/* "Your article" at word i: the thing is what is spoken of; but "your team" is they, and so is
 * "ihr" before a verb. */
static bool their_thing(const struct dc_doc *doc, const struct around *a, size_t i)
{
	return dc_marks_has(&a->your, i) && !dc_marks_has(&a->work, i + 1) &&
	       (doc->lang != DC_LANG_DE || (i + 1 < doc->word_count && doc->words[i + 1].title));
}

/* Is the person behind the name the recipient? */
static bool theirs_behind(const struct dc_doc *doc, const struct around *a, size_t name, bool *work)
{
	enum { REACH = 8, NEAR = 2, NEAR_KNOWN = 4 };
	static const char *const and[] = { "and", "und", "et", "y", "e", "ed", NULL };
	const size_t near = dc_marks_has(&a->firm, name) ? NEAR_KNOWN : NEAR;
	size_t last = name;
	bool theirs = false;

	while (last + 1 < doc->word_count && doc->words[last + 1].title &&
	       !dc_marks_has(&a->yours, last + 1))
		last++;
	for (size_t i = last + 1; i < doc->word_count && i < last + REACH; i++) {
		if (doc->words[i].sentence != doc->words[name].sentence ||
		    dc_marks_has(&a->ours, i) || (!theirs && among(&doc->words[i], and)))
			break;
		*work = *work || dc_marks_has(&a->work, i);
		theirs = theirs || (i <= last + near && dc_marks_has(&a->yours, i) &&
		                    !their_thing(doc, a, i));
	}
	return theirs;
}

/* "What your team builds at …", "at … you build": the person next to the name is the recipient,
 * and what is said of them is work, not a talk. */
static bool work_there(const struct dc_doc *doc, const struct around *a, size_t name)
{
	bool work = dc_marks_has(&a->firm, name), blocked = false;
	const bool before = theirs_before(doc, a, name, &blocked, &work);

	if (blocked)
		return false;
	const bool behind = theirs_behind(doc, a, name, &work);

	return (before || behind) && (work || at_home(doc, name));
}

static bool said_in(const struct dc_senses *s, enum dc_concept concept, size_t sentence)
{
	for (const struct dc_sense *x = dc_senses_of(s, concept); x; x = dc_senses_next(s, x))
		if (s->doc->words[x->from].sentence == sentence)
			return true;
	return false;
}

/* They left that place, or both were there once. */
static bool long_ago(const struct dc_case *c, size_t sentence)
{
	return said_in(c->senses, DC_C_NO_LONGER, sentence) ||
	       said_in(c->senses, DC_C_SHARED_DEED, sentence);
}

/* What follows a Spanish "en" may be a town as well, unless it is known for a company or written as
 * no town is. */
static bool maybe_town(const struct dc_doc *doc, const struct around *a, size_t name)
{
	return doc->lang == DC_LANG_ES && !dc_marks_has(&a->firm, name) &&
	       doc->words[name].capitals < 2;
}

/* Says the note that the recipient works at the name, which has "at" before it? */
static bool flag_at(const struct dc_case *c, const struct around *a, size_t name,
                    struct dc_sink *sink)
{
	const struct dc_word *w = &c->doc->words[name];

	return w->title && !maybe_town(c->doc, a, name) && work_there(c->doc, a, name) &&
	       !long_ago(c, w->sentence) && flag_foreign(c, name, doubtful, sink);
}

/* "Your HSBC colleagues", "you and the HSBC team", when the known company is words [name, end). */
static bool possessed(const struct dc_doc *doc, const struct around *a, size_t name, size_t end)
{
	const bool and_the = name > 2 && dc_doc_word_is(doc, name - 1, "the") &&
	                     dc_doc_word_is(doc, name - 2, "and");

	return dc_marks_has(&a->yours, and_the ? name - 3 : name - 1) &&
	       (dc_marks_has(&a->work, end) || dc_marks_has(&a->work, end + 1));
}

/* That, or "bei der AXA": what only a known company can be. */
static bool flag_known(const struct dc_case *c, const struct around *a, struct dc_sink *sink)
{
	static const char *const articles[] = { "der", "dem", "den", "the", "la", "el", NULL };
	const struct dc_doc *doc = c->doc;

	for (const struct dc_sense *x = dc_senses_of(c->senses, DC_C_FIRM); x;
	     x = dc_senses_next(c->senses, x)) {
		const size_t name = x->from;

		if (name < 2 || !doc->words[name].title)
			continue;
		if (possessed(doc, a, name, x->end) && flag_foreign(c, name, doubtful, sink))
			return true;
		if (among(&doc->words[name - 1], articles) && dc_marks_has(&a->at, name - 2) &&
		    flag_at(c, a, name, sink))
			return true;
	}
	return false;
}

/* "At", and a name. */
static bool flag_place_of_work(const struct dc_case *c, const struct around *a,
                               struct dc_sink *sink)
{
	const struct dc_doc *doc = c->doc;

	for (const struct dc_sense *x = dc_senses_of(c->senses, DC_C_AT_FIRM); x;
	     x = dc_senses_next(c->senses, x))
		if (x->end < doc->word_count &&
		    doc->words[x->end].sentence == doc->words[x->from].sentence &&
		    flag_at(c, a, x->end, sink))
			return true;
	return flag_known(c, a, sink);
}

/* "Meu primo, que trabalha na …": a verb that may be anybody's, behind somebody of the sender. */
static bool of_another(const struct dc_doc *doc, const struct around *a, const struct dc_sense *x)
{
	enum { BEFORE = 5 };
	const bool pro_drop = doc->lang == DC_LANG_ES || doc->lang == DC_LANG_PT ||
	                      doc->lang == DC_LANG_IT;

	for (size_t i = x->end, left = x->end - x->from + BEFORE; pro_drop && i-- && left--;) {
		if (doc->words[i].sentence != doc->words[x->from].sentence ||
		    dc_marks_has(&a->yours, i))
			return false;
		if (dc_marks_has(&a->ours, i))
			return true;
	}
	return false;
}

static bool flag_misspelt(const struct dc_case *c, struct dc_sink *sink)
{
	const struct dc_doc *doc = c->doc;

	for (size_t i = doc->greeting.words; i < doc->word_count; i++)
		if (misspelt(c, i)) {
			dc_check_flag_at(sink, doc->words[i].at, "\"%.*s\" is spelt \"%s\".",
			                 (int)(doc->words[i].at.to - doc->words[i].at.from),
			                 doc->text + doc->words[i].at.from, c->d->company);
			dc_check_text(sink, "company", c->d->company);
			return true;
		}
	return false;
}

/* A name, and what is said only of the company where they work. */
static bool flag_name_before(const struct dc_case *c, enum dc_concept says, struct dc_sink *sink)
{
	const struct dc_doc *doc = c->doc;

	for (const struct dc_sense *x = dc_senses_of(c->senses, says); x;
	     x = dc_senses_next(c->senses, x)) {
		if (x->from <= doc->greeting.words)
			continue;
		const struct dc_word *name = &doc->words[x->from - 1];

		if ((says != DC_C_YOUR_FIRM || doc->text[name->at.to] == ',') &&
		    !dc_names_given(name->fold) && flag_foreign(c, x->from - 1u, doubtful, sink))
			return true;
	}
	return false;
}

/* What no phrase says, but what is like notes that say it. */
static bool flag_learnt(const struct dc_case *c, struct dc_sink *sink)
{
	struct dc_mention m = { 0 };

	while (dc_mention_next(&m, c->doc, c->name, c->company, m.end))
		if (flag_foreign(c, m.from, sure, sink))
			return true;
	return false;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	struct around around;

	if (!c->company->word_count || doc->lang == DC_LANG_OTHER || flag_misspelt(c, sink))
		return;
	look_around(&around, c->senses);
	for (const struct dc_sense *x = dc_senses_of(c->senses, DC_C_THEIR_WORK_AT); x;
	     x = dc_senses_next(c->senses, x))
		if (!of_another(doc, &around, x) && flag_foreign(c, x->end, doubtful, sink))
			return;
	if (flag_name_before(c, DC_C_PROUD_OF_YOU, sink) ||
	    flag_name_before(c, DC_C_YOUR_FIRM, sink))
		return;
	if (!flag_place_of_work(c, &around, sink))
		(void)flag_learnt(c, sink);
}

const struct dc_rule dc_rule_wrong_company = {
	.info = {
		.id = "wrong-company",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Their company is another one, or is misspelt.",
		.why = "After a wrong name a wrong company is the surest mark of a text that went to many. "
		       "An export tells the company of its day, so it may have changed since.",
		.advice = "Look at the profile, and write the company as they do.",
		.source = "career advisers: company and school spelled right",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, your team at Contoso did a fine job on the joins." },
		                   { .note = "Hi Ada, the joins that Northwing ships are the best I know." },
		                   { .note = "Bonjour Ada, j'aime la fa\u00e7on dont vous testez les index chez Contoso." },
		                   { .note = "Hi Ada, I like how your team at Goldcrest Bank tests its models.",
		                     .dossier = &(const struct dc_dossier){ .name = "Ada Vey",
		                                                            .first = "Ada",
		                                                            .company = "Silverbrook Bank" } }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your team at Northwind did a fine job on the joins." },
		                    { .note = "Hi Ada, your talk at FOSDEM on Northwind's joins was a joy." },
		                    { .note = "Ol\u00e1 Ada, o seu programa na RTP sobre moinhos filmou o do meu bisav\u00f4.",
		                      .dossier = &(const struct dc_dossier){ .name = "Ada Vey",
		                                                             .first = "Ada",
		                                                             .company = "R\u00e1dio e Televis\u00e3o de Portugal" } },
		                    { .note = "Hi Ada, I work at Contoso and use your joins every day." },
		                    { .note = "Hi Ada, years ago you were on the joins team at Contoso, and so was I." }),
	},
	.run = run,
};
