/* same.c - comparing two words as people do. */
#include "text/same.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include <decorum/mem.h>

/* The same in small letters.  Not by case folding: that makes "ss" of "\u00df", which is another
 * spelling, not a capital letter. */
static bool same_but_case(const uint8_t *x, size_t x_len, const uint8_t *y, size_t y_len)
{
	size_t a_len = 0, b_len = 0;
	uint8_t *a = u8_tolower(x, x_len, NULL, UNINORM_NFC, NULL, &a_len);
	uint8_t *b = a ? u8_tolower(y, y_len, NULL, UNINORM_NFC, NULL, &b_len) : NULL;
	const bool same = a && b && a_len == b_len && !memcmp(a, b, a_len);

	if ((!a || !b) && errno == ENOMEM)
		dc_exhausted();
	free(a);
	free(b);
	return same;
}

enum dc_same dc_text_same(const char *a, size_t a_len, const char *b, size_t b_len)
{
	const uint8_t *x = (const uint8_t *)a, *y = (const uint8_t *)b;
	int cmp;

	errno = 0;
	if (a_len == b_len && !memcmp(a, b, a_len))
		return DC_SAME_EXACT;
	if (!u8_normcmp(x, a_len, y, b_len, UNINORM_NFC, &cmp) && !cmp)
		return DC_SAME_EXACT;
	if (errno == ENOMEM)
		dc_exhausted();
	return same_but_case(x, a_len, y, b_len) ? DC_SAME_CASE : DC_SAME_OTHER;
}
