/* check.c - the engine: order, severities, overrides, evidence; and the phrase matcher. */
#include <decorum/check.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "check/match.h"

#define NOW DC_EXAMPLE_NOW

static int set_up(void **state)
{
	struct dc_settings *s = NULL;
	int rc = dc_settings_read(&s, "", NULL, 0, NULL);

	*state = s;
	return rc;
}

static int tear_down(void **state)
{
	dc_settings_free(*state);
	return 0;
}

static struct dc_findings *run(struct dc_settings *s, const char *note, const struct dc_dossier *d)
{
	struct dc_findings *f = NULL;

	dc_check(&f, &(struct dc_subject){ .note = note,
	                                   .note_len = note ? strlen(note) : 0,
	                                   .dossier = d,
	                                   .settings = s,
	                                   .now = NOW });
	return f;
}

static const struct dc_finding *find(const struct dc_findings *f, const char *rule)
{
	const struct dc_finding *x;

	for (size_t i = 0; (x = dc_findings_at(f, i)); i++)
		if (!strcmp(x->rule->id, rule))
			return x;
	return NULL;
}

static void order(void **state)
{
	DC_AUTO(dc_findings_free)
	struct dc_findings *f = run(
		*state, "Hi Anna, I'd like to add you to my professional network, [Name].",
		DC_DOSSIER(.day = 30, .yourself = true));
	const struct dc_finding *x, *before = NULL;

	assert_true(dc_findings_count(f) >= 5);
	for (size_t i = 0; (x = dc_findings_at(f, i)); before = x, i++) {
		if (!before)
			continue;
		assert_true(before->severity >= x->severity);
		if (before->severity == x->severity)
			assert_true(before->span.from < x->span.from ||
			            (before->span.from == x->span.from &&
			             strcmp(before->rule->id, x->rule->id) <= 0));
	}
	assert_null(dc_findings_at(f, dc_findings_count(f)));
}

static void severities_from_settings(void **state)
{
	static const char note[] = "Hi Anna, your talk was a joy.";
	struct dc_settings *s = *state;

	assert_int_equal(dc_settings_set(s, "rules.wrong-name", "info", "test", NULL), 0);
	DC_AUTO(dc_findings_free) struct dc_findings *info = run(s, note, DC_DOSSIER(.day = 0));

	assert_int_equal(find(info, "wrong-name")->severity, DC_SEVERITY_INFO);
	assert_int_equal(dc_settings_set(s, "rules.wrong-name", "off", "test", NULL), 0);
	DC_AUTO(dc_findings_free) struct dc_findings *off = run(s, note, DC_DOSSIER(.day = 0));

	assert_null(find(off, "wrong-name"));
	/* A rule that softens itself does not go below what the user has set. */
	assert_int_equal(dc_settings_set(s, "rules.wrong-name", "error", "test", NULL), 0);
	DC_AUTO(dc_findings_free)
	struct dc_findings *set = run(s, "Hi ada, your talk was a joy.", DC_DOSSIER(.day = 0));

	assert_int_equal(find(set, "wrong-name")->severity, DC_SEVERITY_ERROR);
}

static void overrides(void **state)
{
	DC_AUTO(dc_findings_free)
	struct dc_findings *f = run(*state, NULL, DC_DOSSIER(.yourself = true, .day = 30));
	enum dc_severity worst = DC_SEVERITY_INFO;

	assert_true(dc_findings_worst(f, &worst));
	assert_int_equal(worst, DC_SEVERITY_ERROR);
	assert_false(dc_findings_override(f, "declined", "why not"));
	assert_true(dc_findings_override(f, "yourself", "a test of the trip"));
	assert_string_equal(find(f, "yourself")->override, "a test of the trip");
	assert_true(dc_findings_worst(f, &worst));
	assert_int_equal(worst, DC_SEVERITY_WARNING);
	assert_true(dc_findings_override(f, "day-budget", "fair"));
	assert_false(dc_findings_worst(f, &worst));
}

static void note_rules_need_a_note(void **state)
{
	DC_AUTO(dc_findings_free) struct dc_findings *f = run(*state, NULL, NULL);

	assert_int_equal(dc_findings_count(f), 0);
	DC_AUTO(dc_findings_free) struct dc_findings *blank = run(*state, "", NULL);

	assert_non_null(find(blank, "no-note"));
}

static void evidence(void **state)
{
	DC_AUTO(dc_findings_free)
	struct dc_findings *f = run(*state, NULL,
	                            DC_DOSSIER(DC_PAST(DC_STATE_DECLINED, 60, DC_HOW_TOLD, 54)));
	const struct dc_finding *x = find(f, "declined");
	bool day = false, number = false;

	assert_non_null(x);
	for (size_t i = 0; i < x->evidence_count; i++) {
		const struct dc_evidence *e = &x->evidence[i];

		number |= !strcmp(e->name, "request") && !e->text && e->number == 7;
		day |= !strcmp(e->name, "sent") && !strcmp(e->text, "2026-09-10");
	}
	assert_true(number);
	assert_true(day);
	assert_string_equal(x->source, "you");
}

