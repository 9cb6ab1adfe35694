/* settle.c - what became of what went out: unknown outcomes, late undos, withdrawals, states.
 *
 * An outcome that is unknown ends by evidence or by a human.  Evidence that it is out is one
 * look; evidence that it is not takes two complete listings, each after the settle time, because
 * "nothing on the wire" does not mean that the other side has finished.
 */
#include "outbox/sender.h"

#include <string.h>

enum { ABSENT_ENOUGH = 2 };

static const char seen_by[] = "LinkedIn's list of sent invitations";

/* --- taking back */

static int closed(struct dc_sender *s, struct dc_request *r, enum dc_state to, const char *detail,
                  struct dc_error *err)
{
	struct dc_clock now;
	struct dc_move m = { .id = r->id,
		             .from = DC_STATE_WITHDRAWING,
		             .to = to,
		             .token = r->token,
		             .how = DC_HOW_OBSERVED,
		             .detail = detail,
		             .source = "LinkedIn's answer" };

	dc_sender_now(s, &now);
	if (to == DC_STATE_SENT)
		m.at = r->sent;
	return dc_ledger_request_move(s->outbox->ledger, &m, &now, err);
}

/* Repeatable: asking twice is asking once. */
static int withdraw_now(struct dc_sender *s, struct dc_request *r, const struct dc_dispatch *d,
                        struct dc_error *err)
{
	const struct dc_transport *t = dc_transport_find(r->transport);
	struct dc_receipt receipt;
	int rc;

	if (!t || t->manual || !*d->invitation)
		return dc_fail(
			err, DC_INVALID,
			"request %lld cannot be withdrawn from here, because LinkedIn's number "
			"for it is not known; withdraw it on %s, then: decorum mark %lld withdrawn",
			(long long)r->id, dc_sent_list_url, (long long)r->id);
	if (!s->outbox->desk.api)
		return dc_fail(err, DC_TEMP, "nobody is logged in; run: decorum login");
	rc = t->withdraw(d->invitation, s->outbox->desk.api, &receipt, err);
	if (!rc)
		return closed(s, r, DC_STATE_WITHDRAWN, NULL, err);
	if (rc == DC_TEMP || rc == DC_UNKNOWN || rc == DC_SYSTEM)
		return rc;
	/* Refused for good: it is what it was. */
	int back = closed(s, r, DC_STATE_SENT, err ? err->msg : NULL, NULL);

	(void)back; /* else it stays withdrawing and is tried again */
	return rc;
}

int dc_sender_take_back(struct dc_sender *s, struct dc_request *r, struct dc_dispatch *d,
                        const char *why, struct dc_arena *arena, struct dc_error *err)
{
	struct dc_clock now;
	struct dc_move m = { .id = r->id,
		             .from = r->state,
		             .to = DC_STATE_WITHDRAWING,
		             .token = r->token,
		             .how = DC_HOW_TOLD,
		             .source = "you",
		             .reason = why,
		             .dispatch = d };
	int rc;

	dc_sender_now(s, &now);
	if ((rc = dc_ledger_request_move(s->outbox->ledger, &m, &now, err)) ||
	    (rc = dc_outbox_get(s->outbox, r, r->id, arena, err)))
		return rc;
	return withdraw_now(s, r, d, err);
}

int dc_sender_withdraw(struct dc_sender *s, int64_t id, enum dc_withdraw_reason why,
                       struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_dispatch d;
	struct dc_request r;
	int rc;

	if ((rc = dc_outbox_get(s->outbox, &r, id, &arena, err)) ||
	    (rc = dc_ledger_dispatch_get(s->outbox->ledger, &d, id, &arena, err)))
		return rc;
	if (r.state == DC_STATE_WITHDRAWING)
		return withdraw_now(s, &r, &d, err);
	if (r.state != DC_STATE_SENT)
		return dc_outbox_too_late(&r, "withdrawn", err);
	return dc_sender_take_back(s, &r, &d, dc_withdraw_reason_name(why), &arena, err);
}

/* --- one listing for all that is looked for */

struct wanted {
	struct dc_request request;
	struct dc_dispatch dispatch;
	const char **keys;
	size_t key_count;
	enum dc_seen seen;
	bool found, doubtful; /* something is there, but perhaps not ours */
	int64_t sent, changed;
};

struct look {
	struct dc_sender *sender;
	struct dc_arena arena;
	struct wanted *all;
	size_t count;
	struct dc_settled *out;
};

static bool same_person(const struct wanted *w, const char *key)
{
	for (size_t i = 0; i < w->key_count; i++)
		if (*key && !strcmp(w->keys[i], key))
			return true;
	return false;
}

