/* session.c - takes answers and works out what to ask next.
 *
 * The open question follows from what is there: no recipient → recipient, no
 * template chosen → template, a slot without an answer → that slot, no note →
 * text, else the review.  Every change goes through `go_on()`.
 */
#include "compose/session.h"

#include <string.h>

#include <decorum/person.h>
#include <decorum/text.h>

void dc_compose_set(char **to, const char *text, size_t len)
{
	char *copy = text ? dc_strndup(text, len) : NULL;

	dc_free(*to);
	*to = copy;
}

void dc_compose_start_from(struct dc_session *s, const char *text, size_t len, size_t cursor)
{
	DC_AUTO(dc_buf_clear) struct dc_buf copy = { 0 };

	/* `text` may be what is replaced. */
	dc_buf_add(&copy, text, len);
	dc_buf_reset(&s->typed);
	dc_buf_add(&s->typed, dc_buf_str(&copy), copy.len);
	s->cursor = cursor;
}

static int review(struct dc_session *s, const struct dc_clock *now, struct dc_error *err)
{
	struct dc_draft_request r = { .key = s->key,
		                      .note = dc_buf_str(&s->note),
		                      .note_len = s->note.len,
		                      .name = s->o.name,
		                      .headline = s->o.headline,
		                      .company = s->o.company,
		                      .zone = s->o.zone,
		                      .tmpl = s->tmpl ? dc_template_id(s->tmpl) : NULL };
	struct dc_report *report = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf constant = { 0 };

	if (s->tmpl) {
		dc_template_constant(s->tmpl, &constant);
		r.tmpl_text = dc_buf_str(&constant);
	}
	if (s->o.spell)
		s->o.spell(s->o.spell_data, &r);
	int rc = dc_review(&report, s->o.outbox->ledger, &r, s->o.outbox->settings, now->wall, err);

	if (rc)
		return rc;
	dc_report_free(s->report);
	s->report = report;
	for (size_t i = 0; i < s->override_count; i++)
		dc_findings_override(report->findings, s->overrides[i].rule,
		                     s->overrides[i].reason);
	return 0;
}

static bool asked_any(const struct dc_session *s)
{
	for (size_t i = 0; i < s->answer_count; i++)
		if (s->answers[i].asked)
			return true;
	return false;
}

/* All slots are there: the note can be read over, or is ready when nobody was asked. */
static int words_complete(struct dc_session *s, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf note = { 0 };
	struct dc_error why = { 0 };

	if (dc_compose_render(s, &note, NULL, false, &why)) {
		dc_compose_set(&s->complaint, why.msg, strlen(why.msg));
		if (dc_compose_render(s, &note, NULL, true, err))
			return DC_INVALID;
	} else if (s->tmpl && !asked_any(s)) {
		dc_buf_reset(&s->note);
		dc_buf_add(&s->note, dc_buf_str(&note), note.len);
		s->note_ready = true;
		return 0;
	}
	if (!s->typed.len)
		dc_compose_start_from(s, dc_buf_str(&note), note.len, note.len);
	return 0;
}

static int settle_words(struct dc_session *s, struct dc_error *err)
{
	struct dc_error why = { 0 };

	if (!s->chosen) {
		s->step = DC_STEP_TEMPLATE;
		return 0;
	}
	if (s->by_hand) {
		s->step = DC_STEP_TEXT;
		return 0;
	}
	if (dc_compose_fill(s, &why))
		dc_compose_set(&s->complaint, why.msg, strlen(why.msg));
	s->open = dc_compose_next_slot(s);
	if (s->open < s->answer_count) {
		s->step = DC_STEP_SLOT;
		return 0;
	}
	int rc = words_complete(s, err);

	s->step = DC_STEP_TEXT;
	return rc;
}

/* Finds the open question from what is there. */
static int go_on(struct dc_session *s, const struct dc_clock *now, struct dc_error *err)
{
	int rc = 0;

	if (s->end) {
		s->step = DC_STEP_DONE;
	} else if (s->inside != DC_STEP_DONE) {
		s->step = s->inside;
	} else if (!s->key) {
		s->step = s->people_count > 1 ? DC_STEP_WHICH
		          : s->people_count   ? DC_STEP_CONFIRM
		                              : DC_STEP_RECIPIENT;
	} else {
		if (!s->note_ready && (rc = settle_words(s, err)))
			return rc;
		if (s->note_ready) {
			if ((rc = review(s, now, err)))
				return rc;
			s->step = DC_STEP_REVIEW;
		}
	}
	dc_compose_ask(s);
	return 0;
}

/* --- opening */

static void complain(struct dc_session *s, const struct dc_error *why)
{
	if (!s->complaint)
		dc_compose_set(&s->complaint, why->msg, strlen(why->msg));
}

static int take_recipient_ahead(struct dc_session *s, const struct dc_clock *now,
                                struct dc_error *err)
{
	struct dc_error why = { 0 };
	int rc = s->o.recipient ? dc_compose_find(s, s->o.recipient, now, &why) : 0;

	if (rc == DC_INVALID) {
		complain(s, &why);
		dc_compose_start_from(s, s->o.recipient, strlen(s->o.recipient),
		                      strlen(s->o.recipient));
		return 0;
	}
	if (rc && err)
		*err = why;
	if (!rc && s->o.recipient)
		dc_compose_set(&s->who, s->o.recipient, strlen(s->o.recipient));
	return rc;
}

