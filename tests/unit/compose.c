/* The composer's session, fed with strings: what it asks, what it keeps, where it resumes. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <decorum/compose.h>

#include "compose/session.h"

#define NOW INT64_C(1777816800000) /* 3 May 2026 */

static const char template_text[] =
	"title: Met at an event\n"
	"purpose: meeting\n"
	"language: en\n"
	"slot: first_name\n"
	"  from: first_name\n"
	"  example: Ada\n"
	"slot: event\n"
	"  ask: Where did you meet?\n"
	"  example: FOSDEM 2026\n"
	"slot: extra\n"
	"  ask: Anything else?\n"
	"  required: no\n"
	"  example: See you there!\n"
	"---\n"
	"Hi {{first_name}}, good to meet you at {{event}}.{{#extra}} {{extra}}{{/extra}}\n";

struct world {
	struct dc_ledger *ledger;
	struct dc_settings *settings;
	struct dc_templates *templates;
	struct dc_outbox outbox;
	struct dc_clock now;
	struct dc_session *s;
	struct dc_error err;
	char dir[40], file[64];
};

#define OK(w, call)                                                      \
	do {                                                             \
		int rc_ = (call);                                        \
		if (rc_)                                                 \
			fail_msg("%s: %d %s", #call, rc_, (w)->err.msg); \
	} while (0)

static void person(struct world *w, const char *key, const char *name, const char *company,
                   int64_t connected)
{
	struct dc_person p = { .key = key,
		               .name = name,
		               .first = "",
		               .last = "",
		               .headline = "",
		               .company = company,
		               .email = "" };
	int64_t id;

	if (connected)
		p.connected = (struct dc_known){ connected, DC_HOW_OBSERVED, "a test" };
	OK(w, dc_ledger_person_put(w->ledger, &id, &p, "a test", NOW, &w->err));
}

static int setup(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	snprintf(w->dir, sizeof(w->dir), "/tmp/decorum-compose-XXXXXX");
	assert_non_null(mkdtemp(w->dir));
	snprintf(w->file, sizeof(w->file), "%s/met.mustache", w->dir);
	FILE *f = fopen(w->file, "w");

	fputs(template_text, f);
	fclose(f);
	OK(w, dc_ledger_open(&w->ledger, ":memory:", &w->err));
	OK(w, dc_settings_read(&w->settings, "test", NULL, 0, &w->err));
	OK(w, dc_templates_load(&w->templates, w->dir, &w->err));
	w->outbox = (struct dc_outbox){ .ledger = w->ledger, .settings = w->settings };
	w->now = (struct dc_clock){ .wall = NOW, .awake = 1000, .elapsed = 1000, .boot = "one" };
	person(w, "in/ada-vey", "Ada Vey", "Northwind", 0);
	person(w, "in/bob-stone", "Bob Stone", "Contoso", 0);
	person(w, "in/bob-stone-2", "Bob Stone", "Fabrikam", 0);
	person(w, "in/cora-lind", "Cora Lind", "Contoso", NOW - DC_DAY);
	*state = w;
	return 0;
}

static int teardown(void **state)
{
	struct world *w = *state;

	dc_session_free(w->s);
	dc_templates_free(w->templates);
	dc_settings_free(w->settings);
	dc_ledger_free(w->ledger);
	unlink(w->file);
	rmdir(w->dir);
	free(w);
	return 0;
}

static void begin_with(struct world *w, struct dc_session_options o)
{
	dc_session_free(w->s);
	w->s = NULL;
	o.outbox = &w->outbox;
	o.templates = w->templates;
	o.hold = -1;
	OK(w, dc_session_open(&w->s, &o, &w->now, &w->err));
}

static void begin(struct world *w) { begin_with(w, (struct dc_session_options){ 0 }); }

static const struct dc_question *question(struct world *w) { return dc_session_question(w->s); }

static int try_answer(struct world *w, const char *text)
{
	w->err.msg[0] = '\0';
	return dc_session_answer(w->s, text, strlen(text), &w->now, &w->err);
}

static void answer(struct world *w, const char *text) { OK(w, try_answer(w, text)); }

static void assert_step(struct world *w, enum dc_step step)
{
	assert_string_equal(dc_step_name(question(w)->step), dc_step_name(step));
}

static size_t draft_count(struct world *w, struct dc_draft *newest, struct dc_arena *a)
{
	struct dc_draft *all;
	size_t count;

	OK(w, dc_ledger_draft_list(w->ledger, &all, &count, a, &w->err));
	if (count && newest)
		*newest = all[0];
	return count;
}

/* --- the way through */

static void from_address_to_held(void **state)
{
	struct world *w = *state;
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	struct dc_request r;

	begin(w);
	assert_step(w, DC_STEP_RECIPIENT);
	answer(w, "  https://uk.linkedin.com/in/Ada-Vey/?trk=x \n");
	assert_step(w, DC_STEP_TEMPLATE);
	assert_string_equal(dc_session_recipient(w->s)->dossier.name, "Ada Vey");
	answer(w, "met");
	assert_step(w, DC_STEP_SLOT);
	assert_string_equal(question(w)->text, "Where did you meet?");
	answer(w, "FOSDEM");
	assert_string_equal(question(w)->text, "Anything else?");
	answer(w, "");
	assert_step(w, DC_STEP_TEXT);
	assert_string_equal(question(w)->preset, "Hi Ada, good to meet you at FOSDEM.");
	answer(w, question(w)->preset);
	assert_step(w, DC_STEP_REVIEW);
	answer(w, "send");
	assert_step(w, DC_STEP_DONE);
	assert_int_equal(dc_session_end(w->s), DC_END_HELD);
	OK(w, dc_ledger_request_get(w->ledger, &r, dc_session_result(w->s), &a, &w->err));
	assert_string_equal(r.note, "Hi Ada, good to meet you at FOSDEM.");
	assert_string_equal(r.tmpl, "met");
	assert_int_equal(r.state, DC_STATE_HELD);
	assert_int_equal(draft_count(w, NULL, &a), 0);
}

static void the_last_answer_is_offered(void **state)
{
	struct world *w = *state;

	from_address_to_held(state);
	begin_with(w, (struct dc_session_options){ .recipient = "in/bob-stone", .tmpl = "met" });
	assert_step(w, DC_STEP_SLOT);
	assert_string_equal(question(w)->offered, "FOSDEM");
	assert_string_equal(question(w)->offered_from, "your last answer");
	answer(w, "");
	answer(w, "");
	assert_string_equal(question(w)->preset, "Hi Bob, good to meet you at FOSDEM.");
}

static void one_name_is_confirmed(void **state)
{
	struct world *w = *state;

	begin(w);
	answer(w, "ada");
	assert_step(w, DC_STEP_CONFIRM);
	assert_non_null(strstr(question(w)->text, "Ada Vey"));
	assert_non_null(strstr(question(w)->text, "Northwind"));
	answer(w, "no");
	assert_step(w, DC_STEP_RECIPIENT);
	assert_string_equal(question(w)->preset, "ada");
	answer(w, "ada");
	answer(w, "");
	assert_step(w, DC_STEP_TEMPLATE);
}

static void several_names_are_listed(void **state)
{
	struct world *w = *state;

	begin(w);
	answer(w, "bob");
	assert_step(w, DC_STEP_WHICH);
	assert_non_null(question(w)->choices[1]);
	assert_null(question(w)->choices[2]);
	assert_int_equal(try_answer(w, "3"), DC_INVALID);
	assert_step(w, DC_STEP_WHICH);
	DC_AUTO(dc_str) char *second = dc_strdup(question(w)->choices[1]);

	answer(w, "2");
	assert_non_null(strstr(second, dc_session_recipient(w->s)->dossier.key));
}

static void nobody_of_that_name(void **state)
{
	struct world *w = *state;

	begin(w);
	assert_int_equal(try_answer(w, "Zoe Nobody"), DC_INVALID);
	assert_step(w, DC_STEP_RECIPIENT);
	assert_string_equal(question(w)->preset, "Zoe Nobody");
	assert_int_equal(try_answer(w, "https://evil.com/in/x"), DC_INVALID);
	assert_int_equal(try_answer(w, ""), DC_INVALID);
}

static void only_what_is_missing_is_asked(void **state)
{
	struct world *w = *state;
	struct dc_value values[] = { { "event", "FOSDEM" } };

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey",
	                                           .tmpl = "met",
	                                           .values = values,
	                                           .value_count = 1 });
	assert_string_equal(question(w)->text, "Anything else?");
	begin_with(w, (struct dc_session_options){
			      .recipient = "in/ada-vey", .note = "Hello Ada", .note_len = 9 });
	assert_step(w, DC_STEP_REVIEW);
}

