/* csv.c - any bytes as CSV: the same rows or the same complaint however the bytes are cut. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <decorum/buf.h>
#include <decorum/text.h>
#include "import/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int on_row(void *data, const struct dc_csv_row *row, struct dc_error *err)
{
	struct dc_buf *out = data;

	(void)err;
	assert(row->count > 0);
	for (size_t i = 0; i < row->count; i++) {
		assert(strlen(row->fields[i].s) == row->fields[i].len);
		assert(dc_text_valid(row->fields[i].s, row->fields[i].len, NULL));
		dc_buf_printf(out, "[%s]", row->fields[i].s);
	}
	dc_buf_putc(out, '\n');
	return 0;
}

static int read_all(struct dc_buf *out, const char *bytes, size_t size, size_t step,
                    struct dc_error *err)
{
	DC_AUTO(dc_csv_free) struct dc_csv *c = dc_csv_new("x.csv", on_row, out);

	for (size_t i = 0; i < size; i += step) {
		int rc = dc_csv_feed(c, bytes + i, size - i < step ? size - i : step, err);

		if (rc)
			return rc;
	}
	return dc_csv_end(c, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const size_t steps[] = { 1, 2, 3, 7 };
	DC_AUTO(dc_buf_clear) struct dc_buf whole = { 0 };
	struct dc_error err = { 0 };
	int rc = read_all(&whole, (const char *)data, size, size ? size : 1, &err);

	for (size_t i = 0; i < DC_COUNT(steps); i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf cut = { 0 };
		struct dc_error other = { 0 };

		assert(read_all(&cut, (const char *)data, size, steps[i], &other) == rc);
		assert(!strcmp(dc_buf_str(&whole), dc_buf_str(&cut)));
		assert(!strcmp(err.msg, other.msg));
	}
	return 0;
}
