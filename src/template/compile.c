/* compile.c - Mustache text to a program, in one pass. */
#include "template/scan.h"

#include <string.h>

#include <decorum/mem.h>

/* Names that are looked for before a new one is made: bounds the work on hostile texts. */
enum { MAX_INTERNED = 64 };

struct parser {
	struct dc_mustache *m;
	char *pool; /* where the next name is written, behind the text */
	struct dc_template_scan in;
	size_t at;                             /* what is behind it has been compiled */
	uint32_t stack[DC_TEMPLATE_MAX_DEPTH]; /* open sections, as indexes of operations */
	unsigned depth;
};

static struct dc_template_op *emit(struct parser *p, enum dc_template_op_kind kind, size_t at,
                                   size_t len)
{
	struct dc_mustache *m = p->m;

	if (m->op_count == m->op_cap) {
		m->op_cap *= 2;
		m->ops = dc_grow(m->ops, m->op_cap, sizeof(*m->ops));
	}
	m->ops[m->op_count] = (struct dc_template_op){
		.kind = kind,
		.at = (uint32_t)at,
		.len = (uint32_t)len,
	};
	return &m->ops[m->op_count++];
}

static void emit_text(struct parser *p, size_t to)
{
	if (to > p->at)
		emit(p, DC_OP_TEXT, p->at, to - p->at);
}

/* --- names */

/* Cuts "a.b" into its parts behind its own text.  False when one of them is empty. */
static bool split(struct parser *p, struct dc_template_name *n, size_t len)
{
	if (len == 1 && n->text[0] == '.')
		return true;
	n->parts = 1;
	n->part = n->text;
	if (!memchr(n->text, '.', len))
		return true;
	n->part = p->pool;
	for (size_t i = 0; i <= len; i++) {
		bool ends = i == len || n->text[i] == '.';

		if (ends && (i == 0 || n->text[i - 1] == '.'))
			return false;
		n->parts += ends && i < len;
		*p->pool++ = n->text[i];
		if (ends)
			p->pool[-1] = '\0';
	}
	return true;
}

/* The index of a name, which is kept once however often it is used. */
static int intern(struct parser *p, const struct dc_template_tag *t, bool dotted, uint32_t *out)
{
	struct dc_mustache *m = p->m;
	const char *s = p->m->text + t->at;
	int rc = dc_template_scan_name(&p->in, t);

	if (rc)
		return rc;
	for (uint32_t i = 0; i < m->name_count && i < MAX_INTERNED; i++)
		if (m->names[i].len == t->len && *m->names[i].text == *s &&
		    !memcmp(m->names[i].text, s, t->len) &&
		    (m->names[i].parts == 0) == (!dotted || (t->len == 1 && *s == '.'))) {
			*out = i;
			return 0;
		}
	if (m->name_count == m->name_cap) {
		m->name_cap *= 2;
		m->names = dc_grow(m->names, m->name_cap, sizeof(*m->names));
	}
	struct dc_template_name *n = &m->names[m->name_count];

	*n = (struct dc_template_name){ .text = p->pool, .len = (uint32_t)t->len };
	memcpy(p->pool, s, t->len);
	p->pool[t->len] = '\0';
	p->pool += t->len + 1;
	if (dotted && t->word) {
		n->parts = 1;
		n->part = n->text;
	} else if (dotted && !split(p, n, t->len)) {
		return dc_template_scan_fail(&p->in, t->from,
		                             "a part of the dotted name is empty: '", n->text);
	}
	m->plain = m->plain && dotted && n->parts == 1;
	*out = m->name_count++;
	return 0;
}

/* --- one function for each kind of tag */

static int open_section(struct parser *p, const struct dc_template_tag *t)
{
	uint32_t name;
	int rc = intern(p, t, true, &name);

	if (rc)
		return rc;
	if (p->depth == DC_TEMPLATE_MAX_DEPTH)
		return dc_template_scan_fail(&p->in, t->from,
		                             "sections are nested more than 64 deep", "");
	p->stack[p->depth++] = p->m->op_count;
	emit(p, t->sigil == '#' ? DC_OP_SECTION : DC_OP_INVERTED, t->from, t->to - t->from)->name =
		name;
	return 0;
}

