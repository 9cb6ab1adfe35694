/* oauth.c - OAuth 2.0: addresses, answers, tokens. */
#include <decorum/oauth.h>

#include <string.h>

#include <decorum/json.h>
#include <decorum/mem.h>
#include <decorum/text.h>
#include <decorum/time.h>

#include "transport/http.h"
#include "base/sha256.h"

void dc_oauth_secret(char out[DC_OAUTH_SECRET], const unsigned char random[32])
{
	dc_base64url(out, random, 32);
}

/* --- forms */

static void add_encoded(struct dc_buf *out, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				    "0123456789-._~";

	for (; *text; text++)
		if (strchr(plain, *text))
			dc_buf_putc(out, *text);
		else
			dc_buf_printf(out, "%%%02X", (unsigned char)*text);
}

static void add_field(struct dc_buf *out, const char *name, const char *value)
{
	if (out->len && out->data[out->len - 1] != '?')
		dc_buf_putc(out, '&');
	dc_buf_printf(out, "%s=", name);
	add_encoded(out, value);
}

static int hex(char c)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	const char *p = c ? strchr(digits, c) : NULL;

	return p ? (int)((p - digits) % 16) : -1;
}

/* The value of a field in a query, NULL when it is absent or malformed; the caller's. */
static char *field(const char *query, size_t len, const char *name)
{
	const char *end = query + len;
	size_t name_len = strlen(name);

	for (const char *p = query; p < end; p++) {
		const char *stop = memchr(p, '&', (size_t)(end - p));
		DC_AUTO(dc_buf_clear) struct dc_buf value = { 0 };

		stop = stop ? stop : end;
		if ((size_t)(stop - p) > name_len && p[name_len] == '=' &&
		    !memcmp(p, name, name_len)) {
			for (p += name_len + 1; p < stop; p++) {
				int c = (unsigned char)*p;

				if (c == '%') {
					if (stop - p < 3 || hex(p[1]) < 0 || hex(p[2]) < 0)
						return NULL;
					c = hex(p[1]) * 16 + hex(p[2]);
					p += 2;
				} else if (c == '+') {
					c = ' ';
				}
				if (c < ' ' || c == 0x7f)
					return NULL;
				dc_buf_putc(&value, (char)c);
			}
			return value.len ? dc_buf_take(&value) : dc_strdup("");
		}
		p = stop;
	}
	return NULL;
}

/* --- the browser's part */

void dc_oauth_address(struct dc_buf *out, const struct dc_oauth_app *app, const char *redirect,
                      const char *state, const char *verifier)
{
	char challenge[DC_SHA256_TEXT];

	dc_buf_printf(out, "%s/oauth/v2/authorization?", app->site);
	add_field(out, "response_type", "code");
	add_field(out, "client_id", app->client_id);
	add_field(out, "redirect_uri", redirect);
	add_field(out, "state", state);
	if (*app->scope)
		add_field(out, "scope", app->scope);
	if (app->pkce) {
		dc_sha256_text(challenge, verifier, strlen(verifier));
		add_field(out, "code_challenge", challenge);
		add_field(out, "code_challenge_method", "S256");
	}
}

/* Takes the same time wherever they differ. */
static bool same(const char *a, const char *b)
{
	size_t len = strlen(b);
	unsigned char differ = strlen(a) != len;

	for (size_t i = 0; i < len && !differ; i++)
		differ |= (unsigned char)(a[i] ^ b[i]);
	return !differ;
}

int dc_oauth_code(char **out, const char *request, size_t len, const char *state,
                  struct dc_error *err)
{
	static const char start[] = "GET /callback?";
	const char *query = request + strlen(start);
	const char *end = len > strlen(start) ? memchr(query, ' ', len - strlen(start)) : NULL;

	if (!end || memcmp(request, start, strlen(start)) != 0)
		return dc_fail(err, DC_INVALID,
		               "something else than the browser of this log-in called; "
		               "run decorum login again");
	size_t n = (size_t)(end - query);
	DC_AUTO(dc_str) char *got = field(query, n, "state");
	DC_AUTO(dc_str) char *error = field(query, n, "error");
	DC_AUTO(dc_str) char *said = field(query, n, "error_description");
	DC_AUTO(dc_str) char *code = field(query, n, "code");
	DC_AUTO(dc_buf_clear) struct dc_buf shown = { 0 };

