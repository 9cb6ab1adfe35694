/* outbox.h - hold, undo, release, hand over, withdraw: the policy of a request's life.
 *
 * Every call decides by one compare-and-set in the ledger; what it reports has
 * happened durably before it returns.
 */
#ifndef DECORUM_OUTBOX_H
#define DECORUM_OUTBOX_H

#include <decorum/ledger.h>
#include <decorum/review.h>
#include <decorum/transport.h>

struct dc_outbox {
	struct dc_ledger *ledger;           /* borrowed */
	const struct dc_settings *settings; /* borrowed */
	struct dc_desk desk;
};

/* One more finding to pass over, with its reason. */
struct dc_override {
	const char *rule, *reason;
};

struct dc_sending {
	struct dc_draft_request request; /* key is required */
	const struct dc_override *overrides;
	size_t override_count;
	const char *idempotency; /* or NULL */
	int64_t hold;            /* ms; negative: as in the settings */
};

/* Checks, then holds.  DC_FINDINGS: refused because of errors that no override names.
 * *report (may be NULL) is filled also then, and is the caller's.  *out lives in `arena`. */
int dc_outbox_hold(const struct dc_outbox *o, struct dc_request *out, struct dc_report **report,
                   const struct dc_sending *s, const struct dc_clock *now, struct dc_arena *arena,
                   struct dc_error *err) DC_CHECKED;

/* Milliseconds of awake time until the hold is over; 0 when it is.  A hold from another
 * boot starts again in full: see dc_outbox_rehold().  What is shown ends a little early. */
int64_t dc_outbox_left(const struct dc_request *r, const struct dc_clock *now);
int64_t dc_outbox_left_shown(const struct dc_request *r, const struct dc_clock *now);

/* held → undone; the note is a draft again, byte for byte.  `id` 0: the newest held one.
 * DC_NOTFOUND: nothing is held; DC_CONFLICT: it has left already (says what it is now).  One that
 * is on its way through a machine will then be withdrawn; the sentence says so. */
