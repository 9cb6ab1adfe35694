/* judge.h - what `check` does with reports: which findings count, how they are printed, how it
 * ends. */
#ifndef DC_CLI_JUDGE_JUDGE_H
#define DC_CLI_JUDGE_JUDGE_H

#include "cmd.h"
#include "format/format.h"

/* Findings of an earlier run, which are not told again.  Zero-initialise. */
struct dc_baseline {
	uint64_t *seen; /* open addressing; 0 is free */
	size_t count, size;
};

/* Reads what `check --format json` or jsonl has written. */
int dc_baseline_read(struct dc_baseline *b, struct dc_cli *cli, const char *path,
                     struct dc_error *err) DC_CHECKED;
bool dc_baseline_has(const struct dc_baseline *b, const char *key, const char *rule,
                     const char *message);
void dc_baseline_clear(struct dc_baseline *b);

/* One run of check. */
struct dc_judge {
	struct dc_cli *cli; /* borrowed */
	const struct dc_format *format;
	struct dc_format_run run;
	enum dc_severity least;   /* what is below is not shown */
	enum dc_severity fail_on; /* from here on it fails … */
	bool never;               /* … unless never */
	struct dc_baseline baseline;
	size_t hidden;   /* in the baseline */
	uint64_t needed; /* a bit per suppression that found something */
	bool begun, failed;
};

/* The rows of the option table that go with it. */
/* clang-format off */
#define DC_JUDGE_OPTIONS \
	{ "format", 0, "FORMAT", .offer = DC_OFFER_FORMAT, .help = "one of those below (default: text)" }, \
	{ "fail-on", 0, "SEVERITY", .choices = "error|warning|info|never", \
	  .help = "exit 1 at this severity or above (default: error)" }, \
	{ "min-severity", 0, "SEVERITY", .choices = "error|warning|info", .help = "show nothing below it" }, \
	{ "rule", 0, "RULE", .offer = DC_OFFER_RULE, .repeats = true, \
	  .help = "only this rule, or group of rules; may be repeated" }, \
	{ "no-rule", 0, "RULE", .offer = DC_OFFER_RULE, .repeats = true, \
	  .help = "without this rule, or group of rules; may be repeated" }, \
	{ "suppress", 0, "RULE=REASON", .offer = DC_OFFER_RULE, .repeats = true, \
	  .help = "pass over what RULE finds; REASON may end in '(until 2027-01-01)'" }, \
	{ "baseline", 0, "FILE", .offer = DC_OFFER_FILE, \
	  .help = "do not tell again what FILE holds, an earlier --format json or jsonl" }
/* clang-format on */

/* Puts --rule, --no-rule and --suppress into the settings, so that the engine obeys them. */
int dc_judge_rules(struct dc_cli *cli, struct dc_error *err) DC_CHECKED;
/* Reads all options; `many` rows or one note. */
int dc_judge_open(struct dc_judge *j, struct dc_cli *cli, bool many, struct dc_error *err)
	DC_CHECKED;
/* Prints what counts of a report. */
void dc_judge_one(struct dc_judge *j, const struct dc_report *r, const char *note, size_t len,
                  const char *file, size_t line);
/* Ends the format, tells which suppressions were not needed or are over.  `rc` is how it went
 * so far; answers the code to end with. */
int dc_judge_close(struct dc_judge *j, int rc);

/* Reads people and notes from a CSV file and judges each row. */
int dc_judge_csv(struct dc_judge *j, const char *path, struct dc_error *err) DC_CHECKED;

/* The note with all fixes applied of which there is only one right text; *changed is false when
 * there was none.  Lives in cli->arena. */
int dc_mend(struct dc_cli *cli, struct dc_draft_request *r, bool *changed, struct dc_error *err)
	DC_CHECKED;
/* The difference as `diff -u` shows it. */
void dc_mend_show(struct dc_cli *cli, const char *name, const char *old, size_t old_len,
                  const char *fresh, size_t fresh_len);

#endif
