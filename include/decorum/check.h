/* check.h - run the rules over a note, a recipient and their history.
 *
 * Pure: (document, dossier, settings, now) → findings.  No SQL, no clock, no I/O.
 * review.h gathers the dossier from the ledger; this header is enough for a
 * program that has its own history.
 */
#ifndef DECORUM_CHECK_H
#define DECORUM_CHECK_H

#include <decorum/diff.h>
#include <decorum/request.h>
#include <decorum/settings.h>
#include <decorum/text.h>

enum dc_severity { DC_SEVERITY_INFO, DC_SEVERITY_WARNING, DC_SEVERITY_ERROR };
const char *dc_severity_name(enum dc_severity s);
bool dc_severity_of(enum dc_severity *out, const char *name);

enum dc_group { DC_GROUP_RECIPIENT, DC_GROUP_VOLUME, DC_GROUP_NOTE };
const char *dc_group_name(enum dc_group g);

/* An earlier request to this person.  Strings are borrowed. */
struct dc_past {
	int64_t request;
	enum dc_state state;
	struct dc_known sent; /* when it went out */
	struct dc_known now;  /* the state, since when, how known */
	const char *note;
};

/* An earlier note to somebody else that is like this one. */
struct dc_similar {
	int64_t request;
	const char *name; /* who got it, or "" */
	int64_t at;
	int percent; /* 100: the same but for personal parts */
	const char *note;
};

/* Somebody on file who may be the same person under another address. */
struct dc_twin {
	const char *key, *name, *company;
	int score;                    /* 1 to 100 */
	const char *reason;           /* "the same name and the same company" */
	struct dc_known connected;    /* source NULL: not */
	const struct dc_past *newest; /* the newest request to them, NULL: none */
};

/* Somebody of the recipient's company who was asked before. */
struct dc_colleague {
	const char *name; /* or "" */
	int64_t at;
};

/* Everything the rules may know about this recipient and the sender's pace.
 * All strings are borrowed; NULL reads as "". */
struct dc_dossier {
	/* recipient, as told now, else as on file */
	const char *key; /* "" when there is no address */
	const char *name, *first, *last, *nick;
	bool name_doubtful;
	const char *headline, *company;
	const char *file_name; /* the name on file; "" when the person is new */
	bool yourself;

	const char *met; /* where the user met them, in the user's own words; or "" */
	int64_t met_at;  /* when that was noted */

	struct dc_known connected, invited_you, written;
	size_t written_count;
	const struct dc_past *past; /* newest first */
	size_t past_count;
	const struct dc_dnc *dnc; /* the entries that match this recipient */
	size_t dnc_count;
	bool forgotten;
	const struct dc_twin *twins; /* most likely first; only those with a history */
	size_t twin_count;

	/* the sender */
	const char *me_first, *me_company; /* or "" */
	/* requests in each window, this one not counted … */
	size_t day, week, month, notes_month, burst;
	/* … and when the next one fits; 0: now */
	int64_t day_free, week_free, month_free, notes_free, burst_free;
	size_t pending;
	int64_t pending_oldest;

	/* the note against the history */
	size_t same_people; /* exactly the same but for personal parts, to others */
	/* nearest first: at or above the similar-percent limit, or of the same stock text */
	const struct dc_similar *similar;
	size_t similar_count;  /* entries in `similar` */
	size_t similar_people; /* people in the window who got one, same ones included */
	size_t similar_day, similar_week, similar_month;
	size_t similar_ever; /* notes to others of the same stock text, in the whole history */
	const char *tmpl;    /* template id or "" */
	size_t tmpl_people;  /* others who got a note from it in 30 days */

	/* the text that comes with the template whatever is filled in, or "" */
	const char *tmpl_text;

	/* what the user told about themselves */
	const char *goal_titles, *goal_companies; /* whom they want to know: "a, b"; or "" */
	int64_t account_since;                    /* the day their account began; 0: not told */
	bool zoned, zone_theirs; /* a zone is known, and it is the recipient's, not the user's */
	int zone;                /* minutes east of UTC */

	/* others of the same company who were asked in company-days, newest first */
	size_t company_people;
	const struct dc_colleague *colleagues; /* some of them */
	size_t colleague_count;
	/* of the requests that went out 14 to 180 days ago and whose fate may be known */
	size_t fates, fates_accepted;

