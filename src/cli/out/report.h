/* report.h - the two views of a report; formats and the printer share them. */
#ifndef DC_CLI_OUT_REPORT_H
#define DC_CLI_OUT_REPORT_H

#include <decorum/json.h>
#include <decorum/review.h>

/* One thing that was checked, with the findings that are to be shown. */
struct dc_checked {
	const struct dc_report *report;
	const char *note; /* NULL: only the recipient was judged */
	size_t len;
	const char *file; /* where the note stands, as the user named it; or NULL */
	size_t line;      /* its first line there, from 1; 0 when there is no file */
	const struct dc_finding *const *findings;
	size_t count;
	enum dc_verdict verdict;
	bool failed; /* something stands at or above --fail-on */
};

/* All findings of a report; the list is in the arena. */
void dc_checked_all(struct dc_checked *out, const struct dc_report *r, const char *note, size_t len,
                    struct dc_arena *arena);
/* "Ada Vey", else her key, else "". */
const char *dc_checked_whom(const struct dc_checked *c);

void dc_report_text(struct dc_buf *out, const struct dc_checked *c, bool color, size_t width);
/* The members of the report's object, without its brackets. */
void dc_report_json(struct dc_json_writer *w, const struct dc_checked *c);

/* The members of one finding. */
void dc_finding_json(struct dc_json_writer *w, const struct dc_finding *f);

/* Line and column (in characters as people count them, from 1) of an offset of the note. */
struct dc_place {
	size_t line, column;
	size_t units; /* the same column in UTF-16 code units */
};
struct dc_place dc_note_place(const struct dc_checked *c, size_t offset);

#endif
