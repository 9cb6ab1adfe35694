/* normal.c - lower case, NFC and invisible characters, as addresses need them. */
#include "text/normal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include <decorum/mem.h>

static bool ascii(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

void dc_text_lower(struct dc_buf *out, const char *s, size_t len)
{
	if (ascii(s, len)) {
		for (size_t i = 0; i < len; i++)
			dc_buf_putc(out, s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] | 0x20) : s[i]);
		return;
	}
	size_t n = 0;
	uint8_t *low = u8_tolower((const uint8_t *)s, len, NULL, UNINORM_NFC, NULL, &n);

	if (!low && errno == ENOMEM)
		dc_exhausted();
	if (low)
		dc_buf_add(out, low, n);
	free(low); /* libunistring's memory, not ours */
}

enum {
	ZWNJ = 0x200c,
	ZWJ = 0x200d,
	UNSEEN = UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cs |
	         UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Z
};

bool dc_text_hidden(const char *s, size_t len, uint32_t *which)
{
	const uint8_t *p = (const uint8_t *)s, *end = p + len;
	ucs4_t before = 0;

	while (p < end) {
		ucs4_t c = *p;

		p += c < 0x80 ? 1 : u8_mbtouc(&c, p, (size_t)(end - p));
		bool seen = c < 0x80 ? c > 0x20 && c < 0x7f
		                     : !uc_is_general_category_withtable(c, UNSEEN);

		if (!seen && !((c == ZWJ || c == ZWNJ) && before >= 0x80)) {
			*which = c;
			return true;
		}
		before = seen ? c : 0;
	}
	return false;
}
