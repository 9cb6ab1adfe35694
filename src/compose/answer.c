/* answer.c - what an answer does to the session, one function per step.
 *
 * Each leaves the state such that the open question follows from it; only the two
 * questions inside the review are named in `inside`.
 */
#include "compose/session.h"

#include <string.h>
#include <strings.h>

#include <decorum/text.h>

static int answer_recipient(struct dc_session *s, const char *text, size_t len,
                            const struct dc_clock *now, struct dc_error *err)
{
	int rc = dc_compose_find(s, text, now, err);

	if (!rc)
		dc_compose_set(&s->who, text, len);
	return rc;
}

static int answer_which(struct dc_session *s, const char *text, size_t len,
                        const struct dc_clock *now, struct dc_error *err)
{
	(void)len;
	return dc_compose_pick(s, text, now, err);
}

/* The one choice that begins with `text`; NULL when there is none or several. */
static const char *choose(const char *const *choices, const char *text)
{
	const char *found = NULL;
	size_t len = strlen(text);

	for (; len && *choices; choices++) {
		if (strncasecmp(*choices, text, len))
			continue;
		if (!(*choices)[len])
			return *choices;
		if (found)
			return NULL;
		found = *choices;
	}
	return found;
}

static int not_a_choice(const struct dc_session *s, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf list = { 0 };

	for (const char *const *c = s->question.choices; *c; c++)
		dc_buf_printf(&list, "%s%s", list.len ? ", " : "", *c);
	return dc_fail(err, DC_INVALID, "Say one of: %.400s", dc_buf_str(&list));
}

static int answer_confirm(struct dc_session *s, const char *text, size_t len,
                          const struct dc_clock *now, struct dc_error *err)
{
	const char *c = choose(s->question.choices, text);

	(void)len;
	if (!c)
		return not_a_choice(s, err);
	if (!strcmp(c, "yes"))
		return dc_compose_choose(s, s->people[0].key, now, err);
	dc_compose_forget_people(s);
	dc_compose_start_from(s, s->who ? s->who : "", s->who ? strlen(s->who) : 0, SIZE_MAX);
	return 0;
}

static int answer_template(struct dc_session *s, const char *text, size_t len,
                           const struct dc_clock *now, struct dc_error *err)
{
	(void)len, (void)now;
	const char *c = *text ? choose(s->question.choices, text) : NULL;

	return dc_compose_template(s, c ? c : text, err);
}

static int answer_slot(struct dc_session *s, const char *text, size_t len,
                       const struct dc_clock *now, struct dc_error *err)
{
	struct dc_compose_answer *a = &s->answers[s->open];
	size_t bad;
	int rc;

	(void)now;
	/* "-" is the way to say nothing where Enter takes what is offered. */
	if (!strcmp(text, "-") && s->question.optional)
		text = "", len = 0;
	if (!dc_text_valid(text, len, &bad))
		return dc_fail(err, DC_INVALID, "That is not UTF-8: see byte %zu", bad + 1);
	const char *c = a->slot->choices && *text ? choose(a->slot->choices, text) : NULL;

	if (c)
		text = c, len = strlen(c);
	if ((rc = dc_slot_accepts(a->slot, text, err)))
		return rc;
	dc_compose_set(&a->value, text, len);
	a->done = a->asked = true;
	return 0;
}

static int answer_text(struct dc_session *s, const char *text, size_t len,
                       const struct dc_clock *now, struct dc_error *err)
{
	size_t bad;

	(void)now;
	if (!dc_text_valid(text, len, &bad))
		return dc_fail(err, DC_INVALID, "The note is not UTF-8: see byte %zu", bad + 1);
	dc_buf_reset(&s->note);
	dc_buf_add(&s->note, text, len);
	s->note_ready = true;
	return 0;
}

