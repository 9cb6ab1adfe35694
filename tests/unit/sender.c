/* sender.c - a request's life through the API: one live sender, exact outcomes, evidence or a
 * human. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "shared/post.h"

static void what_is_held_goes_out_once(void **state)
{
	struct post *r = *state;
	struct dc_dispatch d;
	int64_t id = post_hold(r, "api/ada", post_note);

	if (post_send(r, id))
		fail_msg("%s", r->err.msg);
	assert_int_equal(post_state(r, id), DC_STATE_SENT);
	assert_int_equal(dc_ledger_dispatch_get(r->l, &d, id, &r->arena, NULL), 0);
	assert_string_equal(d.invitation, "urn:li:invitation:1");
	assert_int_equal(post_send(r, id), DC_CONFLICT);
	assert_int_equal(fake_count(r->fake, "accepted"), 1);
	assert_int_equal(fake_count(r->fake, "lock-free queues"), 1);
	post_verify(r);
}

/* Whatever the answer, the state says what is known and nothing is sent twice. */
static void every_answer_has_its_state(void **state)
{
	static const struct {
		const char *manner;
		int code;
		enum dc_state state;
		bool pauses;
	} cases[] = {
		{ "400", DC_INVALID, DC_STATE_FAILED, false },
		{ "401", DC_TEMP, DC_STATE_HELD, true },
		{ "403", DC_INVALID, DC_STATE_FAILED, true },
		{ "404", DC_INVALID, DC_STATE_FAILED, false },
		{ "422", DC_INVALID, DC_STATE_FAILED, false },
		{ "429", DC_TEMP, DC_STATE_HELD, false },
		{ "503-retry", DC_TEMP, DC_STATE_HELD, false },
		{ "500", DC_UNKNOWN, DC_STATE_UNKNOWN, false },
		{ "503", DC_UNKNOWN, DC_STATE_UNKNOWN, false },
		{ "close", DC_UNKNOWN, DC_STATE_UNKNOWN, false },
		{ "reset", DC_UNKNOWN, DC_STATE_UNKNOWN, false },
		{ "half", DC_UNKNOWN, DC_STATE_UNKNOWN, false },
		{ "307", DC_UNKNOWN, DC_STATE_UNKNOWN, false },
		{ "garbage", DC_UNKNOWN, DC_STATE_UNKNOWN, false },
		{ "endless", DC_UNKNOWN, DC_STATE_UNKNOWN, false },
		{ "no-id", DC_UNKNOWN, DC_STATE_UNKNOWN, false },
	};

	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		struct post *r;
		char order[64];
		const char *paused;

		post_leave(state);
		post_enter(state);
		r = *state;
		snprintf(order, sizeof(order), "create %s before\n", cases[i].manner);
		int64_t id = post_hold(r, "api/ada", post_note);

		fake_order(r->fake, order);
		int rc = post_send(r, id);

		if (rc != cases[i].code || post_state(r, id) != cases[i].state)
			fail_msg("%s: %s, %s: %s", cases[i].manner, dc_code_name(rc),
			         dc_state_name(post_state(r, id)), r->err.msg);
		assert_int_equal(dc_ledger_paused(r->l, &paused, &r->arena, NULL), 0);
		if ((*paused != '\0') != cases[i].pauses)
			fail_msg("%s: paused: '%s'", cases[i].manner, paused);
		assert_int_equal(fake_count(r->fake, "accepted"), 0);
		post_verify(r);
	}
}

static void a_limit_holds_until_midnight(void **state)
{
	struct post *r = *state;
	int64_t id = post_hold(r, "api/ada", post_note);

	fake_order(r->fake, "create 429 before\n");
	assert_int_equal(post_send(r, id), DC_TEMP);
	post_later(r, DC_DAY - r->now.wall % DC_DAY - 1);
	assert_int_equal(post_send(r, id), DC_TEMP);
	assert_int_equal(fake_count(r->fake, "seen"), 1);
	post_later(r, 1);
	if (post_send(r, id))
		fail_msg("%s", r->err.msg);
	assert_int_equal(post_state(r, id), DC_STATE_SENT);
}

