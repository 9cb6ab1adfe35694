/* paths.h - where things are; the one place that reads the environment. */
#ifndef DC_CLI_PATHS_H
#define DC_CLI_PATHS_H

#include <decorum/error.h>
#include <decorum/mem.h>
#include <stdbool.h>
#include <stddef.h>

/* All absolute, all in the arena. */
struct dc_paths {
	const char *ledger;       /* --db, $DECORUM_DB or $XDG_DATA_HOME/decorum/ledger.db */
	const char *config;       /* $XDG_CONFIG_HOME/decorum/config.ini */
	const char *templates;    /* $XDG_CONFIG_HOME/decorum/templates */
	const char *state;        /* $XDG_STATE_HOME/decorum */
	const char *unpack;       /* the helper that reads archives */
	const char *http;         /* the helper that talks HTTP */
	const char *search;       /* $PATH */
	const char *words;        /* $XDG_CONFIG_HOME/decorum/words: the user's own */
	const char *dictionaries; /* folders with a colon between: $DICPATH and the usual ones */
	const char *locale;       /* $LC_ALL, $LC_MESSAGES, $LANG or "" */
	const char *editor;       /* $VISUAL, $EDITOR or "" */
	const char *terminal;     /* $TERM or "" */
	char *const *environ;     /* for children */
	size_t columns;           /* $COLUMNS, else 0 */
	bool no_color;            /* $NO_COLOR */
};

/* `db` is the value of --db or NULL.  DC_INVALID when neither $HOME nor an XDG variable
 * says where to look: the files are NULL then, the rest is filled. */
int dc_paths_find(struct dc_paths *out, const char *db, struct dc_arena *arena,
                  struct dc_error *err) DC_CHECKED;

/* Makes the folder of `path` with its parents, 0700 where it makes one. */
int dc_paths_make_folder(const char *path, struct dc_error *err) DC_CHECKED;

/* The file's content ("-" is standard input) in *out, which lives in the arena.
 * DC_INVALID when it cannot be read or has more than `max` bytes. */
int dc_paths_read(char **out, size_t *len, const char *path, size_t max, struct dc_arena *arena,
                  struct dc_error *err) DC_CHECKED;
/* Replaces the file as a whole (0600): after a crash it is the old one or the new one. */
int dc_paths_write(const char *path, const char *text, size_t len, struct dc_error *err) DC_CHECKED;

#endif
