/* similar.c - mask what is personal, then compare runs of six bytes. */
#include "text/similar.h"

#include <stdbool.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/text.h>

#include "text/greeting.h"

/* --- masking */

/* Words of names that are ordinary words too. */
static const char *const particles[] = { "de",  "del", "della", "di",  "da", "do",  "dos", "das",
	                                 "der", "den", "von",   "van", "zu", "le",  "la",  "el",
	                                 "bin", "ibn", "al",    "y",   "e",  "the", "and", NULL };
static const char *const legal[] = { "inc", "ltd",  "llc",         "llp",     "plc",     "gmbh",
	                             "ag",  "kg",   "se",          "sa",      "sas",     "srl",
	                             "spa", "bv",   "nv",          "ab",      "as",      "oy",
	                             "co",  "corp", "corporation", "company", "limited", NULL };

/* A greeting is over after this many words at the latest: "Dear Dr. Ada Maria Vey,". */
enum { GREETING_WORDS = 6, GREETING_UNKNOWN = 2, PERSONAL_WORDS = 16 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/* Bytes of the separator at s, 0 when a word goes on.  The text is folded, so that wide
 * and compatibility forms do not occur. */
static size_t separator(const char *s, const char *end)
{
	unsigned char c = (unsigned char)s[0];

	if (c < 0x80)
		return !(is_small((char)(c | 0x20)) || is_digit((char)c));
	unsigned char d = end - s > 1 ? (unsigned char)s[1] : 0;

	if (c == 0xc2 && d <= 0xbf)
		return 2; /* U+0080 to U+00BF: « » ¿ ¡ and blanks */
	if (c == 0xe2 && (d == 0x80 || d == 0x81) && end - s > 2)
		return 3; /* U+2000 to U+207F: dashes, quotes, ellipsis, invisible ones */
	if (c == 0xe3 && d == 0x80 && end - s > 2 && (unsigned char)s[2] <= 0x91)
		return 3; /* U+3000 to U+3011: ideographic blank, comma, stop, brackets */
	if (c == 0xe2 && d >= 0x98 && d <= 0x9e && end - s > 2)
		return 3; /* U+2600 to U+27BF: signs, old emoji */
	if (c == 0xef && d == 0xb8 && end - s > 2)
		return 3; /* U+FE00 to U+FE3F: variation selectors */
	if (c == 0xf0 && d == 0x9f && end - s > 3)
		return 4; /* U+1F000 to U+1FFFF: emoji */
	return 0;
}

static const char *skip(const char *s, const char *end)
{
	while (s < end && !is_small(*s)) {
		const size_t n = separator(s, end);

		if (!n)
			break;
		s += n;
	}
	return s;
}

static const char *word_end(const char *s, const char *end)
{
	while (s < end && (is_small(*s) || !separator(s, end)))
		s++;
	return s;
}

struct word {
	const char *s;
	size_t len;
};

static bool is(const struct word *w, const char *s, size_t len)
{
	return w->len == len && !memcmp(w->s, s, len);
}

static bool listed(const char *const *list, const struct word *w)
{
	for (; *list; list++)
		if ((*list)[0] == w->s[0] && is(w, *list, strlen(*list)))
			return true;
	return false;
}

/* Splits a folded text into at most `max` words. */
static size_t split(struct word *out, size_t max, const struct dc_buf *folded)
{
	const char *s = dc_buf_str(folded), *end = s + folded->len;
	size_t n = 0;

	for (s = skip(s, end); s < end && n < max; s = skip(s, end)) {
		const char *e = word_end(s, end);

		out[n++] = (struct word){ s, (size_t)(e - s) };
		s = e;
	}
	return n;
}

/* The words of a company without its legal form, which is at the end. */
static size_t split_company(struct word *out, size_t max, const struct dc_buf *folded)
{
	size_t n = split(out, max, folded);

	while (n > 1 && listed(legal, &out[n - 1]))
		n--;
	return n;
}

void dc_similar_company(struct dc_buf *out, const char *company)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };
	struct word words[PERSONAL_WORDS];

	dc_text_fold(&folded, company, strlen(company));
	size_t n = split_company(words, PERSONAL_WORDS, &folded);

	for (size_t i = 0; i < n; i++) {
		if (i)
			dc_buf_putc(out, ' ');
		dc_buf_add(out, words[i].s, words[i].len);
	}
}

