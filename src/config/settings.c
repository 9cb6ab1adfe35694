/* settings.c - the table of keys, and reading the file that overlays it.
 *
 * inih splits the lines; what a key is, may hold and means stands in the tables here
 * and in limits.c, from which `config show`, its help and its errors follow.
 */
#include <decorum/settings.h>

#include <ini.h>
#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>
#include <decorum/text.h>
#include <decorum/time.h>

#include "config/limits.h"
#include "config/own.h"

enum kind { CHOICE, NUMBER, TEXT, DATE, ZONE }; /* the last two may be empty */

enum key {
	ACCOUNT,
	ME,
	SINCE,
	HOME_ZONE,
	GOAL_TITLES,
	GOAL_COMPANIES,
	HOLD,
	TRANSPORT,
	LATE,
	OPENER,
	CLIPBOARD,
	SPELLING,
	DICTIONARIES,
	API_BASE,
	API_LOGIN,
	API_CLIENT,
	API_SECRET,
	API_SCOPE,
	API_PKCE,
	API_TOKEN,
	API_PERSON,
	API_CA,
	API_CONNECT,
	API_TOTAL,
	API_SETTLE,
	API_LOOPBACK,
	KEY_COUNT
};

static const struct row {
	const char *key;
	enum kind kind;
	const char *preset;
	const char *choices; /* CHOICE: "a|b" */
	int64_t min, max;    /* NUMBER */
	const char *summary;
} rows[KEY_COUNT] = {
	[ACCOUNT] = { "account.type", CHOICE, "free", "free|premium", 0, 0,
	              "decides how long a note may be and how many a month" },
	[ME] = { "account.me", TEXT, "", NULL, 0, 0, "your own profile address" },
	[SINCE] = { "account.since", DATE, "", NULL, 0, 0,
	            "the day your account began, as 2026-11-01: a new one is warmed up slowly" },
	[HOME_ZONE] = { "account.zone", ZONE, "", NULL, 0, 0,
	                "your offset from UTC, as +02:00: requests at night are told" },
	[GOAL_TITLES] = { "goals.titles", TEXT, "", NULL, 0, 0,
	                  "whom you want to know, by what they do: recruiter, data engineer" },
	[GOAL_COMPANIES] = { "goals.companies", TEXT, "", NULL, 0, 0,
	                     "whom you want to know, by company: Northwind, Initech" },
	[HOLD] = { "outbox.hold", NUMBER, "30", NULL, 0, 3600,
	           "seconds during which undo is free" },
	[TRANSPORT] = { "outbox.transport", TEXT, "browser", NULL, 0, 0,
	                "how a request leaves: browser hands over to you" },
	[LATE] = { "outbox.late", TEXT, "ask", NULL, 0, 0,
	           "what comes too late, after sleep or a crash: ask, hold again, or "
	           "send-within MINUTES" },
	[OPENER] = { "handoff.opener", TEXT, "", NULL, 0, 0,
	             "program that opens an address; empty: xdg-open and its like" },
	[CLIPBOARD] = { "handoff.clipboard", TEXT, "", NULL, 0, 0,
	                "program that takes the note on its input; empty: wl-copy, xclip, xsel" },
	[SPELLING] = { "spelling.check", CHOICE, "no", "yes|no", 0, 0,
	               "whether hunspell, when it is installed, looks for misspelt words" },
	[DICTIONARIES] = { "spelling.dictionaries", TEXT, "", NULL, 0, 0,
	                   "hunspell's dictionaries, such as en_GB de_AT; empty: what is there" },
	[API_BASE] = { "api.base", TEXT, "https://api.linkedin.com", NULL, 0, 0,
	               "where the official API is" },
	[API_LOGIN] = { "api.login", TEXT, "https://www.linkedin.com", NULL, 0, 0,
	                "where decorum login asks for access" },
	[API_CLIENT] = { "api.client-id", TEXT, "", NULL, 0, 0,
	                 "client id of your approved LinkedIn app" },
	[API_SECRET] = { "api.secret-command", TEXT, "", NULL, 0, 0,
	                 "program that prints the client secret of the app; no shell" },
	[API_SCOPE] = { "api.scope", TEXT, "", NULL, 0, 0,
	                "scopes to ask for, as your partner agreement names them" },
	[API_PKCE] = { "api.pkce", CHOICE, "no", "yes|no", 0, 0,
	               "whether the app takes PKCE (RFC 7636) instead of a secret" },
	[API_TOKEN] = { "api.token-command", TEXT, "", NULL, 0, 0,
	                "program that prints an access token, instead of decorum login; no shell" },
	[API_PERSON] = { "api.person", TEXT, "", NULL, 0, 0,
	                 "you, as urn:li:person:ID; empty: read from your invitations" },
	[API_CA] = { "api.ca-file", TEXT, "", NULL, 0, 0,
	             "file with the TLS roots to trust; empty: the system's" },
	[API_CONNECT] = { "api.connect-timeout", NUMBER, "20", NULL, 1, 300,
	                  "seconds to wait for a connection" },
	[API_TOTAL] = { "api.timeout", NUMBER, "60", NULL, 1, 600,
	                "seconds to wait for a whole answer" },
	[API_SETTLE] = { "api.settle", NUMBER, "120", NULL, 0, 86400,
	                 "seconds before an unknown outcome is looked up" },
	[API_LOOPBACK] = { "api.loopback", CHOICE, "no", "yes|no", 0, 0,
	                   "for tests: plain http is allowed, to this machine only" },
};

