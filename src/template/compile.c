/* compile.c - Mustache text to a program, in one pass. */
#include "template/program.h"

#include <string.h>

#include <decorum/mem.h>

/* Names that are looked for before a new one is made: bounds the work on hostile texts. */
enum { MAX_INTERNED = 64 };

struct parser {
	struct dc_mustache *m;
	char *pool; /* where the next name is written, behind the text */
	const char *s;
	size_t len, at; /* `at`: what is behind it has been compiled */
	const char *open, *close;
	size_t open_len, close_len;
	bool usual;                            /* no delimiter begins like a name */
	uint32_t stack[DC_TEMPLATE_MAX_DEPTH]; /* open sections, as indexes of operations */
	unsigned depth;
	struct dc_error *err;
};

struct tag {
	size_t from, to; /* with its delimiters */
	char sigil;      /* one of "#^/>&{!=", or 0 */
	size_t at, len;  /* what stands between, blanks trimmed */
	bool word;       /* it is one of letters, digits and _, so it needs no look */
};

static int fail_at(const struct parser *p, size_t at, const char *why, const char *what)
{
	size_t line, column;

	dc_template_place(p->m, at, &line, &column);
	return dc_fail(p->err, DC_INVALID, "%s:%zu:%zu: %s%.80s%s", p->m->name, line, column, why,
	               what, *what ? "'" : "");
}

static bool blank(char c) { return c == ' ' || c == '\t'; }
static bool space(char c) { return blank(c) || c == '\n' || c == '\r'; }

/* Delimiters are one or two bytes, nearly always: no call for those. */
static inline bool begins(const char *s, const char *what, size_t len)
{
	return s[0] == what[0] &&
	       (len == 1 || (s[1] == what[1] && (len == 2 || !memcmp(s, what, len))));
}

/* Where `what` starts at or after `at`; p->len when nowhere. */
static size_t find(const struct parser *p, size_t at, const char *what, size_t len)
{
	while (at + len <= p->len) {
		const char *hit = memchr(p->s + at, what[0], p->len - at - len + 1);

		if (!hit)
			break;
		if (begins(hit, what, len))
			return (size_t)(hit - p->s);
		at = (size_t)(hit - p->s) + 1;
	}
	return p->len;
}

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

static bool is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

static int check_name(const struct parser *p, const struct tag *t)
{
	const char *s = p->s + t->at;

	if (t->word)
		return 0;
	if (t->len == 0)
		return fail_at(p, t->from, "this tag is empty; write a name in it", "");
	for (size_t i = 0; i + p->open_len <= t->len; i++)
		if (begins(s + i, p->open, p->open_len))
			return fail_at(p, t->from,
			               "this tag is not closed before the next one opens", "");
	for (size_t i = 0; i < t->len; i++) {
		if (space(s[i]) || s[i] == '{' || s[i] == '}')
			return fail_at(p, t->from, "a name is one word, without blanks and braces",
			               "");
		if ((unsigned char)s[i] < 0x20 || s[i] == 0x7f)
			return fail_at(p, t->from, "a control character stands in this tag", "");
	}
	return 0;
}

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
static int intern(struct parser *p, const struct tag *t, bool dotted, uint32_t *out)
{
	struct dc_mustache *m = p->m;
	const char *s = p->s + t->at;
	int rc = check_name(p, t);

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
		return fail_at(p, t->from, "a part of the dotted name is empty: '", n->text);
	}
	m->plain = m->plain && dotted && n->parts == 1;
	*out = m->name_count++;
	return 0;
}

/* --- one function for each kind of tag */

static int set_delimiters(struct parser *p, const struct tag *t)
{
	const char *s = p->s + t->at;
	size_t first = 0, gap;

	while (first < t->len && !space(s[first]))
		first++;
	for (gap = first; gap < t->len && space(s[gap]); gap++)
		;
	for (size_t i = 0; i < t->len; i++)
		if (s[i] == '=' || (i >= gap && space(s[i])) ||
		    ((unsigned char)s[i] < 0x20 && !space(s[i])))
			gap = t->len;
	if (first == 0 || gap >= t->len)
		return fail_at(p, t->from,
		               "new delimiters are two words without '=', as in {{=<% %>=}}", "");
	p->open = s;
	p->open_len = first;
	p->close = s + gap;
	p->close_len = t->len - gap;
	p->usual = !is_word_char(*p->open) && !is_word_char(*p->close);
	return 0;
}

static int open_section(struct parser *p, const struct tag *t)
{
	uint32_t name;
	int rc = intern(p, t, true, &name);

	if (rc)
		return rc;
	if (p->depth == DC_TEMPLATE_MAX_DEPTH)
		return fail_at(p, t->from, "sections are nested more than 64 deep", "");
	p->stack[p->depth++] = p->m->op_count;
	emit(p, t->sigil == '#' ? DC_OP_SECTION : DC_OP_INVERTED, t->from, t->to - t->from)->name =
		name;
	return 0;
}

