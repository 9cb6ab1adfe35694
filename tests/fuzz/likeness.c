/* likeness.c - any bytes as two people: no crash, a score within its bounds, a reason when there is
 * one. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/person.h>
#include <decorum/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* How likely `a` and `b` are one, where nobody else is on file; 0: not likely. */
static int likeness(const struct dc_person_seen *a, const struct dc_person_seen *b)
{
	DC_AUTO(dc_person_hunt_free) struct dc_person_hunt *h = dc_person_hunt_new(a);
	const struct dc_person_found *found;

	dc_person_hunt_show(h, 1, b);
	if (!dc_person_hunt_end(h, &found))
		return 0;
	assert(found[0].id == 1 && *found[0].reason);
	assert(found[0].score >= DC_PERSON_LIKELY && found[0].score <= 100);
	return found[0].score;
}

/* Eight fields, cut at newlines; what is no UTF-8 never gets as far as here. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	DC_AUTO(dc_str) char *text = dc_strndup((const char *)data, size);
	uint64_t hashes[DC_PERSON_HASHES_MAX];
	const char *fields[8];
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
	struct dc_person_seen a = {
		.name = fields[0], .company = fields[1], .key = fields[2], .headline = fields[6]
	};
	struct dc_person_seen b = {
		.name = fields[3], .company = fields[4], .key = fields[5], .headline = fields[7]
	};

	(void)likeness(&a, &b);
	(void)likeness(&b, &a);
	assert(dc_person_hashes(hashes, &a) <= DC_PERSON_HASHES_MAX);
	return 0;
}
