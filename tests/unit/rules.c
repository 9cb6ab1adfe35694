/* rules.c - every rule obeys its own examples and says what a rule has to say. */
#include <decorum/check.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static size_t hits(const struct dc_rule_info *r, const struct dc_rule_example *e)
{
	DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;
	size_t n = 0;

	dc_check_example(&f, e);
	for (size_t i = 0; i < dc_findings_count(f); i++)
		n += dc_findings_at(f, i)->rule == r;
	return n;
}

static const char *shown(const struct dc_rule_example *e)
{
	return e->when ? e->when : e->note ? e->note : "(no note)";
}

static bool last(const struct dc_rule_example *e) { return !e->note && !e->dossier; }

/* Two at least; and what is known then is told where the note alone does not show it. */
static bool enough(const struct dc_rule_info *r, const struct dc_rule_example *e)
{
	size_t n = 0;

	for (; !last(e); e++, n++)
		if (r->group != DC_GROUP_NOTE && !e->when)
			return false;
	return n >= 2;
}

static void examples(void **state)
{
	const struct dc_rule_info *r;
	int bad = 0;

	(void)state;
	for (size_t i = 0; (r = dc_rule_at(i)); i++) {
		assert_non_null(r->bad);
		assert_non_null(r->good);
		if (!enough(r, r->bad) || !enough(r, r->good)) {
			print_message("# %s lacks an example, or one does not say when\n", r->id);
			bad++;
		}
		for (const struct dc_rule_example *e = r->bad; !last(e); e++)
			if (!hits(r, e)) {
				print_message("# %s misses its bad example \"%s\"\n", r->id,
				              shown(e));
				bad++;
			}
		for (const struct dc_rule_example *e = r->good; !last(e); e++)
			if (hits(r, e)) {
				print_message("# %s flags its good example \"%s\"\n", r->id,
				              shown(e));
				bad++;
			}
	}
	assert_int_equal(bad, 0);
}

/* Good examples of rules about the note are notes that nothing stops. */
static void good_notes_pass(void **state)
{
	const struct dc_rule_info *r;
	int bad = 0;

	(void)state;
	for (size_t i = 0; (r = dc_rule_at(i)); i++)
		for (const struct dc_rule_example *e = r->good; !last(e); e++) {
			DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;
			enum dc_severity worst = DC_SEVERITY_INFO;

			if (r->group != DC_GROUP_NOTE || e->dossier)
				continue;
			dc_check_example(&f, e);
			if (dc_findings_worst(f, &worst) && worst == DC_SEVERITY_ERROR) {
				print_message("# %s: \"%s\": %s\n", r->id, e->note,
				              dc_findings_at(f, 0)->message);
				bad++;
			}
		}
	assert_int_equal(bad, 0);
}

static bool sentence(const char *s)
{
	size_t len = s ? strlen(s) : 0;

	return len > 10 && (s[len - 1] == '.' || s[len - 1] == '?');
}

static void say_enough(void **state)
{
	const struct dc_rule_info *r;

	(void)state;
	for (size_t i = 0; (r = dc_rule_at(i)); i++) {
		if (!sentence(r->summary) || !sentence(r->why) || !sentence(r->advice) ||
		    !r->source || !*r->source)
			fail_msg("%s: summary, why and advice are sentences, and somebody says so",
			         r->id);
		assert_ptr_equal(dc_rule_find(r->id), r);
		assert_true(!r->formerly || !dc_rule_find(r->formerly));
		for (const char *c = r->id; *c; c++)
			assert_true((*c >= 'a' && *c <= 'z') || *c == '-');
	}
	assert_null(dc_rule_find("no-such-rule"));
	assert_true(dc_rule_at(0) != NULL);
}

/* Every message and advice of every bad example reads as a sentence, and spans lie in the note. */
static void messages(void **state)
{
	const struct dc_rule_info *r;

	(void)state;
	for (size_t i = 0; (r = dc_rule_at(i)); i++)
		for (const struct dc_rule_example *e = r->bad; !last(e); e++) {
			DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;
			const struct dc_finding *x;

			dc_check_example(&f, e);
			for (size_t k = 0; (x = dc_findings_at(f, k)); k++) {
				if (!sentence(x->message) || !sentence(x->advice))
					fail_msg("%s: \"%s\" \"%s\"", x->rule->id, x->message,
					         x->advice);
				if (!x->has_span)
					continue;
				assert_true(x->span.from <= x->span.to);
				assert_true(x->span.to <= strlen(e->note));
				assert_true(dc_text_valid(e->note + x->span.from,
				                          x->span.to - x->span.from, NULL));
			}
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples),
		cmocka_unit_test(good_notes_pass),
		cmocka_unit_test(say_enough),
		cmocka_unit_test(messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
