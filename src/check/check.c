/* check.c - run the table of rules; knows no rule by name. */
#include <decorum/check.h>

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>

#include "check/frame.h"
#include "check/learned/classifier.h"
#include "check/own.h"
#include "check/rule.h"
#include "check/said.h"

#define ENTRY(id) extern const struct dc_rule dc_rule_##id;
#include "gen/rules.inc"
#undef ENTRY

static const struct dc_rule *const rules[] = {
#define ENTRY(id) &dc_rule_##id,
#include "gen/rules.inc"
#undef ENTRY
};

static const char *const severities[] = {
	[DC_SEVERITY_INFO] = "info",
	[DC_SEVERITY_WARNING] = "warning",
	[DC_SEVERITY_ERROR] = "error",
};

static const char *const groups[] = {
	[DC_GROUP_RECIPIENT] = "recipient",
	[DC_GROUP_VOLUME] = "volume",
	[DC_GROUP_NOTE] = "note",
};

const char *dc_severity_name(enum dc_severity s) { return severities[s]; }
const char *dc_group_name(enum dc_group g) { return groups[g]; }

bool dc_severity_of(enum dc_severity *out, const char *name)
{
	for (size_t i = 0; i < DC_COUNT(severities); i++)
		if (!strcmp(severities[i], name)) {
			*out = (enum dc_severity)i;
			return true;
		}
	return false;
}

const struct dc_rule_info *dc_rule_at(size_t i)
{
	return i < DC_COUNT(rules) ? &rules[i]->info : NULL;
}

const struct dc_rule_info *dc_rule_own_at(const struct dc_settings *s, size_t i,
                                          struct dc_arena *arena)
{
	const struct dc_own_rule *own = dc_settings_own_rule(s, i);

	return own ? &dc_check_own(own, arena)->info : NULL;
}

const struct dc_rule_info *dc_rule_find(const char *id)
{
	for (size_t i = 0; i < DC_COUNT(rules); i++)
		if (!strcmp(rules[i]->info.id, id))
			return &rules[i]->info;
	return NULL;
}

/* --- findings */

struct dc_findings {
	struct dc_arena arena;
	struct dc_finding *items;
	size_t count, cap;
};

struct dc_sink {
	struct dc_findings *findings;
	const struct dc_rule *rule;
	bool fixed_severity; /* the user has set it */
	enum dc_severity severity;
	/* of the finding that was flagged last, for adding to it */
	struct dc_evidence *evidence;
	struct dc_fix *fixes;
};

static struct dc_finding *last(struct dc_sink *s)
{
	return &s->findings->items[s->findings->count - 1];
}

static DC_PRINTF(2, 0) char *vprinted(struct dc_arena *a, const char *fmt, va_list ap)
{
	DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };

	dc_buf_vprintf(&b, fmt, ap);
	return dc_arena_strndup(a, dc_buf_str(&b), b.len);
}

static DC_PRINTF(2, 0) struct dc_finding *add(struct dc_sink *s, const char *fmt, va_list ap)
{
	struct dc_findings *f = s->findings;

	if (f->count == f->cap) {
		f->cap = f->cap ? f->cap * 2 : 8;
		f->items = dc_grow(f->items, f->cap, sizeof(*f->items));
	}
	f->items[f->count++] = (struct dc_finding){
		.rule = &s->rule->info,
		.severity = s->severity,
		.message = vprinted(&f->arena, fmt, ap),
		.advice = s->rule->info.advice,
	};
	s->evidence = NULL;
	s->fixes = NULL;
	return last(s);
}

void dc_check_flag(struct dc_sink *sink, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(sink, fmt, ap);
	va_end(ap);
}

void dc_check_flag_at(struct dc_sink *sink, struct dc_span at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	struct dc_finding *f = add(sink, fmt, ap);

	va_end(ap);
	f->span = at;
	f->has_span = true;
}

/* A list in an arena grows when its length is a power of two: nothing else is kept. */
static void *grown(struct dc_arena *a, const void *list, size_t count, size_t size)
{
	if (count & (count - 1))
		return NULL;
	void *more = dc_arena_alloc(a, count ? count * 2 : 1, size);

	if (count)
		memcpy(more, list, count * size);
	return more;
}

static struct dc_evidence *add_evidence(struct dc_sink *s, const char *name)
{
	struct dc_finding *f = last(s);
	void *more = grown(&s->findings->arena, s->evidence, f->evidence_count,
	                   sizeof(*s->evidence));

	if (more)
		f->evidence = s->evidence = more;
	struct dc_evidence *e = &s->evidence[f->evidence_count++];

