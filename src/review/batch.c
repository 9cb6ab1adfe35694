/* batch.c - the rows of one file: has this person, or this note, been there before?
 *
 * A row costs some 200 bytes: the hashes of its person and its note, and a sketch by which
 * notes are found that are nearly the same; and its note, unless that stood there before.
 */
#include "review/gather.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>

#include "text/similar.h"
#include "text/sketch.h"

/* From a hash that is not 0 to the row where it was first, and how often since. */
struct slot {
	uint64_t hash;
	uint32_t row, count;
};

struct map {
	struct slot *slots;
	size_t count, size; /* size is a power of two */
};

struct row {
	size_t line;
	char *note, *name; /* NULL when its note stood there before */
	unsigned char bin[DC_SKETCH_BINS];
};

struct dc_batch {
	struct map people, notes, bands, firms;
	struct row *rows;
	size_t count, cap;
	struct dc_sketch *sketch; /* scratch */
	struct dc_pace pace;
};

static struct slot *find(const struct map *m, uint64_t hash)
{
	size_t i = hash & (m->size - 1);

	while (m->slots[i].hash && m->slots[i].hash != hash)
		i = (i + 1) & (m->size - 1);
	return &m->slots[i];
}

/* The slot of that hash, made for `row` when there is none. */
static struct slot *meet(struct map *m, uint64_t hash, size_t row)
{
	if (m->count * 2 >= m->size) {
		struct map more = { .size = m->size ? m->size * 2 : 1024, .count = m->count };

		more.slots = dc_alloc(more.size, sizeof(*more.slots));
		for (size_t i = 0; i < m->size; i++)
			if (m->slots[i].hash)
				*find(&more, m->slots[i].hash) = m->slots[i];
		dc_free(m->slots);
		*m = more;
	}
	struct slot *s = find(m, hash);

	if (!s->hash) {
		*s = (struct slot){ .hash = hash, .row = (uint32_t)row };
		m->count++;
	}
	return s;
}

/* FNV-1a with a last stir, since its low bits choose the place; never 0. */
static uint64_t hash_of(const void *bytes, size_t len, uint64_t seed)
{
	const unsigned char *p = bytes;
	uint64_t h = UINT64_C(0xcbf29ce484222325) ^ seed;

	for (size_t i = 0; i < len; i++)
		h = (h ^ p[i]) * UINT64_C(0x100000001b3);
	h ^= h >> 32;
	return h ? h : 1;
}

struct dc_batch *dc_batch_new(void)
{
	struct dc_batch *b = dc_alloc(1, sizeof(*b));

	b->sketch = dc_alloc(1, sizeof(*b->sketch));
	return b;
}

void dc_batch_free(struct dc_batch *b)
{
	if (!b)
		return;
	dc_free(b->people.slots);
	dc_free(b->notes.slots);
	dc_free(b->bands.slots);
	dc_free(b->firms.slots);
	for (size_t i = 0; i < b->count; i++) {
		dc_free(b->rows[i].note);
		dc_free(b->rows[i].name);
	}
	dc_free(b->rows);
	dc_free(b->sketch);
	dc_free(b);
}

struct dc_pace *dc_review_batch_pace(struct dc_batch *b) { return &b->pace; }

static struct row *new_row(struct dc_batch *b, size_t line)
{
	if (b->count == b->cap) {
		b->cap = b->cap ? b->cap * 2 : 256;
		b->rows = dc_grow(b->rows, b->cap, sizeof(*b->rows));
	}
	b->rows[b->count] = (struct row){ .line = line };
	return &b->rows[b->count++];
}

static void look_at_person(struct dc_batch *b, struct dc_dossier *d, size_t row)
{
	if (!*d->key)
		return;
	struct slot *s = meet(&b->people, hash_of(d->key, strlen(d->key), 0), row);

	if (s->count++)
		d->row_person = b->rows[s->row].line;
}

/* Whoever stands in the file twice is one colleague, and none of their own. */
static void look_at_firm(struct dc_batch *b, struct dc_dossier *d, size_t row)
{
	const int64_t firm = dc_similar_firm(d->company);

	if (!firm || d->row_person)
		return;
	struct slot *s = meet(&b->firms, (uint64_t)firm, row);

	d->row_colleagues = s->count++;
	d->row_colleague = d->row_colleagues ? b->rows[s->row].line : 0;
}

static void tell_note(struct dc_dossier *d, const struct row *r, struct dc_arena *arena)
{
	d->row_note = r->line;
	d->row_text = dc_arena_strdup(arena, r->note ? r->note : "");
	d->row_name = dc_arena_strdup(arena, r->name ? r->name : "");
}

/* The row whose sketch is most like this one, of those that share a band with it. */
static void look_at_bands(struct dc_batch *b, struct dc_gather *g, size_t row, int percent)
{
	struct dc_dossier *d = &g->report->dossier;
	const struct row *own = &b->rows[row];

	for (size_t band = 0; band < DC_SKETCH_BANDS; band++) {
		int64_t key;

		if (!dc_sketch_band(own->bin, band, &key))
			continue;
		struct slot *s = meet(&b->bands, hash_of(&key, sizeof(key), band + 1), row);

		if (s->row == row)
			continue;
		/* The sketch guesses the Jaccard share; the limit is told as Dice. */
		double jaccard = dc_sketch_guess(own->bin, b->rows[s->row].bin);
		int dice = (int)(200 * jaccard / (1 + jaccard));

		if (dice >= percent && dice > d->row_percent) {
			d->row_percent = dice;
			tell_note(d, &b->rows[s->row], &g->report->arena);
		}
	}
}

static void look_at_note(struct dc_batch *b, struct dc_gather *g, size_t row)
{
	struct dc_dossier *d = &g->report->dossier;
	const struct dc_personal p = { *d->name ? d->name : d->first, d->last, d->company };
	DC_AUTO(dc_buf_clear) struct dc_buf masked = { 0 };

	dc_similar_mask(&masked, g->request->note, g->request->note_len, &p);
	if (!masked.len)
		return;
	struct slot *s = meet(&b->notes, hash_of(masked.data, masked.len, 0), row);

	d->row_notes = s->count++;
	if (d->row_notes) { /* the same for sure, and its sketch is known already */
		tell_note(d, &b->rows[s->row], &g->report->arena);
		d->row_percent = 100;
		return;
	}
	b->rows[row].note = dc_strndup(g->request->note, g->request->note_len);
	b->rows[row].name = dc_strdup(d->name);
	dc_sketch_make(b->sketch, masked.data, masked.len);
	memcpy(b->rows[row].bin, b->sketch->bin, sizeof(b->rows[row].bin));
	look_at_bands(b, g, row,
	              (int)dc_settings_limit(g->settings, DC_LIMIT_SIMILAR_PERCENT).value);
	if (d->row_percent > 99) /* equal sketches, but not equal texts */
		d->row_percent = 99;
}

void dc_review_batch(struct dc_gather *g)
{
	struct dc_batch *b = g->request->batch;
	size_t row = b ? b->count : 0;

	if (!b || row == UINT32_MAX)
		return;
	(void)new_row(b, g->request->line);
	look_at_person(b, &g->report->dossier, row);
	look_at_firm(b, &g->report->dossier, row);
	if (g->request->note && g->request->note_len)
		look_at_note(b, g, row);
}
