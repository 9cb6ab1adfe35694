/* keys.c - finds out what is bound where, and puts ours in front of it. */
#include "keys.h"

#include <stdlib.h>

#include <decorum/text.h>

static int up(int count, int key)
{
	return dc_keys_vertical(count, key, -1, rl_get_previous_history);
}

static int down(int count, int key) { return dc_keys_vertical(count, key, 1, rl_get_next_history); }

static int new_line_or_accept(int count, int key)
{
	return dc_keys_new_line(count, key, dc_keys_accept);
}

static int new_line_or_vi(int count, int key)
{
	return dc_keys_new_line(count, key, rl_vi_editing_mode);
}

/* A letter is what people see as one: an emoji of seven code points, a letter with its marks.
 * With a count, readline's own notion has to do. */
static int forward(int count, int key)
{
	if (count != 1 || rl_point >= rl_end)
		return rl_forward_char(count, key);
	rl_point = (int)dc_text_next(rl_line_buffer, (size_t)rl_end, (size_t)rl_point);
	return 0;
}

static int backward(int count, int key)
{
	if (count != 1 || !rl_point)
		return rl_backward_char(count, key);
	rl_point = (int)dc_text_prev(rl_line_buffer, (size_t)rl_end, (size_t)rl_point);
	return 0;
}

static int rubout(int count, int key)
{
	if (count != 1 || !rl_point)
		return rl_rubout(count, key);
	int from = (int)dc_text_prev(rl_line_buffer, (size_t)rl_end, (size_t)rl_point);

	rl_delete_text(from, rl_point);
	rl_point = from;
	return 0;
}

static int delete_next(int count, int key)
{
	if (count != 1 || rl_point >= rl_end)
		return rl_delete(count, key);
	int to = (int)dc_text_next(rl_line_buffer, (size_t)rl_end, (size_t)rl_point);

	rl_delete_text(rl_point, to);
	return 0;
}

/* Every key that calls `was` in that keymap calls `now`. */
static void wrap(Keymap map, rl_command_func_t *was, rl_command_func_t *now)
{
	char **keys = rl_invoking_keyseqs_in_map(was, map);

	for (size_t i = 0; keys && keys[i]; i++) {
		rl_bind_keyseq_in_map(keys[i], now, map);
		free(keys[i]);
	}
	free(keys);
}

/* Only where that key still does what readline gave it to do.  `keys` is the bytes that the
 * terminal sends, `written` the same as ~/.inputrc spells it. */
static void bind_where(Keymap map, const char *keys, const char *written, rl_command_func_t *was,
                       rl_command_func_t *now)
{
	int type;

	if (rl_function_of_keyseq(keys, map, &type) == was && type == ISFUNC)
		rl_bind_keyseq_in_map(written, now, map);
}

void dc_keys_bind(void)
{
	Keymap maps[] = { emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap };

	rl_add_defun("decorum-edit", dc_keys_edit, -1);
	rl_bind_keyseq_if_unbound_in_map("\\C-x\\C-e", dc_keys_edit, emacs_standard_keymap);
	rl_bind_keyseq_if_unbound_in_map("v", dc_keys_edit, vi_movement_keymap);
	bind_where(emacs_standard_keymap, "\n", "\\C-j", rl_newline, new_line_or_accept);
	bind_where(vi_insertion_keymap, "\n", "\\C-j", rl_newline, new_line_or_accept);
	bind_where(emacs_standard_keymap, "\033\r", "\\e\\C-m", rl_vi_editing_mode, new_line_or_vi);
	bind_where(emacs_standard_keymap, "\033\n", "\\e\\C-j", rl_vi_editing_mode, new_line_or_vi);
	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++) {
		wrap(maps[i], rl_newline, dc_keys_accept);
		wrap(maps[i], rl_get_previous_history, up);
		wrap(maps[i], rl_get_next_history, down);
	}
	/* In vi's command mode the cursor stands on a letter, not between two. */
	for (size_t i = 0; i < 2; i++) {
		wrap(maps[i], rl_forward_char, forward);
		wrap(maps[i], rl_backward_char, backward);
		wrap(maps[i], rl_rubout, rubout);
		wrap(maps[i], rl_delete, delete_next);
	}
}
