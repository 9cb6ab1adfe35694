/* out.h - results, described once and shown in two ways: as text for people, or as one JSON object.
 *
 * A command never asks which: what it says is for people and absent from JSON, what it
 * puts is a member in JSON and a labelled line for people.  Everything that is shown
 * passes dc_text_show() in here, so that no name or note can speak to the terminal.
 */
#ifndef DC_CLI_OUT_OUT_H
#define DC_CLI_OUT_OUT_H

#include <decorum/review.h>
#include <stdio.h>

enum dc_cell_kind {
	DC_CELL_NONE,
	DC_CELL_TEXT,
	DC_CELL_INT,
	DC_CELL_BOOL,
	DC_CELL_MOMENT, /* "3 May 2026 14:00" and "2026-05-03T14:00:00Z"; 0 is nothing */
	DC_CELL_DAY,    /* the same without the time of day for people */
};

struct dc_cell {
	enum dc_cell_kind kind;
	const char *text;
	int64_t number;
};

static inline struct dc_cell dc_text_cell(const char *s)
{
	return (struct dc_cell){ .kind = s ? DC_CELL_TEXT : DC_CELL_NONE, .text = s };
}
static inline struct dc_cell dc_int_cell(int64_t n)
{
	return (struct dc_cell){ .kind = DC_CELL_INT, .number = n };
}
static inline struct dc_cell dc_bool_cell(bool b)
{
	return (struct dc_cell){ .kind = DC_CELL_BOOL, .number = b };
}
static inline struct dc_cell dc_moment_cell(int64_t t)
{
	return (struct dc_cell){ .kind = t ? DC_CELL_MOMENT : DC_CELL_NONE, .number = t };
}
static inline struct dc_cell dc_day_cell(int64_t t)
{
	return (struct dc_cell){ .kind = t ? DC_CELL_DAY : DC_CELL_NONE, .number = t };
}

/* A column of a table.  Cells of a row stand in the order of the columns. */
struct dc_column {
	const char *key;   /* member in JSON; NULL: people only */
	const char *title; /* heading for people; NULL: JSON only */
};

struct dc_out;

struct dc_out_options {
	FILE *to;
	bool json;
	bool color;
	bool wrap;    /* tables too: somebody looks at it */
	size_t width; /* columns of the terminal */
};

struct dc_out *dc_out_new(const struct dc_out_options *o);
void dc_out_free(struct dc_out *o);
DC_DEFINE_AUTO(struct dc_out, dc_out_free)
/* Writes what is left.  False when not all of it reached the file: see errno. */
bool dc_out_finish(struct dc_out *o);
/* Writes what is there so far, so that a question can follow it. */
void dc_out_flush(struct dc_out *o);

/* One line for people. */
void dc_out_say(struct dc_out *o, const char *fmt, ...) DC_PRINTF(2, 3);
/* Paragraphs of ours for people, one a line, wrapped to the width; indented lines stay. */
void dc_out_prose(struct dc_out *o, const char *text);
/* A line in bold that opens a part, for people. */
void dc_out_head(struct dc_out *o, const char *fmt, ...) DC_PRINTF(2, 3);
/* One value.  `label` NULL: JSON only; `key` NULL: people only.  Nothing is a null in JSON
 * and no line for people. */
void dc_out_put(struct dc_out *o, const char *key, const char *label, struct dc_cell value);
/* A text of several lines that was written by somebody: exact in JSON, set off by a margin
 * for people. */
void dc_out_body(struct dc_out *o, const char *key, const char *text, size_t len);
/* An object or array in JSON; nothing for people.  `open` is '{' or '['. */
void dc_out_open(struct dc_out *o, const char *key, char open);
void dc_out_close(struct dc_out *o, char close);

/* A table: an array of objects in JSON, aligned columns for people.  Tables do not nest. */
void dc_out_table(struct dc_out *o, const char *key, const struct dc_column *columns, size_t count);
void dc_out_row(struct dc_out *o, const struct dc_cell *cells);
void dc_out_table_end(struct dc_out *o);

/* The report on a note: the text view, or a member in JSON. */
void dc_out_report(struct dc_out *o, const char *key, const struct dc_report *r, const char *note,
                   size_t len);

/* The bytes that come next, for a format that writes its own (format/format.h). */
struct dc_buf *dc_out_raw(struct dc_out *o);
bool dc_out_color(const struct dc_out *o);
size_t dc_out_width(const struct dc_out *o);

#endif
