/* dictionary.c - which of the installed dictionaries is for a language. */
#include "spell/spell.h"

#include <string.h>
#include <unistd.h>

/* What the packages of dictionaries call them, the usual one first. */
static const char *const usual[DC_LANG_KNOWN] = {
	[DC_LANG_EN] = "en_US en_GB en_CA en_AU en_NZ en_ZA en_IN en_IE en",
	[DC_LANG_DE] = "de_DE de_DE_frami de_AT de_CH de_AT_frami de_CH_frami de",
	[DC_LANG_FR] = "fr_FR fr fr_CA fr_CH fr_BE",
	[DC_LANG_ES] = "es_ES es es_MX es_AR es_CO es_CL",
	[DC_LANG_PT] = "pt_PT pt_BR pt",
	[DC_LANG_IT] = "it_IT it it_CH",
};

static bool installed(const char *folders, const char *name, size_t len)
{
	for (const char *p = folders; *p;) {
		const size_t n = strcspn(p, ":");
		DC_AUTO(dc_str)
		char *file = dc_printf("%.*s/%.*s.aff", (int)n, p, (int)len, name);

		if (n && *p == '/' && !access(file, R_OK))
			return true;
		p += n + (p[n] == ':');
	}
	return false;
}

static bool of_language(const char *name, size_t len, enum dc_lang lang)
{
	const char *code = dc_lang_code(lang);

	return len >= 2 && !strncmp(name, code, 2) &&
	       (len == 2 || name[2] == '_' || name[2] == '-');
}

/* A file name and no more: it becomes an argument. */
static bool harmless(const char *name, size_t len)
{
	return strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") >=
	       len;
}

/* The first of the names that is for the language and there. */
static bool pick(struct dc_buf *out, const struct dc_speller *s, const char *names,
                 enum dc_lang lang)
{
	while (*names) {
		const size_t n = strcspn(names, " ,.@");

		if (of_language(names, n, lang) && harmless(names, n) &&
		    installed(s->folders, names, n)) {
			dc_buf_add(out, names, n);
			return true;
		}
		names += n + (names[n] != '\0');
	}
	return false;
}

bool dc_spell_dictionary(struct dc_buf *out, const struct dc_speller *s, enum dc_lang lang)
{
	if (lang >= DC_LANG_KNOWN)
		return false;
	return pick(out, s, s->dictionaries, lang) || pick(out, s, s->locale, lang) ||
	       pick(out, s, usual[lang], lang);
}

void dc_spell_dictionaries(struct dc_buf *out, const struct dc_speller *s)
{
	for (int lang = 0; lang < DC_LANG_KNOWN; lang++) {
		DC_AUTO(dc_buf_clear) struct dc_buf one = { 0 };

		if (dc_spell_dictionary(&one, s, (enum dc_lang)lang))
			dc_buf_printf(out, "%s%s", out->len ? ", " : "", dc_buf_str(&one));
	}
}
