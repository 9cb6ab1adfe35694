/* render.c - runs a compiled program over data.
 *
 * Output goes straight into the caller's buffer; contexts are a list on the C stack.
 * Bounded in three ways: bytes of output, depth of partials, and operations, because a
 * nest of sections can turn for ever without writing anything.
 */
#include "template/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <decorum/mem.h>

enum { MAX_STEPS = 1 << 22 };

/* A partial that was compiled for this render; the same with another indent is another. */
struct loaded {
	struct loaded *next;
	const char *name; /* borrowed from a program */
	const char *indent;
	size_t indent_len;
	struct dc_mustache *m;
};

struct frame {
	const struct frame *below;
	struct dc_template_item item;
};

struct render {
	const struct dc_template_source *source;
	const struct dc_render_options *o;
	struct dc_buf *out;
	size_t limit; /* of out->len */
	uint32_t steps;
	unsigned depth;
	struct loaded *partials;
	struct dc_error *err;
};

static int run(struct render *r, const struct dc_mustache *m, uint32_t from, uint32_t to,
               const struct frame *top);

static int fail(struct render *r, const struct dc_mustache *m, const struct dc_template_op *op,
                const char *why, const char *name)
{
	return dc_template_fail(m, op->at, why, name, r->err);
}

static int too_long(struct render *r, const struct dc_mustache *m, const struct dc_template_op *op)
{
	return fail(r, m, op, "the result is longer than allowed", "");
}

/* --- writing */

/* The buffer's own room first: most pieces of a note are a few bytes. */
static bool put(struct render *r, const char *s, size_t len)
{
	struct dc_buf *b = r->out;

	if (len > r->limit - b->len)
		return false;
	if (len < b->cap - b->len) {
		memcpy(b->data + b->len, s, len);
		b->len += len;
	} else {
		dc_buf_add(b, s, len);
	}
	return true;
}

static bool put_html(struct render *r, const char *s, size_t len)
{
	static const struct {
		char c;
		const char *entity;
	} escapes[] = {
		{ '&', "&amp;" },  { '<', "&lt;" },   { '>', "&gt;" },
		{ '"', "&quot;" }, { '\'', "&#39;" },
	};

	for (size_t i = 0; i < len; i++) {
		const char *entity = NULL;

		for (size_t k = 0; k < DC_COUNT(escapes); k++)
			if (s[i] == escapes[k].c)
				entity = escapes[k].entity;
		if (entity ? !put(r, entity, strlen(entity)) : !put(r, s + i, 1))
			return false;
	}
	return true;
}

/* The shortest digits that read back as the same number, whatever the locale's point. */
static bool put_number(struct render *r, double number)
{
	char text[40];
	int n = 0;

	for (int digits = 15; digits <= 17; digits++) {
		n = snprintf(text, sizeof(text), "%.*g", digits, number);
		if (strtod(text, NULL) == number)
			break;
	}
	if (number > -1e15 && number < 1e15 && number == (double)(int64_t)number)
		n = snprintf(text, sizeof(text), "%lld", (long long)number);
	for (int i = 0; i < n; i++)
		if (!strchr("0123456789+-einfa", text[i]))
			text[i] = '.';
	return put(r, text, (size_t)n);
}

/* --- looking up */

static bool is_true(const struct render *r, const struct dc_template_item *item)
{
	struct dc_template_item first;

	switch (item->kind) {
	case DC_ITEM_NOTHING:
	case DC_ITEM_FALSE:
		return false;
	case DC_ITEM_TEXT:
		return item->len > 0;
	case DC_ITEM_LIST:
		return r->source->first(item, &first);
	default:
		return true;
	}
}

/* The first part is looked for from the top of the contexts down; the rest only inside
 * what it gave.  False: there is no such value. */
static bool look_up(struct render *r, const struct dc_mustache *m, uint32_t index,
                    const struct frame *top, struct dc_template_item *out)
{
	const struct dc_template_name *name = &m->names[index];
	const char *part = name->part;

	if (!name->parts) {
		*out = top->item;
		return true;
	}
	while (top && !r->source->member(&top->item, part, index, out, &r->steps))
		top = r->steps > MAX_STEPS ? NULL : top->below;
	if (!top)
		return false;
	for (uint32_t i = 1; i < name->parts; i++) {
		struct dc_template_item of = *out;

		part += strlen(part) + 1;
		if (!r->source->member(&of, part, index, out, &r->steps))
			return false;
	}
	return true;
}

/* --- one function for each kind of operation */

static int value(struct render *r, const struct dc_mustache *m, const struct dc_template_op *op,
                 const struct frame *top)
{
	const char *name = m->names[op->name].text;
	struct dc_template_item item = { 0 };
	bool fits = true;

	if (!look_up(r, m, op->name, top, &item))
		item.kind = DC_ITEM_NOTHING;
	switch (item.kind) {
	case DC_ITEM_TEXT:
		fits = r->o->escape == DC_ESCAPE_HTML && op->kind == DC_OP_VALUE
		               ? put_html(r, item.text, item.len)
		               : put(r, item.text, item.len);
		break;
	case DC_ITEM_NUMBER:
		fits = put_number(r, item.number);
		break;
	case DC_ITEM_TRUE:
		fits = put(r, "true", 4);
		break;
	case DC_ITEM_FALSE:
		fits = put(r, "false", 5);
		break;
	case DC_ITEM_NOTHING:
		if (!r->o->lenient && r->steps <= MAX_STEPS)
			return fail(r, m, op, "there is no value for '", name);
		break;
	default:
		if (!r->o->lenient)
			return fail(r, m, op, "only a text or a number can stand here, not '",
			            name);
		break;
	}
	return fits ? 0 : too_long(r, m, op);
}

