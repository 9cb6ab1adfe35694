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
 * DC_NOTFOUND: nothing is held; DC_CONFLICT: it has left already (says what it is now). */
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

#endif
