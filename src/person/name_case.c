/* name_case.c - names that were shouted or whispered get their usual capitals. */
#include "person/name_parse.h"

#include <string.h>

#include "text/utf8.h"

static bool has_vowel(const struct dc_name_word *w) { return strpbrk(w->key, "aeiouy") != NULL; }

bool dc_name_is_short_form(const struct dc_name_word *w)
{
	return w->upper && w->script == DC_SCRIPT_LATIN && !w->dotted && !w->initial &&
	       w->letters <= 3 && (w->letters == 2 || !has_vowel(w));
}

/* "MCDONALD", "o'brien-smith" → "McDonald", "O'Brien-Smith". */
static const char *proper(struct dc_arena *arena, const struct dc_name_word *w, bool turkish)
{
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	bool start = true;
	uint32_t c;

	for (size_t i = 0; i < w->len;) {
		i += dc_text_decode(&c, w->text + i, w->len - i);
		bool mc = out.len == 2 && !memcmp(out.data, "Mc", 2) && w->letters > 4;

		c = start || mc ? dc_text_title_of(c) : dc_text_lower_of(c, turkish);
		if (c == 0x3c3 && i == w->len)
			c = 0x3c2; /* sigma at the end of a word */
		dc_text_encode(&out, c);
		/* O'Brien and D'Angelo, but Ng'ang'a */
		start = c == '-' || c == '.' || c == 0x2010 || (c == '\'' && out.len == 2) ||
		        (c == 0x2019 && out.len == 4);
	}
	return dc_arena_strndup(arena, dc_buf_str(&out), out.len);
}

/* Turkish writes I without a dot as a letter of its own; its other letters betray it. */
static bool is_turkish(const struct dc_name_word *w, size_t n)
{
	static const char *const letters[] = { "\xc4\xb0", "\xc4\x9e", "\xc5\x9e" }; /* İ Ğ Ş */

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < DC_COUNT(letters); k++)
			if (strstr(w[i].text, letters[k]))
				return true;
	return false;
}

void dc_name_set_cases(struct dc_name_parse *p, struct dc_name_word *w, size_t n, bool family)
{
	bool all_lower = true, turkish = is_turkish(w, n);

	for (size_t i = 0; i < n; i++)
		all_lower &= w[i].lower;
	for (size_t i = 0; i < n; i++) {
		bool shouted = w[i].upper && !w[i].initial && w[i].letters > 1;
		bool particle = (i > 0 || (family && n > 1)) && dc_name_in(&w[i], DC_NAME_PARTICLE);

		if (i == 0 && !family && dc_name_is_short_form(&w[i]) &&
		    (!p->capitals || !has_vowel(&w[i])))
			continue;
		if (shouted && particle)
			w[i].text = w[i].key;
		else if (shouted || (all_lower && !particle))
			w[i].text = proper(&p->words.arena, &w[i], turkish);
		w[i].len = strlen(w[i].text);
	}
}
