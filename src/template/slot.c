/* slot.c - what may fill a slot, and whether a value will do. */
#include "template/front.h"

#include <ctype.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include <decorum/text.h>

enum { PATTERN_MAX = 200, REPEATS_MAX = 1000 };

static const struct {
	const char *name, *question;
} sources[] = {
	{ "first_name", "What do they call themselves?" },
	{ "last_name", "What is their family name?" },
	{ "name", "What is their full name?" },
	{ "headline", "What does their headline say?" },
	{ "company", "Where do they work?" },
	{ "met", "Where did you meet?" },
	{ "my_first_name", "What is your own first name?" },
	{ "my_company", "Where do you work?" },
};

const char *dc_slot_source_at(size_t i) { return i < DC_COUNT(sources) ? sources[i].name : NULL; }

const char *dc_slot_prompt(const struct dc_slot *slot)
{
	if (*slot->question)
		return slot->question;
	for (size_t i = 0; i < DC_COUNT(sources); i++)
		if (!strcmp(slot->from, sources[i].name))
			return sources[i].question;
	return slot->name;
}

/* A matcher of our C library can be made to take all memory by {n} inside {n} and + behind +,
 * for it copies what they repeat, and all time by back-references; a template from a stranger shall
 * not. */
static bool is_tame(const char *pattern)
{
	unsigned long repeats = 1;
	bool counting = false; /* between { and } */

	for (const char *p = pattern; *p; p++) {
		if (*p == '\\') {
			if (isdigit((unsigned char)p[1]) || !p[1])
				return false;
			p++;
		} else if (*p == '{' || *p == '}') {
			counting = *p == '{';
		} else if (counting && isdigit((unsigned char)*p)) {
			size_t digits = strspn(p, "0123456789");

			if (digits > 4 || (repeats *= strtoul(p, NULL, 10) + 1) > REPEATS_MAX)
				return false;
			p += digits - 1;
		} else if (*p == '+' && p > pattern && strchr(")+*?}", p[-1])) {
			if ((repeats *= 2) > REPEATS_MAX)
				return false;
		}
	}
	return true;
}

int dc_template_check_pattern(const char *pattern, struct dc_error *err)
{
	regex_t re;
	char why[120];

	if (strlen(pattern) > PATTERN_MAX || !is_tame(pattern))
		return dc_fail(err, DC_INVALID,
		               "a pattern has at most %d bytes, repeats nothing more than %d times "
		               "and has no back-references",
		               PATTERN_MAX, REPEATS_MAX);
	int rc = regcomp(&re, pattern, REG_EXTENDED | REG_NOSUB);

	if (rc) {
		regerror(rc, &re, why, sizeof(why));
		return dc_fail(err, DC_INVALID, "this pattern cannot be used: %s", why);
	}
	regfree(&re);
	return 0;
}

/* The whole value matches, not just a part of it. */
static bool matches(const char *pattern, const char *value)
{
	DC_AUTO(dc_str) char *whole = dc_printf("^(%s)$", pattern);
	regex_t re;

	int rc = regcomp(&re, whole, REG_EXTENDED | REG_NOSUB);

	if (!rc) {
		rc = regexec(&re, value, 0, NULL, 0);
		regfree(&re);
	}
	if (rc == REG_ESPACE)
		dc_exhausted();
	return !rc;
}

static bool is_choice(const struct dc_slot *slot, const char *value)
{
	for (const char *const *c = slot->choices; *c; c++)
		if (!strcmp(*c, value))
			return true;
	return false;
}

static int fail_choice(const struct dc_slot *slot, const char *value, struct dc_error *err)
{
	DC_AUTO(dc_buf_clear) struct dc_buf list = { 0 };

	for (const char *const *c = slot->choices; *c; c++)
		dc_buf_printf(&list, "%s%s", c == slot->choices ? "" : ", ", *c);
	return dc_fail(err, DC_INVALID, "'%.60s' is not among the choices for %s: %.300s", value,
	               slot->name, dc_buf_str(&list));
}

static int check_characters(const struct dc_slot *slot, const char *value, struct dc_error *err)
{
	size_t len = strlen(value), count = 0;

	if (!dc_text_valid(value, len, NULL))
		return dc_fail(err, DC_INVALID, "the value of %s is not valid UTF-8", slot->name);
	for (const char *p = value; *p; p++)
		if (((unsigned char)*p < 0x20 && *p != '\n') || *p == 0x7f)
			return dc_fail(err, DC_INVALID,
			               "the value of %s has a control character (0x%02x) in it",
			               slot->name, (unsigned)(unsigned char)*p);
	for (size_t at = 0; at < len && (slot->min || slot->max); count++)
		at = dc_text_next(value, len, at);
	if (count < slot->min)
		return dc_fail(err, DC_INVALID, "%s needs at least %zu characters; this has %zu",
		               slot->name, slot->min, count);
	if (slot->max && count > slot->max)
		return dc_fail(err, DC_INVALID, "%s has room for %zu characters; this has %zu",
		               slot->name, slot->max, count);
	return 0;
}

int dc_slot_accepts(const struct dc_slot *slot, const char *value, struct dc_error *err)
{
	int rc;

	if (!*value)
		return slot->required ? dc_fail(err, DC_INVALID, "%s needs a value: %s", slot->name,
		                                dc_slot_prompt(slot))
		                      : 0;
	if ((rc = check_characters(slot, value, err)))
		return rc;
	if (slot->choices && !is_choice(slot, value))
		return fail_choice(slot, value, err);
	if (*slot->pattern && !matches(slot->pattern, value))
		return dc_fail(err, DC_INVALID, "'%.60s' is not what %s wants%s%.200s", value,
		               slot->name, *slot->help ? ": " : ", the pattern ",
		               *slot->help ? slot->help : slot->pattern);
	return 0;
}