static void a_log_in_lets_it_go_on(void **state)
{
	struct post *r = *state;
	int64_t id = post_hold(r, "api/ada", post_note);
	const char *paused;

	r->api.token = "old-token";
	assert_int_equal(post_send(r, id), DC_TEMP);
	assert_non_null(strstr(r->err.msg, "decorum login"));
	assert_int_equal(dc_ledger_paused(r->l, &paused, &r->arena, NULL), 0);
	assert_non_null(strstr(paused, "decorum login"));
	r->api.token = "good-token";
	assert_int_equal(post_send(r, id), DC_TEMP);
	assert_int_equal(dc_ledger_pause(r->l, NULL, r->now.wall, NULL), 0);
	assert_int_equal(post_send(r, id), 0);
	assert_int_equal(fake_count(r->fake, "accepted"), 1);
}

static void three_of_a_kind_pause(void **state)
{
	struct post *r = *state;
	const char *paused;
	int64_t ids[4];

	ids[0] = post_hold(r, "api/a", "Hi Ada, the talk on queues in Ghent was a gem.");
	ids[1] = post_hold(r, "api/b", "Hello, your post about soil sensors helped our farm team.");
	ids[2] = post_hold(r, "api/c", "Good day, we met at the Leuven chess club in March.");
	ids[3] = post_hold(r, "api/d", "Hey, may I ask about your years at the observatory?");
	fake_order(r->fake, "create 400 before\ncreate 400 before\ncreate 400 before\n");
	for (int i = 0; i < 3; i++) {
		assert_int_equal(dc_ledger_paused(r->l, &paused, &r->arena, NULL), 0);
		assert_string_equal(paused, "");
		assert_int_equal(post_send(r, ids[i]), DC_INVALID);
	}
	assert_int_equal(dc_ledger_paused(r->l, &paused, &r->arena, NULL), 0);
	assert_true(*paused != '\0');
	assert_int_equal(post_send(r, ids[3]), DC_TEMP);
	assert_int_equal(post_state(r, ids[3]), DC_STATE_HELD);
}

static void unknown_and_accepted_is_found(void **state)
{
	struct post *r = *state;
	struct dc_settled out;
	int64_t id = post_hold(r, "api/ada", post_note);

	fake_order(r->fake, "create close after\n");
	assert_int_equal(post_send(r, id), DC_UNKNOWN);
	assert_int_equal(post_settle(r, &out, false), 0);
	assert_int_equal(out.waiting, 1);
	assert_int_equal(fake_count(r->fake, "\"list\""), 0);
	post_later(r, 61 * DC_SECOND);
	assert_int_equal(post_settle(r, &out, false), 0);
	assert_int_equal(out.found, 1);
	assert_int_equal(post_state(r, id), DC_STATE_SENT);
	assert_int_equal(fake_count(r->fake, "accepted"), 1);
	post_verify(r);
}

static void unknown_and_absent_takes_two_listings(void **state)
{
	struct post *r = *state;
	struct dc_settled out;
	int64_t id = post_hold(r, "api/ada", post_note);

	fake_order(r->fake, "create close before\nlist short before\n");
	assert_int_equal(post_send(r, id), DC_UNKNOWN);
	post_later(r, 61 * DC_SECOND);
	assert_int_equal(post_settle(r, &out, false), DC_TEMP); /* not complete: no evidence */
	assert_int_equal(post_settle(r, &out, false), 0);
	assert_int_equal(out.waiting, 1);
	assert_int_equal(post_state(r, id), DC_STATE_UNKNOWN);
	assert_int_equal(post_settle(r, &out, false), 0); /* too soon after the first */
	assert_int_equal(post_state(r, id), DC_STATE_UNKNOWN);
	post_later(r, 61 * DC_SECOND);
	assert_int_equal(post_settle(r, &out, false), 0);
	assert_int_equal(out.absent, 1);
	assert_int_equal(post_state(r, id), DC_STATE_HELD);
	post_later(r, 31 * DC_SECOND);
	assert_int_equal(post_send(r, id), 0);
	assert_int_equal(fake_count(r->fake, "accepted"), 1);
	post_verify(r);
}

