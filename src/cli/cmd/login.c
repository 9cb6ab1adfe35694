/* login.c - `decorum login`: an access token by way of the browser.
 *
 * The browser comes back to a port of this machine that takes one request, for five minutes.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <spawn.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd.h"
#include "token.h"

enum {
	PATIENCE_MS = 5 * 60 * 1000, /* for the user */
	READ_MS = 10 * 1000,         /* for the browser, once it has called */
	REQUEST_MAX = 8192,
};

static int listen_here(int *fd, int *port, struct dc_error *err)
{
	struct sockaddr_in here = { .sin_family = AF_INET,
		                    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(here);

	*fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (*fd >= 0 && !bind(*fd, (struct sockaddr *)&here, sizeof(here)) && !listen(*fd, 4) &&
	    !getsockname(*fd, (struct sockaddr *)&here, &len)) {
		*port = ntohs(here.sin_port);
		return 0;
	}
	return dc_fail(err, DC_SYSTEM, "cannot open a port for the browser to come back to: %s",
	               strerror(errno));
}

static int64_t awake(void)
{
	struct dc_clock now;

	dc_clock_read(&now);
	return now.awake;
}

/* True when `fd` can be read before the moment `until` of the awake clock. */
static bool readable(int fd, int64_t until)
{
	for (;;) {
		struct pollfd p = { .fd = fd, .events = POLLIN };
		int64_t left = until - awake();
		int n = left > 0 ? poll(&p, 1, (int)left) : 0;

		if (n >= 0 || errno != EINTR)
			return n > 0;
	}
}

static void read_request(int fd, struct dc_buf *out)
{
	int64_t until = awake() + READ_MS;
	char piece[2048];
	ssize_t n;

	while (out->len < REQUEST_MAX && !strstr(dc_buf_str(out), "\r\n\r\n") &&
	       readable(fd, until) && (n = recv(fd, piece, sizeof(piece), 0)) > 0)
		dc_buf_add(out, piece, (size_t)n);
}

static void thank(int fd, bool good)
{
	DC_AUTO(dc_buf_clear) struct dc_buf page = { 0 };

	dc_buf_printf(&page,
	              "HTTP/1.1 %s\r\nContent-Type: text/plain; charset=utf-8\r\n"
	              "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
	              "Connection: close\r\n\r\n%s\n",
	              good ? "200 OK" : "400 Bad Request",
	              good ? "decorum has its answer. You can close this window."
	                   : "This did not work; decorum says why in the terminal.");
	/* Only a courtesy: the browser may be gone. */
	(void)!send(fd, page.data, page.len, MSG_NOSIGNAL);
}

/* Waits for the browser; a connection that closes without a word (browsers open some on
 * suspicion) is not the one request. */
static int await_code(char **code, int listening, const char *state, struct dc_error *err)
{
	int64_t until = awake() + PATIENCE_MS;

	while (readable(listening, until)) {
		DC_AUTO(dc_buf_clear) struct dc_buf request = { 0 };
		int fd = accept(listening, NULL, NULL);

		if (fd < 0)
			continue;
		read_request(fd, &request);
		if (!request.len) {
			close(fd);
			continue;
		}
		int rc = dc_oauth_code(code, request.data, request.len, state, err);

		thank(fd, rc == 0);
		close(fd);
		return rc;
	}
	return dc_fail(err, DC_TEMP,
	               "nobody came back from the browser within five minutes; "
	               "run decorum login again");
}

/* The address is shown in any case, so that a browser that does not open is no failure. */
static pid_t open_browser(struct dc_cli *cli, const char *url)
{
	const char *program = dc_settings_opener(cli->settings);
	char *argv[] = { dc_arena_strdup(&cli->arena, *program ? program : "xdg-open"),
		         dc_arena_strdup(&cli->arena, url), NULL };
	pid_t pid = -1;

	dc_cli_tell(cli, "Open this address in your browser and give access there:");
	dc_cli_tell(cli, "%s", url);
	return posix_spawnp(&pid, argv[0], NULL, NULL, argv, cli->paths.environ) ? -1 : pid;
}

/* What was paused for want of a log-in. */
static int go_on(struct dc_cli *cli, struct dc_error *err)
{
	bool resumed;
	int rc = dc_outbox_logged_in(&cli->outbox, &resumed, &cli->now, err);

	if (!rc && resumed)
		dc_out_say(cli->out, "The outbox runs again.");
	return rc;
}

static int exchange(struct dc_cli *cli, const struct dc_oauth_app *app, const char *code,
                    const char *redirect, const char *verifier, struct dc_error *err)
{
	DC_AUTO(dc_token_clear) struct dc_token token = { 0 };
	int rc = dc_oauth_exchange(&token, app, code, redirect, verifier, cli->now.wall, err);

	if (rc || (rc = dc_token_keep(cli, &token, err)))
		return rc;
	dc_out_put(cli->out, "expires", "Valid until", dc_day_cell(token.expires));
	dc_out_say(cli->out, "Logged in.  The token is in %s and nowhere else.",
	           dc_token_path(cli));
	return go_on(cli, err);
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf url = { 0 };
	DC_AUTO(dc_str) char *code = NULL;
	char state[DC_OAUTH_SECRET], verifier[DC_OAUTH_SECRET];
	unsigned char random[2][32];
	struct dc_settings_api api;
	struct dc_oauth_app app;
	int fd = -1, port = 0, rc;

	dc_settings_api(cli->settings, &api);
	if (*api.token_command)
		return dc_fail(err, DC_INVALID,
		               "api.token-command is set, so tokens come from there; "
		               "there is nothing to log in to");
	if ((rc = dc_token_app(cli, &app, err)))
		return rc;
	if (getrandom(random, sizeof(random), 0) != (ssize_t)sizeof(random))
		return dc_fail(err, DC_SYSTEM, "the system has no random numbers");
	dc_oauth_secret(state, random[0]);
	dc_oauth_secret(verifier, random[1]);
	if ((rc = listen_here(&fd, &port, err)) == 0) {
		const char *redirect = dc_arena_printf(&cli->arena, "http://127.0.0.1:%d/callback",
		                                       port);

		dc_oauth_address(&url, &app, redirect, state, verifier);
		pid_t browser = open_browser(cli, dc_buf_str(&url));

		rc = await_code(&code, fd, state, err);
		if (!rc)
			rc = exchange(cli, &app, code, redirect, verifier, err);
		if (browser > 0)
			waitpid(browser, NULL, WNOHANG);
	}
	if (fd >= 0)
		close(fd);
	return rc;
}

const struct dc_cmd dc_cmd_login = {
	.name = "login",
	.summary = "get an access token for the official API, for approved partners",
	.about = "Opens LinkedIn in your browser, where you give access; decorum sees neither your "
		 "name nor your password.  The browser comes back to a port of this machine that "
		 "takes one request and closes after five minutes.  The token is kept in a file "
		 "that "
		 "only you can read.\n\n"
		 "Needs api.client-id and api.scope in the configuration, and either api.pkce or "
		 "api.secret-command.  With api.token-command the token comes from a program of "
		 "yours instead, and nothing is stored.",
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING,
	.run = run,
};
