/* measure.c - runs a command and prints "seconds-of-wall seconds-of-cpu kilobytes-at-most". */
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

int main(int argc, char **argv, char **environ)
{
	struct timespec a, b;
	struct rusage used;
	int status;
	pid_t pid;

	(void)argc;
	clock_gettime(CLOCK_MONOTONIC, &a);
	if (!argv[1] || posix_spawnp(&pid, argv[1], NULL, NULL, argv + 1, environ) ||
	    waitpid(pid, &status, 0) < 0)
		return 2;
	clock_gettime(CLOCK_MONOTONIC, &b);
	getrusage(RUSAGE_CHILDREN, &used);
	printf("%.3f %.3f %ld\n",
	       (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) / 1e9,
	       seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
