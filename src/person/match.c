/* match.c - likely the same person under another address: names taken to bare tokens, hashes to
 * find somebody by, and a score with its reason.
 *
 * What the hashes find is only worth a comparison; the score decides.  Nothing here is a proof.
 */
#include <decorum/person.h>

#include <stdlib.h>
#include <string.h>

#include <decorum/text.h>
#include "person/latin.h"
#include "person/nick.h"
#include "text/similar.h"

enum { TOKENS_MAX = 6, TOKEN_MAX = 24, COMPANY_MAX = 64 };

/* A name as a set of words: canonical, and with the short forms of given names resolved. */
struct name {
	char plain[TOKENS_MAX][TOKEN_MAX];
	char token[TOKENS_MAX][TOKEN_MAX];
	char root[TOKENS_MAX][TOKEN_MAX];
	size_t count;
};

/* --- tokens */

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

/* Spellings that differ from country to country and mean one sound. */
static const struct {
	const char *from, *to;
} sounds[] = {
	{ "ae", "a" }, { "oe", "o" }, { "ue", "u" }, { "ph", "f" }, { "ck", "k" }, { "yeo", "yu" },
	{ "eo", "u" }, { "oo", "u" }, { "wu", "u" }, { "ou", "u" }, { "kh", "h" }, { "x", "ks" },
};