static void fixes(void **state)
{
	static const char note[] = "Hi Adda, your talk was a joy.";
	DC_AUTO(dc_findings_free) struct dc_findings *f = run(*state, note, DC_DOSSIER(.day = 0));
	const struct dc_finding *x = find(f, "wrong-name");

	assert_non_null(x);
	assert_int_equal(x->fix_count, 1);
	assert_string_equal(x->fixes[0].text, "Ada");
	assert_int_equal(x->fixes[0].span.from, 3);
	assert_int_equal(x->fixes[0].span.to, 7);
}

/* Whatever the bytes are, no rule stumbles, and spans stay inside the note. */
/* A place that the note speaks of is worth a warning; "mail" alone does not excuse one. */
static void places_that_are_spoken_of(void **state)
{
	static const struct {
		const char *note;
		enum dc_severity severity;
	} cases[] = {
		{ "Hi [Name], thanks for your mail about joins.", DC_SEVERITY_ERROR },
		{ "Hi Ada, thanks for your mail. We met at [event].", DC_SEVERITY_ERROR },
		{ "Hi Ada, your template, the one with {{site_id}} in it, is a joy.",
		  DC_SEVERITY_WARNING },
	};

	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_findings_free)
		struct dc_findings *f = run(*state, cases[i].note, DC_DOSSIER(.day = 0));
		const struct dc_finding *x;
		size_t found = 0;

		for (size_t k = 0; (x = dc_findings_at(f, k)); k++)
			if (!strcmp(x->rule->id, "placeholder-left")) {
				assert_int_equal(x->severity, cases[i].severity);
				found++;
			}
		assert_int_equal(found, 1);
	}
}

/* Nothing behind its length is read: a note need not end in a NUL. */
static void note_without_an_end(void **state)
{
	static const char *const notes[] = { "\n ", "Hi", "Hi Ada", "Hi Ada, [Name", "Hi ada" };
	const struct dc_dossier d = { DC_ADA };

	for (size_t i = 0; i < DC_COUNT(notes); i++) {
		const size_t len = strlen(notes[i]);
		DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;
		char *exact = dc_alloc(len, 1);

		memcpy(exact, notes[i], len);
		dc_check(&f, &(struct dc_subject){ .note = exact,
		                                   .note_len = len,
		                                   .dossier = &d,
		                                   .settings = *state,
		                                   .now = DC_EXAMPLE_NOW });
		assert_true(dc_findings_count(f) > 0);
		dc_free(exact);
	}
}

static void hostile_notes(void **state)
{
	static const char *const notes[] = {
		"\xff\xfe",
		"Hi \xc3",
		"\x1b]0;x\x07 {{",
		"{{{{{{{{",
		"[[[[[",
		"%%%%%%",
		"$",
		"__",
		"Hi ",
		"Hi",
		",",
		"Dear",
		"Dear .",
		"\u202e\u202d",
		"\u0301\u0301\u0301\u0301\u0301",
		"Hi \U0001f468\u200d\U0001f469\u200d\U0001f467,",
		"<<<<",
		"<%",
		"((((",
		"*|*",
		"#",
	};

	for (size_t i = 0; i < DC_COUNT(notes); i++) {
		DC_AUTO(dc_findings_free)
		struct dc_findings *f = run(*state, notes[i], DC_DOSSIER(.day = 0));
		const struct dc_finding *x;

		for (size_t k = 0; (x = dc_findings_at(f, k)); k++)
			assert_true(x->span.from <= x->span.to && x->span.to <= strlen(notes[i]));
	}
}

static void phrases(void **state)
{
	static const struct {
		const char *text, *phrase;
		size_t from, end;
	} cases[] = {
		{ "I love your impressive profile", "impressive|great profile", 3, 5 },
		{ "I love your impressive profile", "impress* profile", 3, 5 },
		{ "I love your impressive profile", "love your very? impressive", 1, 4 },
		{ "I love your very impressive profile", "love your very? impressive", 1, 5 },
		{ "I love your profile", "love _ profile", 1, 4 },
		{ "I love it and your profile", "love ... profile", 1, 6 },
		{ "I love it and your old big nice profile", "love ... profile", 0, 0 },
		{ "I love. Your profile", "love your profile", 0, 0 },
		{ "Je suis \u00e9tonn\u00e9", "suis etonne", 1, 3 },
		{ "profile", "profile please?", 0, 1 },
		{ "my profile", "my? profile", 0, 2 },
		{ "a profile", "my? profile", 1, 2 },
		{ "profiles", "profile", 0, 0 },
		{ "b a", "a|b a", 0, 2 },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_doc_clear) struct dc_doc d = { 0 };
		size_t from = 0, end = 0;

		dc_doc_init(&d, cases[i].text, strlen(cases[i].text));
		while (from < d.word_count &&
		       !(end = dc_check_phrase_at(&d, from, cases[i].phrase)))
			from++;
		if (end != cases[i].end || (end && from != cases[i].from))
			fail_msg("\"%s\" in \"%s\": %zu %zu", cases[i].phrase, cases[i].text, from,
			         end);
	}
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(order),
		TEST(severities_from_settings),
		TEST(overrides),
		TEST(note_rules_need_a_note),
		TEST(evidence),
		TEST(fixes),
		TEST(hostile_notes),
		TEST(note_without_an_end),
		TEST(places_that_are_spoken_of),
		TEST(phrases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
