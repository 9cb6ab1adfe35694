/* helper.h - talking to decorum-unpack: spawned with an argument list, never through a shell. */
#ifndef DC_IMPORT_HELPER_H
#define DC_IMPORT_HELPER_H

#include <decorum/buf.h>
#include <decorum/error.h>
#include <sys/types.h>

struct dc_import_helper {
	pid_t pid;
	int out;       /* its standard output */
	int complaint; /* its standard error */
};

/* Starts `unpack` with `args` (NULL-ended, the program's name first). */
int dc_import_helper_start(struct dc_import_helper *h, const char *unpack, char *const *args,
                           struct dc_error *err) DC_CHECKED;
/* EINTR is not seen; 0 at the end. */
ssize_t dc_import_helper_read(int fd, void *buf, size_t size);
/* Waits after the end of its output.  Anything but success is DC_INVALID (it refused the
 * archive) or DC_SYSTEM, with what it said. */
int dc_import_helper_end(struct dc_import_helper *h, const char *archive, struct dc_error *err)
	DC_CHECKED;
/* Stops it when it still runs; harmless after the end. */
void dc_import_helper_stop(struct dc_import_helper *h);

#endif
