/* utf8.c - validity, lengths and boundaries. */
#include <decorum/text.h>

#include <string.h>
#include <unigbrk.h>
#include <unistr.h>

#include "text/utf8.h"

static const uint8_t *bytes(const char *s) { return (const uint8_t *)s; }

/* How much of s is ASCII, from its beginning; eight bytes at once. */
static size_t ascii_length(const char *s, size_t len)
{
	size_t n = 0;

	for (uint64_t eight; len - n >= sizeof(eight); n += sizeof(eight)) {
		memcpy(&eight, s + n, sizeof(eight));
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	while (n < len && (unsigned char)s[n] < 0x80)
		n++;
	return n;
}

bool dc_text_valid(const char *s, size_t len, size_t *bad)
{
	const uint8_t *first = NULL;

	for (size_t i = ascii_length(s, len), end; i < len && !first;) {
		for (end = i; end < len && (unsigned char)s[end] >= 0x80;)
			end++;
		first = u8_check(bytes(s) + i, end - i);
		i = end + ascii_length(s + end, len - end);
	}
	if (first && bad)
		*bad = (size_t)(first - bytes(s));
	return !first;
}

size_t dc_text_decode(uint32_t *c, const char *s, size_t len)
{
	ucs4_t uc;
	int n = u8_mbtoucr(&uc, bytes(s), len);

	*c = n > 0 ? uc : DC_TEXT_BROKEN;
	return n > 0 ? (size_t)n : 1;
}

size_t dc_text_units(const char *s, size_t len)
{
	size_t units = 0;

	for (size_t i = 0; i < len;) {
		uint32_t c;
		size_t n = dc_text_decode(&c, s + i, len - i);

		if (c == '\r' && i + 1 < len && s[i + 1] == '\n')
			n++;
		units += c > 0xffff && c != DC_TEXT_BROKEN ? 2 : 1;
		i += n;
	}
	return units;
}

/* Bytes of a character that nothing joins but what joins every letter: below U+0300 there is a
 * border between any two, but in CR LF.  0: look closer. */
static size_t plain_letter(const char *s, size_t len)
{
	const unsigned char c = (unsigned char)s[0];

	if (c < 0x80)
		return c != '\r';
	return c >= 0xc2 && c <= 0xcb && len > 1 && ((unsigned char)s[1] & 0xc0) == 0x80 ? 2 : 0;
}

/* u8_grapheme_next() of libunistring 1.0 looks at pairs only and cuts flags and
 * families of emoji apart; u8_grapheme_breaks() looks at the whole text. */
size_t dc_text_next(const char *s, size_t len, size_t at)
{
	char breaks[256];

	if (at >= len)
		return len;
	const size_t letter = plain_letter(s + at, len - at), next = at + letter;

	if (letter && (next == len || plain_letter(s + next, len - next)))
		return next;
	/* Most clusters are short, and the library looks at all that it is given. */
	for (size_t n = 24;; n = sizeof(breaks)) {
		if (n > len - at)
			n = len - at;
		u8_grapheme_breaks(bytes(s) + at, n, breaks);
		for (size_t i = 1; i < n; i++)
			if (breaks[i])
				return at + i;
		if (n == len - at || n == sizeof(breaks))
			return at + n;
	}
}

size_t dc_text_prev(const char *s, size_t len, size_t at)
{
	size_t start = 0;

	if (at > len)
		at = len;
	for (size_t next = 0; next < at; next = dc_text_next(s, at, next))
		start = next;
	return start;
}
