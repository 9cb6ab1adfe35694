/* slots.h - what templates call their places, as data. */
#ifndef DC_CHECK_WORDS_SLOTS_H
#define DC_CHECK_WORDS_SLOTS_H

#include <stdbool.h>
#include <stddef.h>

/* True when the text (any case; words apart by blanks, "_", "-", "." or a capital letter)
 * names a place to fill: "Name", "first_name", "insert company here", "VORNAME". */
bool dc_slots_named(const char *s, size_t len);
/* The same, but every word of it has to be such a word. */
bool dc_slots_only(const char *s, size_t len);

#endif
