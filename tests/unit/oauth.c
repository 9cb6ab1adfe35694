/* oauth.c - log-in: known vectors, addresses, hostile answers, token files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <decorum/mem.h>
#include <decorum/oauth.h>
#include <decorum/time.h>

#include "shared/fake.h"

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

static struct dc_oauth_app app(void)
{
	return (struct dc_oauth_app){
		.site = fake.base,
		.client_id = "my app&1",
		.client_secret = "",
		.scope = "w_member r_x",
		.pkce = true,
		.helper = fake.helper,
		.ca_file = "",
		.connect = 2000,
		.total = 10000,
		.loopback = true,
	};
}

/* RFC 7636, appendix B. */
static const char verifier[] = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
static const char challenge[] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

static void secrets_are_base64url(void **state)
{
	static const unsigned char bytes[32] = { 116, 24,  223, 180, 151, 153, 224, 37,
		                                 79,  250, 96,  125, 216, 173, 187, 186,
		                                 22,  212, 37,  77,  105, 214, 191, 240,
		                                 91,  88,  5,   88,  83,  132, 141, 121 };
	char got[DC_OAUTH_SECRET];

	(void)state;
	dc_oauth_secret(got, bytes);
	assert_string_equal(got, verifier);
}

static void the_address_has_the_challenge_not_the_verifier(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };
	struct dc_oauth_app a = app();

	(void)state;
	dc_oauth_address(&b, &a, "http://127.0.0.1:7/callback", "s/t", verifier);
	assert_non_null(strstr(b.data, "?response_type=code&client_id=my%20app%261&"));
	assert_non_null(strstr(b.data, "&redirect_uri=http%3A%2F%2F127.0.0.1%3A7%2Fcallback&"));
	assert_non_null(strstr(b.data, "&state=s%2Ft&scope=w_member%20r_x&"));
	assert_non_null(strstr(b.data, challenge));
	assert_null(strstr(b.data, verifier));
}

static void only_the_right_answer_gives_a_code(void **state)
{
	static const struct {
		const char *request;
		int rc;
		const char *code;
	} cases[] = {
		{ "GET /callback?code=a%2Bb&state=good HTTP/1.1\r\n", 0, "a+b" },
		{ "GET /callback?state=good&code=x HTTP/1.1\r\n", 0, "x" },
		{ "GET /callback?code=x&state=bad HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "GET /callback?code=x&state=goo HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "GET /callback?code=x&state=good1 HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "GET /callback?code=x HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "GET /callback?code=&state=good HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "GET /callback?code=%zz&state=good HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "GET /callback?code=%0a&state=good HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "GET /callback?mycode=x&state=good HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "GET /callback?error=user_cancelled_login&state=good HTTP/1.1\r\n", DC_CONFLICT,
		  NULL },
		{ "GET /callback?error=user_cancelled_authorize&state=bad HTTP/1.1\r\n", DC_INVALID,
		  NULL },
		{ "GET /callback?error=other&error_description=%1b%5d0;x&state=good HTTP/1.1\r\n",
		  DC_INVALID, NULL },
		{ "GET /favicon.ico HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "POST /callback?code=x&state=good HTTP/1.1\r\n", DC_INVALID, NULL },
		{ "GET /callback?code=x&state=good", DC_INVALID, NULL },
		{ "", DC_INVALID, NULL },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_str) char *code = NULL;
		struct dc_error err = { 0 };
		int rc = dc_oauth_code(&code, cases[i].request, strlen(cases[i].request), "good",
		                       &err);

		if (rc != cases[i].rc)
			fail_msg("%s: %d %s", cases[i].request, rc, err.msg);
		if (cases[i].code)
			assert_string_equal(code, cases[i].code);
		assert_null(strchr(err.msg, '\x1b'));
	}
}