	if (!got || !same(got, state))
		return dc_fail(err, DC_INVALID,
		               "the answer does not belong to this log-in and was not used; "
		               "run decorum login again");
	if (error &&
	    (!strcmp(error, "user_cancelled_login") || !strcmp(error, "user_cancelled_authorize") ||
	     !strcmp(error, "access_denied")))
		return dc_fail(err, DC_CONFLICT, "you did not give access, so nothing was changed");
	if (error) {
		const char *why = said && *said ? said : error;

		dc_text_show(&shown, why, strlen(why), DC_SHOW_LINE);
		return dc_fail(err, DC_INVALID, "LinkedIn refuses the log-in: %.300s",
		               dc_buf_str(&shown));
	}
	if (!code || !*code)
		return dc_fail(err, DC_INVALID, "LinkedIn's answer has no code; try again");
	*out = DC_STEAL(code);
	return 0;
}

/* --- tokens */

void dc_token_clear(struct dc_token *t)
{
	dc_free(t->access);
	dc_free(t->refresh);
	*t = (struct dc_token){ 0 };
}

/* What can stand in a header and nothing else. */
static bool good_token(const char *t)
{
	size_t len = t ? strlen(t) : 0;

	for (size_t i = 0; i < len; i++)
		if (t[i] <= ' ' || t[i] > '~')
			return false;
	return len > 0 && len <= 16384;
}

static const char *text_of(const struct dc_json *o, const char *key)
{
	const char *s = dc_json_string(dc_json_get(o, key));

	return s ? s : "";
}

static int64_t after(const struct dc_json *o, const char *key, int64_t now)
{
	double seconds = dc_json_number(dc_json_get(o, key));

	return seconds > 0 && seconds < 1e10 ? now + (int64_t)seconds * DC_SECOND : 0;
}

static int read_answer(struct dc_token *out, const struct dc_http_answer *a, int64_t now,
                       struct dc_error *err)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf shown = { 0 };
	const struct dc_json *o = NULL;

	if (!dc_json_parse(&doc, dc_buf_str(&a->body), a->body.len, NULL))
		o = dc_json_root(doc);
	const char *refresh = text_of(o, "refresh_token");
	const char *why = *text_of(o, "error_description") ? text_of(o, "error_description")
	                                                   : text_of(o, "error");

	if (a->status == 429 || a->status >= 500)
		return dc_fail(err, DC_TEMP, "LinkedIn is busy (HTTP %d); try again later",
		               a->status);
	if (a->status != 200) {
		dc_text_show(&shown, why, strlen(why), DC_SHOW_LINE);
		return dc_fail(err, DC_INVALID, "LinkedIn refuses the log-in (HTTP %d): %.200s",
		               a->status, dc_buf_str(&shown));
	}
	if (!good_token(text_of(o, "access_token")) || (*refresh && !good_token(refresh)))
		return dc_fail(err, DC_INVALID, "LinkedIn's answer to the log-in has no token");
	*out = (struct dc_token){
		.access = dc_strdup(text_of(o, "access_token")),
		.refresh = dc_strdup(refresh),
		.expires = after(o, "expires_in", now),
		.refresh_expires = after(o, "refresh_token_expires_in", now),
	};
	return 0;
}

static int ask(struct dc_token *out, const struct dc_oauth_app *app, const struct dc_buf *form,
               int64_t now, struct dc_error *err)
{
	static const char *const headers[] = { "Content-Type: application/x-www-form-urlencoded",
		                               "Accept: application/json", "User-Agent: decorum",
		                               NULL };
	DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
	DC_AUTO(dc_str) char *url = dc_printf("%s/oauth/v2/accessToken", app->site);
	const struct dc_http_request r = {
		.helper = app->helper,
		.method = "POST",
		.url = url,
		.headers = headers,
		.body = dc_buf_str(form),
		.body_len = form->len,
		.connect = app->connect,
		.total = app->total,
		.ca_file = app->ca_file,
		.loopback = app->loopback,
	};
	int rc = dc_http_ask(&a, &r, err);

	/* Asking again costs nothing but a new log-in. */
	if (rc == DC_UNKNOWN)
		return dc_fail(err, DC_TEMP, "LinkedIn did not answer the log-in; try again");
	return rc ? rc : read_answer(out, &a, now, err);
}

