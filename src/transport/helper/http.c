/* http.c - the helper decorum-http: one HTTP request, and the only place that knows libcurl.
 *
 * It is asked over its standard input and answers there (transport/wire.h).  libcurl's
 * "prereq" callback is the point of no return: it runs after TCP and TLS and before the
 * first byte of the request.  There the helper says that it is ready and sends only when
 * it is told to go; everything else, silence and a dead program included, aborts.
 */
#include <curl/curl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <decorum/buf.h>
#include <decorum/mem.h>

#include "transport/wire.h"

/* The program owns one end of a socket pair; this is the other one. */
enum { PEER = STDIN_FILENO };

struct job {
	struct dc_buf method, url, body, ca;
	bool has_body, loopback;
	struct curl_slist *headers;
	long connect_ms, total_ms;
	size_t max_body, max_headers;
	/* what happened */
	unsigned asked; /* how often libcurl wanted to transmit */
	bool go;
	size_t header_bytes;
	bool headers_whole;           /* the empty line after them was seen */
	struct dc_buf answer_headers; /* of the last answer, a line each */
	struct dc_buf answer_body;
	const char *too_much; /* which bound was broken, or NULL */
	char curl_says[CURL_ERROR_SIZE];
};

static void take_limits(struct job *j, const char *text)
{
	char *p;

	j->connect_ms = strtol(text, &p, 10);
	j->total_ms = strtol(p, &p, 10);
	j->max_body = strtoul(p, &p, 10);
	j->max_headers = strtoul(p, &p, 10);
}

/* Without memory libcurl would give all of them up, and a request without its token leave. */
static void add_header(struct job *j, const char *line)
{
	struct curl_slist *all = curl_slist_append(j->headers, line);

	if (!all)
		dc_exhausted();
	j->headers = all;
}

/* False when what comes is no request. */
static bool take_request(struct job *j)
{
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };
	char kind;

	while (dc_wire_get(PEER, -1, &kind, &b)) {
		switch (kind) {
		case DC_WIRE_METHOD:
			dc_buf_add(&j->method, b.data, b.len);
			break;
		case DC_WIRE_URL:
			dc_buf_add(&j->url, b.data, b.len);
			break;
		case DC_WIRE_HEADER:
			add_header(j, dc_buf_str(&b));
			break;
		case DC_WIRE_BODY:
			dc_buf_add(&j->body, b.data, b.len);
			j->has_body = true;
			break;
		case DC_WIRE_LIMITS:
			take_limits(j, dc_buf_str(&b));
			break;
		case DC_WIRE_LOOPBACK:
			j->loopback = true;
			break;
		case DC_WIRE_CA:
			dc_buf_add(&j->ca, b.data, b.len);
			break;
		case DC_WIRE_END:
			return j->method.len && j->url.len && j->total_ms > 0 && j->max_body > 0;
		default:
			return false;
		}
	}
	return false;
}

static bool is_loopback(const char *ip) { return !strncmp(ip, "127.", 4) || !strcmp(ip, "::1"); }

static int prereq(void *data, char *peer_ip, char *own_ip, int peer_port, int own_port)
{
	struct job *j = data;
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };
	char kind;

	(void)own_ip;
	(void)peer_port;
	(void)own_port;
	/* A second transmission is libcurl's own retry of something that may have arrived. */
	if (j->asked++ > 0)
		return CURL_PREREQFUNC_ABORT;
	if (!strncmp(dc_buf_str(&j->url), "http:", 5) && !is_loopback(peer_ip))
		return CURL_PREREQFUNC_ABORT;
	if (!dc_wire_puts(PEER, DC_WIRE_READY, "") || !dc_wire_get(PEER, -1, &kind, &b))
		return CURL_PREREQFUNC_ABORT;
	j->go = kind == DC_WIRE_GO;
	return j->go ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

static size_t on_header(char *p, size_t size, size_t n, void *data)
{
	struct job *j = data;

	n *= size;
	j->header_bytes += n;
	if (j->header_bytes > j->max_headers) {
		j->too_much = "its headers are too long";
		return 0;
	}
	/* "100 Continue" and the like come before the answer that counts. */
	if (n > 5 && !strncmp(p, "HTTP/", 5)) {
		dc_buf_reset(&j->answer_headers);
		j->headers_whole = false;
		return n;
	}
	j->headers_whole = n <= 2 && p[n - 1] == '\n';
	dc_buf_add(&j->answer_headers, p, n);
	return n;
}

static size_t on_body(char *p, size_t size, size_t n, void *data)
{
	struct job *j = data;

	n *= size;
	if (n > j->max_body - j->answer_body.len) {
		j->too_much = "it is too long";
		return 0;
	}
	dc_buf_add(&j->answer_body, p, n);
	return n;
}

