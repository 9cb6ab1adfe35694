/* key_page.c - the pages at LinkedIn that are about one person, by the first step of their path. */
#include "person/key_read.h"

#include <decorum/buf.h>

/* /pub/first-last/a7/576/b50 is today's /in/first-last-b50576a7. */
static int from_legacy(char **out, struct dc_key_piece path, const struct dc_key_reading *r)
{
	DC_AUTO(dc_buf_clear) struct dc_buf slug = { 0 };
	struct dc_key_piece name = dc_key_segment(&path), part[3];

	for (size_t i = 0; i < DC_COUNT(part); i++) {
		part[i] = dc_key_segment(&path);
		bool good = part[i].len >= 1 && part[i].len <= 3;

		for (size_t k = 0; k < part[i].len; k++)
			good = good && dc_key_hex(part[i].s[k]) >= 0;
		if (!good)
			return dc_key_refuse(
				r, "an old /pub/ address ends in three short numbers, as in "
				   "/pub/ada-vey/a7/576/b50");
	}
	dc_buf_add(&slug, name.s, name.len);
	dc_buf_putc(&slug, '-');
	for (size_t i = DC_COUNT(part); i-- > 0;)
		dc_buf_add(&slug, part[i].s, part[i].len);
	return dc_key_from_slug(out, (struct dc_key_piece){ slug.data, slug.len }, r);
}

static int at_in(char **out, struct dc_key_piece path, struct dc_key_piece query,
                 const struct dc_key_reading *r)
{
	struct dc_key_piece slug = dc_key_segment(&path);

	(void)query;
	if (!slug.len)
		return dc_key_refuse(r, "nobody's name follows /in/");
	/* A locale, /overlay/…, /details/…, /recent-activity/… show the same person;
	 * a step back shows somebody else. */
	for (struct dc_key_piece s; (s = dc_key_segment(&path)).len;)
		if (dc_key_is(s, "..") || dc_key_is(s, "%2e%2e") || dc_key_is(s, ".%2e") ||
		    dc_key_is(s, "%2e."))
			return dc_key_refuse(r, "it goes back with '..'");
	return dc_key_from_slug(out, slug, r);
}

static int at_pub(char **out, struct dc_key_piece path, struct dc_key_piece query,
                  const struct dc_key_reading *r)
{
	(void)query;
	return from_legacy(out, path, r);
}

static int at_sales(char **out, struct dc_key_piece path, struct dc_key_piece query,
                    const struct dc_key_reading *r)
{
	struct dc_key_piece kind = dc_key_segment(&path);

	(void)query;
	if (!dc_key_is(kind, "lead") && !dc_key_is(kind, "people") && !dc_key_is(kind, "profile"))
		return dc_key_refuse(r, "this Sales Navigator page is not about one person");
	return dc_key_from_id(out, dc_key_segment(&path), r);
}

static int at_talent(char **out, struct dc_key_piece path, struct dc_key_piece query,
                     const struct dc_key_reading *r)
{
	(void)query;
	for (struct dc_key_piece s; (s = dc_key_segment(&path)).len;)
		if (dc_key_is(s, "profile"))
			return dc_key_from_id(out, dc_key_segment(&path), r);
	return dc_key_refuse(r, "this Recruiter page is not about one person");
}

/* /profile/view?id=N, the address that LinkedIn's first API gave. */
static int at_profile(char **out, struct dc_key_piece path, struct dc_key_piece query,
                      const struct dc_key_reading *r)
{
	struct dc_key_piece rest, id;

	if (!dc_key_is(dc_key_segment(&path), "view"))
		return dc_key_refuse(r, "it has no member id");
	for (; query.len; query = dc_key_after(rest, rest.len > 0)) {
		struct dc_key_piece pair = dc_key_upto(query, "&", &rest);

		if (!dc_key_starts(pair, "id="))
			continue;
		id = dc_key_after(pair, 3);
		return dc_key_digits(id) ? dc_key_from_number(out, id, r)
		                         : dc_key_from_id(out, id, r);
	}
	return dc_key_refuse(r, "it has no member id");
}

static int at_company(char **out, struct dc_key_piece path, struct dc_key_piece query,
                      const struct dc_key_reading *r)
{
	(void)out, (void)path, (void)query;
	return dc_key_refuse(r, "it is the page of an organisation, not of a person");
}

static const struct {
	const char *name;
	int (*read)(char **out, struct dc_key_piece path, struct dc_key_piece query,
	            const struct dc_key_reading *r);
} places[] = {
	{ "in", at_in },          { "pub", at_pub },          { "sales", at_sales },
	{ "talent", at_talent },  { "profile", at_profile },  { "company", at_company },
	{ "school", at_company }, { "showcase", at_company },
};

int dc_key_from_path(char **out, struct dc_key_piece path, struct dc_key_piece query,
                     const struct dc_key_reading *r)
{
	struct dc_key_piece first = dc_key_segment(&path);

	/* How phones and mails spell the same pages. */
	while (dc_key_is(first, "mwlite") || dc_key_is(first, "comm"))
		first = dc_key_segment(&path);
	for (size_t i = 0; i < DC_COUNT(places); i++)
		if (dc_key_is(first, places[i].name))
			return places[i].read(out, path, query, r);
	if (!first.len)
		return dc_key_refuse(r, "nobody's name follows the host");
	return dc_key_refuse(r, "this page of LinkedIn is not a profile");
}
