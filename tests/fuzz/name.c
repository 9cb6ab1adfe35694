/* name.c - whatever people put into a name field, the parts are clean text, or in doubt. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/person.h>
#include <decorum/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct dc_name *n)
{
	const char *const parts[] = { n->first, n->last, n->nick, n->credentials };

	for (size_t i = 0; i < DC_COUNT(parts); i++) {
		assert(dc_text_valid(parts[i], strlen(parts[i]), NULL));
		assert(!strpbrk(parts[i], "\x1b\r\n\t\x7f"));
	}
	assert(*n->first || n->doubtful);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	DC_AUTO(dc_str) char *text = dc_strndup((const char *)data, size);
	char *tab = strchr(text, '\t');
	DC_AUTO(dc_name_clear) struct dc_name full = { 0 };
	DC_AUTO(dc_name_clear) struct dc_name parts = { 0 };

	if (tab)
		*tab = '\0';
	dc_name_parse(&full, text);
	check(&full);
	dc_name_parse_parts(&parts, text, tab ? tab + 1 : "");
	check(&parts);
	return 0;
}
