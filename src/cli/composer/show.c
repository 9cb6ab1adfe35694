/* show.c - what the composer puts on the screen: the person, the question, the one screen before
 * sending, and what stands under the line. */
#include "composer/composer.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <decorum/text.h>

#include "cmd.h"
#include "tty/wrap.h"

/* A sentence, wrapped at words; `indent` blanks before each row. */
static void say(struct dc_out *o, size_t indent, const char *fmt, ...) DC_PRINTF(3, 4);
static void say(struct dc_out *o, size_t indent, const char *fmt, ...)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	va_list ap;

	va_start(ap, fmt);
	dc_buf_vprintf(&text, fmt, ap);
	va_end(ap);
	dc_wrap_show(dc_out_raw(o), dc_buf_str(&text), text.len, indent, dc_out_width(o));
}

/* The same in bold. */
static void head(struct dc_out *o, const char *text)
{
	struct dc_buf *out = dc_out_raw(o);

	dc_buf_puts(out, dc_out_color(o) ? "\033[1m" : "");
	dc_wrap_show(out, text, strlen(text), 0, dc_out_width(o));
	dc_buf_puts(out, dc_out_color(o) ? "\033[0m" : "");
}

static struct dc_out *screen(struct dc_composer *c)
{
	struct winsize size = { 0 };

	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) || !size.ws_col)
		size.ws_col = 80;
	return dc_out_new(
		&(struct dc_out_options){ .to = stderr, .color = c->color, .width = size.ws_col });
}

static void done(struct dc_out *o)
{
	/* A dialogue that cannot be shown ends by itself: the terminal is gone. */
	(void)dc_out_finish(o);
	dc_out_free(o);
}

/* --- the person */

/* Decorum never looks at a profile; what only a look can tell is said. */
static void say_unknown(struct dc_out *o, const struct dc_dossier *d)
{
	if (!*d->name)
		say(o, 0,
		    "Nothing is on file about %s but the address. Look at the profile: "
		    "decorum cannot.",
		    d->key);
	else if (*d->company)
		say(o, 0, "Check the profile: is this the %s at %s?", d->name, d->company);
	else
		say(o, 0, "Check the profile: is this the %s you mean?", d->name);
	if (*d->name && *d->file_name && strcmp(d->name, d->file_name))
		say(o, 0, "On file the name is %s.", d->file_name);
}

static void say_past(struct dc_out *o, const struct dc_dossier *d)
{
	char day[DC_TIME_MAX];

	for (size_t i = 0; i < d->past_count && i < 3; i++) {
		const struct dc_past *p = &d->past[i];
		int64_t at = p->now.at ? p->now.at : p->sent.at;

		say(o, 0, "Before: %s%s%s%s", dc_state_name(p->state), at ? " on " : "",
		    at ? dc_time_day(day, at) : "",
		    p->now.how == DC_HOW_TOLD       ? " (you said so)"
		    : p->now.how == DC_HOW_INFERRED ? " (inferred)"
		                                    : "");
	}
	if (d->past_count > 3)
		say(o, 0, "and %zu more: decorum history %s", d->past_count - 3, d->key);
}

void dc_composer_show_recipient(struct dc_composer *c)
{
	const struct dc_report *r = dc_session_recipient(c->session);
	struct dc_out *o = screen(c);

	dc_out_say(o, "%s", "");
	dc_out_report(o, NULL, r, NULL, 0);
	say_past(o, &r->dossier);
	say_unknown(o, &r->dossier);
	dc_out_say(o, "%s", "");
	done(o);
}

/* --- before sending */

/* What sending does to the budgets: "With it: 1 of about 25 requests today, …". */
static void say_quota(struct dc_out *o, const struct dc_report *r, bool with_note)
{
	static const char *const windows[][2] = { { "day", "today" },
		                                  { "week", "this week" },
		                                  { "month", "this month" },
		                                  { "notes", "personal notes this month" } };
	DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };

	for (size_t i = 0; i < r->quota_count; i++)
		for (size_t k = 0; k < DC_COUNT(windows); k++)
			if (!strcmp(r->quota[i].window, windows[k][0]) &&
			    r->quota[i].limit.value > 0 && (k < 3 || with_note))
				dc_buf_printf(&line, "%s%zu of %s%lld %s",
				              line.len ? ", " : "With it: ", r->quota[i].used + 1,
				              dc_limit_about(&r->quota[i].limit),
				              (long long)r->quota[i].limit.value, windows[k][1]);
	if (line.len)
		say(o, 0, "%s.", dc_buf_str(&line));
}

