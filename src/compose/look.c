/* look.c - what a program may see of a session without changing it. */
#include "compose/session.h"

#include <decorum/text.h>

const struct dc_report *dc_session_recipient(const struct dc_session *s)
{
	return s->key ? s->known : NULL;
}

const char *dc_session_template(const struct dc_session *s)
{
	return s->tmpl ? dc_template_id(s->tmpl) : "";
}

const char *dc_session_note(const struct dc_session *s, size_t *len)
{
	const struct dc_buf *b = s->note_ready || s->step != DC_STEP_TEXT ? &s->note : &s->typed;

	if (len)
		*len = b->len;
	return dc_buf_str(b);
}

const char *dc_session_fixed(const struct dc_session *s, size_t *len)
{
	if (len)
		*len = s->fixed.len;
	return dc_buf_str(&s->fixed);
}

const struct dc_report *dc_session_report(const struct dc_session *s)
{
	return s->note_ready ? s->report : NULL;
}

const struct dc_finding *dc_session_stopper(const struct dc_session *s)
{
	return s->step == DC_STEP_REASON ? dc_compose_stopper(s) : NULL;
}

enum { PEEK_BYTES_MAX = 4096 };

void dc_peek_clear(struct dc_peek *p)
{
	dc_findings_free(p->findings);
	*p = (struct dc_peek){ 0 };
}

void dc_session_peek(struct dc_session *s, struct dc_peek *out, const char *text, size_t len,
                     const struct dc_clock *now)
{
	DC_AUTO(dc_buf_clear) struct dc_buf note = { 0 };

	*out = (struct dc_peek){ 0 };
	if (!s->known || (s->step != DC_STEP_TEXT && s->step != DC_STEP_SLOT))
		return;
	if (s->step == DC_STEP_TEXT) {
		dc_buf_add(&note, text, len);
	} else {
		DC_AUTO(dc_str) char *typed = dc_strndup(text, len);

		/* What cannot be rendered yet has nothing to be looked at. */
		(void)!dc_compose_render(s, &note, typed, true, NULL);
	}
	struct dc_subject subject = { .note = dc_buf_str(&note),
		                      .note_len = note.len,
		                      .dossier = &s->known->dossier,
		                      .settings = s->o.outbox->settings,
		                      .now = now->wall };

	out->units = dc_text_units(subject.note, note.len);
	out->limit = s->known->unit_limit;
	/* A text that is many times too long has one thing to be told, and the count tells it. */
	if (s->step == DC_STEP_TEXT && note.len && note.len <= PEEK_BYTES_MAX)
		dc_check(&out->findings, &subject);
}

enum dc_end dc_session_end(const struct dc_session *s) { return s->end; }
int64_t dc_session_result(const struct dc_session *s) { return s->result; }
int64_t dc_session_draft(const struct dc_session *s) { return s->draft; }

bool dc_session_missing_at(const struct dc_session *s, size_t i, struct dc_missing *out)
{
	if (!s->key && !i--) {
		*out = (struct dc_missing){ "RECIPIENT", "",
			                    s->complaint ? s->complaint : "whom it is for" };
		return true;
	}
	if (s->note_ready)
		return false;
	if (!s->chosen || !s->tmpl) {
		*out = (struct dc_missing){ "--template ID or --note TEXT", "", "the words" };
		return !i;
	}
	for (size_t k = 0; k < s->answer_count; k++) {
		const struct dc_slot *slot = s->answers[k].slot;

		if (s->answers[k].done || i--)
			continue;
		*out = (struct dc_missing){ "--set", slot->name, dc_slot_prompt(slot) };
		return true;
	}
	return false;
}
