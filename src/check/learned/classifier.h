/* classifier.h - how much a note is like those that people labelled with a rule.
 *
 * Phrases find what somebody thought of.  What nobody thought of is learnt: from the notes
 * under notes/, each labelled with the rules that it should trip, the build trains a linear
 * classifier for every rule below.  It is kept as a number per feature, so what it says can be
 * put down to words.
 */
#ifndef DC_CHECK_LEARNED_CLASSIFIER_H
#define DC_CHECK_LEARNED_CLASSIFIER_H

#include "check/learned/features.h"

/* Rules that are learnt. */
#define DC_CLASSES_OF(X)                      \
	X(ABOUT_YOU_ONLY, "about-you-only")   \
	X(FAKE_PERSONAL, "fake-personal")     \
	X(GUILT, "guilt")                     \
	X(JOB_ASK, "job-ask")                 \
	X(MEETING_REQUEST, "meeting-request") \
	X(NO_REASON, "no-reason")             \
	X(PITCH, "pitch")                     \
	X(PUSHY, "pushy")                     \
	X(VAGUE_FLATTERY, "vague-flattery")

enum dc_class {
#define CLASS(name, rule) DC_CLASS_##name,
	DC_CLASSES_OF(CLASS)
#undef CLASS
		DC_CLASSES
};

/* How far a note is on the side of those with the label (above 0) or without (below): 1 and -1
 * are where those are that it learnt from and that leave no doubt. */
struct dc_margins {
	float of[DC_CLASSES];
};

/* From here on a note is of the class with nothing else to say so; chosen on notes that nothing was
 * learnt from. */
#define DC_MARGIN_SURE (-0.2f)

void dc_classify(struct dc_margins *m, const struct dc_features *f);

/* The same for the features around a mention (mention.h): how much the note says that its recipient
 * works at that name. */
float dc_classify_employer(const struct dc_features *f);

/* The words of one sentence that speak most for the class. */
struct dc_span dc_classifier_evidence(const struct dc_doc *note, const struct dc_features *f,
                                      enum dc_class k);

#endif
