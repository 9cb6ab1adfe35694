/* who.c - the recipient: what was told now goes before what is on file. */
#include "review/gather.h"

#include <string.h>

#include <decorum/person.h>
#include <decorum/text.h>

static const char *given(const char *told, const char *on_file)
{
	return told && *told ? told : on_file ? on_file : "";
}

static bool same_folded(const char *a, const char *b)
{
	DC_AUTO(dc_buf_clear) struct dc_buf x = { 0 };
	DC_AUTO(dc_buf_clear) struct dc_buf y = { 0 };

	dc_text_fold(&x, a, strlen(a));
	dc_text_fold(&y, b, strlen(b));
	return !strcmp(dc_buf_str(&x), dc_buf_str(&y));
}

static void take_apart(struct dc_dossier *d, const struct dc_person *p, struct dc_arena *arena)
{
	DC_AUTO(dc_name_clear) struct dc_name n = { 0 };

	/* The export knows the parts; a name that was told now is only a line of text. */
	if ((*p->first || *p->last) && same_folded(d->name, d->file_name))
		dc_name_parse_parts(&n, p->first, p->last);
	else
		dc_name_parse(&n, d->name);
	d->first = dc_arena_strdup(arena, n.first);
	d->last = dc_arena_strdup(arena, n.last);
	d->nick = dc_arena_strdup(arena, n.nick);
	d->name_doubtful = n.doubtful;
}

static int know_yourself(struct dc_gather *g, struct dc_error *err)
{
	struct dc_dossier *d = &g->report->dossier;
	struct dc_arena *arena = &g->report->arena;
	struct dc_person me = { 0 };
	int rc = dc_ledger_self(g->ledger, &me, arena, err);
	const char *address = dc_settings_me(g->settings);
	DC_AUTO(dc_str) char *key = NULL;

	if (rc && rc != DC_NOTFOUND)
		return rc;
	d->me_first = d->me_company = "";
	if (!rc) {
		DC_AUTO(dc_name_clear) struct dc_name n = { 0 };

		if (*me.first)
			dc_name_parse_parts(&n, me.first, me.last);
		else
			dc_name_parse(&n, me.name);
		d->me_first = dc_arena_strdup(arena, n.first);
		d->me_company = me.company;
		d->yourself = me.id && me.id == g->person.id;
	}
	/* An address that cannot be read is `config`'s and `doctor`'s to tell. */
	if (*address && !dc_person_key(&key, address, NULL))
		d->yourself = d->yourself || !strcmp(key, d->key);
	return 0;
}

int dc_review_who(struct dc_gather *g, struct dc_error *err)
{
	struct dc_dossier *d = &g->report->dossier;
	struct dc_arena *arena = &g->report->arena;
	const struct dc_draft_request *r = g->request;

	g->person = (struct dc_person){
		.key = "", .name = "", .first = "", .last = "", .headline = "", .company = ""
	};
	d->key = dc_arena_strdup(arena, given(r->key, ""));
	if (*d->key) {
		int rc = dc_ledger_person_by_key(g->ledger, &g->person, d->key, arena, err);

		if (rc && rc != DC_NOTFOUND)
			return rc;
	}
	d->file_name = g->person.name;
	d->name = dc_arena_strdup(arena, given(r->name, g->person.name));
	d->headline = dc_arena_strdup(arena, given(r->headline, g->person.headline));
	d->company = dc_arena_strdup(arena, given(r->company, g->person.company));
	d->tmpl = dc_arena_strdup(arena, given(r->tmpl, ""));
	d->connected = g->person.connected;
	take_apart(d, &g->person, arena);
	return know_yourself(g, err);
}
