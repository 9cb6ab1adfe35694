/* hold.c - into the outbox, and out of it again while that is free: hold, undo, redo, now. */
#include "outbox/outbox.h"

#include <string.h>

#include <decorum/person.h>
#include <decorum/text.h>

#include "text/similar.h"

enum { SHOWN_EARLY_MS = 250, HOLD_MAX_MS = 3600 * 1000 };

int dc_outbox_get(const struct dc_outbox *o, struct dc_request *out, int64_t id,
                  struct dc_arena *arena, struct dc_error *err)
{
	return dc_ledger_request_get(o->ledger, out, id, arena, err);
}

const char *dc_outbox_called(const struct dc_request *r, struct dc_arena *arena)
{
	return dc_arena_printf(arena, "request %lld to %.100s", (long long)r->id,
	                       *r->name ? r->name : r->key);
}

/* --- the hold */

int64_t dc_outbox_left(const struct dc_request *r, const struct dc_clock *now)
{
	if (r->state != DC_STATE_HELD)
		return 0;
	if (strcmp(r->boot, now->boot) != 0) /* that clock is gone: the hold starts again */
		return r->hold;
	int64_t left = r->due_awake - now->awake;

	return left < 0 ? 0 : left > r->hold ? r->hold : left;
}

int64_t dc_outbox_left_shown(const struct dc_request *r, const struct dc_clock *now)
{
	int64_t left = dc_outbox_left(r, now);

	return left > SHOWN_EARLY_MS ? left - SHOWN_EARLY_MS : 0;
}

void dc_outbox_new_hold(struct dc_move *m, int64_t hold, const struct dc_clock *now)
{
	m->to = DC_STATE_HELD;
	m->due_awake = now->awake + hold;
	m->due_wall = now->wall + hold;
	m->boot = now->boot;
}

/* --- checking */

int dc_outbox_verdict(const struct dc_report *report, struct dc_error *err)
{
	if (dc_report_verdict(report) != DC_VERDICT_STOP)
		return 0;
	for (size_t i = 0; i < dc_findings_count(report->findings); i++) {
		const struct dc_finding *f = dc_findings_at(report->findings, i);

		if (f->severity == DC_SEVERITY_ERROR && !f->override)
			return dc_fail(err, DC_FINDINGS,
			               "not sent: %.300s (%.60s; to send it all the same, give a "
			               "reason with --override %.60s=REASON)",
			               f->message, f->rule->id, f->rule->id);
	}
	return dc_fail(err, DC_FINDINGS, "not sent, because of what the check found");
}

static bool is_rule(const struct dc_settings *settings, const char *id)
{
	const struct dc_own_rule *own;

	for (size_t i = 0; (own = dc_settings_own_rule(settings, i)); i++)
		if (!strcmp(own->id, id))
			return true;
	return dc_rule_find(id) != NULL;
}

static int check_sending(const struct dc_outbox *o, const struct dc_sending *s, int64_t hold,
                         struct dc_error *err)
{
	const struct dc_draft_request *r = &s->request;
	size_t bad;

	if (!r->key || !*r->key)
		return dc_fail(err, DC_INVALID, "a request needs the recipient's profile address");
	if (hold > HOLD_MAX_MS)
		return dc_fail(err, DC_INVALID, "a hold lasts from 0 to 3600 seconds, not %lld",
		               (long long)(hold / DC_SECOND));
	if (r->note && !dc_text_valid(r->note, r->note_len, &bad))
		return dc_fail(err, DC_INVALID, "the note is not UTF-8 at byte %zu", bad);
	if (r->note && memchr(r->note, '\0', r->note_len))
		return dc_fail(err, DC_INVALID, "the note holds a NUL byte");
	for (size_t i = 0; i < s->override_count; i++) {
		if (!is_rule(o->settings, s->overrides[i].rule))
			return dc_fail(
				err, DC_INVALID,
				"there is no rule '%.60s' to override; 'decorum rules' lists all",
				s->overrides[i].rule);
		if (!s->overrides[i].reason || !*s->overrides[i].reason)
			return dc_fail(err, DC_INVALID, "an override of %.60s needs a reason",
			               s->overrides[i].rule);
	}
	return 0;
}

/* --- hold */

struct kept {
	struct dc_event *events;
	size_t count;
};

