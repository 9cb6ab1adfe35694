/* default-text.c - what LinkedIn writes when nobody writes anything. */
#include "check/match.h"

/* LinkedIn's own sentences, in the wordings it has had. */
static const struct dc_phrases defaults = { {
	[DC_LANG_EN] =
		(const char *const[]){
			"add|adding you to my professional|linkedin|personal? network",
			"add|adding you to my network on linkedin",
			"join my professional? network on linkedin", "join your linkedin network",
			"join my linkedin network",
			"add|adding you to my linkedin network|contacts|connections",
			"add me to your linkedin|professional network",
			"include you in my professional? network", NULL },
	[DC_LANG_DE] =
		(const char *const[]){
			"zu meinem beruflichen|professionellen|personlichen netzwerk",
			"meinem|mein netzwerk auf linkedin "
			"hinzufugen|hinzuzufugen|aufnehmen|aufzunehmen",
			"in mein berufliches|professionelles netzwerk",
			"meinem netzwerk hinzufugen|hinzuzufugen", "meinem linkedin netzwerk",
			"ihrem|deinem linkedin netzwerk beitreten", NULL },
	[DC_LANG_FR] = (const char *const[]){ "ajouter a mon reseau",
	                                      "inviter a rejoindre mon reseau",
	                                      "rejoindre mon|votre reseau "
	                                      "professionnel? sur linkedin",
	                                      "faire partie de mon reseau professionnel",
	                                      "ajouter a mes contacts linkedin", NULL },
	[DC_LANG_ES] = (const char *const[]){ "anadirte|anadirle|anadirlo|anadirla|agregarte|"
	                                      "agregarle|agregarlo|agregarla|incluirte "
	                                      "a|en mi red",
	                                      "unirte|unirse a mi red",
	                                      "te|le quiero anadir|agregar a mi red",
	                                      "que formes|forme parte de mi red", NULL },
	[DC_LANG_PT] = (const char *const[]){ "adiciona lo|la|los|las a|à minha rede",
	                                      "adicionar voce|te|vos? a|na minha rede",
	                                      "te|o|a adicionar a minha rede",
	                                      "adicionar te|lo|la a|na minha rede",
	                                      "inclui lo|la na minha rede",
	                                      "fazer parte da minha rede profissional", NULL },
	[DC_LANG_IT] = (const char *const[]){ "aggiungerti|aggiungerla|aggiungervi|includerti|"
	                                      "includerla alla|nella mia rete",
	                                      "entrare nella|a far? parte della mia rete",
	                                      "far parte della mia rete professionale", NULL },
} };

/* These are default texts only where there is hardly anything else. */
static const struct dc_phrases weak = { {
	[DC_LANG_EN] =
		(const char *const[]){
			"like|love|want|wish to connect with? you? on|via|here|through linkedin?",
			"let's|lets connect on|here linkedin?", "join my network",
			"add you to my network", NULL },
	[DC_LANG_DE] = (const char *const[]){ "auf|uber linkedin vernetzen",
	                                      "mit ihnen|dir vernetzen", NULL },
	[DC_LANG_FR] = (const char *const[]){ "connecter avec vous|toi sur linkedin",
	                                      "entrer en contact avec vous|toi", NULL },
	[DC_LANG_ES] =
		(const char *const[]){ "conectar contigo|con usted|ustedes? en|por? linkedin?",
	                               NULL },
	[DC_LANG_PT] = (const char *const[]){ "conectar me? com voce|contigo", NULL },
	[DC_LANG_IT] = (const char *const[]){ "collegarmi con te|lei", "connettermi con te|lei|voi",
	                                      "entrare in contatto con te|lei su linkedin", NULL },
} };

/* Words beside the greeting that still are "hardly anything else". */
enum { HARDLY = 13 };

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	struct dc_span at;
	bool found = dc_check_any_phrase(c->doc, &defaults, &at);

	if (!found && c->doc->word_count - c->doc->greeting.words <= HARDLY)
		found = dc_check_any_phrase(c->doc, &weak, &at);
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
			{ .note = "Me gustar\u00eda a\u00f1adirte a mi red profesional en LinkedIn." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, your FOSDEM talk on query plans cleared up a bug that I had chased "
		                  "for days. I'd like to connect with you on LinkedIn and follow your work." },
			{ .note = "Hi Ada, does your network team at Northwind still use OSPF? I enjoyed your "
		                  "post on it." }),
	},
	.run = run,
};
