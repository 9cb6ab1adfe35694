/* show.c - whatever comes in, what goes to the terminal holds no control character, is
 * UTF-8, and clusters are walked alike from both ends. */
#include <stdint.h>

#include <decorum/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };

	dc_text_show(&out, text, size, DC_SHOW_LINE);
	if (!dc_text_valid(dc_buf_str(&out), out.len, NULL))
		__builtin_trap();
	for (size_t i = 0; i < out.len; i++)
		if ((unsigned char)out.data[i] < 0x20 || out.data[i] == 0x7f ||
		    ((unsigned char)out.data[i] == 0xc2 && (unsigned char)out.data[i + 1] < 0xa0))
			__builtin_trap();
	dc_buf_reset(&out);
	dc_text_fold(&out, text, size);
	for (size_t at = 0; at < size;) {
		size_t next = dc_text_next(text, size, at);

		if (next <= at || (size < 400 && dc_text_prev(text, next, next) != at))
			__builtin_trap();
		at = next;
	}
	if (dc_text_units(text, size) > size)
		__builtin_trap();
	return 0;
}