static bool set_up(CURL *c, struct job *j)
{
	const char *schemes = j->loopback ? "http,https" : "https";
	bool ok = true;

#define SET(option, value) ok = ok && curl_easy_setopt(c, option, value) == CURLE_OK
	SET(CURLOPT_ERRORBUFFER, j->curl_says);
	SET(CURLOPT_URL, dc_buf_str(&j->url));
	SET(CURLOPT_CUSTOMREQUEST, dc_buf_str(&j->method));
	SET(CURLOPT_HTTPHEADER, j->headers);
	if (j->has_body) {
		SET(CURLOPT_POST, 1L);
		SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)j->body.len);
		SET(CURLOPT_POSTFIELDS, dc_buf_str(&j->body));
	}
	/* One connection of its own for one transmission. */
	SET(CURLOPT_FRESH_CONNECT, 1L);
	SET(CURLOPT_FORBID_REUSE, 1L);
	SET(CURLOPT_FOLLOWLOCATION, 0L);
	SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	SET(CURLOPT_PREREQFUNCTION, prereq);
	SET(CURLOPT_PREREQDATA, j);
	/* Nowhere else, and never in the clear. */
	SET(CURLOPT_PROTOCOLS_STR, schemes);
	SET(CURLOPT_REDIR_PROTOCOLS_STR, "https");
	SET(CURLOPT_SSL_VERIFYPEER, 1L);
	SET(CURLOPT_SSL_VERIFYHOST, 2L);
	SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	if (j->ca.len)
		SET(CURLOPT_CAINFO, dc_buf_str(&j->ca));
	SET(CURLOPT_PROXY, "");
	SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	/* Bounds. */
	SET(CURLOPT_NOSIGNAL, 1L);
	SET(CURLOPT_CONNECTTIMEOUT_MS, j->connect_ms);
	SET(CURLOPT_TIMEOUT_MS, j->total_ms);
	SET(CURLOPT_HEADERFUNCTION, on_header);
	SET(CURLOPT_HEADERDATA, j);
	SET(CURLOPT_WRITEFUNCTION, on_body);
	SET(CURLOPT_WRITEDATA, j);
#undef SET
	return ok;
}

static void put_headers(struct job *j)
{
	const char *p = dc_buf_str(&j->answer_headers);

	for (size_t len; *p; p += len + strspn(p + len, "\r\n")) {
		len = strcspn(p, "\r\n");
		if (len)
			dc_wire_put(PEER, DC_WIRE_HEADER, p, len);
	}
}

static void answer(struct job *j, CURL *c, CURLcode code)
{
	long status = 0;
	char text[24];

	/* libcurl 7.88 is content with headers that were cut off, even in the middle of a line. */
	if (code == CURLE_OK && !j->headers_whole) {
		dc_wire_puts(PEER, DC_WIRE_FAILED, "its headers are cut off");
		return;
	}
	if (code != CURLE_OK) {
		const char *why = j->too_much     ? j->too_much
		                  : *j->curl_says ? j->curl_says
		                                  : curl_easy_strerror(code);

		dc_wire_puts(PEER, DC_WIRE_FAILED, why);
		return;
	}
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
	snprintf(text, sizeof(text), "%ld", status);
	dc_wire_puts(PEER, DC_WIRE_STATUS, text);
	put_headers(j);
	dc_wire_put(PEER, DC_WIRE_BODY, dc_buf_str(&j->answer_body), j->answer_body.len);
	dc_wire_puts(PEER, DC_WIRE_END, "");
}

static void clear(struct job *j)
{
	dc_buf_clear(&j->method);
	dc_buf_clear(&j->url);
	dc_buf_clear(&j->body);
	dc_buf_clear(&j->ca);
	dc_buf_clear(&j->answer_headers);
	dc_buf_clear(&j->answer_body);
	curl_slist_free_all(j->headers);
}

int main(void)
{
	const struct rlimit no_core = { 0, 0 };
	struct job j = { 0 };
	CURL *c;

	/* It holds a token: no core file, no look into its memory; and it dies with the program
	 * that could not classify its answer any more. */
	prctl(PR_SET_DUMPABLE, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setrlimit(RLIMIT_CORE, &no_core);
	if (!take_request(&j)) {
		fputs("decorum-http: started by decorum, asked over its standard input\n", stderr);
		clear(&j);
		return 2;
	}
	if (curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK && (c = curl_easy_init())) {
		if (set_up(c, &j))
			answer(&j, c, curl_easy_perform(c));
		else
			dc_wire_puts(PEER, DC_WIRE_FAILED, "libcurl refuses a setting");
		curl_easy_cleanup(c);
	}
	curl_global_cleanup();
	clear(&j);
	return 0;
}
