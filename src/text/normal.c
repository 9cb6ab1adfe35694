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

/* --- the way of most names: Latin letters whose lower case is one letter beside them
 *
 * None of them is put together with what stands beside it.  A test holds them against the
 * library. */

/* 0 when it is another letter. */
static uint32_t lower_latin(uint32_t c)
{
	if (c < 0xc0 || c > 0x177 || c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149)
		return 0;
	if (c < 0x100)
		return c < 0xdf && c != 0xd7 ? c + 0x20 : c;
	return c >= 0x139 && c <= 0x148 ? c + (c & 1) : c | 1;
}

/* False when there is another letter: what was written is half of it then. */
static bool lower_in_place(char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const unsigned char a = (unsigned char)s[i];

		if (a < 0x80) {
			s[i] = a >= 'A' && a <= 'Z' ? (char)(a | 0x20) : s[i];
			continue;
		}
		if (a < 0xc3 || a > 0xc5 || i + 1 == len ||
		    ((unsigned char)s[i + 1] & 0xc0) != 0x80)
			return false;
		const uint32_t c = lower_latin((uint32_t)(a & 0x1f) << 6 | (s[i + 1] & 0x3f));

		if (!c)
			return false;
		s[i++] = (char)(0xc0 | c >> 6);
		s[i] = (char)(0x80 | (c & 0x3f));
	}
	return true;
}

void dc_text_lower(struct dc_buf *out, const char *s, size_t len)
{
	const size_t before = out->len;

	dc_buf_add(out, s, len);
	if (lower_in_place(out->data + before, len))
		return;
	out->len = before;
	out->data[before] = '\0';

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
