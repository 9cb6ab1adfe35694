/* rule.h - what one file in rules/ has to define.
 *
 * rules/<id>.c defines `const struct dc_rule dc_rule_<id>` (hyphens become underscores);
 * the Makefile puts it in the table.  Table order never matters: findings are sorted.
 *
 * A rule is pure: it reads its case and flags what it finds.  It keeps nothing, allocates
 * nothing, prints nothing.
 */
#ifndef DC_CHECK_RULE_H
#define DC_CHECK_RULE_H

#include <decorum/check.h>
#include <decorum/time.h>

#include "text/doc.h"

struct dc_senses;
struct dc_features;
struct dc_margins;

/* What a rule may look at. */
struct dc_case {
	const struct dc_doc *doc;       /* NULL when only the recipient is judged */
	const struct dc_senses *senses; /* what the note says; see frame.h */
	/* What it is made of, and what it is like; see learned/classifier.h. */
	const struct dc_features *features;
	const struct dc_margins *margins;
	const struct dc_dossier *d; /* never NULL, nor is any string in it */
	/* The recipient's name (parts first, then nickname and all of it) and company as words. */
	const struct dc_doc *name, *company;
	size_t full_name;             /* the byte of `name` from which on it is all of the name */
	const struct dc_doc *on_file; /* the name on file */
	/* The headline and the goals as words, empty without goals. */
	const struct dc_doc *headline, *goal_titles, *goal_companies;
	const struct dc_doc *tmpl; /* the constant words of the template */
	const struct dc_settings *settings;
	int64_t now;
	const struct dc_misspelt *misspelt;
	size_t misspelt_count;
};

struct dc_sink; /* where findings go */

struct dc_rule {
	struct dc_rule_info info;
	/* Rules of the note group run only when there is a note to judge. */
	void (*run)(const struct dc_rule *rule, const struct dc_case *c, struct dc_sink *sink);
	const void *data; /* for shared matchers; meaning is run's business */
};

/* --- flagging.  All strings are copied. */

/* A finding about the request as a whole, or about some bytes of the note. */
void dc_check_flag(struct dc_sink *sink, const char *fmt, ...) DC_PRINTF(2, 3);
void dc_check_flag_at(struct dc_sink *sink, struct dc_span at, const char *fmt, ...)
	DC_PRINTF(3, 4);

/* More about the finding that was flagged last. */
void dc_check_number(struct dc_sink *sink, const char *name, int64_t number);
void dc_check_text(struct dc_sink *sink, const char *name, const char *text);
void dc_check_day(struct dc_sink *sink, const char *name, int64_t moment); /* as YYYY-MM-DD */
void dc_check_source(struct dc_sink *sink, const char *source);            /* NULL: nothing */
void dc_check_advise(struct dc_sink *sink, const char *fmt, ...) DC_PRINTF(2, 3);
void dc_check_fix(struct dc_sink *sink, struct dc_span at, const char *text);
/* How the note became this from that one, which its recipient of that name got; nothing when
 * only what is personal differs. */
void dc_check_diff(struct dc_sink *sink, const struct dc_case *c, const char *was,
                   const char *name);
/* Less severe than the rule's own, unless the user has set one. */
void dc_check_soften(struct dc_sink *sink, enum dc_severity severity);

/* --- the examples' world */

/* 9 November 2026, noon UTC. */
#define DC_EXAMPLE_NOW (INT64_C(1794225600) * DC_SECOND)
#define DC_EXAMPLE_AGO(days) (DC_EXAMPLE_NOW - (days)*DC_DAY)
#define DC_ADA                                                                 \
	.key = "in/ada-vey", .name = "Ada Vey", .first = "Ada", .last = "Vey", \
	.headline = "Analyst", .company = "Northwind", .file_name = "Ada Vey"
/* One earlier request to her: when it went out, what became of it, when, how that is known. */
#define DC_PAST(state_, sent_days, how_, days)                                             \
	.past_count = 1, .past = (const struct dc_past[])                                  \
	{                                                                                  \
		{                                                                          \
			.request = 7, .state = (state_),                                   \
			.sent = { DC_EXAMPLE_AGO(sent_days), DC_HOW_OBSERVED, "decorum" }, \
			.now = { DC_EXAMPLE_AGO(days), (how_), "you" }, .note = ""         \
		}                                                                          \
	}
/* A dossier, a whole example of what is known then, and a list of examples, in place. */
#define DC_DOSSIER(...) (&(const struct dc_dossier){ DC_ADA, __VA_ARGS__ })
#define DC_WHEN(what, ...)                                         \
	{                                                          \
		.when = (what), .dossier = DC_DOSSIER(__VA_ARGS__) \
	}
#define DC_EXAMPLES(...)                      \
	(const struct dc_rule_example[])      \
	{                                     \
		__VA_ARGS__, { .note = NULL } \
	}

#endif
