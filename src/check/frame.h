/* frame.h - which concepts make a case when they stand together.
 *
 * A frame combines concepts, in whatever words and language; what was learnt from labelled
 * notes says how much a case needs of it.
 */
#ifndef DC_CHECK_FRAME_H
#define DC_CHECK_FRAME_H

#include "check/learned/classifier.h"
#include "check/rule.h"
#include "check/senses.h"

enum { DC_FRAME_MAX = 5 };

enum dc_frame_order {
	DC_FRAME_TOGETHER, /* within a dozen words, in any order */
	DC_FRAME_IN_ORDER, /* each a few words behind the last one */
	DC_FRAME_ANYWHERE, /* in any sentence */
};

/* Three concepts have no place and stand last: QUESTION says that the sentence ends in a
 * question mark, BARE that the note says little of its own, UNTIED that nothing in it ties
 * it to the recipient. */
struct dc_frame {
	uint8_t points;
	uint8_t order;
	uint8_t want[DC_FRAME_MAX]; /* ended by DC_C_NONE */
};

/* DC_TOGETHER(2, ASK, MEETING) */
#define DC_TOGETHER(points, ...)                                             \
	{                                                                    \
		(points), DC_FRAME_TOGETHER, { DC_CONCEPTS_OF(__VA_ARGS__) } \
	}
#define DC_IN_ORDER(points, ...)                                             \
	{                                                                    \
		(points), DC_FRAME_IN_ORDER, { DC_CONCEPTS_OF(__VA_ARGS__) } \
	}
#define DC_ANYWHERE(points, ...)                                             \
	{                                                                    \
		(points), DC_FRAME_ANYWHERE, { DC_CONCEPTS_OF(__VA_ARGS__) } \
	}
#define DC_LAST_FRAME \
	{             \
		0     \
	}
#define DC_CONCEPTS_OF(...) DC_FIFTH_(__VA_ARGS__, 5, 4, 3, 2, 1, 0)(__VA_ARGS__)
#define DC_FIFTH_(a, b, c, d, e, n, ...) DC_JOIN_(DC_CONCEPT_, n)
#define DC_JOIN_(a, b) DC_JOINED_(a, b)
#define DC_JOINED_(a, b) a##b
#define DC_CONCEPT_1(a) DC_C_##a
#define DC_CONCEPT_2(a, b) DC_C_##a, DC_C_##b
#define DC_CONCEPT_3(a, b, c) DC_CONCEPT_2(a, b), DC_C_##c
#define DC_CONCEPT_4(a, b, c, d) DC_CONCEPT_3(a, b, c), DC_C_##d
#define DC_CONCEPT_5(a, b, c, d, e) DC_CONCEPT_4(a, b, c, d), DC_C_##e

/* Points of a case that phrases alone can make. */
enum { DC_FRAME_ENOUGH = 2 };

/* Lists end with DC_LAST_FRAME. */
struct dc_frame_rule {
	const struct dc_frame *frames;
	const struct dc_frame *unless; /* what is in a sentence with one of these has to say more */
	const char *message;           /* behind the quoted words: "“…” message" */
	enum dc_class class;           /* what it is learnt as */
	bool wary;                     /* a note that is tied to its reader needs one point more */
};
/* Points of the frames that the note fills, less what makes them doubtful, and at least 0; `at` is
 * the words that say most of it, and left alone when there are none. */
unsigned dc_check_frames(const struct dc_senses *s, const struct dc_frame_rule *r,
                         struct dc_span *at);
/* Flags these words when what was learnt agrees: the more points, the less it has to. */
bool dc_check_flag_frames(const struct dc_frame_rule *r, const struct dc_case *c,
                          struct dc_sink *sink);
/* The same as a whole rule, with rule->data. */
void dc_check_run_frames(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink);

#endif
