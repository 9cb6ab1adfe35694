/* features.c - hash the words of a note and their neighbours. */
#include "check/learned/features.h"

#include <string.h>

#include <decorum/mem.h>

#include "check/words/names.h"

/* Bytes of a word that its inflections, and its relatives, share. */
static const size_t stems[] = { 4, 6 };

enum { FORMS = 1 + DC_COUNT(stems), TOKENS_MAX = DC_FEATURES_MAX / (2 * FORMS) };

/* A word, a mark of punctuation that says something, or an end of the note. */
struct token {
	uint32_t form[FORMS]; /* hashes of all of it, and of its stems */
	uint16_t from, end;   /* words */
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

static void put(struct tokens *t, const char *s, size_t len, size_t from, size_t end)
{
	if (t->count == TOKENS_MAX)
		return;
	struct token *x = &t->list[t->count++];

	x->from = (uint16_t)from;
	x->end = (uint16_t)end;
	x->form[0] = hashed(fnv_first, s, len);
	for (size_t k = 1; k < FORMS; k++)
		x->form[k] = hashed(fnv_first + (uint32_t)k, s,
		                    len < stems[k - 1] ? len : stems[k - 1]);
}

/* A name within a sentence, whosever it is.  In German all nouns have a capital letter. */
static bool names_somebody(const struct dc_doc *note, size_t i)
{
	const struct dc_word *w = &note->words[i];
	const bool starts = !i || note->words[i - 1].sentence != w->sentence;

	return w->title && !starts &&
	       (note->lang != DC_LANG_DE || w->capitals > 1 || dc_names_given(w->fold));
}

static void put_word(struct tokens *t, const struct dc_doc *note, size_t i,
                     const struct dc_doc *name, const struct dc_doc *company)
{
	const struct dc_word *w = &note->words[i];

	if (w->title && dc_doc_has(name, w->fold))
		put(t, "<you>", 5, i, i + 1);
	else if (w->title && dc_doc_has(company, w->fold))
		put(t, "<yours>", 7, i, i + 1);
	else if (w->fold[0] >= '0' && w->fold[0] <= '9')
		put(t, "<number>", 8, i, i + 1);
	else if (names_somebody(note, i))
		put(t, "<name>", 6, i, i + 1);
	else
		put(t, w->fold, w->fold_len, i, i + 1);
}

/* "?" is how questions are told from tales, "%" and "$" are what pitches count in. */
static void put_marks(struct tokens *t, const struct dc_doc *note, size_t i)
{
	const size_t to = i + 1 < note->word_count ? note->words[i + 1].at.from : note->len;

	for (size_t b = note->words[i].at.to; b < to; b++)
		if (note->text[b] && strchr("?!%$", note->text[b]))
			put(t, &note->text[b], 1, i, i + 1);
}

struct seen {
	unsigned char bit[DC_SLOTS / 8];
};

static void add(struct dc_features *f, struct seen *seen, uint32_t hash, size_t from, size_t end)
{
	/* The upper bits of such a hash are the better ones. */
	const uint32_t slot = (hash ^ hash >> 15) % DC_SLOTS;

	if (f->count == DC_FEATURES_MAX || seen->bit[slot / 8] & 1u << slot % 8)
		return;
	seen->bit[slot / 8] |= (unsigned char)(1u << slot % 8);
	f->list[f->count++] = (struct dc_feature){ (uint16_t)slot, (uint16_t)from, (uint16_t)end };
}

static uint32_t side_by_side(uint32_t a, uint32_t b) { return (a * 0x9e3779b1u) ^ b; }

void dc_features_of(struct dc_features *f, const struct dc_doc *note, const struct dc_doc *name,
                    const struct dc_doc *company)
{
	struct seen seen = { { 0 } };
	struct tokens t;
	const size_t first = note->greeting.words;

	t.count = f->count = 0;
	put(&t, "^", 1, first, first);
	for (size_t i = first; i < note->word_count && i < UINT16_MAX; i++) {
		put_word(&t, note, i, name, company);
		put_marks(&t, note, i);
	}
	put(&t, "$", 1, note->word_count, note->word_count);
	for (size_t i = 0; i < t.count; i++) {
		const struct token *a = &t.list[i], *b = i + 1 < t.count ? a + 1 : NULL;

		for (size_t k = 0; k < FORMS; k++) {
			add(f, &seen, a->form[k], a->from, a->end);
			if (b)
				add(f, &seen, side_by_side(a->form[k], b->form[k]), a->from,
				    b->end);
		}
	}
}
