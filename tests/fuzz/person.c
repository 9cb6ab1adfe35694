/* person.c - any bytes as a profile address: no crash, and key, url, key is stable. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/person.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	DC_AUTO(dc_str) char *address = dc_strndup((const char *)data, size);
	DC_AUTO(dc_str) char *key = NULL, *same = NULL, *again = NULL;
	struct dc_error err = { 0 };

	(void)dc_person_is_address(address);
	if (dc_person_key(&key, address, &err)) {
		assert(!key && err.msg[0]);
		return 0;
	}
	assert(!dc_person_key(&same, key, &err) && !strcmp(key, same));
	DC_AUTO(dc_str) char *url = dc_person_url(key);

	if (url)
		assert(!dc_person_key(&again, url, &err) && !strcmp(key, again));
	return 0;
}
