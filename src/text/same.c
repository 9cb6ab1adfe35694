/* same.c - comparing two words as people do. */
#include "text/same.h"

#include <errno.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include <decorum/mem.h>

enum dc_same dc_text_same(const char *a, size_t a_len, const char *b, size_t b_len)
{
	const uint8_t *x = (const uint8_t *)a, *y = (const uint8_t *)b;
	int cmp;

	errno = 0;
	if (a_len == b_len && !memcmp(a, b, a_len))
		return DC_SAME_EXACT;
	if (!u8_normcmp(x, a_len, y, b_len, UNINORM_NFC, &cmp) && !cmp)
		return DC_SAME_EXACT;
	if (!u8_casecmp(x, a_len, y, b_len, NULL, UNINORM_NFC, &cmp) && !cmp)
		return DC_SAME_CASE;
	if (errno == ENOMEM)
		dc_exhausted();
	return DC_SAME_OTHER;
}
