/* story.h - what the terminal stories have in common: people in a ledger, a fake opener and
 * clipboard, and the composer up to a certain question. */
#ifndef TESTS_SHARED_STORY_H
#define TESTS_SHARED_STORY_H

#include "shared/screen.h"

/* Ada Vey (Analyst, Northwind), Bob Stone twice (Contoso, Fabrikam), Cora Lind (connected),
 * Дарья Козлова, Mallory whose name and job are escapes, and a config whose opener and clipboard
 * write what they get to the files "opened" and "copied" below the home.  `config` is added to it.
 */
void story_setup(const char *config);

/* `decorum ARG…` on the terminal; ends with NULL. */
struct screen *story_run(const struct screen_options *o, const char *arg, ...);

/* From the first question to the note of the template met-at-event, for Ada Vey. */
void story_to_note(struct screen *s);
/* The note that this gives. */
extern const char story_note[];
/* Enter on the note, then "send". */
void story_send(struct screen *s);

/* Asserts that `decorum ARG…` (without a terminal) ends with that status and says that. */
void story_says(int status, const char *part, const char *arg, ...);

#endif
