/* review.c - the dossier that is gathered from a ledger, and the report on it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "shared/world.h"

#define OK(call) assert_int_equal((call), 0)

#define HAS(r, rule) assert_non_null(world_found(r, rule))
#define HASNT(r, rule) assert_null(world_found(r, rule))

static void a_new_person(void **state)
{
	DC_AUTO(dc_report_free)
	struct dc_report *r = world_review(
		*state, (struct dc_draft_request){ .key = "in/ada-vey",
	                                           .name = "Ada Vey",
	                                           .note = "Hi Anna, your talk was a joy." });

	assert_string_equal(r->dossier.name, "Ada Vey");
	assert_string_equal(r->dossier.first, "Ada");
	assert_string_equal(r->dossier.file_name, "");
	assert_int_equal(r->units, 29);
	assert_int_equal(r->unit_limit, 200);
	HAS(r, "wrong-name");
	assert_int_equal(dc_report_verdict(r), DC_VERDICT_STOP);
	assert_true(dc_findings_override(r->findings, "wrong-name", "a joke between us"));
	assert_int_not_equal(dc_report_verdict(r), DC_VERDICT_STOP);
}

static void without_a_recipient(void **state)
{
	DC_AUTO(dc_report_free)
	struct dc_report *r = world_review(*state,
	                                   (struct dc_draft_request){ .note = "Hi [Name], hello" });

	assert_string_equal(r->dossier.key, "");
	HAS(r, "placeholder-left");
	HASNT(r, "wrong-name");
}

static void declined_and_told(void **state)
{
	struct world *w = *state;
	int64_t ada = world_person(w, "in/ada-vey", "Ada Vey", "Northwind");

	world_ask(w, (struct world_asked){ .person = ada,
	                                   .note = "Hi Ada",
	                                   .skeleton = 1,
	                                   .when = AGO(20),
	                                   .state = DC_STATE_DECLINED });
	DC_AUTO(dc_report_free)
	struct dc_report *r = world_review(w, (struct dc_draft_request){ .key = "in/ada-vey" });
	const struct dc_finding *f = world_found(r, "declined");

	assert_non_null(f);
	assert_int_equal(f->severity, DC_SEVERITY_ERROR);
	assert_non_null(strstr(f->message, "Ada Vey declined your request of 20 Oct 2026"));
	assert_non_null(strstr(f->message, "you said so on 20 Oct 2026"));
	assert_non_null(strstr(f->message, "until 22 Apr 2027"));
	HASNT(r, "no-note"); /* only the recipient was asked about */
}

static void in_the_outbox(void **state)
{
	struct world *w = *state;
	int64_t ada = world_person(w, "in/ada-vey", "Ada Vey", "Northwind");
	int64_t id = world_ask(w, (struct world_asked){ .person = ada,
	                                                .note = "Hi Ada",
	                                                .skeleton = 1,
	                                                .when = WORLD_NOW - DC_MINUTE });

	DC_AUTO(dc_report_free)
	struct dc_report *other = world_review(w, (struct dc_draft_request){ .key = "in/ada-vey" });
	DC_AUTO(dc_report_free)
	struct dc_report *itself = world_review(
		w,
		(struct dc_draft_request){ .key = "in/ada-vey", .request = id, .note = "Hi Ada" });

	HAS(other, "queued-already");
	assert_int_equal(other->dossier.day, 1);
	/* Checked again, it is not counted against itself. */
	HASNT(itself, "queued-already");
	assert_int_equal(itself->dossier.day, 0);
	assert_int_equal(itself->dossier.notes_month, 0);
}

static void names_told_now(void **state)
{
	struct world *w = *state;

	world_person(w, "in/ada-vey", "Ada Vey", "Northwind");
	DC_AUTO(dc_report_free)
	struct dc_report *r = world_review(
		w, (struct dc_draft_request){ .key = "in/ada-vey", .name = "Ada Lovelace" });

	assert_string_equal(r->dossier.name, "Ada Lovelace");
	assert_string_equal(r->dossier.file_name, "Ada Vey");
	assert_string_equal(r->dossier.company, "Northwind");
}

