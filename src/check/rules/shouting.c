/* shouting.c - words in capitals that are no acronyms. */
#include "check/match.h"

#include <string.h>

/* Words that are shouted; whatever else is in capitals may be an acronym. */
static const char shouted[] =
	" free urgent important amazing best great please must offer limited opportunity "
	"guaranteed never "
	"always very really love thank thanks hello dear great awesome super huge big win now "
	"today only "
	"just don't stop money business success connect network exclusive incredible perfect best "
	"final "
	"chance read attention click here want need hiring help more last first good new everyone "
	"anyone "
	"nobody absolutely definitely totally extremely immediately quickly wow yes not all "
	"dringend wichtig jetzt sofort kostenlos gratis bitte danke neu nur heute super beste "
	"niemals immer "
	"sehr achtung einmalig chance erfolg unbedingt nie "
	"gratuit important maintenant merci jamais toujours tres offre opportunite attention vite "
	"enorme "
	"urgente gratis ahora hoy gracias nunca siempre muy oferta oportunidad atencion importante "
	"ya unica "
	"urgente gratuito agora hoje obrigado nunca sempre muito imperdivel importante gratis "
	"urgente gratuito adesso oggi grazie mai sempre molto offerta opportunita attenzione "
	"importante subito ";

/* So many capital letters in a row are no acronym that anybody uses. */
enum { LONG = 10, RUN = 3, RUN_LETTERS = 10 };

static bool loud(const struct dc_word *w)
{
	return w->letters > 1 && w->capitals == w->letters && w->letters >= w->fold_len / 2;
}

static bool listed(const struct dc_word *w)
{
	for (const char *s = shouted; (s = strstr(s, w->fold)); s++)
		if (s != shouted && s[-1] == ' ' && s[w->fold_len] == ' ')
			return true;
	return false;
}

/* Also "IBM" of "IBM Research", and what stands in capitals in the headline. */
static bool known(const struct dc_case *c, const struct dc_word *w)
{
	for (size_t i = 0; i < c->company->word_count; i++)
		if (!strcmp(c->company->words[i].fold, w->fold))
			return true;
	for (const char *s = c->d->headline; (s = strchr(s, c->doc->text[w->at.from])); s++)
		if (!strncmp(s, c->doc->text + w->at.from, w->at.to - w->at.from))
			return true;
	return false;
}

static void flag(const struct dc_case *c, size_t from, size_t end, struct dc_sink *sink)
{
	const struct dc_span at = dc_check_words_span(c->doc, from, end);

	dc_check_flag_at(sink, at, "\"%.*s\" shouts.", (int)(at.to - at.from),
	                 c->doc->text + at.from);
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;

	for (size_t i = 0, end; i < doc->word_count; i = end) {
		size_t letters = 0, words = 0;
		bool shout = false;

		for (end = i; end < doc->word_count && loud(&doc->words[end]); end++) {
			const struct dc_word *w = &doc->words[end];

			letters += w->letters;
			words += w->letters > 2;
			shout = shout ||
			        ((w->letters >= 3 && (listed(w) || (w->langs && w->letters > 3))) ||
			         w->letters >= LONG);
			if (known(c, w))
				words = letters = 0;
		}
		/* "GDPR AND CCPA AND" is a run, "NASA EMEA" is none. */
		if (shout || (words >= RUN && letters >= RUN_LETTERS)) {
			flag(c, i, end, sink);
			return;
		}
		end += end == i;
	}
}

const struct dc_rule dc_rule_shouting = {
	.info = {
		.id = "shouting",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Words are written in capitals.",
		.why = "Capitals read as shouting.  Acronyms such as NASA, EMEA or ICLR are fine.",
		.advice = "Use small letters.",
		.source = "netiquette since RFC 1855",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, this is an AMAZING chance." },
		                   { .note = "Hi Ada, I REALLY LOVED YOUR TALK at FOSDEM." },
		                   { .note = "Hallo Ada, das ist WICHTIG f\u00fcr den Verein in Ulm." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your NASA talk at ICLR for the EMEA group was a joy." },
		                    { .note = "Hi Ada, the SIGGRAPH paper on JPEG XL is a gem." }),
	},
	.run = run,
};
