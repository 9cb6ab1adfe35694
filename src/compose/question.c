/* question.c - the wording of every question, and what is offered with it. */
#include "compose/session.h"

#include <string.h>

static const char *const step_names[] = {
#define X(name, text) [DC_STEP_##name] = text,
	DC_STEPS(X)
#undef X
};

const char *dc_step_name(enum dc_step s) { return step_names[s]; }

static const char *const yes_no[] = { "yes", "no", NULL };

const struct dc_finding *dc_compose_stopper(const struct dc_session *s)
{
	for (size_t i = 0; s->report && i < dc_findings_count(s->report->findings); i++) {
		const struct dc_finding *f = dc_findings_at(s->report->findings, i);

		if (f->severity == DC_SEVERITY_ERROR && !f->override)
			return f;
	}
	return NULL;
}

bool dc_compose_fixable(const struct dc_session *s)
{
	for (size_t i = 0; s->report && i < dc_findings_count(s->report->findings); i++)
		if (dc_findings_at(s->report->findings, i)->fix_count)
			return true;
	return false;
}

static void ask_recipient(struct dc_session *s, struct dc_question *q)
{
	(void)s;
	q->text = "Who is the request for?";
	q->help = "A profile address, or a name from your ledger (Tab completes it)";
}

static void ask_which(struct dc_session *s, struct dc_question *q)
{
	const char **lines = dc_arena_alloc(&s->asked, s->people_count + 1, sizeof(*lines));

	for (size_t i = 0; i < s->people_count; i++)
		lines[i] = dc_compose_person_line(&s->people[i], &s->asked);
	lines[s->people_count] = NULL;
	q->text = "Which of them?";
	q->help = "The number is enough";
	q->choices = lines;
}

static void ask_confirm(struct dc_session *s, struct dc_question *q)
{
	q->text = dc_arena_printf(&s->asked, "Is it %s?",
	                          dc_compose_person_line(&s->people[0], &s->asked));
	q->choices = yes_no;
	q->offered = "yes";
}

static void ask_template(struct dc_session *s, struct dc_question *q)
{
	const struct dc_template *t;
	size_t n = 0;

	while (dc_templates_at(s->o.templates, n))
		n++;
	const char **ids = dc_arena_alloc(&s->asked, n + 1, sizeof(*ids));

	for (size_t i = 0; (t = dc_templates_at(s->o.templates, i)); i++)
		ids[i] = dc_template_id(t);
	ids[n] = NULL;
	q->text = "Which template?";
	q->help = "Tab lists them; Enter: write it yourself";
	q->choices = ids;
	q->optional = true;
}

static bool is_choice(const char *const *choices, const char *text)
{
	if (!choices)
		return true;
	for (; *choices; choices++)
		if (!strcmp(*choices, text))
			return true;
	return false;
}

static void offer_last(struct dc_session *s, struct dc_question *q)
{
	const char **last = NULL;
	size_t count = 0;

	/* Only a convenience: the question stands without it. */
	if (dc_ledger_answer_list(s->o.outbox->ledger, &last, &count, q->slot->name, 1, &s->asked,
	                          NULL) ||
	    !count || !is_choice(q->slot->choices, last[0]))
		return;
	q->offered = last[0];
	q->offered_from = "your last answer";
}

static void ask_slot(struct dc_session *s, struct dc_question *q)
{
	const struct dc_slot *slot = s->answers[s->open].slot;
	bool doubtful = false;
	const char *from = NULL, *known = dc_compose_known(s, slot, &from, &doubtful);

	q->slot = slot;
	q->text = dc_slot_prompt(slot);
	q->choices = slot->choices;
	q->optional = !slot->required;
	if (slot->help && *slot->help)
		q->help = slot->help;
	else if (slot->example && *slot->example && !slot->choices)
		q->help = dc_arena_printf(&s->asked, "For example: %s", slot->example);
	if (known) {
		q->offered = dc_arena_strdup(&s->asked, known);
		q->offered_from = dc_arena_printf(&s->asked, "%s%s", from,
		                                  doubtful && dc_compose_about_person(slot)
		                                          ? "; in doubt, please check"
		                                          : "");
		return;
	}
	/* What is said of this person only is never offered again for the next one. */
	if (s->tmpl && !dc_compose_about_person(slot))
		offer_last(s, q);
}

static void ask_text(struct dc_session *s, struct dc_question *q)
{
	(void)s;
	q->text = "The note";
	q->help = "How you know them, and why this person. Nothing to say: leave it empty";
	q->optional = true;
}

static void ask_review(struct dc_session *s, struct dc_question *q)
{
	bool blank = !s->note.len;
	const char **c = dc_arena_alloc(&s->asked, 6, sizeof(*c));
	size_t n = 0;

	c[n++] = blank ? "blank" : "send";
	c[n++] = "edit";
	if (dc_compose_fixable(s))
		c[n++] = "fix";
	c[n++] = "draft";
	c[n++] = blank ? "skip" : "drop";
	c[n] = NULL;
	q->choices = c;
	switch (dc_report_verdict(s->report)) {
	case DC_VERDICT_OK:
		q->text = blank ? "There is no note. Send it blank, or skip them?" : "Send it?";
		q->offered = blank ? "" : "send";
		break;
	case DC_VERDICT_CAUTION:
		q->text = blank ? "There is no note. Send it blank, or skip them?"
		                : "Send it in spite of the warnings?";
		break;
	case DC_VERDICT_STOP:
		q->text = "This should not go out. Send it all the same?";
		break;
	}
}

static void ask_fix(struct dc_session *s, struct dc_question *q)
{
	(void)s;
	q->text = "Take it like this?";
	q->choices = yes_no;
}

static void ask_reason(struct dc_session *s, struct dc_question *q)
{
	const struct dc_finding *f = dc_compose_stopper(s);

	q->text = dc_arena_printf(&s->asked, "Why send it in spite of %s?", f->rule->id);
	q->help = dc_arena_printf(&s->asked, "%s Enter: do not send it", f->message);
	q->optional = true;
}

static void (*const askers[])(struct dc_session *, struct dc_question *) = {
	[DC_STEP_RECIPIENT] = ask_recipient, [DC_STEP_WHICH] = ask_which,
	[DC_STEP_CONFIRM] = ask_confirm,     [DC_STEP_TEMPLATE] = ask_template,
	[DC_STEP_SLOT] = ask_slot,           [DC_STEP_TEXT] = ask_text,
	[DC_STEP_REVIEW] = ask_review,       [DC_STEP_FIX] = ask_fix,
	[DC_STEP_REASON] = ask_reason,       [DC_STEP_DONE] = NULL,
};

void dc_compose_ask(struct dc_session *s)
{
	struct dc_question q = {
		.step = s->step, .text = "", .help = "", .offered = "", .offered_from = ""
	};

	dc_arena_clear(&s->asked);
	if (askers[s->step])
		askers[s->step](s, &q);
	q.complaint = s->complaint ? s->complaint : "";
	q.preset = dc_buf_str(&s->typed);
	q.cursor = s->cursor < s->typed.len ? s->cursor : s->typed.len;
	s->question = q;
}
