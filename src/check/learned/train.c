/* train.c - learn the weights of the classifier from labelled notes; part of the build.
 *
 *   train notes/…  >weights.inc
 *
 * A support vector machine for each class, linear, with the squared hinge as its loss, trained
 * by coordinate descent in the dual: C.-J. Hsieh and others, "A Dual Coordinate Descent Method
 * for Large-scale Linear SVM", 2008, algorithm 1.  Its order is shuffled, always in the same way:
 * whoever builds it gets the same weights.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <decorum/mem.h>

#include "check/learned/classifier.h"
#include "check/learned/labelled.h"
#include "check/learned/mention.h"

static const double COST = 1.5; /* of an example on the wrong side; chosen on held-out notes */
static const double EMPLOYER_COST = 0.7;
static const double ENOUGH = 0.02; /* as near to the best weights as matters */
enum { ROUNDS = 300, UNIT = 127 };

static const char *const rules[] = {
#define CLASS(name, rule) rule,
	DC_CLASSES_OF(CLASS)
#undef CLASS
};

struct example {
	uint16_t *slots;
	size_t count;
	unsigned classes; /* a bit each */
	size_t note;      /* that it comes from */
	double alpha;     /* how hard it is to get right */
};

struct lesson {
	struct example *examples;
	size_t *order;
	size_t count, cap;
};

/* Notes, and the mentions in them. */
struct lessons {
	struct lesson notes, mentions;
};

struct model {
	double weight[DC_SLOTS];
	double bias;
};

static void add_example(struct lesson *l, const struct dc_features *f, unsigned classes,
                        size_t note)
{
	if (l->count == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 1024;
		l->examples = dc_grow(l->examples, l->cap, sizeof(*l->examples));
		l->order = dc_grow(l->order, l->cap, sizeof(*l->order));
	}
	struct example *e = &l->examples[l->count];

	*e = (struct example){ .slots = dc_alloc(f->count, sizeof(*e->slots)),
		               .count = f->count,
		               .classes = classes,
		               .note = note };
	for (size_t i = 0; i < f->count; i++)
		e->slots[i] = f->list[i].slot;
	l->order[l->count] = l->count;
	l->count++;
}

static void learn_from(void *data, const struct dc_labelled *n)
{
	static struct dc_features f;
	struct lessons *l = data;
	const size_t number = l->notes.count;
	const unsigned foreign = dc_labelled_has(n, "wrong-company");
	DC_AUTO(dc_doc_clear) struct dc_doc note = { 0 }, name = { 0 }, company = { 0 };
	DC_AUTO(dc_senses_clear) struct dc_senses senses = { 0 };
	struct dc_mention m = { 0 };
	unsigned classes = 0;

	dc_doc_init(&note, n->note, strlen(n->note));
	dc_doc_init_words(&name, n->name, strlen(n->name));
	dc_doc_init_words(&company, n->company, strlen(n->company));
	dc_senses_init(&senses, &note, &company);
	for (int k = 0; k < DC_CLASSES; k++)
		classes |= dc_labelled_has(n, rules[k]) ? 1u << k : 0;
	dc_features_of(&f, &note, &name, &company);
	add_example(&l->notes, &f, classes, number);
	while (dc_mention_next(&m, &note, &name, &company, m.end)) {
		dc_mention_features(&f, &m, &senses, &name, &company);
		add_example(&l->mentions, &f, foreign, number);
	}
}

/* Fisher and Yates, on numbers of Knuth's generator. */
static void shuffle(size_t *order, size_t count, uint64_t *state)
{
	for (size_t i = count; i > 1; i--) {
		*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		const size_t j = (size_t)(*state >> 33) % i, x = order[j];

		order[j] = order[i - 1];
		order[i - 1] = x;
	}
}

static double margin_of(const struct model *m, const struct example *e)
{
	double sum = 0;

	for (size_t i = 0; i < e->count; i++)
		sum += m->weight[e->slots[i]];
	return m->bias + (e->count ? sum / sqrt((double)e->count) : 0);
}

/* Moves the weights by what one example asks for; how far it was from being content. */
static double improve(struct model *m, struct example *e, double y, double cost)
{
	const double value = 1 / sqrt((double)e->count), diagonal = 1 / (2 * cost);
	const double gradient = y * margin_of(m, e) - 1 + diagonal * e->alpha;

	if (e->alpha <= 0 && gradient >= 0)
		return 0;
	const double was = e->alpha;

	/* The features have length 1, and so has what stands for the bias. */
	e->alpha = fmax(was - gradient / (2 + diagonal), 0);
	const double step = (e->alpha - was) * y;

	for (size_t i = 0; i < e->count; i++)
		m->weight[e->slots[i]] += step * value;
	m->bias += step;
	return fabs(gradient);
}

