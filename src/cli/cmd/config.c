/* config.c - `decorum config`: the settings, where each comes from, and changing them.
 *
 * A change touches its own line and keeps the rest of the file, remarks included; the whole is
 * read before it is kept, so that a file which was right stays right.
 */
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "ask.h"
#include "cmd.h"

/* --- show, get */

static const struct dc_column columns[] = { { "key", "setting" },
	                                    { "value", "value" },
	                                    { "origin", "from" },
	                                    { "summary", "what it is" } };
static const struct dc_column short_columns[] = { { "key", "setting" },
	                                          { "value", "value" },
	                                          { "origin", NULL },
	                                          { "summary", "what it is" } };

static int run_show(struct dc_cli *cli, struct dc_error *err)
{
	struct dc_setting s;

	(void)err;
	dc_out_put(cli->out, "path", NULL, dc_text_cell(cli->paths.config));
	dc_out_table(cli->out, "settings", dc_cli_flag(cli, "origin") ? columns : short_columns,
	             DC_COUNT(columns));
	for (size_t i = 0; dc_settings_at(cli->settings, i, &s); i++)
		dc_out_row(cli->out,
		           (struct dc_cell[]){ dc_text_cell(s.key), dc_text_cell(s.value),
		                               dc_text_cell(s.origin), dc_text_cell(s.summary) });
	dc_out_table_end(cli->out);
	return 0;
}

static int run_get(struct dc_cli *cli, struct dc_error *err)
{
	const char *key = dc_cli_operand(cli, 0);
	struct dc_setting s;

	for (size_t i = 0; dc_settings_at(cli->settings, i, &s); i++)
		if (!strcmp(s.key, key)) {
			dc_out_put(cli->out, "key", NULL, dc_text_cell(s.key));
			dc_out_put(cli->out, "value", NULL, dc_text_cell(s.value));
			dc_out_put(cli->out, "origin", NULL, dc_text_cell(s.origin));
			dc_out_say(cli->out, "%s", s.value);
			return 0;
		}
	return dc_fail(err, DC_NOTFOUND,
	               "there is no setting '%.60s'; 'decorum config show' lists them", key);
}

/* --- set */

struct line {
	const char *text;
	size_t len; /* without its newline */
};

static bool next_line(const char **at, const char *end, struct line *out)
{
	if (*at >= end)
		return false;
	const char *stop = memchr(*at, '\n', (size_t)(end - *at));

	out->text = *at;
	out->len = (size_t)((stop ? stop : end) - *at);
	*at = stop ? stop + 1 : end;
	return true;
}

static struct line trimmed(struct line l)
{
	while (l.len && strchr(" \t\r", l.text[0])) {
		l.text++;
		l.len--;
	}
	while (l.len && strchr(" \t\r", l.text[l.len - 1]))
		l.len--;
	return l;
}

static bool is_section(struct line l) { return l.len > 1 && l.text[0] == '['; }

static bool names_section(struct line l, const char *section, size_t len)
{
	return is_section(l) && l.len >= len + 2 && !memcmp(l.text + 1, section, len) &&
	       l.text[len + 1] == ']';
}

static bool sets_key(struct line l, const char *key)
{
	size_t len = strlen(key);

	if (l.len <= len || memcmp(l.text, key, len))
		return false;
	struct line rest = trimmed((struct line){ l.text + len, l.len - len });

	return rest.len && (rest.text[0] == '=' || rest.text[0] == ':');
}

/* The text with `section`.`name` set to `value`: its line replaced, else added to its section,
 * else to a new one at the end. */
static void edited(struct dc_buf *out, const char *text, size_t len, const char *section,
                   size_t section_len, const char *name, const char *value)
{
	const char *at = text, *end = text + len;
	bool inside = false, done = false;
	size_t after = 0; /* where a line can be added to the section; 0: it is not there */
	struct line l;

	while (next_line(&at, end, &l)) {
		struct line t = trimmed(l);

		if (is_section(t))
			inside = names_section(t, section, section_len);
		if (inside && !done && sets_key(t, name)) {
			dc_buf_printf(out, "%s = %s\n", name, value);
			done = true;
			continue;
		}
		dc_buf_add(out, l.text, l.len);
		dc_buf_putc(out, '\n');
		if (inside && t.len)
			after = out->len;
	}
	if (done)
		return;
	DC_AUTO(dc_buf_clear) struct dc_buf tail = { 0 };

	if (!after) {
		dc_buf_printf(out, "%s[%.*s]\n", out->len ? "\n" : "", (int)section_len, section);
		after = out->len;
	}
	dc_buf_add(&tail, out->data + after, out->len - after);
	out->len = after;
	dc_buf_printf(out, "%s = %s\n%s", name, value, dc_buf_str(&tail));
}

