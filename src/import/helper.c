/* helper.c - decorum-unpack as a child: two pipes, an empty environment, no shell. */
#include "import/helper.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <decorum/text.h>

#include "base/spawn.h"

enum { SENTENCE_MAX = 300, REFUSED = 2 };

static int make_pipe(int ends[2])
{
	if (pipe(ends))
		return errno;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	return 0;
}

static void close_both(const int ends[2])
{
	for (int i = 0; i < 2; i++)
		if (ends[i] >= 0)
			close(ends[i]);
}

int dc_import_helper_start(struct dc_import_helper *h, const char *unpack, char *const *args,
                           struct dc_error *err)
{
	char *const nothing[] = { NULL };
	int out[2] = { -1, -1 }, complaint[2] = { -1, -1 };
	int rc = make_pipe(out);

	if (!rc)
		rc = make_pipe(complaint);
	if (!rc)
		rc = dc_spawn(&h->pid, &(struct dc_spawn){ .file = unpack,
		                                           .argv = args,
		                                           .environ = nothing,
		                                           .in = DC_SPAWN_NOWHERE,
		                                           .out = out[1],
		                                           .err = complaint[1] });
	if (rc) {
		close_both(out);
		close_both(complaint);
		return dc_fail(err, DC_SYSTEM,
		               "cannot start %s, which reads archives: %s; import the unpacked "
		               "folder instead",
		               unpack, strerror(rc));
	}
	close(out[1]);
	close(complaint[1]);
	h->out = out[0];
	h->complaint = complaint[0];
	return 0;
}

ssize_t dc_import_helper_read(int fd, void *buf, size_t size)
{
	ssize_t n;

	do
		n = read(fd, buf, size);
	while (n < 0 && errno == EINTR);
	return n;
}

static void close_pipes(struct dc_import_helper *h)
{
	close(h->out);
	close(h->complaint);
	*h = (struct dc_import_helper){ 0 };
}

/* What it said, on one line and harmless. */
static void sentence(struct dc_buf *out, int fd)
{
	char said[SENTENCE_MAX];
	size_t len = 0;
	ssize_t n;

	while (len < sizeof(said) &&
	       (n = dc_import_helper_read(fd, said + len, sizeof(said) - len)) > 0)
		len += (size_t)n;
	while (len && said[len - 1] == '\n')
		len--;
	dc_text_show(out, said, len, DC_SHOW_LINE);
}

int dc_import_helper_end(struct dc_import_helper *h, const char *archive, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf said = { 0 }, name = { 0 };

	sentence(&said, h->complaint);
	int status = dc_spawn_wait(h->pid);

	close_pipes(h);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return 0;
	dc_text_show(&name, archive, strlen(archive), DC_SHOW_LINE);
	if (WIFSIGNALED(status))
		return dc_fail(
			err, DC_INVALID,
			"cannot read '%s': reading it was stopped by signal %d, as a limit of "
			"memory or time does",
			dc_buf_str(&name), WTERMSIG(status));
	return dc_fail(err, WEXITSTATUS(status) == REFUSED ? DC_INVALID : DC_SYSTEM,
	               "cannot read '%s': %s", dc_buf_str(&name),
	               said.len ? dc_buf_str(&said) : "its reader failed without a word");
}

void dc_import_helper_stop(struct dc_import_helper *h)
{
	if (h->pid <= 0)
		return;
	dc_spawn_kill(h->pid, false);
	close_pipes(h);
}
