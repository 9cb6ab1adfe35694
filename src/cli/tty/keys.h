/* keys.h - the keys that are ours, bound beside what the user and readline bound. */
#ifndef DC_CLI_TTY_KEYS_H
#define DC_CLI_TTY_KEYS_H

#include <stdio.h>
/* readline.h uses FILE without including stdio.h. */
#include <readline/readline.h>

/* Ctrl-X Ctrl-E (and `v` of vi) edit; Ctrl-J and Alt-Enter begin a new line; and wherever
 * accepting, moving and deleting by a letter or a line are bound, ours stand in front of them.
 * A key that ~/.inputrc gave another meaning keeps it. */
void dc_keys_bind(void);

/* What they do; readline.c has them. */
int dc_keys_accept(int count, int key);
int dc_keys_edit(int count, int key);
int dc_keys_new_line(int count, int key, rl_command_func_t *otherwise);
int dc_keys_vertical(int count, int key, int by, rl_command_func_t *otherwise);

#endif
