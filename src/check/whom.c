/* whom.c - of whom a note speaks: the sender, the recipient, or both. */
#include "check/whom.h"

#include <string.h>

#include "check/senses.h"
#include "check/words/generic.h"

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

/* "Nos" is "in the" in Portuguese. */
static const char us_pt[] = " nosso nossa nossos nossas conosco connosco ";

/* Spanish, Portuguese and Italian say "I" with the verb alone, and "you" and "we" too. */
static const char me_verbs[] =
	" soy estoy he tengo trabajo llevo acabo dirijo estudio hablo vivo mi mis "
	"yo sou estou tenho trabalho atuo acabei dirijo estudo falo moro "
	"formei fundei meu minha meus minhas eu sono ho lavoro vivo parlo "
	"dirigo mio mia miei mie io ";
static const char them_words[] = " os le les lhe lhes te ti consigo contigo voces vosotros vi lei "
				 "loro ";

/* Words of the list, unless they are quoted. */
static size_t count(const struct dc_case *c, const char *list)
{
	const struct dc_doc *doc = c->doc;
	struct dc_marks marks = { { 0 } };
	size_t n = 0;

	dc_marks_list(&marks, doc, list);
	for (size_t i = doc->greeting.words; i < doc->word_count; i++)
		n += dc_marks_has(&marks, i) && !dc_marks_has(&c->senses->quoted, i);
	return n;
}

static bool ends(const struct dc_word *w, const char *end)
{
	const size_t len = strlen(end);

	return w->fold_len > len + 2 && !strcmp(w->fold + w->fold_len - len, end);
}

static bool pro_drop(const struct dc_doc *doc)
{
	return doc->lang == DC_LANG_ES || doc->lang == DC_LANG_PT || doc->lang == DC_LANG_IT;
}

bool dc_whom_in_verb(const struct dc_doc *doc, const struct dc_word *w)
{
	return pro_drop(doc) && strcmp(w->fold, "vamos") != 0 &&
	       (ends(w, "ste") || ends(w, "steis") || ends(w, "mos") || ends(w, "mmo"));
}

bool dc_whom_yours_in_verb(const struct dc_doc *doc, const struct dc_word *w)
{
	static const char *const endings[DC_LANG_KNOWN][4] = {
		[DC_LANG_ES] = { "aste", "iste", "ais", "eis" },
		[DC_LANG_PT] = { "aste", "este", "iste", NULL },
	};

	if (doc->lang >= DC_LANG_KNOWN)
		return false;
	for (size_t i = 0; i < 4 && endings[doc->lang][i]; i++)
		if (ends(w, endings[doc->lang][i]))
			return true;
	return false;
}

static bool speaks_to_them(const struct dc_case *c)
{
	const struct dc_doc *doc = c->doc;

	for (size_t i = doc->greeting.words; i < doc->word_count; i++)
		if (dc_whom_in_verb(doc, &doc->words[i]) || ends(&doc->words[i], "iamo"))
			return true;
	return count(c, doc->lang == DC_LANG_PT ? us_pt : us) || count(c, them_words);
}

size_t dc_whom_sender_only(const struct dc_case *c)
{
	enum { MANY = 3 };
	const bool romance = pro_drop(c->doc);

	if (c->doc->lang >= DC_LANG_KNOWN)
		return 0;
	const size_t mine = count(c, romance ? me_verbs : me) +
	                    dc_senses_count(c->senses, DC_C_SELF);

	if (mine < (romance ? MANY - 1 : MANY) || count(c, them))
		return 0;
	if (romance ? speaks_to_them(c) : count(c, us) && !dc_senses_of(c->senses, DC_C_OWN_FIRM))
		return 0;
	return mine;
}
