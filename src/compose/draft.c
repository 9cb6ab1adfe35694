/* draft.c - the session in a draft, and back: where the user was, and what was half typed.
 *
 * The answers of a draft are a JSON object slot → value.  Two members that no slot
 * can be called hold the rest: ".open" is the question that was open ("slot:event",
 * "text", …), ".typed" what was half typed where no other member has it.
 */
#include "compose/session.h"

#include <string.h>

#include <decorum/json.h>

static bool something(const struct dc_session *s, size_t typed)
{
	return s->key || s->chosen || s->note.len || typed;
}

/* The steps inside a question are resumed at the question. */
static enum dc_step settled(enum dc_step step)
{
	switch (step) {
	case DC_STEP_WHICH:
	case DC_STEP_CONFIRM:
		return DC_STEP_RECIPIENT;
	case DC_STEP_FIX:
	case DC_STEP_REASON:
		return DC_STEP_REVIEW;
	default:
		return step;
	}
}

static void write_open(const struct dc_session *s, struct dc_json_writer *w)
{
	if (s->step != DC_STEP_SLOT) {
		dc_json_put_string(w, ".open", dc_step_name(settled(s->step)));
		return;
	}
	DC_AUTO(dc_str) char *open = dc_printf("slot:%s", s->answers[s->open].slot->name);

	dc_json_put_string(w, ".open", open);
}

static void write_answers(const struct dc_session *s, struct dc_buf *out, const char *typed,
                          size_t len)
{
	struct dc_json_writer w = { .out = out };

	dc_json_begin(&w, NULL, '{');
	for (size_t i = 0; i < s->answer_count; i++) {
		const struct dc_compose_answer *a = &s->answers[i];

		if (s->step == DC_STEP_SLOT && i == s->open && typed)
			dc_json_put_text(&w, a->slot->name, typed, len);
		else if (a->value && (a->done || *a->value))
			dc_json_put_string(&w, a->slot->name, a->value);
	}
	write_open(s, &w);
	if (typed && len && s->step != DC_STEP_SLOT && s->step != DC_STEP_TEXT &&
	    s->step != DC_STEP_RECIPIENT)
		dc_json_put_text(&w, ".typed", typed, len);
	dc_json_end(&w, '}');
}

static const char *called(const struct dc_session *s)
{
	if (s->known && *s->known->dossier.name)
		return s->known->dossier.name;
	return s->who ? s->who : s->key ? s->key : "";
}

/* All of it was taken out again: an empty draft would only be in the way. */
static int forget_draft(struct dc_session *s, struct dc_error *err)
{
	int rc = s->draft ? dc_ledger_draft_drop(s->o.outbox->ledger, s->draft, err) : 0;

	if (!rc || rc == DC_NOTFOUND)
		s->draft = 0;
	return rc == DC_NOTFOUND ? 0 : rc;
}

int dc_compose_save(struct dc_session *s, const char *typed, size_t len, const struct dc_clock *now,
                    struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf answers = { 0 }, who = { 0 };
	bool writing = s->step == DC_STEP_TEXT && typed;

	if (!something(s, typed ? len : 0))
		return forget_draft(s, err);
	write_answers(s, &answers, typed, len);
	if (s->step == DC_STEP_RECIPIENT && typed)
		dc_buf_add(&who, typed, len);
	else
		dc_buf_puts(&who, called(s));
	return dc_ledger_draft_put(
		s->o.outbox->ledger, &s->draft,
		&(struct dc_draft){ .id = s->draft,
	                            .key = s->key ? s->key : "",
	                            .who = dc_buf_str(&who),
	                            .tmpl = s->tmpl ? dc_template_id(s->tmpl) : "",
	                            .note = writing ? typed : dc_buf_str(&s->note),
	                            .note_len = writing ? len : s->note.len,
	                            .answers = dc_buf_str(&answers),
	                            .at = now->wall },
		err);
}

static const char *text_of(const struct dc_json *object, const char *name)
{
	const char *text = dc_json_string(dc_json_get(object, name));

	return text ? text : "";
}

static void load_answers(struct dc_session *s, const struct dc_json *all, const char *open)
{
	const char *slot = strncmp(open, "slot:", 5) ? "" : open + 5;

	for (size_t i = 0; i < s->answer_count; i++) {
		struct dc_compose_answer *a = &s->answers[i];
		const char *value = dc_json_string(dc_json_get(all, a->slot->name));

		if (!value)
			continue;
		dc_compose_set(&a->value, value, strlen(value));
		a->asked = true;
		if (!strcmp(a->slot->name, slot)) {
			dc_buf_puts(&s->typed, value);
			s->cursor = s->typed.len;
		} else {
			a->done = true;
		}
	}
}

static int load_words(struct dc_session *s, const struct dc_draft *d, const struct dc_json *all,
                      struct dc_error *err)
{
	const char *open = text_of(all, ".open");
	bool writing = !strcmp(open, "text");
	struct dc_error why = { 0 };

	(void)err;
	dc_buf_add(&s->note, d->note, d->note_len);
	/* A note without a place to go on, as undo leaves it, is ready. */
	s->note_ready = !writing && d->note_len && (!*open || !strcmp(open, "review"));
	if (*d->tmpl && dc_compose_template(s, d->tmpl, &why))
		dc_compose_set(&s->complaint, why.msg, strlen(why.msg));
	else if (!*d->tmpl && (writing || s->note_ready || !strcmp(open, "review") ||
	                       !strncmp(open, "slot:", 5)))
		(void)!dc_compose_template(s, "", NULL);
	if (!strcmp(open, "review"))
		s->note_ready = true;
	load_answers(s, all, open);
	if (writing) {
		s->by_hand = true;
		dc_buf_add(&s->typed, d->note, d->note_len);
		s->cursor = s->typed.len;
		dc_buf_reset(&s->note);
	}
	if (*text_of(all, ".typed") && strcmp(open, "review"))
		dc_buf_puts(&s->typed, text_of(all, ".typed"));
	return 0;
}

int dc_compose_load(struct dc_session *s, int64_t id, const struct dc_clock *now,
                    struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
	struct dc_draft d = { 0 };
	int rc = dc_ledger_draft_get(s->o.outbox->ledger, &d, id, &a, err);

	if (rc)
		return rc;
	/* What is not ours to read is no reason to refuse the words. */
	if (*d.answers)
		(void)!dc_json_parse(&doc, d.answers, strlen(d.answers), NULL);
	s->draft = id;
	dc_compose_set(&s->who, d.who, strlen(d.who));
	if (*d.key && (rc = dc_compose_choose(s, d.key, now, err)))
		return rc;
	const struct dc_json *all = doc ? dc_json_root(doc) : NULL;

	rc = load_words(s, &d, all, err);
	if (!s->key) {
		dc_buf_reset(&s->typed);
		dc_buf_puts(&s->typed, d.who);
		s->cursor = s->typed.len;
	}
	return rc;
}
