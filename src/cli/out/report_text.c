/* report_text.c - a report for people: who it is, what was found with a caret under the place, and
 * the sums at the end. */
#include "out/report.h"

#include <string.h>

#include "out/diff.h"
#include "out/style.h"
#include "out/wrap.h"

enum { SEVERITY_WIDTH = 9, RULE_WIDTH = 19, NARROW = 60 };

struct page {
	struct dc_buf *out;
	const struct dc_checked *c;
	bool color;
	size_t width, margin;
};

/* Foreign text as words that fit between the margin and the edge; `column` is where the
 * cursor stands.  Returns where it stands then. */
static size_t flow(const struct page *p, size_t margin, size_t column, const char *text)
{
	DC_AUTO(dc_buf_clear) struct dc_buf safe = { 0 };

	dc_text_show(&safe, text, strlen(text), DC_SHOW_LINE);
	return dc_out_wrap(p->out, dc_buf_str(&safe), margin, column, p->width);
}

static void wrapped(const struct page *p, const char *text)
{
	flow(p, p->margin, p->margin, text);
	dc_buf_putc(p->out, '\n');
}

/* The part of a line of the note that is shown: [from, to), with the columns it takes. */
struct window {
	size_t from, to;
};

/* The start of the word that `at` stands in, but not before `least`. */
static size_t word_start(const char *line, size_t len, size_t at, size_t least)
{
	while (at > least && line[at - 1] != ' ')
		at = dc_text_prev(line, len, at);
	return at;
}

/* As much of the line around the span as fits into `room` columns: some words before it,
 * itself, and words after it as far as they go. */
static struct window choose_window(const char *line, size_t len, struct dc_span span, size_t room)
{
	struct window w = { 0, len };

	if (dc_text_width(line, len) <= room)
		return w;
	room -= 4; /* for "… " before and " …" after */
	size_t wide = dc_text_width(line + span.from, span.to - span.from);
	size_t before = wide >= room ? 0 : room - wide < room / 3 ? room - wide : room / 3;

	size_t ahead = dc_text_width(line, span.from);

	while (w.from < span.from && ahead > before) {
		size_t next = dc_text_next(line, len, w.from);

		ahead -= dc_text_width(line + w.from, next - w.from);
		w.from = next;
	}
	if (w.from > 0 && line[w.from - 1] != ' ')
		for (size_t i = w.from; i < span.from; i++)
			if (line[i] == ' ') {
				w.from = i + 1;
				break;
			}
	w.to = w.from;
	for (size_t shown = 0; w.to < len;) {
		size_t next = dc_text_next(line, len, w.to);

		shown += dc_text_width(line + w.to, next - w.to);
		if (shown > room)
			break;
		w.to = next;
	}
	size_t least = span.to < w.to ? span.to : w.from;
	size_t word = w.to < len && line[w.to] != ' ' ? word_start(line, len, w.to, least) : w.to;

	if (word > least)
		w.to = word;
	while (w.to > least && line[w.to - 1] == ' ')
		w.to--;
	return w;
}

/* The line of the note that the span begins in, and carets below it. */
static void excerpt(const struct page *p, struct dc_span span)
{
	const char *note = p->c->note;
	size_t start = span.from, end = span.from;

	while (start > 0 && note[start - 1] != '\n')
		start--;
	while (end < p->c->len && note[end] != '\n')
		end++;
	const char *line = note + start;
	struct dc_span at = { span.from - start, (span.to < end ? span.to : end) - start };
	size_t room = p->width > p->margin + 20 ? p->width - p->margin : 20;
	struct window w = choose_window(line, end - start, at, room);

	if (at.to > w.to)
		at.to = w.to;
	size_t before = dc_text_width(line + w.from, at.from - w.from) + (w.from ? 2 : 0);
	size_t under = dc_text_width(line + w.from, at.to - w.from) + (w.from ? 2 : 0);

	dc_out_spaces(p->out, p->margin);
	dc_buf_puts(p->out, w.from ? "… " : "");
	dc_text_show(p->out, line + w.from, w.to - w.from, DC_SHOW_LINE);
	dc_buf_puts(p->out, w.to < end - start ? " …\n" : "\n");
	dc_out_spaces(p->out, p->margin + before);
	dc_buf_puts(p->out, dc_style(p->color, DC_STYLE_MARK));
	do
		dc_buf_putc(p->out, '^');
	while (++before < under);
	dc_buf_printf(p->out, "%s\n", dc_style(p->color, DC_STYLE_PLAIN));
}

static void quiet_line(const struct page *p, const char *text)
{
	dc_out_spaces(p->out, p->margin);
	dc_buf_puts(p->out, dc_style(p->color, DC_STYLE_QUIET));
	wrapped(p, text);
	dc_buf_puts(p->out, dc_style(p->color, DC_STYLE_PLAIN));
}

