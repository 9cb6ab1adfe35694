/* features.c - hash the words of a note and their neighbours. */
#include "check/learned/features.h"

#include <string.h>

#include <decorum/mem.h>

#include "check/words/names.h"

/* Bytes of a word that its inflections, and its relatives, share. */
static const size_t starts[DC_FORMS - 1] = { 4, 6 };

enum { TOKENS_MAX = DC_FEATURES_MAX / (2 * DC_FORMS) };

/* A word, a mark of punctuation that says something, or an end of the note. */
struct token {
	uint32_t form[DC_FORMS];
	uint16_t from, end; /* words */
};

struct tokens {
	size_t count;
	struct token list[TOKENS_MAX];
};

/* FNV-1a, with its own prime and first value. */
enum { FNV_PRIME = 16777619 };
static const uint32_t fnv_first = 2166136261u;

static uint32_t hashed(uint32_t h, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * FNV_PRIME;
	return h;
}

uint32_t dc_features_hash(const char *s) { return hashed(fnv_first, s, strlen(s)); }
uint32_t dc_features_pair(uint32_t a, uint32_t b) { return (a * 0x9e3779b1u) ^ b; }

static void hash_forms(uint32_t form[DC_FORMS], const char *s, size_t len)
{
	form[0] = hashed(fnv_first, s, len);
	for (uint32_t k = 1; k < DC_FORMS; k++)
		form[k] = hashed(fnv_first + k, s, len < starts[k - 1] ? len : starts[k - 1]);
}

static bool capitals_only(const struct dc_doc *note, size_t i)
{
	return i < note->word_count && note->words[i].letters > 1 &&
	       note->words[i].capitals == note->words[i].letters;
}

/* Word i is shouted along with its neighbour. */
static bool shouted(const struct dc_doc *note, size_t i)
{
	return capitals_only(note, i) &&
	       ((i && capitals_only(note, i - 1)) || capitals_only(note, i + 1));
}

/* A name within a sentence, whosever it is.  In German all nouns have a capital letter. */
static bool names_somebody(const struct dc_doc *note, size_t i)
{
	const struct dc_word *w = &note->words[i];
	const bool begins = !i || note->words[i - 1].sentence != w->sentence;

	return w->title && !begins && !shouted(note, i) &&
	       (note->lang != DC_LANG_DE || w->capitals > 1 || dc_names_given(w->fold));
}

void dc_features_word(uint32_t form[DC_FORMS], const struct dc_doc *note, size_t i,
                      const struct dc_doc *name, const struct dc_doc *company)
{
	const struct dc_word *w = &note->words[i];

	if (w->title && dc_doc_has(name, w->fold))
		hash_forms(form, "<you>", 5);
	else if (w->title && dc_doc_has(company, w->fold))
		hash_forms(form, "<yours>", 7);
	else if (w->fold[0] >= '0' && w->fold[0] <= '9')
		hash_forms(form, "<number>", 8);
	else if (names_somebody(note, i))
		hash_forms(form, "<name>", 6);
	else
		hash_forms(form, w->fold, w->fold_len);
}

static struct token *next(struct tokens *t, size_t from, size_t end)
{
	struct token *x = &t->list[t->count < TOKENS_MAX ? t->count++ : TOKENS_MAX - 1];

	x->from = (uint16_t)from;
	x->end = (uint16_t)end;
	return x;
}

static void put(struct tokens *t, char mark, size_t from, size_t end)
{
	hash_forms(next(t, from, end)->form, &mark, 1);
}

/* "?" is how questions are told from tales, "%" and "$" are what pitches count in. */
static void put_marks(struct tokens *t, const struct dc_doc *note, size_t i)
{
	const size_t to = i + 1 < note->word_count ? note->words[i + 1].at.from : note->len;

	for (size_t b = note->words[i].at.to; b < to; b++)
		if (note->text[b] && strchr("?!%$", note->text[b]))
			put(t, note->text[b], i, i + 1);
}

void dc_features_clear(struct dc_features *f)
{
	f->count = 0;
	memset(f->table, 0, sizeof(f->table));
}

void dc_features_add(struct dc_features *f, uint32_t hash, size_t from, size_t end)
{
	/* The upper bits of such a hash are the better ones. */
	const uint32_t slot = (hash ^ hash >> 15) % DC_SLOTS;

	size_t at = slot % DC_FEATURES_TABLE;

	for (; f->table[at]; at = (at + 1) % DC_FEATURES_TABLE)
		if (f->list[f->table[at] - 1].slot == slot)
			return;
	if (f->count == DC_FEATURES_MAX)
		return;
	f->list[f->count++] = (struct dc_feature){ (uint16_t)slot, (uint16_t)from, (uint16_t)end };
	f->table[at] = (uint16_t)f->count;
}

void dc_features_of(struct dc_features *f, const struct dc_doc *note, const struct dc_doc *name,
                    const struct dc_doc *company)
{
	struct tokens t;
	const size_t first = note->greeting.words;

	dc_features_clear(f);
	t.count = 0;
	put(&t, '^', first, first);
	for (size_t i = first; i < note->word_count && t.count < TOKENS_MAX; i++) {
		dc_features_word(next(&t, i, i + 1)->form, note, i, name, company);
		put_marks(&t, note, i);
	}
	put(&t, '$', note->word_count, note->word_count);
	for (size_t i = 0; i < t.count; i++) {
		const struct token *a = &t.list[i], *b = i + 1 < t.count ? a + 1 : NULL;

		for (size_t k = 0; k < DC_FORMS; k++) {
			dc_features_add(f, a->form[k], a->from, a->end);
			if (b)
				dc_features_add(f, dc_features_pair(a->form[k], b->form[k]),
				                a->from, b->end);
		}
	}
}
