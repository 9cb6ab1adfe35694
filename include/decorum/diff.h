/* diff.h - how one note became another, word by word. */
#ifndef DECORUM_DIFF_H
#define DECORUM_DIFF_H

#include <decorum/mem.h>
#include <stddef.h>

enum dc_diff_kind {
	DC_DIFF_SAME,     /* but for case, accents that only decorate, and white space */
	DC_DIFF_PERSONAL, /* a name, a company: what differs by nature */
	DC_DIFF_CHANGED,
};

/* What stood there and what stands there now.  Never NULL; one of them may be "". */
struct dc_diff_part {
	enum dc_diff_kind kind;
	const char *was, *is;
};

/* One side: a text (UTF-8) and the words in it that are personal, in one string: "Ada Vey
 * Northwind"; may be "". */
struct dc_diff_side {
	const char *text, *personal;
};

/* The parts in order: all `was` together are the earlier text, all `is` the later one, byte for
 * byte.  In the arena.  NULL and 0 for texts of more words than any note has. */
struct dc_diff_part *dc_diff(size_t *count, const struct dc_diff_side *was,
                             const struct dc_diff_side *is, struct dc_arena *arena);
/* "same", "personal", "changed" */
const char *dc_diff_kind_name(enum dc_diff_kind kind);

#endif
