/* tty.h - what the files of the readline prompter share.
 *
 * readline keeps its state in globals and calls back without an argument, so there is one
 * prompter at a time, and the callbacks ask dc_tty_here() for it.
 */
#ifndef DC_CLI_TTY_TTY_H
#define DC_CLI_TTY_TTY_H

#include "frame.h"
#include "prompter.h"

struct dc_tty {
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

/* NULL while there is no prompter. */
struct dc_tty *dc_tty_here(void);

/* --- readline.c */

/* Sets the terminal for readline, and back; each does nothing when it is so already. */
void dc_tty_prepare(int meta);
void dc_tty_restore(struct dc_tty *t);
/* The open question ends so. */
void dc_tty_finish(enum dc_told told);
/* Keeps what was typed when it is new. */
void dc_tty_keep(struct dc_tty *t);

/* --- draw.c */

void dc_tty_look(struct dc_tty *t, struct dc_view *v, struct dc_buf *prompt,
                 struct dc_under *under);
void dc_tty_put(struct dc_tty *t, const struct dc_buf *out);
/* rl_redisplay_function */
void dc_tty_redraw(void);
/* Leaves the line as it stands and goes to a fresh row. */
void dc_tty_leave(struct dc_tty *t);
void dc_tty_say(struct dc_prompter *base, enum dc_tone tone, const char *text);

/* --- offer.c */

/* rl_attempted_completion_function */
char **dc_tty_complete(const char *word, int start, int end);
/* rl_completion_display_matches_hook: a list with what is known about each, never longer
 * than the screen. */
void dc_tty_list(char **matches, int count, int longest);

#endif
