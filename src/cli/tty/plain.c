/* plain.c - answers from a pipe or a file, one line each; a text ends with an empty line. */
#include "prompter.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/text.h>

struct plain {
	struct dc_prompter base;
	struct dc_prompter_options o;
};

/* One line without its newline; false at the end of the input. */
static bool read_line(struct dc_buf *out)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n = getline(&line, &cap, stdin);
	bool there = n > 0;

	if (there && line[n - 1] == '\n')
		n--;
	if (there && n && line[n - 1] == '\r')
		n--;
	if (there)
		dc_buf_add(out, line, (size_t)n);
	free(line);
	return there;
}

static bool read_lines(struct dc_buf *out)
{
	bool some = false;

	for (;;) {
		DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };

		if (!read_line(&line))
			return some;
		if (!line.len)
			return true;
		if (some)
			dc_buf_putc(out, '\n');
		dc_buf_add(out, dc_buf_str(&line), line.len);
		some = true;
	}
}

static enum dc_told plain_ask(struct dc_prompter *base, const struct dc_ask *a,
                              struct dc_buf *answer)
{
	struct plain *p = (struct plain *)base;
	bool there = a->lines ? read_lines(answer) : read_line(answer);

	/* As on a terminal, where the text to start from stands in the line. */
	if (there && !answer->len && a->preset)
		dc_buf_puts(answer, a->preset);
	/* Seen beside the questions, the answers make a readable record. */
	if (there) {
		DC_AUTO(dc_buf_clear) struct dc_buf shown = { 0 };

		dc_text_show(&shown, dc_buf_str(answer), answer->len, DC_SHOW_LINES);
		fprintf(p->o.to, "%s%s\n", a->prompt, dc_buf_str(&shown));
		fflush(p->o.to);
	}
	return there ? DC_TOLD_ANSWER : DC_TOLD_END;
}

static void plain_say(struct dc_prompter *base, enum dc_tone tone, const char *text)
{
	struct plain *p = (struct plain *)base;
	DC_AUTO(dc_buf_clear) struct dc_buf shown = { 0 };

	(void)tone;
	dc_text_show(&shown, text, strlen(text), DC_SHOW_LINES);
	fprintf(p->o.to, "%s\n", dc_buf_str(&shown));
	fflush(p->o.to);
}

static void plain_rest(struct dc_prompter *base) { (void)base; }
static void plain_free(struct dc_prompter *base) { dc_free(base); }

static const struct dc_prompter_ops ops = {
	.ask = plain_ask,
	.say = plain_say,
	.rest = plain_rest,
	.free = plain_free,
	.live = false,
};

struct dc_prompter *dc_prompter_plain(const struct dc_prompter_options *o)
{
	struct plain *p = dc_alloc(1, sizeof(*p));

	p->base.ops = &ops;
	p->o = *o;
	return &p->base;
}