static void a_code_becomes_a_token_and_a_new_one(void **state)
{
	DC_AUTO(dc_token_clear) struct dc_token t = { 0 }, next = { 0 }, bad = { 0 };
	struct dc_oauth_app a = app();
	struct dc_error err = { 0 };
	char line[128];

	(void)state;
	snprintf(line, sizeof(line), "{\"event\":\"challenge\",\"challenge\":\"%s\"}", challenge);
	fake_forget(&fake);
	fake_log(&fake, line);
	fake_order(&fake, "");
	assert_int_equal(dc_oauth_exchange(&bad, &a, "good-code", "http://127.0.0.1:1/callback",
	                                   "another-verifier", 1000, &err),
	                 DC_INVALID);
	if (dc_oauth_exchange(&t, &a, "good-code", "http://127.0.0.1:1/callback", verifier, 1000,
	                      &err))
		fail_msg("%s", err.msg);
	assert_string_equal(t.access, "good-token");
	assert_int_equal(t.expires, 1000 + 60 * DC_DAY);
	assert_int_equal(dc_oauth_refresh(&next, &a, &t, 2000, &err), 0);
	assert_int_equal(next.expires, 2000 + 60 * DC_DAY);
	assert_int_equal(dc_oauth_refresh(&bad, &a, &t, t.refresh_expires, &err), DC_INVALID);
	assert_null(bad.access);
	fake_order(&fake, "token 500 before\ntoken hang before\ntoken garbage before\n"
	                  "token garbage-json before\n");
	assert_int_equal(dc_oauth_refresh(&bad, &a, &t, 2000, &err), DC_TEMP);
	a.total = 300;
	assert_int_equal(dc_oauth_refresh(&bad, &a, &t, 2000, &err), DC_TEMP);
	a.total = 10000;
	assert_int_equal(dc_oauth_refresh(&bad, &a, &t, 2000, &err), DC_TEMP);
	assert_int_equal(dc_oauth_refresh(&bad, &a, &t, 2000, &err), DC_INVALID);
	assert_null(bad.access);
}

static void token_files_are_read_back(void **state)
{
	static const char *const bad[] = { "",
		                           "{}",
		                           "{\"v\":2,\"access\":\"a\"}",
		                           "{\"v\":1,\"access\":\"a b\"}",
		                           "{\"v\":1,\"access\":\"a\\nb\"}",
		                           "{\"v\":1,\"access\":\"\"}",
		                           "{\"v\":1,\"access\":\"a\",\"refresh\":\"\\r\"}" };
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };
	DC_AUTO(dc_token_clear) struct dc_token t = { 0 }, none = { 0 };
	char access[] = "abc.def", refresh[] = "";
	const struct dc_token in = {
		.access = access, .refresh = refresh, .expires = 5, .refresh_expires = 0
	};

	(void)state;
	dc_token_write(&b, &in);
	assert_int_equal(dc_token_read(&t, b.data, b.len, NULL), 0);
	assert_string_equal(t.access, "abc.def");
	assert_int_equal(t.expires, 5);
	for (size_t i = 0; i < DC_COUNT(bad); i++)
		assert_int_equal(dc_token_read(&none, bad[i], strlen(bad[i]), NULL), DC_INVALID);
}

static void commands_are_words(void **state)
{
	static const struct {
		const char *line;
		const char *words[5];
	} cases[] = {
		{ "pass show linkedin", { "pass", "show", "linkedin" } },
		{ "  a\t'b c'  \"d \\\" e\" f\\ g ", { "a", "b c", "d \" e", "f g" } },
		{ "a $HOME `id` ;x", { "a", "$HOME", "`id`", ";x" } },
		{ "a ''", { "a", "" } },
		{ "", { NULL } },
	};
	DC_AUTO(dc_str) char *line = NULL;

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		char **words = dc_words(cases[i].line);
		size_t n = 0;

		assert_non_null(words);
		for (; cases[i].words[n]; n++)
			assert_string_equal(words[n], cases[i].words[n]);
		assert_null(words[n]);
		dc_free(words);
	}
	assert_null(dc_words("a 'b"));
	assert_int_equal(dc_token_line(&line, "tok\nrest", 8, NULL), 0);
	assert_string_equal(line, "tok");
	assert_int_equal(dc_token_line(&line, "\ntok", 4, NULL), DC_INVALID);
	assert_int_equal(dc_token_line(&line, "a\0b", 3, NULL), DC_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(secrets_are_base64url),
		cmocka_unit_test(the_address_has_the_challenge_not_the_verifier),
		cmocka_unit_test(only_the_right_answer_gives_a_code),
		cmocka_unit_test(a_code_becomes_a_token_and_a_new_one),
		cmocka_unit_test(token_files_are_read_back),
		cmocka_unit_test(commands_are_words),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
