/* import.h - what the parts of an import share: reading rows in, and settling at the end. */
#ifndef STORE_IMPORT_H
#define STORE_IMPORT_H

#include "store/store.h"

struct dc_ledger_import {
	struct dc_ledger *ledger;
	char *label;
	int64_t exported, now;
	int64_t src;              /* the file that rows come from now */
	int64_t first_new;        /* requests from this id on are of this import */
	bool forgetful;           /* somebody was forgotten: look at each new key */
	bool nameless;            /* there are people known by name only */
	char *indexes, *triggers; /* SQL that makes again what was dropped; or NULL */
	size_t changes;
	int64_t *again; /* people who got a second request */
	size_t again_count;
};

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
