/* keeping.c - what the ledger keeps: people, notes, drafts, budgets, do-not-contact. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "shared/room.h"

/* --- people */

static void a_person_is_found_again(void **state)
{
	struct room *r = *state;
	int64_t id = room_person(r, "in/ada-vey", "Ada Vey");
	struct dc_person p;

	assert_int_equal(room_person(r, "in/ada-vey", ""), id);
	MUST(dc_ledger_person_by_key(r->l, &p, "in/ada-vey", &r->arena, &r->err));
	assert_string_equal(p.name, "Ada Vey");
	assert_null(p.connected.source);
	FAILS(DC_NOTFOUND, dc_ledger_person_by_key(r->l, &p, "in/bo", &r->arena, &r->err));
	FAILS(DC_NOTFOUND, dc_ledger_person_by_id(r->l, &p, 99, &r->arena, &r->err));
	FAILS(DC_INVALID, dc_ledger_person_put(r->l, &id, &(struct dc_person){ .headline = "x" },
	                                       "you", ROOM_NOW, &r->err));
}

static void older_data_never_replaces_newer(void **state)
{
	struct room *r = *state;
	struct dc_person p = { .key = "in/ada", .name = "Ada Vey", .company = "Northwind" };
	int64_t id;

	MUST(dc_ledger_person_put(r->l, &id, &p, "you", ROOM_NOW, &r->err));
	p.company = "Contoso";
	p.headline = "Analyst";
	MUST(dc_ledger_person_put(r->l, &id, &p, "you", ROOM_NOW - DC_DAY, &r->err));
	MUST(dc_ledger_person_by_id(r->l, &p, id, &r->arena, &r->err));
	assert_string_equal(p.company, "Northwind");
	assert_string_equal(p.headline, "Analyst"); /* nothing was there before */
	p.company = "Contoso";
	MUST(dc_ledger_person_put(r->l, &id, &p, "you", ROOM_NOW + 1, &r->err));
	MUST(dc_ledger_person_by_id(r->l, &p, id, &r->arena, &r->err));
	assert_string_equal(p.company, "Contoso");
}

static size_t found(struct room *r, const char *query, const char *first)
{
	struct dc_person *all;
	size_t n;

	MUST(dc_ledger_person_search(r->l, &all, &n, query, 5, &r->arena, &r->err));
	if (n)
		assert_string_equal(all[0].name, first);
	return n;
}

static void search_goes_by_the_starts_of_words(void **state)
{
	struct room *r = *state;
	struct dc_person p = { .key = "in/bo", .name = "Bo Müller", .company = "Vega Labs" };
	int64_t id;

	room_person(r, "in/ada-vey", "Ada Vey");
	room_person(r, "in/vera", "Vera Ada");
	MUST(dc_ledger_person_put(r->l, &id, &p, "you", ROOM_NOW, &r->err));
	assert_int_equal(found(r, "ve", "Vera Ada"), 3); /* the name begins so; then company */
	assert_int_equal(found(r, "MULL", "Bo Müller"), 1);
	assert_int_equal(found(r, "mül b", "Bo Müller"), 1);
	assert_int_equal(found(r, "bo vega", "Bo Müller"), 1);
	assert_int_equal(found(r, "ey", ""), 0);
	assert_int_equal(found(r, "  ", ""), 0);
	assert_int_equal(found(r, "%", ""), 0);
	p.name = "Bo Stone";
	MUST(dc_ledger_person_put(r->l, &id, &p, "you", ROOM_NOW + 1, &r->err));
	assert_int_equal(found(r, "mull", ""), 0);
	assert_int_equal(found(r, "stone", "Bo Stone"), 1);
}

