/* compose.c - `decorum compose`: the composer, starting from what is given. */
#include <string.h>

#include "cmd.h"
#include "composer/composer.h"
#include "note.h"

static int read_values(struct dc_session_options *o, struct dc_cli *cli, struct dc_error *err)
{
	size_t n = 0;

	while (dc_args_nth(&cli->args, "set", n))
		n++;
	struct dc_value *values = dc_arena_alloc(&cli->arena, n, sizeof(*values));

	for (size_t i = 0; i < n; i++) {
		int rc = dc_split_pair(cli, &values[i].name, &values[i].text, "set",
		                       dc_args_nth(&cli->args, "set", i), err);

		if (rc)
			return rc;
	}
	o->values = values;
	o->value_count = n;
	return 0;
}

/* A value for a slot that the template does not have was meant for something. */
static int check_values(const struct dc_session_options *o, const struct dc_cli *cli,
                        struct dc_error *err)
{
	const struct dc_template *t = o->tmpl ? dc_templates_find(cli->templates, o->tmpl) : NULL;

	for (size_t i = 0; t && i < o->value_count; i++) {
		const struct dc_slot *slot = NULL;

		for (size_t k = 0; (slot = dc_template_slot_at(t, k)); k++)
			if (!strcmp(slot->name, o->values[i].name))
				break;
		if (!slot)
			return dc_fail(err, DC_INVALID,
			               "the template '%s' has no value '%.60s'; 'decorum template "
			               "show %s' lists them",
			               o->tmpl, o->values[i].name, o->tmpl);
	}
	return 0;
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	const char *hold = dc_cli_arg(cli, "hold");
	struct dc_session_options o = { .hold = -1,
		                        .recipient = dc_cli_operand(cli, 0),
		                        .tmpl = dc_cli_arg(cli, "template") };
	struct dc_draft_request given = { 0 };
	int rc;

	if ((rc = dc_note_given(&given, cli, err)) || (rc = read_values(&o, cli, err)) ||
	    (rc = check_values(&o, cli, err)) ||
	    (rc = dc_note_overrides(&o.overrides, &o.override_count, cli, err)) ||
	    (hold && (rc = dc_duration_parse(&o.hold, hold, err))))
		return rc;
	if (o.hold > DC_HOUR)
		return dc_fail(err, DC_INVALID, "--hold can be 0 to 3600 seconds");
	o.note = given.note;
	o.note_len = given.note_len;
	o.name = given.name;
	o.headline = given.headline;
	o.company = given.company;
	o.zone = given.zone;
	if (dc_cli_flag(cli, "no-input") || cli->json || cli->dry_run)
		return dc_compose_silently(cli, &o, err);
	return dc_compose_run(cli, &o, err);
}

static const struct dc_option options[] = {
	DC_TEMPLATE_OPTIONS,
	DC_NOTE_OPTIONS,
	DC_PERSON_OPTIONS,
	{ "hold", 0, "SECONDS",
	  .help = "how long undo is free, 0 to 3600 (default: the setting outbox.hold)" },
	DC_OVERRIDE_OPTIONS,
	{ "no-input", .help = "ask nothing; list what is missing and exit 2" },
	{ 0 },
};

const struct dc_cmd dc_cmd_compose = {
	.name = "compose",
	.operands = "[RECIPIENT]",
	.max = 1,
	.summary = "write a request with its note, check it, and hold it",
	.about =
		"Asks for what is not given: who, which template or your own words, what the "
		"template wants to know.  Shows the report and the exact text before anything is "
		"held.\n\n"
		"While typing: Tab completes names, templates and earlier answers; Ctrl-X Ctrl-E "
		"opens your editor; Ctrl-J or Alt-Enter begins a new line in the note; :help lists "
		"more.  Ctrl-C, Ctrl-D and a closed window keep what was typed as a draft.\n\n"
		"Answers can come from a pipe, one per line; a note ends with an empty line.",
	.example = "decorum compose\n"
		   "decorum compose in/ada-vey --template met-at-event --set event=FOSDEM",
	.options = options,
	.offer = DC_OFFER_PERSON,
	.needs = DC_NEEDS_SETTINGS | DC_NEEDS_WRITING | DC_NEEDS_TEMPLATES,
	.run = run,
};
