/* mention.c - find the names in a note, and hash what stands around each. */
#include "check/learned/mention.h"

#include <string.h>

#include "check/words/names.h"

enum {
	LONGEST = 4, /* words of a name */
	REACH = 8,   /* words on either side that count */
};

static bool begins(const struct dc_doc *note, size_t i)
{
	return !i || note->words[i - 1].sentence != note->words[i].sentence;
}

/* "I'd", but "Sainsbury's" is a name. */
static bool contracted(const struct dc_doc *note, const struct dc_word *w)
{
	const char *mark = strchr(w->fold, '\'');

	return mark && note->lang == DC_LANG_EN && strcmp(mark, "'s") != 0;
}

/* Is word i a capital one of neither, and none that sentences are made with? */
static bool foreign(const struct dc_doc *note, const struct dc_doc *name,
                    const struct dc_doc *company, size_t i)
{
	const struct dc_word *w = &note->words[i];

	return w->title && !w->langs && !contracted(note, w) && !dc_doc_has(name, w->fold) &&
	       !dc_doc_has(company, w->fold);
}

/* Nothing but a blank, a hyphen or " & " stands before word i. */
static bool goes_on(const struct dc_doc *note, size_t i)
{
	const size_t from = note->words[i - 1].at.to, to = note->words[i].at.from;

	for (size_t b = from; b < to; b++)
		if (!strchr(" -&", note->text[b]))
			return false;
	return true;
}

bool dc_mention_next(struct dc_mention *m, const struct dc_doc *note, const struct dc_doc *name,
                     const struct dc_doc *company, size_t at)
{
	size_t i = at > note->greeting.words ? at : note->greeting.words;

	/* A given name that a sentence begins with is somebody. */
	while (i < note->word_count &&
	       (!foreign(note, name, company, i) || note->words[i].letters < 2 ||
	        (begins(note, i) && dc_names_given(note->words[i].fold))))
		i++;
	if (i >= note->word_count)
		return false;
	*m = (struct dc_mention){ i, i + 1 };
	while (m->end < note->word_count && m->end < i + LONGEST && !begins(note, m->end) &&
	       foreign(note, name, company, m->end) && goes_on(note, m->end))
		m->end++;
	return true;
}

/* The words on one side, nearest first; 0 where the sentence has ended. */
struct side {
	uint32_t whole[REACH], start[REACH];
};

static void look(struct side *side, const struct dc_mention *m, const struct dc_doc *note,
                 const struct dc_doc *name, const struct dc_doc *company, bool left)
{
	const size_t sentence = note->words[m->from].sentence;

	*side = (struct side){ { 0 }, { 0 } };
	for (size_t k = 0; k < REACH; k++) {
		const size_t i = left ? m->from - 1 - k : m->end + k;
		uint32_t form[DC_FORMS];

		if (left ? k >= m->from - note->greeting.words : i >= note->word_count)
			return;
		if (note->words[i].sentence != sentence)
			return;
		dc_features_word(form, note, i, name, company);
		side->whole[k] = form[0];
		side->start[k] = form[1];
	}
}

struct adder {
	struct dc_features *f;
	const struct dc_mention *m;
};

static void add(const struct adder *a, const char *tag, uint32_t x, uint32_t y)
{
	dc_features_add(a->f, dc_features_pair(dc_features_pair(dc_features_hash(tag), x), y),
	                a->m->from, a->m->end);
}

static void add_side(const struct adder *a, const struct side *s, const char *const tags[5])
{
	add(a, tags[0], s->whole[0], 0);
	add(a, tags[1], s->whole[1], 0);
	add(a, tags[2], s->whole[0], s->whole[1]);
	for (size_t k = 0; k < REACH && s->whole[k]; k++) {
		add(a, tags[3], s->whole[k], 0);
		add(a, tags[3], s->start[k], 1);
		if (k + 1 < REACH && s->start[k + 1])
			add(a, tags[4], s->start[k], s->start[k + 1]);
	}
}

/* What the neighbours mean, and whether the name is known. */
static void add_senses(const struct adder *a, const struct dc_senses *s)
{
	const struct dc_mention *m = a->m;
	const size_t sentence = s->doc->words[m->from].sentence;

	for (size_t i = 1; i < s->count; i++) {
		const struct dc_sense *x = &s->senses[i];

		if (s->doc->words[x->from].sentence != sentence)
			continue;
		if (x->end <= m->from && m->from - x->end < REACH)
			add(a, "meant before", x->concept, x->end == m->from);
		else if (x->from >= m->end && x->from - m->end < REACH)
			add(a, "meant behind", x->concept, x->from == m->end);
		else if (x->concept == DC_C_PLACE || x->concept == DC_C_FIRM)
			add(a, "known as", x->concept, 0);
	}
}

/* Whether the note names their company rightly, and whether in the same sentence. */
static void add_theirs(const struct adder *a, const struct dc_doc *note,
                       const struct dc_doc *company)
{
	bool anywhere = false, beside = false;

	for (size_t i = note->greeting.words; i < note->word_count; i++) {
		const struct dc_word *w = &note->words[i];

		if (w->title && dc_doc_has(company, w->fold)) {
			anywhere = true;
			beside = beside || w->sentence == note->words[a->m->from].sentence;
		}
	}
	add(a, "theirs", anywhere, beside);
}

void dc_mention_features(struct dc_features *f, const struct dc_mention *m,
                         const struct dc_senses *senses, const struct dc_doc *name,
                         const struct dc_doc *company)
{
	static const char *const before[] = { "next before", "second before", "two before",
		                              "before", "pair before" };
	static const char *const behind[] = { "next behind", "second behind", "two behind",
		                              "behind", "pair behind" };
	const struct dc_doc *note = senses->doc;
	const struct adder a = { f, m };
	const size_t behind_it = note->words[m->end - 1].at.to;
	struct side left, right;

	dc_features_clear(f);
	look(&left, m, note, name, company, true);
	look(&right, m, note, name, company, false);
	add_side(&a, &left, before);
	add_side(&a, &right, behind);
	add(&a, "around", left.whole[0], right.whole[0]);
	add(&a, "mark", behind_it < note->len ? (unsigned char)note->text[behind_it] : 0, 0);
	add(&a, "language", note->lang, 0);
	add(&a, "begins", begins(note, m->from), 0);
	add(&a, "given", dc_names_given(note->words[m->from].fold), 0);
	add(&a, "words", (uint32_t)(m->end - m->from), 0);
	add(&a, "capitals", note->words[m->from].capitals > 1, 0);
	add_theirs(&a, note, company);
	add_senses(&a, senses);
}