static void what_is_filled_says_from_where(void **state)
{
	struct world *w = *state;
	struct dc_fill fill;

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey", .tmpl = "met" });
	assert_true(dc_session_fill_at(w->s, 0, &fill));
	assert_string_equal(fill.slot, "first_name");
	assert_string_equal(fill.value, "Ada");
	assert_true(*fill.from);
	assert_false(dc_session_fill_at(w->s, 1, &fill));
}

static void where_they_met_is_kept_and_offered_again(void **state)
{
	struct world *w = *state;
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	const struct dc_session_options met = { .recipient = "in/ada-vey", .tmpl = "met-at-event" };
	int64_t draft;
	struct dc_request r;

	begin_with(w, met);
	assert_string_equal(question(w)->offered, "");
	answer(w, "Slush in November");
	answer(w, "keeping old migrations readable");
	answer(w, question(w)->preset);
	answer(w, "send");
	assert_int_equal(dc_session_end(w->s), DC_END_HELD);
	OK(w, dc_outbox_undo(&w->outbox, &r, &draft, 0, &w->now, &a, &w->err));
	/* Somebody else gives another last answer; what was noted of Ada stays hers. */
	OK(w, dc_ledger_answer_put(w->ledger, "event", "FOSDEM", NOW + 1, &w->err));
	begin_with(w, met);
	assert_string_equal(question(w)->offered, "Slush in November");
	assert_string_equal(question(w)->offered_from, "your own note");
}

