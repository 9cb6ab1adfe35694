/* readline.c - asks at a terminal: GNU readline edits, frame.c draws, a poll loop waits.
 *
 * readline keeps its state in globals and calls back without an argument, so there is
 * one prompter at a time (`here`).  Only what is ours is bound, and only where nothing
 * else is: what ~/.inputrc says stays.
 */
#include "prompter.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
/* readline's headers use FILE without including stdio.h. */
#include <readline/history.h>
#include <readline/readline.h>

#include <decorum/text.h>
#include <decorum/time.h>

#include "frame.h"
#include "keys.h"
#include "signals.h"
#include "wrap.h"

struct tty {
	struct dc_prompter base;
	struct dc_prompter_options o;
	bool dumb;
	bool raw;    /* the terminal is set for readline */
	bool caught; /* signals are flags */

	/* while asking */
	const struct dc_ask *ask;
	struct dc_frame frame;
	bool over;
	enum dc_told told;
	int64_t last_key, next_tick;
	struct dc_buf kept; /* what keep() was last given */
	int64_t kept_at;
	struct dc_candidate *candidates;
	size_t candidate_count;
	struct dc_arena offered; /* of the candidates */
};

static struct tty *here;

static int64_t now_ms(void)
{
	struct dc_clock now;

	dc_clock_read(&now);
	return now.awake;
}

/* --- the terminal stays raw from one question to the next, so that no key that is typed
 * ahead is echoed, or lost like a Ctrl-D would be */

static void prepare(int meta)
{
	if (!here || here->raw)
		return;
	rl_prep_terminal(meta);
	/* That binds the terminal's own erase and kill keys anew. */
	dc_keys_bind();
	here->raw = true;
}

static void stay(void) {}

static void restore(struct tty *t)
{
	/* readline would begin a new row for an end of input that was shown long ago. */
	rl_eof_found = 0;
	if (t->raw)
		rl_deprep_terminal();
	t->raw = false;
}

static void catch_signals(struct tty *t)
{
	if (!t->caught)
		dc_signals_catch();
	t->caught = true;
}

static void tty_rest(struct dc_prompter *base)
{
	struct tty *t = (struct tty *)base;

	restore(t);
	if (t->caught)
		dc_signals_release();
	t->caught = false;
}

/* --- drawing */

static const char *mode_in_prompt(void)
{
	const char *shown = rl_variable_value("show-mode-in-prompt");

	if (!shown || strcmp(shown, "on") || rl_editing_mode)
		return "";
	return rl_get_keymap() == vi_movement_keymap ? "(cmd)" : "(ins)";
}

static void look(struct tty *t, struct dc_view *v, struct dc_buf *prompt, struct dc_under *under)
{
	int rows, cols;

	rl_get_screen_size(&rows, &cols);
	dc_buf_puts(prompt, mode_in_prompt());
	dc_buf_puts(prompt, rl_display_prompt ? rl_display_prompt : "");
	if (under && t->ask->under)
		t->ask->under(t->ask->data, under, rl_line_buffer, (size_t)rl_end);
	*v = (struct dc_view){
		.prompt = dc_buf_str(prompt),
		.text = rl_line_buffer,
		.len = (size_t)rl_end,
		.cursor = (size_t)rl_point,
		.under = under,
		.columns = (size_t)(cols > 0 ? cols : 80),
		.lines = (size_t)(rows > 0 ? rows : 24),
		.color = t->o.color,
	};
}

static void put(struct tty *t, const struct dc_buf *out)
{
	fwrite(dc_buf_str(out), 1, out->len, t->o.to);
	fflush(t->o.to);
}

/* rl_redisplay_function */
static void redraw(void)
{
	DC_AUTO(dc_buf_clear) struct dc_buf prompt = { 0 }, out = { 0 };
	DC_AUTO(dc_under_clear) struct dc_under under = { 0 };
	struct dc_view v;

	if (!here || !here->ask || here->over)
		return;
	look(here, &v, &prompt, &under);
	dc_frame_draw(&here->frame, &out, &v);
	if (out.len)
		put(here, &out);
}

