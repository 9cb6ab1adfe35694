/* exports.h - exports of LinkedIn's as files, read into a ledger in memory, and what came of it. */
#ifndef TESTS_SHARED_EXPORTS_H
#define TESTS_SHARED_EXPORTS_H

#include <decorum/import.h>

#define EXPORT_NOW INT64_C(1793577600000) /* 2 November 2026 */
#define ERAS "tests/data/eras/"
#define SAMPLE "tests/data/sample"
#define HOSTILE "tests/data/hostile/"

#define CONNECTIONS "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
#define INVITATIONS "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"

/* cmocka fixtures of a group: a private folder for export_file(). */
int export_enter(void **state);
int export_leave(void **state);
/* Writes a file there; the path lives until the next call. */
const char *export_file(const char *name, const char *bytes, size_t len);

/* A folder that is an export of that day, MM-DD-YYYY; NULL leaves a table out. */
const char *export_folder(char path[4096], const char *day, const char *connections,
                          const char *invitations);

struct dc_ledger *export_ledger(void); /* empty, in memory */
/* dc_import() with the paths, the helper of this build and EXPORT_NOW put into the options. */
int export_read_with(struct dc_import_result *out, struct dc_ledger *l, struct dc_error *err,
                     struct dc_import_options o, const char *const *paths, size_t count);

/* The rest fails the test when it is not so. */
void export_read(struct dc_import_result *out, struct dc_ledger *l, const char *path);
const struct dc_import_file *export_table(const struct dc_import_result *r, const char *name);
void export_counts(const struct dc_import_file *f, size_t read, size_t fresh, size_t known,
                   size_t changed, size_t skipped);
/* `count` rows, the first of them `row`, were skipped for a reason with `part` in it. */
void export_skip(const struct dc_import_file *f, const char *part, size_t count, int row);
struct dc_person export_person(struct dc_ledger *l, const char *key, struct dc_arena *arena);
/* The one person found by that name. */
struct dc_person export_named(struct dc_ledger *l, const char *name, struct dc_arena *arena);
/* All requests, people and letters as sorted lines, each once: to compare ledgers. */
char *export_state(struct dc_ledger *l);

#endif
