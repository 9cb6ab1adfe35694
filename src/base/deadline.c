/* deadline.c - a timer as a descriptor, to be polled beside others. */
#include "base/deadline.h"

#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#ifndef CLOCK_BOOTTIME
#define CLOCK_BOOTTIME 7 /* Linux; hidden by strict POSIX headers */
#endif

int dc_deadline(int64_t ms)
{
	const struct itimerspec when = { .it_value = { .tv_sec = (time_t)(ms / 1000),
		                                       .tv_nsec = ms % 1000 * 1000000 } };
	int fd = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);

	if (fd >= 0 && timerfd_settime(fd, 0, &when, NULL)) {
		close(fd);
		fd = -1;
	}
	return fd;
}
