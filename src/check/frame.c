/* frame.c - find the frames that a note fills. */
#include "check/frame.h"

#include <string.h>

#include <decorum/mem.h>

#include "check/match.h"
#include "check/said.h"
#include "check/words/generic.h"

enum {
	GAP = 4,     /* words between neighbours that stand in order */
	WINDOW = 12, /* words that a frame in any order may span */
};

/* The words that a frame has taken so far. */
struct fill {
	const struct dc_senses *s;
	const struct dc_frame *f;
	const struct dc_sense *taken[DC_FRAME_MAX];
	size_t count;
	size_t from, end; /* all of them */
};

static bool asks(const struct dc_doc *doc, size_t sentence)
{
	const struct dc_span at = doc->sentences[sentence];

	for (size_t i = at.to; i > at.from && i + 4 > at.to; i--)
		if (doc->text[i - 1] == '?')
			return true;
	return false;
}

/* The word before it says that it is theirs. */
static bool is_yours(const struct dc_senses *s, const struct dc_sense *x)
{
	for (const struct dc_sense *y = dc_senses_of(s, DC_C_YOUR); y; y = dc_senses_next(s, y))
		if (y->end == x->from)
			return true;
	return false;
}

/* What ties a note to them, in words that say nothing else: a "course" that is sold is no tie,
 * but "your course" is one for who looks for that. */
static bool tied(const struct dc_senses *s, const struct dc_marks *taken, bool yours)
{
	static const uint8_t ties[] = { DC_C_PARTICULAR,    DC_C_THANKS,      DC_C_SHARED_PAST,
		                        DC_C_REALLY_SHARED, DC_C_SHARED_DEED, DC_C_EVENT,
		                        DC_C_PAST };

	for (size_t i = 0; i < DC_COUNT(ties); i++)
		for (const struct dc_sense *x = dc_senses_of(s, (enum dc_concept)ties[i]); x;
		     x = dc_senses_next(s, x)) {
			bool other = true;

			for (size_t w = x->from; w < x->end; w++)
				other = other && !dc_marks_has(taken, w);
			if (other || (yours && is_yours(s, x)))
				return true;
		}
	return false;
}

static void mark_taken(const struct fill *fill, struct dc_marks *m)
{
	for (size_t i = 0; i < fill->count; i++)
		for (size_t w = fill->taken[i]->from; w < fill->taken[i]->end; w++)
			dc_marks_set(m, w);
}

/* Concepts without a place: do they hold, given the words that the frame has? */
static bool holds(const struct fill *fill, enum dc_concept concept)
{
	const struct dc_senses *s = fill->s;
	struct dc_marks taken = { { 0 } };

	if (concept == DC_C_QUESTION)
		return asks(s->doc, s->doc->words[fill->from].sentence);
	if (concept == DC_C_BARE)
		return s->said < DC_SAID_LITTLE;
	mark_taken(fill, &taken);
	return !tied(s, &taken, false);
}

static bool placeless(enum dc_concept concept)
{
	return concept == DC_C_QUESTION || concept == DC_C_BARE || concept == DC_C_UNTIED;
}

static bool fits(const struct fill *fill, const struct dc_sense *x)
{
	const struct dc_word *words = fill->s->doc->words;

	if (!fill->count)
		return true;
	for (size_t i = 0; i < fill->count; i++)
		if (x->from < fill->taken[i]->end && fill->taken[i]->from < x->end)
			return false;
	if (fill->f->order == DC_FRAME_ANYWHERE)
		return true;
	if (words[x->from].sentence != words[fill->from].sentence)
		return false;
	if (fill->f->order == DC_FRAME_IN_ORDER)
		return x->from >= fill->end && x->from <= fill->end + GAP;
	const size_t from = x->from < fill->from ? x->from : fill->from;
	const size_t end = x->end > fill->end ? x->end : fill->end;

	return end - from <= WINDOW;
}

static bool fill_rest(struct fill *fill, size_t k)
{
	const struct fill before = *fill;
	const enum dc_concept want = k < DC_FRAME_MAX ? (enum dc_concept)fill->f->want[k]
	                                              : DC_C_NONE;

	if (want == DC_C_NONE)
		return true;
	if (placeless(want))
		return holds(fill, want) && fill_rest(fill, k + 1);
	for (const struct dc_sense *x = dc_senses_of(fill->s, want); x;
	     x = dc_senses_next(fill->s, x)) {
		if (!fits(fill, x))
			continue;
		fill->taken[fill->count] = x;
		if (!fill->count || x->from < fill->from)
			fill->from = x->from;
		if (x->end > fill->end)
			fill->end = x->end;
		fill->count++;
		if (fill_rest(fill, k + 1))
			return true;
		*fill = before;
	}
	return false;
}

