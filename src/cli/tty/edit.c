/* edit.c - what the keys of our own do; keys.c binds them. */
#include "tty.h"

#include "keys.h"

int dc_keys_accept(int count, int key)
{
	struct dc_tty *t = dc_tty_here();

	if (!t || t->dumb)
		return rl_newline(count, key);
	dc_tty_finish(DC_TOLD_ANSWER);
	return 0;
}

int dc_keys_new_line(int count, int key, rl_command_func_t *otherwise)
{
	struct dc_tty *t = dc_tty_here();

	if (t && t->ask->lines)
		return rl_insert_text("\n") ? 0 : 1;
	return otherwise(count, key);
}

/* Moves in a text of several rows before it moves in the history. */
int dc_keys_vertical(int count, int key, int by, rl_command_func_t *otherwise)
{
	struct dc_tty *t = dc_tty_here();
	DC_AUTO(dc_buf_clear) struct dc_buf prompt = { 0 };
	struct dc_view v;

	if (!t || t->dumb)
		return otherwise(count, key);
	dc_tty_look(t, &v, &prompt, NULL);
	size_t to = dc_frame_vertical(&v, by);

	if (to <= v.len) {
		rl_point = (int)to;
		return 0;
	}
	if (t->ask->lines)
		return rl_ding();
	/* What was typed goes out of sight: keep it first. */
	dc_tty_keep(t);
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
	struct dc_tty *t = dc_tty_here();
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };

	(void)count, (void)key;
	if (!t || !t->ask->edit)
		return rl_ding();
	dc_buf_add(&text, rl_line_buffer, (size_t)rl_end);
	dc_tty_leave(t);
	dc_tty_restore(t);
	t->ask->edit(t->ask->data, &text);
	dc_tty_prepare(1);
	dc_frame_forget(&t->frame);
	replace_all(dc_buf_str(&text));
	rl_on_new_line();
	rl_forced_update_display();
	return 0;
}