static void take_words_ahead(struct dc_session *s)
{
	struct dc_error why = { 0 };
	size_t bad;

	if (s->o.tmpl && dc_compose_template(s, s->o.tmpl, &why))
		complain(s, &why);
	if (!s->o.note)
		return;
	if (!s->chosen)
		(void)!dc_compose_template(s, "", NULL);
	dc_buf_reset(&s->note);
	dc_buf_add(&s->note, s->o.note, s->o.note_len);
	s->note_ready = dc_text_valid(s->o.note, s->o.note_len, &bad);
	if (!s->note_ready) {
		dc_fail(&why, DC_INVALID, "The note is not UTF-8: see byte %zu", bad + 1);
		complain(s, &why);
	}
}

int dc_session_open(struct dc_session **out, const struct dc_session_options *o,
                    const struct dc_clock *now, struct dc_error *err)
{
	DC_AUTO(dc_session_free) struct dc_session *s = dc_alloc(1, sizeof(*s));
	int rc;

	s->o = *o;
	s->inside = DC_STEP_DONE;
	s->override_count = o->override_count;
	s->overrides = dc_arena_alloc(&s->arena, o->override_count, sizeof(*s->overrides));
	if (o->override_count)
		memcpy(s->overrides, o->overrides, o->override_count * sizeof(*s->overrides));
	if (o->draft && (rc = dc_compose_load(s, o->draft, now, err)))
		return rc;
	if ((rc = take_recipient_ahead(s, now, err)))
		return rc;
	take_words_ahead(s);
	if ((rc = go_on(s, now, err)))
		return rc;
	*out = DC_STEAL(s);
	return 0;
}

void dc_session_free(struct dc_session *s)
{
	if (!s)
		return;
	dc_compose_forget_answers(s);
	dc_report_free(s->known);
	dc_report_free(s->report);
	dc_free(s->key);
	dc_free(s->who);
	dc_free(s->complaint);
	dc_buf_clear(&s->typed);
	dc_buf_clear(&s->note);
	dc_buf_clear(&s->fixed);
	dc_arena_clear(&s->arena);
	dc_arena_clear(&s->asked);
	dc_arena_clear(&s->found);
	dc_free(s);
}

/* --- the session's life */

const struct dc_question *dc_session_question(const struct dc_session *s) { return &s->question; }

int dc_session_answer(struct dc_session *s, const char *text, size_t len,
                      const struct dc_clock *now, struct dc_error *err)
{
	bool take_offer = !len && *s->question.offered;
	DC_AUTO(dc_str)
	char *answer = take_offer ? dc_strdup(s->question.offered) : dc_strndup(text, len);

	if (take_offer)
		len = strlen(answer);
	dc_buf_reset(&s->typed);
	s->cursor = 0;
	dc_compose_set(&s->complaint, NULL, 0);
	int rc = dc_compose_take(s, answer, len, now, err);

	if (rc == DC_FINDINGS || rc == DC_CONFLICT) {
		(void)!go_on(s, now, NULL);
		return rc;
	}
	if (rc) {
		dc_compose_start_from(s, answer, len, len);
		dc_compose_ask(s);
		return rc;
	}
	rc = go_on(s, now, err);
	if (!s->end) {
		int saved = dc_compose_save(s, NULL, 0, now, rc ? NULL : err);

		rc = rc ? rc : saved;
	}
	return rc;
}

int dc_session_keep(struct dc_session *s, const char *text, size_t len, int64_t *draft,
                    const struct dc_clock *now, struct dc_error *err)
{
	int rc = s->end ? 0 : dc_compose_save(s, text, len, now, err);

	if (!s->end && text)
		dc_compose_start_from(s, text, len, len);
	dc_compose_ask(s);
	if (draft)
		*draft = s->draft;
	return rc;
}

/* --- back */

/* Opens the last slot that was asked for; false when there is none before `before`. */
static bool reopen_slot(struct dc_session *s, size_t before)
{
	while (before--) {
		struct dc_compose_answer *a = &s->answers[before];

		if (!a->asked)
			continue;
		a->done = false;
		if (a->value)
			dc_compose_start_from(s, a->value, strlen(a->value), strlen(a->value));
		return true;
	}
	return false;
}

static void back_to_template(struct dc_session *s)
{
	const char *id = s->tmpl ? dc_template_id(s->tmpl) : "";

	dc_compose_start_from(s, id, strlen(id), strlen(id));
	dc_compose_forget_answers(s);
}

static void back_to_recipient(struct dc_session *s)
{
	const char *who = s->who ? s->who : s->key ? s->key : "";

	dc_compose_start_from(s, who, strlen(who), strlen(who));
	dc_compose_set(&s->key, NULL, 0);
	dc_compose_forget_people(s);
}

bool dc_session_back(struct dc_session *s, const struct dc_clock *now)
{
	if (s->step == DC_STEP_DONE || s->step == DC_STEP_RECIPIENT)
		return false;
	dc_buf_reset(&s->typed);
	s->inside = DC_STEP_DONE;
	if (s->step == DC_STEP_REVIEW) {
		s->note_ready = false;
		s->by_hand = true;
		dc_compose_start_from(s, dc_buf_str(&s->note), s->note.len, s->note.len);
	} else if (s->step == DC_STEP_TEXT || s->step == DC_STEP_SLOT) {
		s->by_hand = false;
		if (!reopen_slot(s, s->step == DC_STEP_SLOT ? s->open : s->answer_count))
			back_to_template(s);
	} else if (s->step != DC_STEP_FIX && s->step != DC_STEP_REASON) {
		back_to_recipient(s);
	}
	return !go_on(s, now, NULL);
}