/* Whatever a template may be filled from, the session knows where to look. */
static void every_source_is_known(void **state)
{
	const char *from;

	(void)state;
	for (size_t i = 0; (from = dc_slot_source_at(i)); i++) {
		struct dc_slot slot = { .name = "x", .from = from };
		bool about_person = dc_compose_about_person(&slot);

		/* Where they met nobody but the user knows; it may be where the next one was met.
		 */
		if (about_person == !strcmp(from, "met"))
			fail_msg("from: %s", from);
	}
}

static void an_unknown_name_is_asked_for(void **state)
{
	struct world *w = *state;

	begin_with(w, (struct dc_session_options){ .recipient = "in/somebody-new", .tmpl = "met" });
	assert_string_equal(question(w)->slot->name, "first_name");
}

static void what_is_wrong_ahead_is_complained_about(void **state)
{
	struct world *w = *state;

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey", .tmpl = "no-such" });
	assert_step(w, DC_STEP_TEMPLATE);
	assert_non_null(strstr(question(w)->complaint, "no-such"));
	begin_with(w, (struct dc_session_options){ .recipient = "https://evil.com/in/x" });
	assert_step(w, DC_STEP_RECIPIENT);
	assert_true(*question(w)->complaint);
	assert_string_equal(question(w)->preset, "https://evil.com/in/x");
}

