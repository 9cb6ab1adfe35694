/* room.c - see room.h. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "shared/room.h"

/* Programs that know no cmocka link this, too: a failure ends the test program. */
void room_expect(struct room *r, int got, int want, const char *what, const char *file, int line)
{
	if (got != want || (want && !*r->err.msg)) {
		fprintf(stderr, "%s:%d: %s gave %s, not %s: '%s'\n", file, line, what,
		        dc_code_name(got), dc_code_name(want), r->err.msg);
		exit(1);
	}
	r->err = (struct dc_error){ 0 };
}

int room_enter(void **state)
{
	struct room *r = dc_alloc(1, sizeof(*r));

	snprintf(r->dir, sizeof(r->dir), "/tmp/decorum-test-XXXXXX");
	if (!mkdtemp(r->dir))
		return -1;
	snprintf(r->path, sizeof(r->path), "%s/ledger.db", r->dir);
	r->now =
		(struct dc_clock){ .wall = ROOM_NOW, .awake = 1000, .elapsed = 1000, .boot = "b1" };
	*state = r;
	return dc_ledger_open(&r->l, r->path, &r->err);
}

/* One level of folders is all that tests make. */
static void remove_all(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *e;

	while (d && (e = readdir(d))) {
		DC_AUTO(dc_str) char *path = dc_printf("%s/%s", dir, e->d_name);

		if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
			continue;
		if (unlink(path)) {
			remove_all(path);
			rmdir(path);
		}
	}
	if (d)
		closedir(d);
}

int room_leave(void **state)
{
	struct room *r = *state;

	dc_ledger_free(r->l);
	dc_arena_clear(&r->arena);
	remove_all(r->dir);
	rmdir(r->dir);
	dc_free(r);
	return 0;
}

int64_t room_person(struct room *r, const char *key, const char *name)
{
	int64_t id;

	MUST(dc_ledger_person_put(r->l, &id, &(struct dc_person){ .key = key, .name = name }, "you",
	                          ROOM_NOW, &r->err));
	return id;
}

int64_t room_held(struct room *r, int64_t person, const char *note)
{
	int64_t id;

	MUST(dc_ledger_request_hold(r->l, &id,
	                            &(struct dc_request_new){ .person = person,
	                                                      .note = note,
	                                                      .note_len = strlen(note),
	                                                      .transport = "browser",
	                                                      .hold = 30000 },
	                            &r->now, &r->err));
	return id;
}

int room_move(struct room *r, int64_t id, enum dc_state from, enum dc_state to)
{
	struct dc_move m = { .id = id, .from = from, .to = to, .token = -1, .boot = r->now.boot };

	if (to == DC_STATE_SENT)
		m.sent = r->now.wall;
	return dc_ledger_request_move(r->l, &m, &r->now, &r->err);
}

struct dc_request room_request(struct room *r, int64_t id)
{
	struct dc_request q;

	MUST(dc_ledger_request_get(r->l, &q, id, &r->arena, &r->err));
	return q;
}

int room_sql(struct room *r, const char *sql)
{
	sqlite3 *db = NULL;
	int rc = sqlite3_open(r->path, &db);

	if (!rc)
		rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	sqlite3_close(db);
	return rc;
}

int64_t room_sql_int(struct room *r, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *st = NULL;
	int64_t n = -1;

	if (!sqlite3_open(r->path, &db) && !sqlite3_prepare_v2(db, sql, -1, &st, NULL) &&
	    sqlite3_step(st) == SQLITE_ROW)
		n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(db);
	return n;
}
