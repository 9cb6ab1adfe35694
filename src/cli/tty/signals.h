/* signals.h - signals as flags and one readable end, so that a poll loop sees them. */
#ifndef DC_CLI_TTY_SIGNALS_H
#define DC_CLI_TTY_SIGNALS_H

#include <stdbool.h>

/* Catches SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGTSTP, SIGWINCH and SIGCHLD until
 * dc_signals_release(), which puts back who was there before.  Returns dc_signals_fd(),
 * which is readable while something is new.  Calls nest. */
int dc_signals_catch(void);
void dc_signals_release(void);
/* True once for each time it came (or more often); also empties the descriptor. */
bool dc_signals_took(int number);
/* The same without taking it. */
bool dc_signals_came(int number);
int dc_signals_fd(void);

#endif
