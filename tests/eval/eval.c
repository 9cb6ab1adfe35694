/* eval.c - how right the rules about notes are, on labelled notes of our own writing.
 *
 * Reads the files named on the command line (check/learned/labelled.h).  What else is found than
 * the labels say is no mistake unless it stops a clean note.  Prints precision and recall per
 * rule.  Exit status 1 when a goal is missed.
 */
#include <decorum/check.h>
#include <decorum/person.h>

#include <stdio.h>
#include <string.h>

#include "check/learned/labelled.h"

enum { RULES_MAX = 128 };

/* Notes of a rule: found where wanted, missed, found on clean notes (of any severity). */
static struct tally {
	size_t hit, miss, clean;
} tallies[RULES_MAX];

static struct {
	size_t notes, clean, clean_errors, clean_warned, wanted, hit;
} sum;

static void judge(void *data, const struct dc_labelled *n)
{
	const struct dc_settings *settings = data;
	DC_AUTO(dc_findings_free) struct dc_findings *f = NULL;
	DC_AUTO(dc_name_clear) struct dc_name name = { 0 };
	const bool clean = dc_labelled_has(n, "clean");
	const struct dc_rule_info *r;
	const struct dc_finding *x;
	enum dc_severity worst = DC_SEVERITY_INFO;

	dc_name_parse(&name, n->name);
	const struct dc_dossier d = { .key = "in/x",
		                      .name = n->name,
		                      .first = name.first,
		                      .last = name.last,
		                      .nick = name.nick,
		                      .name_doubtful = name.doubtful,
		                      .company = n->company,
		                      .file_name = n->name };

	dc_check(&f, &(struct dc_subject){ .note = n->note,
	                                   .note_len = strlen(n->note),
	                                   .dossier = &d,
	                                   .settings = settings,
	                                   .now = INT64_C(1794225600000) });
	sum.notes++;
	for (size_t i = 0; (r = dc_rule_at(i)) && i < RULES_MAX; i++) {
		bool found = false, wanted = dc_labelled_has(n, r->id);

		for (size_t k = 0; (x = dc_findings_at(f, k)); k++)
			found = found || x->rule == r;
		tallies[i].hit += wanted && found;
		tallies[i].miss += wanted && !found;
		tallies[i].clean += clean && found;
		sum.wanted += wanted;
		sum.hit += wanted && found;
		if (wanted && !found)
			printf("missed  %-18s %s:%zu: %s\n", r->id, n->path, n->line, n->note);
	}
	if (!clean)
		return;
	sum.clean++;
	if (!dc_findings_worst(f, &worst) || worst == DC_SEVERITY_INFO)
		return;
	sum.clean_errors += worst == DC_SEVERITY_ERROR;
	sum.clean_warned++;
	x = dc_findings_at(f, 0);
	printf("alarm   %-18s %s:%zu: %s | %s\n", x->rule->id, n->path, n->line, x->message,
	       n->note);
}

static double percent(size_t part, size_t all)
{
	return all ? 100.0 * (double)part / (double)all : 100;
}

static bool table(void)
{
	const struct dc_rule_info *r;
	bool met = true;

	printf("\n%-20s %6s %6s %6s  %9s %7s\n", "rule", "wanted", "found", "clean", "precision",
	       "recall");
	for (size_t i = 0; (r = dc_rule_at(i)) && i < RULES_MAX; i++) {
		const struct tally *t = &tallies[i];
		const double recall = percent(t->hit, t->hit + t->miss);

		if (!(t->hit + t->miss + t->clean))
			continue;
		printf("%-20s %6zu %6zu %6zu  %8.1f%% %6.1f%%\n", r->id, t->hit + t->miss, t->hit,
		       t->clean, percent(t->hit, t->hit + t->clean), recall);
		met = met && recall >= 90;
	}
	printf("\n%zu notes, %zu of them clean\n", sum.notes, sum.clean);
	printf("recall over all rules          %5.1f %%\n", percent(sum.hit, sum.wanted));
	printf("clean notes with an error      %5zu    goal 0\n", sum.clean_errors);
	printf("clean notes with a warning     %5.1f %%  goal at most 3 %%\n",
	       percent(sum.clean_warned, sum.clean));
	return met && !sum.clean_errors && sum.clean_warned * 100 <= sum.clean * 3;
}

int main(int argc, char **argv)
{
	DC_AUTO(dc_settings_free) struct dc_settings *settings = NULL;
	int bad = dc_settings_read(&settings, "", NULL, 0, NULL);

	/* Length is not what is measured: many notes here are longer than a free account has. */
	if (!bad)
		bad = dc_settings_set(settings, "account.type", "premium", "eval", NULL);
	for (int i = 1; !bad && i < argc; i++)
		bad = dc_labelled_read(argv[i], judge, settings);
	return bad || !table();
}
