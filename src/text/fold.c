/* fold.c - text folded for comparison. */
#include <decorum/text.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include <decorum/mem.h>

#include "text/utf8.h"

/* Marks that only decorate a letter.  Others carry meaning (Devanagari vowels). */
static bool is_decoration(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36f) || (c >= 0x64b && c <= 0x65f) || c == 0x670 || c == 0x640;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 ||
	       (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
	       c == 0x205f || c == 0x3000 || c == 0xfeff;
}

struct sink {
	struct dc_buf *out;
	size_t start;
	bool gap; /* white space was seen and not yet written */
};

static void put_gap(struct sink *k)
{
	if (k->gap && k->out->len > k->start)
		dc_buf_putc(k->out, ' ');
	k->gap = false;
}

static void put(struct sink *k, uint32_t c, const char *s, size_t n)
{
	if (is_blank(c)) {
		k->gap = true;
		return;
	}
	if (is_decoration(c))
		return;
	put_gap(k);
	dc_buf_add(k->out, s, n);
}

static void put_all(struct sink *k, const char *s, size_t len)
{
	for (size_t i = 0; i < len;) {
		uint32_t c;
		size_t step = dc_text_decode(&c, s + i, len - i);

		put(k, c, s + i, step);
		i += step;
	}
}

/* --- the way of most names and notes: letter by letter, without the library
 *
 * Letters whose folded form does not depend on their neighbours, "" where it is none of these.
 * A test holds them against the library. */
enum { LATIN = 0xc0, GREEK = 0x386, CYRILLIC = 0x400, VIETNAMESE = 0x1ea0 };

/* clang-format off */
static const char latin[][4] = {
	"a", "a", "a", "a", "a", "a", "æ", "c", "e", "e", "e", "e", "i", "i", "i", "i", "ð", "n",
	"o", "o", "o", "o", "o", "×", "ø", "u", "u", "u", "u", "y", "þ", "ss", "a", "a", "a", "a",
	"a", "a", "æ", "c", "e", "e", "e", "e", "i", "i", "i", "i", "ð", "n", "o", "o", "o", "o",
	"o", "÷", "ø", "u", "u", "u", "u", "y", "þ", "y", "a", "a", "a", "a", "a", "a", "c", "c",
	"c", "c", "c", "c", "c", "c", "d", "d", "đ", "đ", "e", "e", "e", "e", "e", "e", "e", "e",
	"e", "e", "g", "g", "g", "g", "g", "g", "g", "g", "h", "h", "ħ", "ħ", "i", "i", "i", "i",
	"i", "i", "i", "i", "i", "ı", "ij", "ij", "j", "j", "k", "k", "ĸ", "l", "l", "l", "l",
	"l", "l", "l·", "l·", "ł", "ł", "n", "n", "n", "n", "n", "n", "ʼn", "ŋ", "ŋ", "o", "o",
	"o", "o", "o", "o", "œ", "œ", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
	"s", "s", "t", "t", "t", "t", "ŧ", "ŧ", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u",
	"u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};
static const char greek[][4] = {
	"α", "·", "ε", "η", "ι", "΋", "ο", "΍", "υ", "ω", "ι", "α", "β", "γ", "δ", "ε", "ζ", "η",
	"θ", "ι", "κ", "λ", "μ", "ν", "ξ", "ο", "π", "ρ", "΢", "σ", "τ", "υ", "φ", "χ", "ψ", "ω",
	"ι", "υ", "α", "ε", "η", "ι", "υ", "α", "β", "γ", "δ", "ε", "ζ", "η", "θ", "ι", "κ", "λ",
	"μ", "ν", "ξ", "ο", "π", "ρ", "σ", "σ", "τ", "υ", "φ", "χ", "ψ", "ω", "ι", "υ", "ο", "υ",
	"ω",
};
static const char cyrillic[][4] = {
	"е", "е", "ђ", "г", "є", "ѕ", "і", "і", "ј", "љ", "њ", "ћ", "к", "и", "у", "џ", "а", "б",
	"в", "г", "д", "е", "ж", "з", "и", "и", "к", "л", "м", "н", "о", "п", "р", "с", "т", "у",
	"ф", "х", "ц", "ч", "ш", "щ", "ъ", "ы", "ь", "э", "ю", "я", "а", "б", "в", "г", "д", "е",
	"ж", "з", "и", "и", "к", "л", "м", "н", "о", "п", "р", "с", "т", "у", "ф", "х", "ц", "ч",
	"ш", "щ", "ъ", "ы", "ь", "э", "ю", "я", "е", "е", "ђ", "г", "є", "ѕ", "і", "і", "ј", "љ",
	"њ", "ћ", "к", "и", "у", "џ",
};
static const char vietnamese[][4] = {
	"a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a",
	"a", "a", "a", "a", "a", "a", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e",
	"e", "e", "e", "e", "i", "i", "i", "i", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o",
	"o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "u", "u", "u", "u",
	"u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "y", "y", "y", "y", "y", "y", "y", "y",
};
/* clang-format on */

/* Arabic letters that carry a hamza or a madda. */
enum { HAMZA = 0x622 };
static const char hamza[][4] = { "ا", "ا", "و", "ا", "ي" };

/* Letters and signs that are folded already. */
static bool folds_to_itself(uint32_t c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) || /* Han, Hangul */
	       (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa) || c == 0x30fc ||
	       (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) || /* 、。「」 */
	       (c >= 0x900 && c <= 0x939) || (c >= 0x93e && c <= 0x94d) ||     /* Devanagari */
	       (c >= 0x5d0 && c <= 0x5ea) ||                                   /* Hebrew */
	       c == 0x621 || (c >= 0x627 && c <= 0x63a) || (c >= 0x641 && c <= 0x64a) ||
	       c == 0x60c || c == 0x61b || c == 0x61f ||                        /* ، ؛ ؟ */
	       c == 0xa1 || c == 0xab || c == 0xb7 || c == 0xbb || c == 0xbf || /* ¡ « · » ¿ */
	       c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201c ||
	       c == 0x201d || (c >= 0x1f300 && c <= 0x1faff);
}