static int compare(void *data, const struct dc_invitation *v)
{
	struct look *look = data;

	for (size_t i = 0; i < look->count; i++) {
		struct wanted *w = &look->all[i];
		const struct dc_request *r = &w->request;
		bool same_note = strlen(v->note) == r->note_len &&
		                 !memcmp(v->note, r->note, r->note_len);
		bool in_time = !v->sent || v->sent >= w->dispatch.tried - DC_DAY;
		bool known = *w->dispatch.invitation && !strcmp(w->dispatch.invitation, v->id);

		if (!known && (*w->dispatch.invitation || !same_person(w, v->key)))
			continue;
		if (!known && (!same_note || !in_time)) {
			w->doubtful = true; /* by hand, or long ago: not this request */
			continue;
		}
		w->found = true;
		w->seen = v->seen;
		w->sent = v->sent;
		w->changed = v->changed;
		w->dispatch.invitation = dc_arena_strdup(&look->arena, v->id);
		w->dispatch.raw = dc_arena_strdup(&look->arena, v->state);
	}
	return 0;
}

static int want(struct look *look, const struct dc_request_filter *f, bool settled_only,
                struct dc_error *err)
{
	struct dc_ledger *l = look->sender->outbox->ledger;
	struct dc_request *list;
	struct dc_clock now;
	size_t count;
	int rc = dc_ledger_request_list(l, &list, &count, f, &look->arena, err);

	dc_sender_now(look->sender, &now);
	if (rc)
		return rc;
	look->all = dc_arena_alloc(&look->arena, count, sizeof(*look->all));
	for (size_t i = 0; i < count && !rc; i++) {
		struct wanted *w = &look->all[look->count];

		*w = (struct wanted){ .request = list[i] };
		if (!dc_outbox_by_machine(&list[i]))
			continue;
		if ((rc = dc_ledger_dispatch_get(l, &w->dispatch, list[i].id, &look->arena, err)) ||
		    (rc = dc_ledger_person_keys(l, &w->keys, &w->key_count, list[i].person,
		                                &look->arena, err)))
			break;
		if (settled_only && !dc_sender_settled(&w->dispatch, &now)) {
			look->out->waiting++;
			continue;
		}
		look->count++;
	}
	return rc;
}

/* Everything that is looked for goes through one transport: the first one's. */
static int list_all(struct look *look, struct dc_error *err)
{
	const struct dc_transport *t = dc_transport_find(look->all[0].request.transport);

	if (!look->sender->outbox->desk.api)
		return dc_fail(err, DC_TEMP, "nobody is logged in; run: decorum login");
	return t->list_sent(look->sender->outbox->desk.api, compare, look, err);
}

/* --- what follows for an unknown one */

static int accepted(struct look *look, struct wanted *w, struct dc_error *err)
{
	struct dc_clock now;

	dc_sender_now(look->sender, &now);
	look->out->accepted++;
	return dc_ledger_request_move(
		look->sender->outbox->ledger,
		&(struct dc_move){ .id = w->request.id,
	                           .from = DC_STATE_SENT,
	                           .to = DC_STATE_ACCEPTED,
	                           .token = w->request.token,
	                           .how = DC_HOW_OBSERVED,
	                           .source = seen_by,
	                           .at = w->changed && w->changed <= now.wall ? w->changed : 0,
	                           .dispatch = &w->dispatch },
		&now, err);
}

/* An undo may have been asked for since the look began.  Once it is sent none can be any more,
 * so reading it again now reads the last word. */
static int last_word(struct look *look, struct wanted *w, struct dc_error *err)
{
	const struct dc_outbox *o = look->sender->outbox;
	int rc;

	if ((rc = dc_outbox_get(o, &w->request, w->request.id, &look->arena, err)) ||
	    (rc = dc_ledger_dispatch_get(o->ledger, &w->dispatch, w->request.id, &look->arena,
	                                 err)) ||
	    !w->dispatch.undo || w->request.state != DC_STATE_SENT)
		return rc;
	rc = dc_sender_take_back(look->sender, &w->request, &w->dispatch,
	                         dc_withdraw_reason_name(DC_WITHDRAW_CHANGED_MIND), &look->arena,
	                         err);
	look->out->withdrawn += !rc;
	/* It stays withdrawing, and the next look goes on with it. */
	return rc == DC_TEMP || rc == DC_UNKNOWN ? 0 : rc;
}

static int found(struct look *look, struct wanted *w, struct dc_error *err)
{
	struct dc_clock now;
	int rc;

	dc_sender_now(look->sender, &now);
	look->out->found++;
	rc = dc_ledger_request_move(look->sender->outbox->ledger,
	                            &(struct dc_move){ .id = w->request.id,
	                                               .from = DC_STATE_UNKNOWN,
	                                               .to = DC_STATE_SENT,
	                                               .token = w->request.token,
	                                               .how = DC_HOW_OBSERVED,
	                                               .source = seen_by,
	                                               .sent = w->sent && w->sent <= now.wall
	                                                               ? w->sent
	                                                               : w->dispatch.tried,
	                                               .dispatch = &w->dispatch },
	                            &now, err);
	if (rc)
		return rc;
	return w->seen == DC_SEEN_ACCEPTED ? accepted(look, w, err) : last_word(look, w, err);
}

