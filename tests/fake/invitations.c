/* invitations.c - the Invitations API on loopback, in its documented shape, with bad manners on
 * command.
 *
 *   invitations LOG CONTROL [TOKEN]     serves; prints "port N" when it listens
 *   invitations --browse URL            plays the browser that follows a log-in's redirects
 *
 * Every connection is one process and, as with the real one, may carry one request after the other:
 * what is sent again on it is seen.  What is accepted is in LOG (one JSON object a line, fsync)
 * before the answer begins; LOG is also the whole memory, so a test may append to it:
 *   {"event":"accepted","id":1,"invitee":"urn:li:person:a","body":"Hi","at":1}
 *   {"event":"state","id":1,"state":"ACCEPTED"}
 * CONTROL has lines "OPERATION MANNER before|after": the first one that fits a request is used up,
 * and says how it is answered and whether what was asked is done before that.
 */
#define _GNU_SOURCE /* strcasestr */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <decorum/json.h>
#include <decorum/mem.h>
#include <decorum/time.h>

#include "base/sha256.h"

enum { MAX_INVITATIONS = 4096 };

struct invitation {
	int64_t id, at;
	const char *invitee, *body, *state;
};

struct memory {
	struct dc_arena arena;
	struct invitation all[MAX_INVITATIONS];
	size_t count;
	const char *challenge; /* of the newest log-in */
};

struct request {
	int fd;
	struct dc_clock began; /* its first byte was here */
	struct dc_buf raw;
	char *method, *path, *query, *headers, *body;
	size_t body_len;
};

struct reply {
	int status;
	struct dc_buf headers, body;
};

static const char *log_path, *control_path, *good_token = "good-token";

/* --- memory */

static const char *text_of(struct memory *m, const struct dc_json *o, const char *key)
{
	const char *s = dc_json_string(dc_json_get(o, key));

	return s ? dc_arena_strdup(&m->arena, s) : "";
}

static void recall(struct memory *m, const struct dc_json *o)
{
	const char *event = text_of(m, o, "event");
	int64_t id = (int64_t)dc_json_number(dc_json_get(o, "id"));

	if (!strcmp(event, "challenge"))
		m->challenge = text_of(m, o, "challenge");
	if (!strcmp(event, "accepted") && m->count < MAX_INVITATIONS)
		m->all[m->count++] = (struct invitation){
			.id = id,
			.at = (int64_t)dc_json_number(dc_json_get(o, "at")),
			.invitee = text_of(m, o, "invitee"),
			.body = text_of(m, o, "body"),
			.state = "PENDING",
		};
	for (size_t i = 0; i < m->count; i++)
		if (m->all[i].id == id && !strcmp(event, "state"))
			m->all[i].state = text_of(m, o, "state");
}

static void remember(struct memory *m)
{
	FILE *f = fopen(log_path, "re");
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	m->challenge = "";
	while (f && (n = getline(&line, &cap, f)) > 0) {
		struct dc_json_doc *doc = NULL;

		if (!dc_json_parse(&doc, line, (size_t)n, NULL))
			recall(m, dc_json_root(doc));
		dc_json_free(doc);
	}
	free(line);
	if (f)
		fclose(f);
}

/* Durable when it returns. */
static void note_down(const struct dc_buf *json)
{
	int fd = open(log_path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0 || write(fd, json->data, json->len) != (ssize_t)json->len ||
	    write(fd, "\n", 1) != 1 || fsync(fd))
		abort();
	close(fd);
}

static void note_state(int64_t id, const char *state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };
	struct dc_json_writer w = { .out = &b };

	dc_json_begin(&w, NULL, '{');
	dc_json_put_string(&w, "event", "state");
	dc_json_put_int(&w, "id", id);
	dc_json_put_string(&w, "state", state);
	dc_json_end(&w, '}');
	note_down(&b);
}

/* --- control: takes the first line that fits out of the file */

