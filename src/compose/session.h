/* session.h - what the files of compose/ share: the state from which the open question follows. */
#ifndef COMPOSE_SESSION_H
#define COMPOSE_SESSION_H

#include <decorum/buf.h>
#include <decorum/compose.h>

/* One slot of the template in use, or of writing freely. */
struct dc_compose_answer {
	const struct dc_slot *slot; /* borrowed from the template */
	char *value;                /* owned; NULL: none yet */
	bool done;
	bool asked;       /* by us, in this session or an earlier one */
	const char *from; /* where a value comes from that was filled without asking; or NULL */
};

struct dc_session {
	struct dc_session_options o;
	struct dc_arena arena; /* lives as long as the session */

	enum dc_step step;
	enum dc_step inside; /* the question inside the review, else DC_STEP_DONE */
	struct dc_question question;
	struct dc_arena asked; /* what the open question borrows */
	struct dc_buf typed;   /* what the open question starts from */
	size_t cursor;
	char *complaint; /* about what was given ahead; owned */

	/* who */
	char *key; /* NULL: not chosen */
	char *who; /* what was typed for it */
	struct dc_arena found;
	struct dc_person *people; /* the matches of a name, in `found` */
	size_t people_count;
	struct dc_report *known; /* the recipient alone */

	/* the words */
	bool chosen; /* a template, or writing freely */
	const struct dc_template *tmpl;
	struct dc_compose_answer *answers;
	size_t answer_count, open; /* `open`: the slot that is asked */
	struct dc_buf note;
	bool note_ready;
	bool by_hand; /* the note is edited as a whole: no slot is asked any more */
	struct dc_buf fixed;
	struct dc_report *report;
	struct dc_override *overrides; /* in `arena` */
	size_t override_count;

	int64_t draft;
	enum dc_end end;
	int64_t result;
};

/* --- recipient.c */

/* Takes what the user typed for the recipient: sets the key, or the matches. */
int dc_compose_find(struct dc_session *s, const char *text, const struct dc_clock *now,
                    struct dc_error *err) DC_CHECKED;
/* Takes one of the matches by its number or its line. */
int dc_compose_pick(struct dc_session *s, const char *text, const struct dc_clock *now,
                    struct dc_error *err) DC_CHECKED;
/* Makes `key` the recipient and gathers what is known about them. */
int dc_compose_choose(struct dc_session *s, const char *key, const struct dc_clock *now,
                      struct dc_error *err) DC_CHECKED;
/* One line for a match: "Ada Vey · Analyst, Northwind · in/ada-vey"; in the arena. */
const char *dc_compose_person_line(const struct dc_person *p, struct dc_arena *a);
void dc_compose_forget_people(struct dc_session *s);

/* --- words.c */

/* Takes a template id, or "" for writing freely. */
int dc_compose_template(struct dc_session *s, const char *id, struct dc_error *err) DC_CHECKED;
/* Fills what was answered ahead or needs no question. */
int dc_compose_fill(struct dc_session *s, struct dc_error *err) DC_CHECKED;
/* What a slot can be filled from, and where that comes from; NULL: nothing is known.
 * With *doubtful it must be asked. */
const char *dc_compose_known(const struct dc_session *s, const struct dc_slot *slot,
                             const char **from, bool *doubtful);
/* True for a slot whose answer is about this recipient or the user, and so is no use for the
 * next one; where they met may well be where the next one was met. */
bool dc_compose_about_person(const struct dc_slot *slot);
/* The first slot without an answer; answer_count when there is none. */
size_t dc_compose_next_slot(const struct dc_session *s);
/* Appends the note with the answers so far, and `typed` in the open slot when not NULL. */
int dc_compose_render(const struct dc_session *s, struct dc_buf *out, const char *typed,
                      bool lenient, struct dc_error *err) DC_CHECKED;
void dc_compose_forget_answers(struct dc_session *s);

/* --- draft.c */

/* Puts all that was accepted, and `typed` as the half-typed answer to the open question,
 * into the draft.  Makes none when there is nothing to keep. */
int dc_compose_save(struct dc_session *s, const char *typed, size_t len, const struct dc_clock *now,
                    struct dc_error *err) DC_CHECKED;
int dc_compose_load(struct dc_session *s, int64_t id, const struct dc_clock *now,
                    struct dc_error *err) DC_CHECKED;

/* --- question.c */

/* Fills s->question for s->step. */
void dc_compose_ask(struct dc_session *s);
/* The next finding that stops and has no reason yet; NULL: none. */
const struct dc_finding *dc_compose_stopper(const struct dc_session *s);
bool dc_compose_fixable(const struct dc_session *s);

/* --- answer.c */

/* What `text` does to the state as the answer to the open question. */
int dc_compose_take(struct dc_session *s, const char *text, size_t len, const struct dc_clock *now,
                    struct dc_error *err) DC_CHECKED;

/* --- small things */

/* The open question starts from this text, which may be the one that is replaced. */
void dc_compose_start_from(struct dc_session *s, const char *text, size_t len, size_t cursor);

/* Replaces an owned string. */
void dc_compose_set(char **to, const char *text, size_t len);

#endif
