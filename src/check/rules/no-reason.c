/* no-reason.c - neither how you know them nor why this person. */
#include "check/learned/classifier.h"
#include "check/senses.h"
#include "check/match.h"
#include "check/said.h"
#include "check/whom.h"
#include "check/words/generic.h"

/* "My talk", "keynote speaker": a talk or a text of the sender. */
static bool of_sender(const struct dc_case *c, const struct dc_sense *x,
                      const struct dc_marks *mine)
{
	enum { BEFORE = 3 };

	for (size_t i = x->from > BEFORE ? x->from - BEFORE : 0; i <= x->from; i++)
		if (dc_marks_has(mine, i) &&
		    c->doc->words[i].sentence == c->doc->words[x->from].sentence)
			return true;
	return false;
}

/* The sender's qualities and nothing else, however many: no talk, no text, no past of both. */
static bool introduction(const struct dc_case *c)
{
	static const uint8_t shared[] = { DC_C_THANKS, DC_C_SHARED_DEED, DC_C_COMPANY };
	static const uint8_t ties[] = { DC_C_PARTICULAR, DC_C_EVENT };
	struct dc_marks mine = { { 0 } };

	if (!dc_senses_of(c->senses, DC_C_CREDENTIALS) || !dc_whom_sender_only(c))
		return false;
	for (size_t i = 0; i < DC_COUNT(shared); i++)
		if (dc_senses_of(c->senses, (enum dc_concept)shared[i]))
			return false;
	dc_senses_mark(c->senses, DC_C_CREDENTIALS, &mine);
	dc_senses_mark(c->senses, DC_C_OUR, &mine);
	for (size_t i = 0; i < DC_COUNT(ties); i++)
		for (const struct dc_sense *x = dc_senses_of(c->senses, (enum dc_concept)ties[i]);
		     x; x = dc_senses_next(c->senses, x))
			if (!of_sender(c, x, &mine))
				return false;
	return true;
}

/* Praise, closeness and pressure that anybody could be told are no reason. */
static bool anybody(const struct dc_case *c)
{
	static const uint8_t classes[] = { DC_CLASS_VAGUE_FLATTERY, DC_CLASS_FAKE_PERSONAL,
		                           DC_CLASS_PUSHY, DC_CLASS_ABOUT_YOU_ONLY };

	for (size_t i = 0; i < DC_COUNT(classes); i++)
		if (c->margins->of[classes[i]] >= DC_MARGIN_SURE)
			return true;
	return false;
}

/* How far on the side of notes without a reason a note has to be, by the points for what it says:
 * the more, the farther.  Chosen on notes that nothing was learnt from. */
static const float needed[] = { -1.4f, -1.3f, -1.1f, -0.9f, -0.4f, -0.3f, -0.2f, 0 };
static const float needed_by_anybody[] = { -9, -9, -9, -1.3f, -1.1f, -0.8f, -0.6f, -0.2f };

static float margin_needed(const struct dc_case *c)
{
	unsigned said = introduction(c) ? 1 : c->senses->said;

	/* Of a note too short to tell its language, hardly a word may be unknown. */
	if (said && c->doc->lang == DC_LANG_UNKNOWN)
		said += 2;
	if (said >= DC_COUNT(needed))
		said = DC_COUNT(needed) - 1;
	return (anybody(c) ? needed_by_anybody : needed)[said];
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	if (c->doc->lang == DC_LANG_OTHER || !c->doc->word_count ||
	    c->margins->of[DC_CLASS_NO_REASON] < margin_needed(c))
		return;
	dc_check_flag(sink, "The note says neither how you know %s nor why you write to them.",
	              *c->d->first || *c->d->name ? dc_check_first(c->d) : "the recipient");
}

const struct dc_rule dc_rule_no_reason = {
	.info = {
		.id = "no-reason",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It says neither how you know them nor why this person.",
		.why = "A note that could go to anybody is worth less than none.  Place, date, who "
		       "introduced you, which talk or text: one of them is enough.",
		.advice = "Add the place, the text or the person that made you write; or send it blank.",
		.source = "career advisers, LinkedIn's own help: say how you know the person",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I'd love to connect and expand my professional network. Thanks!" },
			{ .note = "Hi Ada, I hope you are doing well. Let's connect and share ideas." },
			{ .note = "Hallo Ada, ich w\u00fcrde mich gerne mit Ihnen vernetzen und austauschen." },
			{ .note = "Bonjour Ada, je souhaite \u00e9largir mon r\u00e9seau professionnel." },
			{ .note = "Hola Ada, me encantar\u00eda conectar contigo y compartir ideas." },
			{ .note = "Ol\u00e1 Ada, gostaria de me conectar com voc\u00ea e trocar ideias." },
			{ .note = "Ciao Ada, mi farebbe piacere entrare in contatto con te." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, we met at the Lisbon PostgreSQL meet-up on Tuesday. Let's keep in "
		                  "touch!" },
			{ .note = "Hallo Ada, Ihr Vortrag \u00fcber Abfragepl\u00e4ne in Ulm hat mir sehr "
		                  "geholfen." },
			{ .note = "Hi Ada, I really enjoyed your talk about spreadsheets. I work on similar "
		                  "things." },
			{ .note = "Hi Ada, Tom suggested that I ask you about fuzzing." }),
	},
	.run = run,
};
