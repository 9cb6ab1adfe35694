/* json.c - no text makes the reader fall over; what it reads can be walked. */
#include <stdint.h>

#include <decorum/json.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t walk(const struct dc_json *v)
{
	size_t n = 1;

	for (const struct dc_json *c = dc_json_child(v); c; c = dc_json_next(c))
		n += walk(c);
	return n + (dc_json_string(v) != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dc_json_doc *doc = NULL;

	if (!dc_json_parse(&doc, (const char *)data, size, NULL))
		(void)walk(dc_json_root(doc));
	dc_json_free(doc);
	return 0;
}
