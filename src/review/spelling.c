/* spelling.c - misspelt words that are none: what the recipient and the user are called, and
 * the words that the recipient uses. */
#include "review/gather.h"

#include <string.h>

#include <decorum/mem.h>

#include "text/doc.h"

static bool has(const struct dc_doc *known, const char *fold, size_t len)
{
	for (size_t i = 0; i < known->word_count; i++)
		if (known->words[i].fold_len == len && !memcmp(known->words[i].fold, fold, len))
			return true;
	return false;
}

/* "Northwind" and "Northwind's" of "Northwind Ltd". */
static bool is_theirs(const struct dc_doc *known, const char *word, size_t len)
{
	DC_AUTO(dc_doc_clear) struct dc_doc one = { 0 };

	dc_doc_init_words(&one, word, len);
	if (one.word_count != 1)
		return false;
	const struct dc_word *w = &one.words[0];
	size_t n = w->fold_len;

	return has(known, w->fold, n) ||
	       (n > 2 && !strcmp(w->fold + n - 2, "'s") && has(known, w->fold, n - 2));
}

void dc_review_spelling(struct dc_gather *g, struct dc_subject *out)
{
	const struct dc_draft_request *r = g->request;
	const struct dc_dossier *d = &g->report->dossier;
	const char *const sources[] = { d->name,     d->first,     d->last,      d->nick,
		                        d->company,  d->headline,  d->file_name, d->met,
		                        d->me_first, d->me_company };
	DC_AUTO(dc_buf_clear) struct dc_buf text = { 0 };
	DC_AUTO(dc_doc_clear) struct dc_doc known = { 0 };

	if (!r->misspelt_count || !r->note)
		return;
	for (size_t i = 0; i < DC_COUNT(sources); i++)
		if (sources[i])
			dc_buf_printf(&text, "%s\n", sources[i]);
	dc_doc_init_words(&known, dc_buf_str(&text), text.len);
	struct dc_misspelt *left = dc_arena_alloc(&g->report->arena, r->misspelt_count,
	                                          sizeof(*left));
	size_t n = 0;

	for (size_t i = 0; i < r->misspelt_count; i++) {
		const struct dc_span at = r->misspelt[i].at;

		if (at.to <= r->note_len && at.from < at.to &&
		    !is_theirs(&known, r->note + at.from, at.to - at.from))
			left[n++] = r->misspelt[i];
	}
	out->misspelt = left;
	out->misspelt_count = n;
}
