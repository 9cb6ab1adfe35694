/* template.h - Mustache for plain text, with front matter that says what to ask.
 *
 * A template file is a head, a line `---`, and the note:
 *
 *   title:    Met at an event
 *   purpose:  meeting
 *   language: en
 *
 *   slot: first_name
 *     from:    first_name
 *     example: Ada
 *   slot: event
 *     ask:     Where did you meet?
 *     help:    Place and month: it may be read weeks later.
 *     example: FOSDEM in February
 *   slot: topic
 *     ask:     What did you talk about?
 *     required: no
 *     example: moving a ledger to SQLite
 *   ---
 *   Hi {{first_name}}, good to meet you at {{event}}{{#topic}} and to hear about
 * {{topic}}{{/topic}}.
 *
 * An indented line belongs to the slot above it; a line that begins with # is a comment.
 * What a slot may say: ask, help, example, fallback, from, choices (a, b, c), pattern (POSIX
 * extended), length (3..40), required (yes or no).  A slot is required unless it has a
 * fallback or says no; one that may stay empty is written inside {{#slot}}…{{/slot}}.
 *
 * The bundled ones are compiled in from templates/<id>.mustache; the id of one in another
 * language than English begins with it: de-met-at-event.
 */
#ifndef DECORUM_TEMPLATE_H
#define DECORUM_TEMPLATE_H

#include <decorum/buf.h>
#include <decorum/error.h>
#include <stdbool.h>
#include <stdint.h>

struct dc_json;

/* --- the engine: compiled once, rendered many times into a reused buffer */

struct dc_mustache;

/* `name` is for messages only.  DC_INVALID: "name:3:14: …" for a malformed tag, sections
 * nested more than 64 deep, or more than 1 MiB of text. */
int dc_mustache_compile(struct dc_mustache **out, const char *name, const char *text, size_t len,
                        struct dc_error *err) DC_CHECKED;
void dc_mustache_free(struct dc_mustache *m);
DC_DEFINE_AUTO(struct dc_mustache, dc_mustache_free)

/* Answers the text of partial `name`, NULL when there is none; borrowed until the
 * render ends.  The name is as the template has it: never a path to be trusted. */
typedef const char *dc_partial_fn(void *data, const char *name, size_t *len);

enum dc_escape { DC_ESCAPE_NONE, DC_ESCAPE_HTML };

struct dc_render_options {
	bool lenient; /* a missing value is empty instead of an error; a section without one is
	                 simply false in both */
	enum dc_escape escape;
	dc_partial_fn *partial; /* NULL: partials are missing values */
	void *partial_data;
	size_t max_bytes; /* 0: 1 MiB; more is an error, as is recursion deeper than 64 */
};

/* Renders with a JSON value as the context.  Appends to `out`; on error `out` is as before.
 * `o` may be NULL: strict, no escaping, no partials.  null is a missing value; false, null, "",
 * [] are false in sections, 0 is true. */
int dc_mustache_render(const struct dc_mustache *m, struct dc_buf *out, const struct dc_json *data,
                       const struct dc_render_options *o, struct dc_error *err) DC_CHECKED;

/* The names that the text uses, in the order of their first use; NULL past the end. */
const char *dc_mustache_name_at(const struct dc_mustache *m, size_t i);

/* The fast way for notes: flat values by name; a value that is NULL is missing, one that is
 * NULL or "" is false.  Fastest when values[i].name is dc_mustache_name_at(m, i) itself. */
struct dc_value {
	const char *name, *text;
};
int dc_mustache_render_values(const struct dc_mustache *m, struct dc_buf *out,
                              const struct dc_value *values, size_t count,
                              const struct dc_render_options *o, struct dc_error *err) DC_CHECKED;

/* --- templates */

struct dc_slot {
	const char *name;
	const char *question;       /* "" : not asked, filled by `from` or by the fallback */
	bool required;              /* must have a value, and has no fallback */
	const char *fallback;       /* NULL: none */
	const char *example;        /* or "" */
	const char *from;           /* what it can be filled from, see dc_slot_source_at(); or "" */
	const char *help;           /* or "" */
	const char *const *choices; /* NULL-ended; NULL: free text */
	const char *pattern;        /* POSIX extended, the whole value must match; or "" */
	size_t min, max;            /* characters; max 0: no bound */
};

