/* match.c - likely the same person: what counts as likely, why, and finding them in a ledger. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include <decorum/buf.h>
#include <decorum/ledger.h>
#include <decorum/person.h>

#include "person/latin.h"

#define NOW INT64_C(1793577600000)

struct pair {
	struct dc_person_seen a, b;
};

static const struct pair likely[] = {
	{ { "Ada Vey", "Northwind", "" }, { "Ada Vey", "Northwind", "" } },
	{ { "Ada Vey", "Northwind", "" }, { "ADA VEY", "NORTHWIND LTD", "" } },
	{ { "Vey, Ada", "Northwind", "" }, { "Ada Vey, PhD", "Northwind Inc.", "" } },
	{ { "Ada Vey 🚀", "Northwind", "" }, { "Dr. Ada M. Vey (She/Her)", "Northwind", "" } },
	{ { "Jürgen Müller", "Brightkiln", "" }, { "Juergen Mueller", "Brightkiln GmbH", "" } },
	{ { "Jose Nunez", "Veleta Cloud", "" }, { "José Núñez", "Veleta Cloud", "" } },
	{ { "Nguyen Thi Hong", "Minato", "" }, { "Nguyễn Thị Hồng", "Minato", "" } },
	{ { "Łukasz Wiśniewski", "Minato", "" }, { "Lukasz Wisniewski", "Minato", "" } },
	{ { "Bill Stone", "Granite Data", "" }, { "William Stone", "Granite Data", "" } },
	{ { "Kate O'Malley", "Granite Data", "" }, { "Katherine OMalley", "Granite Data", "" } },
	{ { "J. Eberhart", "Brightkiln", "" }, { "Jonas Eberhart", "Brightkiln", "" } },
	{ { "Jonas Eberhatr", "Brightkiln", "" }, { "Jonas Eberhart", "Brightkiln", "" } },
	{ { "Jonas Eberhart", "Brightkin", "" }, { "Jonas Eberhart", "Brightkiln", "" } },
	{ { "Дмитрий Лысенко", "Chaika", "" }, { "Dmitry Lysenko", "Chaika", "" } },
	{ { "Наталья Васильева", "Chaika", "" }, { "Natalya Vasilyeva", "Chaika", "" } },
	{ { "Фёдор Щербак", "Chaika", "" }, { "Fyodor Shcherbak", "Chaika", "" } },
	{ { "Γιώργος Παπαδόπουλος", "Chaika", "" }, { "Giorgos Papadopoulos", "Chaika", "" } },
	{ { "김민준", "Minato", "" }, { "Minjun Kim", "Minato", "" } },
	{ { "さくら ケンジ", "Minato", "" }, { "Kenji Sakura", "Minato", "" } },
	{ { "王伟", "Minato", "in/wei-wang-18fed0" }, { "Wei Wang", "Minato", "in/wwang" } },
	/* No company to compare: only the whole name counts. */
	{ { "Ambrose Whitlock", "", "" }, { "Ambrose Whitlock", "Granite Data", "" } },
};

static const struct pair unlikely[] = {
	{ { "Ada Vey", "Northwind", "" }, { "Ada Vey", "Brightkiln", "" } },
	{ { "Ada Vey", "Northwind", "" }, { "Bea Vey", "Northwind", "" } },
	{ { "Ada Vey", "Northwind", "" }, { "Ada Vogt", "Northwind", "" } },
	{ { "Ada Vey", "Number 7 Ltd", "" }, { "Ada Vey", "Number 9 Ltd", "" } },
	{ { "A. Vey", "", "" }, { "Ada Vey", "", "" } },
	{ { "Ada", "Northwind", "" }, { "Ada Vey", "Northwind", "" } },
	{ { "Bill Stone", "", "" }, { "Robert Stone", "Granite", "" } },
	{ { "정지후", "Minato", "" }, { "장지후", "Minato", "" } },
	{ { "欧阳勇", "Minato", "" }, { "欧阳静", "Minato", "" } },
	{ { "राहुल शर्मा", "Minato", "" }, { "राहुल वर्मा", "Minato", "" } },
	{ { "PhD", "Minato", "" }, { "MBA", "Minato", "" } },
	{ { "", "Minato", "" }, { "", "Minato", "" } },
	{ { "🚀", "Minato", "" }, { "🚀", "Minato", "" } },
};

static bool share_a_hash(const struct pair *p)
{
	uint64_t a[DC_PERSON_HASHES_MAX], b[DC_PERSON_HASHES_MAX];
	size_t na = dc_person_hashes(a, &p->a), nb = dc_person_hashes(b, &p->b);

	for (size_t i = 0; i < na; i++)
		for (size_t k = 0; k < nb; k++)
			if (a[i] == b[k])
				return true;
	return false;
}

static void the_likely_are_found_and_told_why(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(likely); i++) {
		const char *why = NULL, *back = NULL;
		int score = dc_person_likeness(&why, &likely[i].a, &likely[i].b);

		if (score < DC_PERSON_LIKELY || score > 100 || !*why)
			fail_msg("%s ~ %s: %d", likely[i].a.name, likely[i].b.name, score);
		if (dc_person_likeness(&back, &likely[i].b, &likely[i].a) < DC_PERSON_LIKELY)
			fail_msg("%s ~ %s: one way only", likely[i].a.name, likely[i].b.name);
		if (!share_a_hash(&likely[i]))
			fail_msg("%s ~ %s: not found", likely[i].a.name, likely[i].b.name);
	}
}

static void the_unlikely_are_not(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(unlikely); i++) {
		const char *why;
		int score = dc_person_likeness(&why, &unlikely[i].a, &unlikely[i].b);

		if (score)
			fail_msg("%s ~ %s: %d, %s", unlikely[i].a.name, unlikely[i].b.name, score,
			         why);
	}
}

