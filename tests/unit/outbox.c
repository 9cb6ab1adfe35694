/* outbox.c - hold, undo, redo, hand over, answer, withdraw, mark: the promises. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include <decorum/outbox.h>

#include "shared/room.h"

static const char good_note[] =
	"Hi Ada, your talk on SQLite at FOSDEM in Brussels helped me a lot.";

/* A room with an outbox whose opener and clipboard leave traces. */
struct office {
	struct room *r;
	struct dc_settings *settings;
	struct dc_outbox o;
};

static int enter(void **state)
{
	struct office *f = dc_alloc(1, sizeof(*f));
	void *room;

	if (room_enter(&room))
		return -1;
	struct room *r = f->r = room;

	MUST(dc_settings_read(&f->settings, "none", NULL, 0, &r->err));
	f->o = (struct dc_outbox){ .ledger = r->l,
		                   .settings = f->settings,
		                   .desk = { .opener = "", .clipboard = "", .path = "" } };
	*state = f;
	return 0;
}

static int leave(void **state)
{
	struct office *f = *state;
	void *room = f->r;

	dc_settings_free(f->settings);
	dc_free(f);
	return room_leave(&room);
}

static int hold_of(struct office *f, struct dc_request *out, const char *key, const char *note)
{
	struct room *r = f->r;

	return dc_outbox_hold(&f->o, out, NULL,
	                      &(struct dc_sending){ .request = { .key = key,
	                                                         .name = "Ada Vey",
	                                                         .note = note,
	                                                         .note_len = strlen(note) },
	                                            .hold = 30000 },
	                      &r->now, &r->arena, &r->err);
}

static int64_t held(struct office *f)
{
	struct room *r = f->r;
	struct dc_request q;

	MUST(hold_of(f, &q, "in/ada-vey", good_note));
	assert_int_equal(q.state, DC_STATE_HELD);
	return q.id;
}

static int hand(struct office *f, int64_t id)
{
	struct room *r = f->r;
	struct dc_handover h;

	return dc_outbox_hand(&f->o, &h, NULL, id, &r->now, &r->err);
}

static int64_t sent(struct office *f)
{
	struct room *r = f->r;
	int64_t id = held(f);

	r->now.awake += 30000;
	MUST(hand(f, id));
	MUST(dc_outbox_answer(&f->o, id, true, &r->now, &r->err));
	return id;
}

static enum dc_state state_of(struct office *f, int64_t id) { return room_request(f->r, id).state; }

/* --- hold */

static void findings_hold_a_request_back_unless_overridden(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_report *report = NULL;
	struct dc_event *e;
	struct dc_request q;
	struct dc_sending s = { .request = { .key = "in/ada-vey",
		                             .name = "Ada Vey",
		                             .note = "Hi Anna, hello from Brussels and FOSDEM.",
		                             .note_len = 40 },
		                .hold = -1 };
	struct dc_override why = { "wrong-name", "she is called Anna by friends" };
	size_t n;

	FAILS(DC_FINDINGS, dc_outbox_hold(&f->o, &q, &report, &s, &r->now, &r->arena, &r->err));
	assert_non_null(report);
	assert_int_equal(dc_report_verdict(report), DC_VERDICT_STOP);
	dc_report_free(report);
	s.overrides = &why;
	s.override_count = 1;
	MUST(dc_outbox_hold(&f->o, &q, &report, &s, &r->now, &r->arena, &r->err));
	dc_report_free(report);
	assert_int_equal(q.hold, dc_settings_hold(f->settings));
	MUST(dc_ledger_history(r->l, &e, &n, q.person, &r->arena, &r->err));
	assert_int_equal(n, 2);
	assert_string_equal(e[1].kind, "override");
	assert_string_equal(e[1].detail, "wrong-name: she is called Anna by friends");
	assert_int_equal(e[1].request, q.id);
	/* The reason still counts when the checks run again, and after an undo. */
	r->now.awake += q.hold;
	MUST(hand(f, q.id));
	MUST(dc_outbox_answer(&f->o, q.id, false, &r->now, &r->err));
	MUST(dc_outbox_undo(&f->o, &q, NULL, q.id, &r->now, &r->arena, &r->err));
	MUST(dc_outbox_redo(&f->o, &q, NULL, q.id, &r->now, &r->arena, &r->err));
}

