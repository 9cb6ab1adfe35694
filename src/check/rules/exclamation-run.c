/* exclamation-run.c - more exclamation marks than joy. */
#include "check/match.h"

/* A run of two, or so many in all. */
enum { MANY = 4 };

/* Also the marks of Spanish openings and of wide scripts. */
static size_t mark_at(const char *s, size_t left)
{
	if (*s == '!' || *s == '?')
		return 1;
	if (left > 1 && (unsigned char)s[0] == 0xc2 && (unsigned char)s[1] == 0xa1)
		return 2;
	return left > 2 && (unsigned char)s[0] == 0xef && (unsigned char)s[1] == 0xbc &&
	                       (unsigned char)s[2] == 0x81
	               ? 3
	               : 0;
}

static void run(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink)
{
	(void)rule;
	const struct dc_doc *doc = c->doc;
	size_t all = 0, last = 0;

	for (size_t i = 0, n; i < doc->len; i += n ? n : 1) {
		size_t at = i, run = 0, bangs = 0;

		for (; (n = at < doc->len ? mark_at(doc->text + at, doc->len - at) : 0); at += n) {
			run++;
			bangs += doc->text[at] != '?';
		}
		n = at - i;
		if (run > 1 && bangs) {
			dc_check_flag_at(sink, (struct dc_span){ i, at },
			                 "\"%.*s\": one mark would do.", (int)(at - i),
			                 doc->text + i);
			return;
		}
		if (run && bangs && doc->text[i] == '!') {
			all++;
			last = i;
		}
	}
	if (all >= MANY) {
		dc_check_flag_at(sink, (struct dc_span){ last, last + 1 },
		                 "There are %zu exclamation marks in the note.", all);
		dc_check_number(sink, "marks", (int64_t)all);
	}
}

const struct dc_rule dc_rule_exclamation_run = {
	.info = {
		.id = "exclamation-run",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Too many exclamation marks.",
		.why = "Two in a row, or four in a note, read like an advertisement.",
		.advice = "Keep one, where you mean it.",
		.source = "style guides agree",
		.bad = DC_EXAMPLES({ .note = "Hi Ada, your talk was superb!!" },
		                   { .note = "Hi Ada! What a talk! I learned so much! See you in Ghent!" }),
		.good = DC_EXAMPLES({ .note = "Hi Ada! Your FOSDEM talk was superb, and the demo even worked!" },
		                    { .note = "Hi Ada, your review of the new planner was well said. Thank you!" }),
	},
	.run = run,
};
