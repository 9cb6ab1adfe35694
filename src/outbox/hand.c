/* hand.c - out of the house: what is due, the hand-over, and the user's answer.
 *
 * "Handing" is durable before anything is opened.  Found in that state after a crash, a
 * request is asked about and never opened again.
 */
#include "outbox/outbox.h"

#include <string.h>

#include <decorum/person.h>

int dc_outbox_overrides(const struct dc_outbox *o, struct dc_override **out, size_t *count,
                        const struct dc_request *r, struct dc_arena *arena, struct dc_error *err)
{
	struct dc_event *events;
	size_t n;
	int rc = dc_ledger_history(o->ledger, &events, &n, r->person, arena, err);

	*count = 0;
	if (rc)
		return rc;
	*out = dc_arena_alloc(arena, n, sizeof(**out));
	for (size_t i = 0; i < n; i++) {
		size_t rule = strcspn(events[i].detail, ":");

		if (events[i].request != r->id || strcmp(events[i].kind, "override") != 0 ||
		    strncmp(events[i].detail + rule, ": ", 2) != 0)
			continue;
		(*out)[(*count)++] = (struct dc_override){
			.rule = dc_arena_strndup(arena, events[i].detail, rule),
			.reason = events[i].detail + rule + 2,
		};
	}
	return 0;
}

struct dc_draft_request dc_outbox_asked(const struct dc_request *r)
{
	return (struct dc_draft_request){ .key = r->key,
		                          .note = r->note,
		                          .note_len = r->note_len,
		                          .tmpl = r->tmpl,
		                          .tmpl_text = r->tmpl_text,
		                          .zone = r->zoned ? &r->zone : NULL };
}

int dc_outbox_review(const struct dc_outbox *o, struct dc_report **out, const struct dc_request *r,
                     bool again, int64_t now, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_override *overrides;
	size_t count;
	struct dc_draft_request asked = dc_outbox_asked(r);
	int rc;

	asked.request = again ? r->id : 0;
	if ((rc = dc_review(out, o->ledger, &asked, o->settings, now, err)) ||
	    (rc = dc_outbox_overrides(o, &overrides, &count, r, &arena, err)))
		return rc;
	for (size_t i = 0; i < count; i++)
		(void)dc_findings_override((*out)->findings, overrides[i].rule,
		                           overrides[i].reason);
	return 0;
}

/* --- what waits */

/* A hold counted by the clock of another boot is over for nobody: it starts again. */
static int rehold(const struct dc_outbox *o, struct dc_request *r, const struct dc_clock *now,
                  struct dc_error *err)
{
	struct dc_move m = { .id = r->id,
		             .from = DC_STATE_HELD,
		             .token = r->token,
		             .how = DC_HOW_OBSERVED,
		             .detail = "the computer was started again, and the hold with it",
		             .reason = dc_outbox_restarted,
		             .source = "decorum" };
	int rc;

	if (r->state != DC_STATE_HELD || !strcmp(r->boot, now->boot))
		return 0;
	dc_outbox_new_hold(&m, r->hold, now);
	m.due_wall = r->due_wall; /* when it was expected: it is late now */
	rc = dc_ledger_request_move(o->ledger, &m, now, err);
	r->due_awake = m.due_awake;
	r->reason = dc_outbox_restarted;
	memcpy(r->boot, now->boot, sizeof(r->boot));
	return rc == DC_CONFLICT ? 0 : rc; /* somebody else did it, or it has left */
}

