/* postings.c - packed indexes held against a plain list of what was put in and taken out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shared/room.h"
#include "store/postings.h"

enum { KEYS = 300, IDS = 400, ROUNDS = 120, BATCH = 200, COMMON = 7 };

static bool there[KEYS][IDS];

static uint32_t seed = 1;

static uint32_t chance(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

/* One key is everybody's, and takes more than a row. */
static uint32_t some_key(void) { return chance(3) ? chance(KEYS) : COMMON; }

/* Wide apart, and with bytes of zero in them. */
static uint64_t number(uint32_t key) { return (uint64_t)key * key * 11000003; }

static void holds_what_was_put(struct room *r)
{
	for (uint32_t k = 0; k < KEYS; k++) {
		DC_AUTO(dc_ids_clear) struct dc_ids found = { 0 };
		size_t n = 0;

		MUST(dc_store_postings_find(r->l, DC_POSTING_LIKELY, number(k), IDS, &found,
		                            &r->err));
		for (int64_t id = IDS; id--;)
			if (there[k][id]) {
				assert_true(n < found.count);
				assert_int_equal(found.id[n++], id);
			}
		assert_int_equal(n, found.count);
	}
}

static void agree_with_a_plain_list(void **state)
{
	struct room *r = *state;

	MUST(dc_store_begin(r->l, &r->err));
	for (int round = 0; round < ROUNDS; round++) {
		DC_AUTO(dc_postings_clear) struct dc_postings p = { 0 };
		const bool put = chance(3) > 0;

		for (uint32_t n = 1 + chance(BATCH); n--;) {
			const uint32_t key = some_key(), id = chance(IDS);

			dc_postings_add_number(&p, number(key), id);
			there[key][id] = put;
		}
		if (put)
			MUST(dc_store_postings_put(r->l, DC_POSTING_LIKELY, &p, &r->err));
		else
			MUST(dc_store_postings_drop(r->l, DC_POSTING_LIKELY, &p, &r->err));
		if (round % 10 == 0)
			holds_what_was_put(r);
	}
	holds_what_was_put(r);
	MUST(dc_store_end(r->l, 0, &r->err));
	assert_true(room_sql_int(r, "SELECT count(*) FROM posting") > 3);
	assert_true(room_sql_int(r, "SELECT max(length(body)) FROM posting") < 4000);
}

static void a_list_of_one_key_may_be_long(void **state)
{
	enum { MANY = 50000 };
	struct room *r = *state;
	DC_AUTO(dc_postings_clear) struct dc_postings p = { 0 };
	DC_AUTO(dc_ids_clear) struct dc_ids found = { 0 };
	bool whole = false;

	MUST(dc_store_begin(r->l, &r->err));
	for (int64_t id = 0; id < MANY; id++) {
		dc_postings_add_number(&p, 5, id * 1000);
		dc_postings_add_number(&p, 5 + (uint64_t)id % 2, id);
	}
	MUST(dc_store_postings_put(r->l, DC_POSTING_BAND, &p, &r->err));
	MUST(dc_store_postings_have(r->l, &whole, DC_POSTING_BAND, &p, &r->err));
	assert_true(whole);
	MUST(dc_store_postings_find(r->l, DC_POSTING_BAND, 5, 3, &found, &r->err));
	assert_int_equal(found.count, 3);
	assert_int_equal(found.id[0], (MANY - 1) * INT64_C(1000));
	assert_int_equal(found.id[2], (MANY - 3) * INT64_C(1000));
	found.count = 0;
	MUST(dc_store_postings_find(r->l, DC_POSTING_BAND, 5, SIZE_MAX, &found, &r->err));
	/* Multiples of a thousand below 50,000 are even: they came twice. */
	assert_int_equal(found.count, MANY + MANY / 2 - 50);
	MUST(dc_store_postings_empty(r->l, DC_POSTING_BAND, &r->err));
	MUST(dc_store_postings_have(r->l, &whole, DC_POSTING_BAND, &p, &r->err));
	assert_false(whole);
	MUST(dc_store_end(r->l, 0, &r->err));
}

static void words_are_found_by_their_beginning(void **state)
{
	static const char *const words[] = { "ada",  "adam",    "adamant",
		                             "adan", "бородин", "averylongwordindeed" };
	struct room *r = *state;
	DC_AUTO(dc_postings_clear) struct dc_postings p = { 0 }, other = { 0 };
	DC_AUTO(dc_ids_clear) struct dc_ids found = { 0 };

	MUST(dc_store_begin(r->l, &r->err));
	for (size_t i = 0; i < DC_COUNT(words); i++)
		dc_postings_add(&p, words[i], strlen(words[i]), (int64_t)i);
	MUST(dc_store_postings_put(r->l, DC_POSTING_WORD, &p, &r->err));
	dc_postings_add_number(&other, 1, 77);
	MUST(dc_store_postings_put(r->l, DC_POSTING_LIKELY, &other, &r->err));
	MUST(dc_store_postings_search(r->l, DC_POSTING_WORD, "adam", 9, &found, &r->err));
	assert_int_equal(found.count, 2);
	assert_int_equal(found.id[0], 1);
	MUST(dc_store_postings_search(r->l, DC_POSTING_WORD, "averylongwordinvain", 9, &found,
	                              &r->err));
	assert_int_equal(found.count, 3); /* cut: whoever asks compares */
	MUST(dc_store_postings_search(r->l, DC_POSTING_WORD, "бо", 9, &found, &r->err));
	assert_int_equal(found.id[3], 4);
	MUST(dc_store_postings_search(r->l, DC_POSTING_WORD, "яя", 9, &found, &r->err));
	MUST(dc_store_postings_search(r->l, DC_POSTING_WORD, "", 3, &found, &r->err));
	assert_int_equal(found.count, 7);
	MUST(dc_store_end(r->l, 0, &r->err));
}

#define T(f) cmocka_unit_test_setup_teardown(f, room_enter, room_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(agree_with_a_plain_list),
		T(a_list_of_one_key_may_be_long),
		T(words_are_found_by_their_beginning),
	};

	return cmocka_run_group_tests_name("postings", tests, NULL, NULL);
}
