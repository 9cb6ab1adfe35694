/* diff.c - the longest common run of words between two notes, and what stands between.
 *
 * Notes are short: a table of both lengths is small, and simpler than anything cleverer.
 */
#include <decorum/diff.h>

#include <stdint.h>
#include <string.h>
#include <uniwbrk.h>

#include <decorum/text.h>

/* A note has at most 300 characters, an InMail a few more; beyond that nobody reads a diff. */
enum { TOKENS_MAX = 640 };

/* A word or a mark, with the white space behind it (the first one: also before it). */
struct token {
	size_t from, to;
	size_t fold, fold_len; /* in the buffer of its side */
	bool personal;
};

struct side {
	const char *text;
	struct token *at;
	size_t count;
	struct dc_buf folded, personal; /* personal: " ada vey northwind " */
};

static void side_clear(struct side *s)
{
	dc_free(s->at);
	dc_buf_clear(&s->folded);
	dc_buf_clear(&s->personal);
}
DC_DEFINE_CLEAR(struct side, side_clear)

/* --- words */

/* What the segment folds to; false when it is nothing but white space. */
static bool fold(struct side *s, struct token *t, size_t to)
{
	t->fold = s->folded.len;
	dc_text_fold(&s->folded, s->text + t->from, to - t->from);
	t->fold_len = s->folded.len - t->fold;
	return t->fold_len > 0;
}

static bool in_list(const struct dc_buf *list, const char *word, size_t len)
{
	const char *s = dc_buf_str(list);

	for (size_t n; *s; s += n + (s[n] == ' ')) {
		n = strcspn(s, " ");
		if (n == len && !memcmp(s, word, n))
			return true;
	}
	return false;
}

/* False when there are too many. */
static bool split(struct side *out, const struct dc_diff_side *side)
{
	const size_t len = strlen(side->text);
	DC_AUTO(dc_str) char *breaks = dc_alloc(len + 1, 1);

	out->text = side->text;
	out->at = dc_alloc(len < TOKENS_MAX ? len + 1 : TOKENS_MAX, sizeof(*out->at));
	dc_text_fold(&out->personal, side->personal, strlen(side->personal));
	u8_wordbreaks((const uint8_t *)side->text, len, breaks);
	for (size_t i = 1, from = 0; i <= len; i++) {
		struct token t = { .from = from };

		if (i < len && !breaks[i])
			continue;
		const bool word = fold(out, &t, i);

		t.to = i;
		if (!word && !out->count && i < len)
			continue; /* goes with the first word */
		from = i;
		if (!word && out->count) {
			out->at[out->count - 1].to = i;
			continue;
		}
		if (out->count == TOKENS_MAX)
			return false;
		out->at[out->count++] = t;
	}
	for (size_t i = 0; i < out->count; i++)
		out->at[i].personal = in_list(&out->personal,
		                              dc_buf_str(&out->folded) + out->at[i].fold,
		                              out->at[i].fold_len);
	return true;
}

static bool same_word(const struct side *a, size_t i, const struct side *b, size_t k)
{
	const struct token *x = &a->at[i], *y = &b->at[k];

	return x->fold_len == y->fold_len && !memcmp(dc_buf_str(&a->folded) + x->fold,
	                                             dc_buf_str(&b->folded) + y->fold, x->fold_len);
}

static bool match(const struct side *a, size_t i, const struct side *b, size_t k)
{
	return (a->at[i].personal && b->at[k].personal) || same_word(a, i, b, k);
}

/* --- the longest common run */

/* From (i, k) on: table[i * width + k] words in common. */
static uint16_t *common(const struct side *a, const struct side *b)
{
	const size_t width = b->count + 1;
	uint16_t *table = dc_alloc((a->count + 1) * width, sizeof(*table));

	for (size_t i = a->count; i-- > 0;)
		for (size_t k = b->count; k-- > 0;) {
			uint16_t *at = &table[i * width + k];

			if (match(a, i, b, k))
				*at = (uint16_t)(at[width + 1] + 1);
			else
				*at = at[width] > at[1] ? at[width] : at[1];
		}
	return table;
}

/* Words [from, to) of both sides, of one kind. */
struct run {
	enum dc_diff_kind kind;
	size_t a_from, a_to, b_from, b_to;
};

static void add_run(struct run *runs, size_t *count, const struct run *r)
{
	struct run *last = *count ? &runs[*count - 1] : NULL;

	if (last && last->kind == r->kind) {
		last->a_to = r->a_to;
		last->b_to = r->b_to;
		return;
	}
	runs[(*count)++] = *r;
}

