/* date.c - any bytes as a date of an export: unknown, or a moment within LinkedIn's life. */
#include <assert.h>
#include <stdint.h>

#include <decorum/mem.h>
#include <decorum/time.h>
#include "import/date.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	DC_AUTO(dc_str) char *s = dc_strndup((const char *)data, size);
	const int64_t moments[] = {
		dc_import_date_day(s, size),
		dc_import_date_minute(s, size),
		dc_import_date_second(s, size),
		dc_import_date_named(s),
	};

	for (size_t i = 0; i < DC_COUNT(moments); i++) {
		struct dc_date d = dc_date_of(moments[i]);

		assert(!moments[i] || (d.year >= 1 && d.year <= 9999 && dc_date_valid(&d)));
	}
	return 0;
}
