/* key_url.c - the address to open for a key. */
#include <decorum/person.h>

#include <string.h>

#include <decorum/mem.h>

char *dc_person_url(const char *key)
{
	static const char hexes[] = "0123456789ABCDEF";
	DC_AUTO(dc_buf_clear) struct dc_buf url = { 0 };

	if (!strncmp(key, "member/", 7))
		return dc_printf("https://www.linkedin.com/profile/view?id=%s", key + 7);
	if (strncmp(key, "in/", 3))
		return NULL;
	dc_buf_puts(&url, "https://www.linkedin.com/in/");
	for (const char *s = key + 3; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || strchr("-._~", c)) {
			dc_buf_putc(&url, *s);
		} else {
			dc_buf_putc(&url, '%');
			dc_buf_putc(&url, hexes[c >> 4]);
			dc_buf_putc(&url, hexes[c & 15]);
		}
	}
	return dc_buf_take(&url);
}
