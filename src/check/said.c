/* said.c - count the words of a note that say something. */
#include "check/said.h"

#include <string.h>

#include "check/senses.h"
#include "check/whom.h"
#include "check/words/generic.h"
#include "check/words/names.h"

/* Words of these say nothing of anybody. */
static const uint8_t empty[] = { DC_C_PRAISE,       DC_C_VAGUE,     DC_C_FLATTERY,
	                         DC_C_IN_COMMON,    DC_C_FOUND_YOU, DC_C_GROW,
	                         DC_C_NETWORK,      DC_C_FOR_ME,    DC_C_FOLLOWS,
	                         DC_C_STUDIED_YOU,  DC_C_ASK,       DC_C_DEFAULT_TEXT,
	                         DC_C_DEFAULT_HINT, DC_C_YOU,       DC_C_YOUR,
	                         DC_C_ME,           DC_C_WE,        DC_C_THANKS,
	                         DC_C_NO,           DC_C_POLITE,    DC_C_WHEN };

/* A template fills these in by itself; they are no reason. */
static bool merged_in(const struct dc_case *c, const struct dc_word *w)
{
	return dc_doc_has(c->name, w->fold) || dc_doc_has(c->company, w->fold) ||
	       (w->letters > 2 && dc_doc_copied(c->doc, w->at, c->d->headline));
}

/* The word from which on it is the sender's name: capital words behind a mark at the end. */
static size_t signature(const struct dc_doc *doc)
{
	size_t i = doc->word_count;

	while (i > doc->greeting.words + 1 && doc->words[i - 1].title && doc->word_count - i < 3) {
		i--;
		const size_t from = doc->words[i - 1].at.to;
		const size_t len = doc->words[i].at.from - from;

		for (size_t b = 0; b < len; b++)
			if (strchr(",\n-.!", doc->text[from + b]))
				return i;
	}
	return doc->word_count;
}

/* Marks the sentences that wish well, and say no more. */
static void mark_wishes(struct dc_marks *skip, const struct dc_senses *s)
{
	const struct dc_doc *doc = s->doc;

	for (const struct dc_sense *x = dc_senses_of(s, DC_C_WISHES); x; x = dc_senses_next(s, x)) {
		const size_t sentence = doc->words[x->from].sentence;
		size_t i = x->from;

		while (i > doc->greeting.words && doc->words[i - 1].sentence == sentence)
			i--;
		for (; i < doc->word_count && doc->words[i].sentence == sentence; i++)
			dc_marks_set(skip, i);
	}
}

/* Marks the sentences in which the sender speaks of nobody but themself. */
static void mark_introductions(struct dc_marks *skip, const struct dc_senses *s)
{
	static const uint8_t senders[] = { DC_C_SELF, DC_C_FOR_ME };
	static const uint8_t others[] = { DC_C_YOU, DC_C_YOUR, DC_C_WE, DC_C_COMPANY };
	const struct dc_doc *doc = s->doc;
	struct dc_marks mine = { { 0 } }, theirs = { { 0 } }, gains = { { 0 } };
	struct dc_marks known = { { 0 } }, credentials = { { 0 } };

	/* In "allargare le mie conoscenze" the article is nobody. */
	dc_senses_mark(s, DC_C_FOR_ME, &gains);
	dc_senses_mark(s, DC_C_YOU_KNOW_ME, &known);
	dc_senses_mark(s, DC_C_CREDENTIALS, &credentials);
	for (size_t i = 0; i < DC_COUNT(senders); i++)
		dc_senses_mark(s, (enum dc_concept)senders[i], &mine);
	for (size_t i = 0; i < DC_COUNT(others); i++)
		dc_senses_mark(s, (enum dc_concept)others[i], &theirs);
	for (size_t from = doc->greeting.words, to; from < doc->word_count; from = to) {
		bool self = false, shared = false;

		for (to = from;
		     to < doc->word_count && doc->words[to].sentence == doc->words[from].sentence;
		     to++) {
			self = self || dc_marks_has(&mine, to);
			shared = shared ||
			         (dc_marks_has(&theirs, to) && !dc_marks_has(&gains, to)) ||
			         (dc_marks_has(&known, to) && !dc_marks_has(&credentials, to)) ||
			         dc_whom_in_verb(doc, &doc->words[to]);
		}
		for (size_t i = from; i < to && self && !shared; i++)
			dc_marks_set(skip, i);
	}
}

unsigned dc_check_said(const struct dc_case *c)
{
	enum { ENOUGH = 20 };
	const struct dc_doc *doc = c->doc;
	const size_t end = signature(doc);
	/* Too short to tell the language, it may be any. */
	const unsigned langs = doc->lang == DC_LANG_UNKNOWN ? (1u << DC_LANG_KNOWN) - 1
	                                                    : 1u << doc->lang;
	struct dc_marks skip = { { 0 } }, particular = { { 0 } };
	unsigned said = 0;

	if (doc->lang == DC_LANG_OTHER)
		return ENOUGH; /* its words are not known here */
	for (size_t i = 0; i < DC_COUNT(empty); i++)
		dc_senses_mark(c->senses, (enum dc_concept)empty[i], &skip);
	for (int l = 0; l < DC_LANG_KNOWN; l++)
		if (langs & (1u << l))
			dc_generic_mark(&skip, doc, (enum dc_lang)l);
	dc_senses_mark(c->senses, DC_C_PARTICULAR, &particular);
	if (dc_senses_of(c->senses, DC_C_SHARED_DEED))
		said += 3;
	if (dc_senses_of(c->senses, DC_C_YOU_KNOW_ME))
		said += 2;
	mark_introductions(&skip, c->senses);
	mark_wishes(&skip, c->senses);
	for (size_t i = doc->greeting.words; i < end && said < ENOUGH; i++) {
		const struct dc_word *w = &doc->words[i];
		const bool start = !i || doc->words[i - 1].sentence != w->sentence;

		if (w->fold_len < 2 || merged_in(c, w))
			continue;
		if (dc_marks_has(&particular, i))
			said += 3; /* "your talk", "my question" */
		else if (w->title && dc_names_given(w->fold))
			said += 3; /* somebody whom both know */
		else if (dc_marks_has(&skip, i) || w->langs & langs)
			continue;
		else if (!w->letters || w->capitals > 1 ||
		         (w->title && !start && doc->lang != DC_LANG_DE))
			said += 2; /* a number, a name */
		else
			said++;
	}
	return said;
}
