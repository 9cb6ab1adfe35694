/* handoff.h - the dialogue of a hand-over: the note to the clipboard, the profile opened, "Did you
 * send it?", and only the answer is believed. */
#ifndef DC_CLI_HANDOFF_H
#define DC_CLI_HANDOFF_H

#include <decorum/outbox.h>

struct dc_cli;

/* How it ended. */
enum dc_handoff {
	DC_HANDOFF_SENT,  /* the user said so */
	DC_HANDOFF_HELD,  /* not sent: held anew */
	DC_HANDOFF_LATER, /* not now, or not answered yet: it waits */
	DC_HANDOFF_LEFT,  /* the user ended the input: the answer is still open */
};

/* Carries out the hand-over of a held request whose hold is over, at a terminal.  With
 * `ask_first` (the user was away) asks before anything leaves.  A request that is handing or
 * handed already is never opened again: only the answer is asked for.
 * DC_FINDINGS: the check does not pass any more; its report has been shown. */
int dc_handoff(struct dc_cli *cli, const struct dc_request *r, bool ask_first, enum dc_handoff *out,
               struct dc_error *err) DC_CHECKED;

/* When no program took the text: the terminal's own clipboard (OSC 52) where there is a
 * terminal, and the text is shown.  Says what it did. */
void dc_handoff_show_note(struct dc_cli *cli, const char *note, size_t len);

#endif
