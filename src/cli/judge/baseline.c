/* baseline.c - the findings of an earlier run, as a set of fingerprints.
 *
 * A finding is the same when rule, person and message are; lines may have moved.
 */
#include "judge/judge.h"

#include <string.h>

enum { BYTES_MAX = 256 << 20 };

/* FNV-1a over the parts with a NUL after each; never 0, which marks a free place. */
static uint64_t fingerprint(const char *const parts[3])
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < 3; i++)
		for (const unsigned char *p = (const unsigned char *)parts[i];; p++) {
			h = (h ^ *p) * UINT64_C(0x100000001b3);
			if (!*p)
				break;
		}
	return h ? h : 1;
}

/* Where it is, or the free place where it would be. */
static size_t place(const struct dc_baseline *b, uint64_t print)
{
	size_t i = print & (b->size - 1);

	while (b->seen[i] && b->seen[i] != print)
		i = (i + 1) & (b->size - 1);
	return i;
}

static void add(struct dc_baseline *b, uint64_t print)
{
	if (b->count * 2 >= b->size) {
		struct dc_baseline more = { .size = b->size ? b->size * 2 : 256 };

		more.seen = dc_alloc(more.size, sizeof(*more.seen));
		for (size_t i = 0; i < b->size; i++)
			if (b->seen[i])
				more.seen[place(&more, b->seen[i])] = b->seen[i];
		more.count = b->count;
		dc_free(b->seen);
		*b = more;
	}
	size_t at = place(b, print);

	b->count += !b->seen[at];
	b->seen[at] = print;
}

bool dc_baseline_has(const struct dc_baseline *b, const char *key, const char *rule,
                     const char *message)
{
	if (!b->size)
		return false;
	return b->seen[place(b, fingerprint((const char *const[]){ key, rule, message }))] != 0;
}

void dc_baseline_clear(struct dc_baseline *b)
{
	dc_free(b->seen);
	*b = (struct dc_baseline){ 0 };
}

static const char *text_of(const struct dc_json *v)
{
	const char *s = dc_json_string(v);

	return s ? s : "";
}

static void add_finding(struct dc_baseline *b, const char *key, const struct dc_json *f)
{
	const char *rule = dc_json_string(dc_json_get(f, "rule"));

	if (rule)
		add(b, fingerprint((const char *const[]){ key, rule,
		                                          text_of(dc_json_get(f, "message")) }));
}

/* A report, a line of jsonl, or the rows of a file. */
static void add_value(struct dc_baseline *b, const struct dc_json *v)
{
	const struct dc_json *rows = dc_json_child(dc_json_get(v, "rows"));
	const struct dc_json *f = dc_json_child(dc_json_get(v, "findings"));

	for (; rows; rows = dc_json_next(rows))
		add_value(b, rows);
	for (; f; f = dc_json_next(f))
		add_finding(b, text_of(dc_json_get(dc_json_get(v, "recipient"), "key")), f);
	add_finding(b, text_of(dc_json_get(v, "key")), v);
}

int dc_baseline_read(struct dc_baseline *b, struct dc_cli *cli, const char *path,
                     struct dc_error *err)
{
	char *text;
	size_t len, number = 1;
	int rc = dc_paths_read(&text, &len, path, BYTES_MAX, &cli->arena, err);

	if (rc)
		return rc;
	/* Both formats have one value a line. */
	for (size_t from = 0, to; from < len; from = to + 1, number++) {
		DC_AUTO(dc_json_free) struct dc_json_doc *doc = NULL;
		const char *end = memchr(text + from, '\n', len - from);
		struct dc_error why = { 0 };

		to = end ? (size_t)(end - text) : len;
		if (to == from)
			continue;
		if ((rc = dc_json_parse(&doc, text + from, to - from, &why)))
			return dc_fail(err, rc, "%s:%zu: %s", path, number, why.msg);
		add_value(b, dc_json_root(doc));
	}
	return 0;
}
