/* request.h - recipient + note + life: the words of the ledger and the outbox. */
#ifndef DECORUM_REQUEST_H
#define DECORUM_REQUEST_H

#include <decorum/mem.h>
#include <stdbool.h>
#include <stdint.h>

/* The states, one row each: name in ledger and JSON, is it final, does it occupy the recipient
 * (one such request per person; a unique index holds it), may a request begin in it, and what it
 * tells of the request.  The README and the manual show them; tests hold those against these. */
#define DC_STATES(X)                                                                        \
	X(HELD, "held", false, true, true, "waits until its hold is over; undo is free")    \
	X(UNDONE, "undone", true, false, false,                                             \
	  "was taken back and never sent; the note is a draft")                             \
	X(HANDING, "handing", false, true, false,                                           \
	  "is about to be handed to you; after a crash you are asked")                      \
	X(HANDED, "handed", false, true, false,                                             \
	  "lies open in your browser; your answer says what became of it")                  \
	X(SENDING, "sending", false, true, false, "is going out through the API right now") \
	X(UNKNOWN, "unknown", false, true, false,                                           \
	  "may have arrived; only evidence or you can tell")                                \
	X(SENT, "sent", false, false, true, "is with them, and open")                       \
	X(FAILED, "failed", true, false, false,                                             \
	  "was refused and is not with them; the note is a draft")                          \
	X(WITHDRAWING, "withdrawing", false, true, false, "is being taken back from them")  \
	X(WITHDRAWN, "withdrawn", true, false, false, "was taken back from them")           \
	X(ACCEPTED, "accepted", true, false, false, "was accepted: you are connected")      \
	X(DECLINED, "declined", true, false, false, "was declined")                         \
	X(IGNORED, "ignored", true, false, false, "was never answered, as you say")         \
	X(EXPIRED, "expired", true, false, true, "was never answered, and has lapsed")      \
	X(CLOSED, "closed", true, false, true, "was declined, ignored or expired: nobody saw which")

enum dc_state {
#define X(name, text, final, active, begins, means) DC_STATE_##name,
	DC_STATES(X)
#undef X
		DC_STATE_COUNT
};

const char *dc_state_name(enum dc_state s);
/* False when `name` is no state. */
bool dc_state_of(enum dc_state *out, const char *name);
bool dc_state_final(enum dc_state s);
bool dc_state_active(enum dc_state s);
bool dc_state_begins(enum dc_state s);
const char *dc_state_means(enum dc_state s);

/* The legal moves, once as data here and once in the schema; tests hold both, the model of a
 * request's life and the documentation against each other.  NULL past the end. */
struct dc_edge {
	enum dc_state from, to;
	const char *who;   /* "you", "the sender", "an import", ... */
	const char *guard; /* what must hold; "" when the move is a fact that was learned */
};
const struct dc_edge *dc_edge_at(size_t i);
bool dc_edge_legal(enum dc_state from, enum dc_state to);

/* How something is known. */
enum dc_how { DC_HOW_OBSERVED, DC_HOW_TOLD, DC_HOW_INFERRED };
const char *dc_how_name(enum dc_how how);

/* A fact with its evidence.  There is no such fact when `source` is NULL. */
struct dc_known {
	int64_t at; /* moment; 0 when the day is not known */
	enum dc_how how;
	const char *source; /* "row 212 of Invitations.csv in the export of 1 November 2026";
	                       borrowed */
};

struct dc_request {
	int64_t id;
	int64_t person;
	const char *key;  /* the person's first key */
	const char *name; /* the person's name or "" */
	enum dc_state state;
	enum dc_how how;  /* how the state is known */
	int64_t state_at; /* since when */
	const char *note; /* exact bytes; "" for a request without a note */
	size_t note_len;
	const char *tmpl;         /* template id or "" */
	const char *tmpl_text;    /* what the template says whatever is filled in, or "" */
	bool zoned;               /* the recipient's zone was told … */
	int zone;                 /* … in minutes east of UTC */
	const char *transport;    /* id; "" for a request read from an export */
	const char *reason;       /* of a withdrawal, an override, a failure; or "" */
	int64_t created;          /* when it came into the ledger */
	int64_t sent;             /* when it went out; 0 when it did not or is unknown */
	int64_t hold;             /* ms of awake time */
	int64_t due_awake;        /* clock reading at which the hold is over … */
	char boot[40];            /* … within this boot */
	int64_t due_wall;         /* the same on the wall clock, only for showing */
	int64_t token;            /* fences off whoever held it before */
	const char *source;       /* evidence: "row 212 of …" or "decorum" */
	const char *state_source; /* evidence for the state: the same, or "you", or another row */
	bool seen;                /* an export shows that it went out */
};

/* An event of the append-only history. */
struct dc_event {
	int64_t id;
	int64_t request; /* 0: about the person */
	int64_t person;
	int64_t at;
	const char *kind;      /* "move", "override", "dnc", "alias", ... */
	const char *from, *to; /* state names or "" */
	enum dc_how how;
	const char *detail; /* a sentence or "" */
	const char *source;
};

/* --- do not contact */

/* One row per kind: name and what `what` holds. */
#define DC_DNC_KINDS(X)                                 \
	X(PERSON, "person")   /* a person key */        \
	X(COMPANY, "company") /* folded equal */        \
	X(TITLE, "title")     /* words of a headline */ \
	X(PATTERN, "pattern") /* a shell pattern over name, headline, company */

enum dc_dnc_kind {
#define X(name, text) DC_DNC_##name,
	DC_DNC_KINDS(X)
#undef X
		DC_DNC_KIND_COUNT
};

const char *dc_dnc_kind_name(enum dc_dnc_kind k);
/* False when `name` is no kind. */
bool dc_dnc_kind_of(enum dc_dnc_kind *out, const char *name);

struct dc_dnc {
	int64_t id;
	enum dc_dnc_kind kind;
	const char *what;
	const char *reason; /* never "" */
	int64_t until;      /* 0: for good */
	int64_t at;
};

#endif
