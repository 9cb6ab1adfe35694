/* latin_indic.c - a consonant of Devanagari has an "a" behind it unless a sign says otherwise; of
 * those that nobody speaks (Vikas, Kamla), none is spelt.
 */
#include "person/latin_indic.h"

#include <decorum/compiler.h>

#include "text/utf8.h"

enum {
	CHANDRABINDU = 0x901,
	ANUSVARA,
	VISARGA,
	VOWELS = 0x905,
	CONSONANTS = 0x915,
	NUKTA = 0x93c,
	SIGNS = 0x93e,
	VIRAMA = 0x94d,
	DDA = 0x921,
	HA = 0x939,
	LETTERS_MAX = 32,
};

/* अ to औ; what Hindi names do not have is "". */
static const char *const vowels[] = { "a", "a", "i", "i",  "u", "u", "ri", "",
	                              "e", "e", "e", "ai", "o", "o", "o",  "au" };
/* क to ह */
static const char *const consonants[] = {
	"k",  "kh", "g", "gh", "n", "ch", "chh", "j",  "jh", "n",  "t", "th", "d",
	"dh", "n",  "t", "th", "d", "dh", "n",   "n",  "p",  "ph", "b", "bh", "m",
	"y",  "r",  "r", "l",  "l", "l",  "v",   "sh", "sh", "s",  "h",
};
/* ा to ौ, the signs of the vowels from आ on */
static const char *const signs[] = { "a", "i", "i",  "u", "u", "ri", "",  "e",
	                             "e", "e", "ai", "o", "o", "o",  "au" };

/* A consonant with its vowel, or one of them; `nasal`: one of the marks above it. */
struct letter {
	const char *consonant, *vowel;
	bool inherent, nasal;
	uint32_t c;
};

bool dc_person_is_devanagari(uint32_t c) { return c >= 0x900 && c <= 0x963; }

/* One code point more; marks belong to the letter before. */
static void take(struct letter *at, size_t *count, uint32_t c)
{
	struct letter *last = *count ? &at[*count - 1] : NULL;

	if (c >= CONSONANTS && c < CONSONANTS + DC_COUNT(consonants)) {
		if (*count < LETTERS_MAX)
			at[(*count)++] = (struct letter){ consonants[c - CONSONANTS], "a", true,
				                          false, c };
	} else if (c >= VOWELS && c < VOWELS + DC_COUNT(vowels)) {
		if (*count < LETTERS_MAX)
			at[(*count)++] = (struct letter){ "", vowels[c - VOWELS], false, false, c };
	} else if (!last) {
		return;
	} else if (c >= SIGNS && c < SIGNS + DC_COUNT(signs)) {
		last->vowel = signs[c - SIGNS];
		last->inherent = false;
	} else if (c == VIRAMA) {
		last->vowel = "";
		last->inherent = false;
	} else if (c == NUKTA && (last->c == DDA || last->c == DDA + 1)) {
		last->consonant = "r"; /* Chopra is written with a dotted D */
	} else if (c == CHANDRABINDU || c == ANUSVARA) {
		last->nasal = true;
	}
}

/* The "a" is not spoken at the end of a word, nor between one syllable and another. */
static bool is_silent(const struct letter *at, size_t count, size_t i)
{
	if (!at[i].inherent || at[i].nasal || !i)
		return false;
	if (i + 1 == count)
		return true;
	return *at[i - 1].vowel && !at[i - 1].nasal && *at[i + 1].consonant && *at[i + 1].vowel &&
	       !(at[i + 1].inherent && i + 2 == count);
}

size_t dc_person_devanagari(struct dc_buf *out, const char *s, size_t len)
{
	struct letter at[LETTERS_MAX];
	size_t count = 0, i = 0;

	for (size_t n; i < len; i += n) {
		uint32_t c;

		n = dc_text_decode(&c, s + i, len - i);
		if (!dc_person_is_devanagari(c))
			break;
		take(at, &count, c);
	}
	for (size_t k = 0; k < count; k++) {
		if (is_silent(at, count, k))
			at[k].vowel = "";
		dc_buf_puts(out, at[k].consonant);
		dc_buf_puts(out, at[k].vowel);
		if (at[k].nasal)
			dc_buf_puts(out, k + 1 < count && at[k + 1].c == HA ? "ng" : "n");
	}
	return i;
}
