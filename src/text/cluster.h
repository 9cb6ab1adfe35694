/* cluster.h - which earlier text a note belongs to.
 *
 * Texts that were sent again and again are *cores*; everything else that was written is a
 * *leader* for notes that are almost equal to it.  A note belongs
 *   - to the core it is most like, from DC_CLUSTER_KIN on: people put a sentence of their own
 *     before a stock text, drop its last line or swap two of its sentences;
 *   - else to a leader that it is nearly equal to (DC_CLUSTER_TWIN): two notes alone must be
 *     much alike before one is called a copy of the other;
 *   - else it is a leader of its own.
 * A leader with enough notes nearly equal to it becomes a core; of the cluster it was in when
 * it is like that one's core (DC_CLUSTER_BRANCH), else of a new one.
 *
 * Nothing here is stored: a history answers questions through struct dc_history, from memory
 * while an index is built and from the ledger afterwards, so both decide alike.
 */
#ifndef DC_TEXT_CLUSTER_H
#define DC_TEXT_CLUSTER_H

#include <decorum/compiler.h>

#include "text/sketch.h"

/* Raised whenever the same notes would be kept in another way. */
enum { DC_CLUSTER_VERSION = 1 };

/* Shares of runs in common.  On synthetic histories of 100,000 and a million requests, notes
 * of one text are at 0.36 and more of its core in 999 of 1,000 cases and never nearer to
 * another one; cores of different texts are never above 0.5. */
#define DC_CLUSTER_KIN 0.36
#define DC_CLUSTER_BRANCH 0.42
#define DC_CLUSTER_TWIN 0.65

/* A growing list of numbers. */
struct dc_ids {
	int64_t *id;
	size_t count, cap;
};
void dc_ids_add(struct dc_ids *v, int64_t id);
void dc_ids_clear(struct dc_ids *v);
DC_DEFINE_CLEAR(struct dc_ids, dc_ids_clear)

/* What a history must answer; each returns 0 or a negative code. */
struct dc_history {
	/* Appends, for each core with that sampled run, its id and how many runs it has. */
	int (*cores)(void *data, uint32_t run, struct dc_ids *out);
	/* The runs of a core; borrowed until the next call. */
	int (*runs)(void *data, int64_t core, const uint32_t **run, size_t *count);
	/* Appends the leaders with that band, at most `limit`. */
	int (*leaders)(void *data, int64_t band, size_t limit, struct dc_ids *out);
	/* The bins of a leader; borrowed until the next call. */
	int (*bins)(void *data, int64_t leader, const unsigned char **bin);
};

struct dc_place {
	int64_t core, leader; /* -1: none */
	double core_alike;    /* 0 without a core */
	double leader_alike;  /* estimated; 0 without a leader */
};
/* A note belongs to place.core, to place.leader, or to nobody. */
bool dc_place_is_core(const struct dc_place *p);
bool dc_place_is_twin(const struct dc_place *p);

/* What the note is most like.  Leaders are only looked at when no core is its twin. */
int dc_cluster_place(struct dc_place *out, const struct dc_sketch *s, const struct dc_history *h,
                     void *data);

/* True when a leader that `near` later notes were nearly equal to is a core from now on;
 * `alike` is its likeness to the core of its cluster (0: none), which has `notes` notes. */
bool dc_cluster_recurs(size_t near, double alike, size_t notes);

#endif
