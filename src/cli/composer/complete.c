/* complete.c - what Tab offers: orders, choices, templates, earlier answers, people, companies. */
#include "composer/composer.h"

#include <string.h>

#include <decorum/text.h>

#include "cmd.h"

enum { PEOPLE_MAX = 40, HISTORY_MAX = 50 };

struct list {
	struct dc_candidate *at;
	size_t count, cap;
	struct dc_arena *arena;
};

static void add(struct list *l, const char *text, const char *about)
{
	if (l->count == l->cap) {
		size_t cap = l->cap ? 2 * l->cap : 16;
		struct dc_candidate *more = dc_arena_alloc(l->arena, cap, sizeof(*more));

		if (l->count)
			memcpy(more, l->at, l->count * sizeof(*more));
		l->at = more;
		l->cap = cap;
	}
	l->at[l->count++] = (struct dc_candidate){ text, about };
}

static bool has(const struct list *l, const char *text)
{
	for (size_t i = 0; i < l->count; i++)
		if (!strcmp(l->at[i].text, text))
			return true;
	return false;
}

/* True when a word of `hay` begins with what was typed, letters folded. */
static bool fits(const char *hay, const char *typed)
{
	DC_AUTO(dc_buf_clear) struct dc_buf a = { 0 }, b = { 0 };

	dc_text_fold(&a, hay, strlen(hay));
	dc_text_fold(&b, typed, strlen(typed));
	return !b.len || dc_text_word_prefix(dc_buf_str(&a), dc_buf_str(&b));
}

static void orders(struct list *l, const char *typed)
{
	const struct dc_order_row *row;

	for (size_t i = 0; (row = dc_composer_order_at(i)); i++)
		if (!strncmp(row->name, typed, strlen(typed)))
			add(l, row->name, row->about);
}

static const char *about_person(const struct dc_person *p, struct dc_arena *a)
{
	return dc_arena_printf(
		a, "%s%s%s%s%s", p->headline, *p->headline && *p->company ? ", " : "", p->company,
		*p->headline || *p->company ? " · " : "", *p->key ? p->key : "no address on file");
}

static void people(struct dc_composer *c, struct list *l, const char *typed)
{
	struct dc_person *found = NULL;
	size_t count = 0;

	if (!*typed || dc_ledger_person_search(c->cli->ledger, &found, &count, typed, PEOPLE_MAX,
	                                       l->arena, NULL))
		return;
	for (size_t i = 0; i < count; i++)
		if (*found[i].name)
			add(l, found[i].name, about_person(&found[i], l->arena));
}

static void templates(struct dc_composer *c, struct list *l, const char *typed)
{
	const struct dc_template *t;

	for (size_t i = 0; (t = dc_templates_at(c->cli->templates, i)); i++)
		if (!strncmp(dc_template_id(t), typed, strlen(typed)) ||
		    fits(dc_template_title(t), typed) || fits(dc_template_purpose(t), typed))
			add(l, dc_template_id(t), dc_template_title(t));
}

static void choices(struct list *l, const char *const *all, const char *typed)
{
	for (; *all; all++)
		if (fits(*all, typed))
			add(l, *all, "");
}

/* The word that is being typed, completed by who and what the ledger knows. */
static void words(struct dc_composer *c, struct list *l, const char *typed)
{
	size_t len = strlen(typed), from = len;
	struct dc_person *found = NULL;
	size_t count = 0;

	while (from && typed[from - 1] != ' ' && typed[from - 1] != '\n')
		from--;
	const char *word = typed + from;

	if (len - from < 2 || dc_ledger_person_search(c->cli->ledger, &found, &count, word,
	                                              PEOPLE_MAX, l->arena, NULL))
		return;
	for (size_t i = 0; i < count; i++) {
		const char *const names[] = { found[i].name, found[i].company };

		for (size_t k = 0; k < DC_COUNT(names); k++) {
			if (!*names[k] || !fits(names[k], word))
				continue;
			const char *whole = dc_arena_printf(l->arena, "%.*s%s", (int)from, typed,
			                                    names[k]);

			if (!has(l, whole))
				add(l, whole, k ? "company" : found[i].company);
		}
	}
}

static void earlier(struct dc_composer *c, struct list *l, const char *slot, const char *typed)
{
	const char **all = NULL;
	size_t count = 0;

	if (dc_ledger_answer_list(c->cli->ledger, &all, &count, slot, HISTORY_MAX, l->arena, NULL))
		return;
	for (size_t i = 0; i < count; i++)
		if (!has(l, all[i]) && fits(all[i], typed))
			add(l, all[i], "earlier answer");
}

size_t dc_composer_complete(struct dc_composer *c, struct dc_candidate **out, const char *text,
                            struct dc_arena *arena)
{
	const struct dc_question *q = dc_session_question(c->session);
	struct list l = { .arena = arena };

	if (*text == ':')
		orders(&l, text);
	else if (q->step == DC_STEP_RECIPIENT)
		people(c, &l, text);
	else if (q->step == DC_STEP_TEMPLATE)
		templates(c, &l, text);
	else if (q->choices)
		choices(&l, q->choices, text);
	else if (q->step == DC_STEP_SLOT)
		earlier(c, &l, q->slot->name, text);
	if ((q->step == DC_STEP_SLOT && !q->choices) || q->step == DC_STEP_TEXT)
		words(c, &l, text);
	*out = l.at;
	return l.count;
}

static size_t recipients(struct dc_composer *c, const char **out, size_t max,
                         struct dc_arena *arena)
{
	struct dc_request *all = NULL;
	size_t count = 0, n = 0;
	struct dc_request_filter f = { .ours = true, .limit = max };

	if (dc_ledger_request_list(c->cli->ledger, &all, &count, &f, arena, NULL))
		return 0;
	for (size_t i = 0; i < count; i++) {
		const char *who = *all[i].name ? all[i].name : all[i].key;
		bool known = false;

		for (size_t k = 0; k < n; k++)
			known = known || !strcmp(out[k], who);
		if (*who && !known)
			out[n++] = who;
	}
	return n;
}

size_t dc_composer_history(struct dc_composer *c, const char *const **out, struct dc_arena *arena)
{
	const struct dc_question *q = dc_session_question(c->session);
	const char **all = NULL;
	size_t n = 0;

	if (q->step == DC_STEP_SLOT) {
		if (dc_ledger_answer_list(c->cli->ledger, &all, &n, q->slot->name, HISTORY_MAX,
		                          arena, NULL))
			n = 0;
	} else if (q->step == DC_STEP_RECIPIENT) {
		all = dc_arena_alloc(arena, HISTORY_MAX, sizeof(*all));
		n = recipients(c, all, HISTORY_MAX, arena);
	}
	/* Newest first from the ledger, oldest first for a history. */
	for (size_t i = 0; i < n / 2; i++) {
		const char *swap = all[i];

		all[i] = all[n - 1 - i];
		all[n - 1 - i] = swap;
	}
	*out = all;
	return n;
}
