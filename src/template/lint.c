/* lint.c - what a template could do better although it can be used. */
#include "template/front.h"

#include <string.h>

#include <decorum/text.h>

struct linter {
	const struct dc_template *t;
	struct dc_arena *arena;
	struct dc_lint *found; /* room for one of each slot and two of the whole */
	size_t count;
};

static void add(struct linter *l, const char *id, size_t line, size_t column, const char *message)
{
	l->found[l->count++] = (struct dc_lint){ id, message, line, column };
}

static size_t words_in(const char *s)
{
	size_t words = 0;

	for (; *s; s += strspn(s, " \n")) {
		words++;
		s += strcspn(s, " \n");
	}
	return words;
}

/* Words that the sender finds: nothing that is filled in or chosen from a list.  Where they met
 * only the sender knows, though it may have been noted before. */
static bool is_own(const struct dc_slot *s)
{
	return *s->question && s->required && !s->choices && (!*s->from || !strcmp(s->from, "met"));
}

static size_t own_words(const struct dc_template *t)
{
	size_t words = 0;

	for (size_t i = 0; i < t->slot_count; i++) {
		const struct dc_slot *s = &t->slots[i].slot;

		if (is_own(s))
			words += words_in(s->example);
	}
	return words;
}

static void lint_slot(struct linter *l, const struct dc_template_slot *s)
{
	struct dc_error why = { 0 };

	if (!*s->slot.example && !s->slot.fallback)
		add(l, "missing-example", s->line, 1,
		    dc_arena_printf(l->arena,
		                    "The slot '%s' has no example, so nobody sees how it reads.",
		                    s->slot.name));
	else if (*s->slot.example && dc_slot_accepts(&s->slot, s->slot.example, &why))
		add(l, "bad-example", s->line, 1,
		    dc_arena_printf(l->arena, "The slot refuses its own example: %s.", why.msg));
}

void dc_template_lint(struct dc_lint **out, size_t *count, const struct dc_template *t,
                      const struct dc_lint_options *o, struct dc_arena *arena)
{
	struct linter l = { .t = t, .arena = arena };
	DC_AUTO(dc_buf_clear) struct dc_buf note = { 0 };
	size_t want_words = o && o->words ? o->words : 3;
	size_t want_units = o && o->units ? o->units : 200;
	size_t words = own_words(t), body_line = dc_template_line(t);

	l.found = dc_arena_alloc(arena, t->slot_count + 2, sizeof(*l.found));
	for (size_t i = 0; i < t->slot_count; i++)
		lint_slot(&l, &t->slots[i]);
	if (!dc_template_example(t, &note, NULL)) {
		size_t units = dc_text_units(dc_buf_str(&note), note.len);

		if (units > want_units)
			add(&l, "too-long", body_line, 1,
			    dc_arena_printf(
				    arena,
				    "With its examples the note has %zu characters; %zu are "
				    "allowed.",
				    units, want_units));
	}
	if (words < want_words)
		add(&l, "few-words", body_line, 1,
		    dc_arena_printf(arena,
		                    "The template leaves %zu word%s to the sender; ask for "
		                    "something that only this person would recognise (%zu words "
		                    "or more in the examples).",
		                    words, words == 1 ? "" : "s", want_words));
	*out = l.found;
	*count = l.count;
}
