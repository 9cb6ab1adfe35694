/* send.c - the one live sender: held → sending → sent, held again, failed or unknown.
 *
 * "Sending" is durable before anything is connected.  Between connecting and the first byte
 * the state is read once more, so an undo that was acknowledged is never followed by a send.
 * Every move names the token it started with: who was overtaken writes nothing.
 */
#include "outbox/sender.h"

#include <string.h>
#include <unistd.h>

#include <decorum/person.h>

enum { STREAK_MAX = 3, RETRY_MS = 30 * 1000 };

void dc_sender_now(const struct dc_sender *s, struct dc_clock *out)
{
	s->clock(s->clock_data, out);
}

bool dc_outbox_by_machine(const struct dc_request *r)
{
	const struct dc_transport *t = dc_transport_find(r->transport);

	return t && !t->manual;
}

void dc_sender_unsettled(const struct dc_sender *s, struct dc_dispatch *d,
                         const struct dc_clock *now)
{
	struct dc_settings_api api;

	dc_settings_api(s->outbox->settings, &api);
	d->settled_elapsed = now->elapsed + api.settle;
	d->settled_wall = now->wall + api.settle;
	memcpy(d->boot, now->boot, sizeof(d->boot));
}

bool dc_sender_settled(const struct dc_dispatch *d, const struct dc_clock *now)
{
	return strcmp(d->boot, now->boot) ? now->wall >= d->settled_wall
	                                  : now->elapsed >= d->settled_elapsed;
}

/* --- the sender's life */

/* Whoever was sending is dead, the lock proves it; what became of it nobody knows. */
static int recover(struct dc_sender *s, struct dc_error *err)
{
	const struct dc_request_filter f = { .states = 1u << DC_STATE_SENDING };
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_request *left;
	struct dc_clock now;
	size_t count;
	int rc = dc_ledger_request_list(s->outbox->ledger, &left, &count, &f, &arena, err);

	dc_sender_now(s, &now);
	for (size_t i = 0; i < count && !rc; i++) {
		struct dc_dispatch d;

		rc = dc_ledger_dispatch_get(s->outbox->ledger, &d, left[i].id, &arena, err);
		if (rc)
			break;
		d.doubts++;
		dc_sender_unsettled(s, &d, &now);
		rc = dc_ledger_request_move(
			s->outbox->ledger,
			&(struct dc_move){ .id = left[i].id,
		                           .from = DC_STATE_SENDING,
		                           .to = DC_STATE_UNKNOWN,
		                           .token = left[i].token,
		                           .how = DC_HOW_OBSERVED,
		                           .detail = "decorum ended while it was sending",
		                           .dispatch = &d },
			&now, err);
	}
	return rc;
}

int dc_sender_open(struct dc_sender **out, const struct dc_outbox *o, dc_clock_fn *clock,
                   void *clock_data, struct dc_error *err)
{
	DC_AUTO(dc_sender_free) struct dc_sender *s = dc_alloc(1, sizeof(*s));
	int rc;

	*s = (struct dc_sender){
		.outbox = o, .clock = clock, .clock_data = clock_data, .lock = -1
	};
	if ((rc = dc_ledger_lock_sender(o->ledger, &s->lock, err)) || (rc = recover(s, err)))
		return rc;
	*out = DC_STEAL(s);
	return 0;
}

void dc_sender_free(struct dc_sender *s)
{
	if (!s)
		return;
	if (s->lock >= 0)
		close(s->lock);
	dc_free(s);
}

/* --- one attempt */

struct attempt {
	struct dc_sender *sender;
	const struct dc_transport *transport;
	struct dc_request request; /* as it was when held */
	struct dc_dispatch dispatch;
	struct dc_receipt receipt;
	struct dc_clock now;
	struct dc_arena *arena;
	int64_t token; /* ours, once it is sending */
};

