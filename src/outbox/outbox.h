/* outbox.h - what the files of this folder share. */
#ifndef OUTBOX_OUTBOX_H
#define OUTBOX_OUTBOX_H

#include <decorum/outbox.h>

/* The request, as it is now. */
int dc_outbox_get(const struct dc_outbox *o, struct dc_request *out, int64_t id,
                  struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
/* As dc_outbox_hold(), for the undone request `again` (0: a new one). */
int dc_outbox_hold_again(const struct dc_outbox *o, struct dc_request *out,
                         struct dc_report **report, const struct dc_sending *s, int64_t again,
                         const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
	DC_CHECKED;
/* Why a request is held anew, kept as its reason until somebody says that it may go. */
extern const char dc_outbox_restarted[];
/* DC_INVALID: nobody waits that long. */
int dc_outbox_check_hold(int64_t hold, struct dc_error *err) DC_CHECKED;
/* A new hold in full, counted from now. */
void dc_outbox_new_hold(struct dc_move *m, int64_t hold, const struct dc_clock *now);
/* "request 12 to Ada Vey" */
const char *dc_outbox_called(const struct dc_request *r, struct dc_arena *arena);
/* Why a request that is not held (any more) cannot be what was asked, and what to do. */
int dc_outbox_too_late(const struct dc_request *r, const char *wish, struct dc_error *err);
/* All keys of a person, the address from an export among them, NULL-ended, in the arena;
 * `person` 0: nobody on file, the key alone. */
int dc_outbox_keys(const struct dc_outbox *o, const char *const **out, int64_t person,
                   const char *key, struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
/* DC_TEMP: the hold is not over, or the outbox is paused; DC_CONFLICT: it is not held. */
int dc_outbox_may_leave(const struct dc_outbox *o, struct dc_request *r, const struct dc_clock *now,
                        struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
/* What was asked for when it was held; borrowed from `r`. */
struct dc_draft_request dc_outbox_asked(const struct dc_request *r);
/* Runs the rules over a request that is on file, with the overrides it was made with. */
int dc_outbox_review(const struct dc_outbox *o, struct dc_report **out, const struct dc_request *r,
                     bool again, int64_t now, struct dc_error *err) DC_CHECKED;
/* DC_FINDINGS with the first error that no override names, else 0. */
int dc_outbox_verdict(const struct dc_report *report, struct dc_error *err) DC_CHECKED;

/* The overrides a request was made with, read from its history. */
int dc_outbox_overrides(const struct dc_outbox *o, struct dc_override **out, size_t *count,
                        const struct dc_request *r, struct dc_arena *arena, struct dc_error *err)
	DC_CHECKED;

#endif
