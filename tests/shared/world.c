/* world.c - see world.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shared/world.h"

/* Programs that know no cmocka link this, too: a failure ends the test program. */
static void must(int rc, const struct dc_error *err, const char *what)
{
	if (!rc)
		return;
	fprintf(stderr, "world: cannot %s: %s\n", what, err->msg);
	exit(1);
}

int world_enter(void **state)
{
	struct world *w = dc_alloc(1, sizeof(*w));

	w->now = WORLD_NOW;
	*state = w;
	return dc_ledger_open(&w->ledger, ":memory:", NULL) ||
	       dc_settings_read(&w->settings, "", NULL, 0, NULL);
}

int world_leave(void **state)
{
	struct world *w = *state;

	dc_ledger_free(w->ledger);
	dc_settings_free(w->settings);
	dc_free(w);
	return 0;
}

void world_set(struct world *w, const char *key, const char *value)
{
	struct dc_error err;

	must(dc_settings_set(w->settings, key, value, "test", &err), &err, key);
}

int64_t world_person(struct world *w, const char *key, const char *name, const char *company)
{
	const struct dc_person p = { .key = key,
		                     .name = name,
		                     .first = "",
		                     .last = "",
		                     .headline = "",
		                     .company = company ? company : "",
		                     .email = "" };
	struct dc_error err;
	int64_t id = 0;

	must(dc_ledger_person_put(w->ledger, &id, &p, "test", AGO(400), &err), &err,
	     "put a person");
	return id;
}

static int64_t somebody(struct world *w, const char *company)
{
	char key[32], name[32];

	snprintf(key, sizeof(key), "in/p%d", w->people);
	snprintf(name, sizeof(name), "Person %d", w->people++);
	return world_person(w, key, name, company);
}

static void move(struct world *w, int64_t id, enum dc_state from, enum dc_state to,
                 const struct dc_clock *then)
{
	const struct dc_move m = { .id = id,
		                   .from = from,
		                   .to = to,
		                   .token = -1,
		                   .how = DC_HOW_TOLD,
		                   .source = "you",
		                   .at = then->wall,
		                   .sent = to == DC_STATE_SENT ? then->wall : 0,
		                   .boot = then->boot };
	struct dc_error err;

	must(dc_ledger_request_move(w->ledger, &m, then, &err), &err, dc_state_name(to));
}

int64_t world_ask(struct world *w, struct world_asked a)
{
	static const enum dc_state way[] = { DC_STATE_HELD, DC_STATE_HANDING, DC_STATE_HANDED,
		                             DC_STATE_SENT };
	const struct dc_clock then = {
		.wall = a.when, .awake = 1000, .elapsed = 1000, .boot = "b"
	};
	const struct dc_request_new new = {
		.person = a.person ? a.person : somebody(w, a.company),
		.note = a.note ? a.note : "",
		.note_len = a.note ? strlen(a.note) : 0,
		.skeleton = a.skeleton,
		.tmpl = a.tmpl ? a.tmpl : "",
		.transport = "browser",
		.hold = 1000,
	};
	enum dc_state at = DC_STATE_HELD;
	struct dc_error err;
	int64_t id = 0;

	must(dc_ledger_request_hold(w->ledger, &id, &new, &then, &err), &err, "hold");
	/* The straight way, until the state is one step away. */
	for (size_t i = 1; at != a.state; i++) {
		enum dc_state next = i == DC_COUNT(way) || a.state == DC_STATE_UNDONE ? a.state
		                                                                      : way[i];

		move(w, id, at, next, &then);
		at = next;
	}
	return id;
}

struct dc_report *world_review(struct world *w, struct dc_draft_request r)
{
	struct dc_report *report = NULL;
	struct dc_error err;

	r.note_len = r.note ? strlen(r.note) : 0;
	must(dc_review(&report, w->ledger, &r, w->settings, w->now, &err), &err, "review");
	return report;
}

const struct dc_finding *world_found(const struct dc_report *report, const char *rule)
{
	const struct dc_finding *f;

	for (size_t i = 0; (f = dc_findings_at(report->findings, i)); i++)
		if (!strcmp(f->rule->id, rule))
			return f;
	return NULL;
}
