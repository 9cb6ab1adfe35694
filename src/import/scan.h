/* scan.h - a first look at a file: what table is it, and from when? */
#ifndef DC_IMPORT_SCAN_H
#define DC_IMPORT_SCAN_H

#include "import/source.h"
#include "import/table.h"

struct dc_import_scan {
	bool recognised;
	struct dc_import_layout layout;
	int64_t newest; /* the newest date that was seen; 0: none, or not looked for */
};

/* With `dates`, looks for the newest date: at both ends of a file, whose rows LinkedIn sorts by
 * date, or in all of an archive's member, which has only one end.  DC_INVALID: a file with the
 * name of a table in which no header can be found. */
int dc_import_scan_member(struct dc_import_scan *out, const struct dc_import_member *m,
                          const char *unpack, bool dates, struct dc_error *err) DC_CHECKED;

#endif
