/* mend.c - fixes of which there is only one right text, applied until none is left. */
#include "judge/judge.h"

#include <stdlib.h>
#include <string.h>

#include "spelling.h"

/* One fix can open the way for another; more rounds than this would be going in circles. */
enum { ROUNDS = 8 };

static int by_place(const void *a, const void *b)
{
	const struct dc_fix *one = *(const struct dc_fix *const *)a;
	const struct dc_fix *other = *(const struct dc_fix *const *)b;

	return one->span.from != other->span.from ? (one->span.from < other->span.from ? -1 : 1)
	       : one->span.to != other->span.to   ? (one->span.to < other->span.to ? -1 : 1)
	                                          : 0;
}

static const struct dc_fix **all_fixes(const struct dc_findings *f, size_t *count,
                                       struct dc_arena *arena)
{
	const struct dc_finding *finding;
	size_t n = 0;

	for (size_t i = 0; i < dc_findings_count(f); i++)
		n += dc_findings_at(f, i)->fix_count;
	const struct dc_fix **list = dc_arena_alloc(arena, n, sizeof(const struct dc_fix *));

	*count = 0;
	for (size_t i = 0; i < dc_findings_count(f); i++) {
		finding = dc_findings_at(f, i);
		for (size_t k = 0; k < finding->fix_count && !finding->override; k++)
			list[(*count)++] = &finding->fixes[k];
	}
	qsort(list, *count, sizeof(const struct dc_fix *), by_place);
	return list;
}

/* The text with the fixes in it; of two that overlap the first counts. */
static void apply(struct dc_buf *out, const char *note, size_t len,
                  const struct dc_fix *const *fixes, size_t count)
{
	size_t at = 0;

	for (size_t i = 0; i < count; i++) {
		const struct dc_fix *x = fixes[i];

		if (x->span.from < at || x->span.to > len)
			continue;
		dc_buf_add(out, note + at, x->span.from - at);
		dc_buf_puts(out, x->text);
		at = x->span.to;
	}
	dc_buf_add(out, note + at, len - at);
}

int dc_mend(struct dc_cli *cli, struct dc_draft_request *r, bool *changed, struct dc_error *err)
{
	*changed = false;
	for (int i = 0; i < ROUNDS; i++) {
		DC_AUTO(dc_report_free) struct dc_report *report = NULL;
		DC_AUTO(dc_buf_clear) struct dc_buf fresh = { 0 };
		size_t count;
		int rc;

		dc_spelling(cli, r, false, &cli->arena); /* its places change with each round */
		rc = dc_review(&report, cli->ledger, r, cli->settings, cli->now.wall, err);

		if (rc)
			return rc;
		const struct dc_fix **fixes = all_fixes(report->findings, &count, &report->arena);

		apply(&fresh, r->note, r->note_len, fixes, count);
		if (fresh.len == r->note_len && !memcmp(dc_buf_str(&fresh), r->note, fresh.len))
			return 0;
		*changed = true;
		r->note_len = fresh.len;
		r->note = dc_arena_strndup(&cli->arena, dc_buf_str(&fresh), fresh.len);
	}
	return 0;
}

/* --- the difference: a note is short, so all of it is one hunk */

static size_t count_lines(const char *s, size_t len)
{
	size_t n = len > 0;

	for (size_t i = 0; i + 1 < len; i++)
		n += s[i] == '\n';
	return n;
}

static void put_lines(struct dc_buf *out, char mark, const char *s, size_t len)
{
	for (size_t from = 0; from < len;) {
		const char *end = memchr(s + from, '\n', len - from);
		size_t to = end ? (size_t)(end - s) : len;

		dc_buf_putc(out, mark);
		dc_text_show(out, s + from, to - from, DC_SHOW_LINE);
		dc_buf_putc(out, '\n');
		from = to + 1;
	}
}

/* How much both have in common at the front, in whole lines. */
static size_t same_front(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t line = 0;

	for (size_t i = 0; i < a_len && i < b_len && a[i] == b[i]; i++)
		if (a[i] == '\n')
			line = i + 1;
	return line;
}

void dc_mend_show(struct dc_cli *cli, const char *name, const char *old, size_t old_len,
                  const char *fresh, size_t fresh_len)
{
	struct dc_buf *out = dc_out_raw(cli->out);
	size_t front = same_front(old, old_len, fresh, fresh_len);

	if (old_len == fresh_len && !memcmp(old, fresh, old_len))
		return;
	dc_buf_puts(out, "--- ");
	dc_text_show(out, name, strlen(name), DC_SHOW_LINE);
	dc_buf_puts(out, "\n+++ ");
	dc_text_show(out, name, strlen(name), DC_SHOW_LINE);
	dc_buf_printf(out, "\n@@ -1,%zu +1,%zu @@\n", count_lines(old, old_len),
	              count_lines(fresh, fresh_len));
	put_lines(out, ' ', old, front);
	put_lines(out, '-', old + front, old_len - front);
	put_lines(out, '+', fresh + front, fresh_len - front);
}
