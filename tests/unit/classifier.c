/* classifier.c - what the classifier sees of a note and its names, and what it says of them. */
#include "check/learned/classifier.h"
#include "check/learned/mention.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include <decorum/mem.h>

static struct dc_features see(const char *note, const char *name, const char *company)
{
	DC_AUTO(dc_doc_clear) struct dc_doc n = { 0 }, who = { 0 }, firm = { 0 };
	struct dc_features f;

	dc_doc_init(&n, note, strlen(note));
	dc_doc_init_words(&who, name, strlen(name));
	dc_doc_init_words(&firm, company, strlen(company));
	dc_features_of(&f, &n, &who, &firm);
	return f;
}

static bool same(const struct dc_features *a, const struct dc_features *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->list[i].slot != b->list[i].slot)
			return false;
	return true;
}

static void features(void **state)
{
	static const struct {
		const char *a, *a_name, *a_company, *b, *b_name, *b_company;
		bool same;
	} cases[] = {
		/* who it is for, and how they are greeted, says nothing */
		{ "Hi Ada, Northwind grows.", "Ada Vey", "Northwind", "Dear Tom, Contoso grows.",
		  "Tom Reed", "Contoso", true },
		{ "Hi Ada, see you in 2026.", "Ada Vey", "", "Hi Ada, see you in 2027.", "Ada Vey",
		  "", true },
		{ "Hi Ada. See the book.", "Ada Vey", "", "Hi Ada. see the book.", "Ada Vey", "",
		  true },
		{ "Hi Ada, I met Tom at Contoso.", "Ada Vey", "", "Hi Ada, I met Eve at FOSDEM.",
		  "Ada Vey", "", true },
		/* a question is none without its mark, and order matters */
		{ "Hi Ada, we meet.", "Ada Vey", "", "Hi Ada, we meet?", "Ada Vey", "", false },
		{ "Hi Ada, you saw me.", "Ada Vey", "", "Hi Ada, me saw you.", "Ada Vey", "",
		  false },
		/* a word that is a name elsewhere */
		{ "Hi Will, will you?", "Will Reed", "", "Hi Tom, will you?", "Tom Reed", "",
		  true },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		const struct dc_features a = see(cases[i].a, cases[i].a_name, cases[i].a_company);
		const struct dc_features b = see(cases[i].b, cases[i].b_name, cases[i].b_company);

		if (same(&a, &b) != cases[i].same)
			fail_msg("\"%s\" and \"%s\"", cases[i].a, cases[i].b);
	}
}

static void no_slot_twice_and_never_too_many(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf note = { 0 };
	bool seen[DC_SLOTS] = { false };

	(void)state;
	for (int i = 0; i < 3000; i++)
		dc_buf_printf(&note, "%c%c%c again ", 'a' + i % 26, 'a' + i / 26 % 26, 'x');
	const struct dc_features f = see(dc_buf_str(&note), "", "");

	assert_in_range(f.count, DC_FEATURES_MAX / 2, DC_FEATURES_MAX);
	for (size_t i = 0; i < f.count; i++) {
		assert_false(seen[f.list[i].slot]);
		seen[f.list[i].slot] = true;
	}
}

static void margins(void **state)
{
	static const struct {
		const char *note;
		enum dc_class wants;
	} cases[] = {
		{ "Hi Ada, we help firms like yours double their leads. Interested in a free demo?",
		  DC_CLASS_PITCH },
		{ "Hi Ada, do you have 15 minutes for a quick call next week?",
		  DC_CLASS_MEETING_REQUEST },
		{ "Hallo Ada, ich suche eine neue Stelle. Stellt ihr gerade ein?",
		  DC_CLASS_JOB_ASK },
		{ "Bonjour Ada, je vous ai d\u00e9j\u00e0 \u00e9crit deux fois et vous ne daignez "
		  "pas me r\u00e9pondre.",
		  DC_CLASS_GUILT },
		{ "Hi Ada, I need your answer by Friday at the latest, so accept now.",
		  DC_CLASS_PUSHY },
		{ "Hola Ada, me ha impresionado mucho tu perfil y tu gran trayectoria.",
		  DC_CLASS_VAGUE_FLATTERY },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		const struct dc_features f = see(cases[i].note, "Ada Vey", "Northwind");
		struct dc_margins m;

		dc_classify(&m, &f);
		if (m.of[cases[i].wants] < DC_MARGIN_SURE)
			fail_msg("%.2f for \"%s\"", (double)m.of[cases[i].wants], cases[i].note);
	}
}

