/* prompter.h - asks the person at the other end for one answer at a time.
 *
 * Two members: readline.c for a terminal (a dumb one too), plain.c for a pipe or a
 * file of answers.  What is asked, offered and shown comes from the caller; a
 * prompter knows nothing of requests.
 */
#ifndef DC_CLI_TTY_PROMPTER_H
#define DC_CLI_TTY_PROMPTER_H

#include <decorum/buf.h>
#include <decorum/check.h>
#include <decorum/mem.h>
#include <stdbool.h>
#include <stdio.h>

/* How an ask ended.  The text so far is given in every case. */
enum dc_told {
	DC_TOLD_ANSWER,
	DC_TOLD_END,       /* Ctrl-D on an empty line, or the end of the input */
	DC_TOLD_INTERRUPT, /* Ctrl-C */
	DC_TOLD_HANGUP,    /* the terminal went away, or SIGTERM */
	DC_TOLD_WAKE,      /* tick() wanted it */
};

/* A completion: the whole text up to the cursor as it would become. */
struct dc_candidate {
	const char *text;
	const char *about; /* shown beside it, or "" */
};

/* What stands under the line while it is typed. */
enum { DC_UNDER_MAX = 4 };
enum dc_tone { DC_TONE_QUIET, DC_TONE_GOOD, DC_TONE_WARNING, DC_TONE_ERROR };
struct dc_under {
	struct {
		struct dc_buf text;
		enum dc_tone tone;
	} line[DC_UNDER_MAX];
	size_t count;
};
/* Starts a line in that tone and returns where its text goes; NULL when there are enough. */
struct dc_buf *dc_under_line(struct dc_under *u, enum dc_tone tone);
void dc_under_clear(struct dc_under *u);
DC_DEFINE_CLEAR(struct dc_under, dc_under_clear)

enum { DC_TICK_WAKE = -1, DC_TICK_NEVER = 1 << 30 };

/* One question.  All borrowed for the ask; every function may be NULL.  Texts are
 * NUL-ended, and neutralised by the prompter when they are shown. */
struct dc_ask {
	const char *prompt; /* stands before the input: "> " */
	const char *preset; /* or NULL */
	size_t cursor;
	bool lines;                 /* several lines: Ctrl-J or Alt-Enter begins a new one */
	const char *const *history; /* oldest first */
	size_t history_count;
	/* Candidates for the text before the cursor, in the arena. */
	size_t (*complete)(void *data, struct dc_candidate **out, const char *text,
	                   struct dc_arena *arena);
	void (*under)(void *data, struct dc_under *out, const char *text, size_t len);
	/* Called when it is due: answers how many ms until the next time, or DC_TICK_WAKE.
	 * `quiet` ms have passed since the last key. */
	int (*tick)(void *data, const char *text, size_t len, int64_t quiet);
	/* The text changed and is to be kept: at most once a second, and before it goes out of
	 * sight.  False: it could not be, try again. */
	bool (*keep)(void *data, const char *text, size_t len);
	/* Ctrl-X Ctrl-E: opens an editor on the text, which it replaces. */
	void (*edit)(void *data, struct dc_buf *text);
	void *data;
};

struct dc_prompter;

struct dc_prompter_ops {
	enum dc_told (*ask)(struct dc_prompter *p, const struct dc_ask *a, struct dc_buf *answer);
	/* Lines above the input, also while one is being typed. */
	void (*say)(struct dc_prompter *p, enum dc_tone tone, const char *text);
	/* Gives the terminal back as it was, until the next ask: for somebody else's dialogue. */
	void (*rest)(struct dc_prompter *p);
	void (*free)(struct dc_prompter *p);
	bool live; /* a person sits there: status, countdown, editor make sense */
};

struct dc_prompter {
	const struct dc_prompter_ops *ops;
};

struct dc_prompter_options {
	const char *terminal; /* $TERM */
	bool color;
	FILE *to; /* where the dialogue is written; a terminal for readline */
};

/* readline reads standard input; its state is one for the process, so there is one such
 * prompter at a time. */
struct dc_prompter *dc_prompter_readline(const struct dc_prompter_options *o);
struct dc_prompter *dc_prompter_plain(const struct dc_prompter_options *o);

static inline enum dc_told dc_prompter_ask(struct dc_prompter *p, const struct dc_ask *a,
                                           struct dc_buf *answer)
{
	return p->ops->ask(p, a, answer);
}
void dc_prompter_say(struct dc_prompter *p, enum dc_tone tone, const char *fmt, ...)
	DC_PRINTF(3, 4);
static inline void dc_prompter_rest(struct dc_prompter *p) { p->ops->rest(p); }
static inline void dc_prompter_free(struct dc_prompter *p)
{
	if (p)
		p->ops->free(p);
}
DC_DEFINE_AUTO(struct dc_prompter, dc_prompter_free)

#endif