static const char *folded_letter(uint32_t c)
{
	const char *f = "";

	if (c >= LATIN && c < LATIN + DC_COUNT(latin))
		f = latin[c - LATIN];
	else if (c >= CYRILLIC && c < CYRILLIC + DC_COUNT(cyrillic))
		f = cyrillic[c - CYRILLIC];
	else if (c >= GREEK && c < GREEK + DC_COUNT(greek))
		f = greek[c - GREEK];
	else if (c >= VIETNAMESE && c < VIETNAMESE + DC_COUNT(vietnamese))
		f = vietnamese[c - VIETNAMESE];
	else if (c >= HAMZA && c < HAMZA + DC_COUNT(hamza))
		f = hamza[c - HAMZA];
	return *f ? f : NULL;
}

/* ASCII as wide as Han. */
static bool is_wide(uint32_t c) { return c > 0xff00 && c < 0xff5f; }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c; }

/* Folds one of such letters; false when it is any other. */
static bool fold_letter(struct sink *k, uint32_t c, const char *s, size_t n)
{
	const char *f = folded_letter(c);

	if (is_blank(c)) {
		k->gap = true;
		return true;
	}
	if (c >= 0x300 && c <= 0x33f) /* marks that are left out anyway */
		return true;
	if (!f && !folds_to_itself(c) && !is_wide(c))
		return false;
	put_gap(k);
	if (f)
		dc_buf_puts(k->out, f);
	else if (is_wide(c))
		dc_buf_putc(k->out, lower((char)(c - 0xfee0)));
	else
		dc_buf_add(k->out, s, n);
	return true;
}

/* Folds a run of such letters; false, and nothing written, when there is any other. */
static bool fold_letters(struct sink *k, const char *s, size_t len)
{
	const size_t before = k->out->len;
	const bool gap = k->gap;

	for (size_t i = 0, n; i < len; i += n) {
		uint32_t c;

		n = dc_text_decode(&c, s + i, len - i);
		if (fold_letter(k, c, s + i, n))
			continue;
		k->out->len = before;
		if (k->out->data)
			k->out->data[before] = '\0';
		k->gap = gap;
		return false;
	}
	return true;
}

/* A run beyond ASCII. */
static void fold_run(struct sink *k, const char *s, size_t len)
{
	if (fold_letters(k, s, len))
		return;
	DC_AUTO(dc_buf_clear) struct dc_buf bare = { 0 };
	size_t n = 0, m = 0;
	/* NFKD first, so that the marks stand apart and can be left out … */
	uint8_t *folded = u8_casefold((const uint8_t *)s, len, NULL, UNINORM_NFKD, NULL, &n);

	if (!folded && errno == ENOMEM)
		dc_exhausted();
	if (!folded) { /* not UTF-8: compare the bytes */
		put_gap(k);
		dc_buf_add(k->out, s, len);
		return;
	}
	for (size_t i = 0; i < n;) {
		uint32_t c;
		size_t step = dc_text_decode(&c, (char *)folded + i, n - i);

		if (!is_decoration(c))
			dc_buf_add(&bare, (char *)folded + i, step);
		i += step;
	}
	free(folded);
	/* … then composed again, so that Hangul and kana are their usual letters. */
	uint8_t *whole = u8_normalize(UNINORM_NFKC, (const uint8_t *)dc_buf_str(&bare), bare.len,
	                              NULL, &m);

	if (!whole && errno == ENOMEM)
		dc_exhausted();
	if (whole)
		put_all(k, (char *)whole, m);
	free(whole);
}

/* Most of ASCII: no blank, and nothing that controls. */
static bool is_plain(char c) { return c > ' ' && (unsigned char)c < 0x80; }

/* Folds what is ASCII at the start of s, or a part of it, and answers how much that is. */
static size_t fold_ascii(struct sink *k, const char *s, size_t len)
{
	char part[256];
	size_t i = 0, n = 0;

	while (i < len && (unsigned char)s[i] < 0x80 && n + 2 <= sizeof(part)) {
		if (is_blank((unsigned char)s[i])) {
			k->gap = true;
			i++;
			continue;
		}
		if (k->gap && k->out->len + n > k->start)
			part[n++] = ' ';
		k->gap = false;
		part[n++] = lower(s[i++]);
		while (i < len && is_plain(s[i]) && n < sizeof(part))
			part[n++] = lower(s[i++]);
	}
	dc_buf_add(k->out, part, n);
	return i;
}

/* ASCII goes past the library: no mark that composes with an ASCII letter is kept, so
 * neither side of the border looks at the other. */
void dc_text_fold(struct dc_buf *out, const char *s, size_t len)
{
	struct sink k = { .out = out, .start = out->len };

	for (size_t i = 0; i < len;) {
		i += fold_ascii(&k, s + i, len - i);
		size_t from = i;

		while (i < len && (unsigned char)s[i] >= 0x80)
			i++;
		if (i > from)
			fold_run(&k, s + from, i - from);
	}
}

bool dc_text_word_prefix(const char *hay, const char *needle)
{
	size_t n = strlen(needle);

	for (const char *p = hay; p; p = strchr(p, ' '), p = p ? p + 1 : NULL)
		if (!strncmp(p, needle, n))
			return true;
	return n == 0;
}
