/* review.h - gathers the dossier from the ledger and runs the rules: one call, one report. */
#ifndef DECORUM_REVIEW_H
#define DECORUM_REVIEW_H

#include <decorum/check.h>
#include <decorum/ledger.h>

struct dc_batch;

/* What is known about the request before it is one.  NULL where not given. */
struct dc_draft_request {
	const char *key;  /* person key */
	const char *note; /* NULL: recipient only; "": sent without one */
	size_t note_len;
	const char *name, *headline, *company; /* told now; add to what the ledger knows */
	const char *tmpl;
	const char *tmpl_text; /* its constant text: what it says whatever is filled in */
	const int *zone;       /* the recipient's, in minutes east of UTC */
	int64_t request; /* the request itself when it is checked again: not counted against itself
	                  */
	struct dc_batch *batch; /* also judged against its rows, and remembered; or NULL */
	size_t line;            /* of this row, with `batch` */
	/* What a speller does not know (spell.h); what the dossier knows is excepted. */
	const struct dc_misspelt *misspelt;
	size_t misspelt_count;
};

/* The rows of one file that were reviewed so far. */
struct dc_batch *dc_batch_new(void);
void dc_batch_free(struct dc_batch *b);
DC_DEFINE_AUTO(struct dc_batch, dc_batch_free)

struct dc_quota {
	struct dc_limit limit;
	const char *window; /* "day", "week", "month", "notes", "pending" */
	size_t used;
	int64_t next_free; /* 0: now */
};

enum dc_verdict { DC_VERDICT_OK, DC_VERDICT_CAUTION, DC_VERDICT_STOP };
const char *dc_verdict_name(enum dc_verdict v);

struct dc_report {
	struct dc_dossier dossier;
	struct dc_findings *findings;
	size_t units, unit_limit; /* UTF-16 code units of the note */
	const struct dc_quota *quota;
	size_t quota_count;
	struct dc_arena arena; /* owns what the dossier borrows */
};

int dc_review(struct dc_report **out, struct dc_ledger *l, const struct dc_draft_request *r,
              const struct dc_settings *settings, int64_t now, struct dc_error *err) DC_CHECKED;
void dc_report_free(struct dc_report *r);
DC_DEFINE_AUTO(struct dc_report, dc_report_free)
/* From the findings that are not overridden: an error stops, a warning cautions. */
enum dc_verdict dc_report_verdict(const struct dc_report *r);

/* The budgets alone, as `decorum quota` shows them; *out is in the arena. */
int dc_quota_read(struct dc_quota **out, size_t *count, struct dc_ledger *l,
                  const struct dc_settings *settings, int64_t now, struct dc_arena *arena,
                  struct dc_error *err) DC_CHECKED;

#endif
