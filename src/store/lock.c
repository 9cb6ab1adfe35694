/* lock.c - the lock of the one live sender.
 *
 * A lock that the kernel takes away when its holder dies is proof of death; a lease would be
 * a guess.  The file stays: removing it would let two hold "the" lock.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/store.h"

static int busy(int fd, const char *path, struct dc_error *err)
{
	char text[24] = "";
	ssize_t n = pread(fd, text, sizeof(text) - 1, 0);
	long pid = n > 0 ? strtol(text, NULL, 10) : 0;

	if (pid > 0)
		return dc_fail(err, DC_TEMP,
		               "another decorum (process %ld) is sending already; it holds %.200s",
		               pid, path);
	return dc_fail(err, DC_TEMP, "another decorum is sending already; it holds %.200s", path);
}

int dc_ledger_lock_sender(struct dc_ledger *l, int *fd, struct dc_error *err)
{
	DC_AUTO(dc_str) char *path = dc_printf("%s-sender", l->path);
	DC_AUTO(dc_buf_clear) struct dc_buf pid = { 0 };
	int rc = 0;

	*fd = -1;
	if (l->memory)
		return 0;
	int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (lock < 0)
		return dc_fail(err, DC_SYSTEM, "cannot lock %.300s: %s", path, strerror(errno));
	while ((rc = flock(lock, LOCK_EX | LOCK_NB)) && errno == EINTR)
		;
	if (rc) {
		rc = errno == EWOULDBLOCK ? busy(lock, path, err)
		                          : dc_fail(err, DC_SYSTEM, "cannot lock %.300s: %s", path,
		                                    strerror(errno));
		close(lock);
		return rc;
	}
	/* Only for the sentence above; that it cannot be written hurts nobody. */
	dc_buf_printf(&pid, "%ld\n", (long)getpid());
	bool told = !ftruncate(lock, 0) && pwrite(lock, pid.data, pid.len, 0) > 0;

	(void)told;
	*fd = lock;
	return 0;
}
