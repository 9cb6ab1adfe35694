/* ledger.c - the ledger: edges, guards, people, requests, drafts, budgets. */
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
#include <sqlite3.h>

#include <decorum/ledger.h>

#define NOW INT64_C(1793534400000) /* 1 November 2026 */
static const struct dc_clock at_noon = { .wall = NOW,
	                                 .awake = 1000,
	                                 .elapsed = 1000,
	                                 .boot = "b1" };

struct room {
	char dir[64], path[96];
	struct dc_ledger *l;
	struct dc_arena arena;
	struct dc_error err;
};

#define MUST(call) assert_int_equal_or_say(call, 0, &r->err, #call, __LINE__)
static void assert_int_equal_or_say(int got, int want, const struct dc_error *err, const char *what,
                                    int line)
{
	if (got != want)
		fail_msg("line %d: %s gave %d, not %d: %s", line, what, got, want, err->msg);
}

static int enter(void **state)
{
	struct room *r = dc_alloc(1, sizeof(*r));

	snprintf(r->dir, sizeof(r->dir), "/tmp/decorum-test-XXXXXX");
	assert_non_null(mkdtemp(r->dir));
	snprintf(r->path, sizeof(r->path), "%s/a/ledger.db", r->dir);
	MUST(dc_ledger_open(&r->l, r->path, &r->err));
	*state = r;
	return 0;
}

static int leave(void **state)
{
	static const char *const files[] = { "a/ledger.db", "a/ledger.db-journal", "a/copy.db", "a",
		                             "" };
	struct room *r = *state;
	char path[200];

	dc_ledger_free(r->l);
	dc_arena_clear(&r->arena);
	for (size_t i = 0; i < DC_COUNT(files); i++) {
		snprintf(path, sizeof(path), "%s/%s", r->dir, files[i]);
		remove(path);
	}
	dc_free(r);
	return 0;
}

static int64_t person(struct room *r, const char *key, const char *name)
{
	int64_t id;

	MUST(dc_ledger_person_put(r->l, &id, &(struct dc_person){ .key = key, .name = name }, "you",
	                          NOW, &r->err));
	return id;
}

static int64_t held(struct room *r, int64_t who, const char *note)
{
	int64_t id;

	MUST(dc_ledger_request_hold(r->l, &id,
	                            &(struct dc_request_new){ .person = who,
	                                                      .note = note,
	                                                      .note_len = strlen(note),
	                                                      .transport = "browser",
	                                                      .hold = 30000 },
	                            &at_noon, &r->err));
	return id;
}

static void a_person_is_found_again(void **state)
{
	struct room *r = *state;
	int64_t id = person(r, "in/ada-vey", "Ada Vey");
	struct dc_person p;

	assert_int_equal(person(r, "in/ada-vey", ""), id);
	MUST(dc_ledger_person_by_key(r->l, &p, "in/ada-vey", &r->arena, &r->err));
	assert_string_equal(p.name, "Ada Vey");
	assert_int_equal(dc_ledger_person_by_key(r->l, &p, "in/bo", &r->arena, &r->err),
	                 DC_NOTFOUND);
	struct dc_person *found;
	size_t n;

	MUST(dc_ledger_person_search(r->l, &found, &n, "ve", 5, &r->arena, &r->err));
	assert_int_equal(n, 1);
	assert_string_equal(found[0].name, "Ada Vey");
}

static void a_note_survives_undo_byte_for_byte(void **state)
{
	static const char note[] =
		"Hi \xf0\x9f\x91\x8b Ada,\r\n\tsee \x1b[31mthis\xe2\x80\xae ok\n";
	struct room *r = *state;
	int64_t id = held(r, person(r, "in/ada-vey", "Ada Vey"), note), draft = 0;
	struct dc_draft d;

	MUST(dc_ledger_request_move(r->l,
	                            &(struct dc_move){ .id = id,
	                                               .from = DC_STATE_HELD,
	                                               .to = DC_STATE_UNDONE,
	                                               .token = -1,
	                                               .draft = "Ada Vey",
	                                               .draft_id = &draft },
	                            &at_noon, &r->err));
	MUST(dc_ledger_draft_get(r->l, &d, draft, &r->arena, &r->err));
	assert_int_equal(d.note_len, strlen(note));
	assert_memory_equal(d.note, note, d.note_len);
	assert_string_equal(d.key, "in/ada-vey");
	MUST(dc_ledger_verify(r->l, &r->err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_person_is_found_again, enter, leave),
		cmocka_unit_test_setup_teardown(a_note_survives_undo_byte_for_byte, enter, leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