static void what_cannot_be_sent_is_refused(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_override unknown = { "no-such-rule", "why" }, mute = { "too-long", "" };
	struct dc_request q;
	struct dc_sending s = { .request = { .key = "", .note = "x", .note_len = 1 }, .hold = -1 };

	FAILS(DC_INVALID, dc_outbox_hold(&f->o, &q, NULL, &s, &r->now, &r->arena, &r->err));
	s.request.key = "in/ada";
	s.hold = 3600 * 1000 + 1;
	FAILS(DC_INVALID, dc_outbox_hold(&f->o, &q, NULL, &s, &r->now, &r->arena, &r->err));
	s.hold = -1;
	s.request.note = "\xff";
	FAILS(DC_INVALID, dc_outbox_hold(&f->o, &q, NULL, &s, &r->now, &r->arena, &r->err));
	s.request.note = "";
	s.request.note_len = 1; /* a NUL byte */
	FAILS(DC_INVALID, dc_outbox_hold(&f->o, &q, NULL, &s, &r->now, &r->arena, &r->err));
	s.request.note_len = 0;
	s.override_count = 1;
	s.overrides = &unknown;
	FAILS(DC_INVALID, dc_outbox_hold(&f->o, &q, NULL, &s, &r->now, &r->arena, &r->err));
	s.overrides = &mute;
	FAILS(DC_INVALID, dc_outbox_hold(&f->o, &q, NULL, &s, &r->now, &r->arena, &r->err));
	MUST(dc_settings_set(f->settings, "outbox.transport", "pigeon", "test", &r->err));
	s.override_count = 0;
	FAILS(DC_INVALID, dc_outbox_hold(&f->o, &q, NULL, &s, &r->now, &r->arena, &r->err));
}

static void one_key_is_one_request(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_request a, b;
	struct dc_sending s = { .request = { .key = "in/ada-vey",
		                             .note = good_note,
		                             .note_len = sizeof(good_note) - 1 },
		                .idempotency = "k1",
		                .hold = -1 };

	MUST(dc_outbox_hold(&f->o, &a, NULL, &s, &r->now, &r->arena, &r->err));
	MUST(dc_outbox_hold(&f->o, &b, NULL, &s, &r->now, &r->arena, &r->err));
	assert_int_equal(a.id, b.id);
	/* … also when it was undone meanwhile: a retry is not a new wish. */
	MUST(dc_outbox_undo(&f->o, &a, NULL, a.id, &r->now, &r->arena, &r->err));
	MUST(dc_outbox_hold(&f->o, &b, NULL, &s, &r->now, &r->arena, &r->err));
	assert_int_equal(b.state, DC_STATE_UNDONE);
	s.request.note_len--;
	FAILS(DC_CONFLICT, dc_outbox_hold(&f->o, &b, NULL, &s, &r->now, &r->arena, &r->err));
	s.request.note_len++;
	s.request.key = "in/bo";
	FAILS(DC_CONFLICT, dc_outbox_hold(&f->o, &b, NULL, &s, &r->now, &r->arena, &r->err));
}

/* --- the clock */

static void the_hold_counts_awake_time_of_one_boot(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_request q = room_request(r, held(f)), *due;
	size_t n;

	assert_int_equal(dc_outbox_left(&q, &r->now), 30000);
	assert_int_equal(dc_outbox_left_shown(&q, &r->now), 29750);
	r->now.awake += 29999;
	assert_int_equal(dc_outbox_left(&q, &r->now), 1);
	assert_int_equal(dc_outbox_left_shown(&q, &r->now), 0);
	/* The wall clock may jump as it likes, and sleep does not count. */
	r->now.wall += 365 * DC_DAY;
	r->now.elapsed += DC_DAY;
	assert_int_equal(dc_outbox_left(&q, &r->now), 1);
	MUST(dc_outbox_due(&f->o, &due, &n, &r->now, &r->arena, &r->err));
	assert_int_equal(n, 0);
	FAILS(DC_TEMP, hand(f, q.id));
	r->now.wall = 1;
	r->now.awake++;
	MUST(dc_outbox_due(&f->o, &due, &n, &r->now, &r->arena, &r->err));
	assert_int_equal(n, 1);
}

