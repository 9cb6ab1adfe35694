/* doctor.c - `decorum doctor`: what is wrong, and how to mend it. */
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <decorum/program.h>

#include "cmd.h"
#include "spelling.h"

static const struct dc_column columns[] = { { "check", "check" },
	                                    { "state", "state" },
	                                    { "detail", "what was found" } };

enum state { FINE, NOTE, WRONG };

struct visit {
	struct dc_cli *cli;
	int worst;
};

static void tell(struct visit *v, const char *check, enum state state, const char *detail)
{
	static const char *const names[] = { "ok", "note", "wrong" };

	dc_out_row(v->cli->out, (struct dc_cell[]){ dc_text_cell(check), dc_text_cell(names[state]),
	                                            dc_text_cell(detail) });
	if (state == WRONG)
		v->worst = DC_SYSTEM;
}

static void look_at_settings(struct visit *v)
{
	struct dc_error err = { 0 };

	if (dc_cli_prepare(v->cli, DC_NEEDS_SETTINGS, &err))
		tell(v, "settings", WRONG, err.msg);
	else if (access(v->cli->paths.config, F_OK))
		tell(v, "settings", FINE, "no file yet: the defaults are in force");
	else
		tell(v, "settings", FINE, v->cli->paths.config);
}

/* What silences must not outlive its reason unseen. */
static void look_at_suppressions(struct visit *v)
{
	struct dc_suppression s;
	char day[DC_TIME_MAX];

	for (size_t i = 0; v->cli->settings && dc_settings_suppression(v->cli->settings, i, &s);
	     i++) {
		DC_AUTO(dc_str) char *text = NULL;
		size_t requests = 0;

		if (s.until && s.until <= v->cli->now.wall)
			text = dc_printf("%s (%s) is over since %s: take it out", s.rule, s.origin,
			                 dc_time_day(day, s.until));
		else if (v->cli->ledger &&
		         !dc_ledger_suppressed(v->cli->ledger, &requests, s.rule, NULL))
			text = requests ? dc_printf("%s (%s) was needed for %zu request%s", s.rule,
			                            s.origin, requests, requests == 1 ? "" : "s")
			                : dc_printf("%s (%s) was never needed", s.rule, s.origin);
		else
			continue;
		tell(v, "suppression", requests ? FINE : NOTE, text);
	}
}

static void look_at_ledger(struct visit *v)
{
	const char *path = v->cli->paths.ledger;
	struct dc_error err = { 0 };

	if (access(path, F_OK)) {
		tell(v, "ledger", NOTE,
		     "none yet; 'decorum import' or the first request makes one");
		return;
	}
	if (dc_cli_prepare(v->cli, DC_NEEDS_READING, &err) ||
	    dc_ledger_verify(v->cli->ledger, &err))
		tell(v, "ledger", WRONG, err.msg);
	else
		tell(v, "ledger", FINE, path);
	if (access(path, W_OK)) {
		DC_AUTO(dc_str)
		char *text = dc_printf("%s cannot be written: chmod u+w it, or make room", path);

		tell(v, "ledger", WRONG, text);
	}
}

static void look_at_templates(struct visit *v)
{
	struct dc_error err = { 0 };
	size_t n = 0;

	if (dc_cli_prepare(v->cli, DC_NEEDS_TEMPLATES, &err)) {
		tell(v, "templates", WRONG, err.msg);
		return;
	}
	while (dc_templates_at(v->cli->templates, n))
		n++;
	DC_AUTO(dc_str)
	char *text = dc_printf("%zu, your own are read from %s", n, v->cli->paths.templates);

	tell(v, "templates", FINE, text);
}

static void look_at_helper(struct visit *v)
{
	DC_AUTO(dc_str)
	char *text = dc_printf(
		"%s is missing: archives cannot be read; unpack the export and import the "
		"folder, or install decorum again",
		v->cli->paths.unpack);

	if (access(v->cli->paths.unpack, X_OK))
		tell(v, "archives", WRONG, text);
	else
		tell(v, "archives", FINE, v->cli->paths.unpack);
}

/* The first of the programs that is in $PATH; NULL when none is. */
static char *first_program(const char *path, const char *const *names)
{
	char *found = NULL;

	for (; *names && !found; names++)
		found = dc_program_find(*names, path);
	return found;
}

static void look_for(struct visit *v, const char *check, const char *configured,
                     const char *const *usual, const char *otherwise)
{
	const char *const own[] = { configured, NULL };
	DC_AUTO(dc_str)
	char *found = first_program(v->cli->paths.search, *configured ? own : usual);

	if (found) {
		tell(v, check, FINE, found);
	} else if (*configured) {
		DC_AUTO(dc_str)
		char *text = dc_printf("%s is configured but cannot be started", configured);

		tell(v, check, WRONG, text);
	} else {
		tell(v, check, NOTE, otherwise);
	}
}

static void look_at_desk(struct visit *v)
{
	static const char *const openers[] = { "xdg-open", "gio", "sensible-browser",
		                               "x-www-browser", NULL };
	static const char *const clipboards[] = { "wl-copy", "xclip", "xsel", NULL };

	if (!v->cli->settings)
		return;
	look_for(v, "browser", dc_settings_opener(v->cli->settings), openers,
	         "no program to open an address; it will be shown for you to open");
	look_for(v, "clipboard", dc_settings_clipboard(v->cli->settings), clipboards,
	         "no clipboard program; the terminal's own clipboard is tried, and the note is "
	         "shown");
}

static void look_at_spelling(struct visit *v)
{
	DC_AUTO(dc_buf_clear) struct dc_buf names = { 0 };
	struct dc_speller speller;

	if (!v->cli->settings)
		return;
	dc_spelling_speller(&speller, v->cli, &v->cli->arena);
	dc_spell_dictionaries(&names, &speller);
	DC_AUTO(dc_str)
	char *text = dc_printf("%s with %s%s", speller.program ? speller.program : "",
	                       dc_buf_str(&names),
	                       dc_settings_spelling(v->cli->settings)
	                               ? ""
	                               : "; asked when the setting spelling.check is yes");

	if (!speller.program)
		tell(v, "spelling", NOTE, "no program hunspell: spelling is not looked at");
	else if (!names.len)
		tell(v, "spelling", NOTE,
		     "hunspell has no dictionary for a language of decorum's: install one, such "
		     "as hunspell-en-us");
	else
		tell(v, "spelling", FINE, text);
}

static void look_at_terminal(struct visit *v)
{
	setlocale(LC_CTYPE, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8"))
		tell(v, "locale", NOTE,
		     "not UTF-8: names with accents may look wrong; set LC_CTYPE=C.UTF-8");
	else
		tell(v, "locale", FINE, "UTF-8");
}

static int run(struct dc_cli *cli, struct dc_error *err)
{
	static void (*const looks[])(struct visit *) = { look_at_settings,     look_at_ledger,
		                                         look_at_suppressions, look_at_templates,
		                                         look_at_helper,       look_at_desk,
		                                         look_at_spelling,     look_at_terminal };
	struct visit v = { .cli = cli };

	if (!cli->paths.ledger)
		return dc_cli_prepare(cli, DC_NEEDS_SETTINGS, err);
	dc_out_table(cli->out, "checks", columns, DC_COUNT(columns));
	for (size_t i = 0; i < DC_COUNT(looks); i++)
		looks[i](&v);
	dc_out_table_end(cli->out);
	return v.worst;
}

const struct dc_cmd dc_cmd_doctor = {
	.name = "doctor",
	.summary = "what is wrong, and how to mend it",
	.run = run,
};
