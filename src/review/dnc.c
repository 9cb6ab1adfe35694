/* dnc.c - which do-not-contact entries match a recipient. */
#include "review/gather.h"

#include <fnmatch.h>
#include <string.h>

#include <decorum/mem.h>

#include "text/doc.h"
#include "text/similar.h"

/* A recipient, folded once for all entries. */
struct who {
	struct dc_buf name, headline, company, employer; /* employer: without its legal form */
	struct dc_doc title;
	const char *const *keys;
	size_t key_count;
};

static void who_clear(struct who *w)
{
	dc_buf_clear(&w->name);
	dc_buf_clear(&w->headline);
	dc_buf_clear(&w->company);
	dc_buf_clear(&w->employer);
	dc_doc_clear(&w->title);
}
DC_DEFINE_CLEAR(struct who, who_clear)

static bool person(const struct who *w, const char *what)
{
	for (size_t i = 0; i < w->key_count; i++)
		if (!strcmp(w->keys[i], what))
			return true;
	return false;
}

static bool company(const struct who *w, const char *what)
{
	DC_AUTO(dc_buf_clear) struct dc_buf entry = { 0 };

	dc_similar_company(&entry, what);
	return entry.len && !strcmp(dc_buf_str(&entry), dc_buf_str(&w->employer));
}

/* The words of the entry, next to each other, somewhere in the headline. */
static bool title(const struct who *w, const char *what)
{
	DC_AUTO(dc_doc_clear) struct dc_doc entry = { 0 };

	dc_doc_init_words(&entry, what, strlen(what));
	for (size_t i = 0; entry.word_count && i + entry.word_count <= w->title.word_count; i++) {
		size_t n = 0;

		while (n < entry.word_count &&
		       dc_doc_word_is(&w->title, i + n, entry.words[n].fold))
			n++;
		if (n == entry.word_count)
			return true;
	}
	return false;
}

static bool pattern(const struct who *w, const char *what)
{
	DC_AUTO(dc_buf_clear) struct dc_buf entry = { 0 };

	dc_text_fold(&entry, what, strlen(what));
	const char *p = dc_buf_str(&entry);

	return *p &&
	       (!fnmatch(p, dc_buf_str(&w->name), 0) || !fnmatch(p, dc_buf_str(&w->headline), 0) ||
	        !fnmatch(p, dc_buf_str(&w->company), 0));
}

static bool (*const matches[DC_DNC_KIND_COUNT])(const struct who *, const char *) = {
	[DC_DNC_PERSON] = person,
	[DC_DNC_COMPANY] = company,
	[DC_DNC_TITLE] = title,
	[DC_DNC_PATTERN] = pattern,
};

static int keys_of(struct dc_gather *g, struct who *w, struct dc_error *err)
{
	struct dc_dossier *d = &g->report->dossier;
	const char **keys = NULL;

	if (g->person.id) {
		int rc = dc_ledger_person_keys(g->ledger, &keys, &w->key_count, g->person.id,
		                               &g->report->arena, err);

		w->keys = keys;
		return rc;
	}
	w->keys = &d->key;
	w->key_count = *d->key != '\0';
	return 0;
}

int dc_review_dnc(struct dc_gather *g, struct dc_error *err)
{
	struct dc_dossier *d = &g->report->dossier;
	struct dc_arena *arena = &g->report->arena;
	DC_AUTO(who_clear) struct who w = { 0 };
	struct dc_dnc *all = NULL;
	size_t count = 0;
	int rc = keys_of(g, &w, err);

	for (size_t i = 0; !rc && i < w.key_count && !d->forgotten; i++)
		rc = dc_ledger_forgotten(g->ledger, &d->forgotten, w.keys[i], err);
	if (rc || (rc = dc_ledger_dnc_list(g->ledger, &all, &count, g->now, arena, err)) || !count)
		return rc;
	dc_text_fold(&w.name, d->name, strlen(d->name));
	dc_text_fold(&w.headline, d->headline, strlen(d->headline));
	dc_text_fold(&w.company, d->company, strlen(d->company));
	dc_similar_company(&w.employer, d->company);
	dc_doc_init_words(&w.title, d->headline, strlen(d->headline));

	struct dc_dnc *hits = dc_arena_alloc(arena, count, sizeof(*hits));

	for (size_t i = 0; i < count; i++)
		if (matches[all[i].kind](&w, all[i].what))
			hits[d->dnc_count++] = all[i];
	d->dnc = hits;
	return 0;
}
