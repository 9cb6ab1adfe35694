/* import.h - what the parts of an import share: reading rows in, and settling at the end. */
#ifndef STORE_IMPORT_H
#define STORE_IMPORT_H

#include "store/store.h"

/* A file of the import, and how far it was read. */
struct dc_store_file {
	int64_t src, exported, size, modified;
	int64_t rows, had; /* now, and in an import that was interrupted */
};

struct dc_ledger_import {
	struct dc_ledger *ledger;
	char *label;
	int64_t exported, now;
	int64_t src;    /* the file that rows come from now */
	int64_t first;  /* requests from this id on came with it, or with what it takes up again */
	bool forgetful; /* somebody was forgotten: look at each new key */
	bool nameless;  /* there are people known by name only */
	bool bulk;      /* into a ledger that was empty when it began */
	char *indexes, *triggers; /* SQL that makes again what was dropped; or NULL */
	bool open, kept;          /* in a slice; there are slices that are durable */
	size_t slice;             /* rows of one; 0: as usual */
	size_t changes, before;   /* in this slice and before it */
	struct dc_store_file *files;
	size_t file_count; /* the last one is at hand */
	int64_t *again;    /* people who got a second request */
	size_t again_count;
};

/* --- slice.c */

int dc_store_slice_begin(struct dc_ledger_import *i, struct dc_error *err) DC_CHECKED;
/* Makes the slice durable when rc is 0, else takes it back and returns rc. */
int dc_store_slice_end(struct dc_ledger_import *i, int rc, struct dc_error *err) DC_CHECKED;
/* i->src is at hand from now on. */
void dc_store_slice_file(struct dc_ledger_import *i);
/* Everything was read: nothing is unfinished any more. */
int dc_store_slice_forget(struct dc_ledger_import *i, struct dc_error *err) DC_CHECKED;
/* Did the request come with this import, so that its row tells all about it? */
int dc_store_import_made(struct dc_ledger_import *i, bool *out, int64_t id, struct dc_error *err)
	DC_CHECKED;
/* That person got a second request. */
void dc_store_import_again(struct dc_ledger_import *i, int64_t person);

/* Of two files of one export the one that knows people better wins, in any order. */
enum dc_store_rank {
	DC_STORE_RANK_MESSAGES,
	DC_STORE_RANK_INVITATIONS,
	DC_STORE_RANK_CONNECTIONS,
	DC_STORE_RANK_PROFILE
};

/* The same person, with "" for what is NULL. */
struct dc_person dc_store_row_person(const struct dc_person *p);
/* *id is 0 when there is nobody: no name, or somebody who wants to stay forgotten. */
int dc_store_import_person(struct dc_ledger_import *i, int64_t *id, bool *changed, bool *fresh,
                           const struct dc_person *p, int64_t row, enum dc_store_rank rank,
                           struct dc_error *err) DC_CHECKED;
/* Counts what a row did, and answers it. */
enum dc_row dc_store_row_did(struct dc_ledger_import *i, enum dc_row did);

/* Draws the conclusions once all rows are in, so that their order does not matter. */
int dc_store_settle(struct dc_ledger_import *i, struct dc_error *err) DC_CHECKED;

#endif
