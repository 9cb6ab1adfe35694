/* name_order.c - given and family name in the order that the words give away. */
#include "person/name_parse.h"

#include <string.h>

const char *dc_name_join(struct dc_name_parse *p, const struct dc_name_word *w, size_t n,
                         const char *by)
{
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };

	for (size_t i = 0; i < n; i++) {
		dc_buf_puts(&out, i ? by : "");
		dc_buf_puts(&out, w[i].text);
	}
	return dc_arena_strndup(&p->words.arena, dc_buf_str(&out), out.len);
}

void dc_name_set_given(struct dc_name_parse *p, size_t from, size_t to)
{
	size_t at = from, n = 1;

	while (at < to && p->w[at].initial)
		at++;
	p->doubtful |= at > from; /* "J. Robert": perhaps Robert */
	if (at == to || (to - at == 1 && dc_name_in(&p->w[at], DC_NAME_TITLE)))
		return; /* only initials, or only "Dr." */
	if (at + 1 < to &&
	    (dc_name_in(&p->w[at], DC_NAME_SERVANT) || dc_name_in(&p->w[at + 1], DC_NAME_DOUBLE))) {
		n = 2;
		p->doubtful = true;
	}
	p->doubtful |= dc_name_is_short_form(&p->w[at]);
	p->first = dc_name_join(p, &p->w[at], n, " ");
}

static void set_family(struct dc_name_parse *p, size_t from, size_t to)
{
	p->last = dc_name_join(p, &p->w[from], to - from, " ");
}

static bool ends_with(const struct dc_name_word *w, const char *const *ends)
{
	size_t n = strlen(w->key);

	for (; *ends; ends++) {
		size_t k = strlen(*ends);

		if (n > k && !strcmp(w->key + n - k, *ends))
			return true;
	}
	return false;
}

/* Endings as they are once folded, which takes the breve off й and the dots off ї. */
static bool is_patronymic(const struct dc_name_word *w)
{
	static const char *const ends[] = { "ович", "евич", "овна", "евна", "ична", "івна", NULL };

	return w->script == DC_SCRIPT_CYRILLIC && ends_with(w, ends);
}

static bool is_slavic_family(const struct dc_name_word *w)
{
	static const char *const ends[] = { "ов",   "ев",  "ин",   "ова", "ева", "скии",
		                            "цкии", "кая", "енко", "чук", NULL };

	return w->script == DC_SCRIPT_CYRILLIC && ends_with(w, ends);
}

/* Where the family name begins in a name that begins with the given one. */
static size_t family_start(const struct dc_name_parse *p)
{
	static const char *const iberian[] = { "ez", NULL };
	size_t n = p->n;

	for (size_t i = 1; i + 1 < n; i++)
		if (dc_name_in(&p->w[i], DC_NAME_PARTICLE) && !p->w[i].dotted)
			return !strcmp(p->w[i].key, "y") && i > 1 ? i - 1 : i;
	if (n > 2 && !p->w[n - 1].initial &&
	    (dc_name_in(&p->w[n - 2], DC_NAME_ES_FAMILY) || ends_with(&p->w[n - 2], iberian)))
		return n - 2;
	return n - 1;
}

static bool shouted(const struct dc_name_word *w)
{
	return w->upper && w->letters > 1 && !w->initial;
}

/* Capitals mark the family name when the rest has none: "NAGY János", "Ana SILVA". */
static bool by_capitals(struct dc_name_parse *p)
{
	size_t front = 0, back = 0;

	if (p->capitals)
		return false;
	while (front < p->n && shouted(&p->w[front]))
		front++;
	while (back < p->n && shouted(&p->w[p->n - 1 - back]))
		back++;
	if (front && !back && !dc_name_is_short_form(&p->w[0])) {
		set_family(p, 0, front);
		dc_name_set_given(p, front, p->n);
		return true;
	}
	if (back && !front) {
		size_t start = family_start(p);

		start = start < p->n - back ? start : p->n - back;
		set_family(p, start, p->n);
		dc_name_set_given(p, 0, start);
		return true;
	}
	return false;
}

