/* lang.h - which language is it?  A cheap guess by function words. */
#ifndef DC_TEXT_LANG_H
#define DC_TEXT_LANG_H

#include <stdint.h>

/* One row per language that decorum has word lists for: code, English name. */
#define DC_LANGS(X)               \
	X(EN, "en", "English")    \
	X(DE, "de", "German")     \
	X(FR, "fr", "French")     \
	X(ES, "es", "Spanish")    \
	X(PT, "pt", "Portuguese") \
	X(IT, "it", "Italian")

enum dc_lang {
#define X(id, code, name) DC_LANG_##id,
	DC_LANGS(X)
#undef X
		DC_LANG_KNOWN,
	DC_LANG_OTHER = DC_LANG_KNOWN, /* one without word lists here */
	DC_LANG_UNKNOWN,               /* too little text to tell */
	DC_LANG_COUNT
};

const char *dc_lang_code(enum dc_lang l);
const char *dc_lang_name(enum dc_lang l);

/* The function words of a language, folded, with a blank before and behind each;
 * DC_LANG_OTHER has those of its neighbours (Dutch, Swedish, Polish, …). */
const char *dc_lang_words(enum dc_lang l);

#endif
