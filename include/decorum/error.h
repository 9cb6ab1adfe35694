/* error.h - the one way this library reports failure.
 *
 * A function that can fail returns 0 or a negative code and, when `err` is not
 * NULL, fills it with a sentence for the user: what could not be done, to which
 * thing, why, what to do next.  The library never prints, never exits (except
 * when memory runs out) and never reads the environment.
 */
#ifndef DECORUM_ERROR_H
#define DECORUM_ERROR_H

#include <decorum/compiler.h>
#include <stdbool.h>

/* One row per code: name, process exit status, is it worth trying again? */
#define DC_CODES(X)                                                         \
	X(OK, 0, false)                                                     \
	X(FINDINGS, 1, false) /* refused because of what the check found */ \
	X(INVALID, 2, false)  /* wrong usage, wrong or missing input */     \
	X(NOTFOUND, 3, false) /* no such request, person, template, rule */ \
	X(CONFLICT, 4, false) /* too late, or changed meanwhile */          \
	X(SYSTEM, 5, false)   /* the ledger or the system failed */         \
	X(UNKNOWN, 6, false)  /* the outcome is unknown */                  \
	X(TEMP, 75, true)     /* busy, network, rate limit: try again later */

enum dc_code_index {
#define X(name, status, retry) DC_I_##name,
	DC_CODES(X)
#undef X
		DC_CODE_COUNT
};

enum dc_code {
#define X(name, status, retry) DC_##name = -(int)DC_I_##name,
	DC_CODES(X)
#undef X
};

struct dc_error {
	int code;
	char msg[512];
};

/* Fills `err` (may be NULL) and returns `code`, so that callers can write
 * `return dc_fail(err, DC_INVALID, "...")`. */
int dc_fail(struct dc_error *err, int code, const char *fmt, ...) DC_PRINTF(3, 4);

const char *dc_code_name(int code);
int dc_code_exit(int code);
bool dc_code_retryable(int code);

#endif