static void take_manner(const char *operation, char manner[32], bool *after)
{
	FILE *f = fopen(control_path, "re");
	DC_AUTO(dc_buf_clear) struct dc_buf rest = { 0 };
	char op[32], how[32], when[32];
	char *line = NULL;
	size_t cap = 0;
	bool taken = false;

	snprintf(manner, 32, "ok");
	*after = true;
	if (!f)
		return;
	while (getline(&line, &cap, f) > 0) {
		if (!taken && sscanf(line, "%31s %31s %31s", op, how, when) == 3 &&
		    (!strcmp(op, operation) || !strcmp(op, "any"))) {
			snprintf(manner, 32, "%s", how);
			*after = !strcmp(when, "after");
			taken = true;
			continue;
		}
		dc_buf_puts(&rest, line);
	}
	free(line);
	fclose(f);
	if (!taken || !(f = fopen(control_path, "we")))
		return;
	fwrite(dc_buf_str(&rest), 1, rest.len, f);
	fclose(f);
}

/* --- operations in their documented shape */

static void refuse(struct reply *r, int status, const char *code, const char *message)
{
	struct dc_json_writer w = { .out = &r->body };

	r->status = status;
	dc_buf_reset(&r->body);
	dc_json_begin(&w, NULL, '{');
	dc_json_put_string(&w, "message", message);
	dc_json_put_int(&w, "serviceErrorCode", 65600);
	if (code)
		dc_json_put_string(&w, "code", code);
	dc_json_put_int(&w, "status", status);
	dc_json_end(&w, '}');
}

static void put_invitation(struct dc_json_writer *w, const char *key, const struct invitation *v)
{
	DC_AUTO(dc_str) char *urn = dc_printf("urn:li:invitation:%" PRId64, v->id);

	dc_json_begin(w, key, '{');
	dc_json_put_string(w, "id", urn);
	dc_json_put_string(w, "state", v->state);
	dc_json_put_int(w, "sentAt", v->at);
	dc_json_put_int(w, "created", v->at);
	dc_json_put_int(w, "lastModified", v->at);
	dc_json_put_string(w, "inviter", "urn:li:person:me");
	dc_json_put_string(w, "invitee", v->invitee);
	if (*v->body) {
		dc_json_begin(w, "message", '{');
		dc_json_begin(w, "com.linkedin.invitations.InvitationMessage", '{');
		dc_json_put_string(w, "body", v->body);
		dc_json_end(w, '}');
		dc_json_end(w, '}');
	}
	dc_json_end(w, '}');
}

static void create(struct memory *m, const struct request *q, bool act, struct reply *r)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };
	struct dc_json_writer w = { .out = &line };
	int64_t id = 1;

	if (dc_json_parse(&doc, q->body, q->body_len, NULL)) {
		refuse(r, 400, NULL, "the body is no JSON");
		return;
	}
	const struct dc_json *o = dc_json_root(doc);
	const char *invitee = text_of(m, o, "invitee");
	const char *body = text_of(m,
	                           dc_json_get(dc_json_get(o, "message"),
	                                       "com.linkedin.invitations.InvitationMessage"),
	                           "body");

	if (strncmp(invitee, "urn:li:person:", 14) != 0 && strncmp(invitee, "urn:li:email:", 13)) {
		refuse(r, 400, NULL, "invitee is no URN");
		return;
	}
	for (size_t i = 0; i < m->count; i++) {
		id = m->all[i].id >= id ? m->all[i].id + 1 : id;
		if (!strcmp(m->all[i].invitee, invitee) &&
		    (!strcmp(m->all[i].state, "PENDING") || !strcmp(m->all[i].state, "ACCEPTED"))) {
			refuse(r, 422, "ALREADY_INVITED", "The invitee is already invited");
			return;
		}
	}
	r->status = 201;
	dc_buf_printf(&r->headers, "x-linkedin-id: urn:li:invitation:%" PRId64 "\r\n", id);
	if (!act)
		return;
	dc_json_begin(&w, NULL, '{');
	dc_json_put_string(&w, "event", "accepted");
	dc_json_put_int(&w, "id", id);
	dc_json_put_string(&w, "invitee", invitee);
	dc_json_put_string(&w, "body", body);
	dc_json_put_int(&w, "at", q->began.wall);
	dc_json_put_int(&w, "awake", q->began.awake);
	dc_json_end(&w, '}');
	note_down(&line);
}

