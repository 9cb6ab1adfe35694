/* undo.c - out of the outbox again while that is free, and back into it: undo, redo, now. */
#include "outbox/outbox.h"

static int newest(const struct dc_outbox *o, int64_t *id, enum dc_state state,
                  struct dc_arena *arena, struct dc_error *err)
{
	struct dc_request *r;
	size_t n;
	int rc = dc_ledger_request_list(
		o->ledger, &r, &n, &(struct dc_request_filter){ .states = 1u << state, .limit = 1 },
		arena, err);

	if (rc)
		return rc;
	if (!n)
		return dc_fail(err, DC_NOTFOUND,
		               "nothing is %s; 'decorum queue' shows what there is",
		               dc_state_name(state));
	*id = r->id;
	return 0;
}

/* What to do instead, by the state that it is in now. */
static const char *const instead[DC_STATE_COUNT] = {
	[DC_STATE_UNDONE] = "its note is among the drafts, and 'decorum redo' holds it again",
	[DC_STATE_HANDING] =
		"it was handed over to you: say whether you sent it, with 'decorum mark'",
	[DC_STATE_HANDED] =
		"it was handed over to you: say whether you sent it, with 'decorum mark'",
	[DC_STATE_SENDING] =
		"it is going out right now; 'decorum withdraw' takes it back afterwards",
	[DC_STATE_UNKNOWN] = "nobody knows yet whether it went out; 'decorum queue' says more",
	[DC_STATE_SENT] = "'decorum withdraw' takes back what was sent",
	[DC_STATE_WITHDRAWING] = "it is being withdrawn already",
};

int dc_outbox_too_late(const struct dc_request *r, const char *wish, struct dc_error *err)
{
	return dc_fail(err, DC_CONFLICT,
	               "request %lld to %.100s cannot be %s, because it is %s%s%s",
	               (long long)r->id, *r->name ? r->name : r->key, wish, dc_state_name(r->state),
	               instead[r->state] ? "; " : "", instead[r->state] ? instead[r->state] : "");
}

/* It has left.  What a machine is sending, or may have sent, is taken back when that can be. */
static int undo_too_late(const struct dc_outbox *o, struct dc_request *out, int64_t id,
                         const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
{
	int rc = dc_outbox_get(o, out, id, arena, err);

	if (rc)
		return rc;
	if (dc_outbox_by_machine(out) &&
	    (out->state == DC_STATE_SENDING || out->state == DC_STATE_UNKNOWN)) {
		rc = dc_ledger_undo_late(o->ledger, id, now->wall, err);
		if (!rc)
			return dc_fail(err, DC_CONFLICT,
			               "%s is on its way, too late to hold it back; that you want "
			               "it back is recorded, and it will be withdrawn",
			               dc_outbox_called(out, arena));
		if (rc != DC_CONFLICT || (rc = dc_outbox_get(o, out, id, arena, err)))
			return rc;
	}
	return dc_outbox_too_late(out, "undone", err);
}

int dc_outbox_undo(const struct dc_outbox *o, struct dc_request *out, int64_t *draft, int64_t id,
                   const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
{
	int64_t made = 0;
	int rc;

	if ((!id && (rc = newest(o, &id, DC_STATE_HELD, arena, err))) ||
	    (rc = dc_outbox_get(o, out, id, arena, err)))
		return rc;
	rc = dc_ledger_request_move(o->ledger,
	                            &(struct dc_move){ .id = id,
	                                               .from = DC_STATE_HELD,
	                                               .to = DC_STATE_UNDONE,
	                                               .token = -1,
	                                               .how = DC_HOW_OBSERVED,
	                                               .source = "you",
	                                               .reason = "",
	                                               .draft = out->name,
	                                               .draft_id = &made },
	                            now, err);
	if (rc && rc != DC_CONFLICT)
		return rc;
	if (rc == DC_CONFLICT)
		return undo_too_late(o, out, id, now, arena, err);
	/* It is undone, whatever happens now: a look that fails takes nothing back. */
	if (dc_outbox_get(o, out, id, arena, NULL)) {
		out->state = DC_STATE_UNDONE;
		out->state_at = now->wall;
	}
	if (draft)
		*draft = made;
	return 0;
}

int dc_outbox_redo(const struct dc_outbox *o, struct dc_request *out, struct dc_report **report,
                   int64_t id, const struct dc_clock *now, struct dc_arena *arena,
                   struct dc_error *err)
{
	struct dc_sending s = { .hold = -1 };
	struct dc_override *overrides;
	struct dc_request r;
	int rc;

	if (report)
		*report = NULL;
	if ((!id && (rc = newest(o, &id, DC_STATE_UNDONE, arena, err))) ||
	    (rc = dc_outbox_get(o, &r, id, arena, err)))
		return rc;
	if (r.state != DC_STATE_UNDONE)
		return dc_outbox_too_late(&r, "held again", err);
	/* The reasons were given for this very request: they still count. */
	if ((rc = dc_outbox_overrides(o, &overrides, &s.override_count, &r, arena, err)))
		return rc;
	s.overrides = overrides;
	s.request = dc_outbox_asked(&r);
	return dc_outbox_hold_again(o, out, report, &s, id, now, arena, err);
}

/* Another end of the hold, as the user wishes; `hold` ms from now. */
static int hold_until(const struct dc_outbox *o, const struct dc_request *r, int64_t hold,
                      struct dc_dispatch *d, const char *detail, const char *wish,
                      const struct dc_clock *now, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_move m = { .id = r->id,
		             .from = DC_STATE_HELD,
		             .token = d ? r->token : -1, /* another attempt wrote there, too */
		             .how = DC_HOW_TOLD,
		             .detail = detail,
		             .reason = "",
		             .source = "you",
		             .hold = hold,
		             .dispatch = d };
	struct dc_request q;
	int rc;

	dc_outbox_new_hold(&m, hold, now);
	rc = dc_ledger_request_move(o->ledger, &m, now, err);
	if (rc == DC_CONFLICT && !dc_outbox_get(o, &q, r->id, &arena, NULL))
		return dc_outbox_too_late(&q, wish, err);
	return rc;
}

int dc_outbox_now(const struct dc_outbox *o, int64_t id, const struct dc_clock *now,
                  struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_dispatch d;
	struct dc_request r;
	int rc;

	if ((rc = dc_outbox_get(o, &r, id, &arena, err)) ||
	    (rc = dc_ledger_dispatch_get(o->ledger, &d, id, &arena, err)))
		return rc;
	/* The pause after a failed attempt ends as well; a limit of the other side does not. */
	d.not_before = 0;
	return hold_until(o, &r, 0, d.attempts ? &d : NULL, "the hold was ended at once",
	                  "let go at once", now, err);
}

int dc_outbox_hold_on(const struct dc_outbox *o, int64_t id, int64_t hold,
                      const struct dc_clock *now, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request r;
	int rc;

	if ((rc = dc_outbox_get(o, &r, id, &arena, err)) || (rc = dc_outbox_check_hold(hold, err)))
		return rc;
	if (hold < 0)
		hold = r.hold ? r.hold : dc_settings_hold(o->settings);
	return hold_until(o, &r, hold, NULL, "it is held on", "held on", now, err);
}
