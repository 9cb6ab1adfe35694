/* history.c - what happened, oldest first: the events, and what exports show as events. */
#include "store/store.h"

#include <string.h>

/* ?1: the person, 0 for everybody.  Exports tell facts, not events: they are kept once,
 * with the person or the request, and told here in the same form. */
static const char history_sql[] =
	"SELECT 0 AS id, r.id AS request, r.person, r.sent AS at, 'invited' AS kind, '' AS f,"
	" 'sent' AS t, 'observed' AS how, '' AS detail, " DC_STORE_EVIDENCE(
		"r.src",
		"r.row") " FROM request r WHERE r.row IS NOT NULL AND (?1 = 0 OR r.person = ?1)"
			 " UNION ALL SELECT 0, 0, p.id, p.connected, 'connected', '', '', "
			 "p.connected_how, '', " DC_STORE_EVIDENCE(
				 "p.connected_src",
				 "p.connected_row") " FROM person p WHERE p.connected IS NOT NULL "
						    "AND (?1 = 0 OR p.id = ?1)"
						    "  AND p.joined IS NULL"
						    " UNION ALL SELECT 0, 0, p.id, p.incoming, "
						    "'invited-you', '', '', 'observed', "
						    "'', " DC_STORE_EVIDENCE(
							    "p.incoming_src",
							    "p.incoming_row") " FROM person p "
									      "WHERE p.incoming IS "
									      "NOT NULL AND (?1 = "
									      "0 OR p.id = ?1)"
									      "  AND p.joined IS "
									      "NULL"
									      " UNION ALL SELECT "
									      "0, 0, x.person, "
									      "x.at, 'wrote', '', "
									      "'', 'observed', "
									      "'',"
									      " " DC_STORE_EVIDENCE(
										      "x.src",
										      "x.row") " FR"
											       "OM "
											       "let"
											       "ter"
											       " x "
											       "WHE"
											       "RE "
											       "?1 "
											       "= "
											       "0 "
											       "OR "
											       "x."
											       "per"
											       "son"
											       " = "
											       "?1"
											       " UN"
											       "ION"
											       " AL"
											       "L "
											       "SEL"
											       "ECT"
											       " e."
											       "id,"
											       " co"
											       "ale"
											       "sce"
											       "(e."
											       "req"
											       "ues"
											       "t, "
											       "0),"
											       " co"
											       "ale"
											       "sce"
											       "(p."
											       "joi"
											       "ned"
											       ", "
											       "e."
											       "per"
											       "son"
											       ", "
											       "0),"
											       " e."
											       "at,"
											       " e."
											       "kin"
											       "d, "
											       "e."
											       "\"f"
											       "rom"
											       "\","
											       " e."
											       "\"t"
											       "o\""
											       ", "
											       "e."
											       "how"
											       ", "
											       "e."
											       "det"
											       "ail"
											       ","
											       " " DC_STORE_EVIDENCE(
												       "e.src",
												       "e.row") " FROM event e LEFT JOIN person p ON p.id = e.person"
														" WHERE ?1 = 0 OR e.person IN (SELECT id FROM person WHERE id = ?1 OR joined = ?1)"
														" ORDER BY at, id";

static void read_event(sqlite3_stmt *st, struct dc_event *out, struct dc_arena *arena)
{
	*out = (struct dc_event){
		.id = sqlite3_column_int64(st, 0),
		.request = sqlite3_column_int64(st, 1),
		.person = sqlite3_column_int64(st, 2),
		.at = sqlite3_column_int64(st, 3),
		.kind = dc_store_text(st, 4, arena),
		.from = dc_store_text(st, 5, arena),
		.to = dc_store_text(st, 6, arena),
		.how = dc_store_how_of((const char *)sqlite3_column_text(st, 7)),
		.detail = dc_store_text(st, 8, arena),
		.source = dc_store_text(st, 9, arena),
	};
}

int dc_ledger_history(struct dc_ledger *l, struct dc_event **out, size_t *count, int64_t person,
                      struct dc_arena *arena, struct dc_error *err)
{
	struct dc_event *all = NULL;
	size_t n = 0, room = 0;
	sqlite3_stmt *st;
	int rc = dc_store_query(l, &st, err, history_sql, "i", person);

	*count = 0;
	while (!rc && (rc = dc_store_step(l, st, err)) > 0) {
		if (n == room) {
			room = room ? room * 2 : 16;
			all = dc_grow(all, room, sizeof(*all));
		}
		read_event(st, &all[n++], arena);
		rc = 0;
	}
	if (!rc) {
		*count = n;
		*out = dc_arena_alloc(arena, n, sizeof(**out));
		if (n)
			memcpy(*out, all, n * sizeof(*all));
	}
	dc_free(all);
	return rc;
}
