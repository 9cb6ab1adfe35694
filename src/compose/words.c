/* words.c - template and slots: what is known already, what was answered, the note they make. */
#include "compose/session.h"

#include <string.h>

#include <decorum/text.h>

#include "text/doc.h"

/* Writing freely has two questions of its own, the two that good etiquette asks. */
static const struct dc_slot etiquette[] = {
	{ .name = "how",
	  .question = "How do you know or know of them?",
	  .help = "Place and date, who introduced you, which talk or post. Enter: nothing to say",
	  .example = "we met at FOSDEM in February",
	  .from = "",
	  .pattern = "" },
	{ .name = "why",
	  .question = "Why this person?",
	  .help = "What only they would recognise. Enter: nothing to say",
	  .example = "your talk on query planners answered a question of mine",
	  .from = "",
	  .pattern = "" },
};

/* What slots can be filled from. */
static const struct {
	const char *from;
	size_t offset;
	enum { AS_FILED, AS_NAME, AS_NOTED, OF_SENDER } kind;
} sources[] = {
#define MEMBER(name) offsetof(struct dc_dossier, name)
	{ "first_name", MEMBER(first), AS_NAME },
	{ "last_name", MEMBER(last), AS_NAME },
	{ "name", MEMBER(name), AS_FILED },
	{ "headline", MEMBER(headline), AS_FILED },
	{ "company", MEMBER(company), AS_FILED },
	{ "met", MEMBER(met), AS_NOTED },
	{ "my_first_name", MEMBER(me_first), OF_SENDER },
	{ "my_company", MEMBER(me_company), OF_SENDER },
#undef MEMBER
};

/* Who says what the dossier says. */
static const char *origin(const struct dc_session *s, size_t source)
{
	const struct dc_dossier *d = &s->known->dossier;

	if (sources[source].kind == OF_SENDER)
		return "your own profile";
	if (sources[source].kind == AS_NOTED)
		return "your own note";
	if ((sources[source].kind == AS_NAME || !strcmp(sources[source].from, "name")) && s->o.name)
		return "the name you gave";
	if (!strcmp(sources[source].from, "headline") && s->o.headline)
		return "the headline you gave";
	if (!strcmp(sources[source].from, "company") && s->o.company)
		return "the company you gave";
	return d->connected.source ? d->connected.source : "the ledger";
}

const char *dc_compose_known(const struct dc_session *s, const struct dc_slot *slot,
                             const char **from, bool *doubtful)
{
	const char *wanted = slot->from && *slot->from ? slot->from : "";

	*doubtful = false;
	if (!s->known)
		return NULL;
	for (size_t i = 0; i < DC_COUNT(sources); i++) {
		if (strcmp(wanted, sources[i].from))
			continue;
		const char *value = *(const char *const *)((const char *)&s->known->dossier +
		                                           sources[i].offset);

		/* What was noted for oneself, in whatever words, is offered and not just taken. */
		*doubtful = sources[i].kind == AS_NOTED ||
		            (sources[i].kind == AS_NAME && s->known->dossier.name_doubtful);
		*from = origin(s, i);
		return value && *value ? value : NULL;
	}
	return NULL;
}

bool dc_compose_about_person(const struct dc_slot *slot)
{
	for (size_t i = 0; i < DC_COUNT(sources); i++)
		if (slot->from && !strcmp(slot->from, sources[i].from))
			return sources[i].kind != AS_NOTED; /* an event has met many people */
	return false;
}

void dc_compose_forget_answers(struct dc_session *s)
{
	for (size_t i = 0; i < s->answer_count; i++)
		dc_free(s->answers[i].value);
	dc_free(s->answers);
	s->answers = NULL;
	s->answer_count = s->open = 0;
	s->tmpl = NULL;
	s->chosen = false;
}

static void add_answer(struct dc_session *s, const struct dc_slot *slot)
{
	s->answers = dc_grow(s->answers, s->answer_count + 1, sizeof(*s->answers));
	s->answers[s->answer_count++] = (struct dc_compose_answer){ .slot = slot };
}

int dc_compose_template(struct dc_session *s, const char *id, struct dc_error *err)
{
	const struct dc_template *t = NULL;
	const struct dc_slot *slot;

	if (*id && !(t = dc_templates_find(s->o.templates, id)))
		return dc_fail(err, DC_INVALID,
		               "There is no template \"%.100s\"; Tab lists them, an empty answer "
		               "lets you write freely",
		               id);
	dc_compose_forget_answers(s);
	s->tmpl = t;
	s->chosen = true;
	for (size_t i = 0; t && (slot = dc_template_slot_at(t, i)); i++)
		add_answer(s, slot);
	for (size_t i = 0; !t && i < DC_COUNT(etiquette); i++)
		add_answer(s, &etiquette[i]);
	return 0;
}