static void remember_answers(struct dc_session *s, int64_t person, const struct dc_clock *now)
{
	for (size_t i = 0; s->tmpl && i < s->answer_count; i++) {
		const struct dc_compose_answer *a = &s->answers[i];

		/* Only a convenience: the request is held whether this works or not. */
		if (a->asked && *a->value && !dc_compose_about_person(a->slot))
			(void)!dc_ledger_answer_put(s->o.outbox->ledger, a->slot->name, a->value,
			                            now->wall, NULL);
		if (a->asked && *a->value && !strcmp(a->slot->from, "met") &&
		    strcmp(a->value, s->known->dossier.met) != 0)
			(void)!dc_ledger_met_put(s->o.outbox->ledger, person, a->value, now->wall,
			                         NULL);
	}
}

static int send(struct dc_session *s, const struct dc_clock *now, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf constant = { 0 };

	if (s->tmpl)
		dc_template_constant(s->tmpl, &constant);
	struct dc_sending sending = {
		.request = { .key = s->key,
		             .note = dc_buf_str(&s->note),
		             .note_len = s->note.len,
		             .name = s->o.name,
		             .headline = s->o.headline,
		             .company = s->o.company,
		             .tmpl_text = dc_buf_str(&constant),
		             .zone = s->o.zone,
		             .tmpl = s->tmpl ? dc_template_id(s->tmpl) : NULL },
		.overrides = s->overrides,
		.override_count = s->override_count,
		.hold = s->o.hold,
	};
	struct dc_report *report = NULL;
	struct dc_request held = { 0 };
	int rc = dc_outbox_hold(s->o.outbox, &held, &report, &sending, now, &s->arena, err);

	dc_report_free(report);
	if (rc)
		return rc;
	s->end = DC_END_HELD;
	s->result = held.id;
	remember_answers(s, held.person, now);
	/* The request is what counts from now on; a draft left behind only takes up room. */
	if (s->draft && !dc_ledger_draft_drop(s->o.outbox->ledger, s->draft, NULL))
		s->draft = 0;
	return 0;
}

/* The first fixes by place, none of them over another. */
static const struct dc_fix *next_fix(const struct dc_report *r, size_t from)
{
	const struct dc_fix *best = NULL;

	for (size_t i = 0; i < dc_findings_count(r->findings); i++) {
		const struct dc_finding *f = dc_findings_at(r->findings, i);

		for (size_t k = 0; k < f->fix_count; k++)
			if (f->fixes[k].span.from >= from &&
			    (!best || f->fixes[k].span.from < best->span.from))
				best = &f->fixes[k];
	}
	return best;
}

static void make_fixed(struct dc_session *s)
{
	const char *note = dc_buf_str(&s->note);
	const struct dc_fix *fix;
	size_t at = 0, from = 0;

	dc_buf_reset(&s->fixed);
	while ((fix = next_fix(s->report, from))) {
		dc_buf_add(&s->fixed, note + at, fix->span.from - at);
		dc_buf_puts(&s->fixed, fix->text);
		at = fix->span.to;
		/* An insertion must not be found again. */
		from = at > fix->span.from ? at : at + 1;
	}
	dc_buf_add(&s->fixed, note + at, s->note.len - at);
}

