/* gather.h - the parts of a dossier, one question to the ledger each. */
#ifndef DC_REVIEW_GATHER_H
#define DC_REVIEW_GATHER_H

#include <decorum/review.h>

/* What the gatherers share.  Everything is borrowed for the call; results live in the
 * report's arena. */
struct dc_gather {
	struct dc_ledger *ledger;
	const struct dc_draft_request *request;
	const struct dc_settings *settings;
	int64_t now;
	struct dc_report *report;
	/* filled on the way */
	struct dc_person person;  /* id 0: new */
	struct dc_request itself; /* the request that is checked again; id 0: none */
	struct dc_pace *pace;     /* the rows of a file share one */
};

/* The sender's pace, and how requests fared: the same for every row of a file. */
struct dc_pace {
	bool known;
	struct dc_window_used {
		size_t used;
		int64_t next; /* when another one fits; 0: now */
	} window[8];          /* in the order of the table in volume.c */
	size_t pending;
	int64_t pending_oldest;
	struct dc_fates fates;
};

/* Who it is: names, company, connection, yourself. */
int dc_review_who(struct dc_gather *g, struct dc_error *err) DC_CHECKED;
/* What happened between them: requests, incoming, letters. */
int dc_review_past(struct dc_gather *g, struct dc_error *err) DC_CHECKED;
/* Who may be the same person under another address, and what happened there. */
int dc_review_twins(struct dc_gather *g, struct dc_error *err) DC_CHECKED;
/* The do-not-contact entries that match. */
int dc_review_dnc(struct dc_gather *g, struct dc_error *err) DC_CHECKED;
/* The sender's pace, and the budgets that follow from it. */
int dc_review_volume(struct dc_gather *g, struct dc_error *err) DC_CHECKED;
/* The note against the notes to others. */
int dc_review_notes(struct dc_gather *g, struct dc_error *err) DC_CHECKED;
/* What the user told about themselves; colleagues who were asked; how requests fared. */
int dc_review_facts(struct dc_gather *g, struct dc_error *err) DC_CHECKED;
/* The misspelt words of the request without those that the dossier has: names, companies and
 * the recipient's own words.  After all others. */
void dc_review_spelling(struct dc_gather *g, struct dc_subject *out);
struct dc_pace *dc_review_batch_pace(struct dc_batch *b);
/* The row against those before it, with request->batch. */
void dc_review_batch(struct dc_gather *g);

#endif
