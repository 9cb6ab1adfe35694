/* similar.h - is this note the one that somebody else already got?
 *
 * Two notes are compared by what is left of them once all that is personal is
 * masked: the greeting, the recipient's names, the company, digits, punctuation.
 */
#ifndef DC_TEXT_SIMILAR_H
#define DC_TEXT_SIMILAR_H

#include <decorum/buf.h>
#include <stddef.h>
#include <stdint.h>

/* What is personal in a note.  NULL and "" alike: not known.  `first` may hold a
 * full name when the parts are not known apart. */
struct dc_personal {
	const char *first, *last, *company;
};

/* Appends the masked text: folded words with single blanks between them, "@" for
 * what is personal, "0" for digits. */
void dc_similar_mask(struct dc_buf *out, const char *note, size_t len, const struct dc_personal *p);

/* Equal for notes that are the same but for personal parts; 0 for no note at all.
 * The value is kept in ledgers: it must not change between versions. */
uint64_t dc_similar_skeleton(const char *note, size_t len, const char *first, const char *last,
                             const char *company);

/* Appends the folded company without its legal form: "northwind" for "Northwind GmbH". */
void dc_similar_company(struct dc_buf *out, const char *company);
/* A number for it, 0 for none.  Kept in ledgers, like the skeleton. */
int64_t dc_similar_firm(const char *company);

/* One note, made ready to be compared with many. */
struct dc_similar_ref;

struct dc_similar_ref *dc_similar_ref_new(const char *note, size_t len,
                                          const struct dc_personal *p);
void dc_similar_ref_free(struct dc_similar_ref *r);
DC_DEFINE_AUTO(struct dc_similar_ref, dc_similar_ref_free)
/* The note as it is compared; borrowed. */
const char *dc_similar_ref_masked(const struct dc_similar_ref *r, size_t *len);
/* How much of both texts is common, from 0 to 100: the share of runs of six bytes of the
 * masked texts (Dice).  100 only when the masked texts are equal; 0 when either is
 * empty.  Keeps scratch memory in `r`, so one thread at a time. */
int dc_similar_percent(struct dc_similar_ref *r, const char *note, size_t len,
                       const struct dc_personal *p);

#endif
