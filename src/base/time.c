/* time.c - days and moments; the only reader of a clock. */
#include <decorum/time.h>

#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifndef CLOCK_BOOTTIME
#define CLOCK_BOOTTIME 7 /* Linux; hidden by strict POSIX headers */
#endif

static int64_t reading(clockid_t id)
{
	struct timespec t = { 0 };

	clock_gettime(id, &t);
	return (int64_t)t.tv_sec * DC_SECOND + t.tv_nsec / 1000000;
}

void dc_clock_read(struct dc_clock *out)
{
	int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
	ssize_t n = 0;

	*out = (struct dc_clock){
		.wall = reading(CLOCK_REALTIME),
		.awake = reading(CLOCK_MONOTONIC),
		.elapsed = reading(CLOCK_BOOTTIME),
	};
	if (fd >= 0) {
		n = read(fd, out->boot, sizeof(out->boot) - 1);
		close(fd);
	}
	out->boot[n > 0 ? n : 0] = '\0';
	out->boot[strcspn(out->boot, "\n")] = '\0';
}

static bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static int days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && leap(year));
}

bool dc_date_valid(const struct dc_date *d)
{
	return d->year >= 1 && d->year <= 9999 && d->month >= 1 && d->month <= 12 && d->day >= 1 &&
	       d->day <= days_in(d->year, d->month) && d->hour >= 0 && d->hour < 24 &&
	       d->minute >= 0 && d->minute < 60 && d->second >= 0 && d->second <= 60;
}

/* Days since 1970-01-01 of a civil date; the year is counted from March so that the
 * leap day comes last (H. Hinnant, "chrono-compatible low-level date algorithms"). */