/* Leaves the line as it stands and goes to a fresh row. */
static void leave(struct tty *t)
{
	DC_AUTO(dc_buf_clear) struct dc_buf prompt = { 0 }, out = { 0 };
	struct dc_view v;

	if (t->dumb) {
		dc_buf_putc(&out, '\n');
	} else {
		look(t, &v, &prompt, NULL);
		dc_frame_leave(&t->frame, &out, &v);
	}
	put(t, &out);
}

static size_t columns(const struct tty *t)
{
	struct winsize size = { 0 };

	return ioctl(fileno(t->o.to), TIOCGWINSZ, &size) || !size.ws_col ? 80 : size.ws_col;
}

static void tty_say(struct dc_prompter *base, enum dc_tone tone, const char *text)
{
	static const char *const styles[] = { [DC_TONE_QUIET] = "",
		                              [DC_TONE_GOOD] = "\033[32m",
		                              [DC_TONE_WARNING] = "\033[33m",
		                              [DC_TONE_ERROR] = "\033[31m" };
	struct tty *t = (struct tty *)base;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	const char *style = t->o.color ? styles[tone] : "";

	if (t->ask && !t->dumb)
		dc_frame_erase(&t->frame, &out);
	else if (t->ask)
		dc_buf_puts(&out, "\n");
	dc_buf_puts(&out, style);
	dc_wrap_show(&out, text, strlen(text), 0, columns(t));
	dc_buf_puts(&out, *style ? "\033[0m" : "");
	put(t, &out);
	if (t->ask && t->dumb) {
		rl_on_new_line();
		rl_redisplay();
	} else if (t->ask) {
		redraw();
	}
}

/* --- completion: the candidates replace the text before the cursor */

static size_t common(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] && a[n] == b[n])
		n++;
	return n;
}

/* As much as all candidates share, cut at a character; only when it goes on from what was
 * typed (a name completes from any of its words, and then there is nothing to go on from). */
static char *shared_start(const struct tty *t, const char *typed)
{
	const char *first = t->candidates[0].text;
	size_t len = strlen(first);
	DC_AUTO(dc_buf_clear) struct dc_buf a = { 0 }, b = { 0 };

	for (size_t i = 1; i < t->candidate_count; i++) {
		size_t n = common(first, t->candidates[i].text);

		len = n < len ? n : len;
	}
	while (len && ((unsigned char)first[len] & 0xc0) == 0x80)
		len--;
	dc_text_fold(&a, typed, strlen(typed));
	dc_text_fold(&b, first, len);
	bool on = b.len >= a.len && !strncmp(dc_buf_str(&a), dc_buf_str(&b), a.len);
	const char *result = on ? first : typed;

	/* readline frees it. */
	return dc_strndup(result, on ? len : strlen(typed));
}

static char **complete(const char *word, int start, int end)
{
	(void)word, (void)start;
	rl_attempted_completion_over = 1;
	/* readline puts the blank back before every completion. */
	rl_completion_append_character = '\0';
	if (!here || !here->ask || !here->ask->complete)
		return NULL;
	DC_AUTO(dc_str) char *typed = dc_strndup(rl_line_buffer, (size_t)end);

	dc_arena_clear(&here->offered);
	here->candidates = NULL;
	here->candidate_count = here->ask->complete(here->ask->data, &here->candidates, typed,
	                                            &here->offered);
	size_t n = here->candidate_count;

	if (!n)
		return NULL;
	char **matches = dc_alloc(n + 2, sizeof(*matches));

	if (n == 1) {
		matches[0] = dc_strndup(here->candidates[0].text, strlen(here->candidates[0].text));
		return matches;
	}
	matches[0] = shared_start(here, typed);
	for (size_t i = 0; i < n; i++)
		matches[i + 1] = dc_strndup(here->candidates[i].text,
		                            strlen(here->candidates[i].text));
	return matches;
}

