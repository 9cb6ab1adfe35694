/* date.h - the dates of the export: another format in every table, none of them guessed. */
#ifndef DC_IMPORT_DATE_H
#define DC_IMPORT_DATE_H

#include <stddef.h>
#include <stdint.h>

/* Each reads exactly one format and answers the moment in UTC, or 0 for a date that it cannot
 * read (an unknown name of a month, 31 February): the row is kept, its date is unknown. */

/* Connections: "08 Feb 2026", of old "12 Mar 19", saved by a spreadsheet "7-Feb-22". */
int64_t dc_import_date_day(const char *s, size_t len);
/* Invitations: "1/29/26, 2:37 PM", month first, no zone; taken as UTC. */
int64_t dc_import_date_minute(const char *s, size_t len);
/* messages: "2025-06-01 14:03:22 UTC", the suffix is missing at times. */
int64_t dc_import_date_second(const char *s, size_t len);

/* The day in the name of an export, "Basic_LinkedInDataExport_11-01-2026.zip"; 0: none. */
int64_t dc_import_date_named(const char *name);

#endif
