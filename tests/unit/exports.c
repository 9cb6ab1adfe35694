/* exports.c - rows of an export in the ledger: evidence, converging, and changing nothing twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <decorum/buf.h>

#include "shared/room.h"

static const char label[] = "the export of 1 November 2026";

/* One row of any file; what a test imports is a list of them. */
enum table { CONNECTION, OUT, IN, MESSAGE, ME };
struct row {
	enum table table;
	const char *key, *name;
	int64_t at;
	int64_t row;
	const char *note;
};
static const char *const files[] = { "Connections.csv", "Invitations.csv", "Invitations.csv",
	                             "messages.csv", "Profile.csv" };

#define DAY(n) (ROOM_NOW - 100 * DC_DAY + (n)*DC_DAY)

static enum dc_row take(struct room *r, struct dc_ledger_import *i, const struct row *w)
{
	struct dc_person p = { .key = w->key, .name = w->name };
	struct dc_row_invitation v = { .outgoing = w->table == OUT,
		                       .other = p,
		                       .note = w->note,
		                       .note_len = w->note ? strlen(w->note) : 0,
		                       .at = w->at };
	enum dc_row did;

	p.connected = (struct dc_known){ .at = w->at, .source = "" };
	MUST(dc_ledger_import_file(i, files[w->table], &r->err));
	if (w->table == CONNECTION)
		MUST(dc_ledger_import_connection(i, &did, &p, w->row, &r->err));
	else if (w->table == MESSAGE)
		MUST(dc_ledger_import_message(i, &did, &p, w->at, w->row, &r->err));
	else if (w->table == ME)
		MUST(dc_ledger_import_self(i, &did, &p, w->row, &r->err));
	else
		MUST(dc_ledger_import_invitation(i, &did, &v, w->row, &r->err));
	return did;
}

/* How many rows were not known before. */
static size_t import(struct room *r, const struct row *rows, size_t count, bool backwards)
{
	struct dc_ledger_import *i;
	size_t news = 0;

	MUST(dc_ledger_import_begin(r->l, &i, label, ROOM_NOW - DC_DAY, ROOM_NOW, &r->err));
	for (size_t n = 0; n < count; n++)
		news += take(r, i, &rows[backwards ? count - 1 - n : n]) != DC_ROW_KNOWN;
	MUST(dc_ledger_import_commit(i, &r->err));
	MUST(dc_ledger_verify(r->l, &r->err));
	return news;
}

static struct dc_request *requests(struct room *r, const char *key, size_t *n)
{
	struct dc_request *all;
	struct dc_person p;

	MUST(dc_ledger_person_by_key(r->l, &p, key, &r->arena, &r->err));
	MUST(dc_ledger_request_list(r->l, &all, n, &(struct dc_request_filter){ .person = p.id },
	                            &r->arena, &r->err));
	return all;
}

static const struct row sample[] = {
	{ CONNECTION, "in/ada", "Ada Vey", DAY(12), 3, NULL },
	{ CONNECTION, "in/new", "New Person", 0, 4, NULL },
	{ OUT, "in/ada", "Ada Vey", DAY(10), 212, "Hi Ada,\nhello" },
	{ OUT, "in/bo", "Bo Stone", DAY(20), 213, "" },
	{ OUT, "in/twice", "Twice Asked", DAY(1), 214, "first" },
	{ OUT, "in/twice", "Twice Asked", DAY(60), 215, "second" },
	{ OUT, "in/again", "Again Asked", DAY(1), 216, "first" },
	{ OUT, "in/again", "Again Asked", DAY(60), 217, "second" },
	{ CONNECTION, "in/again", "Again Asked", DAY(61), 5, NULL },
	{ IN, "in/cy", "Cy Dee", DAY(30), 300, NULL },
	{ MESSAGE, "in/ada", "Ada Vey", DAY(40) + 5000, 9, NULL },
	{ MESSAGE, "in/ada", "Ada Vey", DAY(41) + 5000, 8, NULL },
	{ ME, "", "Me Myself", 0, 1, NULL },
	{ ME, "in/me", "Me Myself", 0, 212, NULL },
};

