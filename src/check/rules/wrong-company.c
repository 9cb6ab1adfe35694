/* wrong-company.c - their company is another one, or is misspelt. */
#include "check/match.h"

#include <string.h>

/* What ties the following name to the recipient: "your team at …", "since you joined …". */
static const struct dc_phrases theirs = { {
	[DC_LANG_EN] =
		(const char *const[]){
			"congrats|congratulations on|for ... "
			"role|job|position|promotion|appointment at|with",
			"do|did|are you like|liked|enjoy|enjoying|find working|work at|for|with",
			"your current|new? "
			"team|role|job|position|colleagues|company|employer|office|people at|with",
			"what|work you do|build|built|are|did|have doing? building? done? at",
			"you work|worked|lead|run|joined|join|started|manage|head for|at?",
			"you are at|with", "you're at|with",
			"you lead|run|head|manage|direct|chair|built|build|founded ... "
			"team|department|group|unit|lab|division|office|desk|programme|program|"
			"practice at",
			"your _? work|team|role|job|position|colleagues|group|lab|department at",
			NULL },
	[DC_LANG_DE] =
		(const char *const[]){ "ihrer|ihre|ihr|ihrem|deiner|deine|dein|deinem neue|neuen? "
	                               "team|rolle|stelle|position|kollegen|"
	                               "abteilung|arbeitgeber|job bei",
	                               "was|woran sie|du|ihr bei",
	                               "sie|du "
	                               "arbeiten|arbeitest|leiten|leitest|verantworten|"
	                               "verantwortest|entwickeln|entwickelst ... bei",
	                               "sie|du|ihr arbeiten|arbeitest|sind|bist|leiten|leitest bei",
	                               NULL },
	[DC_LANG_FR] =
		(const char *const[]){
			"votre|ton|vos|tes equipe|poste|role|collegues|entreprise|bureau chez",
			"ce que vous|tu ... chez",
			"vous|tu travaillez|travailles|etes|es|dirigez|faites|fais chez", NULL },
	[DC_LANG_ES] =
		(const char *const[]){
			"tu|su|tus|sus equipo|puesto|cargo|companeros|empresa|trabajo actual? en",
			"trabajas|trabaja|haces|hace|diriges|dirige|lideras|lidera en|para", NULL },
	[DC_LANG_PT] =
		(const char *const[]){
			"seu|sua|teu|tua|seus equipe|equipa|time|cargo|colegas|empresa|trabalho "
			"na|no|da|em",
			"voce|tu? trabalha|faz|trabalhas|fazes|dirige|lidera|lideras na|no|para|em",
			NULL },
	[DC_LANG_IT] =
		(const char *const[]){
			"tuo|tua|suo|sua|tuoi|suoi team|squadra|ruolo|posizione|colleghi|azienda "
			"in|presso|di|da",
			"lavori|lavora|fai|fa|dirigi|dirige|guidi|guida in|presso|per|da|alla",
			NULL },
} };

/* Names of places where anybody may have worked, that are no companies. */
static const struct dc_phrases public = { {
	[DC_LANG_EN] =
		(const char *const[]){
			"university|college|school|institute|conference|council|hospital|"
			"ministry|city|church|club|workshop|meetup",
			NULL },
} };

static bool known_word(const struct dc_doc *d, const char *fold)
{
	for (size_t i = d->first[(unsigned char)*fold]; i != DC_NO_WORD; i = d->words[i].next)
		if (!strcmp(d->words[i].fold, fold))
			return true;
	return false;
}

static bool contains(const char *text, const char *note, struct dc_span s)
{
	const size_t len = s.to - s.from;

	for (; (text = strchr(text, note[s.from])); text++)
		if (!strncmp(text, note + s.from, len))
			return true;
	return false;
}

struct search {
	const struct dc_case *c;
	size_t from, to; /* words of the foreign name */
};

/* The capital words behind the phrase, when none of them is theirs. */
static bool foreign_name(void *data, size_t from, size_t end)
{
	struct search *s = data;
	const struct dc_doc *doc = s->c->doc;
	size_t to = end;

	(void)from;
	while (to < doc->word_count && to < end + 4 && doc->words[to].title &&
	       doc->words[to].sentence == doc->words[end].sentence) {
		if (known_word(s->c->company, doc->words[to].fold) ||
		    contains(s->c->d->headline, doc->text, doc->words[to].at) ||
		    contains(s->c->d->company, doc->text, doc->words[to].at))
			return true;
		to++;
	}
	if (to == end || doc->words[end].letters < 2)
		return true;
	s->from = end;
	s->to = to;
	return false;
}

/* "Fabricam" for Fabrikam, anywhere in the note. */
static bool misspelt(const struct dc_case *c, size_t i, size_t *right)
{
	const struct dc_word *w = &c->doc->words[i];

	for (size_t n = 0; n < c->company->word_count; n++) {
		const struct dc_word *t = &c->company->words[n];
		const size_t cap = t->letters > 8 ? 2 : 1;

		if (w->title && t->letters >= 5 && w->letters >= 5 && strcmp(w->fold, t->fold) &&
		    !w->langs && !known_word(c->name, w->fold) && w->letters + 1 >= t->letters &&
		    dc_text_distance(w->fold, t->fold, cap) <= cap &&
		    /* a genitive or a plural is no slip */
		    strncmp(w->fold, t->fold, t->fold_len)) {
			*right = n;
			return true;
		}
	}
	return false;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	struct search s = { .c = c };
	size_t right;

	if (!c->company->word_count || doc->lang == DC_LANG_OTHER)
		return;
	for (size_t i = doc->greeting.words; i < doc->word_count; i++)
		if (misspelt(c, i, &right)) {
			dc_check_flag_at(sink, doc->words[i].at, "\"%.*s\" is spelt \"%s\".",
			                 (int)(doc->words[i].at.to - doc->words[i].at.from),
			                 doc->text + doc->words[i].at.from, c->d->company);
			dc_check_text(sink, "company", c->d->company);
			return;
		}
	dc_check_phrases(doc, &theirs, foreign_name, &s);
	if (!s.to ||
	    (*c->d->me_company && contains(c->d->me_company, doc->text, doc->words[s.from].at)))
		return;
	for (size_t i = s.from; i < s.to; i++)
		for (const char *const *p = public.list[DC_LANG_EN]; *p; p++)
			if (dc_check_phrase_at(doc, i, *p))
				return;
	const struct dc_span at = dc_check_words_span(doc, s.from, s.to);

	dc_check_flag_at(sink, at, "\"%.*s\" is not %s, where %s works as far as you know.",
	                 (int)(at.to - at.from), doc->text + at.from, c->d->company,
	                 dc_check_first(c->d));
	dc_check_text(sink, "company", c->d->company);
}

const struct dc_rule dc_rule_wrong_company = {
	.info = {
		.id = "wrong-company",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Their company is another one, or is misspelt.",
		.why = "After a wrong name a wrong company is the surest mark of a text that went to many. "
		       "An export tells the company of its day, so it may have changed since.",
		.advice = "Look at the profile, and write the company as they do.",
		.source = "career advisers: company and school spelled right",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, your team at Contoso did a fine job on the joins." },
		                   { .note = "Hi Ada, the joins that Northwing ships are the best I know." }),
		.good = DC_EXAMPLES({ .note = "Hi Ada, your team at Northwind did a fine job on the joins." },
		                    { .note = "Hi Ada, your talk at FOSDEM on Northwind's joins was a joy." },
		                    { .note = "Hi Ada, I work at Contoso and use your joins every day." }),
	},
	.run = run,
};