static const char severities[] = "error|warning|info|off";
static const char suppress[] = "suppress.";

struct value {
	char *key;    /* owned; only of rules */
	char *text;   /* owned */
	char *origin; /* owned */
	int64_t number;
};

struct dc_settings {
	struct value keys[KEY_COUNT];
	struct value limits[DC_LIMIT_COUNT];
	struct value *rules; /* [rules] and [suppress]: keys that name a rule */
	size_t rule_count;
	struct dc_own_rules own;
};

static void put(struct value *v, const char *text, const char *origin, int64_t number)
{
	dc_free(v->text);
	dc_free(v->origin);
	v->text = dc_strdup(text);
	v->origin = dc_strdup(origin);
	v->number = number;
}

static bool one_of(const char *choices, const char *text)
{
	size_t len = strlen(text);

	for (const char *p = choices; *p; p += strcspn(p, "|"), p += *p == '|')
		if (strcspn(p, "|") == len && !strncmp(p, text, len))
			return true;
	return false;
}

static bool to_number(int64_t *out, const char *text, int64_t min, int64_t max)
{
	char *end;
	long long n = strtoll(text, &end, 10);

	if (!*text || *end || n < min || n > max)
		return false;
	*out = n;
	return true;
}

/* "ask", "hold" or "send-within MINUTES". */
static bool to_late(const char *text, enum dc_late *out, int64_t *within)
{
	static const char limited[] = "send-within ";
	int64_t minutes = 0;

	*within = 0;
	*out = !strcmp(text, "hold") ? DC_LATE_HOLD : DC_LATE_ASK;
	if (!strcmp(text, "ask") || !strcmp(text, "hold"))
		return true;
	if (strncmp(text, limited, strlen(limited)) != 0 ||
	    !to_number(&minutes, text + strlen(limited), 0, 7 * 24 * 60))
		return false;
	*out = DC_LATE_SEND;
	*within = minutes * 60 * 1000;
	return true;
}

static int bad_choice(struct dc_error *err, const char *origin, const char *key, const char *value,
                      const char *choices)
{
	return dc_fail(err, DC_INVALID, "%s: %s cannot be '%.60s'; write one of %s", origin, key,
	               value, choices);
}

static int bad_number(struct dc_error *err, const char *origin, const char *key, const char *value,
                      int64_t min, int64_t max)
{
	return dc_fail(err, DC_INVALID,
	               "%s: %s cannot be '%.60s'; write a whole number from %lld to %lld", origin,
	               key, value, (long long)min, (long long)max);
}

static int to_moment(int64_t *out, enum kind kind, const char *value, const char *origin,
                     const char *key, struct dc_error *err)
{
	struct dc_error why = { 0 };
	int minutes = 0;

	if (!*value)
		return 0;
	if (kind == DATE ? dc_time_parse(out, value, &why) : dc_zone_parse(&minutes, value, &why))
		return dc_fail(err, DC_INVALID, "%s: %s: %s", origin, key, why.msg);
	if (kind == ZONE)
		*out = minutes;
	return 0;
}

static int set_row(struct dc_settings *s, enum key k, const char *value, const char *origin,
                   struct dc_error *err)
{
	const struct row *r = &rows[k];
	int64_t number = 0, within;
	enum dc_late late;

