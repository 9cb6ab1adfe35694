/* token.c - reads and writes the log-in.
 *
 * A token passes from its file or command into the request's frame, and is in no argument
 * list, environment, message or ledger on its way.
 */
#include "token.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd.h"

enum { MAX = 64 << 10 };

const char *dc_token_path(struct dc_cli *cli)
{
	return dc_arena_printf(&cli->arena, "%s/token", cli->paths.state);
}

int dc_token_keep(struct dc_cli *cli, const struct dc_token *t, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

	dc_token_write(&text, t);
	return dc_paths_write(dc_token_path(cli), text.data, text.len, err);
}

/* Reads up to MAX bytes; false when there are more or reading fails. */
static bool read_all(int fd, struct dc_buf *out)
{
	char piece[4096];
	ssize_t n;

	while ((n = read(fd, piece, sizeof(piece))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 || out->len + (size_t)n > MAX)
			return false;
		dc_buf_add(out, piece, (size_t)n);
	}
	return true;
}

/* --- the file */

static int read_file(struct dc_buf *out, const char *path, struct dc_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat s;
	int rc = 0;

	if (fd < 0 && errno == ENOENT)
		return dc_fail(err, DC_INVALID, "nobody is logged in; run: decorum login");
	if (fd < 0)
		return dc_fail(err, DC_SYSTEM, "cannot read the log-in %s: %s", path,
		               errno == ELOOP ? "it is a symbolic link" : strerror(errno));
	if (fstat(fd, &s))
		rc = dc_fail(err, DC_SYSTEM, "cannot read the log-in %s: %s", path,
		             strerror(errno));
	else if (!S_ISREG(s.st_mode) || s.st_uid != geteuid() || (s.st_mode & 077))
		rc = dc_fail(err, DC_SYSTEM,
		             "others can read or own the log-in %s, so it is not used; "
		             "run: decorum logout, then decorum login",
		             path);
	else if (!read_all(fd, out))
		rc = dc_fail(err, DC_SYSTEM, "cannot read the log-in %s", path);
	close(fd);
	return rc;
}

/* --- a command that prints a secret */

static int start(const char *line, char **words, char *const *environ, pid_t *pid, int *from,
                 struct dc_error *err)
{
	posix_spawn_file_actions_t files;
	int out[2], rc;

	if (pipe(out))
		return dc_fail(err, DC_SYSTEM, "cannot run '%.100s': %s", line, strerror(errno));
	fcntl(out[0], F_SETFD, FD_CLOEXEC);
	fcntl(out[1], F_SETFD, FD_CLOEXEC);
	posix_spawn_file_actions_init(&files);
	rc = posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
	if (!rc)
		rc = posix_spawnp(pid, words[0], &files, NULL, words, environ);
	posix_spawn_file_actions_destroy(&files);
	close(out[1]);
	if (rc) {
		close(out[0]);
		return dc_fail(err, DC_INVALID, "cannot run '%.100s': %s", line, strerror(rc));
	}
	*from = out[0];
	return 0;
}

/* The first line that a command prints, in the arena. */
static int line_of(const char **out, struct dc_cli *cli, const char *line, struct dc_error *err)
{
	char **words = dc_words(line);
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_str) char *found = NULL;
	int status = 0, from = -1, rc;
	pid_t pid = 0;

	if (!words || !words[0])
		rc = dc_fail(err, DC_INVALID, "'%.100s' is no command: a quote does not end", line);
	else
		rc = start(line, words, cli->paths.environ, &pid, &from, err);
	dc_free(words);
	if (rc)
		return rc;
	bool whole = read_all(from, &text);

	close(from);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (!whole || !WIFEXITED(status) || WEXITSTATUS(status))
		return dc_fail(err, DC_SYSTEM, "'%.100s' failed, so there is no token", line);
	if ((rc = dc_token_line(&found, dc_buf_str(&text), text.len, err)))
		return rc;
	*out = dc_arena_strdup(&cli->arena, found);
	return 0;
}

/* --- what commands ask for */

int dc_token_app(struct dc_cli *cli, struct dc_oauth_app *out, struct dc_error *err)
{
	struct dc_settings_api api;

	dc_settings_api(cli->settings, &api);
	*out = (struct dc_oauth_app){
		.site = api.login,
		.client_id = api.client_id,
		.client_secret = "",
		.scope = api.scope,
		.pkce = api.pkce,
		.helper = cli->paths.http,
		.ca_file = api.ca_file,
		.connect = api.connect,
		.total = api.total,
		.loopback = api.loopback,
	};
	if (!*api.client_id)
		return dc_fail(err, DC_INVALID,
		               "the official API is for approved LinkedIn partners: put the client "
		               "id of your app into api.client-id in %s",
		               cli->paths.config);
	return *api.secret_command ? line_of(&out->client_secret, cli, api.secret_command, err) : 0;
}

/* From here on this process knows a token. */
static void no_core_file(void)
{
	const struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
}

static int from_file(const char **out, struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_token_clear) struct dc_token kept = { 0 }, fresh = { 0 };
	struct dc_oauth_app app;
	int rc;

	if ((rc = read_file(&text, dc_token_path(cli), err)) ||
	    (rc = dc_token_read(&kept, dc_buf_str(&text), text.len, err)))
		return rc;
	*out = dc_arena_strdup(&cli->arena, kept.access);
	if (!kept.expires || cli->now.wall < kept.expires - DC_HOUR)
		return 0;
	if (!*kept.refresh)
		return cli->now.wall < kept.expires
		               ? 0
		               : dc_fail(err, DC_INVALID, "the log-in is over; run: decorum login");
	if ((rc = dc_token_app(cli, &app, err)) ||
	    (rc = dc_oauth_refresh(&fresh, &app, &kept, cli->now.wall, err)) ||
	    (rc = dc_token_keep(cli, &fresh, err)))
		return rc;
	*out = dc_arena_strdup(&cli->arena, fresh.access);
	return 0;
}

int dc_token_use(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_settings_api s;
	struct dc_api *api = dc_arena_alloc(&cli->arena, 1, sizeof(*api));
	const char *token = "";
	int rc;

	no_core_file();
	dc_settings_api(cli->settings, &s);
	rc = *s.token_command ? line_of(&token, cli, s.token_command, err)
	                      : from_file(&token, cli, err);
	if (rc)
		return rc;
	*api = (struct dc_api){
		.helper = cli->paths.http,
		.base = s.base,
		.token = token,
		.me = s.person,
		.ca_file = s.ca_file,
		.connect = s.connect,
		.total = s.total,
		.loopback = s.loopback,
	};
	cli->outbox.desk.api = api;
	return 0;
}