static void silent_lists_what_is_missing(void **state)
{
	struct world *w = *state;
	struct dc_missing m;

	begin_with(w, (struct dc_session_options){ .silent = true });
	assert_true(dc_session_missing_at(w->s, 0, &m));
	assert_string_equal(m.option, "RECIPIENT");
	assert_true(dc_session_missing_at(w->s, 1, &m));
	assert_false(dc_session_missing_at(w->s, 2, &m));
	begin_with(w, (struct dc_session_options){
			      .silent = true, .recipient = "in/ada-vey", .tmpl = "met" });
	assert_true(dc_session_missing_at(w->s, 0, &m));
	assert_string_equal(m.slot, "event");
	assert_false(dc_session_missing_at(w->s, 1, &m));
}

/* --- writing freely */

static void etiquette_is_asked(void **state)
{
	struct world *w = *state;

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey" });
	answer(w, "");
	assert_string_equal(question(w)->slot->name, "how");
	answer(w, "we met at FOSDEM");
	assert_string_equal(question(w)->slot->name, "why");
	answer(w, "your talk on query planners!");
	assert_step(w, DC_STEP_TEXT);
	assert_string_equal(question(w)->preset,
	                    "Hi Ada, we met at FOSDEM. your talk on query planners!");
}

static void a_greeting_of_ones_own_stays_the_only_one(void **state)
{
	struct world *w = *state;

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey" });
	answer(w, "");
	answer(w, "Good morning Ada, we met at FOSDEM");
	answer(w, "Your talk stayed with me.");
	assert_string_equal(question(w)->preset,
	                    "Good morning Ada, we met at FOSDEM. Your talk stayed with me.");
}

static void nothing_to_say_is_blank_or_skip(void **state)
{
	struct world *w = *state;

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey" });
	for (int i = 0; i < 3; i++)
		answer(w, "");
	assert_step(w, DC_STEP_TEXT);
	answer(w, "");
	assert_step(w, DC_STEP_REVIEW);
	assert_non_null(strstr(question(w)->text, "blank"));
	answer(w, "skip");
	assert_int_equal(dc_session_end(w->s), DC_END_DROPPED);
}

static void bytes_of_the_note_stay(void **state)
{
	struct world *w = *state;
	static const char note[] = "  Hi Ada,\r\n\tgr\xc3\xbc\xc3\x9f dich \xf0\x9f\x91\x8b\n";
	size_t len;

	begin_with(w, (struct dc_session_options){
			      .recipient = "in/ada-vey", .note = "x", .note_len = 1 });
	answer(w, "edit");
	assert_int_equal(try_answer(w, "bad \xff byte"), DC_INVALID);
	assert_string_equal(question(w)->preset, "bad \xff byte");
	answer(w, note);
	assert_string_equal(dc_session_note(w->s, &len), note);
	assert_int_equal(len, sizeof(note) - 1);
}

/* --- the review */

static void an_error_wants_a_reason(void **state)
{
	struct world *w = *state;

	begin_with(w, (struct dc_session_options){
			      .recipient = "in/cora-lind",
			      .note = "Hi Cora, your talk on ferns at FOSDEM made me laugh.",
			      .note_len = 52 });
	assert_step(w, DC_STEP_REVIEW);
	assert_string_equal(question(w)->offered, "");
	answer(w, "send");
	assert_step(w, DC_STEP_REASON);
	assert_string_equal(dc_session_stopper(w->s)->rule->id, "already-connected");
	answer(w, "");
	assert_step(w, DC_STEP_REVIEW);
	assert_int_equal(dc_session_end(w->s), DC_END_NONE);
	answer(w, "send");
	answer(w, "she lost her old account");
	assert_int_equal(dc_session_end(w->s), DC_END_HELD);
}

