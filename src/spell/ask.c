/* ask.c - hunspell as a child: one write, then its answer, and not a moment longer. */
#include "spell/spell.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/deadline.h"
#include "base/spawn.h"

enum { SAID_MAX = 256 * 1024, PIECE = 4096 };

/* True at the end of what it says; false when the time is over or it says too much. */
static bool hear(struct dc_buf *said, int fd, int timer)
{
	struct pollfd wait[] = { { .fd = fd, .events = POLLIN },
		                 { .fd = timer, .events = POLLIN } };
	char piece[PIECE];

	while (said->len <= SAID_MAX) {
		if (poll(wait, 2, -1) < 0 && errno != EINTR)
			return false;
		if (wait[1].revents)
			return false;
		ssize_t n = recv(fd, piece, sizeof(piece), MSG_DONTWAIT);

		if (n == 0)
			return true;
		if (n > 0)
			dc_buf_add(said, piece, (size_t)n);
		else if (errno != EAGAIN && errno != EINTR)
			return false;
	}
	return false;
}

/* A socket, not a pipe: writing to one that is closed is an error, not a signal.  It holds all
 * that is asked, so one write is enough and never waits. */
static bool talk(struct dc_buf *said, int fd, int timer, const char *lines, size_t len)
{
	return send(fd, lines, len, MSG_NOSIGNAL | MSG_DONTWAIT) == (ssize_t)len &&
	       !shutdown(fd, SHUT_WR) && hear(said, fd, timer);
}

static bool start(pid_t *pid, const struct dc_speller *s, const char *dictionary, int fd)
{
	DC_AUTO(dc_str) char *name = dc_strdup(dictionary);
	char arg0[] = "hunspell", a[] = "-a", i[] = "-i", utf8[] = "utf-8", d[] = "-d";
	char *const argv[] = { arg0, a, i, utf8, d, name, NULL };

	return dc_spawn(pid, &(struct dc_spawn){ .file = s->program,
	                                         .argv = argv,
	                                         .environ = s->environ,
	                                         .in = fd,
	                                         .out = fd,
	                                         .err = DC_SPAWN_NOWHERE,
	                                         .own_group = true }) == 0;
}

bool dc_spell_ask(struct dc_buf *said, const struct dc_speller *s, const char *dictionary,
                  const char *lines, size_t len)
{
	int pair[2], timer = dc_deadline(s->wait);
	bool well = false;
	pid_t pid;

	if (timer < 0)
		return false;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair)) {
		close(timer);
		return false;
	}
	const bool started = start(&pid, s, dictionary, pair[1]);

	close(pair[1]);
	if (started) {
		well = talk(said, pair[0], timer, lines, len);
		dc_spawn_kill(pid, true); /* it has said all, or will not be listened to */
	}
	close(pair[0]);
	close(timer);
	return well;
}
