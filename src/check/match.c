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

struct dc_span dc_check_words_span(const struct dc_doc *doc, size_t from, size_t end)
{
	return (struct dc_span){ doc->words[from].at.from, doc->words[end - 1].at.to };
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