static void do_not_contact(void **state)
{
	struct world *w = *state;
	static const struct dc_dnc entries[] = {
		{ .kind = DC_DNC_PERSON, .what = "in/ada-vey", .reason = "asked me to" },
		{ .kind = DC_DNC_COMPANY, .what = "NORTHWIND GmbH", .reason = "customer" },
		{ .kind = DC_DNC_TITLE, .what = "head of sales", .reason = "no" },
		{ .kind = DC_DNC_PATTERN, .what = "*emea*", .reason = "no" },
		{ .kind = DC_DNC_COMPANY, .what = "North", .reason = "another one" },
		{ .kind = DC_DNC_TITLE, .what = "sale", .reason = "not a whole word" },
		{ .kind = DC_DNC_PATTERN, .what = "emea", .reason = "not all of it" },
		{ .kind = DC_DNC_PERSON, .what = "in/ada-vey", .reason = "over", .until = AGO(1) },
	};
	int64_t id;

	world_person(w, "in/ada-vey", "Ada Vey", "Northwind");
	for (size_t i = 0; i < DC_COUNT(entries); i++) {
		struct dc_dnc d = entries[i];

		d.at = AGO(30);
		OK(dc_ledger_dnc_add(w->ledger, &id, &d, NULL));
	}
	DC_AUTO(dc_report_free)
	struct dc_report *r = world_review(
		w, (struct dc_draft_request){ .key = "in/ada-vey",
	                                      .headline = "Head of Sales, EMEA" });

	assert_int_equal(r->dossier.dnc_count, 4);
	HAS(r, "do-not-contact");
	/* Also a stranger of that company, told now. */
	DC_AUTO(dc_report_free)
	struct dc_report *s = world_review(w, (struct dc_draft_request){ .key = "in/new",
	                                                                 .name = "Tom Reed",
	                                                                 .company = "Northwind" });

	assert_int_equal(s->dossier.dnc_count, 1);
}

static void forgotten(void **state)
{
	struct world *w = *state;

	OK(dc_ledger_person_forget(w->ledger, world_person(w, "in/ada-vey", "Ada Vey", ""), AGO(1),
	                           NULL));
	DC_AUTO(dc_report_free)
	struct dc_report *r = world_review(w, (struct dc_draft_request){ .key = "in/ada-vey" });

	assert_true(r->dossier.forgotten);
	HAS(r, "do-not-contact");
}

static void yourself(void **state)
{
	struct world *w = *state;

	OK(dc_ledger_self_put(w->ledger, world_person(w, "in/me", "Alex Kim", "Contoso"), "test",
	                      AGO(1), NULL));
	DC_AUTO(dc_report_free)
	struct dc_report *r = world_review(w, (struct dc_draft_request){ .key = "in/me" });

	HAS(r, "yourself");
	assert_string_equal(r->dossier.me_first, "Alex");
	world_set(w, "account.me", "https://www.linkedin.com/in/Other-Me/");
	DC_AUTO(dc_report_free)
	struct dc_report *s = world_review(w, (struct dc_draft_request){ .key = "in/other-me" });

	HAS(s, "yourself");
}

/* n people get a note each, the i-th one i hours ago. */
static void send_to_many(struct world *w, int n, const char *note, uint64_t skeleton)
{
	for (int i = 0; i < n; i++) {
		char key[32], name[32];

		snprintf(key, sizeof(key), "in/p%d", i);
		snprintf(name, sizeof(name), "Tom Reed%c", 'a' + i);
		world_ask(w, (struct world_asked){ .person = world_person(w, key, name, ""),
		                                   .note = note,
		                                   .skeleton = skeleton,
		                                   .when = WORLD_NOW - (i + 1) * DC_HOUR,
		                                   .state = DC_STATE_SENT });
	}
}

