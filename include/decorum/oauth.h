/* oauth.h - OAuth 2.0 for a program without a server: authorization code on 127.0.0.1.
 *
 * The parts that need no network are functions of their arguments.  The caller shows the
 * address, listens, stores the token (0600, nowhere else) and brings the randomness.
 */
#ifndef DECORUM_OAUTH_H
#define DECORUM_OAUTH_H

#include <decorum/buf.h>
#include <decorum/error.h>
#include <stdbool.h>
#include <stdint.h>

/* Strings borrowed, never NULL; "" where nothing is set. */
struct dc_oauth_app {
	const char *site; /* "https://www.linkedin.com" */
	const char *client_id, *client_secret, *scope;
	bool pkce;
	const char *helper, *ca_file; /* as in struct dc_api */
	int64_t connect, total;
	bool loopback;
};

enum { DC_OAUTH_SECRET = 44 };
/* 32 random bytes as a state or a verifier: 43 characters of base64url. */
void dc_oauth_secret(char out[DC_OAUTH_SECRET], const unsigned char random[32]);

/* The address to open in a browser. */
void dc_oauth_address(struct dc_buf *out, const struct dc_oauth_app *app, const char *redirect,
                      const char *state, const char *verifier);

/* The code out of the request with which the browser comes back ("GET /callback?…"); the
 * caller's.  DC_CONFLICT: the user said no; DC_INVALID: not from this log-in. */
int dc_oauth_code(char **out, const char *request, size_t len, const char *state,
                  struct dc_error *err) DC_CHECKED;

struct dc_token {
	char *access, *refresh; /* owned; refresh may be "" */
	int64_t expires, refresh_expires;
};
void dc_token_clear(struct dc_token *t);
DC_DEFINE_CLEAR(struct dc_token, dc_token_clear)

/* Code or refresh token for a token.  DC_TEMP: network; DC_INVALID: refused. */
int dc_oauth_exchange(struct dc_token *out, const struct dc_oauth_app *app, const char *code,
                      const char *redirect, const char *verifier, int64_t now, struct dc_error *err)
	DC_CHECKED;
int dc_oauth_refresh(struct dc_token *out, const struct dc_oauth_app *app,
                     const struct dc_token *old, int64_t now, struct dc_error *err) DC_CHECKED;

/* What the token file holds. */
void dc_token_write(struct dc_buf *out, const struct dc_token *t);
int dc_token_read(struct dc_token *out, const char *text, size_t len, struct dc_error *err)
	DC_CHECKED;
/* What a token command printed: its first line.  DC_INVALID when it is no token. */
int dc_token_line(char **out, const char *text, size_t len, struct dc_error *err) DC_CHECKED;

/* A command line as words: blanks separate, quotes '…' and "…" and a backslash keep them
 * together; nothing else is special and no shell is asked.  NULL-ended, all of it one
 * block that the caller frees with dc_free(); NULL when a quote does not end. */
char **dc_words(const char *line);

#endif
