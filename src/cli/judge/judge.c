/* judge.c - which findings count: by rule, by severity, by baseline, by suppression. */
#include "judge/judge.h"

#include <string.h>

#include "note.h"
#include "rules.h"

static int choose_format(struct dc_judge *j, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf all = { 0 };
	const char *id = dc_cli_arg(j->cli, "format");

	id = id ? id : j->cli->json ? "json" : "text";
	j->format = dc_format_find(id);
	if (j->format)
		return 0;
	for (size_t i = 0; dc_format_at(i); i++)
		dc_buf_printf(&all, "%s%s", i ? ", " : "", dc_format_at(i)->id);
	return dc_fail(err, DC_INVALID, "no format '%.60s'; there are: %s", id, dc_buf_str(&all));
}

/* --- --rule, --no-rule, --suppress: as settings, so that the engine itself obeys */

static bool is_meant(const struct dc_rule_info *r, const char *name)
{
	return !strcmp(r->id, name) || !strcmp(dc_group_name(r->group), name);
}

static bool is_named(const struct dc_cli *cli, const char *option, const struct dc_rule_info *r)
{
	const char *name;

	for (size_t i = 0; (name = dc_args_nth(&cli->args, option, i)); i++)
		if (is_meant(r, name))
			return true;
	return false;
}

static int check_names(const struct dc_cli *cli, const char *option, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const struct dc_rule_info *r;
	const char *name;

	for (size_t i = 0; (name = dc_args_nth(&cli->args, option, i)); i++) {
		bool known = false;

		for (size_t k = 0; (r = dc_any_rule_at(cli->settings, k, &arena)) && !known; k++)
			known = is_meant(r, name);
		if (!known)
			return dc_no_such_rule(name, NULL, err);
	}
	return 0;
}

static int turn_off(struct dc_cli *cli, struct dc_error *err)
{
	bool only = dc_cli_flag(cli, "rule");
	const struct dc_rule_info *r;
	int rc;

	if ((rc = check_names(cli, "rule", err)) || (rc = check_names(cli, "no-rule", err)))
		return rc;
	for (size_t i = 0; (r = dc_any_rule_at(cli->settings, i, &cli->arena)); i++) {
		bool unwanted = only && !is_named(cli, "rule", r);

		if (!unwanted && !is_named(cli, "no-rule", r))
			continue;
		DC_AUTO(dc_str) char *key = dc_printf("rules.%s", r->id);

		if ((rc = dc_settings_set(cli->settings, key, "off",
		                          unwanted ? "--rule" : "--no-rule", err)))
			return rc;
	}
	return 0;
}

static int suppress(struct dc_cli *cli, struct dc_error *err)
{
	const char *given, *rule, *reason;

	for (size_t i = 0; (given = dc_args_nth(&cli->args, "suppress", i)); i++) {
		int rc = dc_split_pair(cli, &rule, &reason, "suppress", given, err);

		if (rc)
			return rc;
		if (!dc_any_rule(cli->settings, rule))
			return dc_no_such_rule(rule, NULL, err);
		DC_AUTO(dc_str) char *key = dc_printf("suppress.%s", rule);

		if ((rc = dc_settings_set(cli->settings, key, reason, "--suppress", err)))
			return rc;
	}
	return 0;
}

int dc_judge_rules(struct dc_cli *cli, struct dc_error *err)
{
	int rc = turn_off(cli, err);

	return rc ? rc : suppress(cli, err);
}

int dc_judge_open(struct dc_judge *j, struct dc_cli *cli, bool many, struct dc_error *err)
{
	const char *least = dc_cli_arg(cli, "min-severity"), *fail_on = dc_cli_arg(cli, "fail-on");
	const char *baseline = dc_cli_arg(cli, "baseline");
	int rc;

	*j = (struct dc_judge){ .cli = cli,
		                .least = DC_SEVERITY_INFO,
		                .fail_on = DC_SEVERITY_ERROR };
	if ((rc = choose_format(j, err)) || (rc = dc_judge_rules(cli, err)) ||
	    (baseline && (rc = dc_baseline_read(&j->baseline, cli, baseline, err))))
		return rc;
	j->never = fail_on && !dc_severity_of(&j->fail_on, fail_on);
	if (least)
		(void)dc_severity_of(&j->least, least); /* one of the option's choices */
	j->run = (struct dc_format_run){
		.out = dc_out_raw(cli->out),
		.color = dc_out_color(cli->out),
		.width = dc_out_width(cli->out),
		.many = many,
		.json = { .out = dc_out_raw(cli->out) },
	};
	return 0;
}

