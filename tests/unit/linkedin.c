/* linkedin.c - the Invitations API: each answer, good or bad, is taken for what it says and no
 * more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <decorum/json.h>
#include <decorum/time.h>
#include <decorum/transport.h>

#include "shared/fake.h"

static struct fake fake;
static struct dc_api api;
static const struct dc_transport *linkedin;

static int start(void **state)
{
	(void)state;
	fake_start(&fake);
	linkedin = dc_transport_find("linkedin");
	api = (struct dc_api){
		.helper = fake.helper,
		.base = fake.base,
		.token = "good-token",
		.me = "urn:li:person:me",
		.ca_file = "",
		.connect = 3000,
		.total = 10000,
		.loopback = true,
	};
	return linkedin ? 0 : -1;
}

static int stop(void **state)
{
	(void)state;
	fake_stop(&fake);
	return 0;
}

static void fresh(const char *order)
{
	fake_forget(&fake);
	fake_order(&fake, order);
}

static int invite(const char *key, const char *note, struct dc_receipt *out, struct dc_error *err)
{
	const char *keys[] = { "in/ada-vey", key, NULL };
	const struct dc_delivery d = {
		.url = "https://www.linkedin.com/in/ada-vey",
		.note = note,
		.note_len = strlen(note),
		.keys = keys,
	};

	return linkedin->create(&d, &api, out, err);
}

/* Every transport keeps its side of the contract in transport.h. */
static void all_transports_are_whole(void **state)
{
	const struct dc_transport *t;

	(void)state;
	for (size_t i = 0; (t = dc_transport_at(i)); i++) {
		assert_ptr_equal(dc_transport_find(t->id), t);
		assert_true(*t->summary != '\0');
		assert_int_equal(t->manual, t->deliver != NULL);
		assert_int_equal(t->manual, !t->create);
		assert_int_equal(t->manual, !t->look_up);
		assert_int_equal(t->manual, !t->list_sent);
		assert_int_equal(t->manual, !t->withdraw);
	}
	assert_null(dc_transport_find("no-such"));
}

static void an_invitation_arrives_byte_for_byte(void **state)
{
	static const char note[] = "Grüße \"Ada\" \\ \xf0\x9f\x99\x82\n\x01\xe2\x80\xae end";
	struct dc_receipt r;
	struct dc_error err = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_invitation v;

	(void)state;
	fresh("");
	assert_int_equal(invite("api/Xy-1", note, &r, &err), 0);
	assert_string_equal(r.id, "urn:li:invitation:1");
	assert_int_equal(r.status, 201);
	assert_int_equal(linkedin->look_up(r.id, &api, &v, &arena, &err), 0);
	assert_string_equal(v.note, note);
	assert_string_equal(v.key, "api/Xy-1");
	assert_string_equal(v.state, "PENDING");
	assert_int_equal(v.seen, DC_SEEN_PENDING);
	assert_true(v.sent > 0);
	assert_int_equal(invite("email/ada@example.org", "", &r, &err), 0);
	assert_int_equal(fake_count(&fake, "urn:li:email:ada@example.org"), 1);
	fresh("create restli-id after\n");
	assert_int_equal(invite("api/x", "", &r, &err), 0);
	assert_string_equal(r.id, "urn:li:invitation:1");
}

