/* rules_facts.c - rules on colleagues, goals, lists, new accounts, acceptance, hours, templates. */
#include <decorum/outbox.h>
#include <decorum/template.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "shared/world.h"

#define OK(call) assert_int_equal((call), 0)

/* Somebody new of that company who was asked then, and what became of it. */
static void ask(struct world *w, const char *company, int64_t when, enum dc_state to)
{
	world_ask(w, (struct world_asked){ .company = company, .when = when, .state = to });
}

/* Its severity, or -1 when the rule finds nothing; *message (may be NULL) is what it says. */
static int found(struct world *w, const char *rule, struct dc_draft_request r, const char *message)
{
	r.key = r.key ? r.key : "in/ada-vey";
	DC_AUTO(dc_report_free) struct dc_report *report = world_review(w, r);
	const struct dc_finding *f = world_found(report, rule);

	if (f && message)
		assert_string_equal(f->message, message);
	return f ? (int)f->severity : -1;
}

static void colleagues(void **state)
{
	struct world *w = *state;
	const struct dc_draft_request ada = { .company = "NORTHWIND" };
	const char *rule = "several-at-company";

	ask(w, "Northwind GmbH", AGO(3), DC_STATE_SENT);
	ask(w, "Northwind", AGO(2), DC_STATE_ACCEPTED);
	ask(w, "Northwind", AGO(31), DC_STATE_SENT);  /* too long ago */
	ask(w, "Northwind", AGO(1), DC_STATE_UNDONE); /* never went out */
	ask(w, "Initech", AGO(1), DC_STATE_SENT);
	assert_int_equal(found(w, rule, ada, NULL), -1);
	ask(w, "northwind", AGO(1), DC_STATE_HELD);
	assert_int_equal(found(w, rule, ada,
	                       "You asked 3 other people at NORTHWIND within 30 days, the newest "
	                       "Person 5 on 8 Nov 2026."),
	                 DC_SEVERITY_INFO);
	/* Who is asked again is no colleague of their own. */
	assert_int_equal(found(w, rule, (struct dc_draft_request){ .key = "in/p0" }, NULL), -1);
	assert_int_equal(found(w, rule, (struct dc_draft_request){ .name = "Ada Vey" }, NULL), -1);
	for (int i = 0; i < 3; i++)
		ask(w, "Northwind", AGO(5), DC_STATE_SENT);
	assert_int_equal(found(w, rule, ada, NULL), DC_SEVERITY_WARNING);
	world_set(w, "limits.company-days", "2");
	world_set(w, "limits.company-people", "2");
	assert_int_equal(found(w, rule, ada, NULL), DC_SEVERITY_INFO);
}

/* The rows of a file count for those after them, each person once. */
static void colleagues_of_rows(void **state)
{
	static const struct {
		const char *key, *company, *message; /* NULL: nothing is found */
	} rows[] = {
		{ "in/a", "Northwind", NULL },
		{ "in/b", "Initech", NULL },
		{ "in/a", "Northwind", NULL },
		{ "in/c", "NORTHWIND GmbH",
		  "1 earlier line (line 2) is for other people at NORTHWIND GmbH, and you asked 2 "
		  "within 30 days." },
		{ "in/d", "Northwind",
		  "2 earlier lines (from line 2) are for other people at Northwind, and you asked "
		  "2 "
		  "within 30 days." },
		{ "in/e", "Initech", NULL },
		{ "in/f", "Initech", NULL },
		{ "in/g", "Initech",
		  "3 earlier lines (from line 3) are for other people at Initech." },
	};
	struct world *w = *state;
	DC_AUTO(dc_batch_free) struct dc_batch *batch = dc_batch_new();

	for (int i = 0; i < 2; i++)
		ask(w, "Northwind", AGO(1), DC_STATE_SENT);
	for (size_t i = 0; i < DC_COUNT(rows); i++)
		assert_int_equal(found(w, "several-at-company",
		                       (struct dc_draft_request){ .key = rows[i].key,
		                                                  .company = rows[i].company,
		                                                  .batch = batch,
		                                                  .line = i + 2 },
		                       rows[i].message),
		                 rows[i].message ? (int)DC_SEVERITY_INFO : -1);
}

