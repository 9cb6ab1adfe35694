/* progress.h - a line on stderr for long work, and Ctrl-C that ends it cleanly. */
#ifndef DC_CLI_PROGRESS_H
#define DC_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct dc_cli;

struct dc_progress {
	bool silent, shown;
	int64_t last; /* awake clock */
};

/* From here to _end Ctrl-C is caught. */
void dc_progress_begin(struct dc_progress *p, const struct dc_cli *cli);
/* Done of total (0: unknown); not 0 when the user wants to stop. */
int dc_progress(struct dc_progress *p, const char *what, int64_t done, int64_t total);
/* Takes the line away, before something else is written. */
void dc_progress_wipe(struct dc_progress *p);
void dc_progress_end(struct dc_progress *p);

#endif
