/* normal.h - private to the library: spelling of addresses, not of prose. */
#ifndef DC_TEXT_NORMAL_H
#define DC_TEXT_NORMAL_H

#include <decorum/buf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Appends well-formed UTF-8 `s` in lower case and NFC.  Lower case and not full case folding:
 * folding makes "weiss" of "weiß" and a medial sigma of a final one, which are other addresses. */
void dc_text_lower(struct dc_buf *out, const char *s, size_t len);

/* The first character of well-formed UTF-8 `s` that nobody sees or that moves the others:
 * controls, bidi and other format characters, blanks, line separators, private ones.  Joiners after
 * a letter, mark or symbol beyond ASCII are spelling and pass. False when there is none. */
bool dc_text_hidden(const char *s, size_t len, uint32_t *which);

#endif
