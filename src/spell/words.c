/* words.c - which words a dictionary is asked about: none that it cannot know. */
#include "spell/spell.h"

#include <string.h>

enum { SHORTEST = 3 };

static bool blank(char c) { return strchr(" \t\r\n", c) != NULL; } /* NUL, too */

/* What stands between blanks around the word. */
static struct dc_span token_of(const struct dc_doc *doc, struct dc_span at)
{
	while (at.from && !blank(doc->text[at.from - 1]))
		at.from--;
	while (at.to < doc->len && !blank(doc->text[at.to]))
		at.to++;
	return at;
}

static bool ascii_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

/* Addresses, handles, hashtags, placeholders, "C++17", "and/or", "node.js". */
static bool technical(const struct dc_doc *doc, struct dc_span token)
{
	for (size_t i = token.from; i < token.to; i++) {
		const char c = doc->text[i];

		if (strchr("@#/\\_[]{}<>$%=+&*~^|0123456789", c) ||
		    ((c == '.' || c == ':') && i + 1 < token.to && ascii_letter(doc->text[i + 1])))
			return true;
	}
	return false;
}

/* Code points that are no letters. */
static size_t others(const struct dc_doc *doc, const struct dc_word *w)
{
	size_t n = 0;

	for (size_t i = w->at.from; i < w->at.to; i++)
		n += ((unsigned char)doc->text[i] & 0xc0) != 0x80;
	return n - w->letters;
}

/* "don't", "l’enquête": one apostrophe at most is part of a word. */
static bool plain(const struct dc_doc *doc, const struct dc_word *w)
{
	const size_t n = others(doc, w);

	return n == 0 || (n == 1 && strchr(w->fold, '\''));
}

static bool begins_sentence(const struct dc_doc *doc, size_t word)
{
	return !word || doc->words[word - 1].sentence != doc->words[word].sentence ||
	       (doc->greeting.present && word == doc->greeting.words);
}

/* The capital words at the end: who signs. */
static bool signs(const struct dc_doc *doc, size_t word)
{
	while (word < doc->word_count && doc->words[word].title)
		word++;
	return word == doc->word_count;
}

static bool name_like(const struct dc_doc *doc, size_t word)
{
	const struct dc_word *w = &doc->words[word];

	if (word >= doc->greeting.name_from && word < doc->greeting.name_to)
		return true;
	if (w->capitals > (w->title ? 1 : 0))
		return true; /* "NASA", "iPhone", "PostgreSQL" */
	return w->title &&
	       (signs(doc, word) || (doc->lang != DC_LANG_DE && !begins_sentence(doc, word)));
}

/* "multi-" of "multi-tenant" is no word by itself. */
static bool first_part(const struct dc_doc *doc, struct dc_span at)
{
	return at.to < doc->len && doc->text[at.to] == '-';
}

static bool listed(const char *own, const struct dc_word *w)
{
	for (const char *s = own; (s = strstr(s, w->fold)); s++)
		if (s != own && s[-1] == '\n' && s[w->fold_len] == '\n')
			return true;
	return false;
}

bool dc_spell_askable(const struct dc_doc *doc, size_t word, const char *own)
{
	const struct dc_word *w = &doc->words[word];

	return w->letters >= SHORTEST && !w->langs && plain(doc, w) && !name_like(doc, word) &&
	       !first_part(doc, w->at) && !technical(doc, token_of(doc, w->at)) && !listed(own, w);
}

void dc_spell_own(struct dc_buf *out, const char *words, size_t len)
{
	dc_buf_putc(out, '\n');
	for (size_t at = 0; at < len;) {
		const char *end = memchr(words + at, '\n', len - at);
		const size_t n = end ? (size_t)(end - words) - at : len - at;

		if (dc_text_valid(words + at, n, NULL) && !memchr(words + at, '\0', n))
			dc_text_fold(out, words + at, n);
		dc_buf_putc(out, '\n');
		at += n + 1;
	}
}
