/* http.h - one HTTP request, carried out by the helper decorum-http in a process of its own. */
#ifndef DC_TRANSPORT_HTTP_H
#define DC_TRANSPORT_HTTP_H

#include <decorum/buf.h>
#include <decorum/error.h>
#include <stdint.h>

enum {
	DC_HTTP_MAX_BODY = 1 << 20,
	DC_HTTP_MAX_HEADERS = 64 << 10,
};

/* Strings are borrowed. */
struct dc_http_request {
	const char *helper; /* path of decorum-http */
	const char *method, *url;
	const char *const *headers; /* "Name: value", NULL-ended */
	const char *body;           /* NULL: none */
	size_t body_len;
	int64_t connect, total; /* deadlines in ms of elapsed time */
	const char *ca_file;    /* the roots to trust; NULL or "": the system's */
	bool loopback;          /* plain http is allowed, but only to this machine */
	/* Asked once, when connected and before the first byte; false gives it up.  NULL: go. */
	bool (*may_go)(void *data);
	void *data;
};

struct dc_http_answer {
	int status;
	struct dc_buf headers; /* "Name: value" lines, each ended by '\n' */
	struct dc_buf body;
};

/* 0: a whole answer came, of whatever status.  DC_TEMP: surely nothing was sent, the network
 * is to blame; DC_SYSTEM: the same, this machine is; DC_CONFLICT: may_go said no, nothing was
 * sent; DC_UNKNOWN: sent, and no whole answer came.  Never repeats anything. */
int dc_http_ask(struct dc_http_answer *out, const struct dc_http_request *r, struct dc_error *err)
	DC_CHECKED;
void dc_http_clear(struct dc_http_answer *a);
DC_DEFINE_CLEAR(struct dc_http_answer, dc_http_clear)

/* The value of a header, trimmed, into `out`; false when it is absent, or stands there twice
 * with different values. */
bool dc_http_header(const struct dc_http_answer *a, const char *name, struct dc_buf *out);

#endif
