/* notes.c - the index of notes: counts of what is nearly the same, in step with requests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shared/room.h"
#include "text/cluster.h"
#include "text/similar.h"

static const char stock[] = "I host a weekly podcast on leadership and I am always looking for "
			    "thoughtful guests. Could I send over a two line summary?";

/* --- sketches */

static void equal_texts_are_wholly_alike(void **state)
{
	static struct dc_sketch a, b;
	const char *text = "the abacus you calibrated in porto deserves more readers";

	(void)state;
	dc_sketch_make(&a, text, strlen(text));
	dc_sketch_make(&b, text, strlen(text));
	assert_true(a.count > 40);
	assert_true(dc_sketch_alike(&a, b.run, b.count, 0) > 0.999);
	assert_true(dc_sketch_guess(a.bin, b.bin) > 0.999);
	dc_sketch_make(&b, "quite another thing altogether", 30);
	assert_true(dc_sketch_alike(&a, b.run, b.count, 0) < 0.05);
	dc_sketch_make(&b, "abc", 3);
	assert_int_equal(b.count, 0);
	assert_true(dc_sketch_alike(&b, a.run, a.count, 0) < 0.001);
}

static void a_text_without_end_is_judged_by_its_beginning(void **state)
{
	static struct dc_sketch s;
	char *text = test_malloc(100000);

	(void)state;
	for (size_t i = 0; i < 100000; i++)
		text[i] = (char)('a' + (i * i / 7 + i) % 26);
	dc_sketch_make(&s, text, 100000);
	assert_true(s.count < DC_SKETCH_RUNS);
	memset(text, 'x', 100000);
	dc_sketch_make(&s, text, 100000);
	assert_int_equal(s.count, 1);
	test_free(text);
}

/* --- the index */

static int64_t send_note(struct room *r, int i, const char *note)
{
	const struct dc_clock when = { .wall = DC_DAY * (20000 + i), .awake = 1, .boot = "b" };
	DC_AUTO(dc_str) char *key = dc_printf("in/p%d", i);
	int64_t id = 0, who = room_person(r, key, "Somebody Else");

	MUST(dc_ledger_request_hold(r->l, &id,
	                            &(struct dc_request_new){ .person = who,
	                                                      .note = note,
	                                                      .note_len = strlen(note),
	                                                      .transport = "browser",
	                                                      .hold = 1000 },
	                            &when, &r->err));
	return id;
}

static int64_t send_stock(struct room *r, int i, const char *before)
{
	DC_AUTO(dc_str) char *note = dc_printf("Hi Ann, %s%s", before, stock);

	return send_note(r, i, note);
}

static struct dc_near near(struct room *r, const char *note, int64_t person, int64_t day)
{
	DC_AUTO(dc_buf_clear) struct dc_buf masked = { 0 };
	struct dc_near n;

	dc_similar_mask(&masked, note, strlen(note), &(struct dc_personal){ .first = "Bo" });
	MUST(dc_ledger_near_notes(r->l, &n, dc_buf_str(&masked), masked.len, person, DC_DAY * day,
	                          &r->arena, &r->err));
	return n;
}

static const char *const openings[] = { "",
	                                "",
	                                "",
	                                "",
	                                "",
	                                "We met at the old mill in Porto. ",
	                                "My kayak leaks again since the flood. ",
	                                "",
	                                "" };

static void send_them(struct room *r)
{
	for (int i = 0; i < (int)DC_COUNT(openings); i++)
		send_stock(r, i, openings[i]);
}

static void a_stock_text_is_counted_whatever_is_put_before_it(void **state)
{
	struct room *r = *state;

	send_them(r);
	struct dc_near n = near(r, stock, 0, 20009);

	assert_true(n.known);
	assert_int_equal(n.notes, DC_COUNT(openings));
	assert_int_equal(n.week, 6);
	assert_int_equal(n.month, 9);
	assert_non_null(strstr(n.nearest.note, "weekly podcast"));
	n = near(r, "Your note on the sundial made me laugh, thank you for it.", 0, 20009);
	assert_true(n.known);
	assert_int_equal(n.notes, 0);
}

static void a_sentence_that_is_borrowed_is_not_the_text(void **state)
{
	struct room *r = *state;

	send_them(r);
	const struct dc_near n = near(
		r,
		"Between steel casting and genomics I would pick the trombone every time. I grew "
		"up beside the lighthouse where you measured tides. Could I send over a two line "
		"summary?",
		0, 20009);

	assert_int_equal(n.notes, 0);
}

static void the_persons_own_notes_do_not_count(void **state)
{
	struct room *r = *state;
	int64_t who;

	send_them(r);
	who = room_person(r, "in/p3", "Somebody Else");
	assert_int_equal(near(r, stock, who, 20009).notes, DC_COUNT(openings) - 1);
}