static void aliases_join_histories(void **state)
{
	struct room *r = *state;
	int64_t a = room_person(r, "in/ada", "Ada Vey"), b = room_person(r, "in/ada-old", "Ada V.");
	int64_t old = room_held(r, b, "hello");
	struct dc_person p;
	struct dc_event *e;
	struct dc_request *q;
	const char **keys;
	size_t n;

	MUST(room_move(r, old, DC_STATE_HELD, DC_STATE_UNDONE));
	MUST(dc_ledger_person_alias(r->l, "in/ada", "in/ada-old", ROOM_NOW, &r->err));
	MUST(dc_ledger_person_by_key(r->l, &p, "in/ada-old", &r->arena, &r->err));
	assert_int_equal(p.id, a);
	MUST(dc_ledger_person_by_id(r->l, &p, b, &r->arena, &r->err));
	assert_int_equal(p.id, a);
	MUST(dc_ledger_request_list(r->l, &q, &n, &(struct dc_request_filter){ .person = a },
	                            &r->arena, &r->err));
	assert_int_equal(n, 1);
	MUST(dc_ledger_history(r->l, &e, &n, a, &r->arena, &r->err));
	assert_int_equal(n, 3); /* held, undone, alias */
	MUST(dc_ledger_person_keys(r->l, &keys, &n, a, &r->arena, &r->err));
	assert_int_equal(n, 2);
	assert_string_equal(keys[0], "in/ada");
	MUST(dc_ledger_verify(r->l, &r->err));
	/* Two that are both busy cannot be one. */
	int64_t c = room_person(r, "in/c", "C");

	room_held(r, a, "x");
	room_held(r, c, "y");
	FAILS(DC_CONFLICT, dc_ledger_person_alias(r->l, "in/ada", "in/c", ROOM_NOW, &r->err));
}

static void who_is_forgotten_is_gone_but_not_invited_again(void **state)
{
	static const char *const traces[] = { "Vey", "in/ada-vey", "secret", "Northwind" };
	struct room *r = *state;
	int64_t who = room_person(r, "in/ada-vey", "Ada Vey");
	int64_t id = room_held(r, who, "secret words"), draft;
	bool gone;
	size_t n;

	MUST(dc_ledger_person_put(
		r->l, &who, &(struct dc_person){ .key = "in/ada-vey", .company = "Northwind" },
		"you", ROOM_NOW, &r->err));
	MUST(dc_ledger_draft_put(
		r->l, &draft,
		&(struct dc_draft){ .key = "in/ada-vey", .note = "secret", .note_len = 6 },
		&r->err));
	MUST(dc_ledger_event_add(r->l,
	                         &(struct dc_event){ .request = id,
	                                             .person = who,
	                                             .at = ROOM_NOW,
	                                             .kind = "override",
	                                             .detail = "declined: Vey said so" },
	                         &r->err));
	MUST(dc_ledger_forgotten(r->l, &gone, "in/ada-vey", &r->err));
	assert_false(gone);
	MUST(dc_ledger_person_forget(r->l, who, ROOM_NOW, &r->err));
	MUST(dc_ledger_forgotten(r->l, &gone, "in/ada-vey", &r->err));
	assert_true(gone);
	MUST(dc_ledger_forgotten(r->l, &gone, "in/bo", &r->err));
	assert_false(gone);
	MUST(dc_ledger_verify(r->l, &r->err));
	assert_int_equal(room_request(r, id).state, DC_STATE_UNDONE);
	/* Not a byte is left, neither in the file nor in its journal. */
	const char *files[] = { "", "-journal" };

	for (size_t i = 0; i < DC_COUNT(files); i++) {
		DC_AUTO(dc_str) char *path = dc_printf("%s%s", r->path, files[i]);
		FILE *f = fopen(path, "r");
		static char bytes[1 << 20];

		if (!f && i) /* no journal at all is best */
			continue;
		assert_non_null(f);
		n = fread(bytes, 1, sizeof(bytes), f);
		fclose(f);
		for (size_t t = 0; t < DC_COUNT(traces); t++)
			for (size_t at = 0; at + strlen(traces[t]) <= n; at++)
				if (!memcmp(bytes + at, traces[t], strlen(traces[t])))
					fail_msg("'%s' is still in %s", traces[t], path);
	}
}

static void forgetting_keeps_the_budgets_right(void **state)
{
	struct room *r = *state;
	int64_t who = room_person(r, "in/ada", "Ada"), id = room_held(r, who, "hi");
	size_t n;

	MUST(room_move(r, id, DC_STATE_HELD, DC_STATE_HANDING));
	FAILS(DC_CONFLICT, dc_ledger_person_forget(r->l, who, ROOM_NOW, &r->err));
	MUST(room_move(r, id, DC_STATE_HANDING, DC_STATE_SENT));
	MUST(dc_ledger_person_forget(r->l, who, ROOM_NOW, &r->err));
	MUST(dc_ledger_count_since(r->l, &n, ROOM_NOW - DC_DAY, false, &r->err));
	assert_int_equal(n, 1);
}