static void each_answer_is_taken_for_what_it_says(void **state)
{
	static const struct {
		const char *manner;
		int code;
		enum dc_refusal refusal;
	} cases[] = {
		{ "400", DC_INVALID, DC_REFUSAL_OTHER },
		{ "401", DC_TEMP, DC_REFUSAL_LOGIN },
		{ "403", DC_INVALID, DC_REFUSAL_ACCESS },
		{ "404", DC_INVALID, DC_REFUSAL_OTHER },
		{ "422", DC_INVALID, DC_REFUSAL_OTHER },
		{ "429", DC_TEMP, DC_REFUSAL_LIMIT },
		{ "503-retry", DC_TEMP, DC_REFUSAL_BUSY },
		{ "400-html", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "404-html", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "411", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "503", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "500", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "502-html", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "200", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "307", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "no-id", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "bad-id", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "two-ids", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "cut-headers", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "cut-id", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "cut-body", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "garbage", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "endless", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "headers", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "close", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "reset", DC_UNKNOWN, DC_REFUSAL_NONE },
		{ "late", 0, DC_REFUSAL_NONE },
	};
	char order[64];

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++)
		for (int after = 0; after < 2; after++) {
			struct dc_receipt r;
			struct dc_error err = { 0 };

			snprintf(order, sizeof(order), "create %s %s\n", cases[i].manner,
			         after ? "after" : "before");
			fresh(order);
			int rc = invite("api/x", "Hi", &r, &err);

			if (rc != cases[i].code || r.refusal != cases[i].refusal)
				fail_msg("%s: %s (%s): %s", order, dc_code_name(rc),
				         dc_refusal_name(r.refusal), err.msg);
			if (rc && *r.id)
				fail_msg("%s: an id without a success", order);
			if (fake_count(&fake, "accepted") != after ||
			    fake_count(&fake, "seen") != 1)
				fail_msg("%s: not one transmission", order);
			for (const char *p = err.msg; *p; p++)
				if ((unsigned char)*p < ' ')
					fail_msg("%s: a control character comes through", order);
		}
}

static void a_second_invitation_is_a_duplicate(void **state)
{
	struct dc_receipt r;
	struct dc_error err = { 0 };

	(void)state;
	fresh("");
	assert_int_equal(invite("api/x", "Hi", &r, &err), 0);
	assert_int_equal(invite("api/x", "Hi", &r, &err), DC_CONFLICT);
	assert_int_equal(r.refusal, DC_REFUSAL_DUPLICATE);
	assert_int_equal(fake_count(&fake, "accepted"), 1);
}

static void nothing_leaves_without_a_key_or_a_token(void **state)
{
	struct dc_receipt r;
	struct dc_api none = api;
	struct dc_error err = { 0 };
	const char *keys[] = { "api/x", NULL };
	const struct dc_delivery d = { .note = "", .keys = keys };
	static const char *const tokens[] = { "", "a\r\nX-Evil: 1", "a\nb" };

	(void)state;
	fresh("");
	assert_int_equal(invite("member/7", "Hi", &r, &err), DC_INVALID);
	assert_int_equal(invite("api/x", "bad \xff byte", &r, &err), DC_INVALID);
	for (size_t i = 0; i < DC_COUNT(tokens); i++) {
		none.token = tokens[i];
		assert_int_equal(linkedin->create(&d, &none, &r, &err), DC_INVALID);
	}
	assert_int_equal(fake_count(&fake, "seen"), 0);
}

struct seen {
	size_t count, accepted;
};

static int count_one(void *data, const struct dc_invitation *v)
{
	struct seen *s = data;

	s->count++;
	s->accepted += v->seen == DC_SEEN_ACCEPTED;
	return 0;
}