/* However many went out, and to whomever since. */
static void all_of_them_are_counted(void **state)
{
	struct world *w = *state;
	const struct dc_draft_request ada = { .company = "Northwind",
		                              .tmpl = "talk",
		                              .note = "Hi Ada, how is Ulm?" };
	size_t old = 0; /* as old as requests whose fate counts */

	for (int i = 0; i < 11; i++) {
		ask(w, "Northwind", AGO(29), DC_STATE_SENT);
		world_ask(w, (struct world_asked){
				     .note = "Hello!", .tmpl = "talk", .when = AGO(29) });
	}
	for (int i = 0; i < 500; i++) {
		ask(w, i % 2 ? "Initech" : "", AGO(i % 28), DC_STATE_SENT);
		old += i % 28 > 14;
	}
	for (int i = 0; i < 500; i++)
		ask(w, "", AGO(15 + i % 100), i < 100 ? DC_STATE_ACCEPTED : DC_STATE_DECLINED);
	DC_AUTO(dc_report_free) struct dc_report *r = world_review(w, ada);

	assert_int_equal(r->dossier.company_people, 11);
	assert_int_equal(r->dossier.tmpl_people, 11);
	assert_string_equal(world_found(r, "template-overused")->message,
	                    "11 people got a note from the template \"talk\" in 30 days.");
	world_set(w, "limits.template-people", "12");
	assert_int_equal(found(w, "template-overused", ada, NULL), -1);
	assert_int_equal(r->dossier.fates, 500 + 11 + old);
	assert_int_equal(r->dossier.fates_accepted, 100);
}

/* What follows from the requests does so after every move, and can be built again. */
static void counts_follow(void **state)
{
	struct world *w = *state;
	const struct dc_draft_request ada = { .company = "Northwind" };
	struct dc_error err;
	int64_t a = world_person(w, "in/a", "Bea Coe", "Northwind");
	int64_t b = world_person(w, "in/b", "Bea Coe", "");

	world_ask(w, (struct world_asked){ .person = a, .when = AGO(20), .state = DC_STATE_SENT });
	world_ask(w, (struct world_asked){ .person = b, .when = AGO(20), .state = DC_STATE_SENT });
	world_set(w, "limits.company-people", "1");
	assert_int_equal(found(w, "several-at-company", ada,
	                       "You asked 1 other person at Northwind within 30 days, the newest "
	                       "Bea Coe on 20 Oct 2026."),
	                 DC_SEVERITY_INFO);
	/* A company that is learnt later counts for what went out before. */
	assert_int_equal(world_person(w, "in/b", "Bea Coe", "Northwind Ltd"), b);
	assert_int_equal(found(w, "several-at-company", ada, NULL), DC_SEVERITY_WARNING);
	OK(dc_ledger_verify(w->ledger, &err));
	/* The two are one. */
	OK(dc_ledger_person_alias(w->ledger, "in/a", "in/b", AGO(1), NULL));
	assert_int_equal(found(w, "several-at-company", ada, NULL), DC_SEVERITY_INFO);
	OK(dc_ledger_verify(w->ledger, &err));
	OK(dc_ledger_rebuild(w->ledger, &err));
	OK(dc_ledger_verify(w->ledger, &err));
	assert_int_equal(found(w, "several-at-company", ada, NULL), DC_SEVERITY_INFO);
	OK(dc_ledger_person_forget(w->ledger, a, AGO(1), NULL));
	assert_int_equal(found(w, "several-at-company", ada, NULL), -1);
	OK(dc_ledger_verify(w->ledger, &err));
}

