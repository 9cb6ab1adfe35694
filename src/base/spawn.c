/* spawn.c - posix_spawn with what every child here needs. */
#include "base/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

static int put_stream(posix_spawn_file_actions_t *files, int stream, int fd)
{
	if (fd == DC_SPAWN_NOWHERE)
		return posix_spawn_file_actions_addopen(
			files, stream, "/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY,
			0);
	return fd >= 0 ? posix_spawn_file_actions_adddup2(files, fd, stream) : 0;
}

int dc_spawn(pid_t *pid, const struct dc_spawn *s)
{
	const short group = s->own_group ? POSIX_SPAWN_SETPGROUP : 0;
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	sigset_t set;
	int rc;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attr);
	/* A reader that has seen enough closes its end: the child shall die of it. */
	sigemptyset(&set);
	posix_spawnattr_setsigmask(&attr, &set);
	sigaddset(&set, SIGPIPE);
	posix_spawnattr_setsigdefault(&attr, &set);
	posix_spawnattr_setflags(&attr,
	                         (short)(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group));
	/* A child with the wrong streams could tell a secret to the wrong reader. */
	if (!(rc = put_stream(&files, STDIN_FILENO, s->in)) &&
	    !(rc = put_stream(&files, STDOUT_FILENO, s->out)) &&
	    !(rc = put_stream(&files, STDERR_FILENO, s->err)))
		rc = posix_spawn(pid, s->file, &files, &attr, s->argv, s->environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attr);
	return rc;
}

int dc_spawn_wait(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

void dc_spawn_kill(pid_t pid, bool own_group)
{
	if (own_group)
		kill(-pid, SIGKILL);
	kill(pid, SIGKILL);
	(void)dc_spawn_wait(pid);
}
