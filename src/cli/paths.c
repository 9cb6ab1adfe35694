/* paths.c - the environment, read once, and whole files. */
#include "paths.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <decorum/buf.h>

extern char **environ;

static const char *env(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

/* $XDG_…_HOME counts only when absolute, as its specification says; else below $HOME. */
static int base_folder(const char **out, const char *xdg, const char *below_home,
                       struct dc_arena *arena, struct dc_error *err)
{
	const char *given = env(xdg), *home = env("HOME");

	if (given && given[0] == '/')
		*out = dc_arena_printf(arena, "%s/decorum", given);
	else if (home)
		*out = dc_arena_printf(arena, "%s/%s/decorum", home, below_home);
	else
		return dc_fail(err, DC_INVALID,
		               "cannot tell where your files are: neither $HOME nor $%s is set",
		               xdg);
	return 0;
}

/* In the build tree the helpers stand beside the program, installed in ../libexec/decorum. */
static const char *find_helper(const char *name, struct dc_arena *arena)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);

	self[n > 0 ? n : 0] = '\0';
	char *slash = strrchr(self, '/');

	if (slash)
		*slash = '\0';
	const char *beside = dc_arena_printf(arena, "%s/libexec/%s", self, name);

	return access(beside, X_OK) == 0
	               ? beside
	               : dc_arena_printf(arena, "%s/../libexec/decorum/%s", self, name);
}

/* Where hunspell looks. */
static const char usual_dictionaries[] =
	"/usr/share/hunspell:/usr/share/myspell:/usr/share/myspell/dicts";

int dc_paths_find(struct dc_paths *out, const char *db, struct dc_arena *arena,
                  struct dc_error *err)
{
	const char *data, *config, *state, *columns = env("COLUMNS");
	long n = columns ? strtol(columns, NULL, 10) : 0;
	int rc;

	*out = (struct dc_paths){
		.unpack = find_helper("decorum-unpack", arena),
		.http = find_helper("decorum-http", arena),
		.search = env("PATH") ? env("PATH") : "/usr/local/bin:/usr/bin:/bin",
		.dictionaries = dc_arena_printf(
			arena, "%s:%s", env("DICPATH") ? env("DICPATH") : "", usual_dictionaries),
		.locale = env("LC_ALL")        ? env("LC_ALL")
		          : env("LC_MESSAGES") ? env("LC_MESSAGES")
		          : env("LANG")        ? env("LANG")
		                               : "",
		.editor = env("VISUAL")   ? env("VISUAL")
		          : env("EDITOR") ? env("EDITOR")
		                          : "",
		.terminal = env("TERM") ? env("TERM") : "",
		.environ = environ,
		.no_color = env("NO_COLOR") != NULL,
		.columns = n > 0 && n < 10000 ? (size_t)n : 0,
	};
	if ((rc = base_folder(&data, "XDG_DATA_HOME", ".local/share", arena, err)) ||
	    (rc = base_folder(&config, "XDG_CONFIG_HOME", ".config", arena, err)) ||
	    (rc = base_folder(&state, "XDG_STATE_HOME", ".local/state", arena, err)))
		return rc;
	const char *ledger = db && *db ? db : env("DECORUM_DB");

	out->ledger = ledger ? ledger : dc_arena_printf(arena, "%s/ledger.db", data);
	out->config = dc_arena_printf(arena, "%s/config.ini", config);
	out->templates = dc_arena_printf(arena, "%s/templates", config);
	out->words = dc_arena_printf(arena, "%s/words", config);
	out->state = state;
	return 0;
}

int dc_paths_make_folder(const char *path, struct dc_error *err)
{
	DC_AUTO(dc_str) char *copy = dc_strdup(path);

	for (char *p = strchr(copy + 1, '/'); p; p = strchr(p + 1, '/')) {
		*p = '\0';
		if (mkdir(copy, 0700) && errno != EEXIST)
			return dc_fail(err, DC_SYSTEM, "cannot make the folder %s: %s", copy,
			               strerror(errno));
		*p = '/';
	}
	return 0;
}

int dc_paths_read(char **out, size_t *len, const char *path, size_t max, struct dc_arena *arena,
                  struct dc_error *err)
{
	bool standard = !strcmp(path, "-");
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	DC_AUTO(dc_buf_clear) struct dc_buf all = { 0 };
	char piece[16384];
	ssize_t n;

	if (fd < 0)
		return dc_fail(err, errno == ENOENT ? DC_NOTFOUND : DC_INVALID,
		               "cannot read %s: %s", path, strerror(errno));
	while ((n = read(fd, piece, sizeof(piece))) > 0 || (n < 0 && errno == EINTR)) {
		if (n > 0)
			dc_buf_add(&all, piece, (size_t)n);
		if (all.len > max)
			break;
	}
	int why = errno;

	if (!standard)
		close(fd);
	if (n < 0)
		return dc_fail(err, DC_INVALID, "cannot read %s: %s", path, strerror(why));
	if (all.len > max)
		return dc_fail(err, DC_INVALID,
		               "%s has more than %zu bytes, which is more than makes sense here",
		               path, max);
	*out = dc_arena_strndup(arena, dc_buf_str(&all), all.len);
	*len = all.len;
	return 0;
}

static bool write_all(int fd, const char *text, size_t len)
{
	while (len) {
		ssize_t n = write(fd, text, len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			text += n;
			len -= (size_t)n;
		}
	}
	return true;
}

int dc_paths_write(const char *path, const char *text, size_t len, struct dc_error *err)
{
	DC_AUTO(dc_str) char *fresh = dc_printf("%s.new.%ld", path, (long)getpid());
	int rc = dc_paths_make_folder(path, err);

	if (rc)
		return rc;
	(void)unlink(fresh); /* left by a process of the same number that was killed */
	int fd = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return dc_fail(err, DC_SYSTEM, "cannot write %s: %s", path, strerror(errno));
	bool ok = write_all(fd, text, len) && fsync(fd) == 0;
	int why = errno;

	if (close(fd) && ok) {
		ok = false;
		why = errno;
	}
	if (ok && rename(fresh, path)) {
		ok = false;
		why = errno;
	}
	if (ok)
		return 0;
	(void)unlink(fresh); /* the error that counts is the one before */
	return dc_fail(err, DC_SYSTEM, "cannot write %s: %s", path, strerror(why));
}
