/* import_invitations.c - Invitations.csv of every era, and what two of them tell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "shared/exports.h"

static void invitations_of_every_era(void **state)
{
	static const struct {
		const char *era, *name, *key, *sent, *note;
	} cases[] = {
		{ "invitations-2022.csv", "Ada Vey", "", "2022-05-03T14:00:00Z", "" },
		{ "invitations-2026.csv", "Ada Vey", "in/ada-vey", "2026-05-03T14:00:00Z",
		  "Hi Ada,\n\nsee you at FOSDEM." },
		{ "invitations-2026.csv", "Cy Dow", "member/1927818", "1970-01-01T00:00:00Z", "" },
		{ "invitations-spaced.csv", "Ada Vey", "in/ada-vey", "2026-05-03T14:00:00Z", "" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		DC_AUTO(dc_str) char *path = dc_printf(ERAS "%s", cases[i].era);
		struct dc_request *q;
		size_t n;
		char iso[DC_TIME_MAX];

		export_read(&r, l, path);
		struct dc_person p = export_named(l, cases[i].name, &arena);
		struct dc_request_filter f = { .person = p.id };

		assert_string_equal(p.key, cases[i].key);
		assert_int_equal(dc_ledger_request_list(l, &q, &n, &f, &arena, NULL), 0);
		assert_int_equal(n, 1);
		assert_string_equal(dc_time_iso(iso, q[0].sent), cases[i].sent);
		assert_string_equal(q[0].note, cases[i].note);
	}
}

static void incoming_hidden_and_odd_invitations(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_known in = { 0 };
	struct dc_person me = { 0 };

	(void)state;
	export_read(&r, l, ERAS "invitations-2026.csv");
	export_counts(&r.files[0], 5, 3, 0, 0, 2);
	export_skip(&r.files[0], "hidden member", 1, 4);
	export_skip(&r.files[0], "Direction", 1, 5);
	assert_int_equal(
		dc_ledger_incoming(l, &in, export_person(l, "in/bo-ek", &arena).id, &arena, NULL),
		0);
	assert_non_null(in.source);
	assert_non_null(strstr(in.source, "row 3 of invitations-2026.csv"));
	/* Without Profile.csv it is the invitations that tell who the owner is. */
	assert_int_equal(dc_ledger_self(l, &me, &arena, NULL), 0);
	assert_string_equal(me.key, "in/robin-vale");
}

#define OUT(name, slug)                                                                 \
	"Robin Vale," name ",\"5/3/26, 2:00 PM\",,OUTGOING,linkedin.com/in/robin-vale," \
	"linkedin.com/in/" slug "\n"
#define BOB "Bob,Ek,linkedin.com/in/bob-ek,,,,07 Sep 2026\n"

static struct dc_request request_to(struct dc_ledger *l, const char *key, struct dc_arena *arena)
{
	struct dc_request_filter f = { .person = export_person(l, key, arena).id };
	struct dc_request *r;
	size_t n;

	assert_int_equal(dc_ledger_request_list(l, &r, &n, &f, arena, NULL), 0);
	assert_int_equal(n, 1);
	return r[0];
}

static void import_both(struct dc_ledger *l, const char *first, const char *second, bool at_once)
{
	const char *paths[] = { first, second };
	DC_AUTO(dc_import_result_clear) struct dc_import_result a = { 0 }, b = { 0 };
	struct dc_error err = { 0 };

	if (export_read_with(&a, l, &err, (struct dc_import_options){ 0 }, paths,
	                     at_once ? 2 : 1) ||
	    (!at_once &&
	     export_read_with(&b, l, &err, (struct dc_import_options){ 0 }, paths + 1, 1)))
		fail_msg("%s", err.msg);
}

