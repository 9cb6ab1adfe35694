/* greeting.h - the words that open a letter. */
#ifndef DC_TEXT_GREETING_H
#define DC_TEXT_GREETING_H

#include <stdbool.h>
#include <stddef.h>

/* True when the folded word opens a greeting in one of the languages decorum knows. */
bool dc_greeting_opens(const char *folded, size_t len);
/* True for what may stand in a greeting and names nobody: "there", "all", "dr", "Herr". */
bool dc_greeting_fills(const char *folded, size_t len);

#endif
