/* frame.c - words become concepts, and concepts fill frames. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "check/frame.h"

/* The senses of a note to somebody at Best Call. */
static void read_note(struct dc_doc *doc, struct dc_doc *company, struct dc_senses *s,
                      const char *note)
{
	dc_doc_init(doc, note, strlen(note));
	dc_doc_init_words(company, "Best Call", strlen("Best Call"));
	dc_senses_init(s, doc, company);
}

static void concepts(void **state)
{
	static const struct {
		const char *note, *words; /* what says it, or NULL: nobody does */
		enum dc_concept concept;
	} cases[] = {
		{ "Hi Ada, a coffee would be nice.", "coffee", DC_C_MEETING },
		{ "Hallo Ada, ein kurzes Gespr\u00e4ch w\u00e4re sch\u00f6n.", "Gespr\u00e4ch",
		  DC_C_MEETING },
		{ "Hallo Ada, ein kurzes Gespraech waere schoen.", "Gespraech", DC_C_MEETING },
		{ "Bonjour Ada, auriez-vous un moment ?", "auriez-vous", DC_C_ASK },
		{ "Bonjour Ada, merci pour l'article sur les mar\u00e9es.", "l'article",
		  DC_C_PARTICULAR },
		{ "Hallo Ada, wir helfen Chemieunternehmen in Ulm.", "Chemieunternehmen",
		  DC_C_CLIENTS },
		{ "Hi Ada, I was so impressed by it.", "impressed", DC_C_PRAISE },
		{ "Hi Ada, we cut it by 30 % in May.", "30", DC_C_PERCENT },
		{ "Hi Ada, it is just \u20ac500 for you.", "500", DC_C_MONEY },
		/* a phrase stays in its sentence */
		{ "Hi Ada, I was let. Go and see it in Ghent.", NULL, DC_C_JOB_HUNT },
		{ "Hi Ada, I was let go in Ghent last May.", "let go", DC_C_JOB_HUNT },
		/* a name, a title and a word of another language say nothing */
		{ "Hi Ada, I like what Best Call did in Ghent.", NULL, DC_C_MEETING },
		{ "Hi Ada, I read \"A Coffee in Ghent\" on the train to you.", NULL, DC_C_MEETING },
		{ "Hi Grace, the treffen of the club in Ghent was a joy for all of us.", NULL,
		  DC_C_MEETING },
		{ "Hi Chance, I saw you.", NULL, DC_C_JOB },
	};

	(void)state;
	for (size_t i = 0; i < DC_COUNT(cases); i++) {
		DC_AUTO(dc_doc_clear) struct dc_doc doc = { 0 };
		DC_AUTO(dc_doc_clear) struct dc_doc company = { 0 };
		DC_AUTO(dc_senses_clear) struct dc_senses s = { 0 };
		struct dc_span at = { 0 };

		read_note(&doc, &company, &s, cases[i].note);
		const bool found = dc_senses_at(&s, cases[i].concept, &at);

		if (found != (cases[i].words != NULL) ||
		    (found && (at.to - at.from != strlen(cases[i].words) ||
		               memcmp(doc.text + at.from, cases[i].words, at.to - at.from))))
			fail_msg("\"%s\": \"%.*s\"", cases[i].note, (int)(at.to - at.from),
			         doc.text + at.from);
		assert_int_equal(dc_senses_count(&s, cases[i].concept) > 0, found);
	}
}

static bool makes_a_case(const char *note, const struct dc_frame *frames,
                         const struct dc_frame *unless, unsigned said, const char *words)
{
	DC_AUTO(dc_doc_clear) struct dc_doc doc = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc company = { 0 };
	DC_AUTO(dc_senses_clear) struct dc_senses s = { 0 };
	struct dc_span at = { 0 };

	read_note(&doc, &company, &s, note);
	s.said = said;
	const bool made = dc_check_frames(
				  &s, &(struct dc_frame_rule){ .frames = frames, .unless = unless },
				  &at) >= DC_FRAME_ENOUGH;

	if (made && words)
		assert_true(at.to - at.from == strlen(words) &&
		            !memcmp(note + at.from, words, at.to - at.from));
	return made;
}

