/* no-reason.c - neither how you know them nor why this person. */
#include "check/frame.h"
#include "check/match.h"
#include "check/said.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	if (c->doc->lang >= DC_LANG_KNOWN || c->doc->word_count <= c->doc->greeting.words ||
	    c->senses->said >= DC_SAID_REASON)
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