/* "Szabó-Nagy" is a family name when "Szabó" is one. */
static bool is_hungarian_family(struct dc_name_parse *p, const struct dc_name_word *w)
{
	size_t n = strcspn(w->key, "-");

	return dc_name_is(DC_NAME_HU_FAMILY, dc_arena_strndup(&p->words.arena, w->key, n)) &&
	       !dc_name_in(w, DC_NAME_HU_GIVEN);
}

static bool is_vowel(char c) { return c && strchr("aeiou", c); }

/* True for what could be a Chinese or Korean given name in Latin letters: one or two
 * syllables of the kind they have, as in "fang", "min-su", "xiaoming". */
static bool sounds_east_asian(const struct dc_name_word *w)
{
	const char *s = w->key;
	size_t syllables = 0;

	for (; *s && syllables < 3; syllables++) {
		size_t first = strspn(s, "bpmfdtnlgkhjqxzcsrwy");

		if (first > 2 || (first == 2 && s[1] != 'h'))
			return false;
		s += first;
		size_t vowels = strspn(s, "aeiou");

		if (vowels < 1 || vowels > 3)
			return false;
		s += vowels;
		/* an end, unless a vowel follows, which makes it a beginning */
		if (*s && strchr("nrklmpwht", *s) && !is_vowel(s[1]))
			s++;
		if (s[-1] == 'n' && *s == 'g' && !is_vowel(s[1]))
			s++;
		s += *s == '-';
	}
	return !*s && syllables > 0;
}

/* Orders that the words themselves give away: the family name is the first word, and
 * w[given] is the given one. */
static bool by_words(struct dc_name_parse *p)
{
	const struct dc_name_word *a = p->w, *z = &p->w[p->n - 1];
	size_t given = 0;

	if (p->n == 2 && dc_name_in(z, DC_NAME_HU_GIVEN) && is_hungarian_family(p, a))
		given = 1;
	else if (p->n == 3 && is_patronymic(z))
		given = 1;
	if (!given && p->n == 2 && is_slavic_family(a) && !is_slavic_family(z)) {
		given = 1;
		p->doubtful = true;
	}
	bool vietnamese = dc_name_in(a, DC_NAME_VI_FAMILY) && !dc_name_in(z, DC_NAME_VI_FAMILY);

	if (!given && (vietnamese || (p->n > 2 && !strcmp(p->w[1].key, "thi")))) {
		given = p->n - 1;
		p->doubtful = true;
	}
	/* "Lee Kuan Yew": the two behind are one given name */
	if (!given && p->n == 3 && dc_name_in(a, DC_NAME_EAST_FAMILY) && sounds_east_asian(a + 1) &&
	    sounds_east_asian(z)) {
		p->first = dc_name_join(p, a + 1, 2, " ");
		p->doubtful = true;
		set_family(p, 0, 1);
		return true;
	}
	if (!given)
		return false;
	set_family(p, 0, 1);
	dc_name_set_given(p, given, given + 1);
	return true;
}

static void by_order(struct dc_name_parse *p)
{
	size_t start = family_start(p);
	const struct dc_name_word *a = p->w, *b = p->w + 1;

	if (p->n == 2 && dc_name_in(a, DC_NAME_SERVANT)) { /* "Abdul Rahman": one name */
		p->first = dc_name_join(p, a, 2, " ");
		p->doubtful = true;
		return;
	}
	/* "Wang Fang", "Kim Min-su": either may be first; "Anne Marie": both, perhaps */
	if (p->n == 2 && ((dc_name_in(a, DC_NAME_EAST_FAMILY) && sounds_east_asian(b)) ||
	                  dc_name_in(b, DC_NAME_DOUBLE)))
		p->doubtful = true;
	p->doubtful |= ((a->lower || p->n > 2) && dc_name_in(a, DC_NAME_PARTICLE)) || p->n > 6;
	dc_name_set_given(p, 0, start);
	set_family(p, start, p->n);
}

void dc_name_order(struct dc_name_parse *p)
{
	if (p->family_n) {
		p->last = dc_name_join(p, p->family, p->family_n, " ");
		dc_name_set_given(p, 0, p->n);
	} else if (p->n == 1) {
		p->doubtful = true;
		if (p->titled)
			p->last = p->w[0].text;
		else
			dc_name_set_given(p, 0, 1);
	} else if (p->n && !by_capitals(p) && !by_words(p)) {
		by_order(p);
	}
}