static void listings_are_whole_or_nothing(void **state)
{
	static const char *const broken[] = { "list short before\n",
		                              "list garbage-json before\n",
		                              "list 500 before\n",
		                              "list hang before\n",
		                              "list endless before\n",
		                              "list ok before\nlist short before\n",
		                              "list ok before\nlist close before\n",
		                              "list 403 before\n" };
	char line[128];
	struct seen s = { 0 };
	struct dc_error err = { 0 };

	(void)state;
	fresh("");
	for (int i = 1; i <= 23; i++) {
		snprintf(line, sizeof(line),
		         "{\"event\":\"accepted\",\"id\":%d,\"invitee\":\"urn:li:person:p%d\","
		         "\"body\":\"Hi\",\"at\":1}",
		         i, i);
		fake_log(&fake, line);
	}
	fake_log(&fake, "{\"event\":\"state\",\"id\":5,\"state\":\"ACCEPTED\"}");
	fake_log(&fake, "{\"event\":\"state\",\"id\":6,\"state\":\"EXPLODED\"}");
	if (linkedin->list_sent(&api, count_one, &s, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(s.count, 22);
	assert_int_equal(s.accepted, 1);
	assert_int_equal(fake_count(&fake, "\"operation\":\"list\""), 4);
	for (size_t i = 0; i < DC_COUNT(broken); i++) {
		struct dc_api hasty = api;

		if (strstr(broken[i], "hang"))
			hasty.total = 500;
		fake_order(&fake, broken[i]);
		int rc = linkedin->list_sent(&hasty, count_one, &s, &err);

		if (rc == 0 || rc == DC_UNKNOWN)
			fail_msg("%s taken for a complete listing", broken[i]);
	}
}

static void states_are_kept_raw(void **state)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_invitation v;
	struct dc_receipt r;
	struct dc_error err = { 0 };

	(void)state;
	fresh("");
	assert_int_equal(invite("api/x", "Hi", &r, &err), 0);
	fake_log(&fake, "{\"event\":\"state\",\"id\":1,\"state\":\"EXPLODED\"}");
	assert_int_equal(linkedin->look_up(r.id, &api, &v, &arena, &err), 0);
	assert_string_equal(v.state, "EXPLODED");
	assert_int_equal(v.seen, DC_SEEN_OTHER);
	assert_int_equal(linkedin->look_up("urn:li:invitation:99", &api, &v, &arena, &err),
	                 DC_NOTFOUND);
	assert_int_equal(linkedin->look_up("urn:li:invitation:1/../2", &api, &v, &arena, &err),
	                 DC_INVALID);
}

static void a_withdrawal_may_be_repeated(void **state)
{
	struct dc_api unnamed = api;
	struct dc_receipt r;
	struct dc_error err = { 0 };
	char id[DC_INVITATION_ID_MAX];

	(void)state;
	fresh("");
	assert_int_equal(invite("api/x", "Hi", &r, &err), 0);
	memcpy(id, r.id, sizeof(id));
	fake_order(&fake, "withdraw close after\n");
	assert_int_equal(linkedin->withdraw(id, &api, &r, &err), DC_UNKNOWN);
	assert_int_equal(linkedin->withdraw(id, &api, &r, &err), 0);
	assert_int_equal(fake_count(&fake, "WITHDRAWN"), 1);
	/* Who the inviter is comes from the invitation when nobody said it. */
	fresh("");
	unnamed.me = "";
	assert_int_equal(invite("api/y", "Hi", &r, &err), 0);
	memcpy(id, r.id, sizeof(id));
	if (linkedin->withdraw(id, &unnamed, &r, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(fake_count(&fake, "WITHDRAWN"), 1);
	fake_order(&fake, "withdraw 429 before\n");
	assert_int_equal(linkedin->withdraw(id, &api, &r, &err), DC_TEMP);
}

static void a_limit_lasts_until_midnight(void **state)
{
	struct dc_receipt r = { .refusal = DC_REFUSAL_LIMIT };
	const int64_t noon = 20000 * DC_DAY + DC_DAY / 2;

	(void)state;
	assert_int_equal(dc_receipt_not_before(&r, noon), 20001 * DC_DAY);
	assert_int_equal(dc_receipt_not_before(&r, 20001 * DC_DAY), 20002 * DC_DAY);
	r.refusal = DC_REFUSAL_BUSY;
	r.retry_after = 120000;
	assert_int_equal(dc_receipt_not_before(&r, noon), noon + 120000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_transports_are_whole),
		cmocka_unit_test(an_invitation_arrives_byte_for_byte),
		cmocka_unit_test(each_answer_is_taken_for_what_it_says),
		cmocka_unit_test(a_second_invitation_is_a_duplicate),
		cmocka_unit_test(nothing_leaves_without_a_key_or_a_token),
		cmocka_unit_test(listings_are_whole_or_nothing),
		cmocka_unit_test(states_are_kept_raw),
		cmocka_unit_test(a_withdrawal_may_be_repeated),
		cmocka_unit_test(a_limit_lasts_until_midnight),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
