/* match.c - how likely two people are one: their names word by word, then the companies.
 *
 * A score is a reason to look, never a proof.
 */
#include "person/match.h"

#include <stdbool.h>
#include <string.h>

#include <decorum/text.h>
#include "person/nick.h"

static size_t characters(const char *s)
{
	size_t n = 0;

	for (; *s; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

/* Two neighbouring letters changed places, and nothing else. */
static bool swapped(const char *x, const char *y)
{
	while (*x && *x == *y) {
		x++;
		y++;
	}
	return x[0] && x[1] && x[0] == y[1] && x[1] == y[0] && !strcmp(x + 2, y + 2);
}

/* "Cook" written "Cok" or "Coook": a letter too few or too many, but not at an end: "Cho" is not
 * "Choi". */
static bool letter_lost(const char *x, const char *y)
{
	size_t nx = strlen(x), ny = strlen(y);

	return (nx > ny ? nx - ny : ny - nx) == 1 && x[0] == y[0] && x[nx - 1] == y[ny - 1] &&
	       dc_text_distance(x, y, 1) == 1;
}

/* How alike two words of names are, in percent.  A slip is forgiven in a word of five letters,
 * a lost letter in one of four, two slips in one of eight; in a script where a letter is a
 * syllable or a word, none. */
static int alike(const struct dc_bare_name *a, size_t i, const struct dc_bare_name *b, size_t k)
{
	const char *x = a->token[i], *y = b->token[k];

	if (!strcmp(x, y))
		return 100;
	if (!strcmp(a->root[i], b->root[k])) {
		int nick = dc_person_nick_alike(a->plain[i], b->plain[k]);

		if (nick)
			return nick;
	}
	size_t nx = characters(x), ny = characters(y), longer = nx < ny ? ny : nx;

	if (!a->plain[i][1] || !b->plain[k][1]) /* an initial */
		return x[0] == y[0] ? 70 : 0;
	if ((unsigned char)x[0] >= 0xe0 || (unsigned char)y[0] >= 0xe0)
		return 0;
	size_t written = strlen(a->plain[i]) < strlen(b->plain[k]) ? strlen(b->plain[k])
	                                                           : strlen(a->plain[i]);

	if (written < 4)
		return 0;
	if (swapped(x, y) || swapped(a->plain[i], b->plain[k]))
		return 90;
	size_t most = longer >= 8 ? 2 : longer >= 5 ? 1 : 0;
	size_t d = most ? dc_text_distance(x, y, most) : 1;

	if (d <= most)
		return d == 1 ? 90 : 80;
	return letter_lost(a->plain[i], b->plain[k]) ? 85 : 0;
}

struct pairing {
	int sum;
	size_t pairs, full; /* pairs in all, pairs of more than an initial */
	bool exact, nick, order;
	bool first; /* the first word of the longer name has a partner */
};

/* Each word of the shorter name takes the best partner that is left; names have few words. */
static struct pairing pair_up(const struct dc_bare_name *a, const struct dc_bare_name *b)
{
	bool taken[DC_BARE_WORDS] = { false };
	struct pairing p = { .exact = true };

	for (size_t i = 0; i < a->count; i++) {
		size_t best = DC_BARE_WORDS;
		int most = 0;

		for (size_t k = 0; k < b->count; k++) {
			int s = taken[k] ? 0 : alike(a, i, b, k);

			if (s > most) {
				most = s;
				best = k;
			}
		}
		if (!most)
			continue;
		taken[best] = true;
		p.sum += most;
		p.pairs++;
		p.full += most > 70;
		p.exact = p.exact && most == 100;
		p.nick = p.nick || (most < 100 && !strcmp(a->root[i], b->root[best]));
		p.order = p.order || best != i;
	}
	p.first = taken[0];
	return p;
}

/* Percent of the shorter name that has a partner in the longer one; what is left over in the
 * longer one costs a little when it is a middle name or a second family name, and more when it
 * is the name that they are called by. */
static int name_score(const struct dc_bare_name *a, const struct dc_bare_name *b, struct pairing *p)
{
	const struct dc_bare_name *shorter = a->count < b->count ? a : b;
	const struct dc_bare_name *longer = a->count < b->count ? b : a;

	*p = (struct pairing){ 0 };
	if (!shorter->count)
		return 0;
	*p = pair_up(shorter, longer);
	if (p->pairs < shorter->count || (shorter->count > 1 && p->full < 1) ||
	    (shorter->count == 1 && longer->count > 1))
		return 0;
	int extra = (int)(longer->count - shorter->count);
	int called = !p->first && longer->plain[0][1] ? 16 : 0;

	return p->sum / (int)shorter->count - 4 * extra - called;
}

/* --- companies */

/* "Number 7 Ltd" and "Number 9 Ltd" differ by one letter and are two. */
static bool same_digits(const char *a, const char *b)
{
	for (;; a++, b++) {
		a += strcspn(a, "0123456789");
		b += strcspn(b, "0123456789");
		if (*a != *b)
			return false;
		if (!*a)
			return true;
	}
}

static enum dc_match_company compare_companies(const struct dc_bare_company *x,
                                               const struct dc_bare_company *y)
{
	const char *a = x->name, *b = y->name;

	if (!*a || !*b)
		return DC_MATCH_UNKNOWN;
	if (!strcmp(a, b))
		return *x->form && *y->form && strcmp(x->form, y->form) != 0 ? DC_MATCH_FORM
		                                                             : DC_MATCH_SAME;
	size_t na = strlen(a), nb = strlen(b), shorter = na < nb ? na : nb;

	if (shorter < 6 || !same_digits(a, b))
		return DC_MATCH_OTHER;
	if (!strncmp(a, b, shorter)) /* "northwind" and "northwind trading" */
		return DC_MATCH_NEAR;
	return dc_text_distance(a, b, 1) <= 1 || swapped(a, b) ? DC_MATCH_NEAR : DC_MATCH_OTHER;
}

/* --- together */

static const char *reason_of(const struct pairing *p, int score, bool slug)
{
	if (slug)
		return "the same name in the address";
	if (p->exact && score >= 96)
		return p->order ? "the same name in another order" : "the same name";
	return p->nick ? "a short form of the same name" : "nearly the same name";
}

static bool in_latin(const struct dc_bare_name *n)
{
	for (size_t i = 0; i < n->count; i++)
		if ((unsigned char)n->plain[i][0] >= 0x80)
			return false;
	return n->count > 1;
}

/* What it costs that only the address has the name, when the names themselves tell another. */
enum { RENAMED = 15 };

void dc_person_bare(struct dc_person_bare *out, const struct dc_person_seen *p)
{
	dc_person_bare_name(&out->name, p->name);
	dc_person_bare_slug(&out->slug, p->key);
	dc_person_bare_company(&out->company, p->company);
	out->headline = p->headline ? p->headline : "";
	out->listed = p->listed;
}

void dc_person_match(struct dc_match *out, const struct dc_person_bare *a,
                     const struct dc_person_bare *b)
{
	static const int factor[] = { [DC_MATCH_UNKNOWN] = 75,
		                      [DC_MATCH_OTHER] = 0,
		                      [DC_MATCH_FORM] = 80,
		                      [DC_MATCH_NEAR] = 95,
		                      [DC_MATCH_SAME] = 100 };
	const struct dc_bare_name *mine[] = { &a->name, &a->slug };
	const struct dc_bare_name *theirs[] = { &b->name, &b->slug };
	struct pairing won = { 0 };
	bool comparable = in_latin(&a->name) && in_latin(&b->name), slug = false;

	*out = (struct dc_match){ .reason = "",
		                  .company = compare_companies(&a->company, &b->company) };
	for (int i = 0; i < 4; i++) {
		struct pairing p;
		int s = name_score(mine[i & 1], theirs[i >> 1], &p);

		out->partly = out->partly || p.full;
		if (i && s > RENAMED && comparable)
			s -= RENAMED;
		if (s > out->name) {
			out->name = s;
			won = p;
			slug = i != 0;
		}
	}
	/* Without companies only the whole name counts. */
	if (out->company == DC_MATCH_UNKNOWN && (out->name < 95 || won.full < 2))
		return;
	out->score = out->name * factor[out->company] / 100;
	if (out->score < DC_PERSON_LIKELY)
		out->score = 0;
	else
		out->reason = reason_of(&won, out->name, slug);
}