static void edit_starts_at_the_first_finding(void **state)
{
	struct world *w = *state;
	static const char note[] = "Good to meet you at FOSDEM, {{name}}, as ever.";

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey",
	                                           .note = note,
	                                           .note_len = sizeof(note) - 1 });
	answer(w, "edit");
	assert_step(w, DC_STEP_TEXT);
	assert_string_equal(question(w)->preset, note);
	assert_string_equal(note + question(w)->cursor, "{{name}}, as ever.");
}

static void choices_can_be_shortened_but_not_guessed(void **state)
{
	struct world *w = *state;

	begin_with(w, (struct dc_session_options){
			      .recipient = "in/ada-vey", .note = "Hi Ada", .note_len = 6 });
	assert_int_equal(try_answer(w, "d"), DC_INVALID);
	assert_non_null(strstr(w->err.msg, "draft"));
	answer(w, "dra");
	assert_int_equal(dc_session_end(w->s), DC_END_DRAFT);
	assert_true(dc_session_result(w->s) > 0);
}

static void back_goes_where_it_came_from(void **state)
{
	struct world *w = *state;

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey" });
	answer(w, "met");
	answer(w, "FOSDEM");
	answer(w, "");
	assert_step(w, DC_STEP_TEXT);
	answer(w, "Hi");
	assert_true(dc_session_back(w->s, &w->now));
	assert_step(w, DC_STEP_TEXT);
	assert_string_equal(question(w)->preset, "Hi");
	assert_true(dc_session_back(w->s, &w->now));
	assert_string_equal(question(w)->text, "Anything else?");
	assert_true(dc_session_back(w->s, &w->now));
	assert_string_equal(question(w)->text, "Where did you meet?");
	assert_string_equal(question(w)->preset, "FOSDEM");
	assert_true(dc_session_back(w->s, &w->now));
	assert_step(w, DC_STEP_TEMPLATE);
	assert_true(dc_session_back(w->s, &w->now));
	assert_step(w, DC_STEP_RECIPIENT);
	assert_false(dc_session_back(w->s, &w->now));
}

/* --- nothing typed is ever lost */

static void every_answer_is_in_a_draft(void **state)
{
	struct world *w = *state;
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	struct dc_draft d;

	begin(w);
	assert_int_equal(draft_count(w, NULL, &a), 0);
	answer(w, "in/ada-vey");
	assert_int_equal(draft_count(w, &d, &a), 1);
	assert_string_equal(d.key, "in/ada-vey");
	answer(w, "met");
	draft_count(w, &d, &a);
	assert_string_equal(d.tmpl, "met");
	answer(w, "FOSDEM");
	draft_count(w, &d, &a);
	assert_non_null(strstr(d.answers, "FOSDEM"));
	answer(w, "");
	answer(w, "Hi Ada, all of it.");
	assert_int_equal(draft_count(w, &d, &a), 1);
	assert_string_equal(d.note, "Hi Ada, all of it.");
}

/* Where a session is left, with what half typed, and what it is resumed with. */
static void resumed_where_it_was(void **state)
{
	static const struct {
		const char *answers[5];
		enum dc_step step;
	} cases[] = {
		{ { NULL }, DC_STEP_RECIPIENT },
		{ { "in/ada-vey", NULL }, DC_STEP_TEMPLATE },
		{ { "in/ada-vey", "met", NULL }, DC_STEP_SLOT },
		{ { "in/ada-vey", "met", "FOSDEM", NULL }, DC_STEP_SLOT },
		{ { "in/ada-vey", "", NULL }, DC_STEP_SLOT },
		{ { "in/ada-vey", "met", "FOSDEM", "", NULL }, DC_STEP_TEXT },
	};
	static const char half[] = "half \"typed\"\n\xf0\x9f\x91\x8b";
	struct world *w = *state;

	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		int64_t id = 0;

		begin(w);
		for (size_t k = 0; k < 5 && cases[i].answers[k]; k++)
			answer(w, cases[i].answers[k]);
		assert_step(w, cases[i].step);
		DC_AUTO(dc_str) char *asked = dc_strdup(question(w)->text);

		OK(w, dc_session_keep(w->s, half, sizeof(half) - 1, &id, &w->now, &w->err));
		assert_true(id > 0);
		begin_with(w, (struct dc_session_options){ .draft = id });
		assert_step(w, cases[i].step);
		assert_string_equal(question(w)->text, asked);
		assert_string_equal(question(w)->preset, half);
	}
}