/* The last look, between connecting and the first byte. */
static bool still_wanted(void *data)
{
	struct attempt *a = data;
	const struct dc_outbox *o = a->sender->outbox;
	struct dc_request r;
	struct dc_dispatch d;
	const char *paused = "";

	return !dc_ledger_request_get(o->ledger, &r, a->request.id, a->arena, NULL) &&
	       r.state == DC_STATE_SENDING && r.token == a->token &&
	       !dc_ledger_dispatch_get(o->ledger, &d, r.id, a->arena, NULL) && !d.undo &&
	       !dc_ledger_paused(o->ledger, &paused, a->arena, NULL) && !*paused;
}

static int move(struct attempt *a, enum dc_state from, enum dc_state to, enum dc_how how,
                const char *detail, struct dc_error *err)
{
	struct dc_move m = { .id = a->request.id,
		             .from = from,
		             .to = to,
		             .token = from == DC_STATE_SENDING ? a->token : a->request.token,
		             .how = how,
		             .detail = detail,
		             .reason = to == DC_STATE_FAILED || to == DC_STATE_UNKNOWN ? detail
		                                                                       : "",
		             .dispatch = &a->dispatch };

	dc_sender_now(a->sender, &a->now);
	if (to == DC_STATE_HELD)
		dc_outbox_new_hold(&m, 0, &a->now);
	if (to == DC_STATE_SENT)
		m.sent = a->now.wall;
	if (to == DC_STATE_UNKNOWN) {
		a->dispatch.doubts++;
		a->dispatch.absent = 0;
		dc_sender_unsettled(a->sender, &a->dispatch, &a->now);
	}
	if (to == DC_STATE_FAILED)
		m.draft = *a->request.name ? a->request.name : a->request.key;
	return dc_ledger_request_move(a->sender->outbox->ledger, &m, &a->now, err);
}

static int leave_undone(struct attempt *a, struct dc_error *err)
{
	struct dc_move m = { .id = a->request.id,
		             .from = DC_STATE_HELD,
		             .to = DC_STATE_UNDONE,
		             .token = -1,
		             .how = DC_HOW_OBSERVED,
		             .detail = "it was taken back before it could leave",
		             .source = "you",
		             .draft = *a->request.name ? a->request.name : a->request.key };
	int rc = dc_ledger_request_move(a->sender->outbox->ledger, &m, &a->now, err);

	return rc ? rc
	          : dc_fail(err, DC_CONFLICT, "%s was taken back in time: it was never sent",
	                    dc_outbox_called(&a->request, a->arena));
}

/* Three failures of one kind in a row are no accident. */
static int count_failure(struct attempt *a, const char *kind, const char *why, bool at_once)
{
	const struct dc_outbox *o = a->sender->outbox;
	int64_t length = 0;
	int rc = dc_ledger_streak(o->ledger, kind, &length, NULL);

	if (rc || (length < STREAK_MAX && !at_once))
		return rc;
	return dc_ledger_pause(o->ledger, why, a->now.wall, NULL);
}

static int not_sent(struct attempt *a, int code, struct dc_error *why, struct dc_error *err)
{
	const struct dc_outbox *o = a->sender->outbox;
	enum dc_refusal refusal = a->receipt.refusal;
	const char *kind = refusal != DC_REFUSAL_NONE ? dc_refusal_name(refusal)
	                   : code == DC_SYSTEM        ? "system"
	                                              : "network";
	struct dc_dispatch seen;
	int rc;

	dc_sender_now(a->sender, &a->now);
	a->dispatch.not_before = a->now.wall + RETRY_MS;
	if (refusal == DC_REFUSAL_LIMIT || refusal == DC_REFUSAL_BUSY) {
		a->dispatch.not_before = dc_receipt_not_before(&a->receipt, a->now.wall);
		if ((rc = dc_ledger_wait(o->ledger, a->dispatch.not_before, err)))
			return rc;
	}
	if (code == DC_CONFLICT || refusal == DC_REFUSAL_LOGIN) /* goes on when that is mended */
		a->dispatch.not_before = 0;
	if ((rc = move(a, DC_STATE_SENDING, DC_STATE_HELD, DC_HOW_OBSERVED, why->msg, err)) ||
	    (rc = dc_ledger_dispatch_get(o->ledger, &seen, a->request.id, a->arena, err)))
		return rc;
	if (seen.undo)
		return leave_undone(a, err);
	if (code != DC_CONFLICT)
		(void)count_failure(a, kind,
		                    refusal == DC_REFUSAL_LOGIN ? dc_outbox_wants_login : why->msg,
		                    refusal == DC_REFUSAL_LOGIN);
	return dc_fail(err, code == DC_CONFLICT ? DC_TEMP : code, "%s was not sent: %.350s",
	               dc_outbox_called(&a->request, a->arena), why->msg);
}

