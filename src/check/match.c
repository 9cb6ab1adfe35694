/* match.c - phrases over the words of a note, and the wordings that rules share. */
#include "check/match.h"

#include <stdio.h>
#include <string.h>

/* --- phrases */

enum { GAP = 4 };

/* One token of a phrase. */
struct token {
	const char *s;
	size_t len;
	bool optional;
};

static const char *next_token(struct token *t, const char *p)
{
	while (*p == ' ')
		p++;
	t->s = p;
	while (*p && *p != ' ')
		p++;
	t->len = (size_t)(p - t->s);
	t->optional = t->len && p[-1] == '?';
	t->len -= t->optional;
	return p;
}

static bool token_is(const struct token *t, const char *s)
{
	return strlen(s) == t->len && !memcmp(t->s, s, t->len);
}

/* One alternative, "impress*" or "profile", against one word. */
static bool alternative_fits(const struct dc_word *w, const char *s, size_t len)
{
	if (len && s[len - 1] == '*')
		return w->fold_len >= len - 1 && !memcmp(w->fold, s, len - 1);
	return w->fold_len == len && !memcmp(w->fold, s, len);
}

static bool token_fits(const struct token *t, const struct dc_word *w)
{
	if (token_is(t, "_"))
		return true;
	for (size_t i = 0; i <= t->len;) {
		const char *bar = memchr(t->s + i, '|', t->len - i);
		size_t len = bar ? (size_t)(bar - t->s) - i : t->len - i;

		if (alternative_fits(w, t->s + i, len))
			return true;
		i += len + 1;
	}
	return false;
}

/* The word behind the match of the rest of a phrase from word i on, else 0. */
static size_t match(const struct dc_doc *doc, size_t i, const char *p, size_t sentence)
{
	struct token t;

	p = next_token(&t, p);
	if (!t.len)
		return i;
	if (token_is(&t, "...")) {
		for (size_t skip = 0; skip <= GAP; skip++) {
			size_t end = match(doc, i + skip, p, sentence);

			if (end)
				return end;
		}
		return 0;
	}
	bool here = i < doc->word_count && doc->words[i].sentence == sentence;
	size_t end = here && token_fits(&t, &doc->words[i]) ? match(doc, i + 1, p, sentence) : 0;

	return end || !t.optional ? end : match(doc, i, p, sentence);
}

size_t dc_check_phrase_at(const struct dc_doc *doc, size_t i, const char *phrase)
{
	return i < doc->word_count ? match(doc, i, phrase, doc->words[i].sentence) : 0;
}

/* Calls `fn` for every place where the phrase starts; false when it said stop.  Only the
 * words that start with the right byte are looked at. */
static bool each_place(const struct dc_doc *doc, const char *phrase, dc_phrase_fn *fn, void *data)
{
	const char *rest = phrase;

	while (*rest && *rest != ' ')
		rest++;
	const char *first = rest; /* the end of the first token, without its "?" */

	if (rest > phrase && rest[-1] == '?') {
		const char *without = rest;

		while (*without == ' ')
			without++;
		if (*without && !each_place(doc, without, fn, data))
			return false;
		first--;
	}
	/* Byte by byte: the pieces are too short for a call to pay. */
	for (const char *alt = phrase, *end; alt < first; alt = end + 1) {
		size_t i = doc->first[(unsigned char)*alt];

		for (end = alt; end < first && *end != '|'; end++)
			;
		/* Most are sorted out by their second byte; a stem of one letter has none. */
		const unsigned char next = end - alt > 1 ? (unsigned char)alt[1] : 0;

		if (next != '*' && !(doc->second[(unsigned char)*alt] >> (next % 32) & 1))
			continue;
		for (; i != DC_NO_WORD; i = doc->words[i].next) {
			if (!alternative_fits(&doc->words[i], alt, (size_t)(end - alt)))
				continue;
			size_t last = match(doc, i + 1, rest, doc->words[i].sentence);

			if (last && !fn(data, i, last))
				return false;
		}
	}
	return true;
}

struct place {
	size_t from, end;
	bool found;
};

static bool keep_first(void *data, size_t from, size_t end)
{
	struct place *p = data;

	if (!p->found || from < p->from || (from == p->from && end > p->end))
		*p = (struct place){ from, end, true };
	return true;
}

bool dc_check_phrase_in(const struct dc_doc *doc, const char *phrase, size_t *from, size_t *end)
{
	struct place p = { 0 };

	each_place(doc, phrase, keep_first, &p);
	*from = p.from;
	*end = p.end;
	return p.found;
}

