/* load.h - one row of a table into the ledger. */
#ifndef DC_IMPORT_LOAD_H
#define DC_IMPORT_LOAD_H

#include "import/company.h"
#include "import/owner.h"
#include "import/table.h"

enum { DC_IMPORT_SKIPS_MAX = 16 };

/* What became of the rows of one file. */
struct dc_import_tally {
	size_t read, did[3]; /* by enum dc_row */
	size_t skipped;
	struct dc_import_skip skips[DC_IMPORT_SKIPS_MAX]; /* reasons are static strings */
	size_t skip_count;
};

/* What is remembered from row to row and from file to file. */
struct dc_import_load {
	struct dc_ledger_import *to;
	struct dc_import_owner owner;
	struct dc_import_companies companies;
	struct dc_buf name; /* scratch */
	/* The owner stands in every invitation: looked at again only when told otherwise. */
	struct dc_buf owner_url, owner_name;
	char *owner_key;

	/* of the file at hand */
	struct dc_import_layout layout;
	struct dc_import_tally tally;
};

/* Tables must come by dc_import_load_rank(): the owner before what the owner wrote, companies
 * before invitations.  Errors come from the ledger. */
int dc_import_load_row(struct dc_import_load *l, const struct dc_csv_row *row, struct dc_error *err)
	DC_CHECKED;
/* Sorts tables for loading. */
int dc_import_load_rank(enum dc_import_table t);
void dc_import_load_clear(struct dc_import_load *l);
DC_DEFINE_CLEAR(struct dc_import_load, dc_import_load_clear)

/* --- for the files of this folder that load one table each */

/* Counts a row that is not kept; answers 0. */
int dc_import_skip(struct dc_import_load *l, const char *reason);
/* Counts a row that is kept. */
void dc_import_did(struct dc_import_load *l, enum dc_row did);
/* The key of a profile address; "" when there is none or it cannot be read.  The caller's. */
char *dc_import_key(struct dc_csv_field url);
/* A conversation with somebody who left LinkedIn, or whom it does not show. */
bool dc_import_is_nobody(const char *name, const char *key);
int dc_import_load_message(struct dc_import_load *l, const struct dc_csv_row *row,
                           struct dc_error *err) DC_CHECKED;

#endif
