/* flat.c - the short way for notes: flat values, plain names, no escaping.
 *
 * Same results as render.c, which takes everything else (a test compares the two).  Where the
 * next byte goes is kept in registers: through the buffer, each write would wait for the last.
 */
#include "template/program.h"

#include <string.h>

struct flat {
	const struct dc_value *values;
	size_t count;
};

/* NULL when there is none.  Data laid out for the program, in the order of its names and with
 * the very pointers of dc_mustache_name_at(), is found without comparing. */
static inline const char *find(const struct flat *f, const struct dc_mustache *m, uint32_t name)
{
	const char *text = m->names[name].text;

	if (name < f->count && f->values[name].name == text)
		return f->values[name].text;
	for (size_t i = 0; i < f->count; i++)
		if (!strcmp(f->values[i].name, text))
			return f->values[i].text;
	return NULL;
}

/* Bytes that fit behind the content without a look at the buffer. */
static size_t room_in(const struct dc_buf *b, size_t limit)
{
	size_t room = b->cap ? b->cap - b->len - 1 : 0;

	return room < limit - b->len ? room : limit - b->len;
}

/* The same for a piece for which there was no room: `at` is where the content ends. */
static bool append(struct dc_buf *b, const char *at, size_t limit, const char *s, size_t len)
{
	b->len = at ? (size_t)(at - b->data) : 0;
	if (len > limit - b->len)
		return false;
	dc_buf_add(b, s, len);
	return true;
}

static int run(const struct flat *f, const struct dc_mustache *m, struct dc_buf *out, size_t limit,
               bool lenient, struct dc_error *err)
{
	char *at = out->data ? out->data + out->len : NULL;
	size_t room = room_in(out, limit);

	for (uint32_t i = 0; i < m->op_count; i++) {
		const struct dc_template_op *op = &m->ops[i];
		const char *s = m->text + op->at;
		size_t len = op->len;
		bool text = op->kind == DC_OP_TEXT;

		if (!text) {
			s = find(f, m, op->name);
			if (op->kind == DC_OP_SECTION || op->kind == DC_OP_INVERTED) {
				if ((s && *s) != (op->kind == DC_OP_SECTION))
					i = op->end - 1;
				continue;
			}
			if (!s && !lenient)
				return dc_template_fail(m, op->at, "there is no value for '",
				                        m->names[op->name].text, err);
			s = s ? s : "";
			len = strlen(s);
		}
		if (len + DC_TEMPLATE_SLACK > room) {
			if (!append(out, at, limit, s, len))
				return dc_template_fail(
					m, op->at, "the result is longer than allowed", "", err);
			at = out->data + out->len;
			room = room_in(out, limit);
			continue;
		}
		/* What is in the program may be read beyond its end: most of it is shorter
		 * than a block, and blocks need no call. */
		for (size_t k = 0; text && k < len; k += DC_TEMPLATE_SLACK)
			memcpy(at + k, s + k, DC_TEMPLATE_SLACK);
		if (!text)
			memcpy(at, s, len);
		at += len;
		room -= len;
	}
	out->len = at ? (size_t)(at - out->data) : 0;
	return 0;
}

int dc_template_run_flat(const struct dc_mustache *m, struct dc_buf *out,
                         const struct dc_value *values, size_t count,
                         const struct dc_render_options *o, struct dc_error *err)
{
	const struct flat f = { values, count };
	size_t start = out->len;
	size_t most = o && o->max_bytes ? o->max_bytes : DC_TEMPLATE_MAX_OUTPUT;
	size_t limit = most < SIZE_MAX - start ? start + most : SIZE_MAX;
	int rc = run(&f, m, out, limit, o && o->lenient, err);

	if (rc)
		out->len = start;
	if (out->data)
		out->data[out->len] = '\0';
	return rc;
}
