/* recipient.c - whom the request is for: an address, a handle, a request, or a name. */
#include "compose/session.h"

#include <stdlib.h>
#include <string.h>

#include <decorum/person.h>
#include <decorum/text.h>

enum { MATCHES_MAX = 9 };

void dc_compose_forget_people(struct dc_session *s)
{
	dc_arena_clear(&s->found);
	s->people = NULL;
	s->people_count = 0;
}

int dc_compose_choose(struct dc_session *s, const char *key, const struct dc_clock *now,
                      struct dc_error *err)
{
	struct dc_draft_request r = {
		.key = key, .name = s->o.name, .headline = s->o.headline, .company = s->o.company
	};
	struct dc_report *known = NULL;
	int rc = dc_review(&known, s->o.outbox->ledger, &r, s->o.outbox->settings, now->wall, err);

	if (rc)
		return rc;
	dc_report_free(s->known);
	s->known = known;
	dc_compose_set(&s->key, key, strlen(key));
	return 0;
}

const char *dc_compose_person_line(const struct dc_person *p, struct dc_arena *a)
{
	const char *comma = *p->headline && *p->company ? ", " : "";

	return dc_arena_printf(a, "%s%s%s%s%s · %s", *p->name ? p->name : "(no name)",
	                       *p->headline || *p->company ? " · " : "", p->headline, comma,
	                       p->company, *p->key ? p->key : "no address on file");
}

/* All digits, perhaps after a '#': a request of the ledger. */
static bool request_number(const char *text, int64_t *out)
{
	text += *text == '#';
	size_t digits = strspn(text, "0123456789");

	if (!digits || text[digits] || digits > 18)
		return false;
	*out = strtoll(text, NULL, 10);
	return true;
}

static int by_request(struct dc_session *s, int64_t id, const struct dc_clock *now,
                      struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	struct dc_request r = { 0 };
	int rc = dc_ledger_request_get(s->o.outbox->ledger, &r, id, &a, err);

	if (rc == DC_NOTFOUND)
		return dc_fail(err, DC_INVALID,
		               "There is no request %lld; give an address or a name",
		               (long long)id);
	if (rc)
		return rc;
	if (!*r.key)
		return dc_fail(err, DC_INVALID,
		               "Request %lld is to somebody without an address on file; paste the "
		               "profile address",
		               (long long)id);
	return dc_compose_choose(s, r.key, now, err);
}

static bool same_name(const char *a, const char *b)
{
	DC_AUTO(dc_buf_clear) struct dc_buf x = { 0 }, y = { 0 };

	dc_text_fold(&x, a, strlen(a));
	dc_text_fold(&y, b, strlen(b));
	return !strcmp(dc_buf_str(&x), dc_buf_str(&y));
}

/* Who is called exactly so stands for all whose names only begin so. */
static void prefer_exact(struct dc_session *s, const char *name)
{
	size_t exact = 0;

	for (size_t i = 0; i < s->people_count; i++)
		if (same_name(s->people[i].name, name))
			s->people[exact++] = s->people[i];
	if (exact)
		s->people_count = exact;
}

static int by_name(struct dc_session *s, const char *name, struct dc_error *err)
{
	int rc = dc_ledger_person_search(s->o.outbox->ledger, &s->people, &s->people_count, name,
	                                 MATCHES_MAX + 1, &s->found, err);

	if (rc)
		return rc;
	prefer_exact(s, name);
	if (!s->people_count)
		return dc_fail(err, DC_INVALID,
		               "Nobody in the ledger is called \"%.200s\"; paste the address of "
		               "the profile",
		               name);
	if (s->people_count > MATCHES_MAX) {
		dc_compose_forget_people(s);
		return dc_fail(err, DC_INVALID,
		               "More than %d people match \"%.200s\"; type more of the name, or "
		               "paste the address of the profile",
		               MATCHES_MAX, name);
	}
	if (s->people_count == 1 && !*s->people[0].key) {
		dc_compose_forget_people(s);
		return dc_fail(err, DC_INVALID,
		               "The ledger knows \"%.200s\" by name only; paste the address of the "
		               "profile",
		               name);
	}
	return 0;
}

static int by_key(struct dc_session *s, const char *text, const struct dc_clock *now,
                  struct dc_error *err)
{
	DC_AUTO(dc_str)
	char *handle = *text == '@' ? dc_printf("https://www.linkedin.com/in/%s", text + 1) : NULL;
	DC_AUTO(dc_str) char *key = NULL;
	int rc = dc_person_key(&key, handle ? handle : text, err);

	return rc ? rc : dc_compose_choose(s, key, now, err);
}

int dc_compose_find(struct dc_session *s, const char *text, const struct dc_clock *now,
                    struct dc_error *err)
{
	int64_t request;

	dc_compose_forget_people(s);
	if (!*text)
		return dc_fail(err, DC_INVALID,
		               "A request needs somebody to go to: a profile address, or a name "
		               "from the ledger");
	if (request_number(text, &request))
		return by_request(s, request, now, err);
	if (*text == '@' || dc_person_is_address(text))
		return by_key(s, text, now, err);
	return by_name(s, text, err);
}

int dc_compose_pick(struct dc_session *s, const char *text, const struct dc_clock *now,
                    struct dc_error *err)
{
	DC_AUTO(dc_arena_clear) struct dc_arena a = { 0 };
	int64_t number = 0;
	const struct dc_person *p = NULL;

	if (request_number(text, &number) && *text != '#' && number >= 1 &&
	    (size_t)number <= s->people_count)
		p = &s->people[number - 1];
	for (size_t i = 0; !p && i < s->people_count; i++)
		if (!strcmp(text, dc_compose_person_line(&s->people[i], &a)) ||
		    (*s->people[i].key && !strcmp(text, s->people[i].key)))
			p = &s->people[i];
	if (!p)
		return dc_fail(err, DC_INVALID, "Give the number of one of them, 1 to %zu",
		               s->people_count);
	if (!*p->key)
		return dc_fail(err, DC_INVALID,
		               "The ledger knows \"%.200s\" by name only; go back and paste the "
		               "address of the profile",
		               p->name);
	return dc_compose_choose(s, p->key, now, err);
}
