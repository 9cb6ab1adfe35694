/* compose.h - a session of the composer as questions and answers, without a terminal.
 *
 * Feed answers, get the next question, the text so far, the report.  The program
 * asks through a prompter; a test feeds strings.  Nothing typed is lost: every
 * accepted answer is in a draft before the next question is given.
 */
#ifndef DECORUM_COMPOSE_H
#define DECORUM_COMPOSE_H

#include <decorum/outbox.h>
#include <decorum/template.h>

enum dc_step {
	DC_STEP_RECIPIENT, /* address, or a name from the ledger */
	DC_STEP_WHICH,     /* several people match: one of the choices */
	DC_STEP_CONFIRM,   /* one person matches the name: is it them? */
	DC_STEP_TEMPLATE,  /* a template id, or free text */
	DC_STEP_SLOT,      /* a value for one slot */
	DC_STEP_TEXT,      /* the note itself, several lines */
	DC_STEP_REVIEW,    /* send, edit, fix, draft, drop */
	DC_STEP_REASON,    /* why it is sent in spite of a finding */
	DC_STEP_DONE
};

/* Borrowed until the next call on the session. */
struct dc_question {
	enum dc_step step;
	const char *text;           /* "Where did you meet?" */
	const char *help;           /* or "" */
	const char *preset;         /* the text to start from: what was typed before; or "" */
	const char *offered;        /* taken by an empty answer: last value or known; or "" */
	const char *offered_from;   /* "your last answer", "Connections.csv", or "" */
	const char *const *choices; /* NULL-ended; NULL: anything */
	const struct dc_slot *slot; /* at DC_STEP_SLOT */
	bool optional;
};

enum dc_end { DC_END_NONE, DC_END_HELD, DC_END_DRAFT, DC_END_DROPPED };

struct dc_session;

struct dc_session_options {
	const struct dc_outbox *outbox;       /* borrowed */
	const struct dc_templates *templates; /* borrowed */
	const char *recipient, *tmpl, *note;  /* given ahead, or NULL */
	size_t note_len;
	const struct dc_value *values; /* slots answered ahead */
	size_t value_count;
	const char *name, *headline, *company; /* told about the recipient, or NULL */
	int64_t draft;                         /* resume this draft; 0: a new one */
	int64_t hold;                          /* ms; negative: as in the settings */
};

int dc_session_open(struct dc_session **out, const struct dc_session_options *o,
                    const struct dc_clock *now, struct dc_error *err) DC_CHECKED;
/* Keeps what was typed as a draft unless the session has ended. */
void dc_session_free(struct dc_session *s);
DC_DEFINE_AUTO(struct dc_session, dc_session_free)

/* The question that is open now. */
const struct dc_question *dc_session_question(const struct dc_session *s);
/* Takes an answer.  DC_INVALID: not acceptable, the same question stays open and `err` says
 * why.  Other errors come from the ledger; the question stays open too. */
int dc_session_answer(struct dc_session *s, const char *text, size_t len,
                      const struct dc_clock *now, struct dc_error *err) DC_CHECKED;
/* Back to the question before; false at the first. */
bool dc_session_back(struct dc_session *s);
/* Keeps half-typed text in the draft without answering; *draft is its id. */
int dc_session_keep(struct dc_session *s, const char *text, size_t len, int64_t *draft,
                    const struct dc_clock *now, struct dc_error *err) DC_CHECKED;

/* The recipient as far as known: NULL before one is chosen. */
const struct dc_dossier *dc_session_recipient(const struct dc_session *s);
/* The note as it would be sent now, "" so far when nothing is there. */
const char *dc_session_note(const struct dc_session *s, size_t *len);
size_t dc_session_limit(const struct dc_session *s); /* UTF-16 code units */
/* From DC_STEP_REVIEW on; NULL before. */
const struct dc_report *dc_session_report(const struct dc_session *s);
/* The report on a text that is still being typed, without the history's slow parts. */
int dc_session_peek(struct dc_session *s, struct dc_report **out, const char *text, size_t len,
                    const struct dc_clock *now, struct dc_error *err) DC_CHECKED;
enum dc_end dc_session_end(const struct dc_session *s);
/* The held request after DC_END_HELD, the draft after DC_END_DRAFT; else 0. */
int64_t dc_session_result(const struct dc_session *s);

#endif