static void put_finding(const struct page *p, const struct dc_finding *f)
{
	const char *severity = dc_severity_name(f->severity);

	dc_buf_printf(p->out, "%s%s%s", dc_style_severity(p->color, f->severity), severity,
	              dc_style(p->color, DC_STYLE_PLAIN));
	dc_out_spaces(p->out, SEVERITY_WIDTH - strlen(severity));
	dc_buf_puts(p->out, f->rule->id);
	if (p->margin < SEVERITY_WIDTH + RULE_WIDTH) {
		dc_buf_putc(p->out, '\n');
		dc_out_spaces(p->out, p->margin);
	} else {
		size_t id = strlen(f->rule->id);

		dc_out_spaces(p->out, id < RULE_WIDTH ? RULE_WIDTH - id : 1);
	}
	wrapped(p, f->message);
	if (f->has_span && p->c->note && f->span.from <= p->c->len)
		excerpt(p, f->span);
	if (f->diff_count) {
		quiet_line(p, DC_OUT_DIFF_KEY);
		dc_out_diff(p->out, f->diff, f->diff_count, p->margin, p->width, p->color);
	}
	if (f->advice && *f->advice)
		quiet_line(p, f->advice);
	/* "you" said so, or "decorum" did it: the message tells that already. */
	if (f->source && *f->source && strcmp(f->source, "you") != 0 &&
	    strcmp(f->source, "decorum") != 0 && !strstr(f->message, f->source))
		quiet_line(p, f->source);
	if (f->override) {
		DC_AUTO(dc_str) char *why = dc_printf("Passed over: %s", f->override);

		quiet_line(p, why);
	}
}

/* "Ada Vey · Analyst, Northwind · not connected" */
static void put_head(const struct page *p)
{
	const struct dc_dossier *d = &p->c->report->dossier;
	const char *whom = dc_checked_whom(p->c);
	char day[DC_TIME_MAX];

	if (!*whom)
		return;
	dc_buf_puts(p->out, dc_style(p->color, DC_STYLE_HEAD));
	dc_text_show(p->out, whom, strlen(whom), DC_SHOW_LINE);
	dc_buf_puts(p->out, dc_style(p->color, DC_STYLE_PLAIN));
	DC_AUTO(dc_buf_clear) struct dc_buf rest = { 0 };

	if (*d->headline || *d->company)
		dc_buf_puts(&rest, "· ");
	dc_buf_puts(&rest, d->headline);
	if (*d->company && !strstr(d->headline, d->company))
		dc_buf_printf(&rest, "%s%s", *d->headline ? ", " : "", d->company);
	if (d->yourself)
		dc_buf_puts(&rest, " · yourself");
	else if (d->connected.source && d->connected.at)
		dc_buf_printf(&rest, " · connected since %s", dc_time_day(day, d->connected.at));
	else if (d->connected.source)
		dc_buf_puts(&rest, " · connected");
	else if (*d->key)
		dc_buf_puts(&rest, " · not connected");
	const char *words = dc_buf_str(&rest);

	flow(p, 0, dc_text_width(whom, strlen(whom)), words + strspn(words, " "));
	dc_buf_puts(p->out, "\n\n");
}

/* "68 of 200 characters · 14 of about 100 requests this week · stop" */
static void put_sums(const struct page *p)
{
	const struct dc_report *r = p->c->report;
	const char *verdict = dc_verdict_name(p->c->verdict);

	DC_AUTO(dc_buf_clear) struct dc_buf sums = { 0 };

	if (p->c->note)
		dc_buf_printf(&sums, "%zu of %zu characters · ", r->units, r->unit_limit);
	for (size_t i = 0; i < r->quota_count; i++)
		if (!strcmp(r->quota[i].window, "week"))
			dc_buf_printf(&sums, "%zu of %s%lld requests this week ·", r->quota[i].used,
			              dc_limit_about(&r->quota[i].limit),
			              (long long)r->quota[i].limit.value);
	size_t column = flow(p, 0, 0, dc_buf_str(&sums));

	dc_buf_puts(p->out, column + 1 + strlen(verdict) > p->width ? "\n" : column ? " " : "");
	dc_buf_printf(p->out, "%s%s%s\n",
	              p->c->verdict == DC_VERDICT_OK
	                      ? dc_style(p->color, DC_STYLE_GOOD)
	                      : dc_style_severity(p->color, p->c->verdict == DC_VERDICT_STOP
	                                                            ? DC_SEVERITY_ERROR
	                                                            : DC_SEVERITY_WARNING),
	              verdict, dc_style(p->color, DC_STYLE_PLAIN));
}

void dc_report_text(struct dc_buf *out, const struct dc_checked *c, bool color, size_t width)
{
	struct page p = {
		.out = out,
		.c = c,
		.color = color,
		.width = width,
		.margin = width < NARROW ? 2 : SEVERITY_WIDTH + RULE_WIDTH,
	};

	put_head(&p);
	for (size_t i = 0; i < c->count; i++)
		put_finding(&p, c->findings[i]);
	if (c->count)
		dc_buf_putc(out, '\n');
	put_sums(&p);
}
