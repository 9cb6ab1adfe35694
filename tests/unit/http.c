/* http.c - whatever the other side does, what is known about a request is true. */
#include <fcntl.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include <decorum/mem.h>

#include "shared/fake.h"
#include "transport/http.h"

static struct fake fake;

static int start(void **state)
{
	(void)state;
	fake_start(&fake);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	fake_stop(&fake);
	return 0;
}

static const char *const headers[] = { "Authorization: Bearer good-token",
	                               "Content-Type: application/json",
	                               "X-Restli-Protocol-Version: 2.0.0", NULL };
static const char invite[] = "{\"invitee\":\"urn:li:person:x\"}";

static struct dc_http_request asking(char url[128], const char *method, const char *path)
{
	snprintf(url, 128, "%s%s", fake.base, path);
	return (struct dc_http_request){
		.helper = fake.helper,
		.method = method,
		.url = url,
		.headers = headers,
		.body = strcmp(method, "POST") ? NULL : invite,
		.body_len = strcmp(method, "POST") ? 0 : strlen(invite),
		.connect = 3000,
		.total = 10000,
		.loopback = true,
	};
}

static void a_whole_answer(void **state)
{
	char url[128];
	struct dc_http_request r = asking(url, "POST", "/v2/invitations");
	DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf id = { 0 };
	struct dc_error err = { 0 };

	(void)state;
	fake_forget(&fake);
	assert_int_equal(dc_http_ask(&a, &r, &err), 0);
	assert_int_equal(a.status, 201);
	assert_true(dc_http_header(&a, "X-LinkedIn-Id", &id));
	assert_string_equal(dc_buf_str(&id), "urn:li:invitation:1");
	assert_int_equal(fake_count(&fake, "accepted"), 1);
}

/* Manners that end in no whole answer: after the request went out nobody knows. */
static void broken_answers_are_unknown(void **state)
{
	static const char *const manners[] = { "hang",          "close",   "reset",   "half",
		                               "cut-body",      "garbage", "endless", "headers",
		                               "informational", "drip" };
	char url[128], order[64];

	(void)state;
	for (size_t i = 0; i < DC_COUNT(manners); i++)
		for (int after = 0; after < 2; after++) {
			struct dc_http_request r = asking(url, "POST", "/v2/invitations");
			DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
			struct dc_error err = { 0 };

			/* Only these end by the deadline. */
			if (!strcmp(manners[i], "hang") || !strcmp(manners[i], "drip"))
				r.total = 1500;
			snprintf(order, sizeof(order), "create %s %s\n", manners[i],
			         after ? "after" : "before");
			fake_forget(&fake);
			fake_order(&fake, order);
			if (dc_http_ask(&a, &r, &err) != DC_UNKNOWN)
				fail_msg("%s: %d %s", order, err.code, err.msg);
			if (fake_count(&fake, "accepted") != after ||
			    fake_count(&fake, "seen") != 1)
				fail_msg("%s: sent more than once", order);
			/* Given up because it is long, not when the time is over. */
			if ((!strcmp(manners[i], "endless") || !strcmp(manners[i], "headers")) &&
			    !strstr(err.msg, "too long"))
				fail_msg("%s: %s", order, err.msg);
			assert_int_equal(a.status, 0);
			assert_null(a.body.data);
		}
}

static void redirects_are_answers(void **state)
{
	char url[128];
	struct dc_http_request r = asking(url, "POST", "/v2/invitations");
	DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };

	(void)state;
	fake_forget(&fake);
	fake_order(&fake, "create 307 before\n");
	assert_int_equal(dc_http_ask(&a, &r, NULL), 0);
	assert_int_equal(a.status, 307);
	assert_int_equal(fake_count(&fake, "seen"), 1);
}

static bool no(void *data)
{
	++*(int *)data;
	return false;
}

static bool yes(void *data)
{
	++*(int *)data;
	return true;
}

static void the_last_word_is_asked_for_once(void **state)
{
	char url[128];
	struct dc_http_request r = asking(url, "POST", "/v2/invitations");
	DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
	int asked = 0;

	(void)state;
	fake_forget(&fake);
	fake_order(&fake, "");
	r.may_go = no;
	r.data = &asked;
	assert_int_equal(dc_http_ask(&a, &r, NULL), DC_CONFLICT);
	assert_int_equal(asked, 1);
	assert_int_equal(fake_count(&fake, "seen"), 0);
	r.may_go = yes;
	assert_int_equal(dc_http_ask(&a, &r, NULL), 0);
	assert_int_equal(asked, 2);
}