static int close_section(struct parser *p, const struct dc_template_tag *t)
{
	int rc = dc_template_scan_name(&p->in, t);

	if (rc)
		return rc;
	if (!p->depth)
		return dc_template_scan_fail(&p->in, t->from,
		                             "this tag closes a section that was never opened", "");
	struct dc_template_op *op = &p->m->ops[p->stack[p->depth - 1]];
	const struct dc_template_name *name = &p->m->names[op->name];

	if (name->len != t->len || memcmp(name->text, p->m->text + t->at, t->len) != 0)
		return dc_template_scan_fail(&p->in, t->from, "this tag should close the section '",
		                             name->text);
	op->end = p->m->op_count;
	p->depth--;
	return 0;
}

static int value(struct parser *p, const struct dc_template_tag *t)
{
	uint32_t name;
	int rc = intern(p, t, true, &name);

	if (!rc)
		emit(p, t->sigil ? DC_OP_RAW : DC_OP_VALUE, t->from, t->to - t->from)->name = name;
	return rc;
}

static int partial(struct parser *p, const struct dc_template_tag *t, size_t indent)
{
	uint32_t name;
	int rc = intern(p, t, false, &name);

	if (rc)
		return rc;
	struct dc_template_op *op = emit(p, DC_OP_PARTIAL, t->from, t->to - t->from);

	op->name = name;
	op->indent = (uint32_t)indent;
	return 0;
}

static int compile_tag(struct parser *p, size_t at)
{
	struct dc_template_tag t;
	int rc = dc_template_scan_tag(&p->in, at, &t);

	if (rc)
		return rc;
	size_t from = t.from, to = t.to;
	bool alone = dc_template_scan_line(&p->in, p->at, &t, &from, &to);

	emit_text(p, from);
	p->at = to;
	switch (t.sigil) {
	case '!':
		return 0;
	case '=':
		return dc_template_scan_delimiters(&p->in, &t);
	case '#':
	case '^':
		return open_section(p, &t);
	case '/':
		return close_section(p, &t);
	case '>':
		return partial(p, &t, alone ? t.from - from : 0);
	default:
		return value(p, &t);
	}
}

static int compile_all(struct parser *p)
{
	while (p->at < p->m->len) {
		size_t tag = dc_template_scan_next(&p->in, p->at);
		int rc = 0;

		if (tag == p->m->len) {
			emit_text(p, p->m->len);
			break;
		}
		rc = compile_tag(p, tag);
		if (rc)
			return rc;
	}
	if (p->depth) {
		const struct dc_template_op *op = &p->m->ops[p->stack[p->depth - 1]];

		return dc_template_scan_fail(&p->in, op->at, "this section is never closed: '",
		                             p->m->names[op->name].text);
	}
	return 0;
}

int dc_template_compile(struct dc_mustache **out, const char *name, const char *text, size_t len,
                        uint32_t first_line, const char *indent, size_t indent_len,
                        struct dc_error *err)
{
	size_t full = len > DC_TEMPLATE_MAX_BYTES || !indent_len
	                      ? len
	                      : dc_template_indent(NULL, text, len, indent, indent_len);

	if (full > DC_TEMPLATE_MAX_BYTES)
		return dc_fail(err, DC_INVALID, "%s: a template has at most %d KiB of text", name,
		               DC_TEMPLATE_MAX_BYTES >> 10);
	size_t name_size = strlen(name) + 1;
	/* A name and its parts take at most twice the bytes of its tag. */
	size_t size = sizeof(struct dc_mustache) + full + 1 + name_size + 2 * full +
	              DC_TEMPLATE_SLACK;
	DC_AUTO(dc_mustache_free) struct dc_mustache *m = dc_grow(NULL, 1, size);

	*m = (struct dc_mustache){
		.op_cap = (uint32_t)(full / 16 + 8),
		.name_cap = 8,
		.text = m->data,
		.name = m->data + full + 1,
		.len = full,
		.first_line = first_line,
		.indent = (uint32_t)indent_len,
		.plain = true,
	};
	m->ops = dc_grow(NULL, m->op_cap, sizeof(*m->ops));
	m->names = dc_grow(NULL, m->name_cap, sizeof(*m->names));
	if (indent_len)
		dc_template_indent(m->text, text, len, indent, indent_len);
	else if (len)
		memcpy(m->text, text, len);
	m->text[full] = '\0';
	memcpy(m->name, name, name_size);

	struct parser p = { .m = m, .pool = m->name + name_size };

	dc_template_scan_begin(&p.in, m, err);
	int rc = compile_all(&p);

	if (!rc)
		*out = DC_STEAL(m);
	return rc;
}

int dc_mustache_compile(struct dc_mustache **out, const char *name, const char *text, size_t len,
                        struct dc_error *err)
{
	return dc_template_compile(out, name, text, len, 1, "", 0, err);
}
