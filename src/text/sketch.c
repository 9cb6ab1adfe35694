/* sketch.c - sets of hashed runs and their bins. */
#include "text/sketch.h"

#include <string.h>

enum { RUN = 6 };

static uint64_t mix(uint64_t h)
{
	h *= UINT64_C(0x9e3779b97f4a7c15);
	h ^= h >> 32;
	h *= UINT64_C(0xd6e8feb86659fd93);
	return h ^ h >> 29;
}

static bool has(const struct dc_sketch *s, uint32_t run, size_t *at)
{
	for (*at = (run >> 3) & (s->slots - 1); s->slot[*at]; *at = (*at + 1) & (s->slots - 1))
		if (s->slot[*at] == run)
			return true;
	return false;
}

void dc_sketch_make(struct dc_sketch *s, const char *masked, size_t len)
{
	uint64_t least[DC_SKETCH_BINS], window = 0;

	s->count = 0;
	for (s->slots = 256; s->slots < 2 * len && s->slots < 2 * DC_SKETCH_RUNS;)
		s->slots *= 2;
	memset(s->slot, 0, s->slots * sizeof(s->slot[0]));
	memset(least, 0xff, sizeof(least));
	for (size_t i = 0; i < len && s->count < DC_SKETCH_RUNS - 1; i++) {
		window = (window << 8 | (unsigned char)masked[i]) & UINT64_C(0xffffffffffff);
		if (i + 1 < RUN)
			continue;
		uint64_t h = mix(window);
		uint32_t run = (uint32_t)h ? (uint32_t)h : 1;
		size_t at;

		if (has(s, run, &at))
			continue;
		s->slot[at] = s->run[s->count++] = run;
		if (h < least[h & (DC_SKETCH_BINS - 1)] || !~least[h & (DC_SKETCH_BINS - 1)])
			least[h & (DC_SKETCH_BINS - 1)] = h;
	}
	for (size_t i = 0; i < DC_SKETCH_BINS; i++)
		s->bin[i] = (unsigned char)(~least[i] ? 1 + (mix(least[i]) >> 8) % 255 : 0);
}

double dc_sketch_alike(const struct dc_sketch *s, const uint32_t *run, size_t count, double least)
{
	enum { STRIDE = 32 };
	const double both = (double)(s->count + count);
	size_t common = 0, at;

	if (!s->count || !count)
		return 0;
	/* So many more would be needed that the runs left cannot bring them. */
	for (size_t i = 0, end;
	     i < count && (double)(common + count - i) * (1 + least) > both * least; i = end) {
		end = i + STRIDE < count ? i + STRIDE : count;
		for (size_t k = i; k < end; k++)
			common += has(s, run[k], &at);
		if (end == count)
			return (double)common / (both - (double)common);
	}
	return 0;
}

double dc_sketch_guess(const unsigned char a[DC_SKETCH_BINS], const unsigned char b[DC_SKETCH_BINS])
{
	int same = 0, used = 0;

	for (size_t i = 0; i < DC_SKETCH_BINS; i++) {
		used += a[i] || b[i];
		same += a[i] && a[i] == b[i];
	}
	return used ? (double)same / used : 0;
}

bool dc_sketch_band(const unsigned char bin[DC_SKETCH_BINS], size_t band, int64_t *key)
{
	/* Bins that no other band uses, so that bands agree independently of each other. */
	const unsigned char *b = bin + band * (DC_SKETCH_BINS / DC_SKETCH_BANDS);
	uint32_t k = 0;

	for (int i = 0; i < DC_SKETCH_BAND_BINS; i++)
		k = k << 8 | b[i];
	*key = (int64_t)k << 3 | (int64_t)band;
	return k != 0;
}