static void invited_already_is_evidence(void **state)
{
	struct post *r = *state;
	struct dc_settled out;
	struct dc_request q;
	int64_t id = post_hold(r, "api/ada", post_note);

	/* The other side had not finished when both listings were made. */
	fake_order(r->fake, "create close before\n");
	assert_int_equal(post_send(r, id), DC_UNKNOWN);
	for (int i = 0; i < 2; i++) {
		post_later(r, 61 * DC_SECOND);
		assert_int_equal(post_settle(r, &out, false), 0);
	}
	fake_log(r->fake, "{\"event\":\"accepted\",\"id\":9,\"invitee\":\"urn:li:person:ada\","
	                  "\"body\":\"x\",\"at\":1}");
	post_later(r, 31 * DC_SECOND);
	if (post_send(r, id))
		fail_msg("%s", r->err.msg);
	assert_int_equal(dc_ledger_request_get(r->l, &q, id, &r->arena, NULL), 0);
	assert_int_equal(q.state, DC_STATE_SENT);
	assert_int_equal(q.how, DC_HOW_INFERRED);
	/* On the first attempt it is a refusal. */
	fake_log(r->fake, "{\"event\":\"accepted\",\"id\":10,\"invitee\":\"urn:li:person:bo\","
	                  "\"body\":\"x\",\"at\":1}");
	id = post_hold(r, "api/bo", "Bo, thank you for the workshop on dry stone walls.");
	assert_int_equal(post_send(r, id), DC_CONFLICT);
	assert_int_equal(post_state(r, id), DC_STATE_FAILED);
}

static void without_a_right_to_list_a_human_decides(void **state)
{
	struct post *r = *state;
	struct dc_settled out;
	struct dc_request q;
	int64_t id = post_hold(r, "api/ada", post_note);

	fake_order(r->fake, "create close after\nlist 403 before\nlist 403 before\n");
	assert_int_equal(post_send(r, id), DC_UNKNOWN);
	post_later(r, 61 * DC_SECOND);
	assert_int_equal(post_settle(r, &out, false), DC_INVALID);
	assert_int_equal(out.waiting, 1);
	assert_int_equal(post_state(r, id), DC_STATE_UNKNOWN);
	assert_int_equal(dc_outbox_mark(&r->o, &q, id, DC_STATE_SENT, 0, &r->now, &r->arena, NULL),
	                 0);
	assert_int_equal(q.state, DC_STATE_SENT);
	assert_int_equal(q.how, DC_HOW_TOLD);
}

/* The hands of another process, at the worst moments. */
static void a_dead_sender_leaves_an_unknown(void **state)
{
	struct post *r = *state;
	struct dc_sender *first = post_sender(r), *second = NULL;
	int64_t id = post_hold(r, "api/ada", post_note);
	struct dc_dispatch d;

	assert_int_equal(dc_sender_open(&second, &r->o, post_clock, r, &r->err), DC_TEMP);
	assert_non_null(strstr(r->err.msg, "another decorum (process "));
	assert_int_equal(dc_ledger_request_move(r->l,
	                                        &(struct dc_move){ .id = id,
	                                                           .from = DC_STATE_HELD,
	                                                           .to = DC_STATE_SENDING,
	                                                           .token = -1 },
	                                        &r->now, &r->err),
	                 0);
	dc_sender_free(first);
	dc_sender_free(post_sender(r));
	assert_int_equal(post_state(r, id), DC_STATE_UNKNOWN);
	assert_int_equal(dc_ledger_dispatch_get(r->l, &d, id, &r->arena, NULL), 0);
	assert_int_equal(d.doubts, 1);
	assert_int_equal(d.settled_elapsed, r->now.elapsed + 60 * DC_SECOND);
}

/* A clock that lets something happen at the n-th time it is read. */
struct meddler {
	struct post *room;
	int64_t id;
	int countdown;
	void (*act)(struct post *r, int64_t id);
};