static const struct invitation *find(const struct memory *m, const char *text)
{
	const char *p = strrchr(text, ':');
	const char *colon = strstr(text, "%3A");

	for (; colon; colon = strstr(colon + 1, "%3A"))
		p = colon + 2;
	for (size_t i = 0; p && i < m->count; i++)
		if (m->all[i].id == strtoll(p + 1, NULL, 10))
			return &m->all[i];
	return NULL;
}

static void get(struct memory *m, const struct request *q, struct reply *r)
{
	struct dc_json_writer w = { .out = &r->body };
	const struct invitation *v = find(m, q->path);

	if (!v) {
		refuse(r, 404, NULL, "no such invitation");
		return;
	}
	r->status = 200;
	put_invitation(&w, NULL, v);
}

static long parameter(const char *query, const char *name, long preset)
{
	const char *p = strstr(query, name);

	return p ? strtol(p + strlen(name), NULL, 10) : preset;
}

static void list(struct memory *m, const struct request *q, bool lie, struct reply *r)
{
	struct dc_json_writer w = { .out = &r->body };
	size_t start = (size_t)parameter(q->query, "start=", 0), total = 0;
	size_t count = (size_t)parameter(q->query, "count=", 10);
	const char *state = strstr(q->query, "states=ACCEPTED") ? "ACCEPTED" : "PENDING";

	r->status = 200;
	dc_json_begin(&w, NULL, '{');
	dc_json_begin(&w, "elements", '[');
	for (size_t i = 0; i < m->count; i++) {
		if (strcmp(m->all[i].state, state) != 0)
			continue;
		if (total >= start && total < start + count && !lie)
			put_invitation(&w, NULL, &m->all[i]);
		total++;
	}
	dc_json_end(&w, ']');
	dc_json_begin(&w, "paging", '{');
	dc_json_put_int(&w, "total", (int64_t)total + lie);
	dc_json_put_int(&w, "count", (int64_t)count);
	dc_json_put_int(&w, "start", (int64_t)start);
	dc_json_end(&w, '}');
	dc_json_end(&w, '}');
}

static void close_invitation(struct memory *m, const struct request *q, bool act, struct reply *r)
{
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;

	if (dc_json_parse(&doc, q->body, q->body_len, NULL)) {
		refuse(r, 400, NULL, "the body is no JSON");
		return;
	}
	const struct dc_json *o = dc_json_root(doc);
	const char *id = text_of(m, dc_json_child(dc_json_get(o, "inviteActionData")),
	                         "invitationId");
	const struct invitation *v = find(m, id);

	if (strcmp(text_of(m, o, "inviterActionType"), "WITHDRAW") != 0 ||
	    strncmp(text_of(m, o, "inviter"), "urn:li:person:", 14))
		refuse(r, 400, NULL, "inviter or action is missing");
	else if (!v || strcmp(v->state, "PENDING"))
		refuse(r, 404, NULL, "no such invitation");
	else {
		r->status = 200;
		if (act)
			note_state(v->id, "WITHDRAWN");
	}
}

static bool form_has(const char *form, const char *name, const char *value)
{
	const char *p = strstr(form, name);
	size_t len = strlen(value);

	return p && !strncmp(p + strlen(name), value, len) &&
	       strchr("&", p[strlen(name) + len]) != NULL;
}

static void token(struct memory *m, const struct request *q, struct reply *r)
{
	DC_AUTO(dc_str) char *form = dc_strndup(q->body, q->body_len);
	const char *verifier = strstr(form, "code_verifier=");
	bool fresh = form_has(form, "grant_type=", "refresh_token") &&
	             form_has(form, "refresh_token=", "good-refresh");
	bool first = form_has(form, "grant_type=", "authorization_code") &&
	             form_has(form, "code=", "good-code");

	if (first && *m->challenge) {
		char got[DC_SHA256_TEXT] = "";

		verifier = verifier ? verifier + strlen("code_verifier=") : "";
		dc_sha256_text(got, verifier, strcspn(verifier, "&"));
		first = !strcmp(got, m->challenge);
	}
	if (!first && !fresh) {
		r->status = 400;
		dc_buf_puts(&r->body, "{\"error\":\"invalid_request\",\"error_description\":"
		                      "\"the code is not good\"}");
		return;
	}
	r->status = 200;
	dc_buf_printf(&r->body,
	              "{\"access_token\":\"%s\",\"expires_in\":5184000,\"refresh_token\":"
	              "\"good-refresh\",\"refresh_token_expires_in\":31536000,\"scope\":\"w\"}",
	              good_token);
}

