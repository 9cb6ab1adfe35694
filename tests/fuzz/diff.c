/* diff.c - any two texts beside each other: both can be put together again from the parts. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <decorum/buf.h>
#include <decorum/diff.h>
#include <decorum/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Three lines: the earlier text, the later one, the names. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	DC_AUTO(dc_str) char *text = dc_strndup((const char *)data, size);
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf was = { 0 }, is = { 0 };
	const char *line[3] = { text, "", "" };
	size_t count;

	if (!dc_text_valid(text, strlen(text), NULL))
		return 0;
	for (size_t i = 1; i < DC_COUNT(line); i++) {
		char *end = strchr(line[i - 1], '\n');

		if (!end)
			break;
		*end = '\0';
		line[i] = end + 1;
	}
	const struct dc_diff_part *parts = dc_diff(
		&count, &(struct dc_diff_side){ line[0], line[2] },
		&(struct dc_diff_side){ line[1], line[2] }, &arena);

	for (size_t i = 0; i < count; i++) {
		dc_buf_puts(&was, parts[i].was);
		dc_buf_puts(&is, parts[i].is);
	}
	assert(!parts || !strcmp(dc_buf_str(&was), line[0]));
	assert(!parts || !strcmp(dc_buf_str(&is), line[1]));
	return 0;
}
