/* count.c - what is counted: it follows from the requests, and verify holds it against them. */
#include "store/store.h"

#include <stdlib.h>

#include <decorum/mem.h>

/* On its way out, or out: it uses up budget whatever became of it afterwards. */
#define USES_BUDGET "+state NOT IN ('undone', 'failed')"

/* --- counting all of them anew
 *
 * The view says what counts; summed here, SQLite need not sort what it finds. */

enum { SUMS = 6 };
static const char each_sql[] = "SELECT at, requests, notes, pending, gone, accepted, untold"
			       " FROM paced WHERE span = 3600000";

/* What one hour, or one day, has seen. */
struct pace {
	int64_t at;
	uint32_t sum[SUMS];
};

struct paces {
	struct pace *all;
	size_t count, room;
};

static void paces_clear(struct paces *p) { dc_free(p->all); }
DC_DEFINE_CLEAR(struct paces, paces_clear)

static void count_in(struct paces *p, const struct pace *one)
{
	struct pace *last = p->count ? &p->all[p->count - 1] : NULL;

	if (last && last->at == one->at) {
		for (size_t i = 0; i < SUMS; i++)
			last->sum[i] += one->sum[i];
		return;
	}
	if (p->count == p->room) {
		p->room = p->room ? p->room * 2 : 1024;
		p->all = dc_grow(p->all, p->room, sizeof(*p->all));
	}
	p->all[p->count++] = *one;
}

static int by_time(const void *a, const void *b)
{
	const struct pace *x = a, *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

/* One of each time, in order, of times `part` times as long. */
static void sum_up(struct paces *p, int64_t part)
{
	const size_t count = p->count;

	p->count = 0;
	for (size_t i = 0; i < count; i++) {
		struct pace one = p->all[i];

		one.at /= part;
		count_in(p, &one);
	}
}

static int read_hours(struct dc_ledger *l, struct paces *p, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, each_sql, "");

	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		struct pace one = { .at = sqlite3_column_int64(st, 0) };

		for (int i = 0; i < SUMS; i++)
			one.sum[i] = (uint32_t)sqlite3_column_int(st, 1 + i);
		count_in(p, &one);
		rc = 0;
	}
	if (!rc && p->count)
		qsort(p->all, p->count, sizeof(*p->all), by_time);
	return rc;
}

static int write_paces(struct dc_ledger *l, const struct paces *p, int64_t span,
                       struct dc_error *err)
{
	int rc = 0;

	for (size_t i = 0; i < p->count && !rc; i++) {
		const uint32_t *n = p->all[i].sum;

		rc = dc_store_run(l, err,
		                  "INSERT INTO pace VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
		                  "iiiiiiii", span, p->all[i].at, (int64_t)n[0], (int64_t)n[1],
		                  (int64_t)n[2], (int64_t)n[3], (int64_t)n[4], (int64_t)n[5]);
	}
	return rc;
}

int dc_store_paces_build(struct dc_ledger *l, struct dc_error *err)
{
	DC_AUTO(paces_clear) struct paces p = { 0 };
	int rc = dc_store_exec(l, "DELETE FROM pace", err);

	if (rc || (rc = read_hours(l, &p, err)))
		return rc;
	sum_up(&p, 1);
	if ((rc = write_paces(l, &p, DC_HOUR, err)))
		return rc;
	sum_up(&p, DC_DAY / DC_HOUR);
	return write_paces(l, &p, DC_DAY, err);
}

/* --- asking */

enum column { REQUESTS, NOTES, PENDING };

/* From the moment ?1 on: whole days, the hours of the day that it is in, and one by one in the
 * index of moments what is left of its own hour.  One statement for all columns: it costs more
 * to prepare than to run.  CASE looks at no row of which the index says enough. */
#define COLUMN "total(CASE ?2 WHEN 0 THEN requests WHEN 1 THEN notes ELSE pending END)"
static const char since_sql[] =
	"SELECT (SELECT " COLUMN " FROM pace WHERE span = 86400000 AND at > ?1 / 86400000) +"
	" (SELECT " COLUMN " FROM pace"
	"  WHERE span = 3600000 AND at > ?1 / 3600000 AND at < (?1 / 86400000 + 1) * 24) +"
	" (SELECT count(*) FROM request WHERE moment >= ?1"
	"  AND moment < (?1 / 3600000 + 1) * 3600000 AND CASE ?2"
	"  WHEN 0 THEN " USES_BUDGET " WHEN 1 THEN " USES_BUDGET " AND note <> x''"
	"  ELSE CASE +state WHEN 'sent' THEN 1 WHEN 'withdrawing' THEN sent > 0 END END)";

