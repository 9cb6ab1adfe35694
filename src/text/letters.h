/* letters.h - what kind of character a code point is, and its cases. */
#ifndef DC_TEXT_LETTERS_H
#define DC_TEXT_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

#include <decorum/buf.h>

enum dc_script {
	DC_SCRIPT_OTHER,
	DC_SCRIPT_LATIN,
	DC_SCRIPT_CYRILLIC,
	DC_SCRIPT_ARABIC,
	DC_SCRIPT_HAN,
	DC_SCRIPT_HIRAGANA,
	DC_SCRIPT_KATAKANA,
	DC_SCRIPT_HANGUL,
};

/* DC_SCRIPT_OTHER also for marks, digits and punctuation, which belong to no script. */
enum dc_script dc_text_script(uint32_t c);

bool dc_text_is_letter(uint32_t c); /* also marks that sit on letters */
bool dc_text_is_mark(uint32_t c);
bool dc_text_is_digit(uint32_t c);
bool dc_text_is_upper(uint32_t c);
bool dc_text_is_lower(uint32_t c);
bool dc_text_is_blank(uint32_t c); /* spaces and controls that separate words */
/* Emoji, pictures, arrows, private use, and what is not assigned. */
bool dc_text_is_symbol(uint32_t c);
/* Invisible characters and variation selectors: they change how others look. */
bool dc_text_is_format(uint32_t c);

/* One code point each; `turkish` gives I the dotless small letter. */
uint32_t dc_text_lower_of(uint32_t c, bool turkish);
uint32_t dc_text_title_of(uint32_t c);

void dc_text_encode(struct dc_buf *out, uint32_t c);
/* Appends s with compatibility forms replaced (full width, mathematical and other
 * fancy letters) and composed.  s is valid UTF-8. */
void dc_text_plain(struct dc_buf *out, const char *s, size_t len);

#endif