static void look_at_the_sample(struct room *r)
{
	struct dc_known k;
	struct dc_person p;
	struct dc_request *q;
	size_t n;

	q = requests(r, "in/ada", &n);
	assert_int_equal(n, 1);
	assert_int_equal(q->state, DC_STATE_ACCEPTED);
	assert_int_equal(q->how, DC_HOW_OBSERVED);
	assert_int_equal(q->sent, DAY(10));
	assert_int_equal(q->state_at, DAY(12));
	assert_string_equal(q->note, "Hi Ada,\nhello");
	assert_string_equal(q->source,
	                    "row 212 of Invitations.csv in the export of 1 November 2026");
	assert_string_equal(q->state_source,
	                    "row 3 of Connections.csv in the export of 1 November 2026");
	assert_true(q->seen);
	q = requests(r, "in/bo", &n);
	assert_int_equal(n, 1);
	assert_int_equal(q->state, DC_STATE_SENT);
	q = requests(r, "in/twice", &n);
	assert_int_equal(n, 2);
	assert_int_equal(q[0].state, DC_STATE_SENT);
	assert_string_equal(q[0].note, "second");
	assert_int_equal(q[1].state, DC_STATE_CLOSED);
	assert_int_equal(q[1].how, DC_HOW_INFERRED);
	q = requests(r, "in/again", &n);
	assert_int_equal(q[0].state, DC_STATE_ACCEPTED);
	assert_int_equal(q[1].state, DC_STATE_CLOSED);
	MUST(dc_ledger_person_by_key(r->l, &p, "in/new", &r->arena, &r->err));
	assert_non_null(p.connected.source);
	assert_int_equal(p.connected.at, 0);
	MUST(dc_ledger_person_by_key(r->l, &p, "in/cy", &r->arena, &r->err));
	assert_null(p.connected.source);
	MUST(dc_ledger_incoming(r->l, &k, p.id, &r->arena, &r->err));
	assert_int_equal(k.at, DAY(30));
	assert_string_equal(k.source,
	                    "row 300 of Invitations.csv in the export of 1 November 2026");
	MUST(dc_ledger_person_by_key(r->l, &p, "in/ada", &r->arena, &r->err));
	MUST(dc_ledger_written(r->l, &k, &n, p.id, &r->arena, &r->err));
	assert_int_equal(n, 2);
	assert_string_equal(k.source, "row 8 of messages.csv in the export of 1 November 2026");
	MUST(dc_ledger_self(r->l, &p, &r->arena, &r->err));
	assert_string_equal(p.key, "in/me");
	int64_t oldest;

	MUST(dc_ledger_pending(r->l, &n, &oldest, 0, &r->err));
	assert_int_equal(n, 2); /* bo, and twice once */
}

static void an_export_is_told_with_its_evidence(void **state)
{
	struct room *r = *state;

	import(r, sample, DC_COUNT(sample), false);
	look_at_the_sample(r);
}

static void the_order_of_rows_does_not_matter(void **state)
{
	struct room *r = *state;

	import(r, sample, DC_COUNT(sample), true);
	look_at_the_sample(r);
}

static void each_file_may_come_alone_in_any_order(void **state)
{
	static const enum table orders[][5] = { { CONNECTION, OUT, IN, MESSAGE, ME },
		                                { ME, MESSAGE, IN, OUT, CONNECTION },
		                                { OUT, ME, CONNECTION, MESSAGE, IN } };

	for (size_t o = 0; o < DC_COUNT(orders); o++) {
		void *fresh;

		assert_int_equal(room_enter(&fresh), 0);
		struct room *r = fresh;

		for (size_t t = 0; t < 5; t++)
			for (size_t i = 0; i < DC_COUNT(sample); i++)
				if (sample[i].table == orders[o][t])
					import(r, &sample[i], 1, false);
		look_at_the_sample(r);
		room_leave(&fresh);
	}
	(void)state;
}

static void importing_again_changes_nothing(void **state)
{
	struct room *r = *state;

	import(r, sample, DC_COUNT(sample), false);
	int64_t events = room_sql_int(r, "SELECT count(*) FROM event");
	int64_t counter = room_sql_int(r, "SELECT max(id) FROM change");

	assert_int_equal(import(r, sample, DC_COUNT(sample), false), 0);
	assert_int_equal(import(r, sample, DC_COUNT(sample), true), 0);
	assert_int_equal(room_sql_int(r, "SELECT count(*) FROM event"), events);
	assert_int_equal(room_sql_int(r, "SELECT max(id) FROM change"), counter);
	look_at_the_sample(r);
}

