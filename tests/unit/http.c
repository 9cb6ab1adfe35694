/* http.c - whatever the other side does, what is known about a request is true. */
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
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
		.total = 1000,
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

			snprintf(order, sizeof(order), "create %s %s\n", manners[i],
			         after ? "after" : "before");
			fake_forget(&fake);
			fake_order(&fake, order);
			if (dc_http_ask(&a, &r, &err) != DC_UNKNOWN)
				fail_msg("%s: %d %s", order, err.code, err.msg);
			if (fake_count(&fake, "accepted") != after ||
			    fake_count(&fake, "seen") != 1)
				fail_msg("%s: sent more than once", order);
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
		cmocka_unit_test(a_dead_helper_tells_what_it_was_told),
		cmocka_unit_test(headers_are_read_with_care),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
