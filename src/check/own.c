/* own.c - runs a rule that the user has written as data. */
#include "check/own.h"

#include <string.h>

#include <decorum/mem.h>

#include "check/match.h"

struct places {
	size_t count;
	struct dc_span first;
};

static void note_place(struct places *p, struct dc_span at)
{
	if (!p->count || at.from < p->first.from)
		p->first = at;
	p->count++;
}

static void find_phrases(struct places *p, const struct dc_own_rule *own, const struct dc_doc *doc)
{
	for (const char *const *phrase = own->phrases; *phrase; phrase++)
		for (size_t i = 0, end; i < doc->word_count; i++)
			if ((end = dc_check_phrase_at(doc, i, *phrase))) {
				note_place(p, dc_check_words_span(doc, i, end));
				i = end - 1;
			}
}

static void find_pattern(struct places *p, const struct dc_own_rule *own, const struct dc_doc *doc)
{
	DC_AUTO(dc_str) char *text = own->matcher ? dc_strndup(doc->text, doc->len) : NULL;
	struct dc_span at;

	for (size_t from = 0; text && from <= doc->len && dc_own_rule_find(own, text, from, &at);) {
		if (at.to > at.from)
			note_place(p, at);
		from = at.to > at.from ? at.to : at.to + 1;
	}
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	const struct dc_own_rule *own = rule->data;
	struct places p = { 0 };

	if (!c->doc->valid)
		return;
	find_phrases(&p, own, c->doc);
	find_pattern(&p, own, c->doc);
	if (p.count < own->threshold)
		return;
	dc_check_flag_at(sink, p.first, "%s", own->message);
	dc_check_number(sink, "times", (int64_t)p.count);
}

static const struct dc_rule_example *examples(const char *const *notes, struct dc_arena *a)
{
	size_t n = 0;

	while (notes[n])
		n++;
	struct dc_rule_example *list = dc_arena_alloc(a, n + 1, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = (struct dc_rule_example){ .note = dc_arena_strdup(a, notes[i]) };
	list[n] = (struct dc_rule_example){ 0 };
	return list;
}

const struct dc_rule *dc_check_own(const struct dc_own_rule *own, struct dc_arena *a)
{
	struct dc_rule *r = dc_arena_alloc(a, 1, sizeof(*r));

	*r = (struct dc_rule){
		.info = { .id = dc_arena_strdup(a, own->id),
		          .group = DC_GROUP_NOTE,
		          .severity = DC_SEVERITY_WARNING,
		          .summary = dc_arena_strdup(a, own->message),
		          .why = "You have made this rule yourself.",
		          .advice = dc_arena_strdup(a, own->advice),
		          .source = dc_arena_strdup(a, own->origin),
		          .bad = examples(own->bad, a),
		          .good = examples(own->good, a) },
		.run = run,
		.data = own,
	};
	(void)dc_severity_of(&r->info.severity, own->severity); /* the settings took no other */
	return r;
}