static const char *given_ahead(const struct dc_session *s, const char *name)
{
	for (size_t i = s->o.value_count; i--;)
		if (!strcmp(s->o.values[i].name, name))
			return s->o.values[i].text;
	return NULL;
}

static void take(struct dc_compose_answer *a, const char *value, const char *from)
{
	dc_compose_set(&a->value, value, strlen(value));
	a->done = true;
	a->from = from;
}

static int fill_one(struct dc_session *s, struct dc_compose_answer *a, struct dc_error *err)
{
	const char *ahead = given_ahead(s, a->slot->name), *from = NULL;
	bool doubtful;
	int rc;

	if (ahead && !a->asked) {
		if ((rc = dc_slot_accepts(a->slot, ahead, err)))
			return rc;
		take(a, ahead, "given ahead");
		return 0;
	}
	const char *known = dc_compose_known(s, a->slot, &from, &doubtful);

	if (*a->slot->question && !s->o.silent)
		return 0;
	/* A slot without a question is asked only when nothing else helps. */
	if (known && !doubtful && !dc_slot_accepts(a->slot, known, NULL))
		take(a, known, from);
	else if (!known && (a->slot->fallback || !a->slot->required))
		take(a, "", "the template");
	return 0;
}

int dc_compose_fill(struct dc_session *s, struct dc_error *err)
{
	int first = 0;

	for (size_t i = 0; i < s->answer_count; i++) {
		struct dc_error one = { 0 };
		int rc = s->answers[i].done ? 0 : fill_one(s, &s->answers[i], &one);

		if (rc && !first) {
			first = rc;
			if (err)
				*err = one;
		}
	}
	return first;
}

size_t dc_compose_next_slot(const struct dc_session *s)
{
	for (size_t i = 0; i < s->answer_count; i++)
		if (!s->answers[i].done)
			return i;
	return s->answer_count;
}

static const char *value_of(const struct dc_session *s, size_t i, const char *typed)
{
	if (typed && i == s->open)
		return typed;
	return s->answers[i].value ? s->answers[i].value : "";
}

static bool greets(const char *text)
{
	DC_AUTO(dc_doc_clear) struct dc_doc doc = { 0 };

	dc_doc_init(&doc, text, strlen(text));
	return doc.valid && doc.greeting.present;
}

/* Writing freely starts from the raw material: a greeting, unless it is there, and the two answers.
 */
static void render_free(const struct dc_session *s, struct dc_buf *out, const char *typed)
{
	const struct dc_dossier *d = s->known ? &s->known->dossier : NULL;
	size_t start = out->len;

	for (size_t i = 0; i < s->answer_count; i++) {
		const char *value = value_of(s, i, typed);

		if (!*value)
			continue;
		if (out->len == start && d && *d->first && !d->name_doubtful && !greets(value))
			dc_buf_printf(out, "Hi %s, ", d->first);
		else if (out->len > start)
			dc_buf_putc(out, ' ');
		dc_buf_puts(out, value);
		if (!strchr(".!?", value[strlen(value) - 1]))
			dc_buf_putc(out, '.');
	}
}

int dc_compose_render(const struct dc_session *s, struct dc_buf *out, const char *typed,
                      bool lenient, struct dc_error *err)
{
	if (!s->tmpl) {
		render_free(s, out, typed);
		return 0;
	}
	struct dc_value *values = dc_alloc(s->answer_count, sizeof(*values));

	for (size_t i = 0; i < s->answer_count; i++)
		values[i] = (struct dc_value){ s->answers[i].slot->name, value_of(s, i, typed) };
	int rc = dc_template_render(s->tmpl, out, values, s->answer_count, lenient, err);

	dc_free(values);
	return rc;
}

bool dc_session_fill_at(const struct dc_session *s, size_t i, struct dc_fill *out)
{
	for (size_t k = 0; k < s->answer_count; k++) {
		const struct dc_compose_answer *a = &s->answers[k];

		if (!a->done || !a->from || !*a->value || i--)
			continue;
		*out = (struct dc_fill){ a->slot->name, a->value, a->from };
		return true;
	}
	return false;
}