/* The names that `from` may have: NULL past the end. */
const char *dc_slot_source_at(size_t i);
/* The slot's question, or one that fits what it is filled from; never "". */
const char *dc_slot_prompt(const struct dc_slot *slot);
/* DC_INVALID says what is wrong with a value: required, choices, pattern, length, characters
 * that no note may have.  "" is fine for a slot that is not required. */
int dc_slot_accepts(const struct dc_slot *slot, const char *value, struct dc_error *err) DC_CHECKED;

struct dc_template;

/* True when the text begins like the head of a template, rather than being bare Mustache. */
bool dc_template_detect(const char *text, size_t len);

/* `id` and `origin` ("bundled" or a path) are copied.  DC_INVALID: "origin:line:column: …"
 * (the id for bundled ones) for unknown keys, slots that are used but not declared or
 * declared but not used, malformed tags and values, text that is not UTF-8. */
int dc_template_parse(struct dc_template **out, const char *id, const char *origin,
                      const char *text, size_t len, struct dc_error *err) DC_CHECKED;
void dc_template_free(struct dc_template *t);
DC_DEFINE_AUTO(struct dc_template, dc_template_free)

/* Borrowed from the template. */
const char *dc_template_id(const struct dc_template *t);
const char *dc_template_title(const struct dc_template *t);
const char *dc_template_purpose(const struct dc_template *t);
const char *dc_template_language(const struct dc_template *t);
const char *dc_template_origin(const struct dc_template *t);
/* The note with its tags, without the head and without line ends at its end. */
const char *dc_template_text(const struct dc_template *t);
/* Appends what the note says whatever is filled in: the text without its tags. */
void dc_template_constant(const struct dc_template *t, struct dc_buf *out);
/* The line of its file on which the note begins. */
size_t dc_template_line(const struct dc_template *t);
const struct dc_mustache *dc_template_body(const struct dc_template *t);
/* In the order to ask; NULL past the end. */
const struct dc_slot *dc_template_slot_at(const struct dc_template *t, size_t i);
/* Renders with fallbacks; values of other names are not looked at.  Strict: every value must
 * be acceptable to its slot; DC_INVALID names template, line, column and slot.  Lenient, for
 * a note that is still being written: what is missing is empty, nothing is checked. */
int dc_template_render(const struct dc_template *t, struct dc_buf *out,
                       const struct dc_value *values, size_t count, bool lenient,
                       struct dc_error *err) DC_CHECKED;
/* The note with each slot's example; for lists, lint and tests.  DC_INVALID when a slot has
 * neither example nor fallback. */
int dc_template_example(const struct dc_template *t, struct dc_buf *out, struct dc_error *err)
	DC_CHECKED;

/* What a template could do better although it can be used.  Running its example through the
 * checker is the caller's part. */
struct dc_lint {
	const char *id;      /* "missing-example", "bad-example", "too-long", "few-words" */
	const char *message; /* a sentence, in the arena */
	size_t line, column; /* in the file */
};
struct dc_lint_options {
	size_t words; /* that the sender's own answers have at least, by their examples; 0: 3 */
	size_t units; /* UTF-16 code units of the example; 0: 200 */
};
struct dc_arena;
/* *out is in the arena; `o` may be NULL. */
void dc_template_lint(struct dc_lint **out, size_t *count, const struct dc_template *t,
                      const struct dc_lint_options *o, struct dc_arena *arena);

/* A small template to start an own one from: the text of a file that parses. */
const char *dc_template_skeleton(void);

/* The bundled templates and those of the user: an own one with the same id hides the
 * bundled one. */
struct dc_templates;
/* `dir` holds <id>.mustache files; it may be NULL or absent.  A broken own template is
 * DC_INVALID that names file, line and column; DC_SYSTEM when the folder cannot be read. */
int dc_templates_load(struct dc_templates **out, const char *dir, struct dc_error *err) DC_CHECKED;
void dc_templates_free(struct dc_templates *all);
DC_DEFINE_AUTO(struct dc_templates, dc_templates_free)
/* Sorted by purpose, then id; NULL past the end, NULL when there is none. */
const struct dc_template *dc_templates_at(const struct dc_templates *all, size_t i);
const struct dc_template *dc_templates_find(const struct dc_templates *all, const char *id);

#endif
