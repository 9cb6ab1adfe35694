/* late.c - after sleep, another start of the computer or a jump of the clock: is a request still
 * expected to go?  The hold itself counts awake time; the wall clock can only delay. */
#include "outbox/outbox.h"

#include <string.h>

/* Whoever looks once a minute is not late. */
enum { GRACE_MS = 90 * 1000 };

const char dc_outbox_restarted[] = "the computer was started again";

/* The wall clock may be ahead of awake time, by sleep, and never behind it.  When it was set back
 * it cannot tell how much time has passed. */
static bool clock_went_back(const struct dc_request *r, const struct dc_clock *now)
{
	return now->wall - now->awake < r->due_wall - r->due_awake - GRACE_MS;
}

int dc_outbox_late(const struct dc_outbox *o, struct dc_late_by *out, const struct dc_request *r,
                   const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
{
	struct dc_dispatch d;
	int64_t promised = r->due_wall, wait;
	int rc;

	*out = (struct dc_late_by){ .why = "" };
	if ((rc = dc_ledger_dispatch_get(o->ledger, &d, r->id, arena, err)) ||
	    (rc = dc_ledger_waits(o->ledger, &wait, err)))
		return rc;
	promised = d.not_before > promised ? d.not_before : promised;
	promised = wait > promised ? wait : promised;
	out->by = now->wall - promised;
	if (!strcmp(r->reason, dc_outbox_restarted)) {
		out->why = "the computer was started again since it was held";
	} else if (clock_went_back(r, now)) {
		out->why = "the clock was set back since it was held";
		out->by = INT64_MAX;
	} else if (out->by > GRACE_MS) {
		out->why = dc_arena_printf(arena, "it should have gone out %lld minute%s ago",
		                           (long long)(out->by / DC_MINUTE),
		                           out->by < 2 * DC_MINUTE ? "" : "s");
	}
	return 0;
}

int dc_outbox_hold_late(const struct dc_outbox *o, const struct dc_request *r,
                        const struct dc_clock *now, struct dc_error *err)
{
	struct dc_move m = { .id = r->id,
		             .from = DC_STATE_HELD,
		             .token = r->token,
		             .how = DC_HOW_OBSERVED,
		             .detail = "it was late, so it is held once more",
		             .reason = "",
		             .source = "decorum" };

	dc_outbox_new_hold(&m, r->hold, now);
	return dc_ledger_request_move(o->ledger, &m, now, err);
}