static void list_one(struct dc_buf *out, const struct dc_candidate *c, size_t columns, bool color)
{
	size_t room = columns > 4 ? columns - 3 : 1, at = 0;
	DC_AUTO(dc_buf_clear) struct dc_buf line = { 0 };

	dc_buf_puts(&line, c->text);
	if (*c->about)
		dc_buf_printf(&line, "  %s", c->about);
	while (at < line.len) {
		size_t next = dc_text_next(line.data, line.len, at);

		if (dc_text_width(line.data, next) > room)
			break;
		at = next;
	}
	size_t name = strlen(c->text) < at ? strlen(c->text) : at;

	dc_buf_puts(out, "  ");
	dc_text_show(out, line.data, name, DC_SHOW_LINE);
	dc_buf_puts(out, color ? "\033[2m" : "");
	dc_text_show(out, line.data + name, at - name, DC_SHOW_LINE);
	dc_buf_puts(out, color ? "\033[0m\r\n" : "\r\n");
}

/* rl_completion_display_matches_hook: a list with what is known about each, never longer
 * than the screen. */
static void list(char **matches, int count, int longest)
{
	int rows, cols;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };

	(void)matches, (void)count, (void)longest;
	if (!here || !here->candidates)
		return;
	rl_get_screen_size(&rows, &cols);
	size_t room = rows > 8 ? (size_t)rows - 6 : 3, n = here->candidate_count;

	if (here->dumb)
		dc_buf_puts(&out, "\r\n");
	else
		dc_frame_erase(&here->frame, &out);
	for (size_t i = 0; i < n && i < room; i++)
		list_one(&out, &here->candidates[i], (size_t)cols, here->o.color);
	if (n > room)
		dc_buf_printf(&out, "  and %zu more: type a few letters of it\r\n", n - room);
	put(here, &out);
	rl_on_new_line();
	rl_forced_update_display();
}

/* --- keys of our own: see keys.h */

static void finish(enum dc_told told)
{
	here->over = true;
	here->told = told;
}

int dc_keys_accept(int count, int key)
{
	if (!here || here->dumb)
		return rl_newline(count, key);
	finish(DC_TOLD_ANSWER);
	return 0;
}

static void keep(struct tty *t);

int dc_keys_new_line(int count, int key, rl_command_func_t *otherwise)
{
	if (here && here->ask->lines)
		return rl_insert_text("\n") ? 0 : 1;
	return otherwise(count, key);
}

/* Moves in a text of several rows before it moves in the history. */
int dc_keys_vertical(int count, int key, int by, rl_command_func_t *otherwise)
{
	DC_AUTO(dc_buf_clear) struct dc_buf prompt = { 0 };
	struct dc_view v;

	if (!here || here->dumb)
		return otherwise(count, key);
	look(here, &v, &prompt, NULL);
	size_t to = dc_frame_vertical(&v, by);

	if (to <= v.len) {
		rl_point = (int)to;
		return 0;
	}
	if (here->ask->lines)
		return rl_ding();
	/* What was typed goes out of sight: keep it first. */
	keep(here);
	return otherwise(count, key);
}

static void replace_all(const char *text)
{
	rl_begin_undo_group();
	rl_delete_text(0, rl_end);
	rl_point = 0;
	rl_insert_text(text);
	rl_end_undo_group();
}

int dc_keys_edit(int count, int key)
{
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

	(void)count, (void)key;
	if (!here || !here->ask->edit)
		return rl_ding();
	dc_buf_add(&text, rl_line_buffer, (size_t)rl_end);
	leave(here);
	restore(here);
	here->ask->edit(here->ask->data, &text);
	prepare(1);
	dc_frame_forget(&here->frame);
	replace_all(dc_buf_str(&text));
	rl_on_new_line();
	rl_forced_update_display();
	return 0;
}

