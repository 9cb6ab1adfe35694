/* name_split.c - from what people put into a name field to the words of a name.
 *
 * Three steps: characters that are no part of a name go; what stands in brackets or
 * quotes is set aside; of "Ana Silva | We're hiring" the part with the name is kept.
 */
#include "person/name_split.h"

#include <string.h>

#include <decorum/text.h>

#include "person/name_words.h"
#include "text/utf8.h"

/* Longer names are nobody's; marks beyond this number on one letter are graffiti. */
enum { NAME_BYTES_MAX = 512, MARKS_MAX = 3 };

/* --- characters */

/* Joiners carry meaning between Arabic and Indic letters only. */
static bool joins(uint32_t c, uint32_t before)
{
	return (c == 0x200c || c == 0x200d) && before >= 0x600 && before < 0xe00;
}

static void without_symbols(struct dc_buf *out, const char *s, size_t len, bool *doubtful)
{
	uint32_t before = ' ';
	size_t marks = 0;

	for (size_t i = 0; i < len;) {
		uint32_t c;

		i += dc_text_decode(&c, s + i, len - i);
		if (c == DC_TEXT_BROKEN) {
			*doubtful = true;
			c = ' ';
		}
		if (c == 0xff1d || c == 0x30a0) /* = between the parts of a foreign name */
			c = 0x30fb;
		if (dc_text_is_format(c) && !joins(c, before))
			continue;
		if (c == 0x2192 || c == 0x21d2) /* → */
			c = '|';
		if (dc_text_is_blank(c) || dc_text_is_symbol(c))
			c = ' ';
		marks = dc_text_is_mark(c) ? marks + 1 : 0;
		if (marks > MARKS_MAX || (marks && before == ' '))
			continue;
		dc_text_encode(out, c);
		before = c;
	}
}

struct neighbours {
	uint32_t before, after;
};

static bool apart(struct neighbours n) { return n.before == ' ' || n.after == ' '; }

/* The sign that this one stands for: quotes, brackets, and "|" for all that separates. */
static uint32_t sign(uint32_t c, struct neighbours n)
{
	static const struct {
		const char *signs;
		char stands_for;
	} same[] = {
		{ "\"“”„‟«»「」『』", '"' }, { "([{〔【", '(' }, { ")]}〕】", ')' },
		{ "|•‣¦;:!?~^*+=", '|' },    { "、،", ',' },
	};

	if (c == 0x2018 || c == 0x2019 || c == 0xb4 || c == '`')
		return dc_text_is_letter(n.before) && dc_text_is_letter(n.after) ? c : '\'';
	if (c >= 0x2010 && c <= 0x2015)
		return apart(n) ? '|' : c == 0x2010 ? c : '-';
	if ((c == '-' || c == '/') && n.before == ' ' && n.after == ' ')
		return '|';
	if (c == 0xb7 && apart(n))
		return '|';
	for (size_t i = 0; i < DC_COUNT(same); i++) {
		const char *p = same[i].signs;

		for (size_t len = strlen(p), k = 0; k < len;) {
			uint32_t one;

			k += dc_text_decode(&one, p + k, len - k);
			if (one == c)
				return (uint32_t)same[i].stands_for;
		}
	}
	return c;
}

static void with_plain_signs(struct dc_buf *out, const struct dc_buf *in)
{
	struct neighbours n = { ' ', ' ' };
	uint32_t c;

	for (size_t i = 0; i < in->len; n.before = c) {
		i += dc_text_decode(&c, in->data + i, in->len - i);
		n.after = ' ';
		if (i < in->len)
			dc_text_decode(&n.after, in->data + i, in->len - i);
		dc_text_encode(out, sign(c, n));
	}
}

/* --- brackets and quotes */

static const char *folded(struct dc_arena *a, const char *s, size_t len, char without)
{
	DC_AUTO(dc_buf_clear) struct dc_buf fold = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf key = { 0 };

	dc_text_fold(&fold, s, len);
	for (size_t i = 0; i < fold.len; i++)
		if (fold.data[i] != without)
			dc_buf_putc(&key, fold.data[i]);
	return dc_arena_strndup(a, dc_buf_str(&key), key.len);
}

