/* utf8.h - one code point at a time. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* No code point has this value: the byte is not UTF-8. */
#define DC_TEXT_BROKEN UINT32_MAX

/* Decodes the code point at s; `len` is more than 0.  Returns the bytes taken, 1 for
 * a byte that is not UTF-8 (*c is then DC_TEXT_BROKEN). */
size_t dc_text_decode(uint32_t *c, const char *s, size_t len);

#endif
