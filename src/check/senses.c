/* senses.c - find the concepts of a note. */
#include "check/senses.h"

#include <string.h>

#include <decorum/mem.h>

enum {
	WORDS_MAX = 512, /* more words are not looked at: no note has so many */
	SHORT = 8,       /* too few words to trust the guess of the language */
	SURE = 2,        /* so many words that only that language has */
};

static void add(struct dc_senses *s, enum dc_concept concept, size_t from, size_t end)
{
	if (s->count == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 128;
		s->senses = dc_grow(s->senses, s->cap, sizeof(*s->senses));
	}
	if (!s->count)
		s->senses[s->count++] = (struct dc_sense){ 0 };
	if (s->count < UINT16_MAX)
		s->senses[s->count++] = (struct dc_sense){ .from = (uint16_t)from,
			                                   .end = (uint16_t)end,
			                                   .concept = (uint8_t) concept };
}

struct taker {
	struct dc_senses *s;
	unsigned langs; /* that the note may be in */
};

/* English terms are at home everywhere, but not what it says of the past: German "was". */
static void take(void *data, enum dc_concept concept, size_t from, size_t end, unsigned langs)
{
	const struct taker *t = data;

	if (concept != DC_C_PAST || langs & t->langs)
		add(t->s, concept, from, end);
}

static bool starts_with(const char *s, size_t len, const char *start)
{
	return len >= strlen(start) && !memcmp(s, start, strlen(start));
}

/* "30 %", "30%", "$500", "10k": what a number counts shows in the text around it. */
static void add_number(struct dc_senses *s, size_t i)
{
	const struct dc_doc *doc = s->doc;
	const struct dc_word *w = &doc->words[i];
	const char *behind = doc->text + w->at.to;
	size_t left = doc->len - w->at.to;

	if (w->fold[0] < '0' || w->fold[0] > '9')
		return;
	add(s, DC_C_NUMBER, i, i + 1);
	for (; left && (*behind == ' ' || starts_with(behind, left, "\u00a0") ||
	                starts_with(behind, left, "\u202f"));
	     left--)
		behind++;
	const bool before = w->at.from && strchr("$", doc->text[w->at.from - 1]);

	if (left && *behind == '%')
		add(s, DC_C_PERCENT, i, i + 1);
	if (before || starts_with(behind, left, "\u20ac") || starts_with(behind, left, "\u00a3") ||
	    (w->at.from > 2 && (starts_with(doc->text + w->at.from - 3, 3, "\u20ac") ||
	                        starts_with(doc->text + w->at.from - 2, 2, "\u00a3"))))
		add(s, DC_C_MONEY, i, i + 1);
}

/* Bytes of a quotation mark at s; *closes is what ends the quotation. */
static size_t opens_quote(const char *s, size_t left, const char **closes)
{
	static const struct {
		const char *open, *close;
	} pairs[] = { { "\"", "\"" },
		      { "\u201c", "\u201d" },
		      { "\u201e", "\u201c" },
		      { "\u00ab", "\u00bb" } };

	if (!strchr("\"\xc2\xe2", *s) || !*s)
		return 0; /* none of them begins so */
	for (size_t i = 0; i < DC_COUNT(pairs); i++)
		if (starts_with(s, left, pairs[i].open)) {
			*closes = pairs[i].close;
			return strlen(pairs[i].open);
		}
	return 0;
}

/* Marks what stands in quotation marks: the words of somebody else, or a title. */
static void mark_quotes(const struct dc_doc *doc, struct dc_marks *m)
{
	size_t word = 0;

	for (size_t i = 0, n; i < doc->len; i += n ? n : 1) {
		const char *closes, *end;

		n = opens_quote(doc->text + i, doc->len - i, &closes);
		if (!n)
			continue;
		for (end = doc->text + i + n; end < doc->text + doc->len; end++)
			if (starts_with(end, doc->len - (size_t)(end - doc->text), closes))
				break;
		if (end == doc->text + doc->len)
			return;
		const size_t to = (size_t)(end - doc->text);

		while (word < doc->word_count && doc->words[word].at.from < i)
			word++;
		for (; word < doc->word_count && doc->words[word].at.from < to; word++)
			dc_marks_set(m, word);
		n = to - i + strlen(closes);
	}
}

void dc_senses_init(struct dc_senses *s, const struct dc_doc *doc, const struct dc_doc *company)
{
	const unsigned every = (1u << DC_LANG_KNOWN) - 1;

	*s = (struct dc_senses){ .doc = doc };
	if (!doc->valid || doc->lang == DC_LANG_OTHER)
		return;
	size_t votes;

	dc_doc_lang(doc, 0, doc->word_count, &votes);
	const unsigned langs = doc->lang == DC_LANG_UNKNOWN || votes < SURE ||
	                                       doc->word_count < SHORT
	                               ? every
	                               : dc_doc_langs(doc);
	struct taker taker = { s, langs };

	mark_quotes(doc, &s->quoted);
	for (size_t i = doc->greeting.words; i < doc->word_count && i < WORDS_MAX; i++) {
		const struct dc_word *w = &doc->words[i];

		if (dc_marks_has(&s->quoted, i))
			continue;
		/* "Best For You Organics": a name says nothing. */
		if (w->title && dc_doc_has(company, w->fold)) {
			add(s, DC_C_COMPANY, i, i + 1);
			continue;
		}
		add_number(s, i);
		dc_lexicon_look_up(doc, i, langs | 1u << DC_LANG_EN, take, &taker);
	}
	for (size_t i = s->count; i-- > 1;) {
		s->senses[i].next = s->first[s->senses[i].concept];
		s->first[s->senses[i].concept] = (uint16_t)i;
	}
}

void dc_senses_clear(struct dc_senses *s)
{
	dc_free(s->senses);
	*s = (struct dc_senses){ 0 };
}

const struct dc_sense *dc_senses_of(const struct dc_senses *s, enum dc_concept concept)
{
	return s->first[concept] ? &s->senses[s->first[concept]] : NULL;
}

const struct dc_sense *dc_senses_next(const struct dc_senses *s, const struct dc_sense *sense)
{
	return sense->next ? &s->senses[sense->next] : NULL;
}

size_t dc_senses_count(const struct dc_senses *s, enum dc_concept concept)
{
	size_t n = 0;

	for (const struct dc_sense *x = dc_senses_of(s, concept); x; x = dc_senses_next(s, x))
		n++;
	return n;
}

bool dc_senses_at(const struct dc_senses *s, enum dc_concept concept, struct dc_span *at)
{
	const struct dc_sense *x = dc_senses_of(s, concept);

	if (x)
		*at = (struct dc_span){ s->doc->words[x->from].at.from,
			                s->doc->words[x->end - 1].at.to };
	return x;
}

void dc_senses_mark(const struct dc_senses *s, enum dc_concept concept, struct dc_marks *m)
{
	for (const struct dc_sense *x = dc_senses_of(s, concept); x; x = dc_senses_next(s, x))
		for (size_t i = x->from; i < x->end; i++)
			dc_marks_set(m, i);
}
