/* lexicon.c - look words up in the sorted table of phrases.
 *
 * All keys that begin alike stand together.  A look-up narrows that range byte by byte, so it
 * costs what the word is long, however many phrases there are.
 */
#include "check/words/lexicon.h"

#include <string.h>

#include <decorum/mem.h>

/* One meaning of a key: where that starts among the keys, and a bit for each language that has it.
 * The concepts stand beside them: looking for a key needs none, so they stay on disk. */
enum { LANG_BITS = 6 };
#define ROW(key, langs) ((key) << LANG_BITS | (langs))

#include "gen/lexicon.inc"

_Static_assert(DC_CONCEPTS <= UINT8_MAX, "a concept fits a byte");
_Static_assert((int)DC_LANG_KNOWN <= (int)LANG_BITS, "so do the languages their bits");
_Static_assert(sizeof(keys) < UINT32_MAX >> LANG_BITS, "and the keys theirs");

/* Byte `depth` of the key of a row. */
static unsigned char byte_of(size_t row, size_t depth)
{
	return keys[(rows[row] >> LANG_BITS) + depth];
}

enum {
	GAP = 4, /* "..." stands for so many words at most */
	ASCII = 128,
};

/* Rows [lo, hi) whose keys have the same first `depth` bytes. */
struct range {
	size_t lo, hi, depth;
};

struct look {
	const struct dc_doc *doc;
	unsigned langs;
	size_t start; /* the word where the phrase starts */
	dc_meaning_fn *fn;
	void *data;
};

static size_t first_from(const struct range *r, unsigned byte)
{
	size_t lo = r->lo, hi = r->hi;

	while (lo < hi) {
		const size_t mid = lo + (hi - lo) / 2;

		if (byte_of(mid, r->depth) < byte)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The keys that go on with that byte. */
static bool narrow(struct range *out, const struct range *r, unsigned char byte)
{
	/* Where two bytes of ASCII begin is known without looking all over the table. */
	const unsigned lead = r->depth ? byte_of(r->lo, 0) : byte;

	if (r->depth < 2 && lead < ASCII - 1 && byte < ASCII - 1) {
		const size_t at = r->depth ? lead * ASCII + byte : lead * ASCII;
		const size_t next = r->depth ? at + 1 : at + ASCII;

		*out = (struct range){ first[at], first[next], r->depth + 1 };
		return out->lo < out->hi;
	}
	if (byte_of(r->lo, r->depth) > byte || byte_of(r->hi - 1, r->depth) < byte)
		return false;
	const size_t lo = first_from(r, byte);
	const size_t hi = first_from(&(struct range){ lo, r->hi, r->depth }, byte + 1u);

	*out = (struct range){ lo, hi, r->depth + 1 };
	return lo < hi;
}

static void match_word(const struct look *l, struct range r, size_t i, size_t byte);

/* A word of the key has fitted; word i of the note comes next. */
static void match_rest(const struct look *l, struct range r, size_t i)
{
	struct range next;

	if (narrow(&next, &r, '\0'))
		for (size_t k = next.lo; k < next.hi; k++)
			if (rows[k] & l->langs)
				l->fn(l->data, (enum dc_concept)concepts[k], l->start, i,
				      rows[k] & ((1u << LANG_BITS) - 1));
	if (narrow(&next, &r, ' '))
		match_word(l, next, i, 0);
}

static void match_word(const struct look *l, struct range r, size_t i, size_t byte)
{
	const struct dc_doc *doc = l->doc;
	struct range next;

	if (i >= doc->word_count || doc->words[i].sentence != doc->words[l->start].sentence)
		return;
	if (narrow(&next, &r, '~') && narrow(&next, &next, ' '))
		for (size_t skip = 0; skip <= GAP; skip++)
			match_word(l, next, i + skip, 0);
	if (narrow(&next, &r, '_'))
		match_rest(l, next, i + 1);
	for (const char *s = doc->words[i].fold + byte; *s; s++) {
		if (narrow(&next, &r, '*'))
			match_rest(l, next, i + 1);
		if (!narrow(&r, &r, (unsigned char)*s))
			return;
	}
	if (narrow(&next, &r, '*'))
		match_rest(l, next, i + 1);
	match_rest(l, r, i + 1);
}

/* In German the last part of a compound says what it is: "Chemieunternehmen". */
static void look_up_compound(const struct look *l)
{
	enum { FIRST = 3, LAST = 5 }; /* bytes that each part has at least */
	const struct dc_word *w = &l->doc->words[l->start];
	const struct look last = { l->doc, 1u << DC_LANG_DE, l->start, l->fn, l->data };

	if (!(l->langs & last.langs) || l->doc->lang != DC_LANG_DE || !w->title)
		return;
	for (size_t at = FIRST; at + LAST <= w->fold_len; at++)
		match_word(&last, (struct range){ 0, DC_COUNT(rows), 0 }, l->start, at);
}

void dc_lexicon_look_up(const struct dc_doc *doc, size_t i, unsigned langs, dc_meaning_fn *fn,
                        void *data)
{
	const struct look l = { doc, langs, i, fn, data };
	const struct range all = { 0, DC_COUNT(rows), 0 };
	const char *elided = strchr(doc->words[i].fold, '\'');

	match_word(&l, all, i, 0);
	/* "L'offre", "d'équipe": the word behind counts as well. */
	if (elided)
		match_word(&l, all, i, (size_t)(elided + 1 - doc->words[i].fold));
	look_up_compound(&l);
}