static void another_boot_starts_the_hold_again(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	int64_t id = held(f);
	struct dc_request *due;
	size_t n;

	snprintf(r->now.boot, sizeof(r->now.boot), "b2");
	r->now.awake = 900000; /* long past, by the clock of another boot */
	struct dc_request q = room_request(r, id);

	assert_int_equal(dc_outbox_left(&q, &r->now), 30000);
	FAILS(DC_TEMP, hand(f, id));
	MUST(dc_outbox_due(&f->o, &due, &n, &r->now, &r->arena, &r->err));
	assert_int_equal(n, 0);
	r->now.awake += 29999;
	MUST(dc_outbox_due(&f->o, &due, &n, &r->now, &r->arena, &r->err));
	assert_int_equal(n, 0);
	r->now.awake++;
	MUST(dc_outbox_due(&f->o, &due, &n, &r->now, &r->arena, &r->err));
	assert_int_equal(n, 1);
	MUST(hand(f, id));
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void now_ends_the_hold(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	int64_t id = held(f);

	FAILS(DC_TEMP, hand(f, id));
	MUST(dc_outbox_now(&f->o, id, &r->now, &r->err));
	MUST(hand(f, id));
	FAILS(DC_CONFLICT, dc_outbox_now(&f->o, id, &r->now, &r->err));
	FAILS(DC_NOTFOUND, dc_outbox_now(&f->o, id + 1, &r->now, &r->err));
}

/* --- undo */

static void undo_takes_back_and_redo_holds_again(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_request q;
	struct dc_draft d, *all;
	int64_t id = held(f), draft = 0;
	size_t n;

	MUST(dc_outbox_undo(&f->o, &q, &draft, 0, &r->now, &r->arena, &r->err));
	assert_int_equal(q.id, id);
	assert_int_equal(q.state, DC_STATE_UNDONE);
	MUST(dc_ledger_draft_get(r->l, &d, draft, &r->arena, &r->err));
	assert_int_equal(d.note_len, strlen(good_note));
	assert_memory_equal(d.note, good_note, d.note_len);
	assert_string_equal(d.key, "in/ada-vey");
	FAILS(DC_CONFLICT, dc_outbox_undo(&f->o, &q, NULL, id, &r->now, &r->arena, &r->err));
	FAILS(DC_NOTFOUND, dc_outbox_undo(&f->o, &q, NULL, 0, &r->now, &r->arena, &r->err));
	FAILS(DC_NOTFOUND, dc_outbox_undo(&f->o, &q, NULL, 99, &r->now, &r->arena, &r->err));
	MUST(dc_outbox_redo(&f->o, &q, NULL, 0, &r->now, &r->arena, &r->err));
	assert_int_not_equal(q.id, id);
	assert_string_equal(q.note, good_note);
	MUST(dc_ledger_draft_list(r->l, &all, &n, &r->arena, &r->err));
	assert_int_equal(n, 0); /* its draft became the request again */
	FAILS(DC_CONFLICT, dc_outbox_redo(&f->o, &q, NULL, q.id, &r->now, &r->arena, &r->err));
	/* The person has one request at a time. */
	assert_int_equal(dc_outbox_redo(&f->o, &q, NULL, id, &r->now, &r->arena, &r->err) == 0,
	                 false);
}

static void an_edited_text_is_checked_and_held_anew(void **state)
{
	static const char good[] =
		"Hi Ada, your talk on SQLite at FOSDEM made my week in Brussels.";
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_request q;
	int64_t id = held(f);

	r->now.awake += 29000;
	MUST(dc_outbox_undo(&f->o, &q, NULL, id, &r->now, &r->arena, &r->err));
	FAILS(DC_FINDINGS, hold_of(f, &q, "in/ada-vey", "Hi Anna, your talk on SQLite helped me."));
	MUST(hold_of(f, &q, "in/ada-vey", good));
	assert_int_not_equal(q.id, id);
	assert_string_equal(q.note, good);
	assert_int_equal(dc_outbox_left(&q, &r->now), 30000);
	assert_string_equal(room_request(r, id).note, good_note); /* what was undone stays so */
}

static void a_draft_that_was_edited_survives_the_redo(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_request q;
	struct dc_draft d, *all;
	int64_t draft;
	size_t n;

	held(f);
	MUST(dc_outbox_undo(&f->o, &q, &draft, 0, &r->now, &r->arena, &r->err));
	MUST(dc_ledger_draft_get(r->l, &d, draft, &r->arena, &r->err));
	d.note = "changed";
	d.note_len = 7;
	MUST(dc_ledger_draft_put(r->l, &draft, &d, &r->err));
	MUST(dc_outbox_redo(&f->o, &q, NULL, 0, &r->now, &r->arena, &r->err));
	MUST(dc_ledger_draft_list(r->l, &all, &n, &r->arena, &r->err));
	assert_int_equal(n, 1);
}

static void what_left_cannot_be_undone(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_request q;
	int64_t id = held(f);

	r->now.awake += 30000;
	MUST(hand(f, id));
	FAILS(DC_CONFLICT, dc_outbox_undo(&f->o, &q, NULL, id, &r->now, &r->arena, &r->err));
	FAILS(DC_NOTFOUND, dc_outbox_undo(&f->o, &q, NULL, 0, &r->now, &r->arena, &r->err));
	assert_int_equal(state_of(f, id), DC_STATE_HANDED);
}

/* --- the hand-over */

static void the_state_is_durable_before_anything_opens(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	DC_AUTO(dc_str) char *opener = dc_printf("%s/see", r->dir);
	DC_AUTO(dc_str) char *seen = dc_printf("%s/seen.db", r->dir);
	int64_t id = held(f);
	FILE *s = fopen(opener, "w");

	/* What the opener finds is what a crash at that moment would leave. */
	fprintf(s, "#!/bin/sh\n/bin/cp '%s' '%s'\necho >>'%s/opened'\n", r->path, seen, r->dir);
	fclose(s);
	chmod(opener, 0700);
	f->o.desk.opener = opener;
	r->now.awake += 30000;
	MUST(hand(f, id));
	assert_int_equal(state_of(f, id), DC_STATE_HANDED);
	struct dc_ledger *then;
	struct dc_request q, *due;
	size_t n;

	chmod(seen, 0600);
	MUST(dc_ledger_open(&then, seen, &r->err));
	MUST(dc_ledger_request_get(then, &q, id, &r->arena, &r->err));
	assert_int_equal(q.state, DC_STATE_HANDING);
	/* Found like that: it waits for the user, and is never opened again. */
	struct dc_outbox after = f->o;

	after.ledger = then;
	MUST(dc_outbox_due(&after, &due, &n, &r->now, &r->arena, &r->err));
	assert_int_equal(n, 1);
	struct dc_handover h;

	FAILS(DC_CONFLICT, dc_outbox_hand(&after, &h, NULL, id, &r->now, &r->err));
	DC_AUTO(dc_str) char *opened = dc_printf("%s/opened", r->dir);
	struct stat once;

	assert_int_equal(stat(opened, &once), 0);
	assert_int_equal(once.st_size, 1);
	MUST(dc_outbox_answer(&after, id, true, &r->now, &r->err));
	dc_ledger_free(then);
}

static void the_checks_run_again(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_dnc d = { .kind = DC_DNC_PERSON,
		            .what = "in/ada-vey",
		            .reason = "asked me not to",
		            .at = ROOM_NOW };
	struct dc_report *report = NULL;
	struct dc_handover h;
	int64_t id = held(f), entry;

	MUST(dc_ledger_dnc_add(r->l, &entry, &d, &r->err));
	r->now.awake += 30000;
	FAILS(DC_FINDINGS, dc_outbox_hand(&f->o, &h, &report, id, &r->now, &r->err));
	assert_non_null(report);
	dc_report_free(report);
	assert_int_equal(state_of(f, id), DC_STATE_HELD);
	MUST(dc_ledger_dnc_remove(r->l, entry, ROOM_NOW, &r->err));
	MUST(hand(f, id));
}

static void a_pause_stops_what_is_due(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	int64_t id = held(f);

	r->now.awake += 30000;
	MUST(dc_ledger_pause(r->l, "a rest", ROOM_NOW, &r->err));
	FAILS(DC_TEMP, hand(f, id));
	MUST(dc_ledger_pause(r->l, NULL, ROOM_NOW, &r->err));
	MUST(hand(f, id));
}

static void a_failed_hand_over_is_held_again(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	int64_t id = held(f);

	f->o.desk.opener = "/no/such/program";
	r->now.awake += 30000;
	FAILS(DC_INVALID, hand(f, id));
	assert_int_equal(state_of(f, id), DC_STATE_HELD);
	struct dc_request q = room_request(r, id);

	assert_int_equal(dc_outbox_left(&q, &r->now), 30000);
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void only_the_users_answer_makes_it_sent(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	int64_t id = held(f);

	FAILS(DC_CONFLICT, dc_outbox_answer(&f->o, id, true, &r->now, &r->err));
	r->now.awake += 30000;
	MUST(hand(f, id));
	MUST(dc_outbox_answer(&f->o, id, false, &r->now, &r->err));
	struct dc_request q = room_request(r, id);

	assert_int_equal(q.state, DC_STATE_HELD);
	assert_int_equal(dc_outbox_left(&q, &r->now), 30000);
	r->now.awake += 30000;
	r->now.wall += DC_HOUR;
	MUST(hand(f, id));
	r->now.wall += 3 * DC_DAY; /* answered late: it went out when it was handed over */
	MUST(dc_outbox_answer(&f->o, id, true, &r->now, &r->err));
	q = room_request(r, id);
	assert_int_equal(q.state, DC_STATE_SENT);
	assert_int_equal(q.how, DC_HOW_TOLD);
	assert_int_equal(q.sent, ROOM_NOW + DC_HOUR);
	assert_string_equal(q.state_source, "you");
}

/* --- afterwards */

static void withdrawing_takes_an_answer(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_handover h;
	int64_t id = held(f);

	FAILS(DC_CONFLICT, dc_outbox_withdraw(&f->o, &h, id, DC_WITHDRAW_OTHER, &r->now, &r->err));
	r->now.awake += 30000;
	MUST(hand(f, id));
	MUST(dc_outbox_answer(&f->o, id, true, &r->now, &r->err));
	MUST(dc_outbox_withdraw(&f->o, &h, id, DC_WITHDRAW_ACCIDENTAL, &r->now, &r->err));
	assert_int_equal(state_of(f, id), DC_STATE_WITHDRAWING);
	assert_string_equal(room_request(r, id).reason, "accidental");
	MUST(dc_outbox_withdraw_answer(&f->o, id, false, &r->now, &r->err));
	assert_int_equal(state_of(f, id), DC_STATE_SENT);
	FAILS(DC_CONFLICT, dc_outbox_withdraw_answer(&f->o, id, true, &r->now, &r->err));
	MUST(dc_outbox_withdraw(&f->o, &h, id, DC_WITHDRAW_ACCIDENTAL, &r->now, &r->err));
	MUST(dc_outbox_withdraw_answer(&f->o, id, true, &r->now, &r->err));
	assert_int_equal(state_of(f, id), DC_STATE_WITHDRAWN);
	assert_int_equal(dc_withdraw_blocked_until(&f->o, ROOM_NOW), ROOM_NOW + 21 * DC_DAY);
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void what_the_user_knows_is_marked(void **state)
{
	static const enum dc_state ends[] = { DC_STATE_ACCEPTED, DC_STATE_DECLINED,
		                              DC_STATE_IGNORED, DC_STATE_WITHDRAWN };

	for (size_t i = 0; i < DC_COUNT(ends); i++) {
		void *fresh;

		assert_int_equal(enter(&fresh), 0);
		struct office *f = fresh;
		struct room *r = f->r;
		struct dc_request q;
		int64_t id = sent(f);

		r->now.wall += 5 * DC_DAY;
		FAILS(DC_INVALID, dc_outbox_mark(&f->o, &q, id, ends[i], ROOM_NOW + 9 * DC_DAY,
		                                 &r->now, &r->arena, &r->err));
		FAILS(DC_INVALID, dc_outbox_mark(&f->o, &q, id, ends[i], ROOM_NOW - 2 * DC_DAY,
		                                 &r->now, &r->arena, &r->err));
		MUST(dc_outbox_mark(&f->o, &q, id, ends[i], ROOM_NOW + DC_DAY, &r->now, &r->arena,
		                    &r->err));
		assert_int_equal(q.state, ends[i]);
		assert_int_equal(q.how, DC_HOW_TOLD);
		assert_int_equal(q.state_at, ROOM_NOW + DC_DAY);
		MUST(dc_outbox_mark(&f->o, &q, id, ends[i], 0, &r->now, &r->arena, &r->err));
		MUST(dc_ledger_verify(r->l, &r->err));
		leave(&fresh);
	}
	(void)state;
}

static void a_mark_of_what_was_handed_over_means_it_was_sent(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	struct dc_request q;
	int64_t id = held(f);

	FAILS(DC_CONFLICT,
	      dc_outbox_mark(&f->o, &q, id, DC_STATE_ACCEPTED, 0, &r->now, &r->arena, &r->err));
	r->now.awake += 30000;
	MUST(hand(f, id));
	MUST(dc_outbox_mark(&f->o, &q, id, DC_STATE_HELD, 0, &r->now, &r->arena, &r->err));
	assert_int_equal(dc_outbox_left(&q, &r->now), 30000);
	r->now.awake += 30000;
	MUST(hand(f, id));
	MUST(dc_outbox_mark(&f->o, &q, id, DC_STATE_ACCEPTED, 0, &r->now, &r->arena, &r->err));
	assert_int_equal(q.state, DC_STATE_ACCEPTED);
	assert_int_equal(q.sent, ROOM_NOW);
	FAILS(DC_CONFLICT,
	      dc_outbox_mark(&f->o, &q, id, DC_STATE_HELD, 0, &r->now, &r->arena, &r->err));
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void a_person_without_a_request_can_be_marked(void **state)
{
	struct office *f = *state;
	struct room *r = f->r;
	int64_t who = room_person(r, "in/bo", "Bo Stone");
	struct dc_request q;

	FAILS(DC_INVALID,
	      dc_outbox_mark_person(&f->o, &q, who, DC_STATE_HELD, 0, &r->now, &r->arena, &r->err));
	MUST(dc_outbox_mark_person(&f->o, &q, who, DC_STATE_DECLINED, ROOM_NOW - DC_DAY, &r->now,
	                           &r->arena, &r->err));
	assert_int_equal(q.state, DC_STATE_DECLINED);
	assert_int_equal(q.sent, 0); /* nobody said when it went out */
	assert_int_equal(q.state_at, ROOM_NOW - DC_DAY);
	assert_string_equal(q.source, "you");
	size_t n;

	MUST(dc_ledger_count_since(r->l, &n, 0, false, &r->err));
	assert_int_equal(n, 0); /* an unknown day counts in no window */
	MUST(dc_ledger_verify(r->l, &r->err));
}

#define IN_AN_OFFICE(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_AN_OFFICE(findings_hold_a_request_back_unless_overridden),
		IN_AN_OFFICE(what_cannot_be_sent_is_refused),
		IN_AN_OFFICE(one_key_is_one_request),
		IN_AN_OFFICE(the_hold_counts_awake_time_of_one_boot),
		IN_AN_OFFICE(another_boot_starts_the_hold_again),
		IN_AN_OFFICE(now_ends_the_hold),
		IN_AN_OFFICE(undo_takes_back_and_redo_holds_again),
		IN_AN_OFFICE(an_edited_text_is_checked_and_held_anew),
		IN_AN_OFFICE(a_draft_that_was_edited_survives_the_redo),
		IN_AN_OFFICE(what_left_cannot_be_undone),
		IN_AN_OFFICE(the_state_is_durable_before_anything_opens),
		IN_AN_OFFICE(the_checks_run_again),
		IN_AN_OFFICE(a_pause_stops_what_is_due),
		IN_AN_OFFICE(a_failed_hand_over_is_held_again),
		IN_AN_OFFICE(only_the_users_answer_makes_it_sent),
		IN_AN_OFFICE(withdrawing_takes_an_answer),
		IN_AN_OFFICE(what_the_user_knows_is_marked),
		IN_AN_OFFICE(a_mark_of_what_was_handed_over_means_it_was_sent),
		IN_AN_OFFICE(a_person_without_a_request_can_be_marked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
