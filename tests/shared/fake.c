/* fake.c - starts the fake Invitations API and asks what it saw. */
#include "shared/fake.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void die(const char *what)
{
	perror(what);
	exit(1);
}

const char *built(char out[4096], const char *path)
{
	char self[2048];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);

	if (n < 0)
		die("/proc/self/exe");
	self[n] = '\0';
	for (int up = 0; up < 3; up++)
		*strrchr(self, '/') = '\0';
	snprintf(out, 4096, "%s/%s", self, path);
	return out;
}

void fake_start(struct fake *f)
{
	char path[4096], line[64] = "";
	char *argv[] = { path, f->log, f->control, NULL };
	char *env[] = { NULL };
	posix_spawn_file_actions_t files;
	int out[2];
	int rc;

	snprintf(f->folder, sizeof(f->folder), "/tmp/decorum-fake.XXXXXX");
	if (!mkdtemp(f->folder) || pipe(out))
		die("mkdtemp");
	snprintf(f->log, sizeof(f->log), "%s/log", f->folder);
	snprintf(f->control, sizeof(f->control), "%s/control", f->folder);
	built(path, "tests/fake/invitations");
	built(f->helper, "libexec/decorum-http");
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
	posix_spawn_file_actions_addclose(&files, out[0]);
	rc = posix_spawn(&f->pid, path, &files, NULL, argv, env);
	posix_spawn_file_actions_destroy(&files);
	close(out[1]);
	if (rc || read(out[0], line, sizeof(line) - 1) < 6 || strncmp(line, "port ", 5))
		die(path);
	close(out[0]);
	snprintf(f->base, sizeof(f->base), "http://127.0.0.1:%ld", strtol(line + 5, NULL, 10));
}

void fake_stop(struct fake *f)
{
	kill(f->pid, SIGKILL);
	waitpid(f->pid, NULL, 0);
	unlink(f->log);
	unlink(f->control);
	rmdir(f->folder);
}

static void put(const char *path, const char *mode, const char *text)
{
	FILE *out = fopen(path, mode);

	if (!out || fputs(text, out) < 0 || fclose(out))
		die(path);
}

void fake_order(const struct fake *f, const char *lines) { put(f->control, "w", lines); }

void fake_forget(const struct fake *f) { put(f->log, "w", ""); }

void fake_log(const struct fake *f, const char *line)
{
	put(f->log, "a", line);
	put(f->log, "a", "\n");
}

int fake_count(const struct fake *f, const char *part)
{
	FILE *in = fopen(f->log, "r");
	char *line = NULL;
	size_t cap = 0;
	int n = 0;

	while (in && getline(&line, &cap, in) > 0)
		n += strstr(line, part) != NULL;
	free(line);
	if (in)
		fclose(in);
	return n;
}