static void add_app(struct dc_buf *form, const struct dc_oauth_app *app)
{
	add_field(form, "client_id", app->client_id);
	if (*app->client_secret)
		add_field(form, "client_secret", app->client_secret);
}

int dc_oauth_exchange(struct dc_token *out, const struct dc_oauth_app *app, const char *code,
                      const char *redirect, const char *verifier, int64_t now, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf form = { 0 };

	add_field(&form, "grant_type", "authorization_code");
	add_field(&form, "code", code);
	add_field(&form, "redirect_uri", redirect);
	add_app(&form, app);
	if (app->pkce)
		add_field(&form, "code_verifier", verifier);
	return ask(out, app, &form, now, err);
}

int dc_oauth_refresh(struct dc_token *out, const struct dc_oauth_app *app,
                     const struct dc_token *old, int64_t now, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf form = { 0 };

	if (!*old->refresh || (old->refresh_expires && old->refresh_expires <= now))
		return dc_fail(err, DC_INVALID, "the log-in is over; run: decorum login");
	add_field(&form, "grant_type", "refresh_token");
	add_field(&form, "refresh_token", old->refresh);
	add_app(&form, app);
	int rc = ask(out, app, &form, now, err);

	/* The old one stays good until the day it had from the start. */
	if (!rc && !*out->refresh) {
		dc_free(out->refresh);
		out->refresh = dc_strdup(old->refresh);
		out->refresh_expires = old->refresh_expires;
	}
	return rc;
}

void dc_token_write(struct dc_buf *out, const struct dc_token *t)
{
	struct dc_json_writer w = { .out = out };

	dc_json_begin(&w, NULL, '{');
	dc_json_put_int(&w, "v", 1);
	dc_json_put_string(&w, "access", t->access);
	dc_json_put_int(&w, "expires", t->expires);
	dc_json_put_string(&w, "refresh", t->refresh);
	dc_json_put_int(&w, "refresh_expires", t->refresh_expires);
	dc_json_end(&w, '}');
	dc_buf_putc(out, '\n');
}

int dc_token_read(struct dc_token *out, const char *text, size_t len, struct dc_error *err)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	const struct dc_json *o = NULL;

	if (!dc_json_parse(&doc, text, len, NULL))
		o = dc_json_root(doc);
	const char *refresh = text_of(o, "refresh");

	if ((int)dc_json_number(dc_json_get(o, "v")) != 1 || !good_token(text_of(o, "access")) ||
	    (*refresh && !good_token(refresh)))
		return dc_fail(err, DC_INVALID,
		               "the stored log-in cannot be read; run: decorum login");
	*out = (struct dc_token){
		.access = dc_strdup(text_of(o, "access")),
		.refresh = dc_strdup(refresh),
		.expires = (int64_t)dc_json_number(dc_json_get(o, "expires")),
		.refresh_expires = (int64_t)dc_json_number(dc_json_get(o, "refresh_expires")),
	};
	return 0;
}

int dc_token_line(char **out, const char *text, size_t len, struct dc_error *err)
{
	size_t n = 0;

	while (n < len && text[n] != '\n' && text[n] != '\r')
		n++;
	DC_AUTO(dc_str) char *line = dc_strndup(text, n);

	if (strlen(line) != n || !good_token(line))
		return dc_fail(err, DC_INVALID,
		               "the token command printed no token on its first line");
	*out = DC_STEAL(line);
	return 0;
}

char **dc_words(const char *line)
{
	size_t len = strlen(line), max = len / 2 + 2, count = 0;
	char **words = dc_alloc(1, max * sizeof(*words) + len + 1);
	char *to = (char *)(words + max);

	for (const char *p = line + strspn(line, " \t"); *p; p += strspn(p, " \t")) {
		char quote = '\0';

		words[count++] = to;
		for (; *p && (quote || !strchr(" \t", *p)); p++) {
			if (quote ? *p == quote : *p == '\'' || *p == '"')
				quote = quote ? '\0' : *p;
			else if (*p == '\\' && quote != '\'' && p[1])
				*to++ = *++p;
			else
				*to++ = *p;
		}
		if (quote) {
			dc_free(words);
			return NULL;
		}
		*to++ = '\0';
	}
	words[count] = NULL;
	return words;
}
