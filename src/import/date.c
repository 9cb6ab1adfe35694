/* date.c - four small readers instead of one that guesses. */
#include "import/date.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include <decorum/time.h>

/* What is left to read. */
struct rest {
	const char *s, *end;
};

static bool digit(char c) { return c >= '0' && c <= '9'; }

/* A number of `least` to `most` digits. */
static bool number(struct rest *r, int *out, int least, int most)
{
	int n = 0, value = 0;

	while (n < most && r->s < r->end && digit(*r->s)) {
		value = value * 10 + (*r->s++ - '0');
		n++;
	}
	*out = value;
	return n >= least && (r->s == r->end || !digit(*r->s));
}

static bool eat(struct rest *r, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(r->end - r->s) < n || memcmp(r->s, word, n) != 0)
		return false;
	r->s += n;
	return true;
}

/* Blanks as people and libraries write them: also U+00A0 and U+202F. */
static bool blanks(struct rest *r)
{
	const char *before = r->s;

	while (eat(r, " ") || eat(r, "\xc2\xa0") || eat(r, "\xe2\x80\xaf"))
		;
	return r->s > before;
}

static bool done(struct rest *r)
{
	blanks(r);
	return r->s == r->end;
}

static bool month_name(struct rest *r, int *month)
{
	static const char *const names[] = { "January",   "February", "March",    "April",
		                             "May",       "June",     "July",     "August",
		                             "September", "October",  "November", "December" };
	const char *from = r->s;

	while (r->s < r->end && ((*r->s | 0x20) >= 'a' && (*r->s | 0x20) <= 'z'))
		r->s++;
	size_t len = (size_t)(r->s - from);

	for (int i = 0; i < 12; i++) {
		bool whole = len == strlen(names[i]);

		if ((len == 3 || whole) && !strncasecmp(from, names[i], len)) {
			*month = i + 1;
			return true;
		}
	}
	return false;
}

/* Two digits are a year of this century: LinkedIn is of 2003. */
static bool year(struct rest *r, int *out)
{
	const char *from = r->s;

	if (!number(r, out, 2, 4))
		return false;
	if (r->s - from == 2)
		*out += 2000;
	return *out >= 2000;
}

static int64_t moment(const struct dc_date *d) { return dc_date_valid(d) ? dc_moment_of(d) : 0; }

static struct rest begin(const char *s, size_t len)
{
	struct rest r = { s, s + len };

	blanks(&r);
	return r;
}

int64_t dc_import_date_day(const char *s, size_t len)
{
	struct rest r = begin(s, len);
	struct dc_date d = { 0 };

	if (number(&r, &d.day, 1, 2) && (blanks(&r) || eat(&r, "-")) && month_name(&r, &d.month) &&
	    (blanks(&r) || eat(&r, "-")) && year(&r, &d.year) && done(&r))
		return moment(&d);
	return 0;
}

/* "2:37 PM", also "14:37" and seconds, as a spreadsheet leaves it. */
static bool time_of_day(struct rest *r, struct dc_date *d)
{
	if (!number(r, &d->hour, 1, 2) || !eat(r, ":") || !number(r, &d->minute, 2, 2))
		return false;
	if (eat(r, ":") && !number(r, &d->second, 2, 2))
		return false;
	blanks(r);
	bool am = eat(r, "AM") || eat(r, "am"), pm = !am && (eat(r, "PM") || eat(r, "pm"));

	if (!am && !pm)
		return true;
	if (d->hour < 1 || d->hour > 12)
		return false;
	d->hour = d->hour % 12 + (pm ? 12 : 0);
	return true;
}

int64_t dc_import_date_minute(const char *s, size_t len)
{
	struct rest r = begin(s, len);
	struct dc_date d = { 0 };

	if (!number(&r, &d.month, 1, 2) || !eat(&r, "/") || !number(&r, &d.day, 1, 2) ||
	    !eat(&r, "/") || !year(&r, &d.year))
		return 0;
	bool comma = eat(&r, ",");

	if ((blanks(&r) || comma) && time_of_day(&r, &d) && done(&r))
		return moment(&d);
	return 0;
}

int64_t dc_import_date_second(const char *s, size_t len)
{
	struct rest r = begin(s, len);
	struct dc_date d = { 0 };

	if (!number(&r, &d.year, 4, 4) || !eat(&r, "-") || !number(&r, &d.month, 2, 2) ||
	    !eat(&r, "-") || !number(&r, &d.day, 2, 2) || !(blanks(&r) || eat(&r, "T")) ||
	    !number(&r, &d.hour, 2, 2) || !eat(&r, ":") || !number(&r, &d.minute, 2, 2))
		return 0;
	if (eat(&r, ":") && !number(&r, &d.second, 2, 2))
		return 0;
	blanks(&r);
	if (!eat(&r, "UTC"))
		(void)eat(&r, "Z");
	return done(&r) ? moment(&d) : 0;
}

int64_t dc_import_date_named(const char *name)
{
	int64_t found = 0;

	for (const char *at = name; (at = strchr(at, '_')); at++) {
		struct rest r = begin(at + 1, strlen(at + 1));
		struct dc_date d = { 0 };

		if (number(&r, &d.month, 2, 2) && eat(&r, "-") && number(&r, &d.day, 2, 2) &&
		    eat(&r, "-") && number(&r, &d.year, 4, 4) && d.year >= 2003)
			found = moment(&d);
	}
	return found;
}