/* What was told of a request counts when it is checked again before it leaves. */
static void told_once_known_later(void **state)
{
	const int tokyo = 9 * 60;
	struct world *w = *state;
	const struct dc_outbox o = { .ledger = w->ledger,
		                     .settings = w->settings,
		                     .desk = { .opener = "", .clipboard = "", .path = "" } };
	const struct dc_clock now = { .wall = AGO(0), .awake = 1, .elapsed = 1, .boot = "b" };
	const struct dc_clock then = {
		.wall = AGO(0) + 6 * DC_HOUR, .awake = 9, .elapsed = 9, .boot = "b"
	};
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_report_free) struct dc_report *report = NULL;
	struct dc_handover over;
	static const char note[] =
		"Hi Ada, good to meet you at Vey. I would be glad to keep in touch.";
	struct dc_request r;
	struct dc_error err;

	OK(dc_outbox_hold(
		&o, &r, NULL,
		&(struct dc_sending){
			.request = { .key = "in/ada-vey",
	                             .name = "Ada Vey",
	                             .note = note,
	                             .note_len = strlen(note),
	                             .tmpl = "talk",
	                             .tmpl_text = "Hi\n, good to meet you at\n. I would be "
	                                          "glad to keep in touch.",
	                             .zone = &tokyo } },
		&now, &arena, &err));
	OK(dc_outbox_hand(&o, &over, &report, r.id, &then, &err));
	assert_string_equal(world_found(report, "little-of-your-own")->message,
	                    "All 13 words come from the template \"talk\"; none is your own.");
	assert_string_equal(world_found(report, "outside-hours")->message,
	                    "It is 03:00 where they are (UTC+09:00).");
}

static void goals(void **state)
{
	struct world *w = *state;
	const struct dc_draft_request cook = { .name = "Ada Vey",
		                               .headline = "Head Cook",
		                               .company = "Initech Inc." };

	assert_int_equal(found(w, "off-goal", cook, NULL), -1);
	world_set(w, "goals.titles", "recruiter, Data Engineer");
	assert_int_equal(found(w, "off-goal", cook,
	                       "Ada Vey, Head Cook at Initech Inc., is none of whom you said you "
	                       "want to know."),
	                 DC_SEVERITY_INFO);
	assert_int_equal(found(w, "off-goal", (struct dc_draft_request){ .name = "Ada" }, NULL),
	                 -1);
	assert_int_equal(found(w, "off-goal",
	                       (struct dc_draft_request){ .headline = "Senior data engineer" },
	                       NULL),
	                 -1);
	assert_int_equal(found(w, "off-goal",
	                       (struct dc_draft_request){ .headline = "Engineer of data" }, NULL),
	                 DC_SEVERITY_INFO);
	world_set(w, "goals.companies", "INITECH");
	assert_int_equal(found(w, "off-goal", cook, NULL), -1);
	/* Where they work is not known: it may be there. */
	assert_int_equal(
		found(w, "off-goal", (struct dc_draft_request){ .headline = "Head Cook" }, NULL),
		-1);
	world_set(w, "goals.companies", " , ,");
	assert_int_equal(found(w, "off-goal", cook, NULL), DC_SEVERITY_INFO);
}

static void lists(void **state)
{
	struct world *w = *state;
	DC_AUTO(dc_batch_free) struct dc_batch *batch = dc_batch_new();
	const char *rule = "unchecked-profile";
	struct dc_draft_request row = { .batch = batch, .line = 1 };

	assert_int_equal(found(w, rule, (struct dc_draft_request){ .name = "Ada" }, NULL), -1);
	assert_int_equal(found(w, rule, row, NULL), DC_SEVERITY_INFO);
	/* What never left decorum took nobody to the profile; what was handed over did. */
	ask(w, "", AGO(9), DC_STATE_UNDONE);
	ask(w, "", AGO(9), DC_STATE_HANDED);
	row.key = "in/p0";
	assert_int_equal(found(w, rule, row, NULL), DC_SEVERITY_INFO);
	row.key = "in/p1";
	assert_int_equal(found(w, rule, row, NULL), -1);
	int64_t id = world_person(w, "in/bea", "Bea", "");

	row.key = "in/bea";
	assert_int_equal(found(w, rule, row, NULL), DC_SEVERITY_INFO);
	OK(dc_ledger_met_put(w->ledger, id, "FOSDEM", AGO(8), NULL));
	assert_int_equal(found(w, rule, row, NULL), -1);
}

