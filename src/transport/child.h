/* child.h - running one program of the desktop: no shell, no zombie, never waiting long. */
#ifndef DC_TRANSPORT_CHILD_H
#define DC_TRANSPORT_CHILD_H

#include <decorum/error.h>
#include <stddef.h>

enum dc_child_end {
	DC_CHILD_OK,     /* ended with status 0 in time */
	DC_CHILD_FAILED, /* ended with another status, or could not be started */
	DC_CHILD_RUNS,   /* still at it when the time was over */
};

struct dc_child {
	const char *file;        /* as from dc_program_find() */
	const char *const *argv; /* NULL-ended */
	char *const *environ;    /* NULL-ended */
	const char *input;       /* for its standard input, or NULL */
	size_t input_len;
	int wait_ms;
	bool leave; /* what runs on when the time is over is left alone; else it is ended */
};

/* Runs it in a session of its own, so that Ctrl-C here does not reach it, with no file of
 * ours open and its output nowhere.  Whatever it does, this returns soon after wait_ms. */
enum dc_child_end dc_child_run(const struct dc_child *c);

#endif