	*e = (struct dc_evidence){ .name = name };
	return e;
}

void dc_check_number(struct dc_sink *sink, const char *name, int64_t number)
{
	add_evidence(sink, name)->number = number;
}

void dc_check_text(struct dc_sink *sink, const char *name, const char *text)
{
	add_evidence(sink, name)->text = dc_arena_strdup(&sink->findings->arena, text);
}

void dc_check_day(struct dc_sink *sink, const char *name, int64_t moment)
{
	char iso[DC_TIME_MAX];

	if (!moment)
		return;
	dc_time_iso(iso, moment);
	iso[strcspn(iso, "T")] = '\0';
	dc_check_text(sink, name, iso);
}

void dc_check_source(struct dc_sink *sink, const char *source)
{
	if (source)
		last(sink)->source = dc_arena_strdup(&sink->findings->arena, source);
}

void dc_check_diff(struct dc_sink *sink, const struct dc_case *c, const char *was, const char *name)
{
	struct dc_arena *arena = &sink->findings->arena;
	const struct dc_dossier *d = c->d;
	struct dc_finding *f = last(sink);
	const char *mine = dc_arena_printf(arena, "%s %s %s %s", d->name, d->first, d->last,
	                                   d->company);
	size_t count;
	const struct dc_diff_part *parts = dc_diff(&count, &(struct dc_diff_side){ was, name },
	                                           &(struct dc_diff_side){ c->doc->text, mine },
	                                           arena);

	for (size_t i = 0; i < count && !f->diff; i++)
		if (parts[i].kind == DC_DIFF_CHANGED) {
			f->diff = parts;
			f->diff_count = count;
		}
}

void dc_check_advise(struct dc_sink *sink, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	last(sink)->advice = vprinted(&sink->findings->arena, fmt, ap);
	va_end(ap);
}

void dc_check_fix(struct dc_sink *sink, struct dc_span at, const char *text)
{
	struct dc_finding *f = last(sink);
	void *more = grown(&sink->findings->arena, sink->fixes, f->fix_count, sizeof(*sink->fixes));

	if (more)
		f->fixes = sink->fixes = more;
	sink->fixes[f->fix_count++] = (struct dc_fix){ at, dc_arena_strdup(&sink->findings->arena,
		                                                           text) };
}

void dc_check_soften(struct dc_sink *sink, enum dc_severity severity)
{
	struct dc_finding *f = last(sink);

	if (!sink->fixed_severity && severity < f->severity)
		f->severity = severity;
}

