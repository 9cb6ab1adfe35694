/* spell.c - any bytes as what hunspell says, and as a list of the user's words. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "spell/spell.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dc_spell_answer a[3] = { 0 };
	const char *said = (const char *)data;
	DC_AUTO(dc_buf_clear) struct dc_buf own = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc doc = { 0 };

	if (dc_spell_answers(a, DC_COUNT(a), said, size))
		for (size_t i = 0; i < DC_COUNT(a); i++) {
			const struct dc_span s = a[i].suggestion;

			assert(s.from <= s.to && s.to <= size);
			assert((a[i].suggestions > 0) == (s.to > s.from));
			assert(dc_text_valid(said + s.from, s.to - s.from, NULL));
		}
	dc_spell_own(&own, said, size);
	assert(own.data[0] == '\n' && strlen(own.data) == own.len);
	dc_doc_init(&doc, said, size);
	for (size_t i = 0; i < doc.word_count; i++)
		(void)dc_spell_askable(&doc, i, dc_buf_str(&own));
	return 0;
}
