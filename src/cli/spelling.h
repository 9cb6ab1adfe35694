/* spelling.h - when hunspell is asked, and with what. */
#ifndef DC_CLI_SPELLING_H
#define DC_CLI_SPELLING_H

#include <decorum/spell.h>

#include "cmd.h"

/* The user's speller; lives in the arena.  Wants settings. */
void dc_spelling_speller(struct dc_speller *out, struct dc_cli *cli, struct dc_arena *arena);

/* Fills in what is misspelt in the note, when the user wants to know: the setting
 * spelling.check, or --rule spelling; for one of many notes only the latter.  Lives in the arena.
 */
void dc_spelling(struct dc_cli *cli, struct dc_draft_request *r, bool many, struct dc_arena *arena);

/* The same for the composer's review; `cli` is the struct dc_cli. */
void dc_spelling_hook(void *cli, struct dc_draft_request *r);

#endif
