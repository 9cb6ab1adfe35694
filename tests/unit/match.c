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
#include "person/nick.h"

enum { REASON_MAX = 200 };

#define NOW INT64_C(1793577600000)

#define SEEN(n, c, k)                             \
	{                                         \
		.name = n, .company = c, .key = k \
	}

struct pair {
	struct dc_person_seen a, b;
};

static const struct pair likely[] = {
	{ SEEN("Ada Vey", "Northwind", ""), SEEN("Ada Vey", "Northwind", "") },
	{ SEEN("Ada Vey", "Northwind", ""), SEEN("ADA VEY", "NORTHWIND LTD", "") },
	{ SEEN("Vey, Ada", "Northwind", ""), SEEN("Ada Vey, PhD", "Northwind Inc.", "") },
	{ SEEN("Ada Vey 🚀", "Northwind", ""), SEEN("Dr. Ada M. Vey (She/Her)", "Northwind", "") },
	{ SEEN("Jürgen Müller", "Brightkiln", ""), SEEN("Juergen Mueller", "Brightkiln GmbH", "") },
	{ SEEN("Jose Nunez", "Veleta Cloud", ""), SEEN("José Núñez", "Veleta Cloud", "") },
	{ SEEN("Nguyen Thi Hong", "Minato", ""), SEEN("Nguyễn Thị Hồng", "Minato", "") },
	{ SEEN("Łukasz Wiśniewski", "Minato", ""), SEEN("Lukasz Wisniewski", "Minato", "") },
	{ SEEN("Bill Stone", "Granite Data", ""), SEEN("William Stone", "Granite Data", "") },
	{ SEEN("Kate O'Malley", "Granite Data", ""),
	  SEEN("Katherine OMalley", "Granite Data", "") },
	{ SEEN("J. Eberhart", "Brightkiln", ""), SEEN("Jonas Eberhart", "Brightkiln", "") },
	{ SEEN("Jonas Eberhatr", "Brightkiln", ""), SEEN("Jonas Eberhart", "Brightkiln", "") },
	{ SEEN("Jonas Eberhart", "Brightkin", ""), SEEN("Jonas Eberhart", "Brightkiln", "") },
	{ SEEN("Дмитрий Лысенко", "Chaika", ""), SEEN("Dmitry Lysenko", "Chaika", "") },
	{ SEEN("Наталья Васильева", "Chaika", ""), SEEN("Natalya Vasilyeva", "Chaika", "") },
	{ SEEN("Фёдор Щербак", "Chaika", ""), SEEN("Fyodor Shcherbak", "Chaika", "") },
	{ SEEN("Γιώργος Παπαδόπουλος", "Chaika", ""), SEEN("Giorgos Papadopoulos", "Chaika", "") },
	{ SEEN("Дмитрий Лысенко", "Чайка", ""), SEEN("Dmitri Lysenko", "Chaika Ltd", "") },
	{ SEEN("पूजा वर्मा", "Minato", ""), SEEN("Pooja Verma", "Minato", "") },
	{ SEEN("김민준", "Minato", ""), SEEN("Minjun Kim", "Minato", "") },
	{ SEEN("さくら ケンジ", "Minato", ""), SEEN("Kenji Sakura", "Minato", "") },
	{ SEEN("王伟", "Minato", "in/wei-wang-18fed0"), SEEN("Wei Wang", "Minato", "in/wwang") },
	{ SEEN("Mary Cok", "Minato", ""), SEEN("Mary Cook", "Minato", "") },
	{ SEEN("Luc Miichel", "Granite Freight", ""),
	  SEEN("Luc Michel", "Granite Freight S.A.", "") },
	{ SEEN("Ada Vey", "Minato Pty Ltd", ""), SEEN("Ada Vey", "Minato (acquired)", "") },
	{ SEEN("이 서연", "Minato", ""), SEEN("Seoyeon Lee", "Minato", "") },
	{ SEEN("Ada Stone", "Minato", "in/ada-vey-2"), SEEN("Ada Vey", "Minato", "in/avey") },
	/* No company to compare: only the whole name counts. */
	{ SEEN("Ambrose Whitlock", "", ""), SEEN("Ambrose Whitlock", "Granite Data", "") },
};

