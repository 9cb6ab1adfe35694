/* freeze.c - `freeze N SECOND PROGRAM ARG...`: PROGRAM stands still in front of its Nth system call
 * until the script SECOND has ended, and then goes on as if nothing had been.
 *
 * As SIGSTOP would do it, at a place that is exact.  Of the programs that PROGRAM starts, only the
 * calls that talk to somebody count; whoever is not at the Nth call runs on.  Ends as PROGRAM does.
 */
#define _GNU_SOURCE /* __WALL */
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* After the headers above, which it contradicts. */
#include <linux/ptrace.h>

#include <decorum/compiler.h>

extern char **environ;

static const unsigned long talking[] = { SYS_connect, SYS_sendto,  SYS_recvfrom,
	                                 SYS_sendmsg, SYS_recvmsg, SYS_write };

static bool at_a_call(pid_t pid, bool first)
{
	struct __ptrace_syscall_info at;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof(at), &at) <= 0 ||
	    at.op != PTRACE_SYSCALL_INFO_ENTRY)
		return false;
	for (size_t i = 0; i < DC_COUNT(talking); i++)
		if (at.entry.nr == talking[i])
			return true;
	return first;
}

static pid_t start_second(char *script)
{
	char shell[] = "sh", *argv[] = { shell, script, NULL };
	pid_t pid;

	return posix_spawnp(&pid, shell, NULL, NULL, argv, environ) ? -1 : pid;
}

/* What a process that stopped is to be told when it goes on. */
static int signal_for(int status)
{
	int number = WSTOPSIG(status);

	/* Calls, events, and the stop that every new process begins with are ours alone. */
	return number == (SIGTRAP | 0x80) || number == SIGTRAP || number == SIGSTOP ? 0 : number;
}

static int trace(pid_t first, long n, char *script)
{
	pid_t frozen = 0, second = 0, pid;
	int status, end = -1;

	while ((end < 0 || second > 0) && (pid = waitpid(-1, &status, __WALL)) > 0) {
		if (pid == second) {
			second = 0;
			ptrace(PTRACE_SYSCALL, frozen, NULL, 0);
			continue;
		}
		if (!WIFSTOPPED(status)) {
			if (pid == first)
				end = WIFEXITED(status) ? WEXITSTATUS(status)
				                        : 128 + WTERMSIG(status);
			continue;
		}
		if (WSTOPSIG(status) == (SIGTRAP | 0x80) && at_a_call(pid, pid == first) &&
		    --n == 0 && (second = start_second(script)) > 0) {
			frozen = pid;
			continue;
		}
		ptrace(PTRACE_SYSCALL, pid, NULL, signal_for(status));
	}
	return end;
}

int main(int argc, char **argv)
{
	const long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
	                     PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC;
	int status;

	if (argc < 4)
		return 2;
	pid_t pid = fork();

	if (pid == 0) {
		ptrace(PTRACE_TRACEME, 0, NULL, NULL);
		execvp(argv[3], argv + 3);
		_exit(127);
	}
	/* It stops when it has become the program. */
	if (pid < 0 || waitpid(pid, &status, 0) < 0 || !WIFSTOPPED(status) ||
	    ptrace(PTRACE_SETOPTIONS, pid, NULL, options) || ptrace(PTRACE_SYSCALL, pid, NULL, 0)) {
		fprintf(stderr, "nothing may be traced here\n");
		return 126;
	}
	return trace(pid, strtol(argv[1], NULL, 10), argv[2]);
}