static void keep(struct kept *k, struct dc_arena *arena, const char *kind, const char *rule,
                 const char *reason, const char *source)
{
	k->events[k->count++] = (struct dc_event){
		.kind = kind,
		.how = DC_HOW_TOLD,
		.detail = dc_arena_printf(arena, "%s: %s", rule, reason),
		.source = source,
	};
}

static bool passed_over(const struct dc_findings *f, const char *rule)
{
	for (size_t i = 0; i < dc_findings_count(f); i++)
		if (dc_findings_at(f, i)->override && !strcmp(dc_findings_at(f, i)->rule->id, rule))
			return true;
	return false;
}

/* Why findings did not stop it, as events: the suppressions of the settings, which the review
 * has applied, then the overrides; one that found nothing to override is kept as unused. */
static struct kept override_events(const struct dc_outbox *o, const struct dc_sending *s,
                                   struct dc_findings *f, struct dc_arena *arena)
{
	struct dc_suppression quiet;
	size_t most = s->override_count;

	for (size_t i = 0; dc_settings_suppression(o->settings, i, &quiet); i++)
		most++;
	struct kept k = { .events = dc_arena_alloc(arena, most, sizeof(*k.events)) };

	for (size_t i = 0; dc_settings_suppression(o->settings, i, &quiet); i++)
		if (passed_over(f, quiet.rule))
			keep(&k, arena, "suppression", quiet.rule, quiet.reason,
			     dc_arena_strdup(arena, quiet.origin));
	for (size_t i = 0; i < s->override_count; i++) {
		const struct dc_override *v = &s->overrides[i];
		bool used = dc_findings_override(f, v->rule, v->reason);

		keep(&k, arena, used ? "override" : "override-unused", v->rule, v->reason, "you");
	}
	return k;
}

/* The same key again is the same request; with something else in it, it is a mistake. */
static int find_same(const struct dc_outbox *o, struct dc_request *out, bool *found,
                     const struct dc_sending *s, struct dc_arena *arena, struct dc_error *err)
{
	const struct dc_draft_request *r = &s->request;
	int64_t id = 0;
	int rc = s->idempotency ? dc_ledger_request_by_key(o->ledger, &id, s->idempotency, err) : 0;

	*found = id != 0;
	if (rc || !id || (rc = dc_outbox_get(o, out, id, arena, err)))
		return rc;
	struct dc_person p;
	size_t len = r->note ? r->note_len : 0;

	if (len == out->note_len && !memcmp(out->note, r->note ? r->note : "", len) &&
	    !dc_ledger_person_by_key(o->ledger, &p, r->key, arena, NULL) && p.id == out->person)
		return 0;
	return dc_fail(
		err, DC_CONFLICT,
		"the key '%.60s' belongs to request %lld, which is another one; use a new key",
		s->idempotency, (long long)id);
}

static int put(const struct dc_outbox *o, int64_t *id, const struct dc_sending *s, int64_t again,
               struct dc_report *report, int64_t hold, const struct kept *kept,
               const struct dc_clock *now, struct dc_error *err)
{
	const struct dc_draft_request *r = &s->request;
	const struct dc_dossier *d = &report->dossier;
	size_t len = r->note ? r->note_len : 0;
	struct dc_person p = {
		.key = r->key, .name = r->name, .headline = r->headline, .company = r->company
	};

	return dc_ledger_request_hold(
		o->ledger, id,
		&(struct dc_request_new){
			.who = &p,
			.note = len ? r->note : "",
			.note_len = len,
			.skeleton = len ? dc_similar_skeleton(r->note, len, d->first, d->last,
	                                                      d->company)
	                                : 0,
			.tmpl = r->tmpl,
			.transport = dc_settings_transport(o->settings),
			.key = s->idempotency,
			.hold = hold,
			.events = kept->events,
			.event_count = kept->count,
			.again = again,
		},
		now, err);
}

/* What is known of a request that was held and could not be read again. */
static struct dc_request as_held(const struct dc_outbox *o, int64_t id,
                                 const struct dc_draft_request *r, int64_t hold,
                                 const struct dc_clock *now, struct dc_arena *arena)
{
	struct dc_request q = {
		.id = id,
		.key = dc_arena_strdup(arena, r->key),
		.name = dc_arena_strdup(arena, r->name ? r->name : ""),
		.state = DC_STATE_HELD,
		.state_at = now->wall,
		.note = dc_arena_strndup(arena, r->note, r->note_len),
		.note_len = r->note_len,
		.tmpl = dc_arena_strdup(arena, r->tmpl ? r->tmpl : ""),
		.transport = dc_arena_strdup(arena, dc_settings_transport(o->settings)),
		.reason = "",
		.created = now->wall,
		.hold = hold,
		.due_awake = now->awake + hold,
		.due_wall = now->wall + hold,
		.source = "decorum",
		.state_source = "decorum",
	};

	memcpy(q.boot, now->boot, sizeof(q.boot));
	return q;
}