static void a_new_account(void **state)
{
	struct world *w = *state;
	const struct dc_draft_request ada = { .name = "Ada Vey" };

	for (int i = 0; i < 20; i++)
		ask(w, "", AGO(3), DC_STATE_SENT);
	assert_int_equal(found(w, "warm-up", ada, NULL), -1);
	world_set(w, "account.since", "2026-11-01");
	assert_int_equal(found(w, "warm-up", ada,
	                       "Your account is 8 days old, and 20 requests went out in the last 7 "
	                       "days; 20 a week is the limit until 29 Nov 2026."),
	                 DC_SEVERITY_WARNING);
	world_set(w, "limits.warm-up-week", "21");
	assert_int_equal(found(w, "warm-up", ada, NULL), -1);
	world_set(w, "limits.warm-up-week", "20");
	world_set(w, "account.since", "2026-10-12"); /* 28 days ago */
	assert_int_equal(found(w, "warm-up", ada, NULL), -1);
	world_set(w, "account.since", "2027-01-01"); /* not begun: a mistake that stops nobody */
	assert_int_equal(found(w, "warm-up", ada, NULL), -1);
}

static void acceptance(void **state)
{
	struct world *w = *state;
	const struct dc_draft_request ada = { .name = "Ada Vey" };

	for (int i = 0; i < 20; i++)
		ask(w, "", AGO(20 + i), DC_STATE_SENT);
	for (int i = 0; i < 9; i++) { /* too new, too old */
		ask(w, "", AGO(13), DC_STATE_ACCEPTED);
		ask(w, "", AGO(181), DC_STATE_ACCEPTED);
	}
	/* Nobody ever told what was accepted: no share at all. */
	assert_int_equal(found(w, "low-acceptance", ada, NULL), -1);
	ask(w, "", AGO(50), DC_STATE_ACCEPTED);
	assert_int_equal(found(w, "low-acceptance", ada,
	                       "1 of the 21 requests that you sent 14 to 180 days ago was "
	                       "accepted: 4 %."),
	                 DC_SEVERITY_WARNING);
	world_set(w, "limits.acceptance-least", "22");
	assert_int_equal(found(w, "low-acceptance", ada, NULL), -1);
	world_set(w, "limits.acceptance-least", "21");
	for (int i = 0; i < 8; i++)
		ask(w, "", AGO(60), DC_STATE_ACCEPTED);
	assert_int_equal(found(w, "low-acceptance", ada, NULL), -1); /* 9 of 29 */
}

static void answers_that_say_no(void **state)
{
	struct world *w = *state;

	for (int i = 0; i < 20; i++)
		ask(w, "", AGO(20 + i), i % 2 ? DC_STATE_DECLINED : DC_STATE_IGNORED);
	assert_int_equal(
		found(w, "low-acceptance", (struct dc_draft_request){ .name = "Ada" }, NULL),
		DC_SEVERITY_WARNING);
}

static void hours(void **state)
{
	struct world *w = *state;
	const int tokyo = 9 * 60, kathmandu = 5 * 60 + 45;
	const struct dc_draft_request ada = { .name = "Ada Vey" };

	w->now = WORLD_NOW - 8 * DC_HOUR; /* 04:00 UTC */
	assert_int_equal(found(w, "outside-hours", ada, NULL), -1);
	world_set(w, "account.zone", "-05:00");
	assert_int_equal(found(w, "outside-hours", ada, "It is 23:00 where you are (UTC-05:00)."),
	                 DC_SEVERITY_INFO);
	assert_int_equal(
		found(w, "outside-hours", (struct dc_draft_request){ .zone = &tokyo }, NULL), -1);
	w->now = WORLD_NOW + 10 * DC_HOUR;
	assert_int_equal(found(w, "outside-hours", (struct dc_draft_request){ .zone = &kathmandu },
	                       "It is 03:45 where they are (UTC+05:45)."),
	                 DC_SEVERITY_INFO);
	world_set(w, "account.zone", "");
	assert_int_equal(found(w, "outside-hours", ada, NULL), -1);
}

