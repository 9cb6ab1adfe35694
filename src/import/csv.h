/* csv.h - RFC 4180 to the letter, streaming, with places for complaints.
 *
 * Bytes are pushed in, rows come out by callback.  What is no UTF-8, holds a NUL, quotes in the
 * wrong place, never closes a quote or is larger than the limits ends the reading with
 * DC_INVALID and "name:line:column: reason".
 */
#ifndef DC_IMPORT_CSV_H
#define DC_IMPORT_CSV_H

#include <decorum/error.h>
#include <stddef.h>
#include <stdint.h>

enum { DC_CSV_FIELD_MAX = 16 << 20, DC_CSV_ROW_MAX = 32 << 20 };

/* NUL-terminated, without inner NUL, well-formed UTF-8. */
struct dc_csv_field {
	const char *s;
	size_t len;
};

/* Borrowed for the callback.  Blank lines are no rows. */
struct dc_csv_row {
	const struct dc_csv_field *fields;
	size_t count;
};

/* A non-zero answer ends the reading and is what dc_csv_feed() returns. */
typedef int dc_csv_row_fn(void *data, const struct dc_csv_row *row, struct dc_error *err);

struct dc_csv;

/* `name` is for messages; it and `data` are borrowed for the life of the reader. */
struct dc_csv *dc_csv_new(const char *name, dc_csv_row_fn *fn, void *data);
void dc_csv_free(struct dc_csv *c);
DC_DEFINE_AUTO(struct dc_csv, dc_csv_free)

/* Pieces of any size; after a failure no more. */
int dc_csv_feed(struct dc_csv *c, const char *bytes, size_t len, struct dc_error *err) DC_CHECKED;
/* The end of the file: reports a last row without a newline, or an open quote. */
int dc_csv_end(struct dc_csv *c, struct dc_error *err) DC_CHECKED;

/* For the callback: the line on which the row begins, from 1. */
size_t dc_csv_line(const struct dc_csv *c);
/* For the callback: DC_INVALID that names the place where the field begins. */
int dc_csv_complain(const struct dc_csv *c, size_t field, struct dc_error *err, const char *why,
                    ...) DC_PRINTF(4, 5);

#endif