static void resumed_at_the_review(void **state)
{
	struct world *w = *state;

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey" });
	answer(w, "");
	answer(w, "how");
	answer(w, "why");
	answer(w, "The note");
	int64_t id = dc_session_draft(w->s);

	begin_with(w, (struct dc_session_options){ .draft = id });
	assert_step(w, DC_STEP_REVIEW);
	assert_string_equal(dc_session_note(w->s, NULL), "The note");
}

static void nothing_is_no_draft(void **state)
{
	struct world *w = *state;
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	int64_t id = 7;

	begin(w);
	OK(w, dc_session_keep(w->s, "", 0, &id, &w->now, &w->err));
	assert_int_equal(id, 0);
	assert_int_equal(draft_count(w, NULL, &a), 0);
}

static void an_undone_request_is_resumed_at_its_note(void **state)
{
	struct world *w = *state;
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	struct dc_request r;
	int64_t draft = 0;

	from_address_to_held(state);
	OK(w, dc_outbox_undo(&w->outbox, &r, &draft, 0, &w->now, &a, &w->err));
	begin_with(w, (struct dc_session_options){ .draft = draft });
	assert_step(w, DC_STEP_REVIEW);
	assert_string_equal(dc_session_note(w->s, NULL), "Hi Ada, good to meet you at FOSDEM.");
}

/* --- the look while typing */

static void peek_counts_the_whole_note(void **state)
{
	struct world *w = *state;
	DC_AUTO(dc_peek_clear) struct dc_peek p = { 0 };

	begin_with(w, (struct dc_session_options){ .recipient = "in/ada-vey", .tmpl = "met" });
	dc_session_peek(w->s, &p, "FOSDEM", 6, &w->now);
	assert_int_equal(p.units, strlen("Hi Ada, good to meet you at FOSDEM."));
	assert_int_equal(p.limit, 200);
	answer(w, "FOSDEM");
	answer(w, "");
	dc_peek_clear(&p);
	dc_session_peek(w->s, &p, "Hi \xf0\x9f\x91\x8b", 7, &w->now);
	assert_int_equal(p.units, 5);
	dc_peek_clear(&p);
	dc_session_peek(w->s, &p, "Hi {{name}}", 11, &w->now);
	assert_non_null(p.findings);
	assert_true(dc_findings_count(p.findings) > 0);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	static const struct CMUnitTest tests[] = {
		T(from_address_to_held),
		T(the_last_answer_is_offered),
		T(one_name_is_confirmed),
		T(several_names_are_listed),
		T(nobody_of_that_name),
		T(only_what_is_missing_is_asked),
		T(what_is_filled_says_from_where),
		T(where_they_met_is_kept_and_offered_again),
		T(every_source_is_known),
		T(an_unknown_name_is_asked_for),
		T(what_is_wrong_ahead_is_complained_about),
		T(silent_lists_what_is_missing),
		T(etiquette_is_asked),
		T(a_greeting_of_ones_own_stays_the_only_one),
		T(nothing_to_say_is_blank_or_skip),
		T(bytes_of_the_note_stay),
		T(an_error_wants_a_reason),
		T(edit_starts_at_the_first_finding),
		T(choices_can_be_shortened_but_not_guessed),
		T(back_goes_where_it_came_from),
		T(every_answer_is_in_a_draft),
		T(resumed_where_it_was),
		T(resumed_at_the_review),
		T(nothing_is_no_draft),
		T(an_undone_request_is_resumed_at_its_note),
		T(peek_counts_the_whole_note),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
