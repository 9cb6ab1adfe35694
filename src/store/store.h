/* store.h - what the files of this folder share: the connection, statements, transactions. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <sqlite3.h>

#include <decorum/buf.h>
#include <decorum/ledger.h>

struct dc_ledger {
	sqlite3 *db; /* NULL: there is no file, so that nothing has a row; only for reading */
	char *path;
	bool memory;   /* nothing on disk: it cannot be opened again */
	bool durable;  /* dc_store_be_durable() was done */
	int patience;  /* ms to wait for another writer */
	int depth;     /* inside dc_store_begin() … dc_store_end() */
	int looks;     /* inside dc_ledger_look() … dc_ledger_look_end() */
	int64_t nonce; /* marks the transaction that is open */
	struct dc_store_cached {
		const char *sql; /* compared by address */
		sqlite3_stmt *st;
	} * cache;
	size_t cached;
	/* For struct dc_ledger_options, while an old ledger is brought up to date.  What looks at
	 * all people or requests adds to `done` whether somebody listens or not. */
	struct dc_store_work {
		int (*progress)(void *data, int64_t done, int64_t total);
		void *data;
		int64_t done, total; /* microseconds, see below */
		bool stopped;        /* it said so */
	} work;
};

/* About what it takes, as measured at a million, to build what follows from one person (FIRM,
 * WORDS, LIKELY) or from one note, which is placed (NOTE) and then written down (MEMBER). */
enum {
	DC_STORE_US_FIRM = 4,
	DC_STORE_US_WORDS = 1,
	DC_STORE_US_LIKELY = 1,
	DC_STORE_US_NOTE = 30,
	DC_STORE_US_MEMBER = 7,
};

/* --- schema.c */

enum { DC_STORE_APPLICATION = 0x64634c67 }; /* "dcLg" */
/* Migration i brings a file from version i to i + 1; NULL past the end. */
const char *dc_store_migration(int i);
int dc_store_version(void);

/* --- file.c: the file itself, before SQLite sees it */

/* Makes the folders that are missing (0700) and an empty file (0600), or looks at owner,
 * mode and kind of the one that is there.  DC_NOTFOUND only when not `make`. */
int dc_store_file_ready(const char *path, bool make, struct dc_error *err) DC_CHECKED;

/* --- open.c */