static int section(struct render *r, const struct dc_mustache *m, uint32_t at,
                   const struct frame *top)
{
	const struct dc_template_op *op = &m->ops[at];
	struct frame frame = { .below = top };
	struct dc_template_item found;
	bool some = look_up(r, m, op->name, top, &found) && is_true(r, &found);
	int rc = 0;

	if (op->kind == DC_OP_INVERTED)
		return some ? 0 : run(r, m, at + 1, op->end, top);
	if (!some)
		return 0;
	if (found.kind != DC_ITEM_LIST) {
		frame.item = found;
		return run(r, m, at + 1, op->end, &frame);
	}
	for (bool more = r->source->first(&found, &frame.item); more && !rc;
	     more = r->source->next(&frame.item))
		rc = run(r, m, at + 1, op->end, &frame);
	return rc;
}

static int load(struct render *r, const struct dc_mustache *m, const struct dc_template_op *op,
                struct dc_mustache **out)
{
	const char *name = m->names[op->name].text;
	const char *indent = m->text + op->at - op->indent;
	size_t len = 0;
	const char *text;
	int rc;

	*out = NULL;
	for (const struct loaded *l = r->partials; l; l = l->next)
		if (l->indent_len == op->indent && !strcmp(l->name, name) &&
		    !memcmp(l->indent, indent, op->indent)) {
			*out = l->m;
			return 0;
		}
	text = r->o->partial ? r->o->partial(r->o->partial_data, name, &len) : NULL;
	if (!text)
		return r->o->lenient ? 0 : fail(r, m, op, "there is no partial '", name);
	rc = dc_template_compile(out, name, text, len, 1, indent, op->indent, r->err);
	if (rc)
		return rc;
	struct loaded *l = dc_alloc(1, sizeof(*l));

	*l = (struct loaded){ r->partials, name, indent, op->indent, *out };
	r->partials = l;
	return 0;
}

static int partial(struct render *r, const struct dc_mustache *m, const struct dc_template_op *op,
                   const struct frame *top)
{
	struct dc_mustache *inner;
	int rc;

	if (r->depth == DC_TEMPLATE_MAX_DEPTH)
		return fail(r, m, op, "partials call each other without end, here '",
		            m->names[op->name].text);
	rc = load(r, m, op, &inner);
	if (rc || !inner)
		return rc;
	r->depth++;
	rc = run(r, inner, 0, inner->op_count, top);
	r->depth--;
	return rc;
}

static int run(struct render *r, const struct dc_mustache *m, uint32_t from, uint32_t to,
               const struct frame *top)
{
	for (uint32_t i = from; i < to;) {
		const struct dc_template_op *op = &m->ops[i++];
		int rc = 0;

		if (++r->steps > MAX_STEPS)
			return fail(r, m, op, "rendering does not come to an end", "");
		switch (op->kind) {
		case DC_OP_TEXT:
			if (!put(r, m->text + op->at, op->len))
				rc = too_long(r, m, op);
			break;
		case DC_OP_VALUE:
		case DC_OP_RAW:
			rc = value(r, m, op, top);
			break;
		case DC_OP_SECTION:
		case DC_OP_INVERTED:
			rc = section(r, m, i - 1, top);
			i = op->end;
			break;
		case DC_OP_PARTIAL:
			rc = partial(r, m, op, top);
			break;
		}
		if (rc)
			return rc;
	}
	return 0;
}

int dc_template_run(const struct dc_mustache *m, struct dc_buf *out,
                    const struct dc_template_source *source, const struct dc_template_item *root,
                    const struct dc_render_options *o, struct dc_error *err)
{
	static const struct dc_render_options strict = { 0 };
	const struct frame top = { .item = *root };
	size_t start = out->len;
	struct render r = { .source = source, .o = o ? o : &strict, .out = out, .err = err };

	size_t most = r.o->max_bytes ? r.o->max_bytes : DC_TEMPLATE_MAX_OUTPUT;

	r.limit = most < SIZE_MAX - start ? start + most : SIZE_MAX;
	int rc = run(&r, m, 0, m->op_count, &top);

	if (!rc && r.steps > MAX_STEPS) /* the last look-up was given up */
		rc = dc_fail(err, DC_INVALID, "%s: rendering does not come to an end", m->name);

	while (r.partials) {
		struct loaded *l = r.partials;

		r.partials = l->next;
		dc_mustache_free(l->m);
		dc_free(l);
	}
	if (rc)
		out->len = start;
	dc_buf_add(out, "", 0); /* ends it with a NUL */
	return rc;
}