/* There is such a transport, and it can reach them. */
static int check_way(const struct dc_outbox *o, const char *key, struct dc_arena *arena,
                     struct dc_error *err)
{
	const struct dc_transport *t = dc_transport_find(dc_settings_transport(o->settings));
	const char *const *keys;
	struct dc_person p;
	int rc;

	if (!t)
		return dc_fail(err, DC_INVALID,
		               "there is no transport '%.60s'; set outbox.transport to browser",
		               dc_settings_transport(o->settings));
	if (!t->can_reach)
		return 0;
	if (dc_ledger_person_by_key(o->ledger, &p, key, arena, NULL))
		p.id = 0;
	rc = dc_outbox_keys(o, &keys, p.id, key, arena, err);
	return rc ? rc : t->can_reach(keys, err);
}

static int check_and_hold(const struct dc_outbox *o, struct dc_request *out,
                          struct dc_report **report, const struct dc_sending *s, int64_t again,
                          const struct dc_clock *now, struct dc_arena *arena, struct dc_error *err)
{
	DC_AUTO(dc_report_free) struct dc_report *seen = NULL;
	struct dc_draft_request r = s->request;
	int64_t hold = s->hold < 0 ? dc_settings_hold(o->settings) : s->hold, id;
	bool found;
	int rc;

	if ((rc = check_sending(o, s, hold, err)) ||
	    (rc = find_same(o, out, &found, s, arena, err)) || found ||
	    (rc = check_way(o, s->request.key, arena, err)))
		return rc;
	if (!r.note)
		r.note = "";
	if ((rc = dc_review(&seen, o->ledger, &r, o->settings, now->wall, err)))
		return rc;
	struct kept kept = override_events(o, s, seen->findings, arena);

	rc = dc_outbox_verdict(seen, err);
	if (!rc)
		rc = put(o, &id, s, again, seen, hold, &kept, now, err);
	/* It is held, whatever happens now: a look that fails takes nothing back. */
	if (!rc && dc_outbox_get(o, out, id, arena, NULL))
		*out = as_held(o, id, &r, hold, now, arena);
	if (report)
		*report = DC_STEAL(seen);
	return rc;
}

int dc_outbox_hold(const struct dc_outbox *o, struct dc_request *out, struct dc_report **report,
                   const struct dc_sending *s, const struct dc_clock *now, struct dc_arena *arena,
                   struct dc_error *err)
{
	if (report)
		*report = NULL;
	return check_and_hold(o, out, report, s, 0, now, arena, err);
}

/* --- undo and redo */

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
	s.request = (struct dc_draft_request){
		.key = r.key, .note = r.note, .note_len = r.note_len, .tmpl = r.tmpl
	};
	return check_and_hold(o, out, report, &s, id, now, arena, err);
}

int dc_outbox_now(const struct dc_outbox *o, int64_t id, const struct dc_clock *now,
                  struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena arena = { 0 };
	struct dc_move m = { .id = id,
		             .from = DC_STATE_HELD,
		             .token = -1,
		             .how = DC_HOW_TOLD,
		             .detail = "the hold was ended at once",
		             .source = "you" };
	struct dc_dispatch d;
	struct dc_request r;
	int rc;

	if ((rc = dc_outbox_get(o, &r, id, &arena, err)) ||
	    (rc = dc_ledger_dispatch_get(o->ledger, &d, id, &arena, err)))
		return rc;
	/* The pause after a failed attempt ends as well; a limit of the other side does not. */
	d.not_before = 0;
	if (d.attempts) {
		m.dispatch = &d;
		m.token = r.token; /* another attempt in between wrote there, too */
	}
	dc_outbox_new_hold(&m, 0, now);
	rc = dc_ledger_request_move(o->ledger, &m, now, err);
	if (rc == DC_CONFLICT && !dc_outbox_get(o, &r, id, &arena, NULL))
		return dc_outbox_too_late(&r, "let go at once", err);
	return rc;
}