/* Most frames want something that the note does not say at all. */
static bool possible(const struct dc_senses *s, const struct dc_frame *f)
{
	for (size_t k = 0; k < DC_FRAME_MAX && f->want[k] != DC_C_NONE; k++)
		if (!s->first[f->want[k]] && !placeless((enum dc_concept)f->want[k]))
			return false;
	return true;
}

/* Fills the frame from its first concept's place x on. */
static bool fill_at(struct fill *fill, const struct dc_senses *s, const struct dc_frame *f,
                    const struct dc_sense *x)
{
	*fill = (struct fill){
		.s = s, .f = f, .taken = { x }, .count = 1, .from = x->from, .end = x->end
	};
	return fill_rest(fill, 1);
}

static bool excused(const struct dc_senses *s, const struct dc_frame *unless, size_t sentence)
{
	struct fill fill;

	for (const struct dc_frame *f = unless; f && f->points; f++)
		for (const struct dc_sense *x = possible(s, f) ? dc_senses_of(s, f->want[0]) : NULL;
		     x; x = dc_senses_next(s, x))
			if (s->doc->words[x->from].sentence == sentence && fill_at(&fill, s, f, x))
				return true;
	return false;
}

/* Fills the frame where nothing excuses it; where something does when there is no other place. */
static bool find_frame(struct fill *fill, const struct dc_senses *s, const struct dc_frame *f,
                       const struct dc_frame *unless, bool *is_excused)
{
	struct fill here;

	*is_excused = false;
	for (const struct dc_sense *x = possible(s, f) ? dc_senses_of(s, f->want[0]) : NULL; x;
	     x = dc_senses_next(s, x)) {
		if (!fill_at(&here, s, f, x))
			continue;
		const bool excuse = excused(s, unless, s->doc->words[x->from].sentence);

		if (!excuse || !*is_excused)
			*fill = here;
		*is_excused = excuse;
		if (!excuse)
			return true;
	}
	return *is_excused;
}

unsigned dc_check_frames(const struct dc_senses *s, const struct dc_frame_rule *r,
                         struct dc_span *at)
{
	enum { EXCUSE = 4 };
	unsigned points = 0, most = 0, doubt = 0;
	struct dc_marks taken = { { 0 } };
	struct fill fill;
	bool is_excused;

	for (const struct dc_frame *f = r->frames; f->points; f++) {
		if (!find_frame(&fill, s, f, r->unless, &is_excused))
			continue;
		if (is_excused)
			doubt = EXCUSE; /* what says much more than that stands all the same */
		points += f->points;
		mark_taken(&fill, &taken);
		if (f->points > most) {
			most = f->points;
			*at = dc_check_words_span(s->doc, fill.from, fill.end);
		}
	}
	/* Who has something to say, and to them, is given the benefit of the doubt. */
	if ((r->wary || s->said >= DC_SAID_MUCH) && tied(s, &taken, r->wary))
		doubt++;
	return points > doubt ? points - doubt : 0;
}

/* The margin that a note needs with so many points; chosen on notes that nothing was learnt from.
 */
static const float needed[] = { DC_MARGIN_SURE, -0.4f, -0.65f, -0.65f, -0.95f };

bool dc_check_flag_frames(const struct dc_frame_rule *r, const struct dc_case *c,
                          struct dc_sink *sink)
{
	const float margin = c->margins->of[r->class], least = needed[DC_COUNT(needed) - 1];
	struct dc_span at;

	if (margin < least || c->doc->lang == DC_LANG_OTHER)
		return false;
	const unsigned points = dc_check_frames(c->senses, r, &at);

	if (margin < (points < DC_COUNT(needed) ? needed[points] : least))
		return false;
	if (points < DC_FRAME_ENOUGH)
		at = dc_classifier_evidence(c->doc, c->features, r->class);
	dc_check_flag_at(sink, at, "\"%.*s\" %s", (int)(at.to - at.from), c->doc->text + at.from,
	                 r->message);
	return true;
}

void dc_check_run_frames(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)dc_check_flag_frames(rule->data, c, sink);
}