static void frames(void **state)
{
	static const struct dc_frame together[] = { DC_TOGETHER(2, ASK, MEETING), DC_LAST_FRAME };
	static const struct dc_frame ordered[] = { DC_IN_ORDER(2, SEEK, JOB), DC_LAST_FRAME };
	static const struct dc_frame anywhere[] = { DC_ANYWHERE(2, MEETING, ASK), DC_LAST_FRAME };
	static const struct dc_frame strong[] = { DC_TOGETHER(6, ASK, MEETING), DC_LAST_FRAME };
	static const struct dc_frame weak[] = { DC_TOGETHER(1, ASK, MEETING),
		                                DC_TOGETHER(1, MEETING, QUESTION), DC_LAST_FRAME };
	static const struct dc_frame bare[] = { DC_TOGETHER(2, MEETING, BARE), DC_LAST_FRAME };
	static const struct dc_frame untied[] = { DC_TOGETHER(2, MEETING, UNTIED), DC_LAST_FRAME };
	static const struct dc_frame thanks[] = { DC_TOGETHER(1, THANKS), DC_LAST_FRAME };

	(void)state;
	assert_true(makes_a_case("Could we have a coffee some time?", together, NULL, 9,
	                         "Could we have a coffee"));
	assert_true(makes_a_case("A coffee, could we?", together, NULL, 9, "coffee, could we"));
	assert_false(makes_a_case("The coffee was hot. Could we go on?", together, NULL, 9, NULL));
	assert_false(
		makes_a_case("A coffee is what they had in the old house by the sea before all of "
	                     "it fell, and could we see it?",
	                     together, NULL, 9, NULL));
	assert_true(
		makes_a_case("I am seeking a job in Ghent.", ordered, NULL, 9, "seeking a job"));
	assert_false(makes_a_case("The job that I am seeking", ordered, NULL, 9, NULL));
	assert_true(makes_a_case("The coffee was hot. Could we go on?", anywhere, NULL, 9, NULL));
	/* one point is not enough, and an excuse holds for its sentence only */
	assert_false(makes_a_case("Could we have a coffee.", weak, NULL, 9, NULL));
	assert_true(makes_a_case("Could we have a coffee?", weak, NULL, 9, NULL));
	assert_false(makes_a_case("Thank you for the coffee, could we see it again?", together,
	                          thanks, 9, NULL));
	assert_true(makes_a_case("Thank you for all. Could we have a coffee?", together, thanks, 9,
	                         NULL));
	/* what says much more than the excuse stands all the same */
	assert_true(makes_a_case("Thank you for the coffee, could we see it again?", strong, thanks,
	                         9, NULL));
	/* what has no place */
	assert_true(makes_a_case("A coffee.", bare, NULL, 0, "coffee"));
	assert_false(makes_a_case("A coffee.", bare, NULL, 9, NULL));
	assert_true(makes_a_case("A coffee.", untied, NULL, 9, "coffee"));
	assert_false(makes_a_case("The coffee after your talk.", untied, NULL, 9, NULL));
	/* a word that the frame wants is no tie */
	assert_true(makes_a_case("A session.", untied, NULL, 9, "session"));
}

/* Half a megabyte of concepts is looked at in part only, and does not take for ever. */
static void long_notes(void **state)
{
	static const struct dc_frame deep[] = { DC_TOGETHER(2, ASK, MEETING, PRICE, JOB, GUILT),
		                                DC_LAST_FRAME };
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };

	(void)state;
	while (b.len < 500000)
		dc_buf_printf(&b, "could we coffee price job ");
	assert_false(makes_a_case(dc_buf_str(&b), deep, NULL, 9, NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(concepts),
		cmocka_unit_test(frames),
		cmocka_unit_test(long_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
