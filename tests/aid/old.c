/* old.c - `old DB VERSION [COUNT]`: a ledger as an earlier decorum left it, with one held request,
 * and COUNT people who were sent one; for scripts. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "store/store.h"

static const char content[] =
	"INSERT INTO source (id, label, file) VALUES (1, 'decorum', ''), (2, 'you', '');"
	"INSERT INTO person (id, key, name, src) VALUES (1, 'api/ada', 'Ada Vey', 2);"
	"INSERT INTO person_key VALUES ('api/ada', 1, 1);"
	"INSERT INTO request (id, person, state, how, state_at, src, moment, note, transport, "
	"created,"
	" hold, due_awake, boot, due_wall)"
	" SELECT 1, 1, 'held', 'observed', now, 1, now,"
	" CAST('Hi Ada, your talk on query planners at FOSDEM helped me a lot.' AS BLOB),"
	" 'linkedin', now, 0, 0, 'another', now FROM (SELECT unixepoch() * 1000 AS now);"
	"INSERT INTO event (request, person, at, kind, \"from\", \"to\", how, detail, src)"
	" SELECT 1, 1, created, 'move', '', 'held', 'observed', '', 1 FROM request;";

static const char many[] =
	"INSERT INTO person (id, key, name, company, src) SELECT i, key, 'Bo Lund ' || i,"
	" 'Firm ' || i, 2 FROM n;"
	"INSERT INTO person_key SELECT key, i, 1 FROM n;"
	"INSERT INTO request (id, person, state, how, state_at, src, row, sent, moment, created, "
	"note)"
	" SELECT i, i, 'sent', 'observed', i, 2, i, i, i, i,"
	" CAST('Hi Bo, I have read your thesis on lake ' || hex(i * 7919) || '.' AS BLOB) FROM n";

int main(int argc, char **argv)
{
	int version = argc == 3 || argc == 4 ? (int)strtol(argv[2], NULL, 10) : 0;
	long long count = argc == 4 ? strtoll(argv[3], NULL, 10) : 0;
	sqlite3 *db;
	int rc;

	/* Requests came with the second migration, events with the third. */
	if (version < 3 || version >= dc_store_version())
		return 2;
	DC_AUTO(dc_str)
	char *head = dc_printf("PRAGMA user_version = %d; PRAGMA application_id = %d;", version,
	                       DC_STORE_APPLICATION);

	umask(077);
	rc = sqlite3_open(argv[1], &db);
	for (int i = 0; i < version && !rc; i++)
		rc = sqlite3_exec(db, dc_store_migration(i), NULL, NULL, NULL);
	if (!rc)
		rc = sqlite3_exec(db, head, NULL, NULL, NULL);
	if (!rc)
		rc = sqlite3_exec(db, content, NULL, NULL, NULL);
	DC_AUTO(dc_str)
	char *numbers = dc_printf("CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (SELECT 2 UNION "
	                          "ALL SELECT i + 1 FROM n WHERE i <= %lld) SELECT i, 'api/' || i"
	                          " AS key FROM n",
	                          count);

	if (!rc && count)
		rc = sqlite3_exec(db, numbers, NULL, NULL, NULL);
	if (!rc && count)
		rc = sqlite3_exec(db, many, NULL, NULL, NULL);
	if (rc)
		fprintf(stderr, "%s\n", sqlite3_errmsg(db));
	sqlite3_close(db);
	return rc != 0;
}
