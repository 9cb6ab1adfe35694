/* composer.h - the composer at a terminal or over a pipe: a session, a prompter, and what is held.
 */
#ifndef DC_CLI_COMPOSER_COMPOSER_H
#define DC_CLI_COMPOSER_COMPOSER_H

#include <decorum/compose.h>

#include "few.h"
#include "tty/prompter.h"

struct dc_cli;

/* Composes from what is given until the user leaves.  `o` needs neither outbox nor templates.
 * DC_INVALID: not sent, the words are a draft (says which); DC_FINDINGS: the check stops it
 * and nobody can be asked. */
int dc_compose_run(struct dc_cli *cli, const struct dc_session_options *o, struct dc_error *err)
	DC_CHECKED;
/* The same without asking anything: lists what is missing, or sends. */
int dc_compose_silently(struct dc_cli *cli, const struct dc_session_options *o,
                        struct dc_error *err) DC_CHECKED;

/* --- shared by the files of this folder */

/* After so long without a key nobody is taken to sit there. */
#define DC_COMPOSER_AWAY (5 * DC_MINUTE)

struct dc_composer {
	struct dc_cli *cli;
	struct dc_prompter *prompter;
	struct dc_session *session;
	bool color;

	/* what was shown already */
	const struct dc_report *recipient;
	size_t fills;
	char *asked; /* what the open question started from */
	bool later;  /* something was held already: an empty recipient leaves */
	bool hung_up;
	int64_t quiet;    /* ms since the last key */
	char *keep_error; /* why the draft could not be kept; NULL: it is */

	/* what is held, by whomever */
	struct dc_request *held;
	size_t held_count;
	struct dc_arena held_arena;
	struct dc_few made;    /* held by this composer: the user knows of them */
	int64_t version;       /* of the ledger when it was read */
	struct dc_few put_off; /* due, but not now: the user said so */
	bool paused;           /* the outbox as a whole: nothing becomes due */
	int64_t away;          /* suspended time so far: when it grew, the user was away */
};

/* --- held.c */

/* Reads anew what is held, and tells what others did to it. */
void dc_composer_look(struct dc_composer *c);
/* For dc_ask: the countdown, and waking up for a hand-over. */
int dc_composer_tick(struct dc_composer *c, size_t typed, int64_t quiet);
void dc_composer_countdown(struct dc_composer *c, struct dc_under *out);
/* Hands over what is due and was not put off; asks first about what others made, or when
 * the user was away. */
int dc_composer_hand_over(struct dc_composer *c, bool away, struct dc_error *err) DC_CHECKED;
/* Hands over this one, or asks about one that was handed over. */
int dc_composer_hand_one(struct dc_composer *c, const struct dc_request *r, bool ask_first,
                         struct dc_error *err) DC_CHECKED;
void dc_composer_undo(struct dc_composer *c);
void dc_composer_now(struct dc_composer *c);
/* Says what is held and offers to wait, undo or leave it. */
int dc_composer_leave(struct dc_composer *c, struct dc_error *err) DC_CHECKED;

/* --- show.c */

void dc_composer_show_recipient(struct dc_composer *c);
void dc_composer_show_review(struct dc_composer *c);
void dc_composer_show_question(struct dc_composer *c);
void dc_composer_show_note(struct dc_composer *c, const char *note, size_t len);
void dc_composer_under(struct dc_composer *c, struct dc_under *out, const char *text, size_t len);

/* --- complete.c */

size_t dc_composer_complete(struct dc_composer *c, struct dc_candidate **out, const char *text,
                            struct dc_arena *arena);
/* Earlier answers to the open question, oldest first. */
size_t dc_composer_history(struct dc_composer *c, const char *const **out, struct dc_arena *arena);

/* --- commands: lines that are no answers */

enum dc_order {
	DC_ORDER_NONE,
	DC_ORDER_EDIT,
	DC_ORDER_BACK,
	DC_ORDER_UNDO,
	DC_ORDER_NOW,
	DC_ORDER_LEAVE,
	DC_ORDER_HELP
};
struct dc_order_row {
	const char *name, *letter, *about;
	enum dc_order order;
};
/* NULL past the end. */
const struct dc_order_row *dc_composer_order_at(size_t i);
/* Whether that begins one of the few choices of the open question. */
bool dc_composer_is_choice(const struct dc_composer *c, const char *text);
/* With something held, "u" and "now" are orders too, unless they are a choice. */
enum dc_order dc_composer_order(const struct dc_composer *c, const char *text);

#endif
