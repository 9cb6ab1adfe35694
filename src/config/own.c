/* own.c - a rule as data: what it looks for, what it says, and examples that `rules test` runs. */
#include "config/own.h"

#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include <decorum/text.h>

static const char opening[] = "rule \"";

enum { PATTERN_MAX = 500, THRESHOLD_MAX = 1000 };

bool dc_own_is_key(const char *key) { return !strncmp(key, opening, strlen(opening)); }

/* rule "id".name, taken apart; false when it is not that. */
static bool split(const char *key, const char **id, size_t *id_len, const char **name)
{
	const char *end = strchr(key + strlen(opening), '"');

	*id = key + strlen(opening);
	if (!end || end[1] != '.')
		return false;
	*id_len = (size_t)(end - *id);
	*name = end + 2;
	return *id_len > 0 && strspn(*id, "abcdefghijklmnopqrstuvwxyz0123456789-") == *id_len;
}

static struct dc_own_rule *of(struct dc_own_rules *all, const char *id, size_t len,
                              const char *origin)
{
	for (size_t i = 0; i < all->count; i++)
		if (strlen(all->items[i]->id) == len && !memcmp(all->items[i]->id, id, len))
			return all->items[i];
	struct dc_own_rule *r = dc_arena_alloc(&all->arena, 1, sizeof(*r));
	static const char *const none[] = { NULL };

	*r = (struct dc_own_rule){
		.id = dc_arena_strndup(&all->arena, id, len),
		.origin = dc_arena_strdup(&all->arena, origin),
		.severity = "warning",
		.message = "",
		.advice = "",
		.pattern = "",
		.threshold = 1,
		.phrases = none,
		.bad = none,
		.good = none,
	};
	all->items = dc_grow(all->items, all->count + 1, sizeof(*all->items));
	all->items[all->count++] = r;
	return r;
}

static void append(struct dc_arena *a, const char *const **list, const char *text)
{
	size_t n = 0;

	while ((*list)[n])
		n++;
	const char **more = dc_arena_alloc(a, n + 2, sizeof(*more));

	memcpy(more, *list, n * sizeof(*more));
	more[n] = dc_arena_strdup(a, text);
	more[n + 1] = NULL;
	*list = more;
}

static int set_pattern(struct dc_own_rule *r, const char *value, const char *origin,
                       struct dc_arena *a, struct dc_error *err)
{
	char why[120];
	regex_t *re;

	if (r->matcher)
		return dc_fail(err, DC_INVALID, "%s: a rule has one pattern; join them with '|'",
		               origin);
	if (strlen(value) > PATTERN_MAX)
		return dc_fail(err, DC_INVALID, "%s: a pattern has at most %d bytes", origin,
		               PATTERN_MAX);
	re = dc_alloc(1, sizeof(*re));
	int rc = regcomp(re, value, REG_EXTENDED | REG_ICASE);

	if (rc) {
		regerror(rc, re, why, sizeof(why));
		dc_free(re);
		return dc_fail(err, DC_INVALID, "%s: the pattern cannot be used: %s", origin, why);
	}
	r->matcher = re;
	r->pattern = dc_arena_strdup(a, value);
	return 0;
}

static int set_threshold(struct dc_own_rule *r, const char *value, const char *origin,
                         struct dc_error *err)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (!*value || *end || n < 1 || n > THRESHOLD_MAX)
		return dc_fail(err, DC_INVALID, "%s: threshold cannot be '%.60s'; write 1 to %d",
		               origin, value, THRESHOLD_MAX);
	r->threshold = (size_t)n;
	return 0;
}

/* One row per key that is a text, one per key that may come again. */
static const struct {
	const char *name;
	size_t at;
} texts[] = {
	{ "message", offsetof(struct dc_own_rule, message) },
	{ "advice", offsetof(struct dc_own_rule, advice) },
	{ "severity", offsetof(struct dc_own_rule, severity) },
}, lists[] = {
	{ "phrase", offsetof(struct dc_own_rule, phrases) },
	{ "bad", offsetof(struct dc_own_rule, bad) },
	{ "good", offsetof(struct dc_own_rule, good) },
};

int dc_own_set(struct dc_own_rules *all, const char *key, const char *value, const char *origin,
               struct dc_error *err)
{
	const char *id, *name;
	size_t len;

	if (!split(key, &id, &len, &name))
		return dc_fail(err, DC_INVALID,
		               "%s: a rule of your own begins with [rule \"its-name\"], in small "
		               "letters, digits and '-'",
		               origin);
	struct dc_own_rule *r = of(all, id, len, origin);

	if (!strcmp(name, "pattern"))
		return set_pattern(r, value, origin, &all->arena, err);
	if (!strcmp(name, "threshold"))
		return set_threshold(r, value, origin, err);
	if (!strcmp(name, "severity") && strcmp(value, "error") && strcmp(value, "warning") &&
	    strcmp(value, "info"))
		return dc_fail(err, DC_INVALID,
		               "%s: severity cannot be '%.60s'; write error, warning or info",
		               origin, value);
	for (size_t i = 0; i < DC_COUNT(texts); i++)
		if (!strcmp(texts[i].name, name)) {
			*(const char **)(void *)((char *)r +
			                         texts[i].at) = dc_arena_strdup(&all->arena, value);
			return 0;
		}
	for (size_t i = 0; i < DC_COUNT(lists); i++)
		if (!strcmp(lists[i].name, name)) {
			append(&all->arena, (const char *const **)(void *)((char *)r + lists[i].at),
			       value);
			return 0;
		}
	return dc_fail(err, DC_INVALID,
	               "%s: a rule has no '%.60s'; it has phrase, pattern, threshold, severity, "
	               "message, advice, bad and good",
	               origin, name);
}

int dc_own_complete(const struct dc_own_rules *all, struct dc_error *err)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct dc_own_rule *r = all->items[i];

		if (!r->matcher && !r->phrases[0])
			return dc_fail(
				err, DC_INVALID,
				"%s: the rule \"%.60s\" looks for nothing: give a phrase or a "
				"pattern",
				r->origin, r->id);
		if (!*r->message)
			return dc_fail(err, DC_INVALID,
			               "%s: the rule \"%.60s\" says nothing: give a message",
			               r->origin, r->id);
	}
	return 0;
}

void dc_own_clear(struct dc_own_rules *all)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i]->matcher) {
			regfree(all->items[i]->matcher);
			dc_free(all->items[i]->matcher);
		}
	dc_free(all->items);
	dc_arena_clear(&all->arena);
	*all = (struct dc_own_rules){ 0 };
}

bool dc_own_rule_find(const struct dc_own_rule *r, const char *text, size_t from,
                      struct dc_span *at)
{
	regmatch_t m;
	int rc = r->matcher ? regexec(r->matcher, text + from, 1, &m, from ? REG_NOTBOL : 0)
	                    : REG_NOMATCH;

	if (rc == REG_ESPACE)
		dc_exhausted();
	if (rc)
		return false;
	*at = (struct dc_span){ from + (size_t)m.rm_so, from + (size_t)m.rm_eo };
	return true;
}