int dc_outbox_undo(const struct dc_outbox *o, struct dc_request *out, int64_t *draft, int64_t id,
                   const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
	DC_CHECKED;
/* Makes a new held request of an undone one (checked anew).  `id` 0: the newest undone. */
int dc_outbox_redo(const struct dc_outbox *o, struct dc_request *out, struct dc_report **report,
                   int64_t id, const struct dc_clock *now, struct dc_arena *arena,
                   struct dc_error *err) DC_CHECKED;

/* Ends the hold of a held request at once. */
int dc_outbox_now(const struct dc_outbox *o, int64_t id, const struct dc_clock *now,
                  struct dc_error *err) DC_CHECKED;

/* Holds a held request on: for `hold` ms from now, again in full when that is negative.
 * DC_CONFLICT: it is not held any more; DC_INVALID: longer than an hour. */
int dc_outbox_hold_on(const struct dc_outbox *o, int64_t id, int64_t hold,
                      const struct dc_clock *now, struct dc_error *err) DC_CHECKED;

/* What waits for somebody: due (hold over), handing or handed (the user's answer), unknown.
 * Oldest first; requests whose boot is another one are held anew first. */
int dc_outbox_due(const struct dc_outbox *o, struct dc_request **out, size_t *count,
                  const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
	DC_CHECKED;

/* held → handing → (transport) → handed, after the rules ran again and still pass.
 * DC_FINDINGS: they do not (the request stays held, *report says why); DC_TEMP: the hold is
 * not over, or the outbox is paused. */
int dc_outbox_hand(const struct dc_outbox *o, struct dc_handover *out, struct dc_report **report,
                   int64_t id, const struct dc_clock *now, struct dc_error *err) DC_CHECKED;
/* The user's answer: handing or handed → sent, or → held again with a fresh hold. */
int dc_outbox_answer(const struct dc_outbox *o, int64_t id, bool sent, const struct dc_clock *now,
                     struct dc_error *err) DC_CHECKED;

#define DC_WITHDRAW_REASONS(X)            \
	X(ACCIDENTAL, "accidental")       \
	X(CHANGED_MIND, "changed-mind")   \
	X(INAPPROPRIATE, "inappropriate") \
	X(OTHER, "other")

enum dc_withdraw_reason {
#define X(name, text) DC_WITHDRAW_##name,
	DC_WITHDRAW_REASONS(X)
#undef X
		DC_WITHDRAW_REASON_COUNT
};
const char *dc_withdraw_reason_name(enum dc_withdraw_reason r);
bool dc_withdraw_reason_of(enum dc_withdraw_reason *out, const char *name);

/* The consequence, before anything is asked: until when LinkedIn may refuse a new one. */
int64_t dc_withdraw_blocked_until(const struct dc_outbox *o, int64_t now);
/* Where a human withdraws. */
extern const char dc_sent_list_url[];
/* sent → withdrawing; opens the sent list with the desk's opener. */
int dc_outbox_withdraw(const struct dc_outbox *o, struct dc_handover *out, int64_t id,
                       enum dc_withdraw_reason why, const struct dc_clock *now,
                       struct dc_error *err) DC_CHECKED;
/* The user's answer: withdrawing → withdrawn, or → sent again. */
int dc_outbox_withdraw_answer(const struct dc_outbox *o, int64_t id, bool done,
                              const struct dc_clock *now, struct dc_error *err) DC_CHECKED;

/* What the user knows and decorum cannot see: to sent, held ("not-sent"), accepted, declined,
 * ignored, withdrawn.  Told again, nothing changes.  `on` 0: now. */
int dc_outbox_mark(const struct dc_outbox *o, struct dc_request *out, int64_t id, enum dc_state to,
                   int64_t on, const struct dc_clock *now, struct dc_arena *arena,
                   struct dc_error *err) DC_CHECKED;
/* The same for a person without a request on file: one is recorded as told. */
int dc_outbox_mark_person(const struct dc_outbox *o, struct dc_request *out, int64_t person,
                          enum dc_state to, int64_t on, const struct dc_clock *now,
                          struct dc_arena *arena, struct dc_error *err) DC_CHECKED;

/* --- sending through a transport that talks to a machine */

/* The one live sender of a ledger. */
struct dc_sender;
typedef void dc_clock_fn(void *data, struct dc_clock *out);

/* Takes the sender's lock for its life.  DC_TEMP: another process has it.  What a dead sender
 * left behind as "sending" is unknown from here on.  The outbox is borrowed; o->desk.api must
 * be set for the calls below, except dc_sender_settle(). */
int dc_sender_open(struct dc_sender **out, const struct dc_outbox *o, dc_clock_fn *clock,
                   void *clock_data, struct dc_error *err) DC_CHECKED;
void dc_sender_free(struct dc_sender *s);
DC_DEFINE_AUTO(struct dc_sender, dc_sender_free)

/* held → sending → sent, once.  0: sent.  What else can be, with the state it ended in:
 * DC_TEMP (held: not due, paused, limited, or surely not sent), DC_FINDINGS (held: the rules
 * do not pass any more, *report says why), DC_UNKNOWN (unknown), DC_CONFLICT (taken back, or
 * taken over by somebody else), any other (failed; the note is a draft again).  Three failures of
 * one kind in a row pause the outbox.  *out and *report may be NULL. */
int dc_sender_send(struct dc_sender *s, struct dc_request *out, struct dc_report **report,
                   int64_t id, struct dc_arena *arena, struct dc_error *err) DC_CHECKED;

/* What dc_sender_settle() found out. */
struct dc_settled {
	size_t found;   /* unknown → sent: the other side has it */
	size_t absent;  /* unknown → held (or undone): two complete listings do not have it */
	size_t waiting; /* still unknown */
	size_t accepted;
	size_t withdrawn; /* late undos and withdrawals that went through */
};
/* Looks up what is unknown and settled, goes on with withdrawals that are under way, and, with
 * `all`, reads the state of everything that was sent.  Never sends an invitation. */
int dc_sender_settle(struct dc_sender *s, struct dc_settled *out, bool all, struct dc_error *err)
	DC_CHECKED;

/* sent → withdrawing → withdrawn.  DC_TEMP or DC_UNKNOWN: it stays withdrawing, and
 * dc_sender_settle() goes on with it. */
int dc_sender_withdraw(struct dc_sender *s, int64_t id, enum dc_withdraw_reason why,
                       struct dc_error *err) DC_CHECKED;

/* A refused log-in says nothing about the request: it stays held, and the outbox is paused for this
 * reason.  A new log-in ends that pause, and no other one. */
extern const char dc_outbox_wants_login[];
int dc_outbox_logged_in(const struct dc_outbox *o, bool *resumed, const struct dc_clock *now,
                        struct dc_error *err) DC_CHECKED;

/* Whether a held request that is due comes when nobody expects it any more: the computer slept,
 * was off or was started again, nobody was there to send it, or the clock was set.  What the other
 * side asked to wait does not count. */
struct dc_late_by {
	int64_t by;      /* ms of the wall clock; INT64_MAX: nobody knows */
	const char *why; /* "it should have gone out 12 minutes ago"; "": it is in time */
};
int dc_outbox_late(const struct dc_outbox *o, struct dc_late_by *out, const struct dc_request *r,
                   const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
	DC_CHECKED;
/* Holds a request that is due again, in full. */
int dc_outbox_hold_late(const struct dc_outbox *o, const struct dc_request *r,
                        const struct dc_clock *now, struct dc_error *err) DC_CHECKED;

/* True when that request goes (or went) through such a transport. */
bool dc_outbox_by_machine(const struct dc_request *r);

#endif