static int is_sent(struct attempt *a, enum dc_how how, const char *detail, struct dc_error *err)
{
	const struct dc_outbox *o = a->sender->outbox;
	int64_t none;
	int rc;

	a->dispatch.invitation = dc_arena_strdup(a->arena, a->receipt.id);
	if ((rc = move(a, DC_STATE_SENDING, DC_STATE_SENT, how, detail, err)) ||
	    (rc = dc_ledger_streak(o->ledger, "", &none, err)))
		return rc;
	/* An undo that came too late is kept: it is withdrawn. */
	if ((rc = dc_ledger_request_get(o->ledger, &a->request, a->request.id, a->arena, err)) ||
	    (rc = dc_ledger_dispatch_get(o->ledger, &a->dispatch, a->request.id, a->arena, err)) ||
	    !a->dispatch.undo)
		return rc;
	rc = dc_sender_take_back(a->sender, &a->request, &a->dispatch,
	                         dc_withdraw_reason_name(DC_WITHDRAW_CHANGED_MIND), a->arena, err);
	return rc ? rc
	          : dc_fail(err, DC_CONFLICT,
	                    "%s had left when it was taken back, and has been withdrawn",
	                    dc_outbox_called(&a->request, a->arena));
}

/* From what the transport knows to the state that this is. */
static int classify(struct attempt *a, int code, struct dc_error *why, struct dc_error *err)
{
	enum dc_refusal refusal = a->receipt.refusal;
	int rc;

	if (!code)
		return is_sent(a, DC_HOW_OBSERVED, NULL, err);
	if (refusal == DC_REFUSAL_DUPLICATE && a->dispatch.doubts)
		return is_sent(a, DC_HOW_INFERRED,
		               "LinkedIn says that they are invited already: an earlier attempt "
		               "arrived",
		               err);
	if (code == DC_TEMP || code == DC_SYSTEM ||
	    (code == DC_CONFLICT && refusal == DC_REFUSAL_NONE))
		return not_sent(a, code, why, err);
	if (code == DC_UNKNOWN) {
		rc = move(a, DC_STATE_SENDING, DC_STATE_UNKNOWN, DC_HOW_OBSERVED, why->msg, err);
		if (!rc)
			(void)count_failure(a, "unknown", why->msg, false);
		return rc ? rc
		          : dc_fail(err, DC_UNKNOWN,
		                    "nobody knows yet whether %s went out: %.300s; it will be "
		                    "looked "
		                    "up",
		                    dc_outbox_called(&a->request, a->arena), why->msg);
	}
	if ((rc = move(a, DC_STATE_SENDING, DC_STATE_FAILED, DC_HOW_OBSERVED, why->msg, err)))
		return rc;
	(void)count_failure(a, dc_refusal_name(refusal), why->msg, refusal == DC_REFUSAL_ACCESS);
	return dc_fail(err, code, "%s failed, and its note is a draft again: %.350s",
	               dc_outbox_called(&a->request, a->arena), why->msg);
}

int dc_outbox_keys(const struct dc_outbox *o, const char *const **out, int64_t person,
                   const char *key, struct dc_arena *arena, struct dc_error *err)
{
	struct dc_person p = { 0 };
	const char **all = NULL, **keys;
	size_t count = 0, n = 0;
	int rc;

	if (person && ((rc = dc_ledger_person_keys(o->ledger, &all, &count, person, arena, err)) ||
	               (rc = dc_ledger_person_by_id(o->ledger, &p, person, arena, err))))
		return rc;
	keys = dc_arena_alloc(arena, count + 3, sizeof(*keys));
	keys[n++] = key;
	for (size_t i = 0; i < count; i++)
		keys[n++] = all[i];
	if (p.email && *p.email)
		keys[n++] = dc_arena_printf(arena, "email/%s", p.email);
	keys[n] = NULL;
	*out = keys;
	return 0;
}