int64_t dc_similar_firm(const char *company)
{
	DC_AUTO(dc_buf_clear) struct dc_buf folded = { 0 };
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	dc_similar_company(&folded, company);
	for (size_t i = 0; i < folded.len; i++)
		h = (h ^ (unsigned char)folded.data[i]) * UINT64_C(0x100000001b3);
	/* Six bytes are enough for names and are what SQLite stores well. */
	return folded.len ? (int64_t)((h ^ h >> 48) & UINT64_C(0x7fffffffffff)) | 1 : 0;
}

struct masks {
	struct word name[PERSONAL_WORDS], company[PERSONAL_WORDS];
	size_t names, companies;
};

static bool personal_name(const struct masks *m, const char *s, size_t len)
{
	for (size_t i = 0; i < m->names; i++)
		if (is(&m->name[i], s, len) && len > 1 && !listed(particles, &m->name[i]))
			return true;
	return false;
}

/* The end of the company's name when it starts with the word from s to e, else NULL. */
static const char *company_at(const struct masks *m, const char *s, const char *e, const char *end)
{
	for (size_t i = 0; i < m->companies; i++) {
		if (i) {
			s = skip(e, end);
			e = word_end(s, end);
		}
		if (!is(&m->company[i], s, (size_t)(e - s)))
			return NULL;
	}
	return m->companies ? e : NULL;
}

/* What ends a greeting stands between two words. */
static bool ends_greeting(const char *s, const char *end)
{
	for (; s < end; s++)
		if (strchr(",!:;-", *s))
			return true;
	return false;
}

/* "hi anna," and the like at the start: the place behind it. */
static const char *behind_greeting(const struct masks *m, const char *s, const char *end)
{
	const char *at = skip(s, end), *e = word_end(at, end);

	if (at == e || !dc_greeting_opens(at, (size_t)(e - at)))
		return s;
	const char *behind = e;

	for (int i = 0, unknown = 0; i < GREETING_WORDS && unknown <= GREETING_UNKNOWN; i++) {
		/* A comma, colon, dash or exclamation mark ends it: all before is the greeting. */
		const char *next = skip(e, end);

		if (ends_greeting(e, next))
			return next;
		const char *next_end = word_end(next, end);
		size_t len = (size_t)(next_end - next);

		if (personal_name(m, next, len) || dc_greeting_fills(next, len))
			behind = next_end;
		else
			unknown++; /* a name that is not the recipient's, if a comma follows */
		e = next_end;
	}
	return behind;
}

/* The masked text as it grows.  Words that follow each other as they do in the note, with one
 * blank between them, are added together. */
struct masked {
	struct dc_buf *out;
	size_t start;
	const char *from, *to; /* words that are not added yet; NULL: none */
};

static void put_gap(struct masked *m)
{
	if (m->out->len > m->start)
		dc_buf_putc(m->out, ' ');
}

/* However long a number is, "0" stands for it. */
static void put_words(struct masked *m)
{
	const char *s = m->from;

	if (!s)
		return;
	put_gap(m);
	for (const char *e; s < m->to; s = e) {
		for (e = s; e < m->to && !is_digit(*e);)
			e++;
		dc_buf_add(m->out, s, (size_t)(e - s));
		if (e < m->to)
			dc_buf_putc(m->out, '0');
		while (e < m->to && is_digit(*e))
			e++;
	}
	m->from = NULL;
}

static void add_word(struct masked *m, const char *s, const char *e)
{
	if (!m->from || s != m->to + 1 || *m->to != ' ') {
		put_words(m);
		m->from = s;
	}
	m->to = e;
}

/* However many words are personal, one "@" stands for them. */
static void add_personal(struct masked *m)
{
	put_words(m);
	if (m->out->len > m->start && m->out->data[m->out->len - 1] == '@')
		return;
	put_gap(m);
	dc_buf_putc(m->out, '@');
}

static void fold_names(struct dc_buf *out, const struct dc_personal *p)
{
	if (p->first)
		dc_text_fold(out, p->first, strlen(p->first));
	dc_buf_putc(out, ' ');
	if (p->last)
		dc_text_fold(out, p->last, strlen(p->last));
}