static const char pronouns[] = " she he they her him them ella elle il sie er lei lui ele ela ";

/* "she/her", "he/they", whatever follows. */
static bool is_pronouns(struct dc_arena *a, const char *s, size_t len)
{
	const char *slash = memchr(s, '/', len);

	if (!slash)
		return false;
	return strstr(pronouns,
	              dc_arena_printf(a, " %s ", folded(a, s, (size_t)(slash - s), '.'))) != NULL;
}

static bool has_small_letter(const char *s, size_t len)
{
	uint32_t c;
	bool cased = false;

	for (size_t i = 0; i < len;) {
		i += dc_text_decode(&c, s + i, len - i);
		if (dc_text_is_lower(c))
			return true;
		cased |= dc_text_is_upper(c);
	}
	return !cased;
}

/* One or two words of letters that are neither a degree, a pronoun nor a pitch. */
static bool is_nick(struct dc_name_words *w, const char *s, size_t len)
{
	static const enum dc_name_list no[] = { DC_NAME_BORN, DC_NAME_PITCH, DC_NAME_COMPANY,
		                                DC_NAME_DEGREE, DC_NAME_TITLE };
	size_t words = 0;

	for (size_t i = 0; i < len; words++) {
		size_t n = strcspn(s + i, " ");

		if (n > len - i)
			n = len - i;
		const char *key = folded(&w->arena, s + i, n, '.');

		for (size_t k = 0; k < DC_COUNT(no); k++)
			if (dc_name_is(no[k], key))
				return false;
		if (strstr(pronouns, dc_arena_printf(&w->arena, " %s ", key)) ||
		    strpbrk(key, "/@#|_(0123456789"))
			return false;
		i += n;
		i += i < len;
	}
	return words > 0 && words < 3 && has_small_letter(s, len); /* "(FH)" is a school */
}

static void set_aside(struct dc_name_words *w, const char *s, size_t len)
{
	while (len && (*s == ' ' || *s == '"' || *s == '\''))
		s++, len--;
	while (len && strchr(" \"',", s[len - 1]))
		len--;
	if (!*w->nick && is_nick(w, s, len))
		w->nick = dc_arena_strndup(&w->arena, s, len);
}

/* Where the bracket or quote that opens at s[at] ends; NULL when it is none. */
static const char *closing(const char *s, size_t at)
{
	const char *end = s + at;

	if (s[at] == '(')
		return strchr(s + at + 1, ')');
	if (s[at] == '"')
		return strchr(s + at + 1, '"');
	if (s[at] != '\'' || (at > 0 && s[at - 1] != ' '))
		return NULL;
	while ((end = strchr(end + 1, '\'')))
		if (!end[1] || strchr(" ,|", end[1]))
			return end;
	return NULL;
}

static void without_asides(struct dc_name_words *w, struct dc_buf *out, const char *s)
{
	for (size_t i = 0; s[i]; i++) {
		const char *end = closing(s, i);

		if (end) {
			set_aside(w, s + i + 1, (size_t)(end - s) - i - 1);
			dc_buf_putc(out, ' ');
			i = (size_t)(end - s);
		} else if (s[i] == '(') {
			break; /* never closed: it was cut off */
		} else if (s[i] != ')' && s[i] != '"') {
			dc_buf_putc(out, s[i]);
		}
	}
}

/* --- words */

static void measure(struct dc_name_word *w)
{
	size_t upper = 0, lower = 0, bare = 0;

	for (size_t i = 0; i < w->len;) {
		uint32_t c;

		i += dc_text_decode(&c, w->text + i, w->len - i);
		w->dotted |= c == '.';
		if (!dc_text_is_letter(c))
			continue;
		upper += dc_text_is_upper(c);
		lower += dc_text_is_lower(c);
		bare += !dc_text_is_mark(c);
		enum dc_script script = dc_text_script(c);

		if (!w->letters++)
			w->script = script;
		else if (script != DC_SCRIPT_OTHER && script != w->script)
			w->mixed = true;
	}
	w->upper = upper && !lower;
	w->lower = lower && !upper;
	bool cased = upper || lower;
	size_t dots = 0;

	for (size_t i = 0; i < w->len; i++)
		dots += w->text[i] == '.';
	w->initial = cased && (bare == 1 || (w->upper && dots >= bare - 1 && dots > 0));
}

