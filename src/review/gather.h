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
/* The row against those before it, with request->batch. */
void dc_review_batch(struct dc_gather *g);

#endif