static void meddling_clock(void *data, struct dc_clock *out)
{
	struct meddler *m = data;

	*out = m->room->now;
	if (m->countdown-- == 0)
		m->act(m->room, m->id);
}

static int late_undos;

static void undo_late(struct post *r, int64_t id)
{
	/* Either it is still held and undone, or it is too late and that is recorded. */
	struct dc_request q;

	struct dc_error err = { 0 };

	if (dc_outbox_undo(&r->o, &q, NULL, id, &r->now, &r->arena, &err) == DC_CONFLICT &&
	    strstr(err.msg, "it will be withdrawn"))
		late_undos++;
}

static void undo_at_any_moment_is_kept(void **state)
{
	static const char *const manners[] = { "", "create close after\n", "create close before\n",
		                               "create 429 before\n", "create 400 before\n" };

	for (size_t m = 0; m < DC_COUNT(manners); m++)
		for (int moment = 0; moment < 6; moment++) {
			post_leave(state);
			post_enter(state);
			struct post *r = *state;
			int64_t id = post_hold(r, "api/ada", post_note);
			struct meddler when = { r, id, moment, undo_late };
			DC_AUTO(dc_sender_free) struct dc_sender *s = NULL;
			struct dc_settled out;
			enum dc_state end;

			fake_order(r->fake, manners[m]);
			assert_int_equal(dc_sender_open(&s, &r->o, meddling_clock, &when, NULL), 0);
			int rc = dc_sender_send(s, NULL, NULL, id, &r->arena, NULL);

			for (int i = 0; i < 3; i++) {
				post_later(r, 61 * DC_SECOND);
				rc |= dc_sender_settle(s, &out, false, NULL);
			}
			post_later(r, DC_DAY);
			rc |= dc_sender_send(s, NULL, NULL, id, &r->arena, NULL);
			(void)rc; /* what counts is where it ends */
			end = post_state(r, id);
			if (when.countdown >= 0)
				continue; /* the clock was not read that often */
			int accepted = fake_count(r->fake, "accepted");
			int withdrawn = fake_count(r->fake, "WITHDRAWN");

			/* Asked for after it was sent, an undo is refused: not a late one. */
			if (end == DC_STATE_SENT && !withdrawn && accepted == 1) {
				struct dc_dispatch d;

				assert_int_equal(
					dc_ledger_dispatch_get(r->l, &d, id, &r->arena, NULL), 0);
				if (d.undo)
					fail_msg("%s at %d: an undo is forgotten", manners[m],
					         moment);
				continue;
			}
			if (accepted - withdrawn != 0 ||
			    (end != DC_STATE_UNDONE && end != DC_STATE_WITHDRAWN &&
			     end != DC_STATE_FAILED))
				fail_msg("%s at %d: %s, %d accepted, %d withdrawn", manners[m],
				         moment, dc_state_name(end), accepted, withdrawn);
			post_verify(r);
		}
	assert_true(late_undos > 5); /* else this test tests nothing */
}

/* What an undo says that comes while the answer is on its way is done as soon as it is there. */
static void a_late_undo_is_carried_out_at_once(void **state)
{
	struct post *r = *state;
	int64_t id = post_hold(r, "api/ada", post_note);
	/* The clock is read when the life of the sender begins, when the send begins, when it
	 * becomes "sending" and when it becomes "sent". */
	struct meddler answered = { r, id, 3, undo_late };
	DC_AUTO(dc_sender_free) struct dc_sender *s = NULL;

	late_undos = 0;
	assert_int_equal(dc_sender_open(&s, &r->o, meddling_clock, &answered, NULL), 0);
	assert_int_equal(dc_sender_send(s, NULL, NULL, id, &r->arena, &r->err), DC_CONFLICT);
	assert_int_equal(late_undos, 1);
	assert_non_null(strstr(r->err.msg, "has been withdrawn"));
	assert_int_equal(post_state(r, id), DC_STATE_WITHDRAWN);
	assert_int_equal(fake_count(r->fake, "WITHDRAWN"), 1);
	post_verify(r);
}

