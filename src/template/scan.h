/* scan.h - where tags begin and end, and whether what stands in them is well formed. */
#ifndef TEMPLATE_SCAN_H
#define TEMPLATE_SCAN_H

#include "template/program.h"

struct dc_template_scan {
	const struct dc_mustache *m; /* its copy of the text is scanned, its name is told */
	const char *open, *close;
	size_t open_len, close_len;
	bool usual; /* no delimiter begins like a name */
	struct dc_error *err;
};

struct dc_template_tag {
	size_t from, to; /* with its delimiters */
	char sigil;      /* one of "#^/>&{!=", or 0 */
	size_t at, len;  /* what stands between, blanks trimmed */
	bool word;       /* it is one of letters, digits and _, so it needs no look */
};

void dc_template_scan_begin(struct dc_template_scan *p, const struct dc_mustache *m,
                            struct dc_error *err);
/* Where the next tag opens at or after `at`; the length of the text when nowhere. */
size_t dc_template_scan_next(const struct dc_template_scan *p, size_t at);
/* Reads the tag that opens at `from`. */
int dc_template_scan_tag(const struct dc_template_scan *p, size_t from, struct dc_template_tag *t)
	DC_CHECKED;
/* The tag has a name: one word. */
int dc_template_scan_name(const struct dc_template_scan *p, const struct dc_template_tag *t)
	DC_CHECKED;
/* The tag sets new delimiters, which hold from now on. */
int dc_template_scan_delimiters(struct dc_template_scan *p, const struct dc_template_tag *t)
	DC_CHECKED;
/* A tag alone on its line takes the line with it: *from and *to become its ends.  What is
 * before `at` belongs to other tags. */
bool dc_template_scan_line(const struct dc_template_scan *p, size_t at,
                           const struct dc_template_tag *t, size_t *from, size_t *to);
/* Fails with the place in the text; `what` is quoted when it is not "". */
int dc_template_scan_fail(const struct dc_template_scan *p, size_t at, const char *why,
                          const char *what);

#endif
