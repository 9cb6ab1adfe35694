/* ask.h - short questions at a terminal, and standing interrupts. */
#ifndef DC_CLI_ASK_H
#define DC_CLI_ASK_H

#include <decorum/buf.h>
#include <decorum/error.h>
#include <stdbool.h>

struct dc_cli;

/* Asks until the answer is one of `choices` ("yes|no|later"; the first letter is enough) and
 * gives its index.  An empty answer takes `preset` (-1: asks again).  DC_INVALID when nobody
 * can answer, DC_TEMP when the user ends the input or interrupts. */
int dc_ask_choice(struct dc_cli *cli, int *out, const char *question, const char *choices,
                  int preset, struct dc_error *err) DC_CHECKED;
/* Yes or no; --yes answers yes. */
int dc_ask_yes(struct dc_cli *cli, bool *out, const char *question, struct dc_error *err)
	DC_CHECKED;
/* One line of text without its newline; appended to `out`. */
int dc_ask_line(struct dc_cli *cli, struct dc_buf *out, const char *question, struct dc_error *err)
	DC_CHECKED;

/* From now on Ctrl-C sets a flag instead of ending the program. */
void dc_interrupt_catch(void);
void dc_interrupt_release(void);
bool dc_interrupted(void);

#endif