static void train(struct model *m, struct lesson *l, int k, double cost)
{
	uint64_t state = 1;
	double worst = 1;

	memset(m, 0, sizeof(*m));
	for (size_t i = 0; i < l->count; i++)
		l->examples[i].alpha = 0;
	for (int round = 0; round < ROUNDS && worst > ENOUGH; round++) {
		worst = 0;
		shuffle(l->order, l->count, &state);
		for (size_t i = 0; i < l->count; i++) {
			struct example *e = &l->examples[l->order[i]];

			if (e->count)
				worst = fmax(worst,
				             improve(m, e, e->classes & 1u << k ? 1 : -1, cost));
		}
	}
}

/* Of the mentions in a note that has a wrong company one is it, the others are not: the one that
 * looks most like it, by what was learnt so far. */
static void choose(const struct model *m, struct lesson *l)
{
	struct example *best = NULL;
	double most = 0;

	for (size_t i = 0; i < l->count; i++) {
		struct example *e = &l->examples[i];

		if (!e->classes)
			continue;
		const double margin = margin_of(m, e);

		if (best && best->note == e->note && margin <= most) {
			e->classes = 0;
			continue;
		}
		if (best && best->note == e->note)
			best->classes = 0;
		best = e;
		most = margin;
	}
}

static double unit_of(const struct model *m)
{
	double most = 0;

	for (size_t i = 0; i < DC_SLOTS; i++)
		most = fmax(most, fabs(m->weight[i]));
	return most > 0 ? most / UNIT : 1;
}

static int weight_of(const struct model *m, size_t slot, double unit)
{
	return (int)lrint(m->weight[slot] / unit);
}

static void print_row(const char *name, const double of[DC_CLASSES])
{
	printf("static const float %s[DC_CLASSES] = {", name);
	for (int k = 0; k < DC_CLASSES; k++)
		printf(" %.6ff,", of[k]);
	puts(" };");
}

static void print_classes(struct lesson *l)
{
	static struct model model;
	static int8_t weights[DC_SLOTS][DC_CLASSES];
	double unit[DC_CLASSES], bias[DC_CLASSES];

	for (int k = 0; k < DC_CLASSES; k++) {
		train(&model, l, k, COST);
		unit[k] = unit_of(&model);
		bias[k] = model.bias;
		for (size_t i = 0; i < DC_SLOTS; i++)
			weights[i][k] = (int8_t)weight_of(&model, i, unit[k]);
	}
	print_row("unit", unit);
	print_row("bias", bias);
	puts("static const int8_t weights[DC_SLOTS][DC_CLASSES] = {");
	for (size_t i = 0; i < DC_SLOTS; i++) {
		putchar('{');
		for (int k = 0; k < DC_CLASSES; k++)
			printf("%d,", weights[i][k]);
		puts("},");
	}
	puts("};");
}

static void print_employer(struct lesson *l)
{
	static struct model model;

	train(&model, l, 0, EMPLOYER_COST);
	choose(&model, l);
	train(&model, l, 0, EMPLOYER_COST);
	const double unit = unit_of(&model);

	printf("static const float employer_unit = %.6ff, employer_bias = %.6ff;\n", unit,
	       model.bias);
	puts("static const int8_t employer_weights[DC_SLOTS] = {");
	for (size_t i = 0; i < DC_SLOTS; i++)
		printf("%d,%s", weight_of(&model, i, unit), i % 32 == 31 ? "\n" : "");
	puts("};");
}

static void free_lesson(struct lesson *l)
{
	for (size_t i = 0; i < l->count; i++)
		dc_free(l->examples[i].slots);
	dc_free(l->examples);
	dc_free(l->order);
}

int main(int argc, char **argv)
{
	struct lessons l = { 0 };
	int bad = 0;

	for (int i = 1; i < argc && !bad; i++)
		bad = dc_labelled_read(argv[i], learn_from, &l);
	if (!bad) {
		print_classes(&l.notes);
		print_employer(&l.mentions);
	}
	free_lesson(&l.notes);
	free_lesson(&l.mentions);
	return bad ? 1 : 0;
}
