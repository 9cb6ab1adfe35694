/* http.c - starts the helper, answers its question at the point of no return, and classifies.
 *
 * What is known follows from the dialogue alone, never from what libcurl reports: without a
 * "go" nothing was sent; after it only a whole answer tells what became of it.
 */
#include "transport/http.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <decorum/mem.h>
#include <decorum/text.h>

#include "base/deadline.h"
#include "base/spawn.h"
#include "transport/wire.h"

/* How much longer than the helper the program waits: the helper's own deadline stands still
 * while the machine sleeps, this one does not. */
enum { GRACE_MS = 2000 };

struct talk {
	pid_t pid;
	int fd, timer;
	bool told_go, refused;
};

static int start(struct talk *t, const struct dc_http_request *r, struct dc_error *err)
{
	char name[] = "decorum-http", *argv[] = { name, NULL }, *no_environment[] = { NULL };
	int pair[2], rc;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair))
		return dc_fail(err, DC_SYSTEM, "cannot start %s: %s", r->helper, strerror(errno));
	/* A group of its own: Ctrl-C is for the program, which finishes what it began. */
	rc = dc_spawn(&t->pid, &(struct dc_spawn){ .file = r->helper,
	                                           .argv = argv,
	                                           .environ = no_environment,
	                                           .in = pair[1],
	                                           .out = DC_SPAWN_NOWHERE,
	                                           .err = DC_SPAWN_OURS,
	                                           .own_group = true });
	close(pair[1]);
	if (rc) {
		close(pair[0]);
		return dc_fail(err, DC_SYSTEM, "cannot start %s: %s; install decorum again",
		               r->helper, strerror(rc));
	}
	t->fd = pair[0];
	return 0;
}

/* When this returns the helper is dead: nothing that it did not do yet will be done. */
static void stop(struct talk *t)
{
	if (t->fd >= 0)
		close(t->fd);
	if (t->timer >= 0)
		close(t->timer);
	if (t->pid > 0)
		dc_spawn_kill(t->pid, true);
}

static bool put_request(int fd, const struct dc_http_request *r)
{
	DC_AUTO(dc_buf_clear) struct dc_buf limits = { 0 };
	bool ok = dc_wire_puts(fd, DC_WIRE_METHOD, r->method) &&
	          dc_wire_puts(fd, DC_WIRE_URL, r->url);

	for (const char *const *h = r->headers; ok && h && *h; h++)
		ok = dc_wire_puts(fd, DC_WIRE_HEADER, *h);
	if (ok && r->body)
		ok = dc_wire_put(fd, DC_WIRE_BODY, r->body, r->body_len);
	if (ok && r->loopback)
		ok = dc_wire_puts(fd, DC_WIRE_LOOPBACK, "");
	if (ok && r->ca_file && *r->ca_file)
		ok = dc_wire_puts(fd, DC_WIRE_CA, r->ca_file);
	dc_buf_printf(&limits, "%lld %lld %d %d", (long long)r->connect, (long long)r->total,
	              (int)DC_HTTP_MAX_BODY, (int)DC_HTTP_MAX_HEADERS);
	return ok && dc_wire_puts(fd, DC_WIRE_LIMITS, dc_buf_str(&limits)) &&
	       dc_wire_puts(fd, DC_WIRE_END, "");
}

/* The helper is connected and asks.  Once: a helper that asks again gets no answer. */
static bool decide(struct talk *t, const struct dc_http_request *r)
{
	if (t->told_go || t->refused)
		return false;
	if (r->may_go && !r->may_go(r->data)) {
		t->refused = true;
		dc_wire_puts(t->fd, DC_WIRE_STOP, "");
		return false;
	}
	/* Counted as sent before it is said: a failing write may have arrived all the same. */
	t->told_go = true;
	return dc_wire_puts(t->fd, DC_WIRE_GO, "");
}

/* True when a whole answer came; else `why` says what is missing. */
static bool listen_to(struct talk *t, const struct dc_http_request *r, struct dc_http_answer *out,
                      struct dc_buf *why)
{
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };
	char kind;

	while (dc_wire_get(t->fd, t->timer, &kind, &b)) {
		switch (kind) {
		case DC_WIRE_READY:
			if (!decide(t, r))
				return false;
			break;
		case DC_WIRE_STATUS:
			out->status = (int)strtol(dc_buf_str(&b), NULL, 10);
			break;
		case DC_WIRE_HEADER:
			dc_buf_add(&out->headers, b.data, b.len);
			dc_buf_putc(&out->headers, '\n');
			break;
		case DC_WIRE_BODY:
			dc_buf_add(&out->body, b.data, b.len);
			break;
		case DC_WIRE_END:
			return t->told_go && out->status >= 100;
		case DC_WIRE_FAILED:
			dc_text_show(why, b.data, b.len, DC_SHOW_LINE);
			return false;
		default:
			return false;
		}
	}
	return false;
}

int dc_http_ask(struct dc_http_answer *out, const struct dc_http_request *r, struct dc_error *err)
{
	struct talk t = { .fd = -1, .timer = -1 };
	DC_AUTO(dc_buf_clear) struct dc_buf why = { 0 };
	bool whole = false;
	int rc;

	*out = (struct dc_http_answer){ 0 };
	if ((rc = start(&t, r, err)))
		return rc;
	t.timer = dc_deadline(r->total + GRACE_MS);
	if (t.timer < 0) {
		rc = dc_fail(err, DC_SYSTEM, "cannot set a deadline: %s", strerror(errno));
		stop(&t);
		return rc;
	}
	if (put_request(t.fd, r))
		whole = listen_to(&t, r, out, &why);
	stop(&t);
	if (whole)
		return 0;
	dc_http_clear(out);
	if (!why.len)
		dc_buf_puts(&why, "no answer in time");
	if (t.refused)
		return dc_fail(err, DC_CONFLICT, "nothing was sent: it was stopped in time");
	if (!t.told_go)
		return dc_fail(err, DC_TEMP, "nothing was sent, the network failed first: %s",
		               dc_buf_str(&why));
	return dc_fail(err, DC_UNKNOWN, "the connection broke after the request was sent: %s",
	               dc_buf_str(&why));
}

void dc_http_clear(struct dc_http_answer *a)
{
	dc_buf_clear(&a->headers);
	dc_buf_clear(&a->body);
	a->status = 0;
}

bool dc_http_header(const struct dc_http_answer *a, const char *name, struct dc_buf *out)
{
	size_t len = strlen(name);
	bool found = false;

	for (const char *p = dc_buf_str(&a->headers), *end; *p; p = *end ? end + 1 : end) {
		end = p + strcspn(p, "\n");
		if ((size_t)(end - p) <= len || p[len] != ':' || strncasecmp(p, name, len))
			continue;
		const char *v = p + len + 1, *last = end;

		v += strspn(v, " \t");
		while (last > v && (last[-1] == ' ' || last[-1] == '\t'))
			last--;
		if (found && (out->len != (size_t)(last - v) || memcmp(out->data, v, out->len)))
			return false;
		if (!found)
			dc_buf_add(out, v, (size_t)(last - v));
		found = true;
	}
	return found;
}