static int run_set(struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_settings_free) struct dc_settings *checked = NULL;
	DC_AUTO(dc_buf_clear) struct dc_buf fresh = { 0 };
	const char *key = dc_cli_operand(cli, 0), *value = dc_cli_operand(cli, 1),
		   *dot = strchr(key, '.');
	char *text = NULL;
	size_t len = 0;
	int rc = dc_paths_read(&text, &len, cli->paths.config, 1 << 20, &cli->arena, err);

	if (rc && rc != DC_NOTFOUND)
		return rc;
	if (strpbrk(value, "\r\n"))
		return dc_fail(err, DC_INVALID, "the value of a setting is one line");
	/* The setting on its own first: its error names the command line, not a line of the file.
	 */
	if ((rc = dc_settings_set(cli->settings, key, value, "config set", err)))
		return rc;
	if (!dot)
		return dc_fail(err, DC_INVALID, "'%.60s' has no section; write it as section.name",
		               key);
	edited(&fresh, text ? text : "", len, key, (size_t)(dot - key), dot + 1, value);
	if ((rc = dc_settings_read(&checked, cli->paths.config, fresh.data, fresh.len, err)) ||
	    (!cli->dry_run && (rc = dc_paths_write(cli->paths.config, fresh.data, fresh.len, err))))
		return rc;
	dc_out_put(cli->out, "key", NULL, dc_text_cell(key));
	dc_out_put(cli->out, "value", NULL, dc_text_cell(value));
	dc_out_say(cli->out, "%s = %s (%s)", key, value, cli->paths.config);
	return 0;
}

/* --- edit */

/* One argument to the editor, no shell; "$VISUAL" may carry options of its own. */
static int start_editor(struct dc_cli *cli, const char *file, struct dc_error *err)
{
	const char *command = *cli->paths.editor ? cli->paths.editor : "vi";
	char *copy = dc_arena_strdup(&cli->arena, command), *argv[16];
	size_t n = 0;
	int status;
	pid_t child;

	for (char *p = copy; *p && n < DC_COUNT(argv) - 2;) {
		argv[n++] = p;
		p += strcspn(p, " ");
		if (*p)
			*p++ = '\0';
		p += strspn(p, " ");
	}
	argv[n++] = dc_arena_strdup(&cli->arena, file);
	argv[n] = NULL;
	int why = posix_spawnp(&child, argv[0], NULL, NULL, argv, cli->paths.environ);

	if (why)
		return dc_fail(err, DC_SYSTEM, "cannot start the editor %s: %s", argv[0],
		               strerror(why));
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return dc_fail(err, DC_SYSTEM, "cannot wait for the editor: %s",
			               strerror(errno));
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		return dc_fail(err, DC_INVALID,
		               "the editor %s did not end well; nothing was changed", argv[0]);
	return 0;
}

/* The editor works on a copy, which replaces the file only when it can be read. */
static int run_edit(struct dc_cli *cli, struct dc_error *err)
{
	DC_AUTO(dc_settings_free) struct dc_settings *checked = NULL;
	DC_AUTO(dc_str) char *copy = dc_printf("%s.edit", cli->paths.config);
	static const char fresh[] =
		"; settings of decorum; 'decorum config show' lists what there is\n";
	char *text = NULL;
	size_t len = 0;
	int rc = dc_paths_read(&text, &len, cli->paths.config, 1 << 20, &cli->arena, err);

	if (rc == DC_NOTFOUND) {
		text = dc_arena_strdup(&cli->arena, fresh);
		len = strlen(fresh);
	} else if (rc) {
		return rc;
	}
	if ((rc = dc_paths_write(copy, text, len, err)) || (rc = start_editor(cli, copy, err)) ||
	    (rc = dc_paths_read(&text, &len, copy, 1 << 20, &cli->arena, err)) ||
	    (rc = dc_settings_read(&checked, copy, text, len, err)) ||
	    (rc = dc_paths_write(cli->paths.config, text, len, err)))
		return rc;
	(void)remove(copy); /* what it held is in the file now */
	dc_out_say(cli->out, "Kept %s.", cli->paths.config);
	return 0;
}

static const struct dc_option show_options[] = {
	{ "origin", .help = "also where each value comes from" },
	{ 0 },
};

static const struct dc_cmd actions[] = {
	{ .name = "show",
	  .summary = "all settings in force",
	  .options = show_options,
	  .needs = DC_NEEDS_SETTINGS,
	  .run = run_show },
	{ .name = "get",
	  .operands = "KEY",
	  .min = 1,
	  .max = 1,
	  .summary = "one value",
	  .offer = DC_OFFER_SETTING,
	  .needs = DC_NEEDS_SETTINGS,
	  .run = run_get },
	{ .name = "set",
	  .operands = "KEY VALUE",
	  .min = 2,
	  .max = 2,
	  .summary = "change one value in the file",
	  .offer = DC_OFFER_SETTING,
	  .needs = DC_NEEDS_SETTINGS,
	  .run = run_set },
	{ .name = "edit",
	  .summary = "open the file in your editor",
	  .needs = DC_NEEDS_TERMINAL,
	  .run = run_edit },
	{ 0 },
};

const struct dc_cmd dc_cmd_config = {
	.name = "config",
	.summary = "the settings: show, get, set, edit",
	.example = "decorum config show --origin\ndecorum config set outbox.hold 60\n"
		   "decorum config set rules.shouting warning",
	.actions = actions,
	.needs = DC_NEEDS_SETTINGS,
	.run = run_show,
	.options = show_options,
};
