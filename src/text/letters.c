/* letters.c - classes and cases of code points, by libunistring's tables. */
#include "text/letters.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>
#include <unictype.h>
#include <unistr.h>

#include <decorum/mem.h>

static const struct {
	const char *name;
	enum dc_script script;
} scripts[] = {
	{ "Latin", DC_SCRIPT_LATIN },       { "Cyrillic", DC_SCRIPT_CYRILLIC },
	{ "Arabic", DC_SCRIPT_ARABIC },     { "Han", DC_SCRIPT_HAN },
	{ "Hiragana", DC_SCRIPT_HIRAGANA }, { "Katakana", DC_SCRIPT_KATAKANA },
	{ "Hangul", DC_SCRIPT_HANGUL },
};

enum dc_script dc_text_script(uint32_t c)
{
	const uc_script_t *s = uc_script(c);

	if (c == 0x30fc) /* the sound-lengthening mark is shared by both kana */
		return DC_SCRIPT_KATAKANA;
	for (size_t i = 0; s && i < DC_COUNT(scripts); i++)
		if (!strcmp(s->name, scripts[i].name))
			return scripts[i].script;
	return DC_SCRIPT_OTHER;
}

static bool is(uint32_t c, uint32_t categories)
{
	return uc_is_general_category_withtable(c, categories);
}

bool dc_text_is_letter(uint32_t c)
{
	return is(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M) && !dc_text_is_format(c);
}

bool dc_text_is_mark(uint32_t c) { return is(c, UC_CATEGORY_MASK_M); }
bool dc_text_is_digit(uint32_t c) { return is(c, UC_CATEGORY_MASK_N); }
bool dc_text_is_upper(uint32_t c) { return is(c, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt); }
bool dc_text_is_lower(uint32_t c) { return is(c, UC_CATEGORY_MASK_Ll); }

bool dc_text_is_blank(uint32_t c) { return is(c, UC_CATEGORY_MASK_Z | UC_CATEGORY_MASK_Cc); }

bool dc_text_is_symbol(uint32_t c)
{
	return is(c, UC_CATEGORY_MASK_So | UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Co |
	                     UC_CATEGORY_MASK_Cs) ||
	       (c > 0x7f &&
	        is(c, UC_CATEGORY_MASK_Sk | UC_CATEGORY_MASK_Sm | UC_CATEGORY_MASK_Sc)) ||
	       c == 0x20e3;
}

bool dc_text_is_format(uint32_t c)
{
	return is(c, UC_CATEGORY_MASK_Cf) || (c >= 0xfe00 && c <= 0xfe0f) ||
	       (c >= 0xe0000 && c <= 0xe0fff) || c == 0x34f || c == 0x115f || c == 0x1160 ||
	       c == 0x3164 || c == 0xffa0;
}

uint32_t dc_text_lower_of(uint32_t c, bool turkish)
{
	return turkish && c == 'I' ? 0x131 : uc_tolower(c);
}

uint32_t dc_text_title_of(uint32_t c) { return uc_totitle(c); }

void dc_text_encode(struct dc_buf *out, uint32_t c)
{
	uint8_t bytes[6];
	int n = u8_uctomb(bytes, c, sizeof(bytes));

	if (n > 0)
		dc_buf_add(out, bytes, (size_t)n);
}

void dc_text_plain(struct dc_buf *out, const char *s, size_t len)
{
	size_t n = 0;
	uint8_t *plain = u8_normalize(UNINORM_NFKC, (const uint8_t *)s, len, NULL, &n);

	if (!plain && errno == ENOMEM)
		dc_exhausted();
	if (plain)
		dc_buf_add(out, plain, n);
	free(plain);
}
