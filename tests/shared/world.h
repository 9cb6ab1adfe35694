/* world.h - a ledger in memory, settings and a moment, for tests of what the rules say about a
 * history. */
#ifndef TESTS_SHARED_WORLD_H
#define TESTS_SHARED_WORLD_H

#include <decorum/review.h>

#define WORLD_NOW (INT64_C(1794225600) * DC_SECOND) /* 9 November 2026, noon */
#define AGO(days) (WORLD_NOW - (days)*DC_DAY)

struct world {
	struct dc_ledger *ledger;
	struct dc_settings *settings;
	int64_t now;
	int people; /* made by world_ask() */
};

/* cmocka fixtures: `*state` is a struct world with an empty ledger and the settings that decorum
 * ships. */
int world_enter(void **state);
int world_leave(void **state);

void world_set(struct world *w, const char *key, const char *value);
/* Somebody on file, as of 400 days ago. */
int64_t world_person(struct world *w, const char *key, const char *name, const char *company);

/* An earlier request.  NULL reads as "". */
struct world_asked {
	int64_t person; /* 0: somebody new, "in/p0", "in/p1" …, of this company */
	const char *company;
	const char *note, *tmpl;
	uint64_t skeleton;
	int64_t when; /* it was made, and everything happened, then */
	enum dc_state state;
};
int64_t world_ask(struct world *w, struct world_asked a);

/* The report on a request; `note_len` is filled in. */
struct dc_report *world_review(struct world *w, struct dc_draft_request r);
/* What the rule says in it, NULL: nothing. */
const struct dc_finding *world_found(const struct dc_report *report, const char *rule);

#endif