void dc_similar_mask(struct dc_buf *out, const char *note, size_t len, const struct dc_personal *p)
{
	DC_AUTO(dc_buf_clear) struct dc_buf names = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf company = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	struct masks m;

	fold_names(&names, p);
	if (p->company)
		dc_text_fold(&company, p->company, strlen(p->company));
	dc_text_fold(&text, note, len);
	m.names = split(m.name, PERSONAL_WORDS, &names);
	m.companies = split_company(m.company, PERSONAL_WORDS, &company);

	struct masked masked = { .out = out, .start = out->len };
	const char *s = dc_buf_str(&text), *end = s + text.len;

	for (s = skip(behind_greeting(&m, s, end), end); s < end; s = skip(s, end)) {
		const char *e = word_end(s, end), *c = company_at(&m, s, e, end);

		if (c || personal_name(&m, s, (size_t)(e - s)))
			add_personal(&masked);
		else
			add_word(&masked, s, e);
		s = c ? c : e;
	}
	put_words(&masked);
}

uint64_t dc_similar_skeleton(const char *note, size_t len, const char *first, const char *last,
                             const char *company)
{
	if (!len)
		return 0;
	DC_AUTO(dc_buf_clear) struct dc_buf masked = { 0 };
	uint64_t h = UINT64_C(0xcbf29ce484222325); /* FNV-1a, then mixed */

	dc_similar_mask(&masked, note, len, &(struct dc_personal){ first, last, company });
	for (size_t i = 0; i < masked.len; i++)
		h = (h ^ (unsigned char)masked.data[i]) * UINT64_C(0x100000001b3);
	h = (h ^ (h >> 32)) * UINT64_C(0xd6e8feb86659fd93);
	h ^= h >> 32;
	/* A ledger keeps it as a signed number; 0 is "no note". */
	return h ? h : 1;
}

/* --- comparing */

enum { RUN = 6 };

/* One run of six bytes of the note, how often it has it, and how often the text that is
 * compared in `round` had it so far. */
struct slot {
	uint64_t run; /* the bytes themselves, so that no two runs are mixed up */
	uint32_t count, seen, round;
};

struct dc_similar_ref {
	struct dc_buf masked, other;
	struct slot *slots;
	size_t mask, runs;
	uint32_t round;
};

static uint64_t run_at(const char *s)
{
	uint64_t run = 1; /* never 0, which marks an empty slot */

	for (int i = 0; i < RUN; i++)
		run = run << 8 | (unsigned char)s[i];
	return run;
}

static struct slot *find(const struct dc_similar_ref *r, uint64_t run)
{
	size_t i = (size_t)((run * UINT64_C(0x9e3779b97f4a7c15)) >> 32) & r->mask;

	while (r->slots[i].run && r->slots[i].run != run)
		i = (i + 1) & r->mask;
	return &r->slots[i];
}

struct dc_similar_ref *dc_similar_ref_new(const char *note, size_t len, const struct dc_personal *p)
{
	struct dc_similar_ref *r = dc_alloc(1, sizeof(*r));
	size_t size = 64;

	dc_similar_mask(&r->masked, note, len, p);
	r->runs = r->masked.len >= RUN ? r->masked.len - RUN + 1 : 0;
	while (size < r->runs * 2)
		size *= 2;
	r->mask = size - 1;
	r->slots = dc_alloc(size, sizeof(*r->slots));
	for (size_t i = 0; i < r->runs; i++) {
		uint64_t run = run_at(r->masked.data + i);
		struct slot *s = find(r, run);

		s->run = run;
		s->count++;
	}
	return r;
}

void dc_similar_ref_free(struct dc_similar_ref *r)
{
	if (!r)
		return;
	dc_buf_clear(&r->masked);
	dc_buf_clear(&r->other);
	dc_free(r->slots);
	dc_free(r);
}

const char *dc_similar_ref_masked(const struct dc_similar_ref *r, size_t *len)
{
	*len = r->masked.len;
	return dc_buf_str(&r->masked);
}

int dc_similar_percent(struct dc_similar_ref *r, const char *note, size_t len,
                       const struct dc_personal *p)
{
	dc_buf_reset(&r->other);
	dc_similar_mask(&r->other, note, len, p);
	if (!r->other.len || !r->masked.len)
		return 0;
	if (r->other.len == r->masked.len && !memcmp(r->other.data, r->masked.data, r->masked.len))
		return 100;
	size_t runs = r->other.len >= RUN ? r->other.len - RUN + 1 : 0, common = 0;

	r->round++;
	for (size_t i = 0; i < runs; i++) {
		struct slot *s = find(r, run_at(r->other.data + i));

		if (!s->run)
			continue;
		if (s->round != r->round) {
			s->round = r->round;
			s->seen = 0;
		}
		common += s->seen++ < s->count;
	}
	if (!common)
		return 0;
	int percent = (int)(200 * common / (runs + r->runs));

	return percent < 100 ? percent : 99;
}
