/* likeness.c - any bytes as two people: no crash, a score within its bounds, a reason when there is
 * one. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/person.h>
#include <decorum/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Six fields, cut at newlines; what is no UTF-8 never gets as far as here. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	DC_AUTO(dc_str) char *text = dc_strndup((const char *)data, size);
	uint64_t hashes[DC_PERSON_HASHES_MAX];
	const char *fields[6], *why;
	char *s = text;

	if (!dc_text_valid(text, strlen(text), NULL))
		return 0;
	for (size_t i = 0; i < DC_COUNT(fields); i++) {
		size_t n = strcspn(s, "\n");

		fields[i] = s;
		s += n;
		if (*s)
			*s++ = '\0';
	}
	struct dc_person_seen a = { fields[0], fields[1], fields[2] };
	struct dc_person_seen b = { fields[3], fields[4], fields[5] };
	int there = dc_person_likeness(&why, &a, &b);

	assert(why && (there > 0) == (*why != '\0'));
	int back = dc_person_likeness(&why, &b, &a);

	assert(there >= 0 && there <= 100 && back >= 0 && back <= 100);
	assert(dc_person_hashes(hashes, &a) <= DC_PERSON_HASHES_MAX);
	return 0;
}