	/* from a list; and what shows that the user has seen the profile */
	bool from_list, looked_at;

	/* the rows before this one, when it is one of a file; lines from 1, 0: none */
	size_t row_person; /* has the same person */
	size_t row_note;  /* has the same note but for personal parts, or one nearly the same … */
	int row_percent;  /* … by so much */
	size_t row_notes; /* rows that have the same one */
	const char *row_text, *row_name; /* the note on that line, and who it is for; or "" */
	size_t row_colleagues;           /* are for others of the same company … */
	size_t row_colleague;            /* … from this line on */
};

/* What is judged. */
struct dc_subject {
	const char *note; /* NULL: only the recipient is judged; "": sent without a note */
	size_t note_len;
	const struct dc_dossier *dossier;
	const struct dc_settings *settings; /* required */
	int64_t now;
	/* Words of the note that a speller does not know: found before, as rules do no I/O. */
	const struct dc_misspelt *misspelt;
	size_t misspelt_count;
};

/* What a user may know about a rule.  All strings are static. */
struct dc_rule_example {
	const char *note;                 /* NULL: the rule is not about the note */
	const char *when;                 /* what is known then, as a sentence; or NULL */
	const struct dc_dossier *dossier; /* NULL: Ada Vey of Northwind, who is new */
	enum dc_account account;
	const struct dc_misspelt *misspelt; /* what a speller says about the note: one, or NULL */
};

struct dc_rule_info {
	const char *id;
	const char *formerly; /* an id that it had once, or NULL */
	enum dc_group group;
	enum dc_severity severity;
	const char *summary; /* one line for `rules` */
	const char *why;     /* a paragraph for `explain` */
	const char *advice;  /* what to do instead */
	const char *source;  /* who says so */
	/* Ended by an entry with neither note nor dossier. */
	const struct dc_rule_example *bad, *good;
};

struct dc_evidence {
	const char *name;
	const char *text; /* NULL: number */
	int64_t number;
};

/* The exact text that a span should become; only where there is just one right text. */
struct dc_fix {
	struct dc_span span;
	const char *text;
};

struct dc_finding {
	const struct dc_rule_info *rule;
	enum dc_severity severity; /* after settings */
	struct dc_span span;       /* bytes of the note; from == to == 0 with has_span false */
	bool has_span;
	const char *message; /* a sentence with its evidence */
	const char *advice;  /* borrowed from the rule unless the finding has its own */
	const char *source;  /* evidence: file and row, or NULL */
	const struct dc_evidence *evidence;
	size_t evidence_count;
	const struct dc_fix *fixes;
	size_t fix_count;
	/* how the note differs from the earlier one that it is about; 0: no such one */
	const struct dc_diff_part *diff;
	size_t diff_count;
	const char *override; /* the reason why it does not stop, or NULL */
};

/* The findings of one run: errors first, then by place, then by id. */
struct dc_findings;

void dc_check(struct dc_findings **out, const struct dc_subject *subject);
/* What all rules say about an example of one of them, on 9 November 2026 with the settings
 * that decorum ships, so that it is the same everywhere. */
void dc_check_example(struct dc_findings **out, const struct dc_rule_example *example);
void dc_findings_free(struct dc_findings *f);
DC_DEFINE_AUTO(struct dc_findings, dc_findings_free)
size_t dc_findings_count(const struct dc_findings *f);
const struct dc_finding *dc_findings_at(const struct dc_findings *f, size_t i);
/* False when the rule found nothing. */
bool dc_findings_override(struct dc_findings *f, const char *rule, const char *reason);
/* The worst severity that is not overridden; false when there is none. */
bool dc_findings_worst(const struct dc_findings *f, enum dc_severity *out);

/* Walk the rule table: NULL past the end. */
const struct dc_rule_info *dc_rule_at(size_t i);
const struct dc_rule_info *dc_rule_find(const char *id);
/* The same for the rules of the user's own; what is answered lives in the arena. */
const struct dc_rule_info *dc_rule_own_at(const struct dc_settings *s, size_t i,
                                          struct dc_arena *arena);

#endif
