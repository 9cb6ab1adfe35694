/* readline.c - asks at a terminal: GNU readline edits, frame.c draws, a poll loop waits.
 *
 * Only what is ours is bound, and only where nothing else is: what ~/.inputrc says stays.
 */
#include "tty.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
/* readline's headers use FILE without including stdio.h. */
#include <readline/history.h>
#include <readline/readline.h>

#include <decorum/time.h>

#include "keys.h"
#include "signals.h"

static struct dc_tty *here;

struct dc_tty *dc_tty_here(void) { return here; }

static int64_t now_ms(void)
{
	struct dc_clock now;

	dc_clock_read(&now);
	return now.awake;
}

/* --- the terminal stays raw from one question to the next, so that no key that is typed
 * ahead is echoed, or lost like a Ctrl-D would be */

void dc_tty_prepare(int meta)
{
	if (!here || here->raw)
		return;
	rl_prep_terminal(meta);
	/* That binds the terminal's own erase and kill keys anew. */
	dc_keys_bind();
	here->raw = true;
}

static void stay(void) {}

void dc_tty_restore(struct dc_tty *t)
{
	/* readline would begin a new row for an end of input that was shown long ago. */
	rl_eof_found = 0;
	if (t->raw)
		rl_deprep_terminal();
	t->raw = false;
}

static void catch_signals(struct dc_tty *t)
{
	if (!t->caught)
		dc_signals_catch();
	t->caught = true;
}

static void tty_rest(struct dc_prompter *base)
{
	struct dc_tty *t = (struct dc_tty *)base;

	dc_tty_restore(t);
	if (t->caught)
		dc_signals_release();
	t->caught = false;
}

/* --- the loop */

void dc_tty_finish(enum dc_told told)
{
	here->over = true;
	here->told = told;
}

/* Called by readline with the line (accepted in a dumb terminal) or NULL (end of input). */
static void line_ready(char *line)
{
	if (!here->over)
		dc_tty_finish(line ? DC_TOLD_ANSWER : DC_TOLD_END);
	/* The text is read from rl_line_buffer, or here when readline is done with it. */
	if (line && here->dumb) {
		dc_buf_reset(&here->kept);
		dc_buf_puts(&here->kept, line);
	}
	free(line);
	rl_callback_handler_remove();
}

static bool changed(const struct dc_tty *t)
{
	return (size_t)rl_end != t->kept.len ||
	       memcmp(rl_line_buffer, dc_buf_str(&t->kept), t->kept.len) != 0;
}

/* A line of the history that is only looked at is nothing typed. */
static bool browsing(void)
{
	HIST_ENTRY *e = current_history();

	return e && !strcmp(e->line, rl_line_buffer);
}

void dc_tty_keep(struct dc_tty *t)
{
	if (!t->ask->keep || !changed(t) || browsing())
		return;
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

	dc_buf_add(&text, rl_line_buffer, (size_t)rl_end);
	t->kept_at = now_ms();
	if (!t->ask->keep(t->ask->data, dc_buf_str(&text), text.len))
		return;
	dc_buf_reset(&t->kept);
	dc_buf_add(&t->kept, text.data, text.len);
}

/* Milliseconds until something has to be done without a key. */
static int patience(const struct dc_tty *t)
{
	int64_t now = now_ms(), due = t->next_tick;

	if (t->ask->keep && changed(t) && t->kept_at + 1000 < due)
		due = t->kept_at + 1000;
	if (due - now > 60000)
		return due >= DC_TICK_NEVER ? -1 : 60000;
	return due > now ? (int)(due - now) : 0;
}

static void tick(struct dc_tty *t)
{
	int64_t now = now_ms();

	if (t->ask->keep && changed(t) && now >= t->kept_at + 1000) {
		dc_tty_keep(t);
		/* It may have failed, and then the line says so. */
		if (!t->dumb)
			dc_tty_redraw();
	}
	if (!t->ask->tick || now < t->next_tick)
		return;
	int next = t->ask->tick(t->ask->data, rl_line_buffer, (size_t)rl_end, now - t->last_key);

	if (next == DC_TICK_WAKE) {
		dc_tty_finish(DC_TOLD_WAKE);
		return;
	}
	t->next_tick = now + next;
	if (!t->dumb)
		dc_tty_redraw();
}

/* Ctrl-Z: the shell gets the terminal as it was. */
static void suspend(struct dc_tty *t)
{
	dc_tty_leave(t);
	dc_tty_restore(t);
	raise(SIGSTOP);
	dc_tty_prepare(1);
	dc_frame_forget(&t->frame);
	rl_on_new_line();
	rl_forced_update_display();
}

static void heed_signals(struct dc_tty *t)
{
	if (dc_signals_took(SIGHUP) || dc_signals_took(SIGTERM))
		dc_tty_finish(DC_TOLD_HANGUP);
	if (dc_signals_took(SIGINT) || dc_signals_took(SIGQUIT))
		dc_tty_finish(DC_TOLD_INTERRUPT);
	if (dc_signals_took(SIGWINCH))
		rl_resize_terminal();
	if (dc_signals_took(SIGTSTP))
		suspend(t);
}

