/* ask.c - short questions on stderr, answers from stdin, and Ctrl-C as a flag. */
#include "ask.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"

static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
	(void)number;
	interrupted = 1;
}

/* What was in force before, so that an ignored Ctrl-C (nohup, a job in the background) is
 * ignored again afterwards. */
static const int caught[] = { SIGINT, SIGTERM };
static struct sigaction before[DC_COUNT(caught)];
static bool catching;

void dc_interrupt_catch(void)
{
	struct sigaction action = { .sa_handler = on_interrupt };

	interrupted = 0;
	for (size_t i = 0; i < DC_COUNT(caught); i++)
		sigaction(caught[i], &action, catching ? NULL : &before[i]);
	catching = true;
}

void dc_interrupt_release(void)
{
	for (size_t i = 0; i < DC_COUNT(caught) && catching; i++)
		sigaction(caught[i], &before[i], NULL);
	catching = false;
}

bool dc_interrupted(void) { return interrupted != 0; }

/* Byte by byte, so that what follows the line is left for whoever reads next. */
static bool read_line(struct dc_buf *out)
{
	char c;
	ssize_t n;

	while ((n = read(STDIN_FILENO, &c, 1)) > 0) {
		if (c == '\n')
			return true;
		dc_buf_putc(out, c);
	}
	return false;
}

int dc_ask_line(struct dc_cli *cli, struct dc_buf *out, const char *question, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf safe = { 0 }, line = { 0 };

	if (!cli->terminal)
		return dc_fail(err, DC_INVALID,
		               "there is a question but no terminal to ask it at: %s", question);
	dc_text_show(&safe, question, strlen(question), DC_SHOW_LINE);
	dc_out_flush(cli->out);
	fprintf(stderr, "%s ", dc_buf_str(&safe));
	dc_interrupt_catch();
	bool whole = read_line(&line);

	dc_interrupt_release();
	if (!whole) {
		fputc('\n', stderr);
		return dc_fail(err, DC_TEMP, "stopped without an answer; nothing more was done");
	}
	dc_buf_add(out, dc_buf_str(&line), line.len);
	return 0;
}

/* The choice that `text` is or begins like; -1: none. */
static int choice_of(const char *choices, const char *text, size_t len)
{
	const char *piece;
	size_t size;

	for (int i = 0; dc_choice_next(&choices, &piece, &size); i++)
		if (len > 0 && len <= size && !memcmp(piece, text, len))
			return i;
	return -1;
}

int dc_ask_choice(struct dc_cli *cli, int *out, const char *question, const char *choices,
                  int preset, struct dc_error *err)
{
	DC_AUTO(dc_str) char *asked = dc_printf("%s [%s]", question, choices);

	for (;;) {
		DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };
		int rc = dc_ask_line(cli, &line, asked, err);

		if (rc)
			return rc;
		*out = line.len ? choice_of(choices, line.data, line.len) : preset;
		if (*out >= 0)
			return 0;
		fprintf(stderr, "Please answer one of %s.\n", choices);
	}
}

int dc_ask_yes(struct dc_cli *cli, bool *out, const char *question, struct dc_error *err)
{
	int choice = 0;

	if (!cli->yes) {
		int rc = dc_ask_choice(cli, &choice, question, "yes|no", -1, err);

		if (rc)
			return rc;
	}
	*out = choice == 0;
	return 0;
}
