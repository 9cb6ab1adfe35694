/* names.h - given names and what may stand in their place, as data. */
#ifndef DC_CHECK_WORDS_NAMES_H
#define DC_CHECK_WORDS_NAMES_H

#include <stdbool.h>

/* All take folded words. */

/* True when one is a usual short or other form of the other: "bob" and "robert". */
bool dc_names_alike(const char *a, const char *b);
/* True for a common given name in Europe and the Americas. */
bool dc_names_given(const char *w);
/* Whose name it is, when it is a common one that women have or men, and not both. */
enum dc_gender { DC_GENDER_UNKNOWN, DC_GENDER_SHE, DC_GENDER_HE };
enum dc_gender dc_names_gender(const char *w);
/* True for what addresses somebody without a name: "colleague", "kollegin", "world". */
bool dc_names_role(const char *w);

#endif