static void wait_for_keys(struct dc_tty *t)
{
	while (!t->over) {
		struct pollfd p[2] = { { .fd = STDIN_FILENO, .events = POLLIN },
			               { .fd = dc_signals_fd(), .events = POLLIN } };
		int n = poll(p, 2, patience(t));

		if (n < 0 && errno != EINTR)
			dc_tty_finish(DC_TOLD_HANGUP);
		heed_signals(t);
		if (!t->over && n > 0 && p[0].revents) {
			/* Nothing is read from a terminal that went away: its end of input would
			 * take the line with it. */
			if (p[0].revents & (POLLHUP | POLLERR | POLLNVAL))
				dc_tty_finish(DC_TOLD_HANGUP);
			else
				rl_callback_read_char();
			t->last_key = now_ms();
			if (t->next_tick > t->last_key + 1000)
				t->next_tick = t->last_key;
		}
		if (!t->over)
			tick(t);
	}
}

static void load_history(const struct dc_ask *a)
{
	clear_history();
	for (size_t i = 0; i < a->history_count; i++)
		add_history(a->history[i]);
	using_history();
}

static enum dc_told tty_ask(struct dc_prompter *base, const struct dc_ask *a, struct dc_buf *answer)
{
	struct dc_tty *t = (struct dc_tty *)base;
	size_t preset = a->preset ? strlen(a->preset) : 0;

	catch_signals(t);
	t->ask = a;
	t->over = false;
	t->last_key = t->kept_at = now_ms();
	t->next_tick = a->tick ? 0 : DC_TICK_NEVER;
	dc_buf_reset(&t->kept);
	dc_buf_add(&t->kept, a->preset ? a->preset : "", preset);
	dc_frame_forget(&t->frame);
	load_history(a);
	rl_callback_handler_install(a->prompt, line_ready);
	if (preset) {
		rl_insert_text(a->preset);
		rl_point = (int)(a->cursor < preset ? a->cursor : preset);
	}
	(*rl_redisplay_function)();
	wait_for_keys(t);

	/* Whoever leaves while looking at an earlier answer means what they had typed. */
	if (t->told != DC_TOLD_ANSWER && browsing())
		rl_maybe_unsave_line();

	bool taken = t->dumb && t->told == DC_TOLD_ANSWER;

	if (!taken)
		dc_buf_add(answer, rl_line_buffer, (size_t)rl_end);
	else
		dc_buf_add(answer, dc_buf_str(&t->kept), t->kept.len);
	if (!taken && t->told != DC_TOLD_HANGUP)
		dc_tty_leave(t);
	rl_callback_handler_remove();
	t->ask = NULL;
	return t->told;
}

static void tty_free(struct dc_prompter *base)
{
	struct dc_tty *t = (struct dc_tty *)base;

	tty_rest(base);
	dc_frame_clear(&t->frame);
	dc_buf_clear(&t->kept);
	dc_arena_clear(&t->offered);
	clear_history();
	here = NULL;
	dc_free(t);
}

static const struct dc_prompter_ops ops = {
	.ask = tty_ask,
	.say = dc_tty_say,
	.rest = tty_rest,
	.free = tty_free,
	.live = true,
};

/* Letters of every script are edited as letters, also where the locale knows only ASCII.
 * readline reads the locale when it is initialised, so this comes after that. */
static void need_utf8(void)
{
	if (!strcmp(nl_langinfo(CODESET), "UTF-8") || !setlocale(LC_CTYPE, "C.UTF-8"))
		return;
	rl_variable_bind("input-meta", "on");
	rl_variable_bind("output-meta", "on");
	rl_variable_bind("convert-meta", "off");
}

struct dc_prompter *dc_prompter_readline(const struct dc_prompter_options *o)
{
	static char no_breaks[] = "";
	struct dc_tty *t = dc_alloc(1, sizeof(*t));

	t->base.ops = &ops;
	t->o = *o;
	t->dumb = !*o->terminal || !strcmp(o->terminal, "dumb");
	here = t;
	setlocale(LC_CTYPE, "");
	rl_readline_name = "decorum";
	rl_instream = stdin;
	rl_outstream = o->to;
	rl_catch_signals = 0;
	rl_catch_sigwinch = 0;
	/* Before ~/.inputrc is read, which may say otherwise. */
	rl_variable_bind("show-all-if-ambiguous", "on");
	rl_initialize();
	need_utf8();
	rl_prep_term_function = dc_tty_prepare;
	rl_deprep_term_function = stay;
	rl_redisplay_function = t->dumb ? rl_redisplay : dc_tty_redraw;
	rl_attempted_completion_function = dc_tty_complete;
	rl_completion_display_matches_hook = dc_tty_list;
	rl_completer_word_break_characters = no_breaks;
	rl_sort_completion_matches = 0;
	rl_ignore_completion_duplicates = 0;
	catch_signals(t);
	dc_tty_prepare(1);
	return &t->base;
}
