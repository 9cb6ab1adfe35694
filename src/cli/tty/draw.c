/* draw.c - the line that is typed, and lines said above it, on the terminal. */
#include "tty.h"

#include <string.h>
#include <sys/ioctl.h>
/* readline's headers use FILE without including stdio.h. */
#include <stdio.h>
#include <readline/readline.h>

#include "wrap.h"

static const char *mode_in_prompt(void)
{
	const char *shown = rl_variable_value("show-mode-in-prompt");

	if (!shown || strcmp(shown, "on") || rl_editing_mode)
		return "";
	return rl_get_keymap() == vi_movement_keymap ? "(cmd)" : "(ins)";
}

void dc_tty_look(struct dc_tty *t, struct dc_view *v, struct dc_buf *prompt, struct dc_under *under)
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

void dc_tty_put(struct dc_tty *t, const struct dc_buf *out)
{
	fwrite(dc_buf_str(out), 1, out->len, t->o.to);
	fflush(t->o.to);
}

void dc_tty_redraw(void)
{
	struct dc_tty *t = dc_tty_here();
	DC_AUTO(dc_buf_clear) struct dc_buf prompt = { 0 }, out = { 0 };
	DC_AUTO(dc_under_clear) struct dc_under under = { 0 };
	struct dc_view v;

	if (!t || !t->ask || t->over)
		return;
	dc_tty_look(t, &v, &prompt, &under);
	dc_frame_draw(&t->frame, &out, &v);
	if (out.len)
		dc_tty_put(t, &out);
}

void dc_tty_leave(struct dc_tty *t)
{
	DC_AUTO(dc_buf_clear) struct dc_buf prompt = { 0 }, out = { 0 };
	struct dc_view v;

	if (t->dumb) {
		dc_buf_putc(&out, '\n');
	} else {
		dc_tty_look(t, &v, &prompt, NULL);
		dc_frame_leave(&t->frame, &out, &v);
	}
	dc_tty_put(t, &out);
}

static size_t columns(const struct dc_tty *t)
{
	struct winsize size = { 0 };

	return ioctl(fileno(t->o.to), TIOCGWINSZ, &size) || !size.ws_col ? 80 : size.ws_col;
}

void dc_tty_say(struct dc_prompter *base, enum dc_tone tone, const char *text)
{
	static const char *const styles[] = { [DC_TONE_QUIET] = "",
		                              [DC_TONE_GOOD] = "\033[32m",
		                              [DC_TONE_WARNING] = "\033[33m",
		                              [DC_TONE_ERROR] = "\033[31m" };
	struct dc_tty *t = (struct dc_tty *)base;
	DC_AUTO(dc_buf_clear) struct dc_buf out = { 0 };
	const char *style = t->o.color ? styles[tone] : "";

	if (t->ask && !t->dumb)
		dc_frame_erase(&t->frame, &out);
	else if (t->ask)
		dc_buf_puts(&out, "\n");
	dc_buf_puts(&out, style);
	dc_wrap_show(&out, text, strlen(text), 0, columns(t));
	dc_buf_puts(&out, *style ? "\033[0m" : "");
	dc_tty_put(t, &out);
	if (t->ask && t->dumb) {
		rl_on_new_line();
		rl_redisplay();
	} else if (t->ask) {
		dc_tty_redraw();
	}
}
