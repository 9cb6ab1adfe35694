/* too-long.c - more than LinkedIn takes. */
#include "check/match.h"

#include <inttypes.h>

/* The byte from which on it is too long: clusters are never cut. */
static size_t first_over(const struct dc_doc *doc, size_t limit)
{
	size_t units = 0;

	for (size_t at = 0; at < doc->len;) {
		size_t next = dc_text_next(doc->text, doc->len, at);

		units += dc_text_units(doc->text + at, next - at);
		if (units > limit)
			return at;
		at = next;
	}
	return doc->len;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const bool paid = dc_settings_account(c->settings) == DC_ACCOUNT_PREMIUM;
	const struct dc_limit limit = dc_settings_limit(
		c->settings, paid ? DC_LIMIT_NOTE_UNITS_PREMIUM : DC_LIMIT_NOTE_UNITS_FREE);
	const size_t units = dc_text_units(c->doc->text, c->doc->len);

	if (units <= (size_t)limit.value)
		return;
	dc_check_flag_at(
		sink, (struct dc_span){ first_over(c->doc, (size_t)limit.value), c->doc->len },
		"The note has %zu characters as LinkedIn counts them; a %s account has %" PRId64
		".",
		units, paid ? "paid" : "free", limit.value);
	dc_check_advise(sink, "Drop %zu; the end would be cut off or refused.",
	                units - (size_t)limit.value);
	dc_check_number(sink, "units", (int64_t)units);
	dc_check_number(sink, "limit", limit.value);
	if (*limit.as_of)
		dc_check_text(sink, "as-of", limit.as_of);
	dc_check_source(sink, limit.source);
}

#define FORTY "Your talk on query plans was a real joy "

const struct dc_rule dc_rule_too_long = {
	.info = {
		.id = "too-long",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_ERROR,
		.summary = "The note is longer than LinkedIn takes.",
		.why = "A free account has 200 characters, a paid one 300.  LinkedIn does not say how it "
		       "counts; UTF-16 code units are the safe assumption, in which an emoji is two or "
		       "more.",
		.advice = "Shorten it.",
		.source = "several independent reports; LinkedIn does not document it",
		.bad = DC_EXAMPLES({ .note = FORTY FORTY FORTY FORTY FORTY "." },
		                   { .note = FORTY FORTY FORTY FORTY FORTY FORTY FORTY FORTY,
		                     .account = DC_ACCOUNT_PREMIUM }),
		.good = DC_EXAMPLES({ .note = FORTY FORTY FORTY FORTY FORTY },
		                    { .note = FORTY FORTY FORTY FORTY FORTY FORTY,
		                      .account = DC_ACCOUNT_PREMIUM }),
	},
	.run = run,
};
