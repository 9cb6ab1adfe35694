/* oauth.c - what comes back from a browser, a token file, a token command, the head of an answer.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/oauth.h>

#include "transport/http.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void no_line_breaks(const char *s) { assert(!s || !strpbrk(s, "\r\n")); }

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	DC_AUTO(dc_str) char *text = dc_strndup((const char *)data, size);
	DC_AUTO(dc_str) char *code = NULL, *line = NULL;
	DC_AUTO(dc_token_clear) struct dc_token token = { 0 };
	DC_AUTO(dc_http_clear) struct dc_http_answer answer = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf id = { 0 };
	struct dc_error err = { 0 };

	/* What is taken can stand in a header: nothing in it starts another one. */
	if (!dc_oauth_code(&code, text, size, "good", &err))
		no_line_breaks(code);
	if (!dc_token_read(&token, text, size, &err)) {
		no_line_breaks(token.access);
		no_line_breaks(token.refresh);
	}
	if (!dc_token_line(&line, text, size, &err))
		no_line_breaks(line);
	dc_buf_add(&answer.headers, text, size);
	if (dc_http_header(&answer, "x-linkedin-id", &id))
		no_line_breaks(dc_buf_str(&id));
	char **words = dc_words(text);

	for (size_t i = 0; words && words[i]; i++)
		assert(strlen(words[i]) <= size);
	dc_free(words);
	return 0;
}
