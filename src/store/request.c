/* request.c - requests and their moves: one compare-and-set with its event each. */
#include "store/store.h"

#include <string.h>

/* --- reading */

#define REQUEST_COLUMNS                                                                      \
	"r.id, r.person, p.key, p.name, r.state, r.how, r.state_at, r.note, r.tmpl,"         \
	" r.transport, r.reason, r.created, r.sent, r.hold, r.due_awake, r.boot,"            \
	" r.due_wall, r.token, " DC_STORE_EVIDENCE("r.src", "r.row") ", " DC_STORE_EVIDENCE( \
		"r.state_src", "r.state_row") ", (r.row IS NOT NULL), r.tmpl_text, r.zone"
#define REQUEST_FROM " FROM request r JOIN person p ON p.id = r.person "

static void read_request(sqlite3_stmt *st, struct dc_request *out, struct dc_arena *arena)
{
	*out = (struct dc_request){
		.id = sqlite3_column_int64(st, 0),
		.person = sqlite3_column_int64(st, 1),
		.key = dc_store_text(st, 2, arena),
		.name = dc_store_text(st, 3, arena),
		.how = dc_store_how_of((const char *)sqlite3_column_text(st, 5)),
		.state_at = sqlite3_column_int64(st, 6),
		.tmpl = dc_store_text(st, 8, arena),
		.transport = dc_store_text(st, 9, arena),
		.reason = dc_store_text(st, 10, arena),
		.created = sqlite3_column_int64(st, 11),
		.sent = sqlite3_column_int64(st, 12),
		.hold = sqlite3_column_int64(st, 13),
		.due_awake = sqlite3_column_int64(st, 14),
		.due_wall = sqlite3_column_int64(st, 16),
		.token = sqlite3_column_int64(st, 17),
		.source = dc_store_text(st, 18, arena),
		.state_source = dc_store_text(st, 19, arena),
		.seen = sqlite3_column_int(st, 20),
		.tmpl_text = dc_store_text(st, 21, arena),
		.zoned = sqlite3_column_type(st, 22) != SQLITE_NULL,
		.zone = sqlite3_column_int(st, 22),
	};
	const char *state = (const char *)sqlite3_column_text(st, 4);
	const char *boot = (const char *)sqlite3_column_text(st, 15);

	if (!dc_state_of(&out->state, state))
		out->state = DC_STATE_UNKNOWN; /* only in a damaged file; verify names it */
	out->note = dc_store_bytes(st, 7, &out->note_len, arena);
	if (boot)
		memcpy(out->boot, boot, strnlen(boot, sizeof(out->boot) - 1));
}

int dc_ledger_request_get(struct dc_ledger *l, struct dc_request *out, int64_t id,
                          struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT " REQUEST_COLUMNS REQUEST_FROM "WHERE r.id = ?1", "i", id);

	if (rc || (rc = dc_store_step(l, st, err)) < 0)
		return rc;
	if (!rc)
		return dc_fail(err, DC_NOTFOUND, "there is no request %lld in the ledger",
		               (long long)id);
	read_request(st, out, arena);
	dc_store_done(st);
	return 0;
}

static void add_states(struct dc_buf *sql, unsigned states)
{
	const unsigned most = 1u << DC_STATE_SENT | 1u << DC_STATE_ACCEPTED |
	                      1u << DC_STATE_CLOSED | 1u << DC_STATE_EXPIRED;
	const char *sep = " AND r.state IN ('";

	if (!(states & most)) /* the words of the index request_open */
		dc_buf_puts(sql, " AND r.state <> 'sent' AND r.state <> 'accepted'"
		                 " AND r.state <> 'closed' AND r.state <> 'expired'");
	for (int s = 0; s < DC_STATE_COUNT; s++)
		if (states & (1u << s)) {
			dc_buf_printf(sql, "%s%s", sep, dc_state_name((enum dc_state)s));
			sep = "', '";
		}
	dc_buf_puts(sql, "')");
}

static int list(struct dc_ledger *l, sqlite3_stmt *st, struct dc_request **out, size_t *count,
                struct dc_arena *arena, struct dc_error *err)
{
	struct dc_request *all = NULL;
	size_t n = 0, room = 0;
	int rc;

	while ((rc = dc_store_step(l, st, err)) > 0) {
		if (n == room) {
			room = room ? room * 2 : 16;
			all = dc_grow(all, room, sizeof(*all));
		}
		read_request(st, &all[n++], arena);
	}
	*count = rc ? 0 : n;
	*out = dc_arena_alloc(arena, n, sizeof(**out));
	if (n)
		memcpy(*out, all, n * sizeof(*all));
	dc_free(all);
	return rc;
}

