/* notes.h - the index of all notes: who got one that is nearly the same.
 *
 * Everything in it follows from the requests, so that it can be thrown away and built
 * again.  It carries the version of the rules it was built by and the last request it
 * knows; one of another version is not asked.
 *
 *   note         which cluster the note of a request belongs to, and when it counts
 *   note_group   how many notes a cluster has
 *   note_leader  texts that later notes are held against
 *   posting      leaders by what nearly equal texts have in common (DC_POSTING_BAND), and texts
 *                that were sent again and again by a sample of their runs (DC_POSTING_CORE)
 */
#ifndef STORE_NOTES_H
#define STORE_NOTES_H

#include "store/postings.h"

/* One note as the index sees it. */
struct dc_store_note {
	int64_t request;
	int64_t at; /* seconds */
	struct dc_buf masked;
};
void dc_store_note_clear(struct dc_store_note *n);
DC_DEFINE_CLEAR(struct dc_store_note, dc_store_note_clear)

/* Starts a walk over the notes of requests after `after`, oldest id first. */
int dc_store_note_walk(struct dc_ledger *l, sqlite3_stmt **st, int64_t after, struct dc_error *err)
	DC_CHECKED;
/* 1: the next note, 0: the end, negative: failure. */
int dc_store_note_next(struct dc_ledger *l, sqlite3_stmt *st, struct dc_store_note *n,
                       struct dc_error *err) DC_CHECKED;

/* The history as the index in the file tells it; `data` is a struct dc_store_asked. */
struct dc_store_asked {
	struct dc_ledger *ledger;
	struct dc_error *err;
	struct dc_buf held; /* what was borrowed last */
};
extern const struct dc_history dc_store_history;
void dc_store_asked_clear(struct dc_store_asked *a);
DC_DEFINE_CLEAR(struct dc_store_asked, dc_store_asked_clear)

/* Adds the bands that a leader is found by. */
void dc_store_note_bands(struct dc_postings *out, const unsigned char bin[DC_SKETCH_BINS],
                         int64_t leader);

/* Adds the sampled runs that a core is found by.  What is kept under each is the core and how
 * many runs it has, as one number. */
void dc_store_note_samples(struct dc_postings *out, const uint32_t *run, size_t count,
                           int64_t core);
struct dc_store_core {
	int64_t core, runs;
};
struct dc_store_core dc_store_core_of(int64_t id);

/* Brings the index up to the newest request, inside a change that is open: note by note, or
 * all of it anew when it is missing, of another version, or far behind. */
int dc_store_notes_catch_up(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
/* Throws it away and builds it, inside a change that is open. */
int dc_store_notes_build(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
/* True in *out when there is an index that may be asked. */
int dc_store_notes_usable(struct dc_ledger *l, bool *out, struct dc_error *err) DC_CHECKED;
/* DC_SYSTEM when it does not tell what the requests say. */
int dc_store_notes_verify(struct dc_ledger *l, struct dc_error *err) DC_CHECKED;
/* Forgets what a person's notes left in the index, but for texts that many others got. */
int dc_store_notes_forget(struct dc_ledger *l, int64_t person, struct dc_error *err) DC_CHECKED;

#endif
