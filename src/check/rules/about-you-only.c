/* about-you-only.c - it is about the sender. */
#include "check/frame.h"

#include <string.h>

#include "check/words/generic.h"

/* clang-format off: one frame a line */
static const struct dc_frame frames[] = {
	DC_TOGETHER(2, GROW, MY, NETWORK), DC_TOGETHER(1, FOR_ME),     DC_TOGETHER(1, FOR_ME, BARE),
	DC_TOGETHER(1, FOR_ME, UNTIED),    DC_TOGETHER(1, FOR_ME, MY), DC_LAST_FRAME,
};
/* clang-format on */

static const struct dc_frame_rule gains = {
	.frames = frames,
	.message = "is what you gain; what is in it for them?",
};

/* Words for the sender alone, for the recipient, and for both; blanks around each. */
static const char me[] = " i i'm i'd i've i'll my me mine myself ich mein meine meinen meinem "
			 "meiner mich mir je j'ai j'aimerais "
			 "mon ma mes moi m'a yo mi mis me soy he eu meu minha meus minhas sou io "
			 "mio mia miei mie ho sono ";
static const char them[] = " you your yours you're you've you'd sie ihr ihre ihren ihrem ihrer "
			   "ihnen du dein deine deinen deinem "
			   "deiner dir dich vous votre vos tu ton ta tes te toi t'ai usted su sus "
			   "ti tus contigo voce seu sua seus "
			   "suas lhe tua teu tuo tuoi tue suo suoi sue lei vi both together ";
static const char us[] =
	" we we're we've our us wir uns unser unsere nous notre nos nosotros nuestro "
	"nuestra nosso nossa noi nostro nostra ci ";

/* Spanish, Portuguese and Italian say "I" with the verb alone, and "you" and "we" too. */
static const char me_verbs[] =
	" soy estoy he tengo trabajo llevo acabo dirijo estudio hablo vivo mi mis "
	"yo sou estou tenho trabalho atuo acabei dirijo estudo falo moro "
	"formei fundei meu minha meus minhas eu sono ho lavoro vivo parlo "
	"dirigo mio mia miei mie io ";
static const char them_words[] = " os le les lhe lhes te ti consigo contigo voces vosotros vi lei "
				 "loro ";

static size_t count(const struct dc_doc *doc, const char *list)
{
	struct dc_marks marks = { { 0 } };
	size_t n = 0;

	dc_marks_list(&marks, doc, list);
	for (size_t i = doc->greeting.words; i < doc->word_count; i++)
		n += dc_marks_has(&marks, i);
	return n;
}

static bool ends(const struct dc_word *w, const char *end)
{
	const size_t len = strlen(end);

	return w->fold_len > len + 2 && !strcmp(w->fold + w->fold_len - len, end);
}

/* "Hiciste", "compartimos", "abbiamo", or a word for you or us. */
static bool speaks_to_them(const struct dc_doc *doc)
{
	for (size_t i = doc->greeting.words; i < doc->word_count; i++)
		if (ends(&doc->words[i], "ste") || ends(&doc->words[i], "steis") ||
		    ends(&doc->words[i], "mos") || ends(&doc->words[i], "mmo") ||
		    ends(&doc->words[i], "iamo"))
			return true;
	return count(doc, us) || count(doc, them_words);
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	enum { MANY = 3 };

	if (dc_check_flag_frames(&gains, c, sink))
		return;
	const bool romance = c->doc->lang > DC_LANG_FR;
	const size_t mine = count(c->doc, romance ? me_verbs : me) +
	                    dc_senses_count(c->senses, DC_C_SELF);

	if (c->doc->lang >= DC_LANG_KNOWN || mine < (romance ? MANY - 1 : MANY) ||
	    count(c->doc, them))
		return;
	if (romance ? speaks_to_them(c->doc)
	            : count(c->doc, us) && !dc_senses_of(c->senses, DC_C_OWN_FIRM))
		return;
	dc_check_flag(sink, "The note speaks of you only, and of them in no word.");
	dc_check_soften(sink, DC_SEVERITY_INFO);
	dc_check_number(sink, "words-about-you", (int64_t)mine);
}

const struct dc_rule dc_rule_about_you_only = {
	.info = {
		.id = "about-you-only",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It is about you, not about them.",
		.why = "\"I am trying to build my network\" is a reason for the sender only.  Whoever reads "
		       "it is a means.",
		.advice = "Say what made you think of them.",
		.source = "career advisers: \"I am trying to build my network\" is about the sender",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I am trying to build my network." },
			{ .note = "Hi Ada, I am a consultant. I have ten years of experience and I love my job." },
			{ .note = "Hallo Ada, ich m\u00f6chte mein Netzwerk erweitern." },
			{ .note = "Bonjour Ada, je cherche \u00e0 d\u00e9velopper mon r\u00e9seau \u00e0 Lyon." },
			{ .note = "Hola Ada, quiero ampliar mi red de contactos en Madrid." },
			{ .note = "Ol\u00e1 Ada, estou tentando ampliar minha rede em S\u00e3o Paulo." },
			{ .note = "Ciao Ada, vorrei ampliare la mia rete di contatti a Milano." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I use your query planner notes every week; I owe you a coffee." },
			{ .note = "Hi Ada, we met at FOSDEM, where I had the broken laptop." }),
	},
	.run = run,
};