/* A port on which nobody listens. */
static int dead_port(void)
{
	struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(a);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	assert_int_equal(bind(fd, (struct sockaddr *)&a, sizeof(a)), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&a, &len), 0);
	close(fd);
	return ntohs(a.sin_port);
}

static void before_the_request_nothing_was_sent(void **state)
{
	char url[128], dead[64];
	int asked = 0;

	(void)state;
	snprintf(dead, sizeof(dead), "http://127.0.0.1:%d/", dead_port());
	const struct {
		const char *url;
		bool loopback;
		int code;
	} cases[] = {
		{ dead, true, DC_TEMP },
		{ "http://192.0.2.1/", false, DC_TEMP },       /* in the clear */
		{ "ftp://127.0.0.1/", true, DC_TEMP },         /* no such scheme here */
		{ "file:///etc/passwd", true, DC_TEMP },       /* nor this */
		{ "https://nobody.invalid/", false, DC_TEMP }, /* no such host */
		{ "gopher://127.0.0.1:70/_x", true, DC_TEMP },
	};

	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		struct dc_http_request r = asking(url, "POST", "/");
		DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
		struct dc_error err = { 0 };

		r.url = cases[i].url;
		r.loopback = cases[i].loopback;
		r.may_go = yes;
		r.data = &asked;
		if (dc_http_ask(&a, &r, &err) != cases[i].code)
			fail_msg("%s: %d %s", r.url, err.code, err.msg);
		assert_int_equal(asked, 0);
	}
	struct dc_http_request r = asking(url, "POST", "/v2/invitations");
	DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };

	r.loopback = false;
	assert_int_equal(dc_http_ask(&a, &r, NULL), DC_TEMP);
	r.helper = "/nowhere/decorum-http";
	assert_int_equal(dc_http_ask(&a, &r, NULL), DC_SYSTEM);
}

/* --- TLS: openssl's own server with a certificate that nobody else trusts */

struct tls {
	pid_t pid;
	char folder[32], key[64], cert[64];
	int port;
	FILE *says; /* open as long as it runs */
};

static int openssl(char *const *argv, int out, pid_t *pid)
{
	posix_spawn_file_actions_t files;
	char *env[] = { NULL };
	int rc;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, "/dev/zero", O_RDONLY, 0);
	if (out >= 0)
		posix_spawn_file_actions_adddup2(&files, out, 1);
	else
		posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
	rc = posix_spawn(pid, "/usr/bin/openssl", &files, NULL, argv, env);
	posix_spawn_file_actions_destroy(&files);
	return rc;
}

static void tls_start(struct tls *t, char *names)
{
	char command[][24] = { "openssl",     "req",     "-x509", "-newkey",  "rsa:2048",
		               "-nodes",      "-days",   "2",     "-subj",    "/CN=test",
		               "-addext",     "-keyout", "-out",  "s_server", "-accept",
		               "127.0.0.1:0", "-key",    "-cert", "-www" };
	char *make[] = { command[0],  command[1], command[2],  command[3], command[4],  command[5],
		         command[6],  command[7], command[8],  command[9], command[10], names,
		         command[11], t->key,     command[12], t->cert,    NULL };
	char *serve[] = { command[0], command[13], command[14], command[15], command[16],
		          t->key,     command[17], t->cert,     command[18], NULL };
	char line[256];
	int out[2], status;

	snprintf(t->folder, sizeof(t->folder), "/tmp/decorum-tls.XXXXXX");
	assert_non_null(mkdtemp(t->folder));
	snprintf(t->key, sizeof(t->key), "%s/key", t->folder);
	snprintf(t->cert, sizeof(t->cert), "%s/cert", t->folder);
	assert_int_equal(openssl(make, -1, &t->pid), 0);
	assert_int_equal(waitpid(t->pid, &status, 0), t->pid);
	assert_int_equal(status, 0);
	assert_int_equal(pipe(out), 0);
	assert_int_equal(openssl(serve, out[1], &t->pid), 0);
	close(out[1]);
	t->says = fdopen(out[0], "r");

	/* "ACCEPT 127.0.0.1:PORT" */
	while (fgets(line, sizeof(line), t->says) && strncmp(line, "ACCEPT ", 7) != 0)
		;
	assert_non_null(strrchr(line, ':'));
	t->port = (int)strtol(strrchr(line, ':') + 1, NULL, 10);
}