int dc_outbox_due(const struct dc_outbox *o, struct dc_request **out, size_t *count,
                  const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
{
	const struct dc_request_filter f = { .states = 1u << DC_STATE_HELD |
		                                       1u << DC_STATE_HANDING |
		                                       1u << DC_STATE_HANDED |
		                                       1u << DC_STATE_UNKNOWN };
	struct dc_request *all;
	size_t n;
	int rc = dc_ledger_request_list(o->ledger, &all, &n, &f, arena, err);

	*count = 0;
	if (rc)
		return rc;
	*out = dc_arena_alloc(arena, n, sizeof(**out));
	while (n-- > 0) { /* oldest first */
		if ((rc = rehold(o, &all[n], now, err)))
			return rc;
		if (all[n].state != DC_STATE_HELD || !dc_outbox_left(&all[n], now))
			(*out)[(*count)++] = all[n];
	}
	return 0;
}

/* --- the hand-over */

int dc_outbox_may_leave(const struct dc_outbox *o, struct dc_request *r, const struct dc_clock *now,
                        struct dc_arena *arena, struct dc_error *err)
{
	const char *why;
	int rc;

	if (r->state != DC_STATE_HELD)
		return dc_outbox_too_late(r, "handed over", err);
	if ((rc = rehold(o, r, now, err)))
		return rc;
	int64_t left = dc_outbox_left(r, now);

	if (left)
		return dc_fail(err, DC_TEMP, "%s is held for %lld more seconds",
		               dc_outbox_called(r, arena),
		               (long long)(left + DC_SECOND - 1) / DC_SECOND);
	if ((rc = dc_ledger_paused(o->ledger, &why, arena, err)))
		return rc;
	if (*why)
		return dc_fail(
			err, DC_TEMP,
			"the outbox is paused (%.200s); 'decorum queue resume' lets it go on", why);
	return 0;
}

static int deliver(const struct dc_outbox *o, struct dc_handover *out, const struct dc_transport *t,
                   const struct dc_request *r, struct dc_error *err)
{
	DC_AUTO(dc_str) char *url = dc_person_url(r->key);

	if (!url)
		return dc_fail(err, DC_INVALID, "%.200s is no address that a browser can show",
		               r->key);
	return t->deliver(
		&(struct dc_delivery){ .url = url, .note = r->note, .note_len = r->note_len },
		&o->desk, out, err);
}

static const char *told_by(const struct dc_handover *h, struct dc_arena *arena)
{
	return dc_arena_printf(arena, "the note %s%s, the profile %s%s",
	                       h->copied ? "went to the clipboard by " : "was shown",
	                       h->copied ? h->copied_by : "",
	                       h->opened ? "was opened by " : "was not opened",
	                       h->opened ? h->opened_by : "");
}

/* The state is on disk before anything is opened, and what was seen is told afterwards. */
static int hand(const struct dc_outbox *o, struct dc_handover *out, const struct dc_transport *t,
                const struct dc_request *r, const struct dc_clock *now, struct dc_arena *arena,
                struct dc_error *err)
{
	struct dc_move m = { .id = r->id,
		             .from = DC_STATE_HELD,
		             .to = DC_STATE_HANDING,
		             .token = r->token,
		             .how = DC_HOW_OBSERVED,
		             .reason = "" };
	int rc = dc_ledger_request_move(o->ledger, &m, now, err);

	if (rc)
		return rc;
	rc = deliver(o, out, t, r, err);
	m.from = DC_STATE_HANDING;
	m.token = r->token + 1;
	if (rc && rc != DC_UNKNOWN) {
		m.detail = "the hand-over failed before anything was opened";
		dc_outbox_new_hold(&m, r->hold, now);
		int back = dc_ledger_request_move(o->ledger, &m, now, NULL);

		(void)back; /* else it stays "handing", and the user is asked */
		return rc;
	}
	m.to = DC_STATE_HANDED;
	m.detail = rc ? "nobody saw how the hand-over ended" : told_by(out, arena);
	int kept = dc_ledger_request_move(o->ledger, &m, now, rc ? NULL : err);

	return rc ? rc : kept;
}

int dc_outbox_hand(const struct dc_outbox *o, struct dc_handover *out, struct dc_report **report,
                   int64_t id, const struct dc_clock *now, struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	DC_AUTO(dc_report_free) struct dc_report *seen = NULL;
	struct dc_request r;
	int rc;

	*out = (struct dc_handover){ 0 };
	if (report)
		*report = NULL;
	if ((rc = dc_outbox_get(o, &r, id, &arena, err)) ||
	    (rc = dc_outbox_may_leave(o, &r, now, &arena, err)))
		return rc;
	const struct dc_transport *t = dc_transport_find(r.transport);

	if (!t || !t->manual)
		return dc_fail(err, DC_INVALID, "%s does not go by hand: its transport is '%.60s'",
		               dc_outbox_called(&r, &arena), r.transport);
	rc = dc_outbox_review(o, &seen, &r, true, now->wall, err);
	if (!rc)
		rc = dc_outbox_verdict(seen, err);
	if (!rc)
		rc = hand(o, out, t, &r, now, &arena, err);
	if (report)
		*report = DC_STEAL(seen);
	return rc;
}

int dc_outbox_answer(const struct dc_outbox *o, int64_t id, bool sent, const struct dc_clock *now,
                     struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request r;
	int rc = dc_outbox_get(o, &r, id, &arena, err);

	if (rc)
		return rc;
	if (r.state != DC_STATE_HANDING && r.state != DC_STATE_HANDED)
		return dc_outbox_too_late(&r, "answered for", err);
	struct dc_move m = { .id = id,
		             .from = r.state,
		             .to = DC_STATE_SENT,
		             .token = r.token,
		             .how = DC_HOW_TOLD,
		             .source = "you" };

	if (!sent)
		dc_outbox_new_hold(&m, r.hold, now);
	else /* Connect was pressed when the profile lay open, not when it was told */
		m.sent = r.state_at;
	return dc_ledger_request_move(o->ledger, &m, now, err);
}
