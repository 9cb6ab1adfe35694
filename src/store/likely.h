/* likely.h - the index of people by what their names and companies have in common.
 *
 * Everything in it follows from the people, so that it can be thrown away and built again.  It
 * carries the version of the hashes and the last person it knows; one of another version is
 * not asked.  What it finds is compared before it is told.
 */
#ifndef STORE_LIKELY_H
#define STORE_LIKELY_H

#include "store/store.h"

/* Brings the index up to the newest person, inside a change that is open; all of it anew when
 * it is of another version. */
int dc_store_likely_catch_up(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
/* Somebody it knew already has another name or company. */
int dc_store_likely_renew(struct dc_ledger *l, int64_t person, struct dc_error *err) DC_CHECKED;
/* Throws it away and builds it, inside a change that is open. */
int dc_store_likely_build(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
int dc_store_likely_forget(struct dc_ledger *l, int64_t person, struct dc_error *err) DC_CHECKED;
/* DC_SYSTEM when it does not tell what the people say. */
int dc_store_likely_verify(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;

#endif