	if (k == LATE && !to_late(value, &late, &within))
		return bad_choice(err, origin, r->key, value, "ask|hold|send-within MINUTES");
	if (r->kind == CHOICE && !one_of(r->choices, value))
		return bad_choice(err, origin, r->key, value, r->choices);
	if (r->kind == NUMBER && !to_number(&number, value, r->min, r->max))
		return bad_number(err, origin, r->key, value, r->min, r->max);
	if ((r->kind == DATE || r->kind == ZONE) &&
	    to_moment(&number, r->kind, value, origin, r->key, err))
		return DC_INVALID;
	put(&s->keys[k], value, origin, number);
	return 0;
}

static int set_limit(struct dc_settings *s, size_t i, const char *value, const char *origin,
                     struct dc_error *err)
{
	const struct dc_limit_row *r = &dc_limit_rows[i];
	int64_t number;

	if (!to_number(&number, value, r->min, r->max))
		return bad_number(err, origin, r->key, value, r->min, r->max);
	put(&s->limits[i], value, origin, number);
	return 0;
}

static void put_named(struct dc_settings *s, const char *key, const char *value, const char *origin,
                      int64_t number)
{
	size_t i = 0;

	while (i < s->rule_count && strcmp(s->rules[i].key, key) != 0)
		i++;
	if (i == s->rule_count) {
		s->rules = dc_grow(s->rules, s->rule_count + 1, sizeof(*s->rules));
		s->rules[s->rule_count++] = (struct value){ .key = dc_strdup(key) };
	}
	put(&s->rules[i], value, origin, number);
}

static int set_rule(struct dc_settings *s, const char *key, const char *value, const char *origin,
                    struct dc_error *err)
{
	if (!one_of(severities, value))
		return bad_choice(err, origin, key, value, severities);
	put_named(s, key, value, origin, 0);
	return 0;
}

/* "why" or "why (until 2027-01-01)"; the number is the moment at which it is over. */
static int set_suppression(struct dc_settings *s, const char *key, const char *value,
                           const char *origin, struct dc_error *err)
{
	static const char mark[] = "(until ";
	const char *open = strrchr(value, '(');
	size_t len = strlen(value);
	struct dc_error why = { 0 };
	int64_t until = 0;

	if (open && len && value[len - 1] == ')' && !strncmp(open, mark, strlen(mark))) {
		DC_AUTO(dc_str)
		char *day = dc_strndup(open + strlen(mark),
		                       (size_t)(value + len - 1 - open) - strlen(mark));

		if (dc_time_parse(&until, day, &why))
			return dc_fail(err, DC_INVALID, "%s: %s: %s", origin, key, why.msg);
		len = (size_t)(open - value);
	}
	while (len && value[len - 1] == ' ')
		len--;
	if (!len)
		return dc_fail(err, DC_INVALID,
		               "%s: %s wants a reason: '%s = why', or '%s = why (until "
		               "2027-01-01)'",
		               origin, key, key, key);
	DC_AUTO(dc_str) char *reason = dc_strndup(value, len);

	put_named(s, key, reason, origin, until);
	return 0;
}

/* The known key that looks most like it. */
static const char *nearest(const char *key)
{
	const char *best = "";
	size_t least = SIZE_MAX;

	for (size_t i = 0; i < KEY_COUNT + DC_LIMIT_COUNT; i++) {
		const char *known = i < KEY_COUNT ? rows[i].key : dc_limit_rows[i - KEY_COUNT].key;
		size_t far = dc_text_distance(key, known, 64);

		if (far < least) {
			least = far;
			best = known;
		}
	}
	return best;
}

int dc_settings_set(struct dc_settings *s, const char *key, const char *value, const char *origin,
                    struct dc_error *err)
{
	for (size_t i = 0; i < KEY_COUNT; i++)
		if (!strcmp(key, rows[i].key))
			return set_row(s, (enum key)i, value, origin, err);
	for (size_t i = 0; i < DC_LIMIT_COUNT; i++)
		if (!strcmp(key, dc_limit_rows[i].key))
			return set_limit(s, i, value, origin, err);
	if (!strncmp(key, "rules.", 6) && key[6])
		return set_rule(s, key, value, origin, err);
	if (!strncmp(key, suppress, strlen(suppress)) && key[strlen(suppress)])
		return set_suppression(s, key, value, origin, err);
	if (dc_own_is_key(key))
		return dc_own_set(&s->own, key, value, origin, err);
	return dc_fail(err, DC_INVALID, "%s: there is no setting '%.60s'; did you mean %s?", origin,
	               key, nearest(key));
}

