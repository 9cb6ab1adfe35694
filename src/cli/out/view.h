/* view.h - what a way of showing results has to offer; inside out/ only. */
#ifndef DC_CLI_OUT_VIEW_H
#define DC_CLI_OUT_VIEW_H

#include <decorum/json.h>

#include "out/out.h"
#include "out/report.h"

/* NULL: that means nothing to it. */
struct dc_view {
	void (*say)(struct dc_out *o, const char *line, bool head);
	void (*put)(struct dc_out *o, const char *key, const char *label,
	            const struct dc_cell *value);
	void (*prose)(struct dc_out *o, const char *text);
	void (*body)(struct dc_out *o, const char *key, const char *text, size_t len);
	void (*open)(struct dc_out *o, const char *key, char open);
	void (*close)(struct dc_out *o, char close);
	void (*table)(struct dc_out *o, const char *key);
	void (*row)(struct dc_out *o, const struct dc_cell *cells);
	void (*table_end)(struct dc_out *o);
	void (*report)(struct dc_out *o, const char *key, const struct dc_checked *c);
	void (*finish)(struct dc_out *o);
};

extern const struct dc_view dc_view_text, dc_view_json;

struct dc_out {
	const struct dc_view *view;
	FILE *to;
	bool color, wrap, failed;
	int why; /* errno of the failure */
	size_t width;
	struct dc_buf buf; /* not yet written */

	const struct dc_column *columns; /* of the table that is open */
	size_t column_count;

	struct dc_json_writer json;
	bool begun;

	/* The text of a table waits until the width of its columns is known. */
	struct dc_arena cells;
	const char **shown; /* row by row */
	size_t shown_count;
};

#endif