/* The note behind a margin, wrapped at words; a line break of the note itself shows as one. */
static void body(struct dc_out *o, const char *note, size_t len)
{
	DC_AUTO(dc_rows_clear) struct dc_rows rows = { 0 };
	struct dc_buf *out = dc_out_raw(o);

	if (!len)
		return;
	dc_wrap(&rows, note, len, dc_out_width(o) > 12 ? dc_out_width(o) - 4 : 8);
	for (size_t i = 0; i < rows.count; i++) {
		dc_buf_puts(out, "  | ");
		dc_text_show(out, note + rows.at[i].from, rows.at[i].to - rows.at[i].from,
		             DC_SHOW_LINE);
		dc_buf_putc(out, '\n');
	}
}

void dc_composer_show_note(struct dc_composer *c, const char *note, size_t len)
{
	struct dc_out *o = screen(c);

	body(o, note, len);
	done(o);
}

void dc_composer_show_review(struct dc_composer *c)
{
	const struct dc_report *r = dc_session_report(c->session);
	struct dc_out *o = screen(c);
	size_t len;
	const char *note = dc_session_note(c->session, &len);

	dc_out_say(o, "%s", "");
	head(o, len ? "As it will arrive" : "Without a note");
	if (len)
		body(o, note, len);
	else
		say(o, 0, "(no note)");
	dc_out_say(o, "%s", "");
	dc_out_report(o, NULL, r, note, len);
	say_quota(o, r, len > 0);
	say_unknown(o, &r->dossier);
	done(o);
}

/* --- the question */

static void say_choices(struct dc_out *o, const struct dc_question *q)
{
	DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };

	for (size_t i = 0; q->choices[i]; i++) {
		if (q->step == DC_STEP_WHICH)
			say(o, 2, "%zu  %s", i + 1, q->choices[i]);
		else
			dc_buf_printf(&line, "%s%s", i ? " / " : "  ", q->choices[i]);
	}
	if (line.len)
		say(o, 0, "%s", dc_buf_str(&line));
}

void dc_composer_show_question(struct dc_composer *c)
{
	const struct dc_question *q = dc_session_question(c->session);
	struct dc_out *o = screen(c);
	struct dc_fill fill;

	for (; dc_session_fill_at(c->session, c->fills, &fill); c->fills++)
		say(o, 0, "%s: %s (from %s)", fill.slot, fill.value, fill.from);
	if (*q->complaint)
		say(o, 0, "%s", q->complaint);
	head(o, q->text);
	if (*q->help)
		say(o, 2, "%s", q->help);
	if (q->choices && q->step != DC_STEP_TEMPLATE)
		say_choices(o, q);
	if (*q->offered && *q->offered_from)
		say(o, 2, "Enter: %s (%s)", q->offered, q->offered_from);
	else if (*q->offered)
		say(o, 2, "Enter: %s", q->offered);
	if (c->later && q->step == DC_STEP_RECIPIENT)
		say(o, 2, "Enter: leave");
	if (*q->offered && q->optional)
		say(o, 2, "-: nothing");
	done(o);
}

/* --- under the line */

static void count(struct dc_under *out, const struct dc_peek *p)
{
	bool over = p->units > p->limit;
	struct dc_buf *line = dc_under_line(out, over ? DC_TONE_ERROR : DC_TONE_QUIET);

	if (over)
		dc_buf_printf(line, "%zu too many for %zu", p->units - p->limit, p->limit);
	else
		dc_buf_printf(line, "%zu of %zu left", p->limit - p->units, p->limit);
}

static void first_finding(struct dc_under *out, const struct dc_findings *all)
{
	static const enum dc_tone tones[] = { [DC_SEVERITY_INFO] = DC_TONE_QUIET,
		                              [DC_SEVERITY_WARNING] = DC_TONE_WARNING,
		                              [DC_SEVERITY_ERROR] = DC_TONE_ERROR };

	for (size_t i = 0; i < dc_findings_count(all); i++) {
		const struct dc_finding *f = dc_findings_at(all, i);

		/* What was said of the person stands above; here it is about the words. */
		if (f->rule->group != DC_GROUP_NOTE)
			continue;
		struct dc_buf *line = dc_under_line(out, tones[f->severity]);

		if (line)
			dc_buf_printf(line, "%s: %s", f->rule->id, f->message);
		return;
	}
}

void dc_composer_under(struct dc_composer *c, struct dc_under *out, const char *text, size_t len)
{
	DC_AUTO(dc_peek_clear) struct dc_peek peek = { 0 };
	struct dc_clock now;

	dc_cli_clock(c->cli, &now);
	dc_session_peek(c->session, &peek, text, len, &now);
	if (peek.limit)
		count(out, &peek);
	if (peek.findings)
		first_finding(out, peek.findings);
	if (c->keep_error) {
		struct dc_buf *line = dc_under_line(out, DC_TONE_ERROR);

		if (line)
			dc_buf_printf(line, "not saved: %s", c->keep_error);
	}
	dc_composer_countdown(c, out);
}