static int count_column(struct dc_ledger *l, size_t *out, int64_t since, enum column column,
                        struct dc_error *err)
{
	int64_t n;
	/* 0 is a moment that nobody knows */
	int rc = dc_store_int(l, &n, 0, err, since_sql, "ii", since < 1 ? 1 : since,
	                      (int64_t)column);

	if (!rc)
		*out = (size_t)n;
	return rc;
}

int dc_ledger_count_since(struct dc_ledger *l, size_t *out, int64_t since, bool notes,
                          struct dc_error *err)
{
	return count_column(l, out, since, notes ? NOTES : REQUESTS, err);
}

/* The hour that the n-th newest is in; *n counts from the end of that hour then. */
static int find_hour(struct dc_ledger *l, int64_t *hour, size_t *n, bool notes,
                     struct dc_error *err)
{
	static const char sql[] = "SELECT at, iif(?1, notes, requests) FROM pace"
				  " WHERE span = 3600000 AND at >= 0 ORDER BY at DESC";
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, sql, "i", (int64_t)notes);

	*hour = -1;
	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		const size_t here = (size_t)sqlite3_column_int64(st, 1);

		*hour = sqlite3_column_int64(st, 0);
		rc = 0;
		if (here >= *n)
			break;
		*n -= here;
		*hour = -1;
	}
	dc_store_done(st);
	return rc;
}

int dc_ledger_nth_newest(struct dc_ledger *l, int64_t *out, size_t n, bool notes,
                         struct dc_error *err)
{
	int64_t hour;
	int rc = n ? find_hour(l, &hour, &n, notes, err) : 0;

	*out = 0;
	if (rc || !n || hour < 0)
		return rc;
	return dc_store_int(l, out, 0, err,
	                    "SELECT moment FROM request WHERE moment > 0 AND moment >= ?3"
	                    " AND moment < ?3 + 3600000 AND " USES_BUDGET
	                    " AND (?1 = 0 OR note <> x'') ORDER BY moment DESC LIMIT 1 OFFSET ?2",
	                    "iii", (int64_t)notes, (int64_t)n - 1, hour * DC_HOUR);
}

int dc_ledger_pending(struct dc_ledger *l, size_t *out, int64_t *oldest, int64_t not_before,
                      struct dc_error *err)
{
	/* Looked for from the first day on that has any. */
	static const char first[] =
		"SELECT sent FROM request WHERE moment >= max(?1, coalesce((SELECT at * span"
		" FROM pace WHERE span = 86400000 AND at >= ?1 / 86400000 AND pending > 0"
		" ORDER BY at LIMIT 1), 9223372036854775807)) AND sent >= ?1 AND"
		" (+state = 'sent' OR +state = 'withdrawing') ORDER BY moment LIMIT 1";
	const int64_t since = not_before < 1 ? 1 : not_before;
	int64_t dateless = 0;
	int rc = count_column(l, out, since, PENDING, err);

	if (!rc && not_before < 1)
		rc = dc_store_int(l, &dateless, 0, err,
		                  "SELECT count(*) FROM request WHERE state IN ('sent',"
		                  " 'withdrawing') AND sent = 0",
		                  "");
	if (rc)
		return rc;
	*out += (size_t)dateless;
	return dc_store_int(l, oldest, 0, err, first, "i", since);
}

static int read_known(struct dc_ledger *l, sqlite3_stmt *st, struct dc_known *out, size_t *count,
                      struct dc_arena *arena, struct dc_error *err)
{
	int rc = dc_store_step(l, st, err);

	*out = (struct dc_known){ 0 };
	if (count)
		*count = 0;
	if (rc <= 0)
		return rc;
	if (sqlite3_column_type(st, 0) != SQLITE_NULL) {
		*out = (struct dc_known){ .at = sqlite3_column_int64(st, 0),
			                  .how = DC_HOW_OBSERVED,
			                  .source = dc_store_text(st, 1, arena) };
		if (count)
			*count = (size_t)sqlite3_column_int64(st, 2);
	}
	dc_store_done(st);
	return 0;
}

int dc_ledger_incoming(struct dc_ledger *l, struct dc_known *out, int64_t person,
                       struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(
		l, &st, err,
		"SELECT incoming, " DC_STORE_EVIDENCE("incoming_src",
	                                              "incoming_row") " FROM person WHERE id = ?1",
		"i", person);

	return rc ? rc : read_known(l, st, out, NULL, arena, err);
}

int dc_ledger_written(struct dc_ledger *l, struct dc_known *last, size_t *count, int64_t person,
                      struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(
		l, &st, err,
		"SELECT at, " DC_STORE_EVIDENCE(
			"src", "row") ","
				      " (SELECT count(*) FROM letter WHERE person = ?1)"
				      " FROM letter WHERE person = ?1 ORDER BY at DESC LIMIT 1",
		"i", person);

	return rc ? rc : read_known(l, st, last, count, arena, err);
}
