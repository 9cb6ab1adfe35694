/* spawn.h - starting a child with an argument list, never through a shell, and ending it. */
#ifndef DC_BASE_SPAWN_H
#define DC_BASE_SPAWN_H

#include <stdbool.h>
#include <sys/types.h>

/* What a stream of the child is, when it is no open file of ours. */
enum { DC_SPAWN_NOWHERE = -1, DC_SPAWN_OURS = -2 };

struct dc_spawn {
	const char *file;
	char *const *argv, *const *environ; /* NULL-ended */
	int in, out, err;                   /* a file descriptor above 2, or one of the above */
	bool own_group; /* Ctrl-C is not for it, and dc_spawn_kill is for all of it */
};

/* 0, or an errno.  Signals are as by default and none is held back. */
int dc_spawn(pid_t *pid, const struct dc_spawn *s);
/* Waits for its end: the status as from waitpid(). */
int dc_spawn_wait(pid_t pid);
/* Ends it at once, with what it has started when it has a group of its own, and waits. */
void dc_spawn_kill(pid_t pid, bool own_group);

#endif
