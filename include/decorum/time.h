/* time.h - moments and days, as values that are passed in.
 *
 * Moments are milliseconds since 1970-01-01 UTC; 0 means "unknown".  Nothing in
 * the library reads a clock except dc_clock_read(), which only programs call.
 */
#ifndef DECORUM_TIME_H
#define DECORUM_TIME_H

#include <decorum/error.h>
#include <stdint.h>

#define DC_SECOND INT64_C(1000)
#define DC_MINUTE (60 * DC_SECOND)
#define DC_HOUR (60 * DC_MINUTE)
#define DC_DAY (24 * DC_HOUR)

/* One reading of all clocks.  The hold counts `awake`, network deadlines count
 * `elapsed`; the wall clock may only delay (it can be set by anybody). */
struct dc_clock {
	int64_t wall;    /* ms since the epoch, CLOCK_REALTIME */
	int64_t awake;   /* ms, CLOCK_MONOTONIC: stands still while suspended */
	int64_t elapsed; /* ms, CLOCK_BOOTTIME: goes on while suspended */
	char boot[40];   /* boot id; awake and elapsed compare only within one */
};

void dc_clock_read(struct dc_clock *out);

/* Civil date, proleptic Gregorian, UTC. */
struct dc_date {
	int year, month, day; /* month and day from 1 */
	int hour, minute, second;
};

struct dc_date dc_date_of(int64_t moment);
int64_t dc_moment_of(const struct dc_date *d);
/* False for 31 February and the like. */
bool dc_date_valid(const struct dc_date *d);

enum { DC_TIME_MAX = 40 };
/* "3 May 2026" and "2026-05-03T14:00:00Z".  Returns `out`. */
const char *dc_time_day(char out[DC_TIME_MAX], int64_t moment);
const char *dc_time_iso(char out[DC_TIME_MAX], int64_t moment);
/* "just now", "4 minutes ago", "in 3 days": the largest unit that fits. */
const char *dc_time_ago(char out[DC_TIME_MAX], int64_t moment, int64_t now);

/* Reads "2026-05-03", "2026-05-03 14:00", "2026-05-03T14:00:00Z", "@1777816800" (UTC). */
int dc_time_parse(int64_t *out, const char *text, struct dc_error *err) DC_CHECKED;
/* Reads "+02:00", "-0530", "+2", "Z", "UTC": an offset in minutes east of UTC. */
int dc_zone_parse(int *minutes, const char *text, struct dc_error *err) DC_CHECKED;
/* Reads "90s", "15m", "2h", "3d", "2w", "6mo", "1y"; a bare number is seconds.  In ms. */
int dc_duration_parse(int64_t *out, const char *text, struct dc_error *err) DC_CHECKED;

#endif
