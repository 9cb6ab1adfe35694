/* latin.c - transliteration by letter, with the few rules that need the next letter.
 *
 * The result is for comparing, not for showing: what several romanisations spell in different
 * ways is made equal later, in match.c.
 */
#include "person/latin.h"

#include <stdint.h>
#include <string.h>

#include <decorum/text.h>
#include "person/latin_indic.h"
#include "text/normal.h"
#include "text/utf8.h"

/* Indexed from the first letter of each block; NULL stays as it is. */
enum { CYRILLIC = 0x430, GREEK = 0x3b1, HIRAGANA = 0x3041, KATAKANA = 0x30a1, HANGUL = 0xac00 };

static const char *const cyrillic[] = {
	/* а */ "a", "b",    "v",  "g", "d",  "e",  "zh", "z",
	"i",         "y",    "k",  "l", "m",  "n",  "o",  "p",
	/* р */ "r", "s",    "t",  "u", "f",  "kh", "ts", "ch",
	"sh",        "shch", "",   "y", "",   "e",  "yu", "ya",
	/* ѐ */ "e", "yo",   "dj", "g", "ye", "z",  "i",  "yi",
	"j",         "lj",   "nj", "c", "k",  "i",  "u",  "dz",
};

static const char *const greek[] = {
	/* α */ "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l",  "m",
	/* ν */ "n", "x", "o", "p", "r", "s", "s", "t",  "y", "f", "ch", "ps", "o",
};

/* Both kana from small a on; katakana are 0x60 further. */
static const char *const kana[] = {
	"a",  "a",  "i",   "i",  "u",  "u",   "e",  "e",   "o",  "o",  "ka", "ga", "ki", "gi", "ku",
	"gu", "ke", "ge",  "ko", "go", "sa",  "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo",
	"ta", "da", "chi", "ji", "",   "tsu", "zu", "te",  "de", "to", "do", "na", "ni", "nu", "ne",
	"no", "ha", "ba",  "pa", "hi", "bi",  "pi", "fu",  "bu", "pu", "he", "be", "pe", "ho", "bo",
	"po", "ma", "mi",  "mu", "me", "mo",  "ya", "ya",  "yu", "yu", "yo", "yo", "ra", "ri", "ru",
	"re", "ro", "wa",  "wa", "i",  "e",   "o",  "n",   "vu", "ka", "ke",
};
enum { SMALL_TSU = 0x3063, SMALL_YA = 0x3083, SMALL_YU = 0x3085, SMALL_YO = 0x3087, LONG = 0x30fc };

/* Hangul syllables are 19 × 21 × 28 in order of these (Revised Romanisation). */
static const char *const leads[] = { "g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
	                             "ss", "",   "j", "jj", "ch", "k", "t", "p", "h" };
static const char *const vowels[] = { "a",  "ae", "ya", "yae", "eo", "e",  "yeo",
	                              "ye", "o",  "wa", "wae", "oe", "yo", "u",
	                              "wo", "we", "wi", "yu",  "eu", "ui", "i" };
static const char *const tails[] = { "",  "k",  "k", "k", "n", "n", "n", "t", "l", "k",
	                             "m", "l",  "l", "l", "p", "l", "m", "p", "p", "t",
	                             "t", "ng", "t", "t", "k", "t", "p", "t" };

/* Family names as their bearers spell them, which is hardly ever the rule. */
static const struct {
	uint32_t syllable;
	const char *latin;
} families[] = {
	{ 0xae40, "kim" },  { 0xc774, "lee" },  { 0xbc15, "park" }, { 0xcd5c, "choi" },
	{ 0xc815, "jung" }, { 0xac15, "kang" }, { 0xc870, "cho" },  { 0xc724, "yoon" },
	{ 0xc7a5, "jang" }, { 0xc784, "lim" },  { 0xd55c, "han" },  { 0xc624, "oh" },
	{ 0xc11c, "seo" },  { 0xc2e0, "shin" }, { 0xad8c, "kwon" }, { 0xd669, "hwang" },
	{ 0xc548, "ahn" },  { 0xc1a1, "song" }, { 0xb958, "ryu" },  { 0xc720, "yoo" },
	{ 0xd64d, "hong" }, { 0xc804, "jeon" }, { 0xace0, "ko" },   { 0xbb38, "moon" },
	{ 0xc591, "yang" }, { 0xc190, "son" },  { 0xbc30, "bae" },  { 0xbc31, "baek" },
	{ 0xd5c8, "heo" },  { 0xb0a8, "nam" },  { 0xc2ec, "shim" }, { 0xb178, "noh" },
	{ 0xd558, "ha" },   { 0xad6c, "koo" },  { 0xc6b0, "woo" },  { 0xc9c4, "jin" },
};

/* Latin letters that no decomposition takes apart. */
static const struct {
	uint32_t c;
	const char *latin;
} letters[] = {
	{ 0xe6, "ae" },  { 0xf8, "o" },   { 0xf0, "d" },  { 0xfe, "th" },
	{ 0x111, "d" },  { 0x127, "h" },  { 0x131, "i" }, { 0x142, "l" },
	{ 0x14b, "ng" }, { 0x153, "oe" }, { 0x259, "e" },
};

static bool hangul(uint32_t c) { return c >= HANGUL && c <= 0xd7a3; }