static const struct pair unlikely[] = {
	{ SEEN("Ada Vey", "Northwind", ""), SEEN("Ada Vey", "Brightkiln", "") },
	{ SEEN("Ada Vey", "Northwind", ""), SEEN("Bea Vey", "Northwind", "") },
	{ SEEN("Ada Vey", "Northwind", ""), SEEN("Ada Vogt", "Northwind", "") },
	{ SEEN("Ada Vey", "Number 7 Ltd", ""), SEEN("Ada Vey", "Number 9 Ltd", "") },
	{ SEEN("A. Vey", "", ""), SEEN("Ada Vey", "", "") },
	{ SEEN("Ada", "Northwind", ""), SEEN("Ada Vey", "Northwind", "") },
	{ SEEN("Bill Stone", "", ""), SEEN("Robert Stone", "Granite", "") },
	{ SEEN("정지후", "Minato", ""), SEEN("장지후", "Minato", "") },
	{ SEEN("欧阳勇", "Minato", ""), SEEN("欧阳静", "Minato", "") },
	{ SEEN("राहुल शर्मा", "Minato", ""), SEEN("राहुल वर्मा", "Minato", "") },
	/* Two whole names that share a short form; a Korean "I" that is no initial. */
	{ SEEN("Jacob Stone", "Minato", ""), SEEN("John Stone", "Minato", "") },
	{ SEEN("장서연", "Minato", ""), SEEN("이서연", "Minato", "in/이-서연-7735a") },
	{ SEEN("최하은", "Minato", ""), SEEN("조하은", "Minato", "") },
	{ SEEN("Ada Vey", "Oak Health", ""), SEEN("Ada Vey", "Oak Realty", "") },
	{ SEEN("PhD", "Minato", ""), SEEN("MBA", "Minato", "") },
	{ SEEN("", "Minato", ""), SEEN("", "Minato", "") },
	{ SEEN("🚀", "Minato", ""), SEEN("🚀", "Minato", "") },
};

/* Where `b` is all that is on file. */
static int likeness(const struct dc_person_seen *a, const struct dc_person_seen *b,
                    char reason[static REASON_MAX])
{
	DC_AUTO(dc_person_hunt_free) struct dc_person_hunt *h = dc_person_hunt_new(a);
	const struct dc_person_found *found;

	dc_person_hunt_show(h, 1, b);
	if (!dc_person_hunt_end(h, &found))
		return 0;
	snprintf(reason, REASON_MAX, "%s", found[0].reason);
	return found[0].score;
}

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
		char why[REASON_MAX] = "";
		int score = likeness(&likely[i].a, &likely[i].b, why);

		if (score < DC_PERSON_LIKELY || score > 100 || !*why)
			fail_msg("%s ~ %s: %d", likely[i].a.name, likely[i].b.name, score);
		if (likeness(&likely[i].b, &likely[i].a, why) < DC_PERSON_LIKELY)
			fail_msg("%s ~ %s: one way only", likely[i].a.name, likely[i].b.name);
		if (!share_a_hash(&likely[i]))
			fail_msg("%s ~ %s: not found", likely[i].a.name, likely[i].b.name);
	}
}

static void the_unlikely_are_not(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(unlikely); i++) {
		char why[REASON_MAX] = "";
		int score = likeness(&unlikely[i].a, &unlikely[i].b, why);

		if (score)
			fail_msg("%s ~ %s: %d, %s", unlikely[i].a.name, unlikely[i].b.name, score,
			         why);
	}
}

/* --- what else is known of them */

static const struct {
	const char *one, *other;
	const char *reason; /* how it ends; NULL: they are not likely the same */
	int others;         /* people of that name elsewhere */
} jobs[] = {
	{ "", "", "the same name and the same company", 0 },
	{ "Baker", "Head Baker at Minato", "the same name, the same company and the same job", 0 },
	{ "Senior Data Engineer | Speaker", "Data Engineer",
	  "the same name, the same company and the same job", 0 },
	{ "Baker", "Attorney at Minato", "the same name and the same company, but another job", 0 },
	/* A rank is no job. */
	{ "Project Manager", "Bakery Manager",
	  "the same name and the same company, but another job", 0 },
	{ "Data Engineer", "Software Engineer", "the same name and the same company", 0 },
	/* What many are called proves little. */
	{ "Baker", "Baker", "the same company and the same job; the name is common", 20 },
	{ "Baker", "", "same name and the same company; the name is common", 20 },
	{ "Baker", "Attorney", NULL, 20 },
};

static void jobs_and_namesakes_count(void **state)
{
	static const char *const elsewhere[] = { "Brightkiln", "Granite", "Chaika", "Veleta" };

	(void)state;
	for (size_t i = 0; i < DC_COUNT(jobs); i++) {
		struct dc_person_seen ada = SEEN("Ada Vey", "Minato", "in/ada-vey");
		struct dc_person_seen other = SEEN("Ada Vey", "Minato", "in/ada-2");

		ada.headline = jobs[i].one;
		other.headline = jobs[i].other;
		DC_AUTO(dc_person_hunt_free) struct dc_person_hunt *h = dc_person_hunt_new(&ada);
		const struct dc_person_found *found;

		dc_person_hunt_show(h, 1, &other);
		for (int k = 0; k < jobs[i].others; k++) {
			other.company = elsewhere[(size_t)k % DC_COUNT(elsewhere)];
			dc_person_hunt_show(h, 2 + k, &other);
		}
		size_t n = dc_person_hunt_end(h, &found);

		if (n != (jobs[i].reason != NULL))
			fail_msg("\"%s\" and \"%s\": %zu found", jobs[i].one, jobs[i].other, n);
		if (n && !strstr(found[0].reason, jobs[i].reason))
			fail_msg("\"%s\" is not \"%s\"", found[0].reason, jobs[i].reason);
	}
}

