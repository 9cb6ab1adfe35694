/* after.c - what becomes of a request that went out: withdraw it, mark what is known. */
#include "outbox/outbox.h"

#include <string.h>

const char dc_sent_list_url[] = "https://www.linkedin.com/mynetwork/invitation-manager/sent/";

static const char *const reasons[DC_WITHDRAW_REASON_COUNT] = {
#define X(name, text) [DC_WITHDRAW_##name] = text,
	DC_WITHDRAW_REASONS(X)
#undef X
};

const char *dc_withdraw_reason_name(enum dc_withdraw_reason r) { return reasons[r]; }

bool dc_withdraw_reason_of(enum dc_withdraw_reason *out, const char *name)
{
	for (size_t i = 0; i < DC_WITHDRAW_REASON_COUNT; i++)
		if (!strcmp(reasons[i], name)) {
			*out = (enum dc_withdraw_reason)i;
			return true;
		}
	return false;
}

int64_t dc_withdraw_blocked_until(const struct dc_outbox *o, int64_t now)
{
	return now + dc_settings_limit(o->settings, DC_LIMIT_WITHDRAWN_DAYS).value * DC_DAY;
}

/* --- withdraw */

/* Somebody has to press Withdraw: the first way out that ends at a human. */
static const struct dc_transport *by_hand(void)
{
	size_t i = 0;

	while (dc_transport_at(i) && !dc_transport_at(i)->manual)
		i++;
	return dc_transport_at(i);
}

int dc_outbox_withdraw(const struct dc_outbox *o, struct dc_handover *out, int64_t id,
                       enum dc_withdraw_reason why, const struct dc_clock *now,
                       struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const struct dc_delivery list = { .url = dc_sent_list_url, .note = "" };
	const struct dc_transport *t = by_hand();
	struct dc_request r;
	int rc = dc_outbox_get(o, &r, id, &arena, err);

	*out = (struct dc_handover){ 0 };
	if (rc)
		return rc;
	if (r.state == DC_STATE_HELD)
		return dc_fail(
			err, DC_CONFLICT,
			"%s is still held and was never sent; 'decorum undo %lld' takes it back",
			dc_outbox_called(&r, &arena), (long long)id);
	if (r.state != DC_STATE_SENT)
		return dc_outbox_too_late(&r, "withdrawn", err);
	rc = dc_ledger_request_move(o->ledger,
	                            &(struct dc_move){ .id = id,
	                                               .from = DC_STATE_SENT,
	                                               .to = DC_STATE_WITHDRAWING,
	                                               .token = r.token,
	                                               .how = DC_HOW_TOLD,
	                                               .source = "you",
	                                               .reason = dc_withdraw_reason_name(why) },
	                            now, err);
	if (rc || !t)
		return rc;
	/* It is recorded; that no window opened is told by *out, and the address is known. */
	if (t->deliver(&list, &o->desk, out, NULL))
		*out = (struct dc_handover){ 0 };
	return 0;
}

int dc_outbox_withdraw_answer(const struct dc_outbox *o, int64_t id, bool done,
                              const struct dc_clock *now, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request r;
	int rc = dc_outbox_get(o, &r, id, &arena, err);

	if (rc)
		return rc;
	if (r.state != DC_STATE_WITHDRAWING)
		return dc_outbox_too_late(&r, "answered for", err);
	return dc_ledger_request_move(
		o->ledger,
		&(struct dc_move){ .id = id,
	                           .from = DC_STATE_WITHDRAWING,
	                           .to = done ? DC_STATE_WITHDRAWN : DC_STATE_SENT,
	                           .token = r.token,
	                           .how = !done && r.seen ? DC_HOW_OBSERVED : DC_HOW_TOLD,
	                           .detail = done ? NULL : "it was not withdrawn",
	                           .source = "you",
	                           .at = done ? 0 : r.sent },
		now, err);
}

/* --- mark */

