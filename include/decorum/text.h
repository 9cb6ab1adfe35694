/* text.h - UTF-8 as people see it and as LinkedIn counts it.
 *
 * Texts are UTF-8 with a length in bytes; spans are half-open byte ranges.
 */
#ifndef DECORUM_TEXT_H
#define DECORUM_TEXT_H

#include <decorum/buf.h>
#include <decorum/compiler.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dc_span {
	size_t from, to;
};

/* A word that a dictionary does not have. */
struct dc_misspelt {
	struct dc_span at;
	const char *suggestion; /* the likeliest right spelling, or "" */
	bool sure;              /* the only one, and but for case or one diacritic the same */
};

/* True when all of it is well-formed UTF-8; else *bad (may be NULL) is the
 * offset of the first byte that is not. */
bool dc_text_valid(const char *s, size_t len, size_t *bad);

/* Length in UTF-16 code units, the safe assumption for LinkedIn's limit
 * (DOMAIN: an emoji counts 2 or more; CR LF counts 1). */
size_t dc_text_units(const char *s, size_t len);

/* The end of the grapheme cluster that starts at `at`; `len` at the end. */
size_t dc_text_next(const char *s, size_t len, size_t at);
/* The start of the grapheme cluster that ends at `at`; 0 at the start. */
size_t dc_text_prev(const char *s, size_t len, size_t at);

/* Terminal columns that s[0..len) takes once neutralised by dc_text_show(). */
size_t dc_text_width(const char *s, size_t len);

enum dc_show {
	DC_SHOW_LINE = 0,       /* newlines become a visible mark too */
	DC_SHOW_LINES = 1 << 0, /* newlines stay */
};
/* Appends s in a form that is safe for every terminal and pipe: control
 * characters (C0, C1, DEL), bidi controls, zero-width and tag characters, bytes
 * that are not UTF-8 and stacks of more than four combining marks are replaced
 * by visible marks such as "\x1b" or "<U+202E>".  Zero-width joiners and variation selectors
 * inside emoji and joiners inside Indic or Arabic words stay. */
void dc_text_show(struct dc_buf *out, const char *s, size_t len, enum dc_show how);

/* Appends s folded for comparison: NFKC, case-folded, U+0300-036F and Arabic
 * harakat dropped after decomposition (other combining marks carry meaning:
 * Devanagari), runs of white space as one blank, trimmed. */
void dc_text_fold(struct dc_buf *out, const char *s, size_t len);

/* True when `needle` (already folded) is a prefix of a word of `hay` (folded). */
bool dc_text_word_prefix(const char *hay, const char *needle);

/* Levenshtein distance over code points, `cap` + 1 when it is more than cap. */
size_t dc_text_distance(const char *a, const char *b, size_t cap);

#endif