static void zones(void **state)
{
	static const struct {
		const char *text;
		int minutes;
	} good[] = { { "+02:00", 120 }, { "-0530", -330 }, { "+2", 120 }, { "+14:00", 840 },
		     { "-00:30", -30 }, { "Z", 0 },        { "UTC", 0 },  { "+00:00", 0 } };
	static const char *const bad[] = { "",        "2",     "+",       "+15",    "+14:01",
		                           "+02:60",  "+02:0", "+02:",    "+020",   "CET",
		                           "+02:00x", "--2",   "+02:000", "-99999", "+ 2" };
	struct dc_error err = { 0 };
	int minutes;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		OK(dc_zone_parse(&minutes, good[i].text, &err));
		assert_int_equal(minutes, good[i].minutes);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (dc_zone_parse(&minutes, bad[i], &err) != DC_INVALID)
			fail_msg("'%s' was taken for a zone", bad[i]);
}

static void settings_are_looked_at(void **state)
{
	struct world *w = *state;
	struct dc_error err = { 0 };
	int zone;

	assert_int_equal(dc_settings_set(w->settings, "account.zone", "Berlin", "c.ini:2", &err),
	                 DC_INVALID);
	assert_string_equal(err.msg,
	                    "c.ini:2: account.zone: cannot read 'Berlin' as an offset from "
	                    "UTC; write +02:00, -05:30 or UTC");
	assert_int_equal(
		dc_settings_set(w->settings, "account.since", "2026-02-31", "c.ini:3", &err),
		DC_INVALID);
	assert_false(dc_settings_zone(w->settings, &zone));
	assert_int_equal(dc_settings_since(w->settings), 0);
	world_set(w, "account.zone", "UTC");
	assert_true(dc_settings_zone(w->settings, &zone));
	assert_int_equal(zone, 0);
}

static void words_of_a_template(void **state)
{
	static const char text[] = "title: T\npurpose: meeting\nlanguage: en\n\nslot: event\n"
				   "  ask: Where?\n  example: FOSDEM\n---\nHi, good to meet you at "
				   "{{event}}. I would be glad to keep in touch.";
	struct world *w = *state;
	DC_AUTO(dc_template_free) struct dc_template *t = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf constant = { 0 };
	struct dc_draft_request r = { .name = "Ada Vey", .tmpl = "t" };

	OK(dc_template_parse(&t, "t", "bundled", text, strlen(text), NULL));
	dc_template_constant(t, &constant);
	assert_string_equal(dc_buf_str(&constant),
	                    "Hi, good to meet you at \n. I would be glad to keep in touch.\n");
	r.note = "Hi, good to meet you at FOSDEM. I would be glad to keep in touch.";
	assert_int_equal(found(w, "little-of-your-own", r, NULL), -1); /* no text was passed in */
	r.tmpl_text = dc_buf_str(&constant);
	assert_int_equal(found(w, "little-of-your-own", r,
	                       "13 of 14 words come from the template \"t\", 1 is from you."),
	                 DC_SEVERITY_INFO);
	world_set(w, "limits.own-percent", "7"); /* 1 of 14 */
	assert_int_equal(found(w, "little-of-your-own", r, NULL), -1);
	r.note = "Hi, GOOD to meet you at Vey. I would be glad to keep in touch.";
	assert_int_equal(found(w, "little-of-your-own", r,
	                       "All 13 words come from the template \"t\"; none is your own."),
	                 DC_SEVERITY_WARNING);
	r.note = "Hi, good to meet you at the SQLite stand. I would be glad to keep in touch.";
	assert_int_equal(found(w, "little-of-your-own", r, NULL), -1);
	r.note = "";
	assert_int_equal(found(w, "little-of-your-own", r, NULL), -1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, world_enter, world_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(colleagues),
		TEST(colleagues_of_rows),
		TEST(all_of_them_are_counted),
		TEST(counts_follow),
		TEST(told_once_known_later),
		TEST(goals),
		TEST(lists),
		TEST(a_new_account),
		TEST(acceptance),
		TEST(answers_that_say_no),
		TEST(hours),
		TEST(zones),
		TEST(settings_are_looked_at),
		TEST(words_of_a_template),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
