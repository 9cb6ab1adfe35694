/* note.c - the note from --note, --note-file or a template. */
#include "note.h"

#include <string.h>

#include <decorum/person.h>

#include "cmd.h"
#include "rules.h"

/* Far more than any note; a file that is longer was named by mistake. */
enum { NOTE_BYTES_MAX = 1 << 20 };

int dc_split_pair(struct dc_cli *cli, const char **name, const char **value, const char *option,
                  const char *text, struct dc_error *err)
{
	const char *equal = strchr(text, '=');

	if (!equal || equal == text)
		return dc_fail(err, DC_INVALID, "--%s wants NAME=VALUE, not '%.60s'", option, text);
	*name = dc_arena_strndup(&cli->arena, text, (size_t)(equal - text));
	*value = equal + 1;
	return 0;
}

/* What a slot can be filled from, by the name in its `from`. */
static const char *known_about(struct dc_cli *cli, const struct dc_person *p, const char *what)
{
	DC_AUTO(dc_name_clear) struct dc_name name = { 0 };

	if (*p->first || *p->last)
		dc_name_parse_parts(&name, p->first, p->last);
	else
		dc_name_parse(&name, p->name);
	if (!strcmp(what, "first_name"))
		return name.doubtful ? "" : dc_arena_strdup(&cli->arena, name.first);
	if (!strcmp(what, "last_name"))
		return dc_arena_strdup(&cli->arena, name.last);
	if (!strcmp(what, "name"))
		return p->name;
	if (!strcmp(what, "company"))
		return p->company;
	if (!strcmp(what, "headline"))
		return p->headline;
	if (!strcmp(what, "met")) {
		const char *where = "";
		int64_t at;

		/* Not known is no failure: the template says what it misses. */
		(void)!dc_ledger_met(cli->ledger, &where, &at, p->id, &cli->arena, NULL);
		return where;
	}
	return "";
}

static bool has_value(const struct dc_value *values, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(values[i].name, name))
			return true;
	return false;
}

static bool has_slot(const struct dc_template *t, const char *name)
{
	for (size_t i = 0; dc_template_slot_at(t, i); i++)
		if (!strcmp(dc_template_slot_at(t, i)->name, name))
			return true;
	return false;
}

int dc_note_values(struct dc_value **out, size_t *count, struct dc_cli *cli,
                   const struct dc_template *t, const struct dc_person *to, struct dc_error *err)
{
	const struct dc_slot *slot;
	const char *given;
	size_t most = 0, n = 0;

	while (dc_args_nth(&cli->args, "set", most))
		most++;
	for (size_t i = 0; dc_template_slot_at(t, i); i++)
		most++;
	struct dc_value *values = dc_arena_alloc(&cli->arena, most, sizeof(*values));

	for (size_t i = 0; (given = dc_args_nth(&cli->args, "set", i)); i++, n++) {
		int rc = dc_split_pair(cli, &values[n].name, &values[n].text, "set", given, err);

		if (rc)
			return rc;
		if (!has_slot(t, values[n].name))
			return dc_fail(err, DC_INVALID,
			               "the template '%s' has no value '%.60s'; 'decorum template "
			               "show %s' lists "
			               "them",
			               dc_template_id(t), values[n].name, dc_template_id(t));
	}
	for (size_t i = 0; (slot = dc_template_slot_at(t, i)); i++)
		if (to && *slot->from && !has_value(values, n, slot->name)) {
			const char *known = known_about(cli, to, slot->from);

			if (*known)
				values[n++] = (struct dc_value){ .name = slot->name,
					                         .text = known };
		}
	*out = values;
	*count = n;
	return 0;
}

static int from_template(struct dc_draft_request *out, struct dc_cli *cli, const char *id,
                         const struct dc_recipient *to, struct dc_error *err)
{
	const struct dc_template *t;
	struct dc_person person = {
		.name = "", .first = "", .last = "", .headline = "", .company = ""
	};
	DC_AUTO(dc_buf_clear) struct dc_buf note = { 0 };
	struct dc_value *values;
	size_t count;
	int rc = dc_cli_prepare(cli, DC_NEEDS_TEMPLATES, err); /* only now: most notes need none */

	if (rc)
		return rc;
	t = dc_templates_find(cli->templates, id);
	if (!t)
		return dc_fail(err, DC_NOTFOUND,
		               "no template '%.60s'; 'decorum template list' shows them", id);
	if (to)
		person = to->person;
	if (out->name) {
		person.name = out->name;
		person.first = person.last = "";
	}
	person.headline = out->headline ? out->headline : person.headline;
	person.company = out->company ? out->company : person.company;
	if ((rc = dc_note_values(&values, &count, cli, t, &person, err)) ||
	    (rc = dc_template_render(t, &note, values, count, false, err)))
		return rc;
	out->note = dc_arena_strndup(&cli->arena, dc_buf_str(&note), note.len);
	out->note_len = note.len;
	out->tmpl = dc_template_id(t);
	DC_AUTO(dc_buf_clear) struct dc_buf constant = { 0 };

	dc_template_constant(t, &constant);
	out->tmpl_text = dc_arena_strdup(&cli->arena, dc_buf_str(&constant));
	return 0;
}

static int from_file(struct dc_draft_request *out, struct dc_cli *cli, const char *path,
                     struct dc_error *err)
{
	char *text;
	size_t len;
	int rc = dc_paths_read(&text, &len, path, NOTE_BYTES_MAX, &cli->arena, err);