static void the_user_is_one_person(void **state)
{
	struct room *r = *state;
	struct dc_person me;

	FAILS(DC_NOTFOUND, dc_ledger_self(r->l, &me, &r->arena, &r->err));
	int64_t id = room_person(r, "in/me", "Me Myself");

	MUST(dc_ledger_self_put(r->l, id, "the settings", ROOM_NOW, &r->err));
	MUST(dc_ledger_self_put(r->l, id, "the settings", ROOM_NOW, &r->err));
	MUST(dc_ledger_self(r->l, &me, &r->arena, &r->err));
	assert_string_equal(me.key, "in/me");
}

/* --- notes and drafts */

static const char odd_note[] =
	"Hi \xf0\x9f\x91\x8b Ada,\r\n\tsee \x1b[31mthis\xe2\x80\xae ok \xff\n";

static void a_note_survives_undo_byte_for_byte(void **state)
{
	struct room *r = *state;
	int64_t id = room_held(r, room_person(r, "in/ada-vey", "Ada Vey"), odd_note), draft = 0;
	struct dc_draft d;

	assert_memory_equal(room_request(r, id).note, odd_note, sizeof(odd_note));
	MUST(dc_ledger_request_move(r->l,
	                            &(struct dc_move){ .id = id,
	                                               .from = DC_STATE_HELD,
	                                               .to = DC_STATE_UNDONE,
	                                               .token = -1,
	                                               .draft = "Ada Vey",
	                                               .draft_id = &draft },
	                            &r->now, &r->err));
	MUST(dc_ledger_draft_get(r->l, &d, draft, &r->arena, &r->err));
	assert_int_equal(d.note_len, sizeof(odd_note) - 1);
	assert_memory_equal(d.note, odd_note, sizeof(odd_note));
	assert_string_equal(d.key, "in/ada-vey");
	MUST(dc_ledger_verify(r->l, &r->err));
}

