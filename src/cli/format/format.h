/* format.h - what one file in format/ has to define: a way to print reports.
 *
 * src/cli/format/<id>.c defines dc_format_<id>; dropping it in is the whole registration.
 */
#ifndef DC_CLI_FORMAT_FORMAT_H
#define DC_CLI_FORMAT_FORMAT_H

#include "out/report.h"

/* One run of a format. */
struct dc_format_run {
	struct dc_buf *out;
	bool color;
	size_t width;
	bool many;      /* the rows of a file, not a single note */
	size_t checked; /* calls of one() so far */
	size_t found;   /* findings so far */
	struct dc_json_writer json;
};

struct dc_format {
	const char *id;
	const char *summary;                    /* for `help check` */
	bool keeps_passed_over;                 /* it can say that a finding does not stop */
	void (*begin)(struct dc_format_run *f); /* NULL: nothing to do */
	void (*one)(struct dc_format_run *f, const struct dc_checked *c);
	void (*end)(struct dc_format_run *f); /* NULL: nothing to do */
};

/* NULL past the end, NULL when unknown. */
const struct dc_format *dc_format_at(size_t i);
const struct dc_format *dc_format_find(const char *id);

/* --- what several formats need */

/* "people.csv", or "note" when it stands in no file. */
const char *dc_format_file(const struct dc_checked *c);
/* Where a finding points to: its span, else the beginning. */
struct dc_place dc_format_place(const struct dc_checked *c, const struct dc_finding *f);
/* The message and then the advice, neutralised, on one line. */
void dc_format_message(struct dc_buf *out, const struct dc_finding *f);
/* Neutralised and fit for an attribute or text of an XML document. */
void dc_format_xml(struct dc_buf *out, const char *text);

#endif
