/* greeting.c - the words that open a letter, as data; all folded. */
#include "text/greeting.h"

#include <stdlib.h>
#include <string.h>

enum {
	OPENS = DC_GREETING_OPENS,
	ADDRESSES = DC_GREETING_OPENS | DC_GREETING_ADDRESSES,
	FILLS = DC_GREETING_FILLS,
	TITLE = DC_GREETING_FILLS | DC_GREETING_TITLE,
	SHORT = DC_GREETING_SHORT,
	CIVIL = DC_GREETING_CIVIL,
	NEEDS = DC_GREETING_NEEDS_NAME,
	HIM = DC_GREETING_HIM,
	HER = DC_GREETING_HER,
};

/* In the order of strcmp(), to be looked up by halves. */
static const struct greeting_word {
	const char *word;
	unsigned kinds;
} table[] = {
	/* clang-format off */
	{ "a", FILLS }, { "abbe", TITLE }, { "abend", FILLS }, { "abogada", TITLE },
	{ "abogado", TITLE }, { "adjudant", TITLE }, { "adv", TITLE | SHORT },
	{ "advogada", TITLE }, { "advogado", TITLE }, { "afternoon", FILLS }, { "again", FILLS },
	{ "ahoj", OPENS }, { "all", FILLS }, { "allo", OPENS }, { "aloha", OPENS },
	{ "and", FILLS }, { "apreciada", OPENS }, { "apreciado", OPENS },
	{ "arch", TITLE | SHORT }, { "architetto", TITLE }, { "arq", TITLE | SHORT },
	{ "arquitecta", TITLE }, { "arquitecto", TITLE }, { "arquiteta", TITLE },
	{ "arquiteto", TITLE }, { "atty", TITLE | SHORT }, { "avv", TITLE | SHORT },
	{ "avvocata", TITLE }, { "avvocatessa", TITLE }, { "avvocato", TITLE }, { "bem", FILLS },
	{ "boa", FILLS }, { "bom", FILLS }, { "bonjour", OPENS }, { "bonsoir", OPENS },
	{ "br", TITLE | SHORT }, { "brother", TITLE }, { "buenas", OPENS }, { "buenos", OPENS },
	{ "buonasera", OPENS }, { "buongiorno", OPENS }, { "capitan", TITLE },
	{ "capitano", TITLE }, { "capt", TITLE | SHORT }, { "captain", TITLE }, { "cara", OPENS },
	{ "cari", OPENS }, { "caro", OPENS }, { "chef", TITLE }, { "cher", ADDRESSES | FILLS },
	{ "chere", ADDRESSES | FILLS }, { "ciao", OPENS }, { "coach", TITLE },
	{ "col", TITLE | SHORT }, { "colonel", TITLE }, { "colonnello", TITLE },
	{ "coronel", TITLE }, { "coucou", OPENS }, { "czesc", OPENS }, { "damen", FILLS },
	{ "day", FILLS }, { "dear", ADDRESSES }, { "di", FILLS }, { "dia", FILLS },
	{ "dias", FILLS }, { "dich", FILLS }, { "dipl", TITLE | SHORT }, { "distinguida", OPENS },
	{ "distinguido", OPENS }, { "distinto", OPENS }, { "docteur", TITLE }, { "doctor", TITLE },
	{ "doctora", TITLE }, { "doktor", TITLE }, { "don", TITLE }, { "dona", TITLE },
	{ "dott", TITLE | SHORT | NEEDS }, { "dott.ssa", TITLE | SHORT | HER },
	{ "dottore", TITLE }, { "dottoressa", TITLE | HER }, { "dottssa", TITLE | HER },
	{ "doutor", TITLE }, { "doutora", TITLE | HER }, { "dr", TITLE | SHORT | NEEDS },
	{ "dr.in", TITLE | SHORT | HER }, { "dr.ssa", FILLS }, { "dra", TITLE | SHORT | HER },
	{ "du", FILLS }, { "egregio", ADDRESSES }, { "eng", TITLE | SHORT },
	{ "engenheira", TITLE }, { "engenheiro", TITLE }, { "engineer", TITLE },
	{ "engr", TITLE | SHORT }, { "esteemed", OPENS }, { "estimada", ADDRESSES },
	{ "estimado", ADDRESSES }, { "et", FILLS }, { "evening", FILLS }, { "everybody", FILLS },
	{ "everyone", FILLS }, { "fala", OPENS }, { "father", TITLE }, { "folks", FILLS },
	{ "fr", TITLE | SHORT }, { "fra", TITLE }, { "frau", TITLE | CIVIL | NEEDS | HER },
	{ "friend", FILLS }, { "geehrte", ADDRESSES | FILLS }, { "geehrter", ADDRESSES | FILLS },
	{ "gen", TITLE | SHORT }, { "general", TITLE }, { "generale", TITLE },
	{ "gentile", ADDRESSES }, { "geom", TITLE | SHORT }, { "geometra", TITLE },
	{ "giorno", FILLS }, { "good", FILLS }, { "gott", FILLS }, { "greetings", OPENS },
	{ "griass", OPENS }, { "gruezi", OPENS }, { "gruss", OPENS | FILLS }, { "grusse", OPENS },
	{ "guten", FILLS }, { "halla", OPENS }, { "hallo", OPENS }, { "hauptmann", TITLE },
	{ "hei", OPENS }, { "hej", OPENS }, { "hello", OPENS }, { "hermana", TITLE },
	{ "herr", TITLE | CIVIL | NEEDS | HIM }, { "herren", FILLS },
	{ "herrn", TITLE | CIVIL | HIM }, { "hey", OPENS }, { "heya", OPENS }, { "hi", OPENS },
	{ "hiya", OPENS }, { "hoi", OPENS }, { "hola", OPENS }, { "hon", TITLE | SHORT },
	{ "howdy", OPENS }, { "ihr", FILLS }, { "imam", TITLE }, { "ing", TITLE | SHORT },
	{ "ingegnere", TITLE }, { "ingeniera", TITLE }, { "ingeniero", TITLE },
	{ "lcda", TITLE | SHORT }, { "lcdo", TITLE | SHORT }, { "lic", TITLE | SHORT },
	{ "licenciada", TITLE }, { "licenciado", TITLE }, { "liebe", ADDRESSES | FILLS },
	{ "lieber", ADDRESSES | FILLS }, { "lieutenant", TITLE }, { "lt", TITLE | SHORT },
	{ "m", TITLE | SHORT }, { "madam", TITLE }, { "madame", TITLE | CIVIL | NEEDS | HER },
	{ "mademoiselle", TITLE | HER }, { "maestra", TITLE }, { "maestre", TITLE },
	{ "maestro", TITLE }, { "mag", TITLE | SHORT }, { "maitre", TITLE },
	{ "maj", TITLE | SHORT }, { "maresciallo", TITLE }, { "merhaba", OPENS },
	{ "miss", TITLE | HER }, { "mlle", TITLE | HER }, { "mme", TITLE | SHORT | CIVIL | HER },
	{ "moin", OPENS }, { "mons", TITLE }, { "monsieur", TITLE | CIVIL | NEEDS | HIM },
	{ "monsignor", TITLE }, { "morgen", FILLS }, { "morning", FILLS },
	{ "mr", TITLE | SHORT | NEEDS | HIM | CIVIL },
	{ "mrs", TITLE | SHORT | NEEDS | HER | CIVIL },
	{ "ms", TITLE | SHORT | NEEDS | HER | CIVIL }, { "msc", TITLE | SHORT },
	{ "mtra", TITLE | SHORT }, { "mtro", TITLE | SHORT }, { "mx", TITLE | SHORT },
	{ "namaste", OPENS }, { "noches", FILLS }, { "noite", FILLS }, { "nonna", TITLE },
	{ "nonno", TITLE }, { "nurse", TITLE }, { "oberst", TITLE }, { "oi", OPENS },
	{ "ola", OPENS }, { "onkel", TITLE }, { "opa", OPENS }, { "or", FILLS },
	{ "padre", TITLE }, { "pastor", TITLE }, { "pater", TITLE }, { "pfarrer", TITLE },
	{ "pomeriggio", FILLS }, { "prezada", ADDRESSES }, { "prezado", ADDRESSES },
	{ "prof", TITLE | SHORT | NEEDS }, { "prof.ssa", TITLE | SHORT | HER },
	{ "profa", TITLE | HER }, { "profesor", TITLE }, { "profesora", TITLE | HER },
	{ "professor", TITLE }, { "professora", TITLE | HER }, { "professore", TITLE },
	{ "professoressa", TITLE | HER }, { "professorin", TITLE | HER }, { "que", FILLS },
	{ "querida", ADDRESSES }, { "querido", ADDRESSES }, { "rabbi", TITLE },
	{ "rag", TITLE | SHORT }, { "ragioniere", TITLE }, { "respected", OPENS },
	{ "respetada", OPENS }, { "respetado", OPENS }, { "rev", TITLE | SHORT },
	{ "reverend", TITLE }, { "reverendo", TITLE }, { "salam", OPENS }, { "salu", OPENS },
	{ "salut", OPENS }, { "salve", OPENS }, { "schwester", TITLE }, { "sehr", FILLS },
	{ "senhor", TITLE | HIM }, { "senhora", TITLE | HER }, { "senor", TITLE | HIM },
	{ "senora", TITLE | HER }, { "sera", FILLS }, { "sergeant", TITLE }, { "servus", OPENS },
	{ "sgt", TITLE | SHORT }, { "shalom", OPENS }, { "sig", TITLE | SHORT | NEEDS | HIM },
	{ "sig.ra", TITLE | SHORT | HER }, { "signor", TITLE | HIM }, { "signora", TITLE | HER },
	{ "sir", TITLE }, { "sister", TITLE }, { "soeur", TITLE }, { "spettabile", OPENS },
	{ "sr", TITLE | SHORT | NEEDS | HIM }, { "sra", TITLE | SHORT | NEEDS | HER },
	{ "srta", TITLE | HER }, { "st", TITLE | SHORT }, { "stimata", OPENS },
	{ "stimato", OPENS }, { "suor", TITLE }, { "tach", OPENS }, { "tag", FILLS },
	{ "tal", FILLS }, { "tante", TITLE }, { "tarde", FILLS }, { "tardes", FILLS },
	{ "team", FILLS }, { "there", FILLS }, { "to", FILLS }, { "todos", FILLS },
	{ "tous", FILLS }, { "tudo", FILLS }, { "tutti", FILLS }, { "und", FILLS },
	{ "univ", TITLE | SHORT }, { "werte", OPENS }, { "werter", OPENS }, { "y", FILLS },
	{ "yo", OPENS }, { "you", FILLS }, { "zdravo", OPENS }, { "zusammen", FILLS },
	/* clang-format on */
};

struct key {
	const char *folded;
	size_t len;
};

static int compare(const void *key, const void *entry)
{
	const struct key *k = key;
	const struct greeting_word *w = entry;
	const int order = strncmp(k->folded, w->word, k->len);

	return order ? order : w->word[k->len] ? -1 : 0;
}

unsigned dc_greeting_word(const char *folded, size_t len)
{
	const struct key key = { folded, len };
	const struct greeting_word *w = bsearch(&key, table, sizeof(table) / sizeof(*table),
	                                        sizeof(*table), compare);

	return w ? w->kinds : 0;
}

const char *dc_greeting_word_at(size_t i)
{
	return i < sizeof(table) / sizeof(*table) ? table[i].word : NULL;
}

bool dc_greeting_opens(const char *folded, size_t len)
{
	return dc_greeting_word(folded, len) & DC_GREETING_OPENS;
}

bool dc_greeting_fills(const char *folded, size_t len)
{
	return dc_greeting_word(folded, len) & DC_GREETING_FILLS;
}