/* Many at one employer are called John or Stone: a crowd makes John Stone no rare find. */
static void a_crowd_at_the_company_counts(void **state)
{
	static const char *const crowd[] = { "John Reed", "John Vey", "Bea Stone", "Tom Stone" };
	struct dc_person_seen john = { .name = "John Stone",
		                       .company = "Minato",
		                       .headline = "Baker" };
	struct dc_person_seen other = john;

	(void)state;
	for (size_t most = 0; most <= DC_COUNT(crowd); most += DC_COUNT(crowd)) {
		DC_AUTO(dc_person_hunt_free) struct dc_person_hunt *h = dc_person_hunt_new(&john);
		const struct dc_person_found *found;

		other.name = john.name;
		other.headline = "Attorney";
		dc_person_hunt_show(h, 1, &other);
		for (size_t i = 0; i < most; i++) {
			other.name = crowd[i];
			dc_person_hunt_show(h, 2 + (int64_t)i, &other);
		}
		assert_int_equal(dc_person_hunt_end(h, &found), most ? 0 : 1);
	}
}

/* One export that lists both addresses: two accounts, each alive. */
static void both_in_one_list_are_two(void **state)
{
	struct dc_person_seen ada = SEEN("Ada Vey", "Minato", "in/ada-vey");
	struct dc_person_seen other = SEEN("Ada Vey", "Minato", "in/ada-2");
	char why[REASON_MAX];

	(void)state;
	ada.listed = 7;
	other.listed = 8;
	assert_int_equal(likeness(&ada, &other, why), 100);
	other.listed = 7;
	assert_int_equal(likeness(&ada, &other, why), 0);
}

static void each_is_wanted_once(void **state)
{
	struct dc_person_seen ada = SEEN("Ada Vey", "Minato", "");
	DC_AUTO(dc_person_hunt_free) struct dc_person_hunt *h = dc_person_hunt_new(&ada);
	size_t wanted = 0;

	(void)state;
	assert_true(dc_person_hunt_wants(h, 7));
	assert_false(dc_person_hunt_wants(h, 7));
	assert_true(dc_person_hunt_wants(h, -7));
	/* And an end there is, whatever is asked. */
	for (int64_t id = 1; id < 100000; id++)
		wanted += dc_person_hunt_wants(h, id * INT64_C(0x100000001));
	assert_true(wanted > 500 && wanted < 5000);
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
		{ "윤 하은", "yoon haeun" },
		{ "राहुल शर्मा", "rahul sharma" },
		{ "विकास कुमार", "vikas kumar" },
		{ "अंजलि सिंह", "anjali singh" },
		{ "मनमोहन कमला", "manmohan kamla" },
		{ "दीपक अरविन्द", "dipak arvind" },
		{ "संजय चोपड़ा", "sanjay chopra" },
		{ "ऋषि गणेश", "rishi ganesh" },
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
	char why[REASON_MAX];

	(void)state;
	for (int i = 0; i < 20000; i++)
		dc_buf_puts(&name, i % 3 ? "Ёж" : "(é-\xcc\x81");
	struct dc_person_seen p = { .name = dc_buf_str(&name),
		                    .company = dc_buf_str(&name),
		                    .headline = dc_buf_str(&name),
		                    .key = dc_buf_str(&name) };
	struct dc_person_seen bare = { .name = "Ada Vey" };

	assert_true(dc_person_hashes(hashes, &p) <= DC_PERSON_HASHES_MAX);
	(void)likeness(&p, &p, why);
	assert_true(dc_person_hashes(hashes, &bare) >= 1);
	assert_true(likeness(&bare, &bare, why) > 0);
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

/* The list is halved to look somebody up: every line of it must be found. */
static void every_short_form_is_found(void **state)
{
	FILE *f = fopen("src/person/nick.c", "r");
	char line[200], name[15], root[15];
	int count = 0;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f))
		if (sscanf(line, "\t{ \"%14[^\"]\", \"%14[^\"]\" },", name, root) == 2) {
			assert_string_equal(dc_person_nick_root(name), root);
			count++;
		}
	fclose(f);
	assert_true(count > 300);
	assert_string_equal(dc_person_nick_root("zzz"), "zzz");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_likely_are_found_and_told_why),
		cmocka_unit_test(the_unlikely_are_not),
		cmocka_unit_test(jobs_and_namesakes_count),
		cmocka_unit_test(a_crowd_at_the_company_counts),
		cmocka_unit_test(both_in_one_list_are_two),
		cmocka_unit_test(each_is_wanted_once),
		cmocka_unit_test(other_alphabets_in_latin_letters),
		cmocka_unit_test(every_short_form_is_found),
		cmocka_unit_test(hostile_names_do_no_harm),
		cmocka_unit_test(a_ledger_finds_its_people),
		cmocka_unit_test(a_common_name_is_no_sign),
	};

	return cmocka_run_group_tests_name("match", tests, NULL, NULL);
}