static int absent(struct look *look, struct wanted *w, struct dc_error *err)
{
	struct dc_ledger *l = look->sender->outbox->ledger;
	struct dc_clock now;
	struct dc_move m = { .id = w->request.id,
		             .from = DC_STATE_UNKNOWN,
		             .token = w->request.token,
		             .how = DC_HOW_OBSERVED,
		             .detail = "two complete lists of sent invitations do not have it",
		             .source = seen_by,
		             .reason = "",
		             .dispatch = &w->dispatch };

	dc_sender_now(look->sender, &now);
	w->dispatch.absent++;
	dc_sender_unsettled(look->sender, &w->dispatch, &now);
	if (w->dispatch.absent < ABSENT_ENOUGH) {
		look->out->waiting++;
		return dc_ledger_dispatch_put(l, w->request.id, &w->dispatch, err);
	}
	w->dispatch.absent = 0;
	look->out->absent++;
	if (w->dispatch.undo) {
		m.to = DC_STATE_UNDONE;
		m.draft = *w->request.name ? w->request.name : w->request.key;
	} else {
		dc_outbox_new_hold(&m, w->request.hold, &now);
	}
	return dc_ledger_request_move(l, &m, &now, err);
}

static int settle_unknown(struct look *look, struct dc_error *err)
{
	const struct dc_request_filter unknown = { .states = 1u << DC_STATE_UNKNOWN, .ours = true };
	int rc = want(look, &unknown, true, err);

	if (rc || !look->count)
		return rc;
	rc = list_all(look, err);
	if (rc) { /* no right to list, or no whole list: it stays unknown until a human says */
		look->out->waiting += look->count;
		return rc;
	}
	for (size_t i = 0; i < look->count && !rc; i++) {
		struct wanted *w = &look->all[i];

		if (w->found)
			rc = found(look, w, err);
		else if (w->doubtful)
			look->out->waiting++; /* another invitation is there: only a human can tell
			                       */
		else
			rc = absent(look, w, err);
		if (rc == DC_CONFLICT) /* a human was faster */
			rc = 0;
	}
	return rc;
}

/* --- what is under way or out */

/* A sender may have died, or been refused, after "sent" was written and before the undo that
 * came too late was carried out. */
static int take_back_undone(struct look *look, struct dc_error *err)
{
	const struct dc_request_filter undone = { .states = 1u << DC_STATE_SENT,
		                                  .ours = true,
		                                  .undo_asked = true };
	int failed = 0, rc = want(look, &undone, false, err);

	for (size_t i = 0; i < look->count && !rc; i++) {
		int one = last_word(look, &look->all[i], err);

		failed = one ? one : failed;
	}
	return rc ? rc : failed;
}

static int go_on_withdrawing(struct look *look, struct dc_error *err)
{
	const struct dc_request_filter under_way = { .states = 1u << DC_STATE_WITHDRAWING,
		                                     .ours = true };
	int failed = 0, rc = want(look, &under_way, false, err);

	/* One that is stuck does not stand in the way of the others. */
	for (size_t i = 0; i < look->count && !rc; i++) {
		struct wanted *w = &look->all[i];
		int one = *w->dispatch.invitation
		                  ? withdraw_now(look->sender, &w->request, &w->dispatch, err)
		                  : 0;

		look->out->withdrawn += !one && *w->dispatch.invitation;
		failed = one ? one : failed;
	}
	return rc ? rc : failed;
}

static int read_states(struct look *look, struct dc_error *err)
{
	const struct dc_request_filter out = { .states = 1u << DC_STATE_SENT, .ours = true };
	int rc = want(look, &out, false, err);

	if (rc || !look->count || (rc = list_all(look, err)))
		return rc;
	for (size_t i = 0; i < look->count && !rc; i++) {
		struct wanted *w = &look->all[i];

		if (w->found && w->seen == DC_SEEN_ACCEPTED)
			rc = accepted(look, w, err);
		else if (w->found)
			rc = dc_ledger_dispatch_put(look->sender->outbox->ledger, w->request.id,
			                            &w->dispatch, err);
		if (rc == DC_CONFLICT)
			rc = 0;
	}
	return rc;
}

typedef int part(struct look *look, struct dc_error *err);

static int run(struct dc_sender *s, struct dc_settled *out, part *what, struct dc_error *err)
{
	struct look look = { .sender = s, .out = out };
	int rc = what(&look, err);

	dc_arena_clear(&look.arena);
	return rc;
}

int dc_sender_settle(struct dc_sender *s, struct dc_settled *out, bool all, struct dc_error *err)
{
	static part *const parts[] = { settle_unknown, take_back_undone, go_on_withdrawing,
		                       read_states };
	int first = 0;

	*out = (struct dc_settled){ 0 };
	for (size_t i = 0; i < (all ? DC_COUNT(parts) : DC_COUNT(parts) - 1); i++) {
		int rc = run(s, out, parts[i], first ? NULL : err);

		first = first ? first : rc;
	}
	return first;
}
