/* greeting.c - the words that open a letter, as data; all folded. */
#include "text/greeting.h"

#include <string.h>

enum {
	OPENS = DC_GREETING_OPENS,
	ADDRESSES = DC_GREETING_OPENS | DC_GREETING_ADDRESSES,
	FILLS = DC_GREETING_FILLS,
	TITLE = DC_GREETING_FILLS | DC_GREETING_TITLE,
	SHORT = DC_GREETING_SHORT,
	CIVIL = DC_GREETING_CIVIL,
	NEEDS = DC_GREETING_NEEDS_NAME,
};

/* What they are, and the words with blanks around each. */
static const struct {
	unsigned kinds;
	const char *words;
} table[] = {
	/* clang-format off */
	/* en */
	{ ADDRESSES, " dear " },
	{ OPENS, " hi hello hey hiya howdy greetings respected esteemed heya yo " },
	{ FILLS,
	  " there all everyone everybody team folks friend or again and good day morning "
	  "afternoon evening to you " },
	{ TITLE,
	  " sir madam miss professor doctor reverend coach captain colonel general "
	  "sergeant lieutenant chef nurse brother rabbi imam engineer pastor father "
	  "sister " },
	{ TITLE | SHORT, " mx rev st engr msc capt sgt lt col maj gen hon adv atty fr br " },
	{ TITLE | SHORT | NEEDS, " mr mrs ms dr prof " },
	/* de */
	{ ADDRESSES | FILLS, " liebe lieber geehrte geehrter " },
	{ OPENS, " hallo servus griass grusse moin hoi gruezi salu werte werter tach " },
	{ OPENS | FILLS, " gruss " },
	{ FILLS, " sehr zusammen guten tag morgen abend di dich gott damen und herren du ihr " },
	{ TITLE, " doktor pfarrer professorin pater schwester oberst hauptmann " },
	{ TITLE | CIVIL, " herrn " },
	{ TITLE | CIVIL | NEEDS, " herr frau " },
	{ TITLE | SHORT, " dr.in mag dipl univ " },
	/* fr */
	{ ADDRESSES | FILLS, " cher chere " },
	{ OPENS, " bonjour bonsoir salut coucou allo " },
	{ FILLS, " tous a et " },
	{ TITLE, " mademoiselle docteur maitre mlle soeur abbe " },
	{ TITLE | CIVIL | NEEDS, " monsieur madame " },
	{ TITLE | SHORT, " m " },
	{ TITLE | SHORT | CIVIL, " mme " },
	/* es */
	{ ADDRESSES, " estimado estimada querido querida " },
	{ OPENS,
	  " hola buenas buenos apreciado apreciada respetado respetada distinguido "
	  "distinguida " },
	{ FILLS, " dia dias tardes noches y que tal todos " },
	{ TITLE,
	  " senor senora don dona doctora maestro maestra padre srta profesor profesora "
	  "hermana coronel capitan maestre ingeniero ingeniera licenciado licenciada "
	  "arquitecto arquitecta abogado abogada " },
	{ TITLE | SHORT, " dra lic arq lcdo lcda mtro mtra " },
	{ TITLE | SHORT | NEEDS, " sr sra " },
	/* pt */
	{ ADDRESSES, " prezado prezada " },
	{ OPENS, " ola oi fala opa caro cara " },
	{ FILLS, " bom boa tarde noite tudo bem " },
	{ TITLE,
	  " senhor senhora profa professora engenheiro engenheira arquiteto arquiteta "
	  "advogado advogada doutor doutora " },
	{ TITLE | SHORT, " eng " },
	/* it */
	{ ADDRESSES, " gentile egregio " },
	{ OPENS, " ciao buongiorno buonasera salve cari spettabile stimato stimata distinto " },
	{ FILLS, " giorno sera pomeriggio tutti dr.ssa " },
	{ TITLE,
	  " signor signora dottore dottoressa suor fra professore professoressa dottssa "
	  "avvocato avvocata avvocatessa ingegnere architetto colonnello generale "
	  "maresciallo capitano monsignor mons geometra ragioniere reverendo " },
	{ TITLE | SHORT, " ing dott.ssa prof.ssa sig.ra avv arch geom rag " },
	{ TITLE | SHORT | NEEDS, " sig dott " },
	/* others, which are the same word whatever the rest is */
	{ OPENS, " hej hei merhaba czesc ahoj zdravo namaste salam shalom aloha halla " },
	/* clang-format on */
};

unsigned dc_greeting_word(const char *folded, size_t len)
{
	if (!len)
		return 0;
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		for (const char *s = table[i].words + 1, *end; *s; s = end + 1) {
			for (end = s; *end != ' '; end++)
				;
			if (*s == *folded && (size_t)(end - s) == len && !memcmp(s, folded, len))
				return table[i].kinds;
		}
	return 0;
}

bool dc_greeting_opens(const char *folded, size_t len)
{
	return dc_greeting_word(folded, len) & DC_GREETING_OPENS;
}

bool dc_greeting_fills(const char *folded, size_t len)
{
	return dc_greeting_word(folded, len) & DC_GREETING_FILLS;
}

bool dc_greeting_title(const char *folded, size_t len)
{
	return dc_greeting_word(folded, len) & DC_GREETING_TITLE;
}
