/* source.h - where the bytes of a table come from: a file, or a member of an archive that the
 * helper program streams. */
#ifndef DC_IMPORT_SOURCE_H
#define DC_IMPORT_SOURCE_H

#include <decorum/error.h>
#include <decorum/mem.h>
#include <stdint.h>

#include "import/helper.h"

/* A file that may hold a table.  All strings are the arena's. */
struct dc_import_member {
	const char *name;  /* as people know it: "Invitations.csv" */
	const char *path;  /* of the file or of the archive */
	int64_t index;     /* inside the archive; -1: a file */
	int64_t size;      /* bytes to read */
	int64_t modified;  /* moment of the file's or archive's last change */
	const char *where; /* what makes files one export: the archive, else the folder */
};

struct dc_import_members {
	struct dc_import_member *all;
	size_t count;
};

/* Adds what `path` holds: a CSV file itself, the CSV files of a folder, the CSV members of an
 * archive (told by its first bytes, read through the helper `unpack`). */
int dc_import_members_find(struct dc_import_members *m, const char *path, const char *unpack,
                           struct dc_arena *arena, struct dc_error *err) DC_CHECKED;
void dc_import_members_clear(struct dc_import_members *m);
DC_DEFINE_CLEAR(struct dc_import_members, dc_import_members_clear)

/* The bytes of one member, read once from the start. */
struct dc_import_source {
	const struct dc_import_member *member;
	int fd; /* of a file; -1: the helper has it */
	struct dc_import_helper helper;
};

int dc_import_source_open(struct dc_import_source *s, const struct dc_import_member *m,
                          const char *unpack, struct dc_error *err) DC_CHECKED;
/* *got is 0 at the end, which for an archive means that the helper was content as well. */
int dc_import_source_read(struct dc_import_source *s, char *buf, size_t size, size_t *got,
                          struct dc_error *err) DC_CHECKED;
/* At any time; stops the helper when it still runs. */
void dc_import_source_clear(struct dc_import_source *s);
DC_DEFINE_CLEAR(struct dc_import_source, dc_import_source_clear)

#endif