static int close_section(struct parser *p, const struct tag *t)
{
	int rc = check_name(p, t);

	if (rc)
		return rc;
	if (!p->depth)
		return fail_at(p, t->from, "this tag closes a section that was never opened", "");
	struct dc_template_op *op = &p->m->ops[p->stack[p->depth - 1]];
	const struct dc_template_name *name = &p->m->names[op->name];

	if (name->len != t->len || memcmp(name->text, p->s + t->at, t->len) != 0)
		return fail_at(p, t->from, "this tag should close the section '", name->text);
	op->end = p->m->op_count;
	p->depth--;
	return 0;
}

static int value(struct parser *p, const struct tag *t)
{
	uint32_t name;
	int rc = intern(p, t, true, &name);

	if (!rc)
		emit(p, t->sigil ? DC_OP_RAW : DC_OP_VALUE, t->from, t->to - t->from)->name = name;
	return rc;
}

static int partial(struct parser *p, const struct tag *t, size_t indent)
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

/* --- tags and lines */

static bool is_sigil(char c)
{
	return c == '#' || c == '^' || c == '/' || c == '>' || c == '&' || c == '{' || c == '!' ||
	       c == '=';
}

static int read_tag(const struct parser *p, size_t from, struct tag *t)
{
	size_t i = from + p->open_len;
	size_t close_from;

	while (i < p->len && space(p->s[i]))
		i++;
	*t = (struct tag){ .from = from };
	if (i < p->len && is_sigil(p->s[i]))
		t->sigil = p->s[i++];
	t->at = i;
	/* Most tags are just a word. */
	if (p->usual) {
		size_t end = i;

		while (end < p->len && is_word_char(p->s[end]))
			end++;
		t->word = end > i && end + p->close_len <= p->len && t->sigil != '{' &&
		          t->sigil != '=' && t->sigil != '!' &&
		          begins(p->s + end, p->close, p->close_len);
		t->len = end - i;
		t->to = end + p->close_len;
		if (t->word)
			return 0;
	}
	/* {{{x}}} and {{=< >=}} end with a sign of their own before the delimiter. */
	char own = t->sigil == '{' ? '}' : t->sigil == '=' ? '=' : '\0';

	for (close_from = i;; close_from++) {
		close_from = find(p, close_from, p->close, p->close_len);
		if (close_from == p->len)
			return fail_at(p, from, "this tag is not closed", "");
		if (!own || (close_from > i && p->s[close_from - 1] == own))
			break;
		if (own == '=')
			return fail_at(p, from,
			               "a tag that sets delimiters ends with '=', as in "
			               "{{=<% %>=}}",
			               "");
		/* in "}}}" the delimiter is the last two, not the first */
		if (close_from + p->close_len < p->len && own == p->s[close_from] &&
		    !memcmp(p->s + close_from + 1, p->close, p->close_len)) {
			close_from++;
			break;
		}
	}
	t->to = close_from + p->close_len;
	size_t end = close_from - (own != '\0');

	while (end > i && space(p->s[end - 1]))
		end--;
	while (t->at < end && space(p->s[t->at]))
		t->at++;
	t->len = end - t->at;
	return 0;
}

/* A tag alone on its line takes the line with it: *from and *to become its ends. */
static bool standalone(const struct parser *p, const struct tag *t, size_t *from, size_t *to)
{
	size_t a = t->from, b = t->to;

	if (!t->sigil || t->sigil == '&' || t->sigil == '{')
		return false;
	while (a > p->at && blank(p->s[a - 1]))
		a--;
	while (b < p->len && blank(p->s[b]))
		b++;
	if ((a > 0 && p->s[a - 1] != '\n') ||
	    (b < p->len && p->s[b] != '\n' &&
	     (p->s[b] != '\r' || b + 1 == p->len || p->s[b + 1] != '\n')))
		return false;
	*from = a;
	*to = b == p->len ? b : b + 1 + (p->s[b] == '\r');
	return true;
}

static int compile_tag(struct parser *p, size_t at)
{
	struct tag t;
	int rc = read_tag(p, at, &t);

	if (rc)
		return rc;
	size_t from = t.from, to = t.to;
	bool alone = standalone(p, &t, &from, &to);

	emit_text(p, from);
	p->at = to;
	switch (t.sigil) {
	case '!':
		return 0;
	case '=':
		return set_delimiters(p, &t);
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
	while (p->at < p->len) {
		size_t tag = find(p, p->at, p->open, p->open_len);
		int rc = 0;

		if (tag == p->len) {
			emit_text(p, p->len);
			break;
		}
		rc = compile_tag(p, tag);
		if (rc)
			return rc;
	}
	if (p->depth) {
		const struct dc_template_op *op = &p->m->ops[p->stack[p->depth - 1]];

		return fail_at(p, op->at, "this section is never closed: '",
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

	struct parser p = {
		.m = m,
		.pool = m->name + name_size,
		.s = m->text,
		.len = full,
		.open = "{{",
		.open_len = 2,
		.close = "}}",
		.close_len = 2,
		.usual = true,
		.err = err,
	};
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
