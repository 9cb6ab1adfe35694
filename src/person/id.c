/* id.c - "ACwAAAAdaooB…" is base64url of: two bytes of kind, two zero bytes, the member number
 * in big-endian order, and a signature that says nothing about the person. */
#include "person/id.h"

#include <decorum/compiler.h>

enum {
	HEAD = 4, /* bytes before the number */
	WANTED = HEAD + 4,
	LEAST = 11 /* characters that hold them */
};

/* The kinds of id that stand for a member. */
static const unsigned char heads[][HEAD] = {
	{ 0x00, 0x2a, 0x00, 0x00 }, /* ACoAA: profiles */
	{ 0x00, 0x2c, 0x00, 0x00 }, /* ACwAA: Sales Navigator */
	{ 0x00, 0x43, 0x00, 0x00 }, /* AEMAA: Recruiter */
};

static int sextet(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '-' ? 62 : c == '_' ? 63 : -1;
}

static bool known_head(const unsigned char *bytes)
{
	for (size_t i = 0; i < DC_COUNT(heads); i++)
		if (!__builtin_memcmp(bytes, heads[i], HEAD))
			return true;
	return false;
}

bool dc_person_id(uint32_t *member, const char *id, size_t len)
{
	unsigned char bytes[WANTED] = { 0 };
	unsigned pool = 0, bits = 0;
	size_t n = 0;

	if (len < LEAST || id[0] != 'A')
		return false;
	for (size_t i = 0; i < len; i++) {
		int v = sextet(id[i]);

		if (v < 0)
			return false;
		pool = pool << 6 | (unsigned)v;
		bits += 6;
		if (bits >= 8 && n < WANTED) {
			bits -= 8;
			bytes[n++] = (unsigned char)(pool >> bits);
		}
	}
	if (!known_head(bytes))
		return false;
	uint32_t number = (uint32_t)bytes[4] << 24 | (uint32_t)bytes[5] << 16 |
	                  (uint32_t)bytes[6] << 8 | bytes[7];

	if (!number)
		return false;
	*member = number;
	return true;
}
