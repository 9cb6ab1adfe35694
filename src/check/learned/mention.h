/* mention.h - the names in a note, and what stands around each.
 *
 * Whether a note says that its recipient works at a name shows in the words around it, not in the
 * name.  So what the classifier sees of a mention is its neighbours, as hashed features.
 */
#ifndef DC_CHECK_LEARNED_MENTION_H
#define DC_CHECK_LEARNED_MENTION_H

#include "check/learned/features.h"
#include "check/senses.h"

/* Capital words side by side. */
struct dc_mention {
	size_t from, end; /* words of the note */
};

/* The next mention from word `at` on that names neither the recipient nor their company; false
 * when there is none. */
bool dc_mention_next(struct dc_mention *m, const struct dc_doc *note, const struct dc_doc *name,
                     const struct dc_doc *company, size_t at);

/* What stands around it; `from` and `end` of these features are those of the mention. */
void dc_mention_features(struct dc_features *f, const struct dc_mention *m,
                         const struct dc_senses *senses, const struct dc_doc *name,
                         const struct dc_doc *company);

#endif