static void taken_back_is_as_if_it_never_was(void **state)
{
	struct room *r = *state;
	struct dc_ledger_import *i;
	struct dc_person p;

	MUST(dc_ledger_import_begin(r->l, &i, label, ROOM_NOW, ROOM_NOW, &r->err));
	for (size_t n = 0; n < DC_COUNT(sample); n++)
		take(r, i, &sample[n]);
	dc_ledger_import_rollback(i);
	FAILS(DC_NOTFOUND, dc_ledger_person_by_key(r->l, &p, "in/ada", &r->arena, &r->err));
	import(r, sample, DC_COUNT(sample), false);
	look_at_the_sample(r);
}

/* --- what decorum itself did, seen from outside */

static void an_export_confirms_what_the_user_said(void **state)
{
	static const int64_t apart[] = { -36 * DC_HOUR, 0, 36 * DC_HOUR };

	for (size_t t = 0; t < DC_COUNT(apart); t++) {
		void *fresh;

		assert_int_equal(room_enter(&fresh), 0);
		struct room *r = fresh;
		int64_t id = room_held(r, room_person(r, "in/ada", "Ada"), "hi");
		struct row row = { OUT, "in/ada", "Ada", r->now.wall + apart[t], 7, "hi" };
		size_t n;

		MUST(room_move(r, id, DC_STATE_HELD, DC_STATE_HANDING));
		MUST(room_move(r, id, DC_STATE_HANDING, DC_STATE_SENT));
		assert_false(room_request(r, id).seen);
		assert_int_equal(import(r, &row, 1, false), 1);
		assert_int_equal(import(r, &row, 1, false), 0);
		struct dc_request *q = requests(r, "in/ada", &n);

		assert_int_equal(n, 1);
		assert_int_equal(q->how, DC_HOW_OBSERVED);
		assert_true(q->seen);
		assert_string_equal(q->source,
		                    "row 7 of Invitations.csv in the export of 1 November 2026");
		room_leave(&fresh);
	}
	(void)state;
}

static void another_day_is_another_request(void **state)
{
	struct room *r = *state;
	int64_t id = room_held(r, room_person(r, "in/ada", "Ada"), "hi");
	struct row row = { OUT, "in/ada", "Ada", r->now.wall - 36 * DC_HOUR - 1, 7, "hi" };
	size_t n;

	MUST(room_move(r, id, DC_STATE_HELD, DC_STATE_HANDING));
	MUST(room_move(r, id, DC_STATE_HANDING, DC_STATE_SENT));
	import(r, &row, 1, false);
	struct dc_request *q = requests(r, "in/ada", &n);

	assert_int_equal(n, 2);
	assert_int_equal(q[0].id, id);
	assert_int_equal(q[0].state, DC_STATE_SENT);
	assert_int_equal(q[1].state, DC_STATE_CLOSED); /* the later one shows that it ended */
}

static void an_export_answers_for_the_user(void **state)
{
	struct room *r = *state;
	int64_t id = room_held(r, room_person(r, "in/ada", "Ada"), "hi");
	struct row rows[] = { { OUT, "in/ada", "Ada", r->now.wall + DC_HOUR, 7, "hi" },
		              { CONNECTION, "in/ada", "Ada", r->now.wall + DC_DAY, 8, NULL } };

	MUST(room_move(r, id, DC_STATE_HELD, DC_STATE_HANDING));
	MUST(room_move(r, id, DC_STATE_HANDING, DC_STATE_HANDED));
	import(r, rows, 1, false);
	assert_int_equal(room_request(r, id).state, DC_STATE_SENT);
	assert_int_equal(room_request(r, id).how, DC_HOW_OBSERVED);
	import(r, rows, 2, false);
	assert_int_equal(room_request(r, id).state, DC_STATE_ACCEPTED);
}

static void what_is_held_or_undone_was_not_sent(void **state)
{
	struct room *r = *state;
	int64_t id = room_held(r, room_person(r, "in/ada", "Ada"), "hi");
	struct row row = { OUT, "in/ada", "Ada", r->now.wall, 7, "other" };

	import(r, &row, 1, false);
	assert_int_equal(room_request(r, id).state, DC_STATE_HELD);
	assert_false(room_request(r, id).seen);
}