void dc_check_phrases(const struct dc_doc *doc, const struct dc_phrases *p, dc_phrase_fn *fn,
                      void *data)
{
	enum { SHORT = 8 }; /* too few words to trust the guess of the language */
	bool all = doc->lang == DC_LANG_UNKNOWN || doc->word_count < SHORT;

	if (doc->lang == DC_LANG_OTHER)
		return;
	for (int l = 0; l < DC_LANG_KNOWN; l++) {
		if (!p->list[l] || !(all || l == (int)doc->lang || l == DC_LANG_EN))
			continue;
		for (const char *const *phrase = p->list[l]; *phrase; phrase++)
			if (!each_place(doc, *phrase, fn, data))
				return;
	}
}

struct dc_span dc_check_words_span(const struct dc_doc *doc, size_t from, size_t end)
{
	return (struct dc_span){ doc->words[from].at.from, doc->words[end - 1].at.to };
}

bool dc_check_any_phrase(const struct dc_doc *doc, const struct dc_phrases *p, struct dc_span *at)
{
	struct place found = { 0 };

	dc_check_phrases(doc, p, keep_first, &found);
	if (found.found && at)
		*at = dc_check_words_span(doc, found.from, found.end);
	return found.found;
}

/* The first phrase that no exception of its sentence excuses. */
struct search {
	const struct dc_doc *doc;
	const struct dc_phrases *unless;
	struct place best;
};

struct excuse {
	const struct dc_doc *doc;
	size_t sentence;
	bool found;
};

static bool excuses(void *data, size_t from, size_t end)
{
	struct excuse *e = data;

	(void)end;
	e->found = e->found || e->doc->words[from].sentence == e->sentence;
	return !e->found;
}

static bool keep_unexcused(void *data, size_t from, size_t end)
{
	struct search *s = data;
	struct excuse e = { s->doc, s->doc->words[from].sentence, false };

	dc_check_phrases(s->doc, s->unless, excuses, &e);
	return e.found ? true : keep_first(&s->best, from, end);
}

void dc_check_run_phrases(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	const struct dc_phrase_rule *r = rule->data;
	struct search s = { c->doc, &r->unless, { 0 } };

	dc_check_phrases(c->doc, &r->phrases, keep_unexcused, &s);
	if (!s.best.found)
		return;
	const struct dc_span at = dc_check_words_span(c->doc, s.best.from, s.best.end);

	dc_check_flag_at(sink, at, "\"%.*s\" %s", (int)(at.to - at.from), c->doc->text + at.from,
	                 r->message);
}

/* --- the past */

const struct dc_past *dc_check_past(const struct dc_dossier *d, enum dc_state state)
{
	for (size_t i = 0; i < d->past_count; i++)
		if (d->past[i].state == state)
			return &d->past[i];
	return NULL;
}

void dc_check_came_to_nothing(struct dc_sink *sink, const struct dc_case *c,
                              const struct dc_past *p, int64_t since)
{
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_IGNORED_DAYS);
	const int64_t until = since ? since + limit.value * DC_DAY : 0;
	char day[DC_TIME_MAX];

	if (until > c->now)
		dc_check_advise(sink, "Wait until %s, and do not come back with the same text.",
		                dc_time_day(day, until));
	else if (until)
		dc_check_soften(sink, DC_SEVERITY_INFO);
	dc_check_number(sink, "request", p->request);
	dc_check_day(sink, "sent", p->sent.at);
	dc_check_text(sink, "how", dc_how_name(p->now.how));
	dc_check_day(sink, "until", until);
	dc_check_source(sink, p->now.source);
}

const char *dc_check_day_of(char out[DC_TIME_MAX], int64_t moment)
{
	if (moment)
		return dc_time_day(out, moment);
	snprintf(out, DC_TIME_MAX, "an unknown day");
	return out;
}

const char *dc_check_who(char out[DC_PHRASE_MAX], const struct dc_known *k)
{
	static const char *const says[] = {
		[DC_HOW_OBSERVED] = "seen",
		[DC_HOW_TOLD] = "you said so",
		[DC_HOW_INFERRED] = "inferred, nobody said so",
	};
	char day[DC_TIME_MAX];

	if (k->at)
		snprintf(out, DC_PHRASE_MAX, "%s on %s", says[k->how], dc_time_day(day, k->at));
	else
		snprintf(out, DC_PHRASE_MAX, "%s", says[k->how]);
	return out;
}

const char *dc_check_moment(char out[DC_PHRASE_MAX], int64_t moment, int64_t now)
{
	char day[DC_TIME_MAX], ago[DC_TIME_MAX];
	struct dc_date d = dc_date_of(moment);

	snprintf(out, DC_PHRASE_MAX, "on %s at %02d:%02d UTC (%s)", dc_time_day(day, moment),
	         d.hour, d.minute, dc_time_ago(ago, moment, now));
	return out;
}

const char *dc_check_name(const struct dc_dossier *d)
{
	return *d->name ? d->name : *d->file_name ? d->file_name : "This person";
}

const char *dc_check_first(const struct dc_dossier *d)
{
	return *d->first && !d->name_doubtful ? d->first : dc_check_name(d);
}