/* The page on which the user says yes: it sends the browser back with the code. */
static void authorize(const struct request *q, struct reply *r)
{
	const char *to = strstr(q->query, "redirect_uri="), *state = strstr(q->query, "state=");
	const char *challenge = strstr(q->query, "code_challenge=");
	DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };
	struct dc_json_writer w = { .out = &line };
	DC_AUTO(dc_str) char *value = NULL;

	if (!to || !state) {
		refuse(r, 400, NULL, "redirect_uri or state is missing");
		return;
	}
	challenge = challenge ? challenge + strlen("code_challenge=") : "";
	value = dc_strndup(challenge, strcspn(challenge, "&"));
	dc_json_begin(&w, NULL, '{');
	dc_json_put_string(&w, "event", "challenge");
	dc_json_put_string(&w, "challenge", value);
	dc_json_end(&w, '}');
	note_down(&line);
	r->status = 302;
	dc_buf_puts(&r->headers, "Location: ");
	to += strlen("redirect_uri=");
	for (; *to && *to != '&'; to++) {
		unsigned c = (unsigned char)*to;

		if (c == '%' && sscanf(to + 1, "%2x", &c) == 1)
			to += 2;
		dc_buf_putc(&r->headers, (char)c);
	}
	state += strlen("state=");
	dc_buf_printf(&r->headers, "?code=good-code&state=%.*s\r\n", (int)strcspn(state, "&"),
	              state);
}

/* --- the wire */

static void say(int fd, const void *bytes, size_t len)
{
	if (send(fd, bytes, len, MSG_NOSIGNAL) < 0)
		_exit(0); /* the client went away: nothing more to do here */
}

static void nap(long ms) { poll(NULL, 0, (int)ms); }

static void wait_for_end(int fd)
{
	char c[256];

	while (recv(fd, c, sizeof(c), 0) > 0)
		;
}

static void whole(struct dc_buf *out, const struct reply *r)
{
	dc_buf_printf(out, "HTTP/1.1 %d Whatever\r\nContent-Type: application/json\r\n%s",
	              r->status, dc_buf_str(&r->headers));
	dc_buf_printf(out, "Content-Length: %zu\r\n\r\n%s", r->body.len, dc_buf_str(&r->body));
}

static void reset_connection(int fd)
{
	const struct linger hard = { .l_onoff = 1, .l_linger = 0 };

	setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
}

static void without_id(struct reply *r, const char *instead)
{
	dc_buf_reset(&r->headers);
	dc_buf_puts(&r->headers, instead);
}

/* Answers in the manner that was ordered.  True when that was a whole answer, after which the
 * connection may be used again. */