static void a_wrong_guess_is_put_right(void **state)
{
	struct room *r = *state;
	struct row out = { OUT, "in/ada", "Ada", DAY(1), 7, "hi" };
	struct row yes = { CONNECTION, "in/ada", "Ada", DAY(90), 8, NULL };
	size_t n;

	import(r, &out, 1, false);
	struct dc_request *q = requests(r, "in/ada", &n);

	MUST(room_move(r, q->id, DC_STATE_SENT, DC_STATE_IGNORED));
	import(r, &yes, 1, false);
	assert_int_equal(requests(r, "in/ada", &n)->state, DC_STATE_ACCEPTED);
}

/* --- names without addresses */

static const struct row old_out = { OUT, "", "Ada Vey", DAY(1), 7, "hi" };
static const struct row new_out = { OUT, "in/ada", "Ada Vey", DAY(1), 9, "hi" };
static const struct row ada = { CONNECTION, "in/ada", "ADA VEY", DAY(2), 8, NULL };
static const struct row namesake = { CONNECTION, "in/ada-2", "Ada Vey", DAY(3), 9, NULL };

static void a_name_alone_finds_its_one_person(void **state)
{
	for (int backwards = 0; backwards < 2; backwards++) {
		void *fresh;

		assert_int_equal(room_enter(&fresh), 0);
		struct room *r = fresh;
		const struct row rows[] = { old_out, ada };
		size_t n;

		import(r, rows, 2, backwards);
		assert_int_equal(import(r, rows, 2, backwards), 0);
		assert_int_equal(requests(r, "in/ada", &n)->state, DC_STATE_ACCEPTED);
		assert_int_equal(n, 1);
		room_leave(&fresh);
	}
	(void)state;
}

static void a_name_of_two_people_finds_nobody(void **state)
{
	struct room *r = *state;
	const struct row rows[] = { old_out, ada, namesake };
	size_t n;

	import(r, rows, 3, false);
	requests(r, "in/ada", &n);
	assert_int_equal(n, 0);
	assert_int_equal(import(r, rows, 3, true), 0);
	assert_int_equal(room_sql_int(r, "SELECT count(*) FROM request WHERE state = 'sent'"), 1);
}

static void the_same_invitation_with_and_without_address_is_one(void **state)
{
	const struct row rows[] = { old_out, new_out, ada, namesake };

	for (int backwards = 0; backwards < 2; backwards++) {
		void *fresh;

		assert_int_equal(room_enter(&fresh), 0);
		struct room *r = fresh;
		size_t n;

		for (size_t i = 0; i < DC_COUNT(rows); i++)
			import(r, &rows[backwards ? DC_COUNT(rows) - 1 - i : i], 1, false);
		assert_int_equal(requests(r, "in/ada", &n)->state, DC_STATE_ACCEPTED);
		assert_int_equal(n, 1);
		assert_int_equal(room_sql_int(r, "SELECT count(*) FROM request"), 1);
		room_leave(&fresh);
	}
	(void)state;
}

/* --- others */

static void who_is_forgotten_stays_forgotten(void **state)
{
	struct room *r = *state;
	struct dc_person p;

	import(r, sample, DC_COUNT(sample), false);
	MUST(dc_ledger_person_by_key(r->l, &p, "in/ada", &r->arena, &r->err));
	MUST(dc_ledger_person_forget(r->l, p.id, ROOM_NOW, &r->err));
	assert_int_equal(import(r, sample, DC_COUNT(sample), false), 0);
	FAILS(DC_NOTFOUND, dc_ledger_person_by_key(r->l, &p, "in/ada", &r->arena, &r->err));
}

static void exports_are_events_of_the_history(void **state)
{
	static const char *const kinds[] = { "invited", "connected", "wrote", "wrote" };
	struct room *r = *state;
	struct dc_event *e;
	struct dc_person p;
	size_t n;

	import(r, sample, DC_COUNT(sample), false);
	MUST(dc_ledger_person_by_key(r->l, &p, "in/ada", &r->arena, &r->err));
	MUST(dc_ledger_history(r->l, &e, &n, p.id, &r->arena, &r->err));
	assert_int_equal(n, DC_COUNT(kinds));
	for (size_t i = 0; i < n; i++)
		assert_string_equal(e[i].kind, kinds[i]);
	assert_string_equal(e[0].source,
	                    "row 212 of Invitations.csv in the export of 1 November 2026");
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, room_enter, room_leave)

/* --- interrupted */

