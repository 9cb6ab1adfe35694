/* template-overused.c - one template for too many people. */
#include "check/match.h"

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_limit limit = dc_settings_limit(c->settings, DC_LIMIT_TEMPLATE_PEOPLE);

	if (!*c->d->tmpl || c->d->tmpl_people < (size_t)limit.value)
		return;
	dc_check_flag(sink, "%zu %s got a note from the template \"%s\" in 30 days.",
	              c->d->tmpl_people, c->d->tmpl_people == 1 ? "person" : "people", c->d->tmpl);
	dc_check_text(sink, "template", c->d->tmpl);
	dc_check_number(sink, "people", (int64_t)c->d->tmpl_people);
	dc_check_number(sink, "limit", limit.value);
}

#define NOTE "Hi Ada, we met at FOSDEM."

const struct dc_rule dc_rule_template_overused = {
	.info = {
		.id = "template-overused",
		.group = DC_GROUP_VOLUME,
		.severity = DC_SEVERITY_WARNING,
		.summary = "One template for too many people.",
		.why = "A template is a start, not a letter.  People who know each other compare what they "
		       "got, and the same bones show through different words.",
		.advice = "Write this one yourself, or pick another template.",
		.source = "our advice; studies find a template no better than no note",
		.bad = DC_EXAMPLES(
			{ .note = NOTE,
			  .when = "Twelve people got a note from this template.",
			  .dossier = DC_DOSSIER(.tmpl = "met-at-event", .tmpl_people = 12) },
			{ .note = NOTE,
			  .when = "Ten did.",
			  .dossier = DC_DOSSIER(.tmpl = "met-at-event", .tmpl_people = 10) }),
		.good = DC_EXAMPLES(
			{ .note = NOTE,
			  .when = "Nine did.",
			  .dossier = DC_DOSSIER(.tmpl = "met-at-event", .tmpl_people = 9) },
			{ .note = NOTE,
			  .when = "It comes from no template.",
			  .dossier = DC_DOSSIER(.tmpl = "") }),
	},
	.run = run,
};