static int by_weight(const void *a, const void *b)
{
	const struct dc_finding *x = a, *y = b;

	if (x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	if (x->span.from != y->span.from)
		return x->span.from < y->span.from ? -1 : 1;
	return strcmp(x->rule->id, y->rule->id);
}

/* --- running */

/* Rules never meet a NULL string. */
static struct dc_dossier whole(const struct dc_dossier *given)
{
	struct dc_dossier d = given ? *given : (struct dc_dossier){ .key = "" };
	const char **strings[] = { &d.key,      &d.name,       &d.first,       &d.last,
		                   &d.nick,     &d.headline,   &d.company,     &d.file_name,
		                   &d.me_first, &d.me_company, &d.tmpl,        &d.tmpl_text,
		                   &d.row_text, &d.row_name,   &d.goal_titles, &d.goal_companies };

	for (size_t i = 0; i < DC_COUNT(strings); i++)
		if (!*strings[i])
			*strings[i] = "";
	return d;
}

/* False when the user has switched the rule off. */
static bool prepare(struct dc_sink *s, const struct dc_rule *rule,
                    const struct dc_settings *settings)
{
	const char *set = dc_settings_rule(settings, rule->info.id);

	s->rule = rule;
	s->severity = rule->info.severity;
	s->fixed_severity = set && dc_severity_of(&s->severity, set);
	return !set || s->fixed_severity;
}

/* Rules of the user's own live as long as what they find. */
static void run_own(struct dc_sink *s, const struct dc_case *c)
{
	const struct dc_own_rule *own;

	for (size_t i = 0; c->doc && (own = dc_settings_own_rule(c->settings, i)); i++) {
		const struct dc_rule *rule = dc_check_own(own, &s->findings->arena);

		if (prepare(s, rule, c->settings))
			rule->run(rule, c, s);
	}
}

void dc_check(struct dc_findings **out, const struct dc_subject *subject)
{
	struct dc_findings *f = dc_alloc(1, sizeof(*f));
	const struct dc_dossier d = whole(subject->dossier);
	DC_AUTO(dc_buf_clear) struct dc_buf names = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc doc = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc name = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc company = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc on_file = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc headline = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc tmpl = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc titles = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc companies = { 0 };
	DC_AUTO(dc_senses_clear) struct dc_senses senses = { 0 };
	struct dc_features features;
	struct dc_margins margins;
	const struct dc_case c = {
		.doc = subject->note ? &doc : NULL,
		.senses = &senses,
		.features = &features,
		.margins = &margins,
		.d = &d,
		.name = &name,
		.company = &company,
		.on_file = &on_file,
		.headline = &headline,
		.tmpl = &tmpl,
		.goal_titles = &titles,
		.goal_companies = &companies,
		.full_name = strlen(d.first) + strlen(d.nick) + strlen(d.last) + 3,
		.settings = subject->settings,
		.now = subject->now,
		.misspelt = subject->misspelt,
		.misspelt_count = subject->misspelt_count,
	};
	struct dc_sink sink = { .findings = f };

	dc_buf_printf(&names, "%s\n%s\n%s\n%s", d.first, d.nick, d.last, d.name);
	dc_doc_init_words(&name, dc_buf_str(&names), names.len);
	dc_doc_init_words(&on_file, d.file_name, strlen(d.file_name));
	dc_doc_init_words(&company, d.company, strlen(d.company));
	if (*d.goal_titles || *d.goal_companies) {
		dc_doc_init_words(&headline, d.headline, strlen(d.headline));
		dc_doc_init_words(&titles, d.goal_titles, strlen(d.goal_titles));
		dc_doc_init_words(&companies, d.goal_companies, strlen(d.goal_companies));
	}
	if (*d.tmpl_text)
		dc_doc_init_words(&tmpl, d.tmpl_text, strlen(d.tmpl_text));
	if (subject->note) {
		/* Rules may look at the byte behind the last one: it has to be there. */
		dc_doc_init(&doc, dc_arena_strndup(&f->arena, subject->note, subject->note_len),
		            subject->note_len);
		dc_senses_init(&senses, &doc, &company);
		senses.said = dc_check_said(&c);
		dc_features_of(&features, &doc, &name, &company);
		dc_classify(&margins, &features);
	}
	for (size_t i = 0; i < DC_COUNT(rules); i++)
		if ((c.doc || rules[i]->info.group != DC_GROUP_NOTE) &&
		    prepare(&sink, rules[i], c.settings))
			rules[i]->run(rules[i], &c, &sink);
	run_own(&sink, &c);
	if (f->count)
		qsort(f->items, f->count, sizeof(*f->items), by_weight);
	*out = f;
}

void dc_check_example(struct dc_findings **out, const struct dc_rule_example *e)
{
	static const struct dc_dossier ada = { DC_ADA };
	DC_AUTO(dc_settings_free) struct dc_settings *settings = NULL;
	int rc = dc_settings_read(&settings, "", NULL, 0, NULL);

	if (!rc && e->account == DC_ACCOUNT_PREMIUM)
		rc = dc_settings_set(settings, "account.type", "premium", "example", NULL);
	assert(!rc); /* what decorum ships is in order */
	dc_check(out, &(struct dc_subject){
			      .note = e->note,
			      .note_len = e->note ? strlen(e->note) : 0,
			      .dossier = e->dossier ? e->dossier : &ada,
			      .settings = settings,
			      .now = DC_EXAMPLE_NOW,
			      .misspelt = e->misspelt,
			      .misspelt_count = e->misspelt ? 1 : 0,
		      });
}

void dc_findings_free(struct dc_findings *f)
{
	if (!f)
		return;
	dc_arena_clear(&f->arena);
	dc_free(f->items);
	dc_free(f);
}

size_t dc_findings_count(const struct dc_findings *f) { return f->count; }

const struct dc_finding *dc_findings_at(const struct dc_findings *f, size_t i)
{
	return i < f->count ? &f->items[i] : NULL;
}

bool dc_findings_override(struct dc_findings *f, const char *rule, const char *reason)
{
	const char *copy = NULL;

	for (size_t i = 0; i < f->count; i++)
		if (!strcmp(f->items[i].rule->id, rule)) {
			if (!copy)
				copy = dc_arena_strdup(&f->arena, reason);
			f->items[i].override = copy;
		}
	return copy != NULL;
}

bool dc_findings_worst(const struct dc_findings *f, enum dc_severity *out)
{
	bool any = false;

	for (size_t i = 0; i < f->count; i++)
		if (!f->items[i].override && (!any || f->items[i].severity > *out)) {
			*out = f->items[i].severity;
			any = true;
		}
	return any;
}