/* A limit on the size of files stands for a disk that is full: nothing can grow any more. */
static void undo_works_on_a_full_disk(void **state)
{
	enum { HELD = 12 };
	const struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct room *r = *state;
	struct rlimit before, full;
	struct sigaction was;
	struct stat s;
	int64_t ids[HELD], drafts[HELD];
	char note[1200], key[32];

	memset(note, 'n', sizeof(note));
	note[sizeof(note) - 1] = '\0';
	for (int i = 0; i < HELD; i++) {
		snprintf(key, sizeof(key), "in/p%d", i);
		ids[i] = room_held(r, room_person(r, key, key), note);
	}
	assert_int_equal(stat(r->path, &s), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	full = (struct rlimit){ .rlim_cur = (rlim_t)s.st_size, .rlim_max = before.rlim_max };
	assert_int_equal(sigaction(SIGXFSZ, &ignore, &was), 0);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
	for (int i = 0; i < HELD; i++) {
		struct dc_move m = { .id = ids[i],
			             .from = DC_STATE_HELD,
			             .to = DC_STATE_UNDONE,
			             .token = -1,
			             .draft = "somebody",
			             .draft_id = &drafts[i] };
		int rc = dc_ledger_request_move(r->l, &m, &r->now, &r->err);

		if (rc)
			setrlimit(RLIMIT_FSIZE, &before); /* or nothing can be told */
		MUST(rc);
	}
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(sigaction(SIGXFSZ, &was, NULL), 0);
	for (int i = 0; i < HELD; i++) {
		struct dc_draft d;

		MUST(dc_ledger_draft_get(r->l, &d, drafts[i], &r->arena, &r->err));
		assert_int_equal(d.note_len, sizeof(note) - 1);
	}
	MUST(dc_ledger_verify(r->l, &r->err));
}

static void drafts_are_kept_changed_and_dropped(void **state)
{
	struct room *r = *state;
	struct dc_draft d = { .key = "in/ada",
		              .note = odd_note,
		              .note_len = sizeof(odd_note) - 1,
		              .answers = "{\"a\":1}",
		              .at = ROOM_NOW };
	struct dc_draft *all;
	int64_t id, again;
	size_t n;

	MUST(dc_ledger_draft_put(r->l, &id, &d, &r->err));
	d.id = id;
	d.note_len = 2;
	MUST(dc_ledger_draft_put(r->l, &again, &d, &r->err));
	assert_int_equal(again, id);
	d.id = 0;
	d.at++;
	MUST(dc_ledger_draft_put(r->l, &again, &d, &r->err));
	MUST(dc_ledger_draft_list(r->l, &all, &n, &r->arena, &r->err));
	assert_int_equal(n, 2);
	assert_int_equal(all[0].id, again); /* newest first */
	assert_int_equal(all[1].note_len, 2);
	assert_string_equal(all[1].answers, "{\"a\":1}");
	MUST(dc_ledger_draft_drop(r->l, id, &r->err));
	FAILS(DC_NOTFOUND, dc_ledger_draft_drop(r->l, id, &r->err));
	FAILS(DC_NOTFOUND, dc_ledger_draft_get(r->l, &d, id, &r->arena, &r->err));
}

static void the_last_answer_is_offered_first(void **state)
{
	struct room *r = *state;
	const char **all;
	size_t n;

	MUST(dc_ledger_answer_put(r->l, "event", "FOSDEM", 1, &r->err));
	MUST(dc_ledger_answer_put(r->l, "event", "Debconf", 2, &r->err));
	MUST(dc_ledger_answer_put(r->l, "topic", "SQLite", 3, &r->err));
	MUST(dc_ledger_answer_put(r->l, "event", "FOSDEM", 4, &r->err));
	MUST(dc_ledger_answer_list(r->l, &all, &n, "event", 5, &r->arena, &r->err));
	assert_int_equal(n, 2);
	assert_string_equal(all[0], "FOSDEM");
	MUST(dc_ledger_answer_list(r->l, &all, &n, "event", 1, &r->arena, &r->err));
	assert_int_equal(n, 1);
}

/* --- budgets and likeness */

static int64_t sent(struct room *r, const char *key, const char *note, uint64_t skeleton)
{
	struct dc_request_new q = { .person = room_person(r, key, key),
		                    .note = note,
		                    .note_len = strlen(note),
		                    .skeleton = skeleton,
		                    .transport = "browser" };
	int64_t id;

	MUST(dc_ledger_request_hold(r->l, &id, &q, &r->now, &r->err));
	MUST(room_move(r, id, DC_STATE_HELD, DC_STATE_HANDING));
	MUST(room_move(r, id, DC_STATE_HANDING, DC_STATE_SENT));
	r->now.wall += DC_HOUR;
	return id;
}

static void budgets_count_what_went_or_goes_out(void **state)
{
	struct room *r = *state;
	size_t n;
	int64_t at;

	sent(r, "in/a", "hello", 7);
	sent(r, "in/b", "", 0);
	int64_t undone = room_held(r, room_person(r, "in/c", "c"), "x");

	MUST(dc_ledger_count_since(r->l, &n, ROOM_NOW, false, &r->err));
	assert_int_equal(n, 3);
	MUST(room_move(r, undone, DC_STATE_HELD, DC_STATE_UNDONE));
	MUST(dc_ledger_count_since(r->l, &n, ROOM_NOW, false, &r->err));
	assert_int_equal(n, 2);
	MUST(dc_ledger_count_since(r->l, &n, ROOM_NOW, true, &r->err));
	assert_int_equal(n, 1);
	MUST(dc_ledger_count_since(r->l, &n, ROOM_NOW + 1, false, &r->err));
	assert_int_equal(n, 1);
	MUST(dc_ledger_nth_newest(r->l, &at, 1, false, &r->err));
	assert_int_equal(at, ROOM_NOW + DC_HOUR);
	MUST(dc_ledger_nth_newest(r->l, &at, 2, false, &r->err));
	assert_int_equal(at, ROOM_NOW);
	MUST(dc_ledger_nth_newest(r->l, &at, 3, false, &r->err));
	assert_int_equal(at, 0);
	MUST(dc_ledger_pending(r->l, &n, &at, 0, &r->err));
	assert_int_equal(n, 2);
	assert_int_equal(at, ROOM_NOW);
	MUST(dc_ledger_pending(r->l, &n, &at, ROOM_NOW + 1, &r->err));
	assert_int_equal(n, 1);
}

static int count_notes(void *data, const struct dc_request *q)
{
	size_t *n = data;

	++*n;
	return q->note_len == 3 ? 42 : 0;
}

static void notes_like_this_are_found(void **state)
{
	struct room *r = *state;
	struct dc_request newest;
	size_t n = 0;
	int64_t last;

	sent(r, "in/a", "hello a", UINT64_C(0xffffffffffffff01));
	last = sent(r, "in/b", "hello b", UINT64_C(0xffffffffffffff01));
	sent(r, "in/c", "another", 9);
	sent(r, "in/d", "", 0);
	MUST(dc_ledger_same_note(r->l, &n, &newest, UINT64_C(0xffffffffffffff01), 0, &r->arena,
	                         &r->err));
	assert_int_equal(n, 2);
	assert_int_equal(newest.id, last);
	MUST(dc_ledger_same_note(r->l, &n, &newest, UINT64_C(0xffffffffffffff01), newest.person,
	                         &r->arena, &r->err));
	assert_int_equal(n, 1);
	MUST(dc_ledger_same_note(r->l, &n, &newest, 0, 0, &r->arena, &r->err));
	assert_int_equal(n, 0);
	MUST(dc_ledger_notes_since(r->l, ROOM_NOW, 0, count_notes, &n, &r->err));
	assert_int_equal(n, 3);
	n = 0;
	sent(r, "in/e", "end", 3);
	assert_int_equal(dc_ledger_notes_since(r->l, ROOM_NOW, 0, count_notes, &n, &r->err), 42);
	assert_int_equal(n, 1); /* newest first, and it stopped */
}

/* --- lists */

static void do_not_contact_needs_a_reason_and_may_end(void **state)
{
	struct room *r = *state;
	struct dc_dnc d = { .kind = DC_DNC_COMPANY, .what = "Northwind", .reason = "", .at = 1 };
	struct dc_dnc *all;
	int64_t a, b;
	size_t n;

	FAILS(DC_INVALID, dc_ledger_dnc_add(r->l, &a, &d, &r->err));
	d.reason = "a client";
	MUST(dc_ledger_dnc_add(r->l, &a, &d, &r->err));
	d.until = ROOM_NOW;
	d.kind = DC_DNC_TITLE;
	MUST(dc_ledger_dnc_add(r->l, &b, &d, &r->err));
	MUST(dc_ledger_dnc_list(r->l, &all, &n, ROOM_NOW - 1, &r->arena, &r->err));
	assert_int_equal(n, 2);
	assert_int_equal(all[1].kind, DC_DNC_TITLE);
	MUST(dc_ledger_dnc_list(r->l, &all, &n, ROOM_NOW, &r->arena, &r->err));
	assert_int_equal(n, 1);
	MUST(dc_ledger_dnc_remove(r->l, a, ROOM_NOW, &r->err));
	FAILS(DC_NOTFOUND, dc_ledger_dnc_remove(r->l, a, ROOM_NOW, &r->err));
	MUST(dc_ledger_dnc_list(r->l, &all, &n, 0, &r->arena, &r->err));
	assert_int_equal(n, 1);
}

static void a_pause_is_remembered(void **state)
{
	struct room *r = *state;
	const char *why;

	MUST(dc_ledger_pause(r->l, "three failures", ROOM_NOW, &r->err));
	MUST(dc_ledger_paused(r->l, &why, &r->arena, &r->err));
	assert_string_equal(why, "three failures");
	MUST(dc_ledger_pause(r->l, NULL, ROOM_NOW, &r->err));
	MUST(dc_ledger_paused(r->l, &why, &r->arena, &r->err));
	assert_string_equal(why, "");
}

#define IN_A_ROOM(test) cmocka_unit_test_setup_teardown(test, room_enter, room_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_ROOM(a_person_is_found_again),
		IN_A_ROOM(older_data_never_replaces_newer),
		IN_A_ROOM(search_goes_by_the_starts_of_words),
		IN_A_ROOM(aliases_join_histories),
		IN_A_ROOM(who_is_forgotten_is_gone_but_not_invited_again),
		IN_A_ROOM(forgetting_keeps_the_budgets_right),
		IN_A_ROOM(the_user_is_one_person),
		IN_A_ROOM(a_note_survives_undo_byte_for_byte),
		IN_A_ROOM(undo_works_on_a_full_disk),
		IN_A_ROOM(drafts_are_kept_changed_and_dropped),
		IN_A_ROOM(the_last_answer_is_offered_first),
		IN_A_ROOM(budgets_count_what_went_or_goes_out),
		IN_A_ROOM(notes_like_this_are_found),
		IN_A_ROOM(do_not_contact_needs_a_reason_and_may_end),
		IN_A_ROOM(a_pause_is_remembered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
