/* editor.c - starts the editor, waits, and reads back what it saved. */
#include "editor.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <decorum/mem.h>
#include <decorum/text.h>

#include "signals.h"

enum { BYTES_MAX = 1 << 20 };

static int make_file(char **path, const struct dc_editor *e, const struct dc_buf *text,
                     struct dc_error *err)
{
	DC_AUTO(dc_str) char *name = dc_printf("%s/note-XXXXXX", e->folder);
	int fd = mkstemp(name);

	if (fd < 0)
		return dc_fail(err, DC_SYSTEM, "cannot make a file for the editor in %s: %s",
		               e->folder, strerror(errno));
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	size_t done = 0;

	while (done < text->len) {
		ssize_t n = write(fd, text->data + done, text->len - done);

		if (n < 0) {
			int why = errno;

			close(fd);
			unlink(name);
			return dc_fail(err, DC_SYSTEM, "cannot write %s for the editor: %s", name,
			               strerror(why));
		}
		done += (size_t)n;
	}
	close(fd);
	*path = DC_STEAL(name);
	return 0;
}

static bool read_back(struct dc_buf *out, const char *path)
{
	char bytes[4096];
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	while ((n = read(fd, bytes, sizeof(bytes))) > 0 && out->len < BYTES_MAX)
		dc_buf_add(out, bytes, (size_t)n);
	close(fd);
	return n == 0;
}

/* Editors end a file with a newline; a text that had none gets none. */
static void trim(struct dc_buf *now, const struct dc_buf *before)
{
	bool had = before->len && before->data[before->len - 1] == '\n';

	if (!had && now->len && now->data[now->len - 1] == '\n')
		now->data[--now->len] = '\0';
}

/* "code --wait" is a program and an argument; a path with blanks that exists is one program. */
static void become(const char *command, char *path)
{
	DC_AUTO(dc_str) char *words = dc_strdup(command);
	char *argv[32], *rest = words;
	size_t n = 0;

	if (strchr(command, '/') && !access(command, X_OK)) {
		argv[n++] = words;
	} else {
		for (rest += strspn(rest, " \t"); *rest && n < 30; rest += strspn(rest, " \t")) {
			size_t len = strcspn(rest, " \t");

			argv[n++] = rest;
			rest += len;
			if (*rest)
				*rest++ = '\0';
		}
	}
	argv[n++] = path;
	argv[n] = NULL;
	execvp(argv[0], argv);
	_exit(errno == ENOENT ? 127 : 126);
}

static pid_t start(const struct dc_editor *e, char *path)
{
	static const char *const usual[] = { "editor", "nano", "vi" };
	pid_t pid = fork();

	if (pid)
		return pid;
	if (strspn(e->command, " \t") < strlen(e->command))
		become(e->command, path);
	for (size_t i = 0; i < DC_COUNT(usual); i++)
		execlp(usual[i], usual[i], path, (char *)NULL);
	_exit(127);
}

static void tell_saved(const struct dc_editor *e, const char *path, struct dc_buf *last,
                       const struct dc_buf *before)
{
	DC_AUTO(dc_buf_clear) struct dc_buf now = { 0 };

	if (!e->saved || !read_back(&now, path))
		return;
	trim(&now, before);
	if (now.len == last->len && !memcmp(dc_buf_str(&now), dc_buf_str(last), now.len))
		return;
	dc_buf_reset(last);
	dc_buf_add(last, dc_buf_str(&now), now.len);
	e->saved(e->data, dc_buf_str(last), last->len);
}

/* Until the editor ends, or the terminal goes away: then false. */
static bool wait_for(const struct dc_editor *e, pid_t pid, const char *path,
                     const struct dc_buf *before, int *status)
{
	DC_AUTO(dc_buf_clear) struct dc_buf last = { 0 };
	struct pollfd p = { .fd = dc_signals_catch(), .events = POLLIN };
	bool ended = true;

	dc_buf_add(&last, dc_buf_str(before), before->len);
	while (waitpid(pid, status, WNOHANG) == 0) {
		if (dc_signals_came(SIGHUP) || dc_signals_came(SIGTERM)) {
			tell_saved(e, path, &last, before);
			ended = false;
			break;
		}
		poll(&p, 1, 1000);
		dc_signals_took(SIGCHLD);
		/* Ctrl-Z stops the editor and us together, Ctrl-C is the editor's. */
		if (dc_signals_took(SIGTSTP))
			raise(SIGSTOP);
		tell_saved(e, path, &last, before);
	}
	dc_signals_took(SIGINT);
	dc_signals_took(SIGQUIT);
	dc_signals_release();
	return ended;
}

static int how_ended(const struct dc_editor *e, int status, struct dc_error *err)
{
	const char *who = *e->command ? e->command : "the editor";

	if (WIFEXITED(status) && !WEXITSTATUS(status))
		return 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return dc_fail(err, DC_SYSTEM,
		               "%.200s cannot be found; set $VISUAL or $EDITOR. The text is as it "
		               "was",
		               who);
	return dc_fail(err, DC_SYSTEM, "%.200s ended with %s %d; the text is as it was", who,
	               WIFEXITED(status) ? "status" : "signal",
	               WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
}

int dc_editor_run(const struct dc_editor *e, struct dc_buf *text, struct dc_error *err)
{
	DC_AUTO(dc_str) char *path = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf now = { 0 };
	int status = 0, rc = make_file(&path, e, text, err);
	size_t bad;

	if (rc)
		return rc;
	pid_t pid = start(e, path);

	if (pid < 0) {
		unlink(path);
		return dc_fail(err, DC_SYSTEM, "cannot start the editor: %s", strerror(errno));
	}
	bool waited = wait_for(e, pid, path, text, &status);

	if (waited && (rc = how_ended(e, status, err))) {
		unlink(path);
		return rc;
	}
	if (!read_back(&now, path))
		return dc_fail(err, DC_SYSTEM, "cannot read %s again: %s", path, strerror(errno));
	if (!dc_text_valid(dc_buf_str(&now), now.len, &bad) || strlen(dc_buf_str(&now)) != now.len)
		return dc_fail(err, DC_INVALID,
		               "what came back from the editor is not UTF-8 text; it is left in %s",
		               path);
	trim(&now, text);
	dc_buf_reset(text);
	dc_buf_add(text, dc_buf_str(&now), now.len);
	unlink(path);
	return 0;
}