/* One canonical spelling: sounds, y and j as i, w as v, c as k, no letter twice in a row. */
static void canonical(char out[TOKEN_MAX], const char *s)
{
	size_t n = 0;

	while (*s && n + 2 < TOKEN_MAX) {
		const char *to = NULL;
		char one[2] = { *s, 0 };
		size_t used = 1;

		for (size_t i = 0; i < DC_COUNT(sounds) && !to; i++)
			if (sounds[i].from[0] == *s &&
			    !strncmp(s, sounds[i].from, strlen(sounds[i].from))) {
				to = sounds[i].to;
				used = strlen(sounds[i].from);
			}
		if (!to) {
			if (*s == 'y' || *s == 'j')
				one[0] = 'i';
			else if (*s == 'w')
				one[0] = 'v';
			else if (*s == 'c' && s[1] != 'h')
				one[0] = 'k';
			to = one;
		}
		for (; *to && n + 1 < TOKEN_MAX; to++) {
			char c = *to == 'y' ? 'i' : *to;

			if (!n || out[n - 1] != c)
				out[n++] = c;
		}
		s += used;
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

static void add_token(struct name *n, const char *s, size_t len)
{
	char t[TOKEN_MAX];

	if (n->count == TOKENS_MAX || !len)
		return;
	if (len >= sizeof(t))
		len = sizeof(t) - 1;
	memcpy(t, s, len);
	t[len] = '\0';
	if (is_title(t))
		return;
	memcpy(n->plain[n->count], t, len + 1);
	canonical(n->token[n->count], t);
	canonical(n->root[n->count], dc_person_nick_root(t));
	n->count += *n->token[n->count] != '\0';
}

/* Splits folded Latin text.  Apostrophes join (O'Brien), all else that is no letter parts. */
static void split(struct name *n, const char *s)
{
	char t[TOKEN_MAX * 4];
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

static int by_text(const void *a, const void *b) { return strcmp(a, b); }

static void read_name(struct name *out, const char *name)
{
	DC_AUTO(dc_buf_clear) struct dc_buf latin = { 0 };

	*out = (struct name){ 0 };
	dc_person_latin(&latin, name);
	split(out, dc_buf_str(&latin));
}

/* The name in "in/wei-wang-18fed": many keep their name in Latin letters there.  The last part
 * is LinkedIn's when it has a digit; two words at least, else it is a handle. */
static void read_slug(struct name *out, const char *key)
{
	DC_AUTO(dc_buf_clear) struct dc_buf words = { 0 };

	*out = (struct name){ 0 };
	if (!key || strncmp(key, "in/", 3) != 0)
		return;
	for (const char *s = key + 3; *s;) {
		size_t n = strcspn(s, "-");

		if (strcspn(s, "0123456789") >= n) {
			dc_buf_add(&words, s, n);
			dc_buf_putc(&words, ' ');
		}
		s += n + (s[n] == '-');
	}
	read_name(out, dc_buf_str(&words));
	if (out->count < 2)
		out->count = 0;
}

/* Folded, without its legal form and without blanks. */
static void read_company(char out[COMPANY_MAX], const char *company)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };
	size_t n = 0;

	if (company && *company)
		dc_similar_company(&folded, company);
	for (size_t i = 0; i < folded.len && n + 1 < COMPANY_MAX; i++)
		if (folded.data[i] != ' ')
			out[n++] = folded.data[i];
	out[n] = '\0';
}

/* --- hashes */

static uint64_t mix(uint64_t h, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(0x100000001b3);
	h = (h ^ 0xff) * UINT64_C(0x100000001b3); /* words do not run together */
	return h;
}

static uint64_t finish(uint64_t h)
{
	h = (h ^ (h >> 32)) * UINT64_C(0xd6e8feb86659fd93);
	return h ^ (h >> 32);
}

static const uint64_t seeds[] = { UINT64_C(0xcbf29ce484222325), UINT64_C(0x84222325cbf29ce4),
	                          UINT64_C(0x9ce484222325cbf2) };

struct hashes {
	uint64_t *out;
	size_t count;
};

static void put(struct hashes *h, uint64_t value)
{
	for (size_t i = 0; i < h->count; i++)
		if (h->out[i] == value)
			return;
	if (h->count < DC_PERSON_HASHES_MAX)
		h->out[h->count++] = value;
}

/* The whole name as one text, whatever the order of its words. */
static size_t whole(char out[TOKENS_MAX * TOKEN_MAX], const struct name *n)
{
	char sorted[TOKENS_MAX][TOKEN_MAX];
	size_t len = 0;

	memcpy(sorted, n->root, sizeof(sorted));
	qsort(sorted, n->count, TOKEN_MAX, by_text);
	for (size_t i = 0; i < n->count; i++) {
		if (i && !strcmp(sorted[i], sorted[i - 1]))
			continue;
		size_t k = strlen(sorted[i]);

		if (k == 1 && n->count > 2)
			continue; /* most likely a middle initial */
		memcpy(out + len, sorted[i], k);
		len += k;
		out[len++] = ' ';
	}
	return len;
}

static void hash_name(struct hashes *h, const struct name *n, const char *company)
{
	char all[TOKENS_MAX * TOKEN_MAX];

	if (!n->count)
		return;
	size_t len = whole(all, n);

	put(h, finish(mix(seeds[0], all, len)));
	if (!*company)
		return;
	put(h, finish(mix(mix(seeds[1], all, len), company, strnlen(company, 2))));
	for (size_t i = 0; i < n->count; i++) {
		uint64_t one = mix(mix(seeds[2], n->root[i], strlen(n->root[i])), company,
		                   strlen(company));

		for (size_t k = 0; k < n->count && strlen(n->root[i]) > 1; k++)
			if (k != i)
				put(h, finish(mix(one, n->root[k], 1)));
	}
}

size_t dc_person_hashes(uint64_t out[DC_PERSON_HASHES_MAX], const struct dc_person_seen *p)
{
	struct hashes h = { .out = out };
	char company[COMPANY_MAX];
	struct name n;

	read_company(company, p->company);
	read_name(&n, p->name);
	hash_name(&h, &n, company);
	read_slug(&n, p->key);
	hash_name(&h, &n, company);
	return h.count;
}

/* --- the score */

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

/* How alike two words of names are, in percent.  A slip is forgiven in a word of five letters,
 * two in one of eight; in a script where a letter is a syllable or a word, none. */
static int alike(const struct name *a, size_t i, const struct name *b, size_t k)
{
	const char *x = a->token[i], *y = b->token[k];

	if (!strcmp(x, y))
		return 100;
	if (!strcmp(a->root[i], b->root[k]))
		return 95;
	size_t nx = characters(x), ny = characters(y), longer = nx < ny ? ny : nx;

	if (!a->plain[i][1] || !b->plain[k][1]) /* an initial */
		return x[0] == y[0] ? 70 : 0;
	if ((unsigned char)x[0] >= 0xe0 || (unsigned char)y[0] >= 0xe0 || longer < 4)
		return 0;
	if (swapped(x, y) || swapped(a->plain[i], b->plain[k]))
		return 90;
	size_t most = longer >= 8 ? 2 : longer >= 5 ? 1 : 0;
	size_t d = most ? dc_text_distance(x, y, most) : 1;

	return d > most ? 0 : d == 1 ? 90 : 80;
}

struct pairing {
	int sum;
	size_t pairs, full; /* pairs in all, pairs of more than an initial */
	bool exact, nick, order;
};

/* Each word takes the best partner that is left; names have few words. */
static struct pairing pair_up(const struct name *a, const struct name *b)
{
	bool taken[TOKENS_MAX] = { false };
	struct pairing p = { .exact = true };

	for (size_t i = 0; i < a->count; i++) {
		size_t best = TOKENS_MAX;
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
		p.nick = p.nick || most == 95;
		p.order = p.order || best != i;
	}
	return p;
}

/* Percent of the shorter name that has a partner in the longer one; what is left over in the
 * longer one (a middle name, a second family name) costs a little. */
static int name_score(const struct name *a, const struct name *b, struct pairing *p)
{
	size_t shorter = a->count < b->count ? a->count : b->count;
	size_t longer = a->count < b->count ? b->count : a->count;

	if (!shorter)
		return 0;
	*p = pair_up(a, b);
	if (p->pairs < shorter || (shorter > 1 && p->full < 1) || (shorter == 1 && longer > 1))
		return 0;
	int extra = (int)(longer - shorter);

	return p->sum / (int)shorter - 4 * extra;
}

enum company { COMPANY_UNKNOWN, COMPANY_OTHER, COMPANY_NEAR, COMPANY_SAME };

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

static enum company compare_companies(const char *a, const char *b)
{
	if (!*a || !*b)
		return COMPANY_UNKNOWN;
	if (!strcmp(a, b))
		return COMPANY_SAME;
	size_t na = strlen(a), nb = strlen(b), shorter = na < nb ? na : nb;

	if (!same_digits(a, b))
		return COMPANY_OTHER;
	if (shorter >= 6 && !strncmp(a, b, shorter))
		return COMPANY_NEAR; /* "northwind" and "northwind trading" */
	return shorter >= 6 && dc_text_distance(a, b, 2) <= 2 ? COMPANY_NEAR : COMPANY_OTHER;
}

static const char *reason_of(const struct pairing *p, int score, enum company c, bool slug)
{
	if (slug)
		return c == COMPANY_UNKNOWN
		               ? "the name in the address is the same"
		               : "the name in the address and the company are the same";
	if (c == COMPANY_UNKNOWN)
		return "the same full name; no company to compare";
	if (p->exact && score >= 96)
		return p->order ? "the same name in another order, and the same company"
		                : "the same name and company";
	if (p->nick)
		return "a short form of the same name, and the same company";
	return "nearly the same name, and the same company";
}

int dc_person_likeness(const char **reason, const struct dc_person_seen *a,
                       const struct dc_person_seen *b)
{
	static const int factor[] = { [COMPANY_UNKNOWN] = 75,
		                      [COMPANY_OTHER] = 0,
		                      [COMPANY_NEAR] = 95,
		                      [COMPANY_SAME] = 100 };
	struct name names[2][2];
	char company[2][COMPANY_MAX];
	struct pairing won = { 0 };
	int best = 0;
	bool slug = false;

	*reason = "";
	read_company(company[0], a->company);
	read_company(company[1], b->company);
	enum company c = compare_companies(company[0], company[1]);

	read_name(&names[0][0], a->name);
	read_slug(&names[0][1], a->key);
	read_name(&names[1][0], b->name);
	read_slug(&names[1][1], b->key);
	for (int i = 0; i < 4; i++) {
		struct pairing p = { 0 };
		int s = name_score(&names[0][i & 1], &names[1][i >> 1], &p);

		if (s > best) {
			best = s;
			won = p;
			slug = i != 0;
		}
	}
	/* Without companies only the whole name counts. */
	if (c == COMPANY_UNKNOWN && (best < 95 || won.full < 2))
		return 0;
	int score = best * factor[c] / 100;

	if (score < DC_PERSON_LIKELY)
		return 0;
	*reason = reason_of(&won, best, c, slug);
	return score;
}
