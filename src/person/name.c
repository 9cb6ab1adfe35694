/* name.c - a display name, taken apart: titles, degrees, given and family name.
 *
 * Who guesses says so: greeting somebody by the wrong name is worse than asking.
 */
#include <decorum/person.h>

#include <string.h>

#include <decorum/mem.h>

#include "person/name_east.h"
#include "person/name_parse.h"

static void parse_clear(struct dc_name_parse *p)
{
	dc_name_words_clear(&p->words);
	dc_buf_clear(&p->credentials);
}
DC_DEFINE_CLEAR(struct dc_name_parse, parse_clear)

/* Companies, and "LinkedIn Member" with its translations: somebody who hides. */
static bool is_nobody(const struct dc_name_words *w)
{
	for (size_t i = 0; i < w->count; i++)
		if (!strcmp(w->word[i].key, "linkedin"))
			return true;
	return w->company;
}

static void begin(struct dc_name_parse *p, const char *text, size_t least)
{
	dc_name_split(&p->words, text);
	p->least = least;
	p->first = p->last = "";
	p->w = p->words.word;
	p->n = is_nobody(&p->words) ? 0 : p->words.count;
	p->doubtful = p->words.doubtful;
	dc_name_skip_titles(p);
}

static bool all_capitals(const struct dc_name_parse *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (!p->w[i].upper)
			return false;
	return true;
}

static size_t count_east(const struct dc_name_parse *p)
{
	size_t east = 0;

	for (size_t i = 0; i < p->n; i++)
		east += dc_name_is_east(&p->w[i]);
	return east;
}

/* Two scripts side by side: of "Wei Zhang 张伟" the Latin part is taken, of "David 王"
 * the second is the family name; with doubt. */
static void keep_one_script(struct dc_name_parse *p)
{
	size_t east = count_east(p), k = 0;

	if (east == 0 || east == p->n)
		return;
	p->doubtful = true;
	if (p->n == 2 && dc_name_is_east(&p->w[1]) && p->w[1].letters == 1)
		return;
	for (size_t i = 0; i < p->n; i++)
		if (!dc_name_is_east(&p->w[i]))
			p->w[k++] = p->w[i];
	p->n = k;
}

static void finish(struct dc_name *out, const struct dc_name_parse *p, const char *nick)
{
	*out = (struct dc_name){
		.first = dc_strdup(p->first),
		.last = dc_strdup(p->last),
		.nick = dc_strdup(nick),
		.credentials = dc_strdup(dc_buf_str(&p->credentials)),
		.doubtful = p->doubtful || !*p->first,
	};
}

void dc_name_parse(struct dc_name *out, const char *full)
{
	DC_AUTO(parse_clear) struct dc_name_parse p = { 0 };

	begin(&p, full, 2);
	keep_one_script(&p);
	if (p.n && count_east(&p) == p.n) {
		struct dc_name_guess g = dc_name_east(&p.words.arena, p.w, p.n);

		p.first = g.first;
		p.last = g.last;
		p.doubtful |= g.doubtful;
	} else if (p.n) {
		p.capitals = all_capitals(&p);
		dc_name_settle_commas(&p);
		dc_name_take_degrees(&p);
		dc_name_set_cases(&p, p.w, p.n, false);
		dc_name_set_cases(&p, p.family, p.family_n, true);
		dc_name_order(&p);
	}
	finish(out, &p, p.words.nick);
}

/* The given names of a field that holds nothing else. */
static void given_field(struct dc_name_parse *p, const struct dc_name_parse *family)
{
	const struct dc_name_word *end = family->n ? &family->w[family->n - 1] : NULL;

	p->n = dc_name_take_comma_degrees(p);
	dc_name_take_degrees(p);
	dc_name_set_cases(p, p->w, p->n, false);
	if (count_east(p) == p->n)
		p->first = dc_name_join(p, p->w, p->n, "");
	else if (p->n == 2 && !p->w[0].initial && end && dc_name_in(end, DC_NAME_EAST_FAMILY))
		p->first = dc_name_join(p, p->w, 2, " "); /* Kim's "Min Su" */
	else
		dc_name_set_given(p, 0, p->n);
}

static void family_field(struct dc_name_parse *p)
{
	p->n = dc_name_take_comma_degrees(p);
	dc_name_take_degrees(p);
	dc_name_set_cases(p, p->w, p->n, true);
	p->last = dc_name_join(p, p->w, p->n, count_east(p) == p->n ? "" : " ");
}

void dc_name_parse_parts(struct dc_name *out, const char *first, const char *last)
{
	DC_AUTO(parse_clear) struct dc_name_parse given = { 0 };
	DC_AUTO(parse_clear) struct dc_name_parse family = { 0 };

	begin(&given, first, 1);
	begin(&family, last, 1);
	if (is_nobody(&given.words) || is_nobody(&family.words)) {
		dc_name_parse(out, "");
		return;
	}
	if (!given.n || !family.n) {
		dc_name_parse(out, given.n ? first : last);
		return;
	}
	given.capitals = family.capitals = all_capitals(&given) && all_capitals(&family);
	family_field(&family);
	given_field(&given, &family);
	if (family.credentials.len)
		dc_buf_printf(&given.credentials, "%s%s", given.credentials.len ? ", " : "",
		              dc_buf_str(&family.credentials));
	given.last = family.last;
	finish(out, &given, *given.words.nick ? given.words.nick : family.words.nick);
}

void dc_name_clear(struct dc_name *n)
{
	dc_free(n->first);
	dc_free(n->last);
	dc_free(n->nick);
	dc_free(n->credentials);
	*n = (struct dc_name){ 0 };
}
