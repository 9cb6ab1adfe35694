/* hold.c - into the outbox: what is checked, kept and held, and for how long. */
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

int dc_outbox_check_hold(int64_t hold, struct dc_error *err)
{
	return hold <= HOLD_MAX_MS
	               ? 0
	               : dc_fail(err, DC_INVALID, "a hold lasts from 0 to 3600 seconds, not %lld",
	                         (long long)(hold / DC_SECOND));
}

static int check_sending(const struct dc_outbox *o, const struct dc_sending *s, int64_t hold,
                         struct dc_error *err)
{
	const struct dc_draft_request *r = &s->request;
	size_t bad;

	if (!r->key || !*r->key)
		return dc_fail(err, DC_INVALID, "a request needs the recipient's profile address");
	if (dc_outbox_check_hold(hold, err))
		return DC_INVALID;
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
			.tmpl_text = r->tmpl_text,
			.zone = r->zone,
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
		.tmpl_text = dc_arena_strdup(arena, r->tmpl_text ? r->tmpl_text : ""),
		.zoned = r->zone != NULL,
		.zone = r->zone ? *r->zone : 0,
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

int dc_outbox_hold_again(const struct dc_outbox *o, struct dc_request *out,
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
	return dc_outbox_hold_again(o, out, report, s, 0, now, arena, err);
}
