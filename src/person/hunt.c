/* hunt.c - looking for somebody among many: what two people have in common weighs less when many
 * others have it too, or when their jobs differ.
 */
#include "person/match.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>

/* More people than that share a name without a company: it is no sign of anything. */
enum { NAMESAKES_MAX = 3, FOUND_MAX = 32, SEEN_MAX = 2048 };

struct found {
	int64_t id;
	struct dc_match match;
	enum dc_match_job job;
};

struct dc_person_hunt {
	struct dc_arena arena;
	struct dc_person_bare who;
	char *company; /* as written */
	struct found found[FOUND_MAX];
	size_t count;
	size_t namesakes; /* people of that name at other companies */
	size_t shown, of; /* so many of those who share the name were shown; 0: all */
	size_t crowd;     /* people at that company who share a word of the name, and no more */
	int64_t seen[SEEN_MAX]; /* ids by their hash; 0 is free */
	size_t seen_count;
	struct dc_person_found result[FOUND_MAX];
};

struct dc_person_hunt *dc_person_hunt_new(const struct dc_person_seen *who)
{
	struct dc_person_hunt *h = dc_alloc(1, sizeof(*h));
	struct dc_person_seen mine = *who;

	mine.headline = dc_arena_strdup(&h->arena, who->headline ? who->headline : "");
	dc_person_bare(&h->who, &mine);
	h->company = dc_arena_strdup(&h->arena, who->company ? who->company : "");
	return h;
}

void dc_person_hunt_free(struct dc_person_hunt *h)
{
	if (!h)
		return;
	dc_arena_clear(&h->arena);
	dc_free(h);
}

bool dc_person_hunt_wants(struct dc_person_hunt *h, int64_t id)
{
	size_t at = (size_t)((uint64_t)id * UINT64_C(0x9e3779b97f4a7c15) >> 53);

	while (h->seen[at] && h->seen[at] != id)
		at = (at + 1) % SEEN_MAX;
	if (h->seen[at] || h->seen_count == SEEN_MAX / 2)
		return false;
	h->seen[at] = id;
	h->seen_count++;
	return true;
}

/* Somebody who is shown twice, under an old name and the new one, is found once. */
static void keep(struct dc_person_hunt *h, const struct found *f)
{
	size_t i = 0;

	while (i < h->count && h->found[i].id != f->id)
		i++;
	if (i == FOUND_MAX || (i < h->count && h->found[i].match.score >= f->match.score))
		return;
	h->found[i] = *f;
	h->count += i == h->count;
}

void dc_person_hunt_show(struct dc_person_hunt *h, int64_t id, const struct dc_person_seen *p)
{
	struct dc_person_bare other;
	struct found f = { .id = id };

	/* One list of connections that holds both: two accounts, each alive. */
	if (p->listed && p->listed == h->who.listed)
		return;
	dc_person_bare(&other, p);
	dc_person_match(&f.match, &h->who, &other);
	if (f.match.score) {
		f.job = dc_person_match_jobs(h->who.headline, other.headline, h->company,
		                             p->company);
		keep(h, &f);
	} else if (f.match.company == DC_MATCH_OTHER) {
		h->namesakes += f.match.name >= 95;
	} else if (f.match.company == DC_MATCH_SAME) {
		h->crowd += f.match.partly;
	}
}

void dc_person_hunt_cut(struct dc_person_hunt *h, size_t shown, size_t of)
{
	h->shown = shown;
	h->of = of;
}

enum common { RARE, SOMETIMES, COMMON };

static enum common how_common(const struct dc_person_hunt *h)
{
	const size_t namesakes = h->shown ? h->namesakes * h->of / h->shown : h->namesakes;

	if (namesakes >= 15 || h->crowd >= 4)
		return COMMON;
	return namesakes >= 3 || h->crowd >= 2 ? SOMETIMES : RARE;
}

/* What the score loses.  A job is described in many ways and changes, so that another one alone
 * is no proof of two people; of a name that many have it is. */
static const int loss[][3] = {
	[DC_JOB_SAME] = { [RARE] = 0, [SOMETIMES] = 0, [COMMON] = 0 },
	[DC_JOB_UNKNOWN] = { [RARE] = 0, [SOMETIMES] = 5, [COMMON] = 15 },
	[DC_JOB_OTHER] = { [RARE] = 10, [SOMETIMES] = 30, [COMMON] = 35 },
};

/* "nearly the same name, the same company and the same job; the name is common" */
static const char *reason_of(const struct found *f, enum common common, struct dc_arena *arena)
{
	static const char *const company[] = {
		[DC_MATCH_FORM] = "the same company but for its legal form",
		[DC_MATCH_NEAR] = "nearly the same company",
		[DC_MATCH_SAME] = "the same company",
	};

	if (f->match.company == DC_MATCH_UNKNOWN)
		return dc_arena_printf(arena, "%s; no company to compare", f->match.reason);
	return dc_arena_printf(arena, "%s%s %s%s%s", f->match.reason,
	                       f->job == DC_JOB_SAME ? "," : " and", company[f->match.company],
	                       f->job == DC_JOB_SAME    ? " and the same job"
	                       : f->job == DC_JOB_OTHER ? ", but another job"
	                                                : "",
	                       common == COMMON ? "; the name is common" : "");
}

static int by_score(const void *a, const void *b)
{
	const struct dc_person_found *x = a, *y = b;

	if (x->score != y->score)
		return y->score - x->score;
	return (x->id > y->id) - (x->id < y->id);
}

size_t dc_person_hunt_end(struct dc_person_hunt *h, const struct dc_person_found **out)
{
	enum common common = how_common(h);
	size_t bare = h->namesakes, count = 0;

	for (size_t i = 0; i < h->count; i++)
		bare += h->found[i].match.company == DC_MATCH_UNKNOWN;
	for (size_t i = 0; i < h->count; i++) {
		const struct found *f = &h->found[i];
		int score = f->match.score - loss[f->job][common];

		if (score < DC_PERSON_LIKELY ||
		    (f->match.company == DC_MATCH_UNKNOWN && bare > NAMESAKES_MAX))
			continue;
		h->result[count++] = (struct dc_person_found){
			.id = f->id,
			.score = score,
			.reason = reason_of(f, common, &h->arena),
		};
	}
	if (count)
		qsort(h->result, count, sizeof(h->result[0]), by_score);
	*out = h->result;
	return count;
}