/* --- the file: a stream of lines to inih, counted so that errors can name them */

struct file {
	struct dc_settings *settings;
	const char *name;
	const char *at, *end;
	int line;
	struct dc_error *err;
	int rc;
};

static char *next_line(char *out, int size, void *stream)
{
	struct file *f = stream;
	size_t n = 0;

	if (f->at >= f->end)
		return NULL;
	while (f->at < f->end && n + 1 < (size_t)size && (n == 0 || out[n - 1] != '\n'))
		out[n++] = *f->at++;
	out[n] = '\0';
	f->line++;
	if (n && out[n - 1] != '\n' &&
	    f->at < f->end) { /* inih would take the rest for a new line */
		f->rc = dc_fail(f->err, DC_INVALID, "%s:%d: this line has more than %d bytes",
		                f->name, f->line, size - 2);
		return NULL;
	}
	return out;
}

static int on_pair(void *user, const char *section, const char *name, const char *value)
{
	struct file *f = user;
	DC_AUTO(dc_str) char *key = dc_printf("%s%s%s", section, *section ? "." : "", name);
	DC_AUTO(dc_str) char *origin = dc_printf("%s:%d", f->name, f->line);

	f->rc = dc_settings_set(f->settings, key, value ? value : "", origin, f->err);
	return f->rc == 0;
}

static struct dc_settings *defaults(void)
{
	struct dc_settings *s = dc_alloc(1, sizeof(*s));

	for (size_t i = 0; i < KEY_COUNT; i++)
		(void)set_row(s, (enum key)i, rows[i].preset, "default",
		              NULL); /* the table is valid */
	for (size_t i = 0; i < DC_LIMIT_COUNT; i++) {
		DC_AUTO(dc_str)
		char *text = dc_printf("%lld", (long long)dc_limit_rows[i].fact.value);

		put(&s->limits[i], text, "default", dc_limit_rows[i].fact.value);
	}
	return s;
}

int dc_settings_read(struct dc_settings **out, const char *name, const char *ini, size_t len,
                     struct dc_error *err)
{
	DC_AUTO(dc_settings_free) struct dc_settings *s = defaults();
	struct file f = {
		.settings = s, .name = name, .at = ini, .end = ini ? ini + len : NULL, .err = err
	};
	size_t bad;

	if (ini && !dc_text_valid(ini, len, &bad))
		return dc_fail(err, DC_INVALID, "%s: byte %zu is not UTF-8; save the file as UTF-8",
		               name, bad + 1);
	int line = ini ? ini_parse_stream(next_line, &f, on_pair, &f) : 0;

	if (f.rc)
		return f.rc;
	if (line < 0)
		dc_exhausted();
	if (line)
		return dc_fail(err, DC_INVALID,
		               "%s:%d: this is neither a [section], nor a 'key = value', nor a "
		               "comment (;)",
		               name, line);
	if ((f.rc = dc_own_complete(&s->own, err)))
		return f.rc;
	*out = DC_STEAL(s);
	return 0;
}

void dc_settings_free(struct dc_settings *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < KEY_COUNT; i++) {
		dc_free(s->keys[i].text);
		dc_free(s->keys[i].origin);
	}
	for (size_t i = 0; i < DC_LIMIT_COUNT; i++) {
		dc_free(s->limits[i].text);
		dc_free(s->limits[i].origin);
	}
	for (size_t i = 0; i < s->rule_count; i++) {
		dc_free(s->rules[i].key);
		dc_free(s->rules[i].text);
		dc_free(s->rules[i].origin);
	}
	dc_free(s->rules);
	dc_own_clear(&s->own);
	dc_free(s);
}

/* --- what is in force */

enum dc_account dc_settings_account(const struct dc_settings *s)
{
	return strcmp(s->keys[ACCOUNT].text, "premium") ? DC_ACCOUNT_FREE : DC_ACCOUNT_PREMIUM;
}

int64_t dc_settings_hold(const struct dc_settings *s) { return s->keys[HOLD].number * 1000; }
const char *dc_settings_me(const struct dc_settings *s) { return s->keys[ME].text; }
int64_t dc_settings_since(const struct dc_settings *s) { return s->keys[SINCE].number; }
const char *dc_settings_goal_titles(const struct dc_settings *s)
{
	return s->keys[GOAL_TITLES].text;
}
const char *dc_settings_goal_companies(const struct dc_settings *s)
{
	return s->keys[GOAL_COMPANIES].text;
}