static size_t walk(struct run *runs, const struct side *a, const struct side *b)
{
	uint16_t *table = common(a, b);
	const size_t width = b->count + 1;
	size_t i = 0, k = 0, count = 0;

	while (i < a->count || k < b->count) {
		struct run r = { DC_DIFF_CHANGED, i, i, k, k };
		const uint16_t *at = &table[i * width + k];

		if (i < a->count && k < b->count && match(a, i, b, k)) {
			r.kind = same_word(a, i, b, k) ? DC_DIFF_SAME : DC_DIFF_PERSONAL;
			r.a_to = ++i;
			r.b_to = ++k;
		} else if (k == b->count || (i < a->count && at[width] >= at[1])) {
			r.a_to = ++i;
		} else {
			r.b_to = ++k;
		}
		add_run(runs, &count, &r);
	}
	dc_free(table);
	return count;
}

/* --- what reads well */

/* Words of changed text that one word in common between them does not hold apart. */
enum { FAR = 4, NAMELESS = 2 };

static size_t words_of(const struct run *r) { return r->a_to - r->a_from + r->b_to - r->b_from; }

/* "to" or a comma that two other sentences share is chance. */
static bool is_chance(const struct run *runs, size_t count, size_t i)
{
	return i > 0 && i + 1 < count && runs[i].kind == DC_DIFF_SAME && words_of(&runs[i]) == 2 &&
	       runs[i - 1].kind == DC_DIFF_CHANGED && runs[i + 1].kind == DC_DIFF_CHANGED &&
	       words_of(&runs[i - 1]) >= FAR && words_of(&runs[i + 1]) >= FAR;
}

static bool all_personal(const struct side *s, size_t from, size_t to)
{
	size_t i = from;

	while (i < to && s->at[i].personal)
		i++;
	return i == to && from < to;
}

/* A name on one side in the place of a word or two: the name that the other side is not known
 * to have. */
static bool is_name(const struct run *r, const struct side *a, const struct side *b)
{
	return r->kind == DC_DIFF_CHANGED &&
	       ((all_personal(a, r->a_from, r->a_to) && r->b_to - r->b_from <= NAMELESS) ||
	        (all_personal(b, r->b_from, r->b_to) && r->a_to - r->a_from <= NAMELESS));
}

static size_t tidy(struct run *out, const struct run *runs, size_t count, const struct side *a,
                   const struct side *b)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		struct run r = runs[i];

		if (is_chance(runs, count, i))
			r.kind = DC_DIFF_CHANGED;
		else if (is_name(&r, a, b))
			r.kind = DC_DIFF_PERSONAL;
		add_run(out, &kept, &r);
	}
	return kept;
}

static const char *slice(const struct side *s, size_t from, size_t to, struct dc_arena *arena)
{
	return from == to ? ""
	                  : dc_arena_strndup(arena, s->text + s->at[from].from,
	                                     s->at[to - 1].to - s->at[from].from);
}

struct dc_diff_part *dc_diff(size_t *count, const struct dc_diff_side *was,
                             const struct dc_diff_side *is, struct dc_arena *arena)
{
	DC_AUTO(side_clear) struct side a = { 0 };
	DC_AUTO(side_clear) struct side b = { 0 };

	*count = 0;
	if (!split(&a, was) || !split(&b, is))
		return NULL;
	const size_t most = a.count + b.count;
	struct run *runs = dc_alloc(most + 1, sizeof(*runs));
	struct run *tidied = dc_alloc(most + 1, sizeof(*tidied));

	*count = tidy(tidied, runs, walk(runs, &a, &b), &a, &b);
	struct dc_diff_part *parts = dc_arena_alloc(arena, *count, sizeof(*parts));

	for (size_t i = 0; i < *count; i++)
		parts[i] = (struct dc_diff_part){
			.kind = tidied[i].kind,
			.was = slice(&a, tidied[i].a_from, tidied[i].a_to, arena),
			.is = slice(&b, tidied[i].b_from, tidied[i].b_to, arena),
		};
	dc_free(runs);
	dc_free(tidied);
	return parts;
}

const char *dc_diff_kind_name(enum dc_diff_kind kind)
{
	static const char *const names[] = {
		[DC_DIFF_SAME] = "same",
		[DC_DIFF_PERSONAL] = "personal",
		[DC_DIFF_CHANGED] = "changed",
	};

	return names[kind];
}