/* --- one report */

/* Late, so that what fails before the first report leaves standard output empty. */
static void begin(struct dc_judge *j)
{
	if (!j->begun && j->format->begin)
		j->format->begin(&j->run);
	j->begun = true;
}

/* The suppression that a finding was passed over by is one that is needed. */
static void note_need(struct dc_judge *j, const struct dc_finding *f)
{
	struct dc_suppression s;

	for (size_t i = 0; i < 64 && dc_settings_suppression(j->cli->settings, i, &s); i++)
		if (f->override && !strcmp(s.rule, f->rule->id))
			j->needed |= UINT64_C(1) << i;
}

static bool counts(struct dc_judge *j, const char *key, const struct dc_finding *f)
{
	note_need(j, f);
	if (dc_baseline_has(&j->baseline, key, f->rule->id, f->message)) {
		j->hidden++;
		return false;
	}
	return f->severity >= j->least && (!f->override || j->format->keeps_passed_over);
}

void dc_judge_one(struct dc_judge *j, const struct dc_report *r, const char *note, size_t len,
                  const char *file, size_t line)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	enum dc_severity worst = DC_SEVERITY_INFO;
	struct dc_checked c;

	dc_checked_all(&c, r, note, len, &arena);
	const struct dc_finding **kept = dc_arena_alloc(&arena, c.count,
	                                                sizeof(const struct dc_finding *));
	size_t n = 0;

	for (size_t i = 0; i < c.count; i++)
		if (counts(j, r->dossier.key, c.findings[i]))
			kept[n++] = c.findings[i];
	for (size_t i = 0; i < n; i++)
		if (!kept[i]->override) {
			worst = kept[i]->severity > worst ? kept[i]->severity : worst;
			c.failed |= !j->never && kept[i]->severity >= j->fail_on;
		}
	c.findings = kept;
	c.count = n;
	c.file = file;
	c.line = line;
	c.verdict = worst == DC_SEVERITY_ERROR     ? DC_VERDICT_STOP
	            : worst == DC_SEVERITY_WARNING ? DC_VERDICT_CAUTION
	                                           : DC_VERDICT_OK;
	j->failed |= c.failed;
	(void)dc_out_raw(j->cli->out); /* writes out what has piled up */
	begin(j);
	j->format->one(&j->run, &c);
	j->run.checked++;
	j->run.found += n;
}

/* --- the end */

/* One note says little about what the settings silence; a whole file, or an option, does. */
static void tell_suppressions(const struct dc_judge *j)
{
	struct dc_suppression s;

	dc_tell_suppressions_over(j->cli);
	for (size_t i = 0; i < 64 && dc_settings_suppression(j->cli->settings, i, &s); i++)
		if ((j->run.many || !strcmp(s.origin, "--suppress")) && !(j->needed >> i & 1) &&
		    !(s.until && s.until <= j->cli->now.wall))
			dc_cli_tell(j->cli, "decorum: the suppression of %s (%s) was not needed",
			            s.rule, s.origin);
}

int dc_judge_close(struct dc_judge *j, int rc)
{
	if (!rc)
		begin(j);
	if (j->begun && j->format->end)
		j->format->end(&j->run);
	if (!rc)
		tell_suppressions(j);
	if (j->hidden)
		dc_cli_tell(j->cli, "decorum: %zu finding%s in the baseline already", j->hidden,
		            j->hidden == 1 ? " is" : "s are");
	dc_baseline_clear(&j->baseline);
	return rc ? rc : j->failed ? DC_FINDINGS : 0;
}
