/* room.h - a ledger in a private folder, for tests; one line for each thing they often need. */
#ifndef TESTS_SHARED_ROOM_H
#define TESTS_SHARED_ROOM_H

#include <decorum/ledger.h>

#define ROOM_NOW INT64_C(1793534400000) /* 1 November 2026, 12:00 UTC */

struct room {
	char dir[64], path[128];
	struct dc_ledger *l;
	struct dc_arena arena;
	struct dc_error err;
	struct dc_clock now; /* 1 November 2026, boot "b1" */
};

/* cmocka fixtures: `*state` is a struct room with an open, empty ledger. */
int room_enter(void **state);
int room_leave(void **state);

/* Ends the program, with the message of r->err, unless the call gives 0. */
#define MUST(call) room_expect(r, (call), 0, #call, __FILE__, __LINE__)
/* … unless it gives `code` and says something. */
#define FAILS(code, call) room_expect(r, (call), code, #call, __FILE__, __LINE__)
void room_expect(struct room *r, int got, int want, const char *what, const char *file, int line);

int64_t room_person(struct room *r, const char *key, const char *name);
int64_t room_held(struct room *r, int64_t person, const char *note);
/* Moves a request, whatever its token. */
int room_move(struct room *r, int64_t id, enum dc_state from, enum dc_state to);
/* The state a request is in; its struct lives in r->arena. */
struct dc_request room_request(struct room *r, int64_t id);
/* Runs SQL on the file with a connection of its own; gives SQLite's result code. */
int room_sql(struct room *r, const char *sql);
/* The first column of the first row, -1 when there is none. */
int64_t room_sql_int(struct room *r, const char *sql);

#endif
