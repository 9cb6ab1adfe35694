/* settings.c - no configuration file makes the reader fall over. */
#include <stdint.h>

#include <decorum/settings.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dc_settings *s = NULL;
	struct dc_setting row;
	struct dc_error err;

	if (!dc_settings_read(&s, "config.ini", (const char *)data, size, &err))
		for (size_t i = 0; dc_settings_at(s, i, &row); i++)
			if (!row.origin[0])
				__builtin_trap();
	dc_settings_free(s);
	return 0;
}
