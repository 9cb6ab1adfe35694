/* doc.c - cut a note into words and sentences, once. */
#include "text/doc.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>
#include <uniwbrk.h>

#include <decorum/mem.h>

#include "text/greeting.h"

/* A full stop behind one of these ends no sentence. */
static const char abbreviations[] =
	" dr dra prof mr mrs ms mx st jr sr sra srta dott.ssa prof.ssa sig.ra dr.in lic arq eng no "
	"nr vs ca bzw ggf inkl etc dipl ing dott sig "
	"avv "
	"mme mlle ex approx dept inc ltd co corp e.g i.e z.b d.h u.a p.ej ph.d m.sc b.sc ";

static bool in_list(const char *list, const char *w, size_t len)
{
	for (const char *s = list; (s = strstr(s, w)); s++)
		if (s[-1] == ' ' && s[len] == ' ')
			return true;
	return false;
}

static bool ascii(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

static bool ascii_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

/* --- words */

static void count_letter(struct dc_word *w, bool upper)
{
	if (!w->letters)
		w->title = upper;
	w->letters++;
	w->capitals += upper;
}

/* False when the segment has neither letter nor digit: blanks, punctuation, emoji. */
static bool measure(struct dc_word *w, const char *s, size_t len)
{
	bool digit = false;

	for (size_t i = 0; i < len;) {
		if ((unsigned char)s[i] < 0x80) {
			if (ascii_alpha(s[i]))
				count_letter(w, ascii_upper(s[i]));
			digit = digit || ascii_digit(s[i]);
			i++;
			continue;
		}
		ucs4_t c;
		int n = u8_mbtouc(&c, (const uint8_t *)s + i, len - i);

		if (uc_is_alpha(c))
			count_letter(w, uc_is_upper(c));
		digit = digit || uc_is_alnum(c);
		i += (size_t)n;
	}
	return w->letters || digit;
}

/* Appends the fold and a NUL; `w->fold` becomes a pointer only when all are there. */
static void fold(struct dc_buf *out, struct dc_word *w, const char *s, size_t len)
{
	const size_t start = out->len;

	if (ascii(s, len)) {
		dc_buf_add(out, s, len);
		for (size_t i = start; i < out->len; i++)
			if (ascii_upper(out->data[i]))
				out->data[i] = (char)(out->data[i] - 'A' + 'a');
	} else {
		dc_text_fold(out, s, len);
		/* U+2019 is the apostrophe of careful typing. */
		for (char *q; (q = strstr(out->data + start, "\u2019"));) {
			*q = '\'';
			memmove(q + 1, q + 3, strlen(q + 3) + 1);
			out->len -= 2;
		}
	}
	w->fold_len = out->len - start;
	dc_buf_putc(out, '\0');
}

static void add_word(struct dc_doc *d, struct dc_word **words, size_t from, size_t to)
{
	struct dc_word w = { .at = { from, to }, .next = DC_NO_WORD };

	if (!measure(&w, d->text + from, to - from))
		return;
	fold(&d->folded, &w, d->text + from, to - from);
	(*words)[d->word_count++] = w;
}

static void find_words(struct dc_doc *d, size_t len)
{
	char *breaks = dc_alloc(len + 1, 1);
	/* Two words need a byte between them, or one of them is longer. */
	const size_t most = len / 2 + 1;
	struct dc_word *words = dc_alloc(most, sizeof(*words));
	size_t from = 0;

	u8_wordbreaks((const uint8_t *)d->text, len, breaks);
	for (size_t i = 1; i <= len && d->word_count < most; i++)
		if (i == len || breaks[i]) {
			add_word(d, &words, from, i);
			from = i;
		}
	dc_free(breaks);
	d->words = d->owned_words = words;
	size_t at = 0;

	for (size_t i = 0; i < d->word_count; i++) {
		words[i].fold = d->folded.data + at;
		at += words[i].fold_len + 1;
	}
	for (size_t i = d->word_count; i-- > 0;) {
		unsigned char c = (unsigned char)words[i].fold[0];

		words[i].next = d->first[c];
		d->first[c] = i;
	}
}

bool dc_doc_word_is(const struct dc_doc *d, size_t i, const char *w)
{
	return i < d->word_count && !strcmp(d->words[i].fold, w);
}

bool dc_doc_has(const struct dc_doc *d, const char *w)
{
	for (size_t i = d->first[(unsigned char)*w]; i != DC_NO_WORD; i = d->words[i].next)
		if (!strcmp(d->words[i].fold, w))
			return true;
	return false;
}

bool dc_doc_copied(const struct dc_doc *d, struct dc_span at, const char *text)
{
	const size_t len = at.to - at.from;

	for (; (text = strchr(text, d->text[at.from])); text++)
		if (!strncmp(text, d->text + at.from, len))
			return true;
	return false;
}

/* --- sentences */

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/* Bytes of the mark that ends a sentence at s, 0 when there is none. */
static size_t stop_at(const char *s, const char *end)
{
	static const char *const stops[] = { ".",      "!",      "?",      "\n",
		                             "\u2026", "\u3002", "\uff01", "\uff1f",
		                             "\u0964", "\u061f", NULL };
	/* Latin text has its stops in ASCII; look at the rest only for the rest. */
	if ((unsigned char)*s < 0x80)
		return *s == '.' || *s == '!' || *s == '?' || *s == '\n';
	for (const char *const *p = stops + 4; *p; p++)
		if ((size_t)(end - s) >= strlen(*p) && !memcmp(s, *p, strlen(*p)))
			return strlen(*p);
	return 0;
}

/* A full stop that only shortens the word before it, as in "Dr. Vey" or "J. Vey". */
static bool shortens(const struct dc_doc *d, size_t stop, size_t word)
{
	if (d->text[stop] != '.' || word == DC_NO_WORD || d->words[word].at.to != stop)
		return false;
	const struct dc_word *w = &d->words[word];

	return (w->letters == 1 && w->title && !dc_doc_word_is(d, word, "i")) ||
	       in_list(abbreviations, w->fold, w->fold_len);
}

static void find_sentences(struct dc_doc *d, size_t len)
{
	struct dc_span *out = dc_alloc(d->word_count + 1, sizeof(*out));
	size_t from = 0, first_word = 0, i = 0;

	d->sentences = d->owned_sentences = out;
	while (i < len) {
		size_t n = stop_at(d->text + i, d->text + len), word = first_word;

		if (!n) {
			i++;
			continue;
		}
		while (word < d->word_count && d->words[word].at.from < i)
			word++;
		/* Inside a word ("node.js", "3.5") or behind an abbreviation it is no end. */
		bool inside = word > first_word && d->words[word - 1].at.to > i;

		i += n;
		if (inside || word == first_word || shortens(d, i - n, word - 1))
			continue;
		while (i < len && ((n = stop_at(d->text + i, d->text + len)) || d->text[i] == ')' ||
		                   d->text[i] == '"'))
			i += n ? n : 1;
		while (first_word < word)
			d->owned_words[first_word++].sentence = d->sentence_count;
		out[d->sentence_count++] = (struct dc_span){ from, i };
		while (i < len && blank(d->text[i]))
			i++;
		from = i;
	}
	if (first_word < d->word_count) {
		while (first_word < d->word_count)
			d->owned_words[first_word++].sentence = d->sentence_count;
		out[d->sentence_count++] = (struct dc_span){ from, len };
	}
}

/* --- greeting */

/* How far a greeting may reach: "Dear Professor Doctor Ada Maria Vey Lovelace,". */
enum { GREETING_MAX = 8 };

/* What stands between two places: ',' for anything that closes a greeting, ' ' for blanks
 * or nothing, '.' for a full stop. */
static char between(const char *s, size_t from, size_t to, size_t *end)
{
	char found = ' ';

	for (size_t i = from; i < to; i++) {
		*end = i + 1;
		if (strchr(",!:;\n", s[i]) || (unsigned char)s[i] >= 0x80 || s[i] == '-')
			return s[i] == '-' && i == from ? ' ' : ',';
		if (s[i] == '.' || s[i] == '?')
			found = '.';
	}
	return found;
}

/* A full stop behind it ends no greeting. */
static bool short_title(const struct dc_word *w)
{
	return dc_greeting_word(w->fold, w->fold_len) & DC_GREETING_SHORT ||
	       (w->letters == 1 && w->title);
}

/* The words behind the opening one, up to what closes the greeting. */
static size_t greeting_end(const struct dc_doc *d, struct dc_greeting *g, size_t len)
{
	for (size_t i = 0; i < d->word_count && i < GREETING_MAX; i++) {
		size_t from = d->words[i].at.to, end = from;
		size_t to = i + 1 < d->word_count ? d->words[i + 1].at.from : len;
		char mark = between(d->text, from, to, &end);

		if (mark == ',' || (mark == '.' && !short_title(&d->words[i]))) {
			g->closed = true;
			g->at.to = end;
			return i + 1;
		}
	}
	if (d->word_count <= GREETING_MAX) {
		g->at.to = len;
		return d->word_count;
	}
	return 0;
}

/* "Hola, María:", "Bom dia, Leonardo.": a name behind the comma of a greeting that has named
 * nobody.  The word behind it, else `end`. */
static size_t name_behind_comma(struct dc_doc *d, size_t end, size_t len)
{
	enum { NAME_MAX = 3 };
	const struct dc_word *w = d->words;
	size_t mark_end = 0;

	if (end >= d->word_count || d->text[w[end - 1].at.to] != ',')
		return end;
	for (size_t i = end; i < d->word_count && i < end + NAME_MAX; i++) {
		const size_t to = i + 1 < d->word_count ? w[i + 1].at.from : len;
		const char mark = between(d->text, w[i].at.to, to, &mark_end);

		if (!w[i].title)
			return end;
		if (mark == ',' || (mark == '.' && !short_title(&w[i]))) {
			d->greeting.at.to = mark_end;
			return i + 1;
		}
	}
	return end;
}

static void find_greeting(struct dc_doc *d, size_t len)
{
	struct dc_greeting *g = &d->greeting;
	const struct dc_word *w = d->words;
	size_t lead = 0;

	/* "Good morning", "Guten Tag", "Sehr geehrte": a filler that leads to an opener or fillers.
	 */
	if (!d->word_count)
		return;
	if (!dc_greeting_opens(w[0].fold, w[0].fold_len)) {
		static const char pairs[] = " good guten gute sehr bom boa bon buon buona ";

		if (d->word_count < 2 || !in_list(pairs, w[0].fold, w[0].fold_len) ||
		    !(dc_greeting_fills(w[1].fold, w[1].fold_len) ||
		      dc_greeting_opens(w[1].fold, w[1].fold_len)))
			return;
		lead = 1;
	}
	g->present = true;
	g->at = (struct dc_span){ w[0].at.from, w[lead].at.to };
	size_t end = greeting_end(d, g, len), i = lead + 1;

	if (!end) { /* it runs into the text: "Hi Anna great to meet you" */
		end = i + 1 < d->word_count ? i + 2 : d->word_count;
		while (i < end && dc_greeting_fills(w[i].fold, w[i].fold_len))
			i++;
		end = i < d->word_count && w[i].title && i <= lead + 2 ? i + 1 : i;
		g->at.to = w[end - 1].at.to;
	}
	while (i < end && (dc_greeting_fills(w[i].fold, w[i].fold_len) ||
	                   dc_greeting_opens(w[i].fold, w[i].fold_len)))
		i++;
	if (i == end && g->closed)
		end = name_behind_comma(d, end, len);
	while (i < end && dc_greeting_fills(w[i].fold, w[i].fold_len))
		i++;
	g->words = end;
	g->name_from = i;
	while (end > i && dc_greeting_fills(w[end - 1].fold, w[end - 1].fold_len))
		end--;
	g->name_to = end;
	if (end > i)
		g->name = (struct dc_span){ w[i].at.from, w[end - 1].at.to };
}

/* --- language */

static void mark_language(struct dc_doc *d, enum dc_lang l)
{
	/* Byte by byte: the words are too short for a call to pay. */
	for (const char *s = dc_lang_words(l) + 1, *end; *s; s = end + 1) {
		size_t i = d->first[(unsigned char)*s];

		for (end = s; *end != ' '; end++)
			;
		for (; i != DC_NO_WORD; i = d->words[i].next)
			if (d->words[i].fold_len == (size_t)(end - s) &&
			    !memcmp(d->words[i].fold, s, (size_t)(end - s)))
				d->owned_words[i].langs |= 1u << l;
	}
}

static unsigned bits(unsigned set)
{
	unsigned n = 0;

	for (; set; set &= set - 1)
		n++;
	return n;
}

/* Returns the best language. */
static enum dc_lang weigh(unsigned score[DC_LANG_COUNT], const struct dc_doc *d, size_t from,
                          size_t to)
{
	enum dc_lang best = DC_LANG_UNKNOWN;

	for (size_t i = from; i < to && i < d->word_count; i++)
		for (int l = 0; l <= DC_LANG_OTHER; l++)
			if (d->words[i].langs & (1u << l))
				score[l] += 12 / bits(d->words[i].langs);
	for (int l = 0; l <= DC_LANG_OTHER; l++)
		if (score[l] > score[best])
			best = (enum dc_lang)l;
	return best;
}

enum dc_lang dc_doc_lang(const struct dc_doc *d, size_t from, size_t to, size_t *votes)
{
	unsigned score[DC_LANG_COUNT] = { 0 };
	const enum dc_lang best = weigh(score, d, from, to);

	if (!votes)
		return best;
	*votes = 0;
	for (size_t i = from; i < to && i < d->word_count; i++)
		*votes += d->words[i].langs && d->words[i].langs == 1u << best;
	return best;
}

unsigned dc_doc_langs(const struct dc_doc *d)
{
	unsigned score[DC_LANG_COUNT] = { 0 }, langs = 0;
	const enum dc_lang best = weigh(score, d, 0, d->word_count);

	for (int l = 0; l < DC_LANG_KNOWN; l++)
		if (3 * score[l] >= 2 * score[best] || score[l] + 24 > score[best])
			langs |= 1u << l;
	return langs;
}

/* True when most letters are of no Latin script. */
static bool foreign(const struct dc_doc *d)
{
	size_t latin = 0, all = 0;

	for (size_t i = 0; i < d->word_count; i++) {
		all++;
		latin += (unsigned char)d->words[i].fold[0] < 0xcd; /* below U+0340 */
	}
	return all && latin * 2 < all;
}

static void guess_language(struct dc_doc *d)
{
	enum { ENOUGH = 8 }; /* so many words without a known one are another language */

	for (int l = 0; l <= DC_LANG_OTHER; l++)
		mark_language(d, (enum dc_lang)l);
	d->lang = dc_doc_lang(d, 0, d->word_count, NULL);
	if (foreign(d) || (d->lang == DC_LANG_UNKNOWN && d->word_count >= ENOUGH))
		d->lang = DC_LANG_OTHER;
}

/* How much of the text is looked at; its words are found. */
static size_t begin(struct dc_doc *d, const char *text, size_t len)
{
	size_t seen = len;

	*d = (struct dc_doc){ .text = text, .len = len, .lang = DC_LANG_UNKNOWN };
	memset(d->first, 0xff, sizeof(d->first)); /* DC_NO_WORD in each */
	d->valid = dc_text_valid(text, len, NULL);
	if (!d->valid)
		return 0;
	if (seen > DC_DOC_MAX)
		for (seen = DC_DOC_MAX; ((unsigned char)text[seen] & 0xc0) == 0x80;)
			seen--;
	find_words(d, seen);
	return seen;
}

void dc_doc_init_words(struct dc_doc *d, const char *text, size_t len) { begin(d, text, len); }

void dc_doc_init(struct dc_doc *d, const char *text, size_t len)
{
	size_t seen = begin(d, text, len);

	if (!d->valid)
		return;
	find_sentences(d, seen);
	find_greeting(d, seen);
	guess_language(d);
}

void dc_doc_clear(struct dc_doc *d)
{
	dc_free(d->owned_words);
	dc_free(d->owned_sentences);
	dc_buf_clear(&d->folded);
	*d = (struct dc_doc){ 0 };
}