static bool answer(int fd, const char *manner, struct reply *r)
{
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	int status = (int)strtol(manner, NULL, 10);

	if (!strcmp(manner, "hang")) {
		wait_for_end(fd);
		return false;
	}
	if (!strcmp(manner, "close"))
		return false;
	if (!strcmp(manner, "reset")) {
		reset_connection(fd);
		return false;
	}
	if (!strcmp(manner, "late"))
		nap(300);
	if (!strcmp(manner, "no-id"))
		without_id(r, "");
	if (!strcmp(manner, "bad-id"))
		without_id(r, "x-linkedin-id: urn:li:invitation:7;DROP\r\n");
	if (!strcmp(manner, "two-ids"))
		dc_buf_puts(&r->headers, "x-linkedin-id: urn:li:invitation:987654\r\n");
	if (!strcmp(manner, "restli-id")) {
		DC_AUTO(dc_str) char *old = dc_buf_take(&r->headers);

		dc_buf_printf(&r->headers, "x-restli-id%s", strchr(old, ':'));
	}
	if (!strcmp(manner, "garbage-json")) {
		dc_buf_reset(&r->body);
		dc_buf_puts(&r->body, "{\"elements\":[{]");
	}
	if (status) {
		dc_buf_reset(&r->headers);
		refuse(r, status, NULL, "as ordered \x1b]0;owned\x07 \xe2\x80\xae");
		if (strstr(manner, "-retry"))
			dc_buf_puts(&r->headers, "Retry-After: 120\r\n");
		if (strstr(manner, "-html")) {
			dc_buf_reset(&r->body);
			dc_buf_puts(&r->body, "<html>\x1b[31mno</html>");
		}
		if (status == 307)
			dc_buf_puts(&r->headers, "Location: /v2/invitations\r\n");
	}
	whole(&out, r);
	if (!strcmp(manner, "half")) {
		say(fd, out.data, 9);
	} else if (!strcmp(manner, "cut-headers")) {
		say(fd, out.data, out.len - r->body.len - 4);
	} else if (!strcmp(manner, "cut-id")) {
		say(fd, "HTTP/1.1 201 Created\r\nx-linkedin-id: urn:li:invitation:1", 56);
	} else if (!strcmp(manner, "cut-body")) {
		static const char head[] = "HTTP/1.1 201 Created\r\nx-linkedin-id: "
					   "urn:li:invitation:1\r\nContent-Length: 100\r\n\r\nhalf";
		say(fd, head, sizeof(head) - 1);
	} else if (!strcmp(manner, "garbage")) {
		say(fd, "\x16\x03\x01 SSH-2.0 what?\r\n\r\n", 22);
	} else if (!strcmp(manner, "endless")) {
		static const char head[] = "HTTP/1.1 200 OK\r\n\r\n{\"elements\":[";

		say(fd, head, sizeof(head) - 1);
		for (;;)
			say(fd, out.data, out.len);
	} else if (!strcmp(manner, "headers")) {
		say(fd, "HTTP/1.1 201 Created\r\n", 22);
		for (;;)
			say(fd, "X-More: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", 54);
	} else if (!strcmp(manner, "informational")) {
		for (;;)
			say(fd, "HTTP/1.1 103 Early\r\n\r\n", 22);
	} else if (!strcmp(manner, "drip")) {
		for (size_t i = 0; i < out.len; i++, nap(200))
			say(fd, out.data + i, 1);
	} else {
		say(fd, out.data, out.len);
		return true;
	}
	return false;
}

/* False when the connection ends before a request is whole. */
static bool read_request(struct request *q)
{
	char piece[4096];
	char *end = NULL;
	size_t want = 0;
	ssize_t n;

	while ((n = recv(q->fd, piece, sizeof(piece), 0)) > 0) {
		if (!q->raw.len)
			dc_clock_read(&q->began);
		dc_buf_add(&q->raw, piece, (size_t)n);
		if (!(end = strstr(q->raw.data, "\r\n\r\n")))
			continue;
		char *length = strcasestr(q->raw.data, "\r\nContent-Length:");

		want = length && length < end ? strtoul(length + 17, NULL, 10) : 0;
		if (q->raw.len - (size_t)(end + 4 - q->raw.data) >= want)
			break;
	}
	if (n <= 0 || !end)
		return false;
	*end = '\0';
	q->body = end + 4;
	q->body_len = want;
	q->method = q->raw.data;
	q->headers = strstr(q->raw.data, "\r\n");
	q->headers = q->headers ? q->headers : end;
	q->path = strchr(q->method, ' ');
	if (!q->path || q->path > q->headers)
		return false;
	*q->path++ = '\0';
	q->path[strcspn(q->path, " ")] = '\0';
	q->query = strchr(q->path, '?');
	if (q->query)
		*q->query++ = '\0';
	else
		q->query = q->path + strlen(q->path);
	return true;
}

static const char *operation_of(const struct request *q)
{
	bool post = !strcmp(q->method, "POST");

	if (!strcmp(q->path, "/oauth/v2/accessToken"))
		return "token";
	if (!strcmp(q->path, "/oauth/v2/authorization"))
		return "authorize";
	if (!strncmp(q->path, "/v2/invitations/", 16))
		return "get";
	if (strcmp(q->path, "/v2/invitations") != 0)
		return "none";
	return !post                                          ? "list"
	       : strstr(q->query, "inviterClosingInvitation") ? "withdraw"
	                                                      : "create";
}