static const struct row half[] = {
	{ CONNECTION, "in/ada", "Ada Vey", DAY(12), 1, NULL },
	{ CONNECTION, "in/new", "New Person", DAY(3), 2, NULL },
	{ CONNECTION, "in/again", "Again Asked", DAY(61), 3, NULL },
	{ OUT, "in/ada", "Ada Vey", DAY(10), 1, "Hi Ada" },
	{ OUT, "in/again", "Again Asked", DAY(1), 2, "first" },
	{ OUT, "in/twice", "Twice Asked", DAY(5), 3, "first" },
	{ IN, "in/cy", "Cy Dee", DAY(30), 4, NULL },
	{ OUT, "in/again", "Again Asked", DAY(60), 5, "second" },
	{ OUT, "in/bo", "Bo Key", DAY(20), 6, "" },
	{ OUT, "in/twice", "Twice Asked", DAY(50), 7, "second" },
	{ MESSAGE, "in/ada", "Ada Vey", DAY(40), 1, NULL },
	{ MESSAGE, "in/bo", "Bo Key", DAY(41), 2, NULL },
};

/* Takes up what is left; *had: rows that were in.  Ends before row `until`. */
static struct dc_ledger_import *take_half(struct room *r, size_t slice, size_t until, size_t *had)
{
	struct dc_ledger_import *i;
	int64_t rows;

	*had = 0;
	MUST(dc_ledger_import_begin(r->l, &i, label, ROOM_NOW - DC_DAY, ROOM_NOW, &r->err));
	dc_ledger_import_slice(i, slice);
	for (size_t n = 0; n < until; n++) {
		const struct row *w = &half[n];

		if (!n || strcmp(files[w->table], files[half[n - 1].table]) != 0) {
			MUST(dc_ledger_import_file(i, files[w->table], &r->err));
			MUST(dc_ledger_import_go_on(i, &rows, 77, 88, &r->err));
			*had += (size_t)rows;
		}
		if (dc_ledger_import_has(i, w->row))
			assert_int_equal(take(r, i, w), DC_ROW_KNOWN);
		else
			take(r, i, w);
		MUST(dc_ledger_import_reach(i, w->row, &r->err));
	}
	return i;
}

/* All that is known of everybody in `half`; the caller's. */
static char *told(struct room *r)
{
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };

	for (size_t n = 0; n < DC_COUNT(half); n++) {
		struct dc_person p;
		struct dc_known k;
		struct dc_request *q;
		size_t count;

		if (dc_ledger_person_by_key(r->l, &p, half[n].key, &r->arena, NULL))
			continue;
		q = requests(r, half[n].key, &count);
		MUST(dc_ledger_written(r->l, &k, &count, p.id, &r->arena, &r->err));
		dc_buf_printf(&out, "%s %s %zu\n", p.name, p.connected.source, count);
		q = requests(r, half[n].key, &count);
		for (size_t i = 0; i < count; i++)
			dc_buf_printf(&out, "  %s %s %lld %s %s %s\n", dc_state_name(q[i].state),
			              dc_how_name(q[i].how), (long long)q[i].state_at, q[i].note,
			              q[i].source, q[i].state_source);
	}
	return dc_buf_take(&out);
}

static void an_import_goes_on_where_it_was(void **state)
{
	struct room *r = *state;
	DC_AUTO(dc_str) char *whole = NULL;
	size_t had;

	MUST(dc_ledger_import_commit(take_half(r, 0, DC_COUNT(half), &had), &r->err));
	assert_int_equal(had, 0);
	whole = told(r);
	for (size_t slice = 1; slice < 4; slice++)
		for (size_t until = 1; until <= DC_COUNT(half); until++) {
			dc_ledger_free(r->l);
			unlink(r->path);
			MUST(dc_ledger_open(&r->l, r->path, &r->err));
			/* What a kill leaves, and what Ctrl-C leaves. */
			if (until % 2) {
				dc_ledger_import_rollback(take_half(r, slice, until, &had));
			} else {
				bool kept;

				MUST(dc_ledger_import_stop(take_half(r, slice, until, &had), &kept,
				                           &r->err));
				assert_true(kept);
			}
			MUST(dc_ledger_verify(r->l, &r->err));
			assert_int_equal(
				room_sql_int(r,
			                     "SELECT count(*) FROM request WHERE state <> 'sent'"),
				0);
			/* Somebody writes in between; then another export comes. */
			room_held(r, room_person(r, "in/other", "Other"), "in between");
			MUST(dc_ledger_import_commit(take_half(r, slice, DC_COUNT(half), &had),
			                             &r->err));
			if (until % 2 == 0 || until > slice + 8)
				assert_true(had > 0);
			DC_AUTO(dc_str) char *now = told(r);

			assert_string_equal(now, whole);
			MUST(dc_ledger_verify(r->l, &r->err));
			assert_int_equal(room_sql_int(r, "SELECT count(*) FROM unfinished"), 0);
			assert_int_equal(
				room_sql_int(r, "SELECT count(*) FROM event WHERE kind = 'import'"),
				1);
			MUST(dc_ledger_import_commit(take_half(r, slice, DC_COUNT(half), &had),
			                             &r->err));
			assert_int_equal(had, 0);
		}
}

