/* bare.c - names and companies taken to what can be compared. */
#include "person/bare.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <decorum/text.h>
#include "person/latin.h"
#include "person/nick.h"
#include "text/similar.h"

static const char *const titles[] = {
	"phd",   "mba", "pmp",  "cpa",  "cfa", "md",    "dr",   "prof", "jr",   "sr",     "ii",
	"iii",   "esq", "rn",   "pe",   "msc", "bsc",   "ma",   "ba",   "bs",   "ms",     "dds",
	"dphil", "jd",  "llm",  "shrm", "scp", "cissp", "csm",  "pmi",  "acca", "mr",     "mrs",
	"miss",  "ing", "dipl", "eng",  "edd", "mph",   "fcca", "cipd", "aca",  "mbe",    "obe",
	"ret",   "she", "her",  "hers", "he",  "him",   "his",  "they", "them", "theirs",
};

static bool is_title(const char *t)
{
	for (size_t i = 0; i < DC_COUNT(titles); i++)
		if (titles[i][0] == t[0] && !strcmp(titles[i], t))
			return true;
	return false;
}

/* Spellings that differ from country to country and mean one sound: what follows the letter, and
 * the sound. */
enum { LETTERS = 'z' - 'a' + 1, SPELLINGS = 4 };
static const struct sound {
	char rest[3], to[3];
} sounds[LETTERS][SPELLINGS] = {
#define LETTER(c) [(c) - 'a']
	LETTER('a') = { { "e", "a" } },
	LETTER('c') = { { "k", "k" } },
	LETTER('e') = { { "o", "u" } },
	LETTER('k') = { { "h", "h" } },
	LETTER('o') = { { "e", "o" }, { "o", "u" }, { "u", "u" } },
	LETTER('p') = { { "h", "f" } },
	LETTER('u') = { { "e", "u" } },
	LETTER('w') = { { "u", "u" } },
	LETTER('x') = { { "", "ks" } },
	LETTER('y') = { { "eo", "yu" } },
#undef LETTER
};

static bool begins(const char *s, const char *word)
{
	while (*word && *word == *s) {
		word++;
		s++;
	}
	return !*word;
}

/* The sound that s begins with, or NULL. */
static const struct sound *sound_at(const char *s)
{
	if (*s < 'a' || *s > 'z')
		return NULL;
	for (const struct sound *one = sounds[*s - 'a']; *one->to; one++)
		if (begins(s + 1, one->rest))
			return one;
	return NULL;
}

/* One canonical spelling: sounds, y and j as i, w as v, c as k, no letter twice in a row. */
static void canonical(char out[DC_BARE_WORD], const char *s)
{
	size_t n = 0;

	while (*s && n + 2 < DC_BARE_WORD) {
		const struct sound *sound = sound_at(s);
		char one[2] = { *s, 0 };

		if (*s == 'y' || *s == 'j')
			one[0] = 'i';
		else if (*s == 'w')
			one[0] = 'v';
		else if (*s == 'c' && s[1] != 'h')
			one[0] = 'k';
		for (const char *to = sound ? sound->to : one; *to && n + 1 < DC_BARE_WORD; to++) {
			char c = *to == 'y' ? 'i' : *to;

			if (!n || out[n - 1] != c)
				out[n++] = c;
		}
		s += sound ? 1 + strlen(sound->rest) : 1;
	}
	out[n] = '\0';
}

static bool is_letter(const char *s)
{
	unsigned char c = (unsigned char)s[0], d = c ? (unsigned char)s[1] : 0;

	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	/* General punctuation, symbols, wide punctuation and emoji are none; the rest is. */
	return !(c == 0xc2 || (c == 0xe2 && d >= 0x80) || (c == 0xe3 && d == 0x80) ||
	         (c == 0xef && d >= 0xb8) || (c == 0xf0 && d == 0x9f));
}

static void add_token(struct dc_bare_name *n, const char *s, size_t len)
{
	char t[DC_BARE_WORD];

	if (n->count == DC_BARE_WORDS || !len)
		return;
	if (len >= sizeof(t))
		len = sizeof(t) - 1;
	memcpy(t, s, len);
	t[len] = '\0';
	if (is_title(t))
		return;
	memcpy(n->plain[n->count], t, len + 1);
	canonical(n->token[n->count], t);
	const char *root = dc_person_nick_root(t);

	if (root == t)
		memcpy(n->root[n->count], n->token[n->count], DC_BARE_WORD);
	else
		canonical(n->root[n->count], root);
	n->count += *n->token[n->count] != '\0';
}

