/* import.h - LinkedIn's data export into the ledger: archive, folder or single CSV files.
 *
 * A ZIP is read by the helper program decorum-unpack, so that a process which reads
 * no archive loads no archive library, and a hostile one meets a process without the ledger.
 */
#ifndef DECORUM_IMPORT_H
#define DECORUM_IMPORT_H

#include <decorum/ledger.h>

/* The tables that are read, recognised by header. */
#define DC_IMPORT_TABLES(X)           \
	X(CONNECTIONS, "Connections") \
	X(INVITATIONS, "Invitations") \
	X(MESSAGES, "messages")       \
	X(PROFILE, "Profile")

enum dc_import_table {
#define X(name, text) DC_IMPORT_##name,
	DC_IMPORT_TABLES(X)
#undef X
		DC_IMPORT_TABLE_COUNT
};
const char *dc_import_table_name(enum dc_import_table t);

/* What became of one file.  Counts are rows; read = new + known + changed + skipped. */
struct dc_import_skip {
	const char *reason; /* "hidden member: only a date" */
	size_t count;
	int64_t first_row; /* data row of the first one, from 1 */
};

struct dc_import_file {
	const char *name; /* "Invitations.csv", inside an archive its member name */
	enum dc_import_table table;
	bool recognised; /* false: a CSV that decorum has no use for; counts are 0 */
	size_t read, fresh, known, changed, skipped;
	size_t had; /* of the known: rows that an import which was interrupted had brought */
	const struct dc_import_skip *skips;
	size_t skip_count;
	const char *error; /* with `partial`: what ended this file early, else NULL */
};

struct dc_import_result {
	const struct dc_import_file *files;
	size_t count;
	struct dc_arena arena; /* owns the strings */
};

struct dc_import_options {
	const char *const *paths; /* files or folders */
	size_t path_count;
	const char *unpack; /* path of the helper decorum-unpack */
	bool dry_run;       /* everything but the commit */
	bool partial;       /* keep the whole rows before a bad one */
	int64_t now;
	size_t slice; /* rows that are made durable at once; 0: as many as is good */
	/* Called now and then with bytes read of bytes in all (0: unknown); may be NULL.
	 * A non-zero answer stops the import, DC_TEMP: what was read is kept, and the same files
	 * imported again go on from there. */
	int (*progress)(void *data, const char *file, int64_t done, int64_t total);
	void *progress_data;
};

/* Files that cannot be read leave the ledger as it was; the error names file, line and column.
 * Whatever else ends it, the ledger is whole, and what was made durable is taken up by the next
 * import of the same files.  *out is filled on success. */
int dc_import(struct dc_import_result *out, struct dc_ledger *l, const struct dc_import_options *o,
              struct dc_error *err) DC_CHECKED;
void dc_import_result_clear(struct dc_import_result *r);
DC_DEFINE_CLEAR(struct dc_import_result, dc_import_result_clear)

/* --- any CSV file by its header, for rows that are no export */

struct dc_rows_options {
	const char *path; /* "-": standard input */
	/* At most 16 names as in a header, without case, blanks and joining marks; "url|profile":
	 * the one or the other. */
	const char *const *columns;
	size_t column_count;
	/* Fields in the order of `columns`, NULL where the file or the row has none, borrowed for
	 * the call; the line on which the row begins.  A non-zero answer ends the reading. */
	int (*row)(void *data, const char *const *fields, size_t line, struct dc_error *err);
	/* Bytes read of bytes in all (0: unknown); may be NULL.  A non-zero answer ends it,
	 * DC_TEMP. */
	int (*progress)(void *data, int64_t done, int64_t total);
	void *data;
};

/* Streams: memory does not grow with the file.  DC_INVALID names line and column. */
int dc_rows_read(const struct dc_rows_options *o, struct dc_error *err) DC_CHECKED;

#endif
