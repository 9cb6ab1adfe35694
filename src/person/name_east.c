/* name_east.c - where a name without blanks is cut, told by the family names there are. */
#include "person/name_east.h"

#include <string.h>

#include "person/name_words.h"
#include "text/utf8.h"

bool dc_name_is_east(const struct dc_name_word *w)
{
	return w->script >= DC_SCRIPT_HAN && w->script <= DC_SCRIPT_HANGUL;
}

/* Bytes of the first `chars` characters. */
static size_t bytes_of(const struct dc_name_word *w, size_t chars)
{
	size_t at = 0;
	uint32_t c;

	while (chars-- && at < w->len)
		at += dc_text_decode(&c, w->text + at, w->len - at);
	return at;
}

static uint32_t first_char(const struct dc_name_word *w)
{
	uint32_t c;

	dc_text_decode(&c, w->text, w->len);
	return c;
}

/* The family name has `chars` characters, the rest is the given name. */
static struct dc_name_guess cut(struct dc_arena *a, const struct dc_name_word *w, size_t chars,
                                bool doubtful)
{
	size_t n = bytes_of(w, chars);

	return (struct dc_name_guess){
		.first = dc_arena_strdup(a, w->text + n),
		.last = dc_arena_strndup(a, w->text, n),
		.doubtful = doubtful,
	};
}

static struct dc_name_guess guess(const char *first, const char *last, bool doubtful)
{
	return (struct dc_name_guess){ first, last, doubtful };
}

static bool known_ja(const struct dc_name_word *w, size_t chars)
{
	return chars <= w->letters && dc_name_ja_family(w->text, bytes_of(w, chars));
}

static struct dc_name_guess cut_han(struct dc_arena *a, const struct dc_name_word *w)
{
	bool zh = dc_name_zh_single(first_char(w));
	bool compound = w->letters > 2 && dc_name_zh_compound(w->text, bytes_of(w, 2));

	switch (w->letters) {
	case 2:
		/* a Japanese family name alone */
		return known_ja(w, 2) ? guess("", w->text, true) : cut(a, w, 1, !zh);
	case 3:
		if (compound)
			return cut(a, w, 2, false);
		/* 高橋誠 and 金子涵 look alike: family names of both countries begin them */
		return known_ja(w, 2) ? cut(a, w, 2, zh) : cut(a, w, 1, !zh);
	case 4:
		if (known_ja(w, 3))
			return cut(a, w, 3, false);
		return cut(a, w, 2, !compound && !known_ja(w, 2));
	case 5:
		return known_ja(w, 3) ? cut(a, w, 3, false) : guess("", "", true);
	default:
		return guess(w->letters == 1 ? w->text : "", "", true);
	}
}

/* Chinese characters, then kana: the family name ends where kana begin. */
static struct dc_name_guess cut_at_kana(struct dc_arena *a, const struct dc_name_word *w)
{
	size_t chars = 0;
	uint32_t c;

	for (size_t at = 0; at < w->len; chars++) {
		at += dc_text_decode(&c, w->text + at, w->len - at);
		if (dc_text_script(c) == DC_SCRIPT_HIRAGANA ||
		    dc_text_script(c) == DC_SCRIPT_KATAKANA)
			break;
	}
	return cut(a, w, chars, chars > 3);
}

static struct dc_name_guess cut_hangul(struct dc_arena *a, const struct dc_name_word *w)
{
	bool compound = dc_name_ko_compound(w->text, bytes_of(w, 2));

	if (w->letters < 2 || w->letters > 4)
		return guess(w->text, "", true);
	if (compound && w->letters > 2)
		return cut(a, w, 2, false);
	return cut(a, w, 1, w->letters == 4 || !dc_name_ko_single(first_char(w)));
}

static struct dc_name_guess one_word(struct dc_arena *a, const struct dc_name_word *w)
{
	static const char dot[] = "\xe3\x83\xbb"; /* U+30FB, in foreign names: given name first */
	const char *at = strstr(w->text, dot);

	if (at && at > w->text && at[3]) {
		const char *front = dc_arena_strndup(a, w->text, (size_t)(at - w->text));
		const char *back = dc_arena_strdup(a, strrchr(w->text, '\xbb') + 1);

		if (w->script == DC_SCRIPT_HAN) /* no foreigner after all */
			return guess(back, front, true);
		return guess(front, back, strstr(at + 3, dot) != NULL);
	}
	if (w->script == DC_SCRIPT_HANGUL && !w->mixed)
		return cut_hangul(a, w);
	if (w->script == DC_SCRIPT_HAN)
		return w->mixed ? cut_at_kana(a, w) : cut_han(a, w);
	return guess(w->text, "", true);
}

static bool is_ko_family(const struct dc_name_word *w)
{
	return w->letters == 1 ? dc_name_ko_single(first_char(w))
	                       : dc_name_ko_compound(w->text, w->len);
}

static bool is_han_family(const struct dc_name_word *w)
{
	return dc_name_ja_family(w->text, w->len) || dc_name_zh_compound(w->text, w->len) ||
	       (w->letters == 1 && dc_name_zh_single(first_char(w)));
}

static struct dc_name_guess two_words(const struct dc_name_word *a, const struct dc_name_word *b)
{
	bool hangul = a->script == DC_SCRIPT_HANGUL;
	bool (*is_family)(const struct dc_name_word *) = hangul ? is_ko_family : is_han_family;

	if (a->script == DC_SCRIPT_KATAKANA && b->script == DC_SCRIPT_KATAKANA)
		return guess(a->text, b->text, true); /* a foreigner, or a reading of a name */
	if (is_family(b) && !is_family(a))
		return guess(a->text, b->text, !hangul);
	return guess(b->text, a->text, hangul && !is_family(a));
}

struct dc_name_guess dc_name_east(struct dc_arena *arena, const struct dc_name_word *w, size_t n)
{
	if (n == 1)
		return one_word(arena, w);
	if (n == 2)
		return two_words(w, w + 1);
	if (n == 3 && w[0].letters == 1 && w[1].letters == 1 && w[2].letters == 1)
		return guess(dc_arena_printf(arena, "%s%s", w[1].text, w[2].text), w[0].text,
		             false); /* written with a blank between all characters */
	return guess("", "", true);
}
