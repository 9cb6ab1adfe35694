/* latin_indic.h - Devanagari in Latin letters, as Indian names are spelt in passports. */
#ifndef DC_PERSON_LATIN_INDIC_H
#define DC_PERSON_LATIN_INDIC_H

#include <stdbool.h>
#include <stdint.h>

#include <decorum/buf.h>

bool dc_person_is_devanagari(uint32_t c);
/* Appends the word of Devanagari that s begins with; returns its bytes. */
size_t dc_person_devanagari(struct dc_buf *out, const char *s, size_t len);

#endif
