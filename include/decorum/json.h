/* json.h - reading JSON into values with our ownership, and writing it as a stream. */
#ifndef DECORUM_JSON_H
#define DECORUM_JSON_H

#include <decorum/buf.h>
#include <decorum/error.h>
#include <stdint.h>

/* --- reading: an immutable tree, all of it owned by the document */
struct dc_json_doc;
struct dc_json; /* a value; borrowed from its document */

enum dc_json_type {
	DC_JSON_NULL,
	DC_JSON_BOOL,
	DC_JSON_NUMBER,
	DC_JSON_STRING,
	DC_JSON_ARRAY,
	DC_JSON_OBJECT
};

/* DC_INVALID names line and column.  Nesting deeper than 64, duplicate trailing
 * text and more than 16 MiB are refused. */
int dc_json_parse(struct dc_json_doc **out, const char *text, size_t len, struct dc_error *err)
	DC_CHECKED;
void dc_json_free(struct dc_json_doc *doc);
DC_DEFINE_AUTO(struct dc_json_doc, dc_json_free)
const struct dc_json *dc_json_root(const struct dc_json_doc *doc);

/* All take NULL and then answer NULL, 0, false or DC_JSON_NULL. */
enum dc_json_type dc_json_type(const struct dc_json *v);
const struct dc_json *dc_json_get(const struct dc_json *object, const char *key);
const struct dc_json *dc_json_child(const struct dc_json *container); /* first element or member */
const struct dc_json *dc_json_next(const struct dc_json *element);
const char *dc_json_key(const struct dc_json *member); /* name inside its object */
const char *dc_json_string(const struct dc_json *v);   /* borrowed; NULL unless a string */
double dc_json_number(const struct dc_json *v);
bool dc_json_bool(const struct dc_json *v);

/* --- writing: commas and nesting look after themselves.  Control, bidi and
 * other invisible characters come out as \u escapes; bytes that are not UTF-8
 * as U+FFFD.  `key` is NULL inside arrays and at the top. */
struct dc_json_writer {
	struct dc_buf *out; /* borrowed */
	unsigned depth;
	bool comma; /* the next value needs a comma before it */
};

void dc_json_begin(struct dc_json_writer *w, const char *key, char open); /* '{' or '[' */
void dc_json_end(struct dc_json_writer *w, char close);
void dc_json_put_string(struct dc_json_writer *w, const char *key,
                        const char *value); /* NULL is null */
void dc_json_put_text(struct dc_json_writer *w, const char *key, const char *value, size_t len);
void dc_json_put_int(struct dc_json_writer *w, const char *key, int64_t value);
void dc_json_put_double(struct dc_json_writer *w, const char *key, double value);
void dc_json_put_bool(struct dc_json_writer *w, const char *key, bool value);
void dc_json_put_null(struct dc_json_writer *w, const char *key);

#endif
