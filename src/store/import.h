/* import.h - what the two halves of an import share: reading rows in, and settling at the end. */
#ifndef STORE_IMPORT_H
#define STORE_IMPORT_H

#include "store/store.h"

struct dc_ledger_import {
	struct dc_ledger *ledger;
	char *label;
	int64_t exported, now;
	int64_t src;       /* the file that rows come from now */
	int64_t first_new; /* requests from this id on are of this import */
	bool forgetful;    /* somebody was forgotten: look at each new key */
	bool nameless;     /* there are people known by name only */
	size_t changes;
	int64_t *again; /* people who got a second request */
	size_t again_count;
};

/* Draws the conclusions once all rows are in, so that their order does not matter. */
int dc_store_settle(struct dc_ledger_import *i, struct dc_error *err) DC_CHECKED;

#endif
