/* same.h - are two words the same one, and if not quite, what is different? */
#ifndef DC_TEXT_SAME_H
#define DC_TEXT_SAME_H

#include <stddef.h>

enum dc_same {
	DC_SAME_EXACT, /* also when composed differently */
	DC_SAME_CASE,  /* capitals differ */
	DC_SAME_OTHER, /* diacritics or letters differ */
};

/* Both well-formed UTF-8. */
enum dc_same dc_text_same(const char *a, size_t a_len, const char *b, size_t b_len);

#endif
