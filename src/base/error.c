/* error.c - codes as a table, messages in a struct the caller owns. */
#include <decorum/error.h>

#include <stdarg.h>
#include <stdio.h>

static const struct {
	const char *name;
	int status;
	bool retry;
} codes[DC_CODE_COUNT] = {
#define X(name, status, retry) [DC_I_##name] = { #name, status, retry },
	DC_CODES(X)
#undef X
};

int dc_fail(struct dc_error *err, int code, const char *fmt, ...)
{
	va_list ap;

	if (err) {
		err->code = code;
		va_start(ap, fmt);
		vsnprintf(err->msg, sizeof(err->msg), fmt, ap);
		va_end(ap);
	}
	return code;
}

static unsigned row(int code)
{
	unsigned i = (unsigned)-code;

	return i < DC_CODE_COUNT ? i : DC_I_SYSTEM;
}

const char *dc_code_name(int code) { return codes[row(code)].name; }
int dc_code_exit(int code) { return codes[row(code)].status; }
bool dc_code_retryable(int code) { return codes[row(code)].retry; }