/* What only a change needs, before the first one: what is told as kept survives a power cut. */
int dc_store_be_durable(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
/* Closes and opens the connection again; the only cure after a failed COMMIT. */
int dc_store_reopen(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;

/* --- sql.c */

/* Turns what SQLite last said into a sentence: "cannot WHAT: why; what to do". */
int dc_store_fail(struct dc_ledger *l, struct dc_error *err, const char *what);
int dc_store_exec(struct dc_ledger *l, const char *sql, struct dc_error *err) DC_CHECKED;
/* For what may fail without harm. */
void dc_store_try(struct dc_ledger *l, const char *sql);

/* A prepared statement, kept for the life of the connection; `sql` must be a literal or
 * otherwise live as long.  Parameters are bound by `fmt`: i int64_t, s text (NULL is NULL),
 * t a C string where "" is NULL, b bytes (const void *, size_t). */
int dc_store_query(struct dc_ledger *l, sqlite3_stmt **out, struct dc_error *err, const char *sql,
                   const char *fmt, ...) DC_CHECKED;
void dc_store_bind(sqlite3_stmt *st, const char *fmt, va_list ap);
/* 1: a row, 0: the end (the statement is reset), negative: failure (also reset). */
int dc_store_step(struct dc_ledger *l, sqlite3_stmt *st, struct dc_error *err) DC_CHECKED;
/* Ends a statement before its last row; NULL, which could not be prepared, has ended. */
void dc_store_done(sqlite3_stmt *st);
/* A statement without rows. */
int dc_store_run(struct dc_ledger *l, struct dc_error *err, const char *sql, const char *fmt, ...)
	DC_CHECKED;
/* The first column of the first row; `none` when there is no row or it is NULL. */
int dc_store_int(struct dc_ledger *l, int64_t *out, int64_t none, struct dc_error *err,
                 const char *sql, const char *fmt, ...) DC_CHECKED;

/* Text of a column, copied; "" for NULL. */
const char *dc_store_text(sqlite3_stmt *st, int column, struct dc_arena *arena);
const char *dc_store_bytes(sqlite3_stmt *st, int column, size_t *len, struct dc_arena *arena);

/* One change: `int rc = dc_store_begin(…); if (!rc) rc = body(…); return dc_store_end(l, rc, err);`
 * Ends with COMMIT when rc is 0, else takes everything back and returns rc.  Nests. */
int dc_store_begin(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
int dc_store_end(struct dc_ledger *l, int rc, struct dc_error *err) DC_CHECKED;

/* --- evidence */

/* The id of a free evidence text ("you", "decorum") or of a file of an export. */
int dc_store_source(struct dc_ledger *l, int64_t *id, const char *label, const char *file,
                    struct dc_error *err) DC_CHECKED;
/* An SQL expression that tells evidence as a sentence. */
#define DC_STORE_EVIDENCE(src, row)                                                   \
	"(SELECT CASE WHEN file = '' THEN label ELSE"                                 \
	" CASE WHEN " row " > 0 THEN 'row ' || " row " || ' of ' ELSE '' END || file" \
	" || CASE WHEN label = '' THEN '' ELSE ' in ' || label END END"               \
	" FROM source WHERE source.id = " src ")"

const char *dc_store_how(enum dc_how how);
enum dc_how dc_store_how_of(const char *name);

/* --- event.c */

int dc_store_event(struct dc_ledger *l, int64_t request, int64_t person, int64_t at,
                   const char *kind, const char *from, const char *to, enum dc_how how,
                   const char *detail, int64_t src, int64_t row, struct dc_error *err) DC_CHECKED;

/* --- words.c: who is found by which word */

/* Brings the word index from the old name and company to the new ones, of somebody it knows. */
int dc_store_words(struct dc_ledger *l, int64_t person, const char *old_name,
                   const char *old_company, const char *name, const char *company,
                   struct dc_error *err) DC_CHECKED;

/* Brings it up to the newest person, inside a change that is open. */
int dc_store_words_catch_up(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
/* Throws it away and builds it, inside a change that is open. */
int dc_store_words_build(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
/* DC_SYSTEM when it does not tell what the people say. */
int dc_store_words_verify(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;

/* --- person.c */

/* SQL: all keys of a person.  The first one stands with the person; an index leads to others. */
#define DC_STORE_KEYS_OF(person)                                                         \
	"(SELECT key FROM person WHERE id = " person " AND joined IS NULL AND key <> ''" \
	" UNION ALL SELECT key FROM person_key WHERE person = " person " AND seq > 1)"
/* The person with a key; 0 when nobody has it. */
int dc_store_person_of(struct dc_ledger *l, int64_t *id, const char *key, struct dc_error *err)
	DC_CHECKED;
/* One more key for a person; nobody may have it. */
int dc_store_person_key(struct dc_ledger *l, int64_t person, const char *key, struct dc_error *err)
	DC_CHECKED;
/* What is new about a person, as of a moment: older data never replaces newer. */
struct dc_store_told {
	const struct dc_person *p;
	int64_t src, row, as_of;
	bool connected; /* somebody new is connected, as this row shows */
};
/* Finds or makes the person and updates them. */
int dc_store_person_put(struct dc_ledger *l, int64_t *id, bool *fresh, bool *changed,
                        const struct dc_store_told *t, struct dc_error *err) DC_CHECKED;
/* Both are one person from now on; `into` stays. */
int dc_store_person_join(struct dc_ledger *l, int64_t into, int64_t other, struct dc_error *err)
	DC_CHECKED;

/* --- count.c */

#define DC_STORE_PACES_FILL                                                          \
	"INSERT INTO pace SELECT span, at, sum(requests), sum(notes), sum(pending)," \
	" sum(gone), sum(accepted), sum(untold) FROM paced GROUP BY span, at"
/* Counts the requests of each hour and day anew, inside a change that is open. */
int dc_store_paces_build(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;

/* --- asked.c: the same for the companies of people */

int dc_store_firms_build(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
int dc_store_firms_verify(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;

#endif
