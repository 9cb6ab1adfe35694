/* compose.h - a session of the composer as questions and answers, without a terminal.
 *
 * Feed answers, get the next question, the text so far, the report.  The program
 * asks through a prompter; a test feeds strings.  Nothing typed is lost: every
 * accepted answer is in a draft before the next question is given.
 *
 * What is open follows from what is there (who, which template, which slots, a
 * note), so resuming a draft and going back need no script of their own.
 */
#ifndef DECORUM_COMPOSE_H
#define DECORUM_COMPOSE_H

#include <decorum/outbox.h>
#include <decorum/template.h>

/* Name in drafts and messages. */
#define DC_STEPS(X)                                                                             \
	X(RECIPIENT, "recipient") /* address, @handle, request id, or a name from the ledger */ \
	X(WHICH, "which")         /* several people match: one of the choices */                \
	X(CONFIRM, "confirm")     /* one person matches the name: is it them? */                \
	X(TEMPLATE, "template")   /* a template id; "" to write freely */                       \
	X(SLOT, "slot")           /* a value for one slot */                                    \
	X(TEXT, "text")           /* the note itself, several lines */                          \
	X(REVIEW, "review")       /* send, edit, fix, draft, drop */                            \
	X(FIX, "fix")             /* the note as fixed: take it? */                             \
	X(REASON, "reason")       /* why it is sent in spite of a finding */                    \
	X(DONE, "done")

enum dc_step {
#define X(name, text) DC_STEP_##name,
	DC_STEPS(X)
#undef X
};
const char *dc_step_name(enum dc_step s);

/* Borrowed until the next call on the session. */
struct dc_question {
	enum dc_step step;
	const char *text;           /* "Where did you meet?" */
	const char *help;           /* or "" */
	const char *complaint;      /* why what was given ahead was not taken, or "" */
	const char *preset;         /* the text to start from: what was typed before; or "" */
	size_t cursor;              /* where in the preset to start */
	const char *offered;        /* taken by an empty answer: last value or known; or "" */
	const char *offered_from;   /* "your last answer", "row 3 of Connections.csv", or "" */
	const char *const *choices; /* NULL-ended; NULL: anything */
	const struct dc_slot *slot; /* at DC_STEP_SLOT */
	bool optional;              /* an empty answer, or "-" where one is offered, is fine */
};

enum dc_end { DC_END_NONE, DC_END_HELD, DC_END_DRAFT, DC_END_DROPPED };

struct dc_session;

/* All borrowed for the life of the session. */
struct dc_session_options {
	const struct dc_outbox *outbox;
	const struct dc_templates *templates;
	const char *recipient, *tmpl, *note; /* given ahead, or NULL */
	size_t note_len;
	const struct dc_value *values; /* slots answered ahead */
	size_t value_count;
	const char *name, *headline, *company; /* told about the recipient, or NULL */
	const int *zone;                     /* the recipient's, in minutes east of UTC; or NULL */
	const struct dc_override *overrides; /* reasons given ahead */
	size_t override_count;
	int64_t draft; /* resume this draft; 0: a new one */
	int64_t hold;  /* ms; negative: as in the settings */
	/* Fills in what is misspelt in the note that is reviewed; NULL: nothing is. */
	void (*spell)(void *data, struct dc_draft_request *r);
	void *spell_data;
	bool silent; /* nobody can be asked: take what is known, leave out what is optional */
};

/* What was given ahead and is not acceptable opens its question with a complaint; only
 * the ledger and an unknown draft (DC_NOTFOUND) fail. */
int dc_session_open(struct dc_session **out, const struct dc_session_options *o,
                    const struct dc_clock *now, struct dc_error *err) DC_CHECKED;
/* What was accepted or kept stays a draft unless the session has ended. */
void dc_session_free(struct dc_session *s);
DC_DEFINE_AUTO(struct dc_session, dc_session_free)

/* The question that is open now. */
const struct dc_question *dc_session_question(const struct dc_session *s);
/* Takes an answer.  DC_INVALID: not acceptable, the same question stays open and `err` says
 * why.  DC_FINDINGS, DC_CONFLICT: the ledger changed meanwhile; the review is open again.
 * Other errors come from the ledger: the answer is taken, but may not be durable. */
int dc_session_answer(struct dc_session *s, const char *text, size_t len,
                      const struct dc_clock *now, struct dc_error *err) DC_CHECKED;
/* Back to the question before; false at the first. */
bool dc_session_back(struct dc_session *s, const struct dc_clock *now);
/* Keeps half-typed text in the draft without answering; *draft (may be NULL) is its id,
 * 0 when there is nothing to keep. */
int dc_session_keep(struct dc_session *s, const char *text, size_t len, int64_t *draft,
                    const struct dc_clock *now, struct dc_error *err) DC_CHECKED;

/* What still has to be answered, in the order of the questions.  False past the end. */
struct dc_missing {
	const char *option; /* how to answer it ahead: "RECIPIENT", "--set" */
	const char *slot;   /* of --set, else "" */
	const char *what;   /* the question, or why the answer given ahead was not taken */
};
bool dc_session_missing_at(const struct dc_session *s, size_t i, struct dc_missing *out);

/* Slots that were filled without asking: false past the end. */
struct dc_fill {
	const char *slot, *value, *from;
};
bool dc_session_fill_at(const struct dc_session *s, size_t i, struct dc_fill *out);

/* The recipient as far as known: NULL before one is chosen. */
const struct dc_report *dc_session_recipient(const struct dc_session *s);
/* The id of the template in use, or "". */
const char *dc_session_template(const struct dc_session *s);
/* The note as it would be sent now, "" so far when nothing is there. */
const char *dc_session_note(const struct dc_session *s, size_t *len);
/* At DC_STEP_FIX: the note with all safe fixes. */
const char *dc_session_fixed(const struct dc_session *s, size_t *len);
/* From DC_STEP_REVIEW on; NULL before. */
const struct dc_report *dc_session_report(const struct dc_session *s);
/* At DC_STEP_REASON: the finding that stops; else NULL. */
const struct dc_finding *dc_session_stopper(const struct dc_session *s);

/* The note as it would be with the text that is being typed into the open question:
 * how long, and what the rules say about it by the recipient's dossier alone (no ledger,
 * so quick enough for every key; the note is not compared with earlier ones). */
struct dc_peek {
	size_t units, limit;          /* UTF-16 code units */
	struct dc_findings *findings; /* NULL before a recipient is chosen */
};
void dc_session_peek(struct dc_session *s, struct dc_peek *out, const char *text, size_t len,
                     const struct dc_clock *now);
void dc_peek_clear(struct dc_peek *p);
DC_DEFINE_CLEAR(struct dc_peek, dc_peek_clear)

enum dc_end dc_session_end(const struct dc_session *s);
/* The held request after DC_END_HELD, the draft after DC_END_DRAFT; else 0. */
int64_t dc_session_result(const struct dc_session *s);
/* The draft that holds what was accepted or kept so far; 0: there is none yet. */
int64_t dc_session_draft(const struct dc_session *s);

#endif
