/* classifier.c - weigh the features of a note. */
#include "check/learned/classifier.h"

#include <math.h>

/* A row of weights for each slot, a column for each class; one unit of a column, and what a note
 * without features has.  The same for mentions of an employer. */
#include "gen/weights.inc"

void dc_classify(struct dc_margins *m, const struct dc_features *f)
{
	int32_t sum[DC_CLASSES] = { 0 };

	for (size_t i = 0; i < f->count; i++)
		for (int k = 0; k < DC_CLASSES; k++)
			sum[k] += weights[f->list[i].slot][k];
	const float length = sqrtf((float)f->count);

	for (int k = 0; k < DC_CLASSES; k++)
		m->of[k] = bias[k] + (length > 0 ? unit[k] * (float)sum[k] / length : 0);
}

float dc_classify_employer(const struct dc_features *f)
{
	int32_t sum = 0;

	for (size_t i = 0; i < f->count; i++)
		sum += employer_weights[f->list[i].slot];
	return employer_bias + (f->count ? employer_unit * (float)sum / sqrtf((float)f->count) : 0);
}

/* What each word says for the class, in sixths, so that halves and thirds are whole. */
static void weigh_words(int32_t *of, size_t words, const struct dc_features *f, enum dc_class k)
{
	enum { PARTS = 6 };

	for (size_t i = 0; i < f->count; i++) {
		const struct dc_feature *x = &f->list[i];
		const size_t n = x->end - x->from;

		for (size_t w = x->from; w < x->end && w < words; w++)
			of[w] += weights[x->slot][k] * (PARTS / (int32_t)n);
	}
}

struct dc_span dc_classifier_evidence(const struct dc_doc *note, const struct dc_features *f,
                                      enum dc_class k)
{
	enum { WORDS_MAX = DC_FEATURES_MAX / 4, LONGEST = 10 };
	const size_t words = note->word_count < WORDS_MAX ? note->word_count : WORDS_MAX;
	int32_t of[WORDS_MAX] = { 0 }, most = INT32_MIN;
	size_t from = 0, end = 0;

	weigh_words(of, words, f, k);
	for (size_t i = note->greeting.words; i < words; i++) {
		int32_t sum = 0;

		for (size_t j = i; j < words && j < i + LONGEST &&
		                   note->words[j].sentence == note->words[i].sentence;
		     j++) {
			sum += of[j];
			if (sum > most) {
				most = sum;
				from = i;
				end = j + 1;
			}
		}
	}
	return end ? (struct dc_span){ note->words[from].at.from, note->words[end - 1].at.to }
	           : (struct dc_span){ 0, note->len };
}
