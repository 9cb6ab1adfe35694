/* child.c - a program of the desktop, started by a watcher between it and us.
 *
 * An opener may be the browser itself and stay for hours.  The watcher is our child and
 * ends soon, so it can be waited for; the program becomes nobody's and leaves no zombie.
 * Between fork and execve only calls that are safe after a fork are made.
 */
#include "transport/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STEP_MS = 10, FILES_MAX = 4096, SIGNALS = 64 };

static void nap(void)
{
	const struct timespec step = { .tv_nsec = STEP_MS * 1000000L };

	(void)nanosleep(&step, NULL); /* woken early is as good */
}

/* --- in the children */

static void default_signals(void)
{
	const struct sigaction plain = { .sa_handler = SIG_DFL };
	sigset_t none;

	for (int s = 1; s <= SIGNALS; s++)
		(void)sigaction(s, &plain, NULL); /* some cannot be set, and need not */
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static void only_these_files(int in, int keep)
{
	int nowhere = open("/dev/null", O_RDWR);

	if (dup2(in >= 0 ? in : nowhere, 0) < 0 || dup2(nowhere, 1) < 0 || dup2(nowhere, 2) < 0)
		_exit(127);
	for (int fd = 3; fd < FILES_MAX; fd++)
		if (fd != keep)
			close(fd);
}

/* What execve takes are arrays of char *, though it changes nothing of them. */
static void become(const struct dc_child *c)
{
	union {
		const char *const *in;
		char *const *out;
	} argv = { .in = c->argv };

	execve(c->file, argv.out, c->environ);
	_exit(127);
}

static enum dc_child_end watch(pid_t program, const struct dc_child *c)
{
	int status = 0;

	for (int waited = 0;; waited += STEP_MS) {
		pid_t ended = waitpid(program, &status, WNOHANG);

		if (ended == program)
			return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? DC_CHILD_OK
			                                                     : DC_CHILD_FAILED;
		if (ended < 0 && errno != EINTR)
			return DC_CHILD_FAILED;
		if (waited >= c->wait_ms)
			break;
		nap();
	}
	if (!c->leave) {
		kill(program, SIGKILL);
		waitpid(program, &status, 0);
	}
	return DC_CHILD_RUNS;
}

/* Answers one byte on `tell`: how it ended. */
static void watcher(const struct dc_child *c, int in, int tell)
{
	setsid();
	default_signals();
	only_these_files(in, tell);
	pid_t program = fork();

	if (program == 0) {
		close(tell);
		become(c);
	}
	/* Nobody must wait for us because we hold the other end of the input. */
	close(0);
	unsigned char end = program < 0 ? DC_CHILD_FAILED : (unsigned char)watch(program, c);
	ssize_t told = write(tell, &end, 1);

	_exit(told == 1 ? 0 : 1);
}

/* --- here */

/* Hands the input over while somebody takes it; what is not taken is their loss. */
static void feed(int fd, const struct dc_child *c)
{
	size_t done = 0;

	for (int waited = 0; done < c->input_len && waited <= c->wait_ms;) {
		ssize_t n = send(fd, c->input + done, c->input_len - done,
		                 MSG_NOSIGNAL | MSG_DONTWAIT);

		if (n > 0) {
			done += (size_t)n;
		} else if (n < 0 && errno != EAGAIN && errno != EINTR) {
			return;
		} else {
			nap();
			waited += STEP_MS;
		}
	}
}

static enum dc_child_end hear(int fd)
{
	unsigned char end;
	ssize_t n;

	do /* ends also when the watcher dies: the pipe has no other writer */
		n = read(fd, &end, 1);
	while (n < 0 && errno == EINTR);
	return n == 1 && end <= DC_CHILD_RUNS ? (enum dc_child_end)end : DC_CHILD_FAILED;
}

static bool private_pipe(int ends[2])
{
	if (pipe(ends))
		return false;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	return true;
}

enum dc_child_end dc_child_run(const struct dc_child *c)
{
	int in[2] = { -1, -1 }, told[2];
	enum dc_child_end end = DC_CHILD_FAILED;

	/* A socket, not a pipe: writing to one that is closed is an error, not a signal. */
	if (c->input && socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in))
		return end;
	if (!private_pipe(told)) {
		close(in[0]);
		close(in[1]);
		return end;
	}
	pid_t pid = fork();

	if (pid == 0)
		watcher(c, in[0], told[1]);
	close(told[1]);
	if (in[0] >= 0)
		close(in[0]);
	if (pid > 0) {
		if (c->input)
			feed(in[1], c);
	}
	if (in[1] >= 0)
		close(in[1]);
	if (pid > 0) {
		end = hear(told[0]);
		while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	close(told[0]);
	return end;
}