bool dc_settings_zone(const struct dc_settings *s, int *minutes)
{
	*minutes = (int)s->keys[HOME_ZONE].number;
	return *s->keys[HOME_ZONE].text;
}

const char *dc_settings_opener(const struct dc_settings *s) { return s->keys[OPENER].text; }
const char *dc_settings_clipboard(const struct dc_settings *s) { return s->keys[CLIPBOARD].text; }
bool dc_settings_spelling(const struct dc_settings *s)
{
	return !strcmp(s->keys[SPELLING].text, "yes");
}

const char *dc_settings_dictionaries(const struct dc_settings *s)
{
	return s->keys[DICTIONARIES].text;
}

const char *dc_settings_transport(const struct dc_settings *s) { return s->keys[TRANSPORT].text; }

enum dc_late dc_settings_late(const struct dc_settings *s, int64_t *within)
{
	enum dc_late late = DC_LATE_ASK;

	(void)to_late(s->keys[LATE].text, &late, within); /* checked when it was set */
	return late;
}

void dc_settings_api(const struct dc_settings *s, struct dc_settings_api *out)
{
	*out = (struct dc_settings_api){
		.base = s->keys[API_BASE].text,
		.login = s->keys[API_LOGIN].text,
		.client_id = s->keys[API_CLIENT].text,
		.secret_command = s->keys[API_SECRET].text,
		.scope = s->keys[API_SCOPE].text,
		.token_command = s->keys[API_TOKEN].text,
		.person = s->keys[API_PERSON].text,
		.ca_file = s->keys[API_CA].text,
		.pkce = !strcmp(s->keys[API_PKCE].text, "yes"),
		.loopback = !strcmp(s->keys[API_LOOPBACK].text, "yes"),
		.connect = s->keys[API_CONNECT].number * 1000,
		.total = s->keys[API_TOTAL].number * 1000,
		.settle = s->keys[API_SETTLE].number * 1000,
	};
}

const char *dc_limit_about(const struct dc_limit *limit) { return *limit->as_of ? "about " : ""; }

struct dc_limit dc_settings_limit(const struct dc_settings *s, enum dc_limit_id id)
{
	struct dc_limit limit = dc_limit_rows[id].fact;

	if (strcmp(s->limits[id].origin, "default")) {
		limit.value = s->limits[id].number;
		limit.as_of = "";
		limit.source = s->limits[id].origin;
	}
	return limit;
}

const char *dc_settings_rule(const struct dc_settings *s, const char *rule)
{
	for (size_t i = 0; i < s->rule_count; i++)
		if (!strncmp(s->rules[i].key, "rules.", 6) && !strcmp(s->rules[i].key + 6, rule))
			return s->rules[i].text;
	return NULL;
}

const struct dc_own_rule *dc_settings_own_rule(const struct dc_settings *s, size_t i)
{
	return i < s->own.count ? s->own.items[i] : NULL;
}

bool dc_settings_suppression(const struct dc_settings *s, size_t n, struct dc_suppression *out)
{
	for (size_t i = 0; i < s->rule_count; i++) {
		const struct value *v = &s->rules[i];

		if (strncmp(v->key, suppress, strlen(suppress)) != 0 || n-- > 0)
			continue;
		*out = (struct dc_suppression){ .rule = v->key + strlen(suppress),
			                        .reason = v->text,
			                        .until = v->number,
			                        .origin = v->origin };
		return true;
	}
	return false;
}

static struct dc_setting shown(const char *key, const struct value *v, const char *summary)
{
	return (struct dc_setting){
		.key = key, .value = v->text, .origin = v->origin, .summary = summary
	};
}

bool dc_settings_at(const struct dc_settings *s, size_t i, struct dc_setting *out)
{
	if (i < KEY_COUNT) {
		*out = shown(rows[i].key, &s->keys[i], rows[i].summary);
		return true;
	}
	i -= KEY_COUNT;
	if (i < DC_LIMIT_COUNT) {
		*out = shown(dc_limit_rows[i].key, &s->limits[i], dc_limit_rows[i].fact.summary);
		return true;
	}
	i -= DC_LIMIT_COUNT;
	if (i < s->rule_count) {
		*out = shown(s->rules[i].key, &s->rules[i],
		             strncmp(s->rules[i].key, suppress, strlen(suppress)) != 0
		                     ? "severity of a rule"
		                     : "why what this rule finds is passed over");
		return true;
	}
	return false;
}
