/* settings.h - what the user may tune, with where each value comes from.
 *
 * The file is INI ($XDG_CONFIG_HOME/decorum/config.ini, opened by the program).
 * Every key stands in one table in config/settings.c: type, range, default, help.
 */
#ifndef DECORUM_SETTINGS_H
#define DECORUM_SETTINGS_H

#include <decorum/buf.h>
#include <decorum/error.h>
#include <decorum/text.h>
#include <stdbool.h>
#include <stdint.h>

enum dc_account { DC_ACCOUNT_FREE, DC_ACCOUNT_PREMIUM };

/* What LinkedIn allows, as dated data: it changes without notice, so a user may
 * override each value by its name in the section [limits]. */
struct dc_limit {
	const char *name;    /* "week", "note-units-free", ... */
	const char *summary; /* "requests in seven days" */
	int64_t value;
	const char *as_of;  /* "2026-03": when the fact was gathered */
	const char *source; /* who says so, and how sure */
};

/* "about " before a number that nobody knows for sure, "" before one that the user has set. */
const char *dc_limit_about(const struct dc_limit *limit);

enum dc_limit_id {
	DC_LIMIT_NOTE_UNITS_FREE,
	DC_LIMIT_NOTE_UNITS_PREMIUM,
	DC_LIMIT_NOTES_MONTH_FREE, /* personalised notes a month, free account */
	DC_LIMIT_DAY,
	DC_LIMIT_WEEK,
	DC_LIMIT_MONTH,
	DC_LIMIT_BURST,         /* requests within the burst window */
	DC_LIMIT_BURST_MINUTES, /* the burst window */
	DC_LIMIT_PENDING,
	DC_LIMIT_WITHDRAWN_DAYS, /* no new invitation after a withdrawal */
	DC_LIMIT_DECLINED_DAYS,  /* our advice, not LinkedIn's rule */
	DC_LIMIT_IGNORED_DAYS,   /* our advice */
	DC_LIMIT_EXPIRY_DAYS,    /* a pending request expires */
	DC_LIMIT_SIMILAR_PERCENT,
	DC_LIMIT_SIMILAR_PEOPLE,
	DC_LIMIT_COMPANY_PEOPLE, /* of one company, within company-days */
	DC_LIMIT_COMPANY_DAYS,
	DC_LIMIT_WARM_UP_DAYS, /* an account is new for so long … */
	DC_LIMIT_WARM_UP_WEEK, /* … and may send so many requests a week */
	DC_LIMIT_ACCEPTANCE_PERCENT,
	DC_LIMIT_ACCEPTANCE_LEAST, /* requests before acceptance says anything */
	DC_LIMIT_TEMPLATE_PEOPLE,  /* of one template, in 30 days */
	DC_LIMIT_OWN_PERCENT,      /* words of one's own in a note from a template */
	DC_LIMIT_COUNT
};

struct dc_settings; /* immutable once read */

/* Defaults, overlaid by the INI text (may be NULL).  `name` is the file's name for
 * messages; DC_INVALID names file and line, the key, and the nearest known one. */
int dc_settings_read(struct dc_settings **out, const char *name, const char *ini, size_t len,
                     struct dc_error *err) DC_CHECKED;
void dc_settings_free(struct dc_settings *s);
DC_DEFINE_AUTO(struct dc_settings, dc_settings_free)

/* Overlays one value, as for an option on the command line: origin is shown by
 * `config show --origin`, borrowed for the life of the settings. */
int dc_settings_set(struct dc_settings *s, const char *key, const char *value, const char *origin,
                    struct dc_error *err) DC_CHECKED;

enum dc_account dc_settings_account(const struct dc_settings *s);
int64_t dc_settings_hold(const struct dc_settings *s);            /* ms, 0 to 3,600,000 */
const char *dc_settings_me(const struct dc_settings *s);          /* own profile address or "" */
int64_t dc_settings_since(const struct dc_settings *s);           /* the account's first day or 0 */
bool dc_settings_zone(const struct dc_settings *s, int *minutes); /* east of UTC; false: not told */
/* Whom the user wants to know, "recruiter, data engineer"; or "". */
const char *dc_settings_goal_titles(const struct dc_settings *s);
const char *dc_settings_goal_companies(const struct dc_settings *s);
const char *dc_settings_opener(
	const struct dc_settings *s); /* program that opens an address or "" */
const char *dc_settings_clipboard(
	const struct dc_settings *s); /* program that reads the note on stdin or "" */
bool dc_settings_spelling(const struct dc_settings *s);            /* whether hunspell is asked */
const char *dc_settings_dictionaries(const struct dc_settings *s); /* names with blanks, or "" */
const char *dc_settings_transport(const struct dc_settings *s);    /* id */
/* What to do with a request that is late, because the machine slept or was off: ask, hold it
 * again in full, or send it when it is late by at most *within ms and else ask. */
enum dc_late { DC_LATE_ASK, DC_LATE_HOLD, DC_LATE_SEND };
enum dc_late dc_settings_late(const struct dc_settings *s, int64_t *within);
/* The section [api]; "" where nothing is set, times in ms. */
struct dc_settings_api {
	const char *base, *login, *client_id, *secret_command, *scope, *token_command, *person;
	const char *ca_file;
	bool pkce, loopback;
	int64_t connect, total, settle;
};
void dc_settings_api(const struct dc_settings *s, struct dc_settings_api *out);
/* The value in force and the dated fact behind it. */
struct dc_limit dc_settings_limit(const struct dc_settings *s, enum dc_limit_id id);
/* "error", "warning", "info", "off" from section [rules], or NULL: the rule's own. */
const char *dc_settings_rule(const struct dc_settings *s, const char *rule);

/* What a rule finds is passed over for a reason, from section [suppress]: "rule = why", or
 * "rule = why (until 2027-01-01)".  Strings are borrowed. */
struct dc_suppression {
	const char *rule, *reason;
	int64_t until;      /* over from this moment on; 0: never */
	const char *origin; /* "config.ini:7", "--suppress" */
};
/* False past the end. */
bool dc_settings_suppression(const struct dc_settings *s, size_t i, struct dc_suppression *out);

/* A rule of the user's own, from a section [rule "id"].  Strings and NULL-ended lists are
 * borrowed and never NULL. */
struct dc_own_rule {
	const char *id, *severity, *message, *advice;
	const char *const *phrases; /* as the rules have them: "pick|picking ... brain?" */
	const char *pattern;        /* POSIX extended, in any case; or "" */
	size_t threshold;           /* from so many places on it is flagged */
	const char *const *bad, *const *good;
	const char *origin; /* "config.ini:12" */
	void *matcher;      /* private: the pattern compiled */
};
/* NULL past the end. */
const struct dc_own_rule *dc_settings_own_rule(const struct dc_settings *s, size_t i);
/* Where its pattern matches at or after `from`. */
bool dc_own_rule_find(const struct dc_own_rule *r, const char *text, size_t from,
                      struct dc_span *at);

/* Walks all keys: false past the end.  Strings are borrowed. */
struct dc_setting {
	const char *key; /* "outbox.hold" */
	const char *value;
	const char *origin; /* "default", "config.ini:7", "--account" */
	const char *summary;
};
bool dc_settings_at(const struct dc_settings *s, size_t i, struct dc_setting *out);

#endif
