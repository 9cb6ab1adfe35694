/* answer.c - reading what hunspell -a says: a banner, then for each line that was asked some
 * lines of answers and an empty one.
 *
 *   *  +  -          known
 *   & word n at: a, b, c    not known, with suggestions
 *   # word at        not known
 */
#include "spell/spell.h"

#include <stdlib.h>
#include <string.h>

enum { SUGGESTION_MAX = 100 };

struct lines {
	const char *text;
	size_t len, at;
};

/* False past the end; a line that is not ended does not count. */
static bool next_line(struct lines *l, struct dc_span *out)
{
	const char *end = l->at < l->len ? memchr(l->text + l->at, '\n', l->len - l->at) : NULL;

	if (!end)
		return false;
	*out = (struct dc_span){ l->at, (size_t)(end - l->text) };
	l->at = out->to + 1;
	if (out->to > out->from && l->text[out->to - 1] == '\r')
		out->to--;
	return true;
}

static bool presentable(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)s[i] < 0x20 || s[i] == 0x7f)
			return false;
	return len && len <= SUGGESTION_MAX && dc_text_valid(s, len, NULL);
}

static void read_suggestions(struct dc_spell_answer *a, const char *text, struct dc_span line)
{
	const char *colon = memchr(text + line.from, ':', line.to - line.from);
	size_t from = colon ? (size_t)(colon - text) + 1 : line.to;

	while (from < line.to && text[from] == ' ')
		from++;
	const char *comma = memchr(text + from, ',', line.to - from);
	const size_t to = comma ? (size_t)(comma - text) : line.to;

	if (!presentable(text + from, to - from))
		return;
	a->suggestion = (struct dc_span){ from, to };
	a->suggestions = 1;
	for (size_t i = to; i < line.to; i++)
		a->suggestions += text[i] == ',';
}

/* The lines of one word: more than one when hunspell takes it apart, and then what it
 * suggests is for a part. */
static bool read_word(struct dc_spell_answer *a, struct lines *l)
{
	struct dc_span line;
	size_t parts = 0;

	*a = (struct dc_spell_answer){ 0 };
	while (next_line(l, &line)) {
		if (line.from == line.to) {
			if (parts > 1) {
				a->suggestion = (struct dc_span){ 0, 0 };
				a->suggestions = 0;
			}
			return true;
		}
		const char kind = l->text[line.from];

		if (!strchr("*+-&#?", kind) || !kind)
			return false;
		parts++;
		if (kind == '&' || kind == '#' || kind == '?')
			a->wrong = true;
		if (kind == '&')
			read_suggestions(a, l->text, line);
	}
	return false;
}

bool dc_spell_answers(struct dc_spell_answer *out, size_t count, const char *said, size_t len)
{
	struct lines l = { said, len, 0 };
	struct dc_span banner;

	if (!next_line(&l, &banner) || banner.to - banner.from < 4 ||
	    memcmp(said + banner.from, "@(#)", 4) != 0)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!read_word(&out[i], &l))
			return false;
	return l.at == l.len;
}