static int step(const struct dc_outbox *o, struct dc_request *r, enum dc_state to, int64_t at,
                const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
{
	struct dc_move m = { .id = r->id,
		             .from = r->state,
		             .to = to,
		             .token = r->token,
		             .how = DC_HOW_TOLD,
		             .source = "you",
		             .at = at };
	int rc;

	if (to == DC_STATE_HELD)
		dc_outbox_new_hold(&m, r->hold, now);
	if (to == DC_STATE_SENT && !r->sent)
		m.sent = at;
	if ((rc = dc_ledger_request_move(o->ledger, &m, now, err)))
		return rc;
	/* It has moved, whatever happens now: a look that fails takes nothing back. */
	if (dc_outbox_get(o, r, r->id, arena, NULL)) {
		r->state = to;
		r->how = DC_HOW_TOLD;
		r->state_at = at;
		r->sent = m.sent ? m.sent : r->sent;
		r->state_source = "you";
	}
	return 0;
}

static int check_mark(const struct dc_request *r, enum dc_state to, int64_t on, int64_t now,
                      struct dc_error *err)
{
	char day[DC_TIME_MAX];

	if (on > now)
		return dc_fail(err, DC_INVALID, "%s is still to come; tell it when it has happened",
		               dc_time_day(day, on));
	/* Days are told, moments are kept: the same day is not too early. */
	if (r->sent && to != DC_STATE_SENT && on + DC_DAY <= r->sent)
		return dc_fail(err, DC_INVALID,
		               "request %lld went out only on %s, so it cannot have been %s before",
		               (long long)r->id, dc_time_day(day, r->sent), dc_state_name(to));
	return 0;
}

int dc_outbox_mark(const struct dc_outbox *o, struct dc_request *out, int64_t id, enum dc_state to,
                   int64_t on, const struct dc_clock *now, struct dc_arena *arena,
                   struct dc_error *err)
{
	int64_t at = on ? on : now->wall;
	int rc = dc_outbox_get(o, out, id, arena, err);

	if (rc || (rc = check_mark(out, to, at, now->wall, err)))
		return rc;
	if (out->state == to) /* told again: nothing new */
		return 0;
	if (out->state == DC_STATE_SENDING)
		return dc_outbox_too_late(out, "marked", err);
	/* Accepted, declined, … of one that was handed over: then it was sent, too. */
	if (!dc_edge_legal(out->state, to) && dc_edge_legal(out->state, DC_STATE_SENT) &&
	    dc_edge_legal(DC_STATE_SENT, to) &&
	    (rc = step(o, out, DC_STATE_SENT, out->sent ? out->sent : out->state_at, now, arena,
	               err)))
		return rc;
	/* A held one did not go out by itself: undo it, or hand it over. */
	if (!dc_edge_legal(out->state, to) || out->state == DC_STATE_HELD)
		return dc_outbox_too_late(
			out, to == DC_STATE_HELD ? "marked as not sent" : dc_state_name(to), err);
	return step(o, out, to, at, now, arena, err);
}

int dc_outbox_mark_person(const struct dc_outbox *o, struct dc_request *out, int64_t person,
                          enum dc_state to, int64_t on, const struct dc_clock *now,
                          struct dc_arena *arena, struct dc_error *err)
{
	struct dc_request none = { 0 };
	int64_t id, at = on ? on : now->wall;
	int rc = check_mark(&none, to, at, now->wall, err);

	if (rc)
		return rc;
	if (to != DC_STATE_SENT && !dc_edge_legal(DC_STATE_SENT, to))
		return dc_fail(err, DC_INVALID, "there is no request to them that could be %s",
		               to == DC_STATE_HELD ? "not sent" : dc_state_name(to));
	/* When it went out is known only when that is what is told. */
	if ((rc = dc_ledger_request_told(o->ledger, &id, person, to == DC_STATE_SENT ? at : 0,
	                                 now->wall, err)))
		return rc;
	return dc_outbox_mark(o, out, id, to, on, now, arena, err);
}