/* `family`: the syllable begins a word that holds family and given name. */
static void put_hangul(struct dc_buf *out, uint32_t c, bool family)
{
	for (size_t i = 0; family && i < DC_COUNT(families); i++)
		if (families[i].syllable == c) {
			dc_buf_puts(out, families[i].latin);
			dc_buf_putc(out, ' ');
			return;
		}
	uint32_t n = c - HANGUL;

	dc_buf_puts(out, leads[n / 588]);
	dc_buf_puts(out, vowels[n % 588 / 28]);
	dc_buf_puts(out, tails[n % 28]);
}

/* Does a word that begins with a family name begin here?  One of three or four syllables is a
 * whole name, one of two is when it stands alone; one syllable beside other words is nothing but
 * the family name. */
static bool family_first(const char *s, size_t len, size_t total)
{
	size_t syllables = 0, i = 0;

	for (size_t n; i < len; i += n) {
		uint32_t c;

		n = dc_text_decode(&c, s + i, len - i);
		if (!hangul(c))
			break;
		syllables++;
	}
	return syllables >= 3 || (syllables == 2 ? i == total : i < total);
}

static bool is_kana(uint32_t c)
{
	return (c >= HIRAGANA && c < HIRAGANA + DC_COUNT(kana)) ||
	       (c >= KATAKANA && c < KATAKANA + DC_COUNT(kana)) || c == LONG;
}

/* きょ is kyo, しょ is sho: a small y-letter replaces the i before it. */
static void put_kana(struct dc_buf *out, uint32_t c)
{
	if (c == LONG)
		return; /* long vowels are mostly not spelt out */
	if (c >= KATAKANA)
		c -= KATAKANA - HIRAGANA;
	const char *latin = kana[c - HIRAGANA];

	if (c == SMALL_TSU)
		return;
	if ((c == SMALL_YA || c == SMALL_YU || c == SMALL_YO) && out->len > 1 &&
	    out->data[out->len - 1] == 'i') {
		bool soft = strchr("hj", out->data[out->len - 2]) &&
		            (out->data[out->len - 2] == 'j' ||
		             (out->len > 2 && strchr("sc", out->data[out->len - 3])));

		out->data[--out->len] = '\0';
		latin += soft;
	}
	dc_buf_puts(out, latin);
}

/* NULL when the letter is none of these; `next` decides what a soft sign sounds like. */
static const char *letter(uint32_t c, uint32_t next)
{
	if (c == 0x44c || c == 0x44a) /* before е, ё, ю, я, и it separates: Natalya, Vasilyev */
		return next == 0x435 || next == 0x438 ? "y" : "";
	if (c >= CYRILLIC && c < CYRILLIC + DC_COUNT(cyrillic))
		return cyrillic[c - CYRILLIC];
	if (c == 0x491)
		return "g";
	if (c >= GREEK && c < GREEK + DC_COUNT(greek))
		return greek[c - GREEK];
	for (size_t i = 0; i < DC_COUNT(letters); i++)
		if (letters[i].c == c)
			return letters[i].latin;
	return NULL;
}

/* Greek letters with an accent; the rest of that block is not part of names. */
static uint32_t plain_greek(uint32_t c)
{
	static const struct {
		uint16_t accented, plain;
	} all[] = { { 0x3ac, 0x3b1 }, { 0x3ad, 0x3b5 }, { 0x3ae, 0x3b7 }, { 0x3af, 0x3b9 },
		    { 0x3cc, 0x3bf }, { 0x3cd, 0x3c5 }, { 0x3ce, 0x3c9 }, { 0x3ca, 0x3b9 },
		    { 0x3cb, 0x3c5 }, { 0x390, 0x3b9 }, { 0x3b0, 0x3c5 } };

	for (size_t i = 0; i < DC_COUNT(all) && c >= 0x390; i++)
		if (all[i].accented == c)
			return all[i].plain;
	return c;
}

static bool ascii(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s >= 0x80)
			return false;
	return true;
}

void dc_person_latin(struct dc_buf *out, const char *s)
{
	DC_AUTO(dc_buf_clear) struct dc_buf lower = { 0 }, latin = { 0 };
	bool word = false; /* inside a word of Hangul */

	if (ascii(s)) {
		dc_text_fold(out, s, strlen(s));
		return;
	}
	dc_text_lower(&lower, s, strlen(s));
	for (size_t i = 0, n; i < lower.len; i += n) {
		uint32_t c, next = 0;

		n = dc_text_decode(&c, lower.data + i, lower.len - i);
		if (dc_person_is_devanagari(c)) {
			n = dc_person_devanagari(&latin, lower.data + i, lower.len - i);
			word = false;
			continue;
		}
		if (i + n < lower.len)
			(void)dc_text_decode(&next, lower.data + i + n, lower.len - i - n);
		const char *plain = letter(plain_greek(c), next);

		if (plain && *plain == 'y' && latin.len && plain_greek(c) == 0x3c5 &&
		    latin.data[latin.len - 1] == 'o')
			plain = "u"; /* ου */
		if (hangul(c))
			put_hangul(&latin, c,
			           !word && family_first(lower.data + i, lower.len - i, lower.len));
		else if (is_kana(c))
			put_kana(&latin, c);
		else if (plain)
			dc_buf_puts(&latin, plain);
		else
			dc_buf_add(&latin, lower.data + i, n);
		word = hangul(c);
	}
	dc_text_fold(out, dc_buf_str(&latin), latin.len);
}