static int answer_review(struct dc_session *s, const char *text, size_t len,
                         const struct dc_clock *now, struct dc_error *err)
{
	/* What a blank request calls its choices, and the usual names for them. */
	static const char *const synonyms[][2] = { { "blank", "send" }, { "skip", "drop" } };
	const char *c = choose(s->question.choices, text);
	int rc;

	(void)len;
	for (size_t i = 0; i < DC_COUNT(synonyms); i++)
		for (size_t k = 0; k < 2; k++)
			if (!strcasecmp(c ? c : text, synonyms[i][k]))
				c = synonyms[i][1];
	if (!c)
		return not_a_choice(s, err);
	if (!strcmp(c, "send")) {
		if (!dc_compose_stopper(s))
			return send(s, now, err);
		s->inside = DC_STEP_REASON;
	} else if (!strcmp(c, "fix")) {
		make_fixed(s);
		s->inside = DC_STEP_FIX;
	} else if (!strcmp(c, "edit")) {
		const struct dc_finding *f = NULL;

		for (size_t i = 0; i < dc_findings_count(s->report->findings); i++)
			if ((f = dc_findings_at(s->report->findings, i))->has_span)
				break;
		dc_compose_start_from(s, dc_buf_str(&s->note), s->note.len,
		                      f && f->has_span ? f->span.from : s->note.len);
		s->note_ready = false;
		s->by_hand = true;
	} else if (!strcmp(c, "draft")) {
		if ((rc = dc_compose_save(s, NULL, 0, now, err)))
			return rc;
		s->end = DC_END_DRAFT;
		s->result = s->draft;
	} else if (!strcmp(c, "drop")) {
		if (s->draft && (rc = dc_ledger_draft_drop(s->o.outbox->ledger, s->draft, err)))
			return rc;
		s->draft = 0;
		s->end = DC_END_DROPPED;
	}
	return 0;
}

static int answer_fix(struct dc_session *s, const char *text, size_t len,
                      const struct dc_clock *now, struct dc_error *err)
{
	const char *c = choose(s->question.choices, text);

	(void)len, (void)now;
	if (!c)
		return not_a_choice(s, err);
	if (!strcmp(c, "yes")) {
		dc_buf_reset(&s->note);
		dc_buf_add(&s->note, dc_buf_str(&s->fixed), s->fixed.len);
	}
	return 0;
}

static int answer_reason(struct dc_session *s, const char *text, size_t len,
                         const struct dc_clock *now, struct dc_error *err)
{
	const struct dc_finding *f = dc_compose_stopper(s);

	if (!*text)
		return 0;
	struct dc_override *all = dc_arena_alloc(&s->arena, s->override_count + 1, sizeof(*all));

	if (s->override_count)
		memcpy(all, s->overrides, s->override_count * sizeof(*all));
	all[s->override_count++] = (struct dc_override){ f->rule->id,
		                                         dc_arena_strndup(&s->arena, text, len) };
	s->overrides = all;
	dc_findings_override(s->report->findings, f->rule->id, all[s->override_count - 1].reason);
	if (!dc_compose_stopper(s))
		return send(s, now, err);
	s->inside = DC_STEP_REASON;
	return 0;
}

typedef int answer_fn(struct dc_session *, const char *, size_t, const struct dc_clock *,
                      struct dc_error *);

static answer_fn *const takers[] = {
	[DC_STEP_RECIPIENT] = answer_recipient, [DC_STEP_WHICH] = answer_which,
	[DC_STEP_CONFIRM] = answer_confirm,     [DC_STEP_TEMPLATE] = answer_template,
	[DC_STEP_SLOT] = answer_slot,           [DC_STEP_TEXT] = answer_text,
	[DC_STEP_REVIEW] = answer_review,       [DC_STEP_FIX] = answer_fix,
	[DC_STEP_REASON] = answer_reason,       [DC_STEP_DONE] = NULL,
};

int dc_compose_take(struct dc_session *s, const char *text, size_t len, const struct dc_clock *now,
                    struct dc_error *err)
{
	DC_AUTO(dc_str) char *word = NULL;

	s->inside = DC_STEP_DONE;
	/* Blanks around a pasted address or a choice mean nothing; in the user's words they may. */
	if (s->step != DC_STEP_SLOT && s->step != DC_STEP_TEXT) {
		while (len && strchr(" \t\r\n", *text))
			text++, len--;
		while (len && strchr(" \t\r\n", text[len - 1]))
			len--;
		text = word = dc_strndup(text, len);
	}
	if (!takers[s->step])
		return dc_fail(err, DC_INVALID, "This session is over");
	return takers[s->step](s, text, len, now, err);
}