	if (rc)
		return rc;
	if (len && text[len - 1] == '\n')
		len--;
	if (len && text[len - 1] == '\r')
		len--;
	out->note = text;
	out->note_len = len;
	return 0;
}

int dc_note_given(struct dc_draft_request *out, struct dc_cli *cli, struct dc_error *err)
{
	const char *note = dc_cli_arg(cli, "note"), *file = dc_cli_arg(cli, "note-file");
	const char *template = dc_cli_arg(cli, "template"), *account = dc_cli_arg(cli, "account");
	const char *zone = dc_cli_arg(cli, "zone");
	size_t bad;
	int rc = 0;

	if ((note != NULL) + (file != NULL) + (template != NULL) > 1)
		return dc_fail(err, DC_INVALID,
		               "only one of --note, --note-file and --template can be the note");
	if (account &&
	    (rc = dc_settings_set(cli->settings, "account.type", account, "--account", err)))
		return rc;
	out->name = dc_cli_arg(cli, "name");
	out->headline = dc_cli_arg(cli, "headline");
	out->company = dc_cli_arg(cli, "company");
	if (zone) {
		int *minutes = dc_arena_alloc(&cli->arena, 1, sizeof(*minutes));

		if ((rc = dc_zone_parse(minutes, zone, err)))
			return rc;
		out->zone = minutes;
	}
	if (note) {
		out->note = note;
		out->note_len = strlen(note);
	}
	if (file)
		rc = from_file(out, cli, file, err);
	if (!rc && out->note && !dc_text_valid(out->note, out->note_len, &bad))
		return dc_fail(err, DC_INVALID, "byte %zu of the note is not UTF-8", bad + 1);
	if (!rc && out->note && memchr(out->note, '\0', out->note_len))
		return dc_fail(err, DC_INVALID, "a note cannot hold a NUL byte");
	return rc;
}

int dc_note_get(struct dc_draft_request *out, struct dc_cli *cli, const struct dc_recipient *to,
                struct dc_error *err)
{
	const char *template = dc_cli_arg(cli, "template");
	int rc = dc_note_given(out, cli, err);

	return !rc && template ? from_template(out, cli, template, to, err) : rc;
}

void dc_held_put(struct dc_cli *cli, const struct dc_request *r)
{
	dc_request_put(cli, r);
	dc_out_put(cli->out, "name", NULL, dc_text_cell(*r->name ? r->name : NULL));
	dc_out_put(cli->out, "due", NULL, dc_moment_cell(r->due_wall));
	dc_out_put(cli->out, "hold_seconds", NULL, dc_int_cell(r->hold / DC_SECOND));
	DC_AUTO(dc_str) char *undo = dc_printf("decorum undo %lld", (long long)r->id);

	dc_out_put(cli->out, "undo", NULL, dc_text_cell(undo));
	if (r->state != DC_STATE_HELD) {
		dc_out_say(cli->out, "Request %lld to %s was made before and is %s.",
		           (long long)r->id, dc_request_called(r), dc_state_name(r->state));
		return;
	}
	struct dc_date due = dc_date_of(r->due_wall);

	dc_out_say(cli->out, "Held: request %lld to %s, until %02d:%02d:%02d UTC (%lld s).",
	           (long long)r->id, dc_request_called(r), due.hour, due.minute, due.second,
	           (long long)(r->hold / DC_SECOND));
	dc_out_say(cli->out, "Undo:      %s", undo);
	dc_out_say(cli->out, dc_outbox_by_machine(r) ? "Send:      decorum release"
	                                             : "Hand over: decorum release");
}

int dc_note_overrides(const struct dc_override **out, size_t *count, struct dc_cli *cli,
                      struct dc_error *err)
{
	size_t n = 0;

	while (dc_args_nth(&cli->args, "override", n))
		n++;
	struct dc_override *list = dc_arena_alloc(&cli->arena, n, sizeof(*list));

	for (size_t i = 0; i < n; i++) {
		int rc = dc_split_pair(cli, &list[i].rule, &list[i].reason, "override",
		                       dc_args_nth(&cli->args, "override", i), err);

		if (rc)
			return rc;
		if (!dc_any_rule(cli->settings, list[i].rule))
			return dc_no_such_rule(list[i].rule, NULL, err);
		if (!*list[i].reason)
			return dc_fail(err, DC_INVALID,
			               "--override %s= wants a reason; it is kept with the request",
			               list[i].rule);
	}
	*out = list;
	*count = n;
	return 0;
}

static bool was_needed(const struct dc_override *o, const struct dc_report *report)
{
	const struct dc_finding *f;

	for (size_t i = 0; (f = dc_findings_at(report->findings, i)); i++)
		if (!strcmp(f->rule->id, o->rule))
			return true;
	return false;
}

void dc_tell_overrides(struct dc_cli *cli, const struct dc_override *o, size_t count,
                       const struct dc_report *report)
{
	for (size_t i = 0; i < count; i++)
		if (!was_needed(&o[i], report))
			dc_cli_tell(cli, "decorum: the override of %s was not needed", o[i].rule);
	dc_tell_suppressions_over(cli);
}

/* What silences must not outlive its reason unseen. */
void dc_tell_suppressions_over(struct dc_cli *cli)
{
	struct dc_suppression s;
	char day[DC_TIME_MAX];

	for (size_t i = 0; dc_settings_suppression(cli->settings, i, &s); i++)
		if (s.until && s.until <= cli->now.wall)
			dc_cli_tell(cli, "decorum: the suppression of %s (%s) is over since %s",
			            s.rule, s.origin, dc_time_day(day, s.until));
}