/* A helper that undoes the request, from another process, before it connects: "sending" is on
 * the disk by then, and not a byte has left. */
static void an_undo_before_the_first_byte_wins(void **state)
{
	struct post *r = *state;
	char program[4096], helper[128];
	int64_t id = post_hold(r, "api/ada", post_note);
	struct dc_draft *drafts;
	size_t count;
	FILE *f;

	snprintf(helper, sizeof(helper), "%s/helper", r->dir);
	assert_non_null(f = fopen(helper, "w"));
	fprintf(f,
	        "#!/bin/sh\nHOME=%s '%s' --db '%s' undo %d >'%s/said' 2>&1 </dev/null\n"
	        "exec '%s'\n",
	        r->dir, built(program, "decorum"), r->path, (int)id, r->dir, r->fake->helper);
	fclose(f);
	assert_int_equal(chmod(helper, 0700), 0);
	r->api.helper = helper;
	assert_int_equal(post_send(r, id), DC_CONFLICT);
	assert_non_null(strstr(r->err.msg, "taken back in time: it was never sent"));
	assert_int_equal(post_state(r, id), DC_STATE_UNDONE);
	assert_int_equal(fake_count(r->fake, "seen"), 0);
	assert_int_equal(dc_ledger_draft_list(r->l, &drafts, &count, &r->arena, NULL), 0);
	assert_int_equal(count, 1);
	assert_string_equal(drafts->note, post_note);
	post_verify(r);
}

static void a_late_undo_outlives_its_sender(void **state)
{
	struct post *r = *state;
	struct dc_move m = { .from = DC_STATE_HELD, .to = DC_STATE_SENDING, .token = -1 };
	struct dc_dispatch d;
	struct dc_request q;
	struct dc_settled out;

	/* An invitation that the other side has, for what a sender that is killed leaves behind. */
	assert_int_equal(post_send(r, post_hold(r, "api/bob", "Hello, your loom is a marvel.")), 0);
	assert_int_equal(dc_ledger_dispatch_get(r->l, &d, 1, &r->arena, NULL), 0);

	/* It was sending, the undo came, it wrote "sent" – and was killed before it looked. */
	m.id = post_hold(r, "api/ada", post_note);
	assert_int_equal(dc_ledger_request_move(r->l, &m, &r->now, &r->err), 0);
	assert_int_equal(dc_outbox_undo(&r->o, &q, NULL, m.id, &r->now, &r->arena, &r->err),
	                 DC_CONFLICT);
	m.from = DC_STATE_SENDING;
	m.to = DC_STATE_SENT;
	m.dispatch = &d;
	assert_int_equal(dc_ledger_request_move(r->l, &m, &r->now, &r->err), 0);

	if (post_settle(r, &out, false))
		fail_msg("%s", r->err.msg);
	assert_int_equal(out.withdrawn, 1);
	assert_int_equal(post_state(r, m.id), DC_STATE_WITHDRAWN);
	assert_int_equal(fake_count(r->fake, "WITHDRAWN"), 1);
	post_verify(r);
}

static void states_come_back(void **state)
{
	struct post *r = *state;
	struct dc_settled out;
	struct dc_dispatch d;
	struct dc_request q;
	int64_t a = post_hold(r, "api/a", "Hi Ada, the talk on queues in Ghent was a gem.");
	int64_t b = post_hold(r, "api/b",
	                      "Hello, your post about soil sensors helped our farm team.");

	assert_int_equal(post_send(r, a), 0);
	assert_int_equal(post_send(r, b), 0);
	fake_log(r->fake, "{\"event\":\"state\",\"id\":1,\"state\":\"ACCEPTED\"}");
	if (post_settle(r, &out, true))
		fail_msg("%s", r->err.msg);
	assert_int_equal(out.accepted, 1);
	assert_int_equal(dc_ledger_request_get(r->l, &q, a, &r->arena, NULL), 0);
	assert_int_equal(q.state, DC_STATE_ACCEPTED);
	assert_int_equal(q.how, DC_HOW_OBSERVED);
	assert_int_equal(post_state(r, b), DC_STATE_SENT);
	assert_int_equal(dc_ledger_dispatch_get(r->l, &d, b, &r->arena, NULL), 0);
	assert_string_equal(d.raw, "PENDING");
	post_verify(r);
}

