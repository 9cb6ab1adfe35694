/* progress.c - written over a few times a second, only where somebody sees it. */
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ask.h"
#include "cmd.h"

enum { EVERY_MS = 100, CELLS = 30 };

void dc_progress_begin(struct dc_progress *p, const struct dc_cli *cli)
{
	*p = (struct dc_progress){ .silent = cli->quiet || !isatty(STDERR_FILENO) };
	dc_interrupt_catch();
}

int dc_progress(struct dc_progress *p, const char *what, int64_t done, int64_t total)
{
	static const char full[] = "##############################",
			  empty[] = "..............................";
	DC_AUTO(dc_buf_clear) struct dc_buf name = { 0 };
	struct dc_clock now;

	if (dc_interrupted())
		return 1;
	if (p->silent)
		return 0;
	dc_clock_read(&now);
	if (now.awake - p->last < EVERY_MS)
		return 0;
	p->last = now.awake;
	p->shown = true;
	dc_text_show(&name, what, strlen(what), DC_SHOW_LINE);
	if (done > total) /* it grew while it was read */
		done = total;
	if (total > 0)
		fprintf(stderr, "\r\x1b[K[%.*s%.*s] %3d %%  %s", (int)(done * CELLS / total), full,
		        CELLS - (int)(done * CELLS / total), empty, (int)(done * 100 / total),
		        dc_buf_str(&name));
	else
		fprintf(stderr, "\r\x1b[K%s", dc_buf_str(&name));
	return 0;
}

void dc_progress_wipe(struct dc_progress *p)
{
	if (p->shown)
		fputs("\r\x1b[K", stderr);
	p->shown = false;
}

void dc_progress_end(struct dc_progress *p)
{
	dc_progress_wipe(p);
	dc_interrupt_release();
}