/* --- the loop */

/* Called by readline with the line (accepted in a dumb terminal) or NULL (end of input). */
static void line_ready(char *line)
{
	if (!here->over)
		finish(line ? DC_TOLD_ANSWER : DC_TOLD_END);
	/* The text is read from rl_line_buffer, or here when readline is done with it. */
	if (line && here->dumb) {
		dc_buf_reset(&here->kept);
		dc_buf_puts(&here->kept, line);
	}
	free(line);
	rl_callback_handler_remove();
}

static bool changed(const struct tty *t)
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

static void keep(struct tty *t)
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
static int patience(const struct tty *t)
{
	int64_t now = now_ms(), due = t->next_tick;

	if (t->ask->keep && changed(t) && t->kept_at + 1000 < due)
		due = t->kept_at + 1000;
	if (due - now > 60000)
		return due >= DC_TICK_NEVER ? -1 : 60000;
	return due > now ? (int)(due - now) : 0;
}

static void tick(struct tty *t)
{
	int64_t now = now_ms();

	if (t->ask->keep && changed(t) && now >= t->kept_at + 1000) {
		keep(t);
		/* It may have failed, and then the line says so. */
		if (!t->dumb)
			redraw();
	}
	if (!t->ask->tick || now < t->next_tick)
		return;
	int next = t->ask->tick(t->ask->data, rl_line_buffer, (size_t)rl_end, now - t->last_key);

	if (next == DC_TICK_WAKE) {
		finish(DC_TOLD_WAKE);
		return;
	}
	t->next_tick = now + next;
	if (!t->dumb)
		redraw();
}

/* Ctrl-Z: the shell gets the terminal as it was. */
static void suspend(struct tty *t)
{
	leave(t);
	restore(t);
	raise(SIGSTOP);
	prepare(1);
	dc_frame_forget(&t->frame);
	rl_on_new_line();
	rl_forced_update_display();
}

static void heed_signals(struct tty *t)
{
	if (dc_signals_took(SIGHUP) || dc_signals_took(SIGTERM))
		finish(DC_TOLD_HANGUP);
	if (dc_signals_took(SIGINT) || dc_signals_took(SIGQUIT))
		finish(DC_TOLD_INTERRUPT);
	if (dc_signals_took(SIGWINCH))
		rl_resize_terminal();
	if (dc_signals_took(SIGTSTP))
		suspend(t);
}

static void wait_for_keys(struct tty *t)
{
	while (!t->over) {
		struct pollfd p[2] = { { .fd = STDIN_FILENO, .events = POLLIN },
			               { .fd = dc_signals_fd(), .events = POLLIN } };
		int n = poll(p, 2, patience(t));

		if (n < 0 && errno != EINTR)
			finish(DC_TOLD_HANGUP);
		heed_signals(t);
		if (!t->over && n > 0 && p[0].revents) {
			if (p[0].revents & POLLIN)
				rl_callback_read_char();
			else
				finish(DC_TOLD_HANGUP);
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
	struct tty *t = (struct tty *)base;
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
		leave(t);
	rl_callback_handler_remove();
	t->ask = NULL;
	return t->told;
}

static void tty_free(struct dc_prompter *base)
{
	struct tty *t = (struct tty *)base;

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
	.say = tty_say,
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
	struct tty *t = dc_alloc(1, sizeof(*t));

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
	rl_prep_term_function = prepare;
	rl_deprep_term_function = stay;
	rl_redisplay_function = t->dumb ? rl_redisplay : redraw;
	rl_attempted_completion_function = complete;
	rl_completion_display_matches_hook = list;
	rl_completer_word_break_characters = no_breaks;
	rl_sort_completion_matches = 0;
	rl_ignore_completion_duplicates = 0;
	catch_signals(t);
	prepare(1);
	return &t->base;
}
