/* job.c - do two headlines tell of one job? */
#include "person/match.h"

#include <stdbool.h>
#include <string.h>

#include <decorum/text.h>

enum { WORDS_MAX = 16 };

struct words {
	const char *at[WORDS_MAX];
	size_t len[WORDS_MAX], count;
};

/* What stands in any headline. */
static const char *const fillers[] = { "at", "of",  "the", "and", "in",   "for", "de", "en", "la",
	                               "el", "bei", "und", "der", "chez", "et",  "du", "a" };

/* A rank, which says nothing about the work. */
static const char *const ranks[] = { "manager",   "senior",  "junior", "lead",      "head",
	                             "director",  "vp",      "vice",   "president", "chief",
	                             "officer",   "partner", "deputy", "executive", "assistant",
	                             "associate", "intern",  "sr",     "jr",        "specialist" };

static bool is_letter(char c)
{
	return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool has(const struct words *w, const char *s, size_t len)
{
	for (size_t i = 0; i < w->count; i++)
		if (w->len[i] == len && !memcmp(w->at[i], s, len))
			return true;
	return false;
}

static bool listed(const char *const *list, size_t count, const char *s, size_t len)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(list[i]) == len && !memcmp(list[i], s, len))
			return true;
	return false;
}

/* The words of a folded text, each once, but for those in `without`. */
static void split(struct words *out, const struct dc_buf *folded, const struct words *without)
{
	const char *s = dc_buf_str(folded);

	while (*s && out->count < WORDS_MAX) {
		size_t len = 0;

		while (s[len] && is_letter(s[len]))
			len++;
		if (len && !listed(fillers, DC_COUNT(fillers), s, len) && !has(out, s, len) &&
		    !(without && has(without, s, len))) {
			out->at[out->count] = s;
			out->len[out->count++] = len;
		}
		s += len ? len : 1;
	}
}

static void fold(struct dc_buf *out, const char *s)
{
	if (s)
		dc_text_fold(out, s, strlen(s));
}

enum dc_match_job dc_person_match_jobs(const char *a, const char *b, const char *company_a,
                                       const char *company_b)
{
	DC_AUTO(dc_buf_clear) struct dc_buf one = { 0 }, other = { 0 }, companies = { 0 };
	struct words x = { 0 }, y = { 0 }, not = { 0 };
	size_t shared = 0, telling = 0;

	fold(&one, a);
	fold(&other, b);
	fold(&companies, company_a);
	dc_buf_putc(&companies, ' ');
	fold(&companies, company_b);
	split(&not, &companies, NULL);
	split(&x, &one, &not );
	split(&y, &other, &not );
	for (size_t i = 0; i < x.count; i++)
		if (has(&y, x.at[i], x.len[i])) {
			shared++;
			telling += !listed(ranks, DC_COUNT(ranks), x.at[i], x.len[i]);
		}
	size_t fewer = x.count < y.count ? x.count : y.count;

	if (!fewer)
		return DC_JOB_UNKNOWN;
	if (shared == fewer)
		return DC_JOB_SAME;
	return telling ? DC_JOB_UNKNOWN : DC_JOB_OTHER;
}
