/* sketch.h - a masked note in a few numbers, so that a long history can be searched for it.
 *
 * A note is the set of its runs of six bytes, each hashed to 32 bits.  How alike two notes
 * are is the share of runs they have in common, of all the runs that either has (Jaccard).
 * The bins (one-permutation MinHash) estimate that share from 64 bytes, and eight groups
 * of four bins find notes that are much alike by equality alone.
 */
#ifndef DC_TEXT_SKETCH_H
#define DC_TEXT_SKETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	DC_SKETCH_RUNS = 2048, /* what is longer is judged by its beginning */
	DC_SKETCH_BINS = 64,
	DC_SKETCH_BANDS = 8,
	DC_SKETCH_BAND_BINS = 4,
};

/* 26 KB: not for arrays. */
struct dc_sketch {
	size_t count;
	uint32_t run[DC_SKETCH_RUNS]; /* in order of first occurrence; never 0 */
	uint32_t slot[2 * DC_SKETCH_RUNS];
	size_t slots;                      /* in use, a power of two */
	unsigned char bin[DC_SKETCH_BINS]; /* 0: no run fell into it */
};

/* Of a text as dc_similar_mask() makes it.  The values are kept in ledgers: a change
 * needs a new DC_CLUSTER_VERSION. */
void dc_sketch_make(struct dc_sketch *s, const char *masked, size_t len);

/* The share in common with a set of distinct runs, from 0 to 1; 0 when either is empty, or when it
 * cannot be more than `least`. */
double dc_sketch_alike(const struct dc_sketch *s, const uint32_t *run, size_t count, double least);
/* The same, estimated from two sets of bins. */
double dc_sketch_guess(const unsigned char a[DC_SKETCH_BINS],
                       const unsigned char b[DC_SKETCH_BINS]);

/* The key of a band; false when no run fell into any of its bins. */
bool dc_sketch_band(const unsigned char bin[DC_SKETCH_BINS], size_t band, int64_t *key);
/* One run in eight is a sample: equal texts have equal samples. */
static inline bool dc_sketch_sampled(uint32_t run) { return (run & 7) == 1; }

#endif