/* Splits folded Latin text.  Apostrophes join (O'Brien), all else that is no letter parts. */
static void split(struct dc_bare_name *n, const char *s)
{
	char t[DC_BARE_WORD * 4];
	size_t len = 0;
	int depth = 0; /* inside brackets: pronouns, company, a maiden name */

	for (;; s++) {
		depth += *s == '(' || *s == '[';
		if (*s && !depth && is_letter(s)) {
			if (len + 1 < sizeof(t))
				t[len++] = *s;
			while (((unsigned char)s[1] & 0xc0) == 0x80) {
				s++;
				if (len + 1 < sizeof(t))
					t[len++] = *s;
			}
			continue;
		}
		if ((depth > 0) && (*s == ')' || *s == ']'))
			depth--;
		if (*s == '\'' || !strncmp(s, "\xe2\x80\x99", 3)) {
			s += *s == '\'' ? 0 : 2;
			continue;
		}
		add_token(n, t, len);
		len = 0;
		if (!*s)
			return;
		while (((unsigned char)s[1] & 0xc0) == 0x80)
			s++;
	}
}

void dc_person_bare_name(struct dc_bare_name *out, const char *name)
{
	DC_AUTO(dc_buf_clear) struct dc_buf latin = { 0 };

	*out = (struct dc_bare_name){ 0 };
	dc_person_latin(&latin, name);
	split(out, dc_buf_str(&latin));
}

static bool has_digit(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (s[i] >= '0' && s[i] <= '9')
			return true;
	return false;
}

/* The last part is LinkedIn's when it has a digit; two words at least, else it is a handle. */
void dc_person_bare_slug(struct dc_bare_name *out, const char *key)
{
	DC_AUTO(dc_buf_clear) struct dc_buf words = { 0 };

	*out = (struct dc_bare_name){ 0 };
	if (!key || strncmp(key, "in/", 3) != 0)
		return;
	for (const char *s = key + 3; *s;) {
		size_t n = strcspn(s, "-");

		if (!has_digit(s, n)) {
			dc_buf_add(&words, s, n);
			dc_buf_putc(&words, ' ');
		}
		s += n + (s[n] == '-');
	}
	dc_person_bare_name(out, dc_buf_str(&words));
	if (out->count < 2)
		out->count = 0;
}

/* --- companies */

static void without_brackets(struct dc_buf *out, const char *s)
{
	for (int depth = 0; *s; s++) {
		depth += *s == '(' || *s == '[';
		if (!depth)
			dc_buf_putc(out, *s);
		depth -= depth && (*s == ')' || *s == ']');
	}
}

/* Where the last word of s[0..len) begins. */
static size_t last_word(const char *s, size_t len)
{
	while (len > 0 && s[len - 1] != ' ')
		len--;
	return len;
}

/* What is left of s[0..len) without "b v", "s a", "s r l", "pty" at its end; dc_similar_company
 * has taken the forms that are one word. */
static size_t without_form(const char *s, size_t len)
{
	size_t letters = len, count = 0;

	for (size_t at; (at = last_word(s, letters)) > 0 && letters - at == 1; count++)
		letters = at - 1;
	if (count >= 2)
		return letters;
	return len > 4 && !memcmp(s + len - 4, " pty", 4) ? len - 4 : len;
}

/* Letters and digits only. */
static void put_bare(char *out, size_t size, const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len && n + 1 < size; i++)
		if ((unsigned char)s[i] >= 0x80 || (s[i] >= 'a' && s[i] <= 'z') ||
		    (s[i] >= '0' && s[i] <= '9'))
			out[n++] = s[i];
	out[n] = '\0';
}

void dc_person_bare_company(struct dc_bare_company *out, const char *company)
{
	DC_AUTO(dc_buf_clear) struct dc_buf outside = { 0 }, latin = { 0 }, name = { 0 };
	char all[DC_BARE_COMPANY];

	*out = (struct dc_bare_company){ 0 };
	if (!company || !*company)
		return;
	without_brackets(&outside, company);
	dc_person_latin(&latin, dc_buf_str(&outside));
	dc_similar_company(&name, dc_buf_str(&latin));
	put_bare(all, sizeof(all), dc_buf_str(&latin), latin.len);
	put_bare(out->name, sizeof(out->name), dc_buf_str(&name),
	         without_form(dc_buf_str(&name), name.len));
	size_t n = strlen(out->name);

	if (!strncmp(all, out->name, n))
		snprintf(out->form, sizeof(out->form), "%.*s", DC_BARE_FORM - 1, all + n);
}
