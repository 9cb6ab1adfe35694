/* limits.c - what LinkedIn allows and what we advise, as dated data.
 *
 * LinkedIn changes limits without notice and publishes few of them: each row says when it
 * was gathered and who says so, and a user may override it in [limits] by its name.
 */
#include "config/limits.h"

const struct dc_limit_row dc_limit_rows[DC_LIMIT_COUNT] = {
	[DC_LIMIT_NOTE_UNITS_FREE] = {
		.key = "limits.note-units-free",
		.fact = { "note-units-free", "characters (UTF-16 code units) of a note, free account", 200,
		          "2026-03", "several independent reports; LinkedIn does not document it" },
		.min = 1, .max = 10000,
	},
	[DC_LIMIT_NOTE_UNITS_PREMIUM] = {
		.key = "limits.note-units-premium",
		.fact = { "note-units-premium", "characters (UTF-16 code units) of a note, paid account", 300,
		          "2026-03", "several independent reports; LinkedIn does not document it" },
		.min = 1, .max = 10000,
	},
	[DC_LIMIT_NOTES_MONTH_FREE] = {
		.key = "limits.notes-month-free",
		.fact = { "notes-month-free", "personal notes in 30 days, free account", 5,
		          "2026-03", "LinkedIn Help a550555; other reports say 3 or about 10" },
		.min = 0, .max = 100000,
	},
	[DC_LIMIT_DAY] = {
		.key = "limits.day",
		.fact = { "day", "requests in 24 hours", 25,
		          "2026-03", "our advice: a quarter of the weekly limit; LinkedIn publishes none" },
		.min = 0, .max = 100000,
	},
	[DC_LIMIT_WEEK] = {
		.key = "limits.week",
		.fact = { "week", "requests in 7 days", 100,
		          "2026-03", "several independent reports: about 100, up to 200 for some accounts" },
		.min = 0, .max = 100000,
	},
	[DC_LIMIT_MONTH] = {
		.key = "limits.month",
		.fact = { "month", "requests in 30 days", 400,
		          "2026-03", "our advice: four times the weekly limit; LinkedIn publishes none" },
		.min = 0, .max = 100000,
	},
	[DC_LIMIT_BURST] = {
		.key = "limits.burst",
		.fact = { "burst", "requests within the burst window", 8,
		          "2026-03", "our advice: more than a person who reads profiles would send" },
		.min = 1, .max = 100000,
	},
	[DC_LIMIT_BURST_MINUTES] = {
		.key = "limits.burst-minutes",
		.fact = { "burst-minutes", "length of the burst window in minutes", 15,
		          "2026-03", "our advice" },
		.min = 1, .max = 1440,
	},
	[DC_LIMIT_PENDING] = {
		.key = "limits.pending",
		.fact = { "pending", "requests out and unanswered", 500,
		          "2026-03", "LinkedIn Help: too many outstanding can restrict the account; "
		                     "careful users stay under 500" },
		.min = 0, .max = 100000,
	},
	[DC_LIMIT_WITHDRAWN_DAYS] = {
		.key = "limits.withdrawn-days",
		.fact = { "withdrawn-days", "days without a new request after a withdrawal", 21,
		          "2026-03", "LinkedIn Help a551012: up to three weeks" },
		.min = 0, .max = 3650,
	},
	[DC_LIMIT_DECLINED_DAYS] = {
		.key = "limits.declined-days",
		.fact = { "declined-days", "days without a new request after a decline", 184,
		          "2026-03", "our advice: half a year; 'I don't know this person' blocks for good" },
		.min = 0, .max = 3650,
	},
	[DC_LIMIT_IGNORED_DAYS] = {
		.key = "limits.ignored-days",
		.fact = { "ignored-days", "days without a new request after one was ignored", 92,
		          "2026-03", "our advice: a quarter of a year" },
		.min = 0, .max = 3650,
	},
	[DC_LIMIT_EXPIRY_DAYS] = {
		.key = "limits.expiry-days",
		.fact = { "expiry-days", "days after which a pending request expires", 183,
		          "2026-03", "several independent reports: about six months" },
		.min = 1, .max = 3650,
	},
	[DC_LIMIT_SIMILAR_PERCENT] = {
		.key = "limits.similar-percent",
		.fact = { "similar-percent", "likeness from which two notes count as nearly the same", 80,
		          "2026-03", "our measurement" },
		.min = 1, .max = 100,
	},
	[DC_LIMIT_SIMILAR_PEOPLE] = {
		.key = "limits.similar-people",
		.fact = { "similar-people", "people who may get nearly the same note in 30 days", 3,
		          "2026-03", "our advice" },
		.min = 0, .max = 100000,
	},
	[DC_LIMIT_COMPANY_PEOPLE] = {
		.key = "limits.company-people",
		.fact = { "company-people", "people of one company who may be asked within company-days", 3,
		          "2026-03", "our advice: colleagues compare what they got" },
		.min = 0, .max = 100000,
	},
	[DC_LIMIT_COMPANY_DAYS] = {
		.key = "limits.company-days",
		.fact = { "company-days", "days in which people of one company are counted", 30,
		          "2026-03", "our advice" },
		.min = 1, .max = 3650,
	},
	[DC_LIMIT_WARM_UP_DAYS] = {
		.key = "limits.warm-up-days",
		.fact = { "warm-up-days", "days during which an account counts as new", 28,
		          "2026-03", "several independent reports: new accounts are watched more closely" },
		.min = 0, .max = 3650,
	},
	[DC_LIMIT_WARM_UP_WEEK] = {
		.key = "limits.warm-up-week",
		.fact = { "warm-up-week", "requests in 7 days from a new account", 20,
		          "2026-03", "several independent reports: 10 to 25; LinkedIn publishes none" },
		.min = 0, .max = 100000,
	},
	[DC_LIMIT_ACCEPTANCE_PERCENT] = {
		.key = "limits.acceptance-percent",
		.fact = { "acceptance-percent", "percent of requests that should be accepted", 30,
		          "2026-03", "several independent reports: below about 30 percent accounts get restricted" },
		.min = 0, .max = 100,
	},
	[DC_LIMIT_ACCEPTANCE_LEAST] = {
		.key = "limits.acceptance-least",
		.fact = { "acceptance-least", "requests with a fate before their acceptance says anything", 20,
		          "2026-03", "our advice" },
		.min = 1, .max = 100000,
	},
	[DC_LIMIT_TEMPLATE_PEOPLE] = {
		.key = "limits.template-people",
		.fact = { "template-people", "people who get a note from one template in 30 days", 10,
		          "2026-03", "our advice" },
		.min = 1, .max = 100000,
	},
	[DC_LIMIT_OWN_PERCENT] = {
		.key = "limits.own-percent",
		.fact = { "own-percent", "percent of a note from a template that are your own words", 10,
		          "2026-03", "our advice" },
		.min = 0, .max = 100,
	},
};
