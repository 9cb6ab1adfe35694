/* program.h - the user's other programs: where they are. */
#ifndef DECORUM_PROGRAM_H
#define DECORUM_PROGRAM_H

/* The file that `name` stands for: itself when it has a slash, else the first executable one
 * in the folders of `path` (empty and relative folders are passed over: what lies in the
 * current folder is nobody's program).  NULL when there is none; the caller's. */
char *dc_program_find(const char *name, const char *path);

#endif