static void a_plain_note_is_like_none_of_them(void **state)
{
	const struct dc_features f = see(
		"Hi Ada, we met at the Lisbon meet-up on Tuesday, where you "
		"showed me how your team tests its query plans.",
		"Ada Vey", "Northwind");
	struct dc_margins m;

	(void)state;
	dc_classify(&m, &f);
	for (int k = 0; k < DC_CLASSES; k++)
		assert_true(m.of[k] < -0.7f);
}

/* What it points at says it, and does not leave the sentence. */
static void evidence(void **state)
{
	static const char text[] =
		"Hi Ada, the sun is out in Ghent. We help firms like yours double "
		"their leads. Our dog is called Rex.";
	DC_AUTO(dc_doc_clear) struct dc_doc note = { 0 };
	const struct dc_features f = see(text, "Ada Vey", "Northwind");

	(void)state;
	dc_doc_init(&note, text, strlen(text));
	const struct dc_span at = dc_classifier_evidence(&note, &f, DC_CLASS_PITCH);

	assert_in_range(at.from, strstr(text, "We help") - text, strstr(text, "like") - text);
	assert_in_range(at.to, strstr(text, "like") - text, strstr(text, ". Our") - text);
}

/* --- mentions */

static const struct {
	const char *note;
	const char *mentions; /* with a bar behind each */
} notes[] = {
	{ "Hi Ada, I met Tom Reed at Contoso.", "Tom Reed|Contoso|" },
	{ "Hi Ada, your Northwind talk, Vey style, was a joy.", "" },
	{ "Hi Ada, Baker & Sons, of Ulm, ran it.", "Baker & Sons|Ulm|" },
	{ "Hi Ada. Tom says hello.", "" }, /* somebody */
	{ "Hi Ada, and I'd say I'm with Sainsbury's.", "Sainsbury's|" },
	{ "Hi Ada, it was fun. Contoso was there.", "Contoso|" },
	{ "Hi Ada", "" },
	{ "", "" },
};

static void mentions(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(notes); i++) {
		const char *text = notes[i].note;
		DC_AUTO(dc_doc_clear) struct dc_doc note = { 0 }, name = { 0 }, company = { 0 };
		DC_AUTO(dc_buf_clear) struct dc_buf found = { 0 };
		struct dc_mention m = { 0 };

		dc_doc_init(&note, text, strlen(text));
		dc_doc_init_words(&name, "Ada Vey", 7);
		dc_doc_init_words(&company, "Northwind", 9);
		while (dc_mention_next(&m, &note, &name, &company, m.end)) {
			const size_t from = note.words[m.from].at.from;

			dc_buf_printf(&found, "%.*s|", (int)(note.words[m.end - 1].at.to - from),
			              text + from);
		}
		assert_string_equal(dc_buf_str(&found), notes[i].mentions);
	}
}

static float employer(const char *text, const char *company_name)
{
	DC_AUTO(dc_doc_clear) struct dc_doc note = { 0 }, name = { 0 }, company = { 0 };
	DC_AUTO(dc_senses_clear) struct dc_senses senses = { 0 };
	struct dc_mention m = { 0 };
	struct dc_features f;

	dc_doc_init(&note, text, strlen(text));
	dc_doc_init_words(&name, "Ada Vey", 7);
	dc_doc_init_words(&company, company_name, strlen(company_name));
	dc_senses_init(&senses, &note, &company);
	assert_true(dc_mention_next(&m, &note, &name, &company, 0));
	dc_mention_features(&f, &m, &senses, &name, &company);
	return dc_classify_employer(&f);
}

static void who_works_where(void **state)
{
	(void)state;
	const float theirs = employer("Hi Ada, I like what your team at Contoso builds.",
	                              "Northwind");
	const float mine = employer("Hi Ada, I work at Contoso, and your talk helped us.",
	                            "Northwind");
	const float place = employer("Hi Ada, we met on the ferry to Lisbon.", "Northwind");

	assert_true(theirs > mine);
	assert_true(theirs > place);
	/* Around it, not in it. */
	assert_true(employer("Hi Ada, I like what your team at Fabrikam builds.", "Northwind") ==
	            theirs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(features),
		cmocka_unit_test(no_slot_twice_and_never_too_many),
		cmocka_unit_test(margins),
		cmocka_unit_test(a_plain_note_is_like_none_of_them),
		cmocka_unit_test(evidence),
		cmocka_unit_test(mentions),
		cmocka_unit_test(who_works_where),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