static void an_undone_note_was_never_sent(void **state)
{
	struct room *r = *state;
	const struct dc_clock now = { .wall = DC_DAY * 20010, .awake = 2, .boot = "b" };
	int64_t id;

	send_them(r);
	id = send_stock(r, 90, "");
	assert_int_equal(near(r, stock, 0, 20009).notes, DC_COUNT(openings) + 1);
	MUST(dc_ledger_request_move(r->l,
	                            &(struct dc_move){ .id = id,
	                                               .from = DC_STATE_HELD,
	                                               .to = DC_STATE_UNDONE,
	                                               .token = -1,
	                                               .how = DC_HOW_OBSERVED },
	                            &now, &r->err));
	assert_int_equal(near(r, stock, 0, 20009).notes, DC_COUNT(openings));
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void a_forgotten_note_leaves_the_index(void **state)
{
	struct room *r = *state;
	const char *once = "I owe you a lantern since the ferry to Malmö, and the tale of it.";

	send_them(r);
	send_note(r, 50, once);
	assert_int_equal(near(r, once, 0, 20060).notes, 1);
	int64_t who = room_person(r, "in/p50", "Somebody Else");

	MUST(dc_ledger_person_forget(r->l, who, DC_DAY * 20060, &r->err));
	assert_int_equal(near(r, once, 0, 20060).notes, 0);
	MUST(dc_ledger_verify(r->l, &r->err));
}

/* --- built again, and damaged */

static void building_it_again_changes_no_answer(void **state)
{
	struct room *r = *state;

	send_them(r);
	const size_t before = near(r, stock, 0, 20009).notes;

	MUST(dc_ledger_rebuild(r->l, &r->err));
	MUST(dc_ledger_verify(r->l, &r->err));
	assert_int_equal(near(r, stock, 0, 20009).notes, before);
	send_stock(r, 70, ""); /* and it goes on growing */
	assert_int_equal(near(r, stock, 0, 20009).notes, before + 1);
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void damage_is_found_and_mended(void **state)
{
	static const char *const harm[] = {
		"DELETE FROM note WHERE request = (SELECT min(request) FROM note)",
		"UPDATE note_group SET notes = notes + 1",
		"UPDATE note SET at = at + 1",
		"UPDATE note_leader SET bins = randomblob(64)",
		"UPDATE note_leader SET bins = x'00'",
		"DELETE FROM posting WHERE first >= x'03'",
		/* another leader under another band: entry and row */
		("INSERT INTO posting VALUES (x'03ffffffffff000000000000003039',"
		 " x'05fffffffffff2c001')"),
		"UPDATE posting SET body = x'ff'",
		"UPDATE posting SET body = x'05' WHERE first >= x'03'",
		"UPDATE posting SET body = x'05ffffffffffff' WHERE first >= x'03'",
		"UPDATE posting SET body = substr(body, 2) WHERE first >= x'03'",
		"DELETE FROM posting WHERE first < x'02'",
		"DELETE FROM posting WHERE first >= x'02' AND first < x'03'",
		"DELETE FROM posting WHERE first >= x'04'",
		/* a run of a core that is none: 12345, of one run */
		("INSERT INTO posting VALUES (x'04000000000900000000000181c801',"
		 " x'05000000000982a08e18')"),
		"UPDATE note_leader SET core = NULL",
		"INSERT INTO note VALUES (12345, 1, 1)",
		"UPDATE note SET cluster = cluster + 1",
		"UPDATE pace SET notes = notes + 1",
		"DELETE FROM pace",
		"UPDATE pace SET untold = untold + 1 WHERE span = 86400000",
		"UPDATE request SET firm = 5 WHERE id = 1",
		"UPDATE person SET firm = 5 WHERE id = 1",
	};
	struct room *r = *state;

	send_them(r);
	for (size_t i = 0; i < DC_COUNT(harm); i++) {
		assert_int_equal(room_sql(r, harm[i]), 0);
		if (dc_ledger_verify(r->l, &r->err) != DC_SYSTEM ||
		    !strstr(r->err.msg, "--rebuild"))
			fail_msg("not found: %s", harm[i]);
		MUST(dc_ledger_rebuild(r->l, &r->err));
		MUST(dc_ledger_verify(r->l, &r->err));
	}
}

static void an_index_of_another_version_is_not_asked(void **state)
{
	struct room *r = *state;

	send_them(r);
	assert_int_equal(room_sql(r, "UPDATE meta SET value = 0 WHERE name = 'notes'"), 0);
	assert_false(near(r, stock, 0, 20009).known);
	MUST(dc_ledger_verify(r->l, &r->err));
	send_stock(r, 70, ""); /* the next change builds it */
	assert_int_equal(near(r, stock, 0, 20009).notes, DC_COUNT(openings) + 1);
}

#define T(f) cmocka_unit_test_setup_teardown(f, room_enter, room_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_texts_are_wholly_alike),
		cmocka_unit_test(a_text_without_end_is_judged_by_its_beginning),
		T(a_stock_text_is_counted_whatever_is_put_before_it),
		T(a_sentence_that_is_borrowed_is_not_the_text),
		T(the_persons_own_notes_do_not_count),
		T(an_undone_note_was_never_sent),
		T(a_forgotten_note_leaves_the_index),
		T(building_it_again_changes_no_answer),
		T(damage_is_found_and_mended),
		T(an_index_of_another_version_is_not_asked),
	};

	return cmocka_run_group_tests_name("notes", tests, NULL, NULL);
}