static bool add_word(struct dc_name_words *w, const char *s, size_t len, unsigned comma, bool glued)
{
	if (w->count == DC_NAME_WORDS_MAX) {
		w->doubtful = true;
		return false;
	}
	struct dc_name_word *word = &w->word[w->count];

	*word = (struct dc_name_word){
		.text = dc_arena_strndup(&w->arena, s, len),
		.key = folded(&w->arena, s, len, '.'),
		.len = len,
		.comma = comma,
		.glued = glued,
	};
	measure(word);
	if (!word->letters)
		return true;
	if (dc_name_is(DC_NAME_PITCH, word->key)) {
		w->doubtful = true;
		return false;
	}
	w->company |= dc_name_is(DC_NAME_COMPANY, word->key);
	w->count++;
	return true;
}

/* Cuts "Dr.Ana" and "J.Smith" in two, but neither "Ph.D." nor "J.R.R.". */
static size_t glued_part(struct dc_name_words *w, const char *s, size_t len)
{
	const char *dot = memchr(s, '.', len);
	size_t n = dot ? (size_t)(dot - s) + 1 : 0;

	if (!n || len - n < 2 || s[n] == '-' || s[n + 1] == '.')
		return 0;
	const char *key = folded(&w->arena, s, len, '.');

	return dc_name_is(DC_NAME_DEGREE, key) || dc_name_is(DC_NAME_DEGREE_CAPS, key) ||
	                       dc_name_is(DC_NAME_TITLE, key)
	               ? 0
	               : n;
}

static bool add_words(struct dc_name_words *w, const char *s, size_t len, unsigned comma)
{
	/* what stands around a word and is no part of it */
	while (len && strchr(".-_,&", *s))
		s++, len--;
	while (len && strchr("-_,&", s[len - 1]))
		len--;
	if (!len)
		return true;
	if (strcspn(s, "@#/_0123456789") < len) {
		w->doubtful |= !is_pronouns(&w->arena, s, len);
		return true;
	}
	size_t part = glued_part(w, s, len);

	if (!part)
		return add_word(w, s, len, comma, false);
	return add_word(w, s, part, comma, true) && add_words(w, s + part, len - part, comma);
}

/* The words of one part of the name; false when it has none or begins with a pitch. */
static bool split_part(struct dc_name_words *w, const char *s, size_t len)
{
	unsigned comma = 0;

	for (size_t i = 0; i < len;) {
		size_t n = strcspn(s + i, " ,");

		if (n > len - i)
			n = len - i;
		if (n && !add_words(w, s + i, n, comma))
			break;
		i += n;
		comma += i < len && s[i] == ',' && w->count;
		i++;
	}
	return w->count > 0;
}

void dc_name_split(struct dc_name_words *w, const char *text)
{
	DC_AUTO(dc_buf_clear) struct dc_buf clean = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf plain = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf signs = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf bare = { 0 };
	size_t len = strlen(text);

	w->nick = "";
	if (len > NAME_BYTES_MAX || strstr(text, "://")) {
		w->doubtful = true;
		return;
	}
	without_symbols(&clean, text, len, &w->doubtful);
	dc_text_plain(&plain, dc_buf_str(&clean), clean.len);
	with_plain_signs(&signs, &plain);
	without_asides(w, &bare, dc_buf_str(&signs));
	for (const char *part = dc_buf_str(&bare); *part;) {
		size_t n = strcspn(part, "|");

		if (split_part(w, part, n))
			break;
		part += n + (part[n] == '|');
	}
	w->doubtful |= w->count == 0 || w->company;
}

void dc_name_words_clear(struct dc_name_words *w)
{
	dc_arena_clear(&w->arena);
	*w = (struct dc_name_words){ 0 };
}