/* Of a file that was read in part nobody knows which request is the newest. */
static void nothing_is_concluded_from_half_a_file(void **state)
{
	static const struct row newer[] = { { CONNECTION, "in/bo", "Bo Key", DAY(21), 1, NULL } };
	struct room *r = *state;
	struct dc_ledger_import *i;
	bool kept;
	size_t had;

	MUST(dc_ledger_import_stop(take_half(r, 2, 9, &had), &kept, &r->err));
	MUST(dc_ledger_import_begin(r->l, &i, "another export", ROOM_NOW, ROOM_NOW, &r->err));
	take(r, i, &newer[0]);
	MUST(dc_ledger_import_commit(i, &r->err));
	assert_int_equal(room_sql_int(r, "SELECT count(*) FROM request WHERE state <> 'sent'"), 0);
	MUST(dc_ledger_verify(r->l, &r->err));
	MUST(dc_ledger_import_commit(take_half(r, 2, DC_COUNT(half), &had), &r->err));
	assert_int_equal(had, 9);
	assert_int_equal(room_sql_int(r, "SELECT count(*) FROM request WHERE state = 'accepted'"),
	                 3);
	MUST(dc_ledger_verify(r->l, &r->err));
}

/* Another file of that name, or one that was changed since, is read from its beginning. */
static void another_file_is_read_whole(void **state)
{
	struct room *r = *state;
	struct dc_ledger_import *i;
	int64_t rows = -1;
	bool kept;
	size_t had;

	MUST(dc_ledger_import_stop(take_half(r, 2, 9, &had), &kept, &r->err));
	MUST(dc_ledger_import_begin(r->l, &i, label, ROOM_NOW - DC_DAY, ROOM_NOW, &r->err));
	MUST(dc_ledger_import_file(i, "Connections.csv", &r->err));
	MUST(dc_ledger_import_go_on(i, &rows, 77, 89, &r->err));
	assert_int_equal(rows, 0);
	MUST(dc_ledger_import_go_on(i, &rows, 78, 88, &r->err));
	assert_int_equal(rows, 0);
	MUST(dc_ledger_import_go_on(i, &rows, 77, 88, &r->err));
	assert_int_equal(rows, 3);
	dc_ledger_import_rollback(i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_ROOM(an_import_goes_on_where_it_was),
		IN_A_ROOM(nothing_is_concluded_from_half_a_file),
		IN_A_ROOM(another_file_is_read_whole),
		IN_A_ROOM(an_export_is_told_with_its_evidence),
		IN_A_ROOM(the_order_of_rows_does_not_matter),
		IN_A_ROOM(each_file_may_come_alone_in_any_order),
		IN_A_ROOM(importing_again_changes_nothing),
		IN_A_ROOM(taken_back_is_as_if_it_never_was),
		IN_A_ROOM(an_export_confirms_what_the_user_said),
		IN_A_ROOM(another_day_is_another_request),
		IN_A_ROOM(an_export_answers_for_the_user),
		IN_A_ROOM(what_is_held_or_undone_was_not_sent),
		IN_A_ROOM(a_wrong_guess_is_put_right),
		IN_A_ROOM(a_name_alone_finds_its_one_person),
		IN_A_ROOM(a_name_of_two_people_finds_nobody),
		IN_A_ROOM(the_same_invitation_with_and_without_address_is_one),
		IN_A_ROOM(who_is_forgotten_stays_forgotten),
		IN_A_ROOM(exports_are_events_of_the_history),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
