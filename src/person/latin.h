/* latin.h - other alphabets in Latin letters, as passports and profiles spell them. */
#ifndef DC_PERSON_LATIN_H
#define DC_PERSON_LATIN_H

#include <decorum/buf.h>

/* Appends `s` (UTF-8) in lower case with Cyrillic, Greek, kana, Hangul and Devanagari in Latin
 * letters and Latin letters without their marks; other scripts stay as they are, folded.  The
 * family name of a Korean name, its first syllable, becomes a word of its own. */
void dc_person_latin(struct dc_buf *out, const char *s);

#endif