static void tls_stop(struct tls *t)
{
	kill(t->pid, SIGKILL);
	waitpid(t->pid, NULL, 0);
	fclose(t->says);
	unlink(t->key);
	unlink(t->cert);
	rmdir(t->folder);
}

/* What is asked, and whether the point of no return was reached. */
static int ask_tls(const struct tls *t, bool trusted, int *asked)
{
	char url[128];
	struct dc_http_request r = asking(url, "GET", "/");
	DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };

	snprintf(url, sizeof(url), "https://127.0.0.1:%d/", t->port);
	r.loopback = false;
	r.ca_file = trusted ? t->cert : NULL;
	r.may_go = yes;
	r.data = asked;
	*asked = 0;
	return dc_http_ask(&a, &r, NULL);
}

static void who_answers_is_verified(void **state)
{
	char right[] = "subjectAltName=IP:127.0.0.1", wrong[] = "subjectAltName=DNS:linkedin.com";
	struct tls t;
	int asked;

	(void)state;
	tls_start(&t, right);
	assert_int_equal(ask_tls(&t, false, &asked), DC_TEMP); /* nobody vouches for it */
	assert_int_equal(asked, 0);
	assert_int_equal(ask_tls(&t, true, &asked), 0);
	assert_int_equal(asked, 1);
	tls_stop(&t);
	tls_start(&t, wrong);
	assert_int_equal(ask_tls(&t, true, &asked), DC_TEMP); /* of another host */
	assert_int_equal(asked, 0);
	tls_stop(&t);
}

/* A helper that is killed: by now it has said that it is ready, and was told to go or not. */
static bool kill_helper(void *data)
{
	char line[256];
	FILE *children;

	snprintf(line, sizeof(line), "/proc/self/task/%d/children", (int)getpid());
	children = fopen(line, "r");
	if (children && fgets(line, sizeof(line), children)) {
		/* The newest child is the helper; the fake was started long before. */
		char *last = line, *p = line;

		for (; *p && *p != '\n'; p++)
			if (*p == ' ' && p[1] && p[1] != '\n')
				last = p + 1;
		kill((pid_t)strtol(last, NULL, 10), SIGKILL);
	}
	if (children)
		fclose(children);
	return *(bool *)data;
}

static void a_dead_helper_tells_what_it_was_told(void **state)
{
	char url[128];

	(void)state;
	for (int go = 0; go < 2; go++) {
		struct dc_http_request r = asking(url, "POST", "/v2/invitations");
		DC_AUTO(dc_http_clear) struct dc_http_answer a = { 0 };
		bool answer = go;

		fake_forget(&fake);
		r.may_go = kill_helper;
		r.data = &answer;
		assert_int_equal(dc_http_ask(&a, &r, NULL), go ? DC_UNKNOWN : DC_CONFLICT);
		assert_int_equal(fake_count(&fake, "accepted"), 0);
	}
}

static void headers_are_read_with_care(void **state)
{
	struct dc_http_answer a = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf v = { 0 };

	(void)state;
	dc_buf_puts(&a.headers, "A: 1\nab: \t two \nA: 1\nB: 1\nB: 2\nEmpty:\nbad\n");
	assert_true(dc_http_header(&a, "a", &v));
	assert_string_equal(dc_buf_str(&v), "1");
	dc_buf_reset(&v);
	assert_true(dc_http_header(&a, "AB", &v));
	assert_string_equal(dc_buf_str(&v), "two");
	dc_buf_reset(&v);
	assert_false(dc_http_header(&a, "b", &v));
	dc_buf_reset(&v);
	assert_true(dc_http_header(&a, "empty", &v));
	assert_int_equal(v.len, 0);
	assert_false(dc_http_header(&a, "bad", &v));
	assert_false(dc_http_header(&a, "absent", &v));
	dc_http_clear(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_answer),
		cmocka_unit_test(broken_answers_are_unknown),
		cmocka_unit_test(redirects_are_answers),
		cmocka_unit_test(the_last_word_is_asked_for_once),
		cmocka_unit_test(before_the_request_nothing_was_sent),
		cmocka_unit_test(who_answers_is_verified),
		cmocka_unit_test(a_dead_helper_tells_what_it_was_told),
		cmocka_unit_test(headers_are_read_with_care),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