static void other_alphabets_in_latin_letters(void **state)
{
	static const char *const cases[][2] = {
		{ "Дмитрий Жуковский", "dmitriy zhukovskiy" },
		{ "Наталья", "natalya" },
		{ "Γιώργος Παπαδόπουλος", "giorgos papadopoulos" },
		{ "きょうこ", "kyouko" },
		{ "しゅんすけ", "shunsuke" },
		{ "ケンジ", "kenji" },
		{ "김민준", "kim minjun" },
		{ "윤 하은", "yun haeun" },
		{ "Łukasz Øyvind", "lukasz oyvind" },
		{ "Weiß", "weiss" },
		{ "ADA", "ada" },
		{ "王伟", "王伟" },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };

		dc_person_latin(&b, cases[i][0]);
		assert_string_equal(dc_buf_str(&b), cases[i][1]);
	}
}

static void hostile_names_do_no_harm(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf name = { 0 };
	uint64_t hashes[DC_PERSON_HASHES_MAX];
	const char *why;

	(void)state;
	for (int i = 0; i < 20000; i++)
		dc_buf_puts(&name, i % 3 ? "Ёж" : "(é-\xcc\x81");
	struct dc_person_seen p = { dc_buf_str(&name), dc_buf_str(&name), dc_buf_str(&name) };
	struct dc_person_seen bare = { "Ada Vey", NULL, NULL };

	assert_true(dc_person_hashes(hashes, &p) <= DC_PERSON_HASHES_MAX);
	(void)dc_person_likeness(&why, &p, &p);
	assert_true(dc_person_hashes(hashes, &bare) >= 1);
	assert_true(dc_person_likeness(&why, &bare, &bare) > 0);
}

/* --- in the ledger */

static int64_t put(struct dc_ledger *l, const char *key, const char *name, const char *company)
{
	struct dc_person p = { .key = key, .name = name, .company = company };
	struct dc_error err = { 0 };
	int64_t id = 0;

	if (dc_ledger_person_put(l, &id, &p, "you", NOW, &err))
		fail_msg("%s", err.msg);
	return id;
}

static size_t look_for(struct dc_ledger *l, const char *key, const char *name, const char *company,
                       int64_t *best)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_person who = { .key = key, .name = name, .company = company };
	struct dc_likely *found;
	struct dc_error err = { 0 };
	size_t count;

	if (dc_ledger_person_likely(l, &found, &count, &who, 5, &arena, &err))
		fail_msg("%s", err.msg);
	*best = count ? found[0].person.id : 0;
	return count;
}

static void a_ledger_finds_its_people(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = NULL;
	struct dc_error err = { 0 };
	int64_t best;

	(void)state;
	assert_int_equal(dc_ledger_open(&l, ":memory:", &err), 0);
	int64_t ada = put(l, "in/ada-vey", "Ada Vey", "Northwind");
	int64_t bob = put(l, "in/bob-stone", "Bob Stone", "Granite Data");

	assert_int_equal(look_for(l, "in/ada-2", "Vey, Ada", "Northwind Ltd", &best), 1);
	assert_int_equal(best, ada);
	/* Nobody is their own twin. */
	assert_int_equal(look_for(l, "in/ada-vey", "Ada Vey", "Northwind", &best), 0);
	assert_int_equal(look_for(l, "in/x-y", "Robert Stone", "Granite Data", &best), 1);
	assert_int_equal(best, bob);
	/* Somebody who changes jobs is found at the new one, and still at the old one's name. */
	(void)put(l, "in/ada-vey", "Ada Vey", "Brightkiln");
	assert_int_equal(look_for(l, "in/ada-2", "Ada Vey", "Brightkiln", &best), 1);
	/* The index is thrown away, and says so; built again it knows the same. */
	assert_int_equal(dc_ledger_verify(l, &err), 0);
	assert_int_equal(dc_ledger_rebuild(l, &err), 0);
	assert_int_equal(dc_ledger_verify(l, &err), 0);
	assert_int_equal(look_for(l, "in/ada-2", "Ada Vey", "Brightkiln", &best), 1);
	assert_int_equal(best, ada);
	/* Whoever is forgotten is not found any more. */
	assert_int_equal(dc_ledger_person_forget(l, ada, NOW, &err), 0);
	assert_int_equal(look_for(l, "in/ada-2", "Ada Vey", "Brightkiln", &best), 0);
}

static void a_common_name_is_no_sign(void **state)
{
	DC_AUTO(dc_ledger_free) struct dc_ledger *l = NULL;
	int64_t best;

	(void)state;
	assert_int_equal(dc_ledger_open(&l, ":memory:", NULL), 0);
	for (int i = 0; i < 3; i++) {
		DC_AUTO(dc_str) char *key = dc_printf("in/james-smith-%d", i);

		(void)put(l, key, "James Smith", "");
	}
	assert_int_equal(look_for(l, "in/js", "James Smith", "", &best), 3);
	(void)put(l, "in/james-smith-9", "James Smith", "");
	assert_int_equal(look_for(l, "in/js", "James Smith", "", &best), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_likely_are_found_and_told_why),
		cmocka_unit_test(the_unlikely_are_not),
		cmocka_unit_test(other_alphabets_in_latin_letters),
		cmocka_unit_test(hostile_names_do_no_harm),
		cmocka_unit_test(a_ledger_finds_its_people),
		cmocka_unit_test(a_common_name_is_no_sign),
	};

	return cmocka_run_group_tests_name("match", tests, NULL, NULL);
}