static bool has_header(const struct request *q, const char *line)
{
	const char *p = strcasestr(q->headers, line);

	return p && p[-1] == '\n' && p[strlen(line)] == (p[strlen(line)] ? '\r' : '\0');
}

/* One request.  False when the connection is over. */
static bool serve(int fd, int lock)
{
	static struct memory m;
	struct request q = { .fd = fd };
	struct reply r = { .status = 404 };
	DC_AUTO(dc_str) char *bearer = dc_printf("Authorization: Bearer %s", good_token);
	char manner[32];
	bool act;

	m.count = 0;
	if (!read_request(&q))
		return false;
	flock(lock, LOCK_EX);
	const char *op = operation_of(&q);
	DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };

	dc_buf_printf(&line, "{\"event\":\"seen\",\"operation\":\"%s\"}", op);
	note_down(&line);
	remember(&m);
	take_manner(op, manner, &act);
	if (!strcmp(op, "token"))
		token(&m, &q, &r);
	else if (!strcmp(op, "authorize"))
		authorize(&q, &r);
	else if (!has_header(&q, bearer))
		refuse(&r, 401, NULL, "Invalid access token");
	else if (!has_header(&q, "X-Restli-Protocol-Version: 2.0.0"))
		refuse(&r, 400, NULL, "wrong protocol version");
	else if (!strcmp(op, "create"))
		create(&m, &q, act, &r);
	else if (!strcmp(op, "withdraw"))
		close_invitation(&m, &q, act, &r);
	else if (!strcmp(op, "get"))
		get(&m, &q, &r);
	else if (!strcmp(op, "list"))
		list(&m, &q, !strcmp(manner, "short"), &r);
	flock(lock, LOCK_UN);
	return answer(fd, manner, &r) && !has_header(&q, "Connection: close");
}

/* Follows the redirects of a log-in; `url` is http://127.0.0.1:PORT/PATH. */
static int browse(const char *url)
{
	DC_AUTO(dc_str) char *at = dc_strdup(url);

	for (int hops = 0; hops < 4 && *at; hops++) {
		struct sockaddr_in peer = { .sin_family = AF_INET,
			                    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
		DC_AUTO(dc_str) char *ask = NULL;
		char got[8192];
		size_t len = 0;
		ssize_t n;
		char *port = strncmp(at, "http://", 7) ? NULL : strchr(at + 7, ':');
		char *path = port ? strchr(port, '/') : NULL;
		int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

		if (!path)
			return 1;
		peer.sin_port = htons((uint16_t)strtol(port + 1, NULL, 10));
		if (connect(fd, (struct sockaddr *)&peer, sizeof(peer)))
			return 1;
		ask = dc_printf("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
		                path);
		say(fd, ask, strlen(ask));
		while (len < sizeof(got) - 1 &&
		       (n = recv(fd, got + len, sizeof(got) - 1 - len, 0)) > 0)
			len += (size_t)n;
		got[len] = '\0';
		close(fd);
		char *to = strstr(got, "Location: ");

		dc_free(at);
		at = to ? dc_strndup(to + 10, strcspn(to + 10, "\r\n")) : dc_strdup("");
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct sockaddr_in here = { .sin_family = AF_INET,
		                    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const struct sigaction reap = { .sa_handler = SIG_IGN };
	socklen_t len = sizeof(here);
	int fd;

	if (argc == 3 && !strcmp(argv[1], "--browse"))
		return browse(argv[2]);
	if (argc < 3)
		return 2;
	log_path = argv[1];
	control_path = argv[2];
	if (argc > 3)
		good_token = argv[3];
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	sigaction(SIGCHLD, &reap, NULL);
	fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *)&here, sizeof(here)) || listen(fd, 64) ||
	    getsockname(fd, (struct sockaddr *)&here, &len))
		return 1;
	printf("port %d\n", ntohs(here.sin_port));
	fflush(stdout);
	for (;;) {
		int client = accept(fd, NULL, NULL);
		pid_t pid = client < 0 ? -1 : fork();

		if (pid == 0) {
			int lock = open(control_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

			prctl(PR_SET_PDEATHSIG, SIGKILL);
			while (serve(client, lock))
				;
			_exit(0);
		}
		if (client >= 0)
			close(client);
	}
}