static int attempt(struct attempt *a, struct dc_error *err)
{
	DC_AUTO(dc_str) char *url = dc_person_url(a->request.key);
	struct dc_error why = { 0 };
	struct dc_delivery d = {
		.url = url ? url : "",
		.note = a->request.note,
		.note_len = a->request.note_len,
		.may_go = still_wanted,
		.data = a,
	};
	int rc = dc_outbox_keys(a->sender->outbox, &d.keys, a->request.person, a->request.key,
	                        a->arena, err);

	if (rc)
		return rc;
	a->dispatch.attempts++;
	a->dispatch.tried = a->now.wall;
	a->token = a->request.token + 1;
	if ((rc = move(a, DC_STATE_HELD, DC_STATE_SENDING, DC_HOW_OBSERVED, NULL, err)))
		return rc;
	rc = a->transport->create(&d, a->sender->outbox->desk.api, &a->receipt, &why);
	return classify(a, rc, &why, err);
}

/* --- a log-in */

const char dc_outbox_wants_login[] =
	"LinkedIn does not take the log-in any more; 'decorum login' lets it go on";

int dc_outbox_logged_in(const struct dc_outbox *o, bool *resumed, const struct dc_clock *now,
                        struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	const char *why = "";
	int rc = dc_ledger_paused(o->ledger, &why, &arena, err);

	*resumed = !rc && !strcmp(why, dc_outbox_wants_login);
	return *resumed ? dc_ledger_pause(o->ledger, NULL, now->wall, err) : rc;
}

/* --- may it leave? */

static int may_try(struct attempt *a, struct dc_error *err)
{
	const struct dc_outbox *o = a->sender->outbox;
	char when[DC_TIME_MAX];
	int64_t until;
	int rc;

	if ((rc = dc_ledger_dispatch_get(o->ledger, &a->dispatch, a->request.id, a->arena, err)) ||
	    (rc = dc_ledger_waits(o->ledger, &until, err)))
		return rc;
	if (a->request.state == DC_STATE_HELD && a->dispatch.undo)
		return leave_undone(a, err);
	if ((rc = dc_outbox_may_leave(o, &a->request, &a->now, a->arena, err)))
		return rc;
	until = until > a->dispatch.not_before ? until : a->dispatch.not_before;
	if (a->now.wall < until)
		return dc_fail(err, DC_TEMP, "%s waits until %s, as the last answer asked for",
		               dc_outbox_called(&a->request, a->arena), dc_time_iso(when, until));
	a->transport = dc_transport_find(a->request.transport);
	if (!a->transport || a->transport->manual)
		return dc_fail(err, DC_INVALID, "%s goes by hand: its transport is '%.60s'",
		               dc_outbox_called(&a->request, a->arena), a->request.transport);
	if (!o->desk.api)
		return dc_fail(err, DC_TEMP, "nobody is logged in; run: decorum login");
	return 0;
}

int dc_sender_send(struct dc_sender *s, struct dc_request *out, struct dc_report **report,
                   int64_t id, struct dc_arena *arena, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *seen = NULL;
	struct attempt a = { .sender = s, .arena = arena };
	struct dc_request after;
	int rc;

	dc_sender_now(s, &a.now);
	if (report)
		*report = NULL;
	rc = dc_outbox_get(s->outbox, &a.request, id, arena, err);
	if (!rc)
		rc = may_try(&a, err);
	if (!rc)
		rc = dc_outbox_review(s->outbox, &seen, &a.request, true, a.now.wall, err);
	if (!rc)
		rc = dc_outbox_verdict(seen, err);
	if (!rc)
		rc = attempt(&a, err);
	if (report)
		*report = DC_STEAL(seen);
	if (out && !dc_outbox_get(s->outbox, &after, id, arena, NULL))
		*out = after;
	return rc;
}
