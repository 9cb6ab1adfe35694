/* program.h - a compiled Mustache text, and how the renderer sees data.
 *
 * Private to src/template.  A program is one block: the operations point into a
 * copy of the source, so positions are worked out only when somebody asks.
 */
#ifndef TEMPLATE_PROGRAM_H
#define TEMPLATE_PROGRAM_H

#include <decorum/template.h>

enum {
	DC_TEMPLATE_MAX_BYTES = 1 << 20, /* of source, indentation included */
	DC_TEMPLATE_MAX_DEPTH = 64,      /* open sections; partials inside partials */
	DC_TEMPLATE_MAX_OUTPUT = 1 << 20,
	DC_TEMPLATE_SLACK = 32, /* readable bytes behind the text */
};

enum dc_template_op_kind {
	DC_OP_TEXT,
	DC_OP_VALUE, /* escaped when escaping is on */
	DC_OP_RAW,
	DC_OP_SECTION,
	DC_OP_INVERTED,
	DC_OP_PARTIAL,
};

struct dc_template_op {
	enum dc_template_op_kind kind;
	uint32_t name;    /* index into names; not for text */
	uint32_t at, len; /* text: its span; others: the tag's own place, and the span's length */
	uint32_t end;     /* sections: index of the operation after the last inner one */
	uint32_t indent;  /* partials: blanks before a standalone tag */
};

/* "a.b.c" is three parts; "." is none.  The parts follow each other, NUL-ended. */
struct dc_template_name {
	const char *text; /* as written, NUL-ended */
	const char *part;
	uint32_t len; /* of text */
	uint32_t parts;
};

struct dc_mustache {
	struct dc_template_op *ops;
	struct dc_template_name *names;
	uint32_t op_count, op_cap, name_count, name_cap;
	char *name; /* of the template, for messages */
	char *text; /* copy of the source, `len` bytes and a NUL */
	size_t len;
	uint32_t first_line; /* of the source within its file */
	uint32_t indent;     /* blanks that were put before each line */
	bool plain;          /* names of one part only, no partials */
	char data[];         /* text, then the names */
};

/* As dc_mustache_compile(); messages count lines from `first_line`, and every line that
 * is not empty is compiled with `indent` before it. */
int dc_template_compile(struct dc_mustache **out, const char *name, const char *text, size_t len,
                        uint32_t first_line, const char *indent, size_t indent_len,
                        struct dc_error *err) DC_CHECKED;

/* Line and column (both from 1, columns in characters) of a byte of the source. */
void dc_template_place(const struct dc_mustache *m, size_t at, size_t *line, size_t *column);

/* Writes the text to `to` (NULL: nowhere) with `indent` before each line that is not
 * empty; returns how long it got. */
size_t dc_template_indent(char *to, const char *text, size_t len, const char *indent,
                          size_t indent_len);

/* The same as dc_template_run() with flat values for a program that is plain: sections do
 * not nest contexts there, so that one pass over the operations is all. */
int dc_template_run_flat(const struct dc_mustache *m, struct dc_buf *out,
                         const struct dc_value *values, size_t count,
                         const struct dc_render_options *o, struct dc_error *err) DC_CHECKED;

/* Fails with template, line and column of a byte of the source; `name` is quoted behind `why`
 * when it is not "". */
int dc_template_fail(const struct dc_mustache *m, size_t at, const char *why, const char *name,
                     struct dc_error *err);

/* --- data, behind one small interface */

enum dc_template_kind {
	DC_ITEM_NOTHING, /* JSON null */
	DC_ITEM_FALSE,
	DC_ITEM_TRUE,
	DC_ITEM_TEXT, /* an empty one is false */
	DC_ITEM_NUMBER,
	DC_ITEM_LIST, /* an empty one is false */
	DC_ITEM_MAP,
};

struct dc_template_item {
	enum dc_template_kind kind;
	const char *text; /* DC_ITEM_TEXT */
	size_t len;
	double number;    /* DC_ITEM_NUMBER */
	const void *node; /* the source's own */
};

struct dc_template_source {
	/* Member `name` of `of`; false when it has none.  `hint` is the index of the name in
	 * its program: where the member stands in data that was laid out for that program.
	 * Looking costs: *steps grows by what was looked at. */
	bool (*member)(const struct dc_template_item *of, const char *name, uint32_t hint,
	               struct dc_template_item *out, uint32_t *steps);
	/* First element of a list, and the one after `element`; false at the end. */
	bool (*first)(const struct dc_template_item *list, struct dc_template_item *out);
	bool (*next)(struct dc_template_item *element);
};

/* Renders `m` with `root` as the lowest context. */
int dc_template_run(const struct dc_mustache *m, struct dc_buf *out,
                    const struct dc_template_source *source, const struct dc_template_item *root,
                    const struct dc_render_options *o, struct dc_error *err) DC_CHECKED;

#endif