/* What a check asks, of every person again. */
static int list_of(struct dc_ledger *l, struct dc_request **out, size_t *count, int64_t person,
                   size_t limit, struct dc_arena *arena, struct dc_error *err)
{
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err,
	                        "SELECT " REQUEST_COLUMNS REQUEST_FROM "WHERE r.person = ?1"
	                        " ORDER BY r.moment DESC, r.id DESC LIMIT ?2",
	                        "ii", person, limit ? (int64_t)limit : (int64_t)-1);

	return rc ? rc : list(l, st, out, count, arena, err);
}

int dc_ledger_request_list(struct dc_ledger *l, struct dc_request **out, size_t *count,
                           const struct dc_request_filter *f, struct dc_arena *arena,
                           struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf sql = { 0 };
	sqlite3_stmt *st = NULL;

	*count = 0;
	if (!l->db)
		return 0;
	if (f->person && !f->states && !f->sent_before && !f->ours && !f->undo_asked)
		return list_of(l, out, count, f->person, f->limit, arena, err);
	dc_buf_puts(&sql, "SELECT " REQUEST_COLUMNS REQUEST_FROM "WHERE true");
	if (f->states)
		add_states(&sql, f->states);
	if (f->person)
		dc_buf_puts(&sql, " AND r.person = ?1");
	if (f->sent_before)
		dc_buf_puts(&sql, " AND r.sent > 0 AND r.sent < ?2");
	if (f->ours)
		dc_buf_puts(&sql, " AND r.transport IS NOT NULL");
	if (f->undo_asked)
		dc_buf_puts(&sql, " AND r.id IN (SELECT request FROM dispatch WHERE undo > 0)");
	dc_buf_puts(&sql, " ORDER BY r.moment DESC, r.id DESC");
	if (f->limit)
		dc_buf_puts(&sql, " LIMIT ?3");
	if (sqlite3_prepare_v2(l->db, sql.data, (int)sql.len, &st, NULL))
		return dc_store_fail(l, err, "list the requests");
	sqlite3_bind_int64(st, 1, f->person);
	sqlite3_bind_int64(st, 2, f->sent_before);
	sqlite3_bind_int64(st, 3, (int64_t)f->limit);
	int rc = list(l, st, out, count, arena, err);

	sqlite3_finalize(st);
	return rc;
}

int dc_ledger_notes_since(struct dc_ledger *l, int64_t since, int64_t person, dc_note_fn *fn,
                          void *data, struct dc_error *err)
{
	static const char sql[] =
		"SELECT r.id, r.person, p.name, r.note, r.sent, r.created" REQUEST_FROM
		"WHERE r.moment >= ?1 AND r.person <> ?2 AND r.note <> x''"
		" AND r.state NOT IN ('undone', 'failed') ORDER BY r.moment DESC, r.id DESC";
	sqlite3_stmt *st;
	int answer = 0, rc = dc_store_query(l, &st, err, sql, "ii", since, person);

	while (!rc && !answer && (rc = dc_store_step(l, st, err)) > 0) {
		const struct dc_request r = {
			.id = sqlite3_column_int64(st, 0),
			.person = sqlite3_column_int64(st, 1),
			.name = (const char *)sqlite3_column_text(st, 2),
			.note = sqlite3_column_blob(st, 3),
			.note_len = (size_t)sqlite3_column_bytes(st, 3),
			.sent = sqlite3_column_int64(st, 4),
			.created = sqlite3_column_int64(st, 5),
		};

		answer = fn(data, &r);
		rc = 0;
	}
	dc_store_done(st);
	return rc ? rc : answer;
}

int dc_ledger_same_note(struct dc_ledger *l, size_t *people, struct dc_request *newest,
                        uint64_t skeleton, int64_t person, struct dc_arena *arena,
                        struct dc_error *err)
{
	int64_t n = 0, id = 0;
	int rc;

	*people = 0;
	if (!skeleton)
		return 0;
	if ((rc = dc_store_int(l, &n, 0, err,
	                       "SELECT count(DISTINCT person) FROM request WHERE skeleton = ?1"
	                       " AND skeleton <> 0 AND person <> ?2"
	                       " AND state NOT IN ('undone', 'failed')",
	                       "ii", (int64_t)skeleton, person)) ||
	    !n)
		return rc;
	if ((rc = dc_store_int(l, &id, 0, err,
	                       "SELECT id FROM request WHERE skeleton = ?1 AND skeleton <> 0"
	                       " AND person <> ?2 AND state NOT IN ('undone', 'failed')"
	                       " ORDER BY moment DESC, id DESC LIMIT 1",
	                       "ii", (int64_t)skeleton, person)))
		return rc;
	*people = (size_t)n;
	return dc_ledger_request_get(l, newest, id, arena, err);
}