static int64_t days_from_civil(int year, int month, int day)
{
	int64_t y = year - (month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int64_t dc_moment_of(const struct dc_date *d)
{
	int64_t days = days_from_civil(d->year, d->month, d->day);

	return days * DC_DAY + d->hour * DC_HOUR + d->minute * DC_MINUTE + d->second * DC_SECOND;
}

struct dc_date dc_date_of(int64_t moment)
{
	int64_t days = moment / DC_DAY - (moment % DC_DAY < 0);
	int64_t in_day = moment - days * DC_DAY;
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t of_era = z - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t mp = (5 * of_year + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct dc_date){
		.year = (int)(year + era * 400 + (month <= 2)),
		.month = month,
		.day = (int)(of_year - (153 * mp + 2) / 5 + 1),
		.hour = (int)(in_day / DC_HOUR),
		.minute = (int)(in_day / DC_MINUTE % 60),
		.second = (int)(in_day / DC_SECOND % 60),
	};
}

const char *dc_time_day(char out[DC_TIME_MAX], int64_t moment)
{
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
		                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct dc_date d = dc_date_of(moment);

	snprintf(out, DC_TIME_MAX, "%d %s %d", d.day, months[d.month - 1], d.year);
	return out;
}

const char *dc_time_iso(char out[DC_TIME_MAX], int64_t moment)
{
	struct dc_date d = dc_date_of(moment);

	snprintf(out, DC_TIME_MAX, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year % 10000, d.month, d.day,
	         d.hour, d.minute, d.second);
	return out;
}

static const struct {
	const char *name;
	const char *suffixes[2];
	int64_t length;
} units[] = {
	{ "year", { "y", NULL }, 365 * DC_DAY }, { "month", { "mo", NULL }, 30 * DC_DAY },
	{ "week", { "w", NULL }, 7 * DC_DAY },   { "day", { "d", NULL }, DC_DAY },
	{ "hour", { "h", NULL }, DC_HOUR },      { "minute", { "m", "min" }, DC_MINUTE },
	{ "second", { "s", "sec" }, DC_SECOND },
};

const char *dc_time_ago(char out[DC_TIME_MAX], int64_t moment, int64_t now)
{
	int64_t gap = moment < now ? now - moment : moment - now;

	for (size_t i = 0; i < DC_COUNT(units); i++) {
		int64_t n = gap / units[i].length;

		if (n == 0)
			continue;
		snprintf(out, DC_TIME_MAX, moment < now ? "%lld %s%s ago" : "in %lld %s%s",
		         (long long)n, units[i].name, n == 1 ? "" : "s");
		return out;
	}
	snprintf(out, DC_TIME_MAX, "just now");
	return out;
}

/* Reads up to `most` digits; -1 when there is none. */
static int digits(const char **p, int most)
{
	int n = -1;

	for (; most > 0 && isdigit((unsigned char)**p); most--, (*p)++)
		n = (n < 0 ? 0 : n) * 10 + (**p - '0');
	return n;
}

static bool eat(const char **p, char c)
{
	if (**p != c)
		return false;
	(*p)++;
	return true;
}

static bool read_clock_part(const char **p, struct dc_date *d)
{
	if (!eat(p, 'T') && !eat(p, ' '))
		return true;
	d->hour = digits(p, 2);
	if (!eat(p, ':'))
		return false;
	d->minute = digits(p, 2);
	if (eat(p, ':'))
		d->second = digits(p, 2);
	(void)eat(p, 'Z'); /* all times are UTC, said or not */
	return true;
}

int dc_time_parse(int64_t *out, const char *text, struct dc_error *err)
{
	struct dc_date d = { 0 };
	const char *p = text;

	if (eat(&p, '@')) {
		char *end;
		long long seconds = strtoll(p, &end, 10);

		if (*p && !*end && seconds > 0 && seconds < INT64_C(253402300800)) {
			*out = seconds * DC_SECOND;
			return 0;
		}
	} else {
		d.year = digits(&p, 4);
		bool whole = eat(&p, '-');

		d.month = digits(&p, 2);
		whole = whole && eat(&p, '-');
		d.day = digits(&p, 2);
		if (whole && read_clock_part(&p, &d) && !*p && d.year >= 1970 &&
		    dc_date_valid(&d)) {
			*out = dc_moment_of(&d);
			return 0;
		}
	}
	return dc_fail(err, DC_INVALID,
	               "cannot read '%.60s' as a time; write 2026-05-03, 2026-05-03 14:00 (UTC) or "
	               "@SECONDS",
	               text);
}

int dc_zone_parse(int *minutes, const char *text, struct dc_error *err)
{
	const char *p = text;
	const bool utc = !strcmp(text, "Z") || !strcmp(text, "UTC");
	const bool west = *p == '-', sign = west || *p == '+';
	size_t n;

	*minutes = 0;
	if (utc)
		return 0;
	p += sign;
	n = strspn(p, "0123456789");
	int hour = n == 1 || n == 2 ? digits(&p, (int)n) : n == 4 ? digits(&p, 2) : -1;
	int minute = n == 4 ? digits(&p, 2) : 0;

	if (n < 3 && *p == ':') {
		p++;
		minute = strspn(p, "0123456789") == 2 ? digits(&p, 2) : -1;
	}
	*minutes = (west ? -1 : 1) * (hour * 60 + minute);
	if (sign && !*p && hour >= 0 && minute >= 0 && minute < 60 && hour * 60 + minute <= 14 * 60)
		return 0;
	return dc_fail(err, DC_INVALID,
	               "cannot read '%.60s' as an offset from UTC; write +02:00, -05:30 or UTC",
	               text);
}

int dc_duration_parse(int64_t *out, const char *text, struct dc_error *err)
{
	char *end;
	long long n = strtoll(text, &end, 10);
	int64_t unit = *end ? 0 : DC_SECOND;

	for (size_t i = 0; i < DC_COUNT(units) && *end; i++)
		for (size_t k = 0; k < DC_COUNT(units[i].suffixes); k++)
			if (units[i].suffixes[k] && !strcmp(end, units[i].suffixes[k]))
				unit = units[i].length;
	int64_t total;

	if (!isdigit((unsigned char)*text) || !unit ||
	    __builtin_mul_overflow((int64_t)n, unit, &total) || total > 1000 * 365 * DC_DAY)
		return dc_fail(err, DC_INVALID,
		               "cannot read '%.60s' as a length of time; write 30, 30s, 15m, 2h, "
		               "3d, 2w, 6mo or 1y",
		               text);
	*out = total;
	return 0;
}
