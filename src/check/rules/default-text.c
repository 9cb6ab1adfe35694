/* default-text.c - what LinkedIn writes when nobody writes anything. */
#include "check/rule.h"
#include "check/senses.h"

/* Words beside the greeting that still are "hardly anything else". */
enum { HARDLY = 13 };

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	struct dc_span at;
	bool found = dc_senses_at(c->senses, DC_C_DEFAULT_TEXT, &at);

	if (!found && c->doc->word_count - c->doc->greeting.words <= HARDLY)
		found = dc_senses_at(c->senses, DC_C_DEFAULT_HINT, &at);
	if (found)
		dc_check_flag_at(
			sink, at,
			"This is LinkedIn's default text; it says nothing about you or them.");
}

const struct dc_rule dc_rule_default_text = {
	.info = {
		.id = "default-text",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It is LinkedIn's default text.",
		.why = "\"I'd like to add you to my professional network\" is what LinkedIn fills in when "
		       "somebody writes nothing.  It takes one of your few notes and says less than none.",
		.advice = "Say how you know them and why you write to them, or send it without a note.",
		.source = "LinkedIn's own default texts, as several implementations quote them",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I'd like to add you to my professional network on LinkedIn." },
			{ .note = "I'd like to connect with you on LinkedIn." },
			{ .note = "Ich m\u00f6chte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn "
		                  "hinzuf\u00fcgen." },
			{ .note = "Me gustar\u00eda a\u00f1adirte a mi red profesional en LinkedIn." },
			{ .note = "Bonjour Ada, je souhaite vous ajouter \u00e0 mon r\u00e9seau professionnel sur LinkedIn." },
			{ .note = "Ol\u00e1 Ada, gostaria de adicion\u00e1-la \u00e0 minha rede profissional no LinkedIn." },
			{ .note = "Ciao Ada, vorrei aggiungerti alla mia rete professionale su LinkedIn." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, your FOSDEM talk on query plans cleared up a bug that I had chased "
		                  "for days. I'd like to connect with you on LinkedIn and follow your work." },
			{ .note = "Hi Ada, does your network team at Northwind still use OSPF? I enjoyed your "
		                  "post on it." }),
	},
	.run = run,
};
