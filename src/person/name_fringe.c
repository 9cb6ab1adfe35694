/* name_fringe.c - titles before a name, degrees behind it, and what commas mean. */
#include "person/name_parse.h"

#include <string.h>

#include "text/utf8.h"

static bool is_title(const struct dc_name_parse *p, const struct dc_name_word *w)
{
	/* "M. Dupont" has a title, "M.Kumar" an initial */
	bool dotted = w->dotted && !(w->glued && w->letters == 1);

	return dc_name_in(w, DC_NAME_TITLE) || dc_name_in(w, DC_NAME_HONOUR) ||
	       (dotted && dc_name_in(w, DC_NAME_TITLE_DOTTED)) ||
	       (w > p->words.word && dc_name_in(w, DC_NAME_TITLE_MORE));
}

void dc_name_skip_titles(struct dc_name_parse *p)
{
	/* what stands before "Dr." is no name: "PD Dr. Lang" */
	while (p->n > 1 && !p->w[1].comma &&
	       (is_title(p, p->w) ||
	        (p->n > 2 && p->w->upper && dc_name_in(&p->w[1], DC_NAME_TITLE)))) {
		p->titled = !dc_name_in(p->w, DC_NAME_HONOUR);
		p->w++;
		p->n--;
	}
}

static size_t capitals_in(const struct dc_name_word *w)
{
	size_t n = 0;
	uint32_t c;

	for (size_t i = 0; i < w->len; n += dc_text_is_upper(c))
		i += dc_text_decode(&c, w->text + i, w->len - i);
	return n;
}

static bool is_degree(const struct dc_name_parse *p, const struct dc_name_word *w)
{
	bool known = dc_name_in(w, DC_NAME_DEGREE), maybe = dc_name_in(w, DC_NAME_DEGREE_CAPS);

	if (w->comma)
		return known || maybe ||
		       (w->upper && !w->initial && w->letters <= 12 && !p->capitals);
	if (known)
		return capitals_in(w) > 1 || w->dotted || !strcmp(w->key, "jr") ||
		       (w->lower && p->n > p->least);
	return maybe && p->n > p->least && (w->dotted || (w->upper && !p->capitals));
}

static void add_credential(struct dc_name_parse *p, const struct dc_name_word *w)
{
	if (p->credentials.len)
		dc_buf_puts(&p->credentials, ", ");
	dc_buf_puts(&p->credentials, w->text);
}

void dc_name_take_degrees(struct dc_name_parse *p)
{
	size_t all = p->n;

	while (p->n > 1 && is_degree(p, &p->w[p->n - 1]))
		p->n--;
	if (p->n == all)
		return;
	/* these stand before those that a comma set off */
	DC_AUTO(dc_buf_clear) struct dc_buf behind = p->credentials;

	p->credentials = (struct dc_buf){ 0 };
	for (size_t i = p->n; i < all; i++)
		add_credential(p, &p->w[i]);
	if (behind.len)
		dc_buf_printf(&p->credentials, ", %s", dc_buf_str(&behind));
}

size_t dc_name_take_comma_degrees(struct dc_name_parse *p)
{
	size_t before = 0, kept;

	while (before < p->n && !p->w[before].comma)
		before++;
	kept = before;
	for (size_t i = before; i < p->n; i++) {
		if (is_degree(p, &p->w[i]))
			add_credential(p, &p->w[i]);
		else
			p->w[kept++] = p->w[i];
	}
	p->n = kept;
	return before;
}

void dc_name_settle_commas(struct dc_name_parse *p)
{
	size_t before = dc_name_take_comma_degrees(p);
	size_t given = before;
	bool family = before == 1 || (before == 2 && dc_name_in(p->w, DC_NAME_PARTICLE));

	while (given < p->n && p->w[given].comma == 1)
		given++;
	if (!family || given == before) {
		p->n = before;
		return;
	}
	p->doubtful = true;
	p->family = p->w;
	p->family_n = before;
	p->w += before;
	p->n = given - before;
}
