/* signals.c - the handlers do nothing but note the number and wake the poll. */
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include <decorum/compiler.h>

static const int caught[] = { SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGTSTP, SIGWINCH, SIGCHLD };

/* A handler has no argument of its own, so these are the process's. */
static volatile sig_atomic_t flags[DC_COUNT(caught)];
static struct sigaction before[DC_COUNT(caught)];
static int ends[2] = { -1, -1 };
static unsigned depth;

static void note(int number)
{
	int keep = errno;

	for (size_t i = 0; i < DC_COUNT(caught); i++)
		if (caught[i] == number)
			flags[i] = 1;
	/* A full pipe wakes just as well. */
	if (write(ends[1], "", 1) < 0)
		errno = keep;
	errno = keep;
}

int dc_signals_catch(void)
{
	struct sigaction action = { .sa_handler = note };

	if (ends[0] < 0) {
		if (pipe(ends))
			return -1;
		for (int i = 0; i < 2; i++) {
			fcntl(ends[i], F_SETFD, FD_CLOEXEC);
			fcntl(ends[i], F_SETFL, O_NONBLOCK);
		}
	}
	if (depth++)
		return ends[0];
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < DC_COUNT(caught); i++)
		sigaction(caught[i], &action, &before[i]);
	return ends[0];
}

void dc_signals_release(void)
{
	if (!depth || --depth)
		return;
	for (size_t i = 0; i < DC_COUNT(caught); i++)
		sigaction(caught[i], &before[i], NULL);
}

bool dc_signals_came(int number)
{
	for (size_t i = 0; i < DC_COUNT(caught); i++)
		if (caught[i] == number)
			return flags[i];
	return false;
}

bool dc_signals_took(int number)
{
	char bytes[64];

	while (read(ends[0], bytes, sizeof(bytes)) > 0)
		;
	for (size_t i = 0; i < DC_COUNT(caught); i++)
		if (caught[i] == number && flags[i]) {
			flags[i] = 0;
			return true;
		}
	return false;
}

int dc_signals_fd(void) { return ends[0]; }