static void gone_and_not_connected_is_inferred_to_be_closed(void **state)
{
	static const char all[] = INVITATIONS OUT("Ada Vey", "ada-vey") OUT("Bob Ek", "bob-ek")
		OUT("Cy Dow", "cy-dow");
	static const char later[] = INVITATIONS OUT("Cy Dow", "cy-dow");
	char a[4096], b[4096];
	const char *old = export_folder(a, "09-01-2026", CONNECTIONS, all);
	const char *new = export_folder(b, "11-01-2026", CONNECTIONS BOB, later);

	(void)state;
	/* Whatever comes first, at once or one after the other. */
	for (int way = 0; way < 4; way++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
		struct dc_error err = { 0 };

		import_both(l, way & 1 ? new : old, way & 1 ? old : new, way & 2);
		struct dc_request r = request_to(l, "in/ada-vey", &arena);

		assert_int_equal(r.state, DC_STATE_CLOSED);
		assert_int_equal(r.how, DC_HOW_INFERRED);
		assert_int_equal(request_to(l, "in/bob-ek", &arena).state, DC_STATE_ACCEPTED);
		assert_int_equal(request_to(l, "in/cy-dow", &arena).state, DC_STATE_SENT);
		if (dc_ledger_verify(l, &err))
			fail_msg("%s", err.msg);
		/* Both again change nothing. */
		DC_AUTO(dc_str) char *once = export_state(l);

		import_both(l, old, new, true);
		DC_AUTO(dc_str) char *twice = export_state(l);

		assert_string_equal(once, twice);
	}
}

static void nothing_is_inferred_from_half_an_export(void **state)
{
	static const char all[] = INVITATIONS OUT("Ada Vey", "ada-vey") OUT("Cy Dow", "cy-dow");
	static const char later[] = INVITATIONS OUT("Cy Dow", "cy-dow");
	static const char cut[] = INVITATIONS OUT("Cy Dow", "cy-dow") "\"";
	char a[4096], b[4096];
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };

	(void)state;
	for (int way = 0; way < 2; way++) {
		DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
		DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 }, s = { 0 };
		/* No connections: they may have accepted.  Half a list: it may be there. */
		const char *old = export_folder(a, "09-01-2026", CONNECTIONS, all);
		const char *new = export_folder(b, "11-01-2026", way ? CONNECTIONS : NULL,
		                                way ? cut : later);
		struct dc_error err = { 0 };

		export_read(&r, l, old);
		if (export_read_with(&s, l, &err, (struct dc_import_options){ .partial = way },
		                     &new, 1))
			fail_msg("%s", err.msg);
		assert_int_equal(request_to(l, "in/ada-vey", &arena).state, DC_STATE_SENT);
	}
}

static void what_is_listed_again_was_not_closed(void **state)
{
	static const char both[] = INVITATIONS OUT("Ada Vey", "ada-vey") OUT("Cy Dow", "cy-dow");
	static const char one[] = INVITATIONS OUT("Cy Dow", "cy-dow");
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = export_ledger();
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_import_result_clear) struct dc_import_result r = { 0 };
	char a[4096], b[4096], c[4096];
	struct dc_error err = { 0 };

	(void)state;
	import_both(l, export_folder(a, "09-01-2026", CONNECTIONS, both),
	            export_folder(b, "10-01-2026", CONNECTIONS, one), false);
	assert_int_equal(request_to(l, "in/ada-vey", &arena).state, DC_STATE_CLOSED);
	export_read(&r, l, export_folder(c, "11-01-2026", CONNECTIONS, both));
	assert_int_equal(request_to(l, "in/ada-vey", &arena).state, DC_STATE_SENT);
	if (dc_ledger_verify(l, &err))
		fail_msg("%s", err.msg);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(invitations_of_every_era),
		cmocka_unit_test(incoming_hidden_and_odd_invitations),
		cmocka_unit_test(gone_and_not_connected_is_inferred_to_be_closed),
		cmocka_unit_test(nothing_is_inferred_from_half_an_export),
		cmocka_unit_test(what_is_listed_again_was_not_closed),
	};

	return cmocka_run_group_tests_name("import_invitations", tests, export_enter, export_leave);
}
