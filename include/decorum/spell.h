/* spell.h - asks the user's own hunspell which words of a note it does not know.
 *
 * Nothing here fails: without the program, without a dictionary for the language, or when it
 * does not answer in time and in order, no word is misspelt.
 */
#ifndef DECORUM_SPELL_H
#define DECORUM_SPELL_H

#include <decorum/mem.h>
#include <decorum/text.h>

/* All borrowed. */
struct dc_speller {
	const char *program;      /* hunspell's file, or NULL */
	const char *folders;      /* where dictionaries are: "/usr/share/hunspell:…" */
	const char *dictionaries; /* those that are wanted, with blanks between; "" for any */
	const char *locale;       /* "en_GB.UTF-8": decides between several; or "" */
	char *const *environ;     /* for the program */
	const char *own;          /* words that are right, one a line; may be NULL */
	size_t own_len;
	int64_t wait; /* ms for an answer */
};

/* The words of the note that hunspell does not know, in their order, in the arena.  Not asked
 * are names (capital words inside a sentence, but for German), words with capitals or digits
 * inside, acronyms, addresses, handles and hashtags, and the user's own words. */
size_t dc_spell(const struct dc_misspelt **out, const struct dc_speller *s, const char *note,
                size_t len, struct dc_arena *arena);

/* Appends the dictionaries that would be used, "en_US, de_DE"; nothing when there is none. */
void dc_spell_dictionaries(struct dc_buf *out, const struct dc_speller *s);

#endif