static void a_withdrawal_goes_on_until_it_is_through(void **state)
{
	struct post *r = *state;
	DC_AUTO(dc_sender_free) struct dc_sender *s = post_sender(r);
	struct dc_settled out;
	int64_t id = post_hold(r, "api/ada", post_note);

	assert_int_equal(dc_sender_send(s, NULL, NULL, id, &r->arena, &r->err), 0);
	fake_order(r->fake, "withdraw 500 before\nwithdraw close after\n");
	assert_int_equal(dc_sender_withdraw(s, id, DC_WITHDRAW_OTHER, &r->err), DC_UNKNOWN);
	assert_int_equal(post_state(r, id), DC_STATE_WITHDRAWING);
	assert_int_equal(dc_sender_settle(s, &out, false, &r->err), DC_UNKNOWN);
	if (dc_sender_settle(s, &out, false, &r->err))
		fail_msg("%s", r->err.msg);
	assert_int_equal(out.withdrawn, 1);
	assert_int_equal(post_state(r, id), DC_STATE_WITHDRAWN);
	assert_int_equal(fake_count(r->fake, "WITHDRAWN"), 1);
	post_verify(r);
}

/* After sleep, another start of the computer, or a jump of the clock: the clocks are parameters. */
static void what_nobody_expects_any_more_is_late(void **state)
{
	static const struct {
		int64_t wall, awake, elapsed;
		const char *boot, *why;
		int64_t by;
	} cases[] = {
		{ 0, 0, 0, NULL, "", 0 },
		{ DC_MINUTE, DC_MINUTE, DC_MINUTE, NULL, "", DC_MINUTE },
		/* Nobody was there to send it; it slept; the clock was set ahead. */
		{ DC_HOUR, DC_HOUR, DC_HOUR, NULL, "60 minutes ago", DC_HOUR },
		{ 8 * DC_HOUR, 0, 8 * DC_HOUR, NULL, "480 minutes ago", 8 * DC_HOUR },
		{ DC_DAY, 0, 0, NULL, "1440 minutes ago", DC_DAY },
		/* Set back: for all that can be known it may have slept as well. */
		{ -DC_HOUR, 0, 0, NULL, "the clock was set back", INT64_MAX },
		{ -DC_HOUR, 5, 3 * DC_HOUR, NULL, "the clock was set back", INT64_MAX },
		/* However quickly. */
		{ 20000, 0, 0, "another", "started again", 20000 },
		{ 20000, -DC_DAY, -DC_DAY, "another", "started again", 20000 },
	};

	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		struct post *r;
		struct dc_late_by late;
		struct dc_request q, *due;
		size_t count;

		post_leave(state);
		post_enter(state);
		r = *state;
		int64_t id = post_hold(r, "api/ada", post_note);

		r->now.wall += cases[i].wall;
		r->now.awake += cases[i].awake;
		r->now.elapsed += cases[i].elapsed;
		if (cases[i].boot)
			snprintf(r->now.boot, sizeof(r->now.boot), "%s", cases[i].boot);
		assert_int_equal(dc_outbox_due(&r->o, &due, &count, &r->now, &r->arena, NULL), 0);
		assert_int_equal(count, 1);
		for (int fresh = 0; fresh < 2; fresh++) { /* as it was read, and read again */
			q = *due;
			if (fresh)
				assert_int_equal(
					dc_ledger_request_get(r->l, &q, id, &r->arena, NULL), 0);
			assert_int_equal(dc_outbox_late(&r->o, &late, &q, &r->now, &r->arena, NULL),
			                 0);
			if (*cases[i].why ? !strstr(late.why, cases[i].why) : *late.why != '\0')
				fail_msg("%zu: %s", i, late.why);
			assert_int_equal(late.by, cases[i].by);
		}
		/* The user's word, or a hold of its own, and it is expected again. */
		if (i % 2)
			assert_int_equal(dc_outbox_now(&r->o, id, &r->now, &r->err), 0);
		else
			assert_int_equal(dc_outbox_hold_late(&r->o, &q, &r->now, &r->err), 0);
		assert_int_equal(dc_ledger_request_get(r->l, &q, id, &r->arena, NULL), 0);
		assert_int_equal(dc_outbox_late(&r->o, &late, &q, &r->now, &r->arena, NULL), 0);
		assert_string_equal(late.why, "");
		post_verify(r);
	}
}