static void budgets(void **state)
{
	struct world *w = *state;

	world_set(w, "limits.day", "3");
	send_to_many(w, 5, "", 0);
	DC_AUTO(dc_report_free)
	struct dc_report *r = world_review(
		w, (struct dc_draft_request){ .key = "in/new", .note = "" });

	assert_int_equal(r->dossier.day, 5);
	assert_int_equal(r->dossier.week, 5);
	assert_int_equal(r->dossier.notes_month, 0);
	assert_int_equal(r->dossier.burst, 0);
	assert_int_equal(r->dossier.pending, 5);
	/* The third newest went out three hours ago: its slot is free a day later. */
	assert_int_equal(r->dossier.day_free, WORLD_NOW + 21 * DC_HOUR);
	assert_int_equal(r->dossier.week_free, 0);
	HAS(r, "day-budget");
	HASNT(r, "week-budget");

	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_quota *q = NULL;
	size_t n = 0;

	OK(dc_quota_read(&q, &n, w->ledger, w->settings, WORLD_NOW, &arena, NULL));
	assert_int_equal(n, 5);
	assert_string_equal(q[0].window, "day");
	assert_int_equal(q[0].used, 5);
	assert_int_equal(q[0].limit.value, 3);
	assert_int_equal(q[0].next_free, WORLD_NOW + 21 * DC_HOUR);
	assert_string_equal(q[4].window, "pending");
	/* At that moment the slot is free. */
	OK(dc_quota_read(&q, &n, w->ledger, w->settings, WORLD_NOW + 21 * DC_HOUR, &arena, NULL));
	assert_int_equal(q[0].used, 2);
	assert_int_equal(q[0].next_free, 0);
	world_set(w, "account.type", "premium");
	OK(dc_quota_read(&q, &n, w->ledger, w->settings, WORLD_NOW, &arena, NULL));
	assert_int_equal(n, 4); /* notes are not counted */
}

#define TEXT "I read your paper on query plans in databases and would like to follow your work."

static void same_and_similar(void **state)
{
	struct world *w = *state;

	send_to_many(w, 4, "Hi Tom, " TEXT, 42);
	DC_AUTO(dc_report_free)
	struct dc_report *near = world_review(
		w, (struct dc_draft_request){ .key = "in/ada-vey",
	                                      .name = "Ada Vey",
	                                      .note = "Hi Ada, I read your paper on query plans in "
	                                              "databases and would love "
	                                              "to follow your work!" });

	assert_int_equal(near->dossier.same_people, 0);
	assert_int_equal(near->dossier.similar_people, 4);
	assert_int_equal(near->dossier.similar_day, 4);
	assert_true(near->dossier.similar_count > 0);
	assert_in_range(near->dossier.similar[0].percent, 80, 99);
	HAS(near, "similar-note");
	HASNT(near, "same-note");

	DC_AUTO(dc_report_free)
	struct dc_report *own = world_review(
		w, (struct dc_draft_request){ .key = "in/p0", .note = "Hi Tom, " TEXT });

	assert_int_equal(own->dossier.similar_people, 3); /* not the one to themselves */
	DC_AUTO(dc_report_free)
	struct dc_report *other = world_review(
		w, (struct dc_draft_request){
			   .key = "in/ada-vey",
			   .note = "Hi Ada, we met at the Lisbon meet-up on Tuesday." });

	assert_int_equal(other->dossier.similar_people, 0);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, world_enter, world_leave)
	const struct CMUnitTest tests[] = {
		TEST(a_new_person),      TEST(without_a_recipient),
		TEST(declined_and_told), TEST(in_the_outbox),
		TEST(names_told_now),    TEST(do_not_contact),
		TEST(forgotten),         TEST(yourself),
		TEST(budgets),           TEST(same_and_similar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