static void what_was_asked_to_wait_is_not_late(void **state)
{
	struct post *r = *state;
	struct dc_late_by late;
	struct dc_request q;
	int64_t id = post_hold(r, "api/ada", post_note);

	fake_order(r->fake, "create 429 before\n");
	assert_int_equal(post_send(r, id), DC_TEMP);
	post_later(r, DC_DAY - r->now.wall % DC_DAY);
	assert_int_equal(dc_ledger_request_get(r->l, &q, id, &r->arena, NULL), 0);
	assert_int_equal(dc_outbox_late(&r->o, &late, &q, &r->now, &r->arena, NULL), 0);
	assert_string_equal(late.why, "");
	post_later(r, 7 * DC_HOUR); /* but nobody was there at midnight */
	assert_int_equal(dc_outbox_late(&r->o, &late, &q, &r->now, &r->arena, NULL), 0);
	assert_non_null(strstr(late.why, "420 minutes ago"));
}

/* Only the pause that a refused log-in made. */
static void a_log_in_ends_its_own_pause(void **state)
{
	struct post *r = *state;
	int64_t id = post_hold(r, "api/ada", post_note);
	const char *why;
	bool resumed;

	r->api.token = "old-token";
	assert_int_equal(post_send(r, id), DC_TEMP);
	assert_int_equal(post_state(r, id), DC_STATE_HELD);
	assert_int_equal(dc_ledger_pause(r->l, "a holiday", r->now.wall, NULL), 0);
	assert_int_equal(dc_outbox_logged_in(&r->o, &resumed, &r->now, &r->err), 0);
	assert_false(resumed);
	assert_int_equal(dc_ledger_paused(r->l, &why, &r->arena, NULL), 0);
	assert_string_equal(why, "a holiday");
	assert_int_equal(dc_ledger_pause(r->l, dc_outbox_wants_login, r->now.wall, NULL), 0);
	assert_int_equal(dc_outbox_logged_in(&r->o, &resumed, &r->now, &r->err), 0);
	assert_true(resumed);
	r->api.token = "good-token";
	assert_int_equal(post_send(r, id), 0);
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, post_enter, post_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_ROOM(what_is_held_goes_out_once),
		IN_A_ROOM(every_answer_has_its_state),
		IN_A_ROOM(a_limit_holds_until_midnight),
		IN_A_ROOM(a_log_in_lets_it_go_on),
		IN_A_ROOM(a_log_in_ends_its_own_pause),
		IN_A_ROOM(three_of_a_kind_pause),
		IN_A_ROOM(what_nobody_expects_any_more_is_late),
		IN_A_ROOM(what_was_asked_to_wait_is_not_late),
		IN_A_ROOM(unknown_and_accepted_is_found),
		IN_A_ROOM(unknown_and_absent_takes_two_listings),
		IN_A_ROOM(invited_already_is_evidence),
		IN_A_ROOM(without_a_right_to_list_a_human_decides),
		IN_A_ROOM(a_dead_sender_leaves_an_unknown),
		IN_A_ROOM(undo_at_any_moment_is_kept),
		IN_A_ROOM(a_late_undo_is_carried_out_at_once),
		IN_A_ROOM(an_undo_before_the_first_byte_wins),
		IN_A_ROOM(a_late_undo_outlives_its_sender),
		IN_A_ROOM(states_come_back),
		IN_A_ROOM(a_withdrawal_goes_on_until_it_is_through),
	};

	return cmocka_run_group_tests(tests, post_open, post_close);
}
